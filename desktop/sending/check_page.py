"""The report's last page in the notebook: its findings in place, then exactly what leaves."""

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from desktop.definitions import FormShelf
from desktop.operations import Operation, in_background
from desktop.pages.header import PageHeader
from desktop.pages.troubles import while_writing
from desktop.profile import Profile
from desktop.sending.finding_card import FindingCard
from desktop.sending.findings import Checked, Found, check, keep
from desktop.sending.package import Passage
from desktop.sending.preview import ExactPreview
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine, WritingField
from desktop.theme.frames import Card, indent, row
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.scrolling import by_key
from desktop.theme.tokens import LINE
from forms import UnknownForm
from storage import RecordId, Vault
from storage.errors import StorageError
from translations.interface import _, ngettext

_SIDE = 400


class CheckPage(Page):
    """Shows one report at a time; nothing leaves while a finding is open."""

    told = Signal(str)
    """What the officer should know now."""
    amend_asked = Signal(object)
    """The `Version` is to be amended: something in it shall be written wider."""
    queued = Signal()
    """The report is sealed and in the outbox."""

    def __init__(self, vault: Vault, shelf: FormShelf, profile: Profile, language: str) -> None:
        """Check reports of `vault`, with the labels of their forms in `language`."""
        super().__init__()
        self._vault, self._shelf, self._profile = vault, shelf, profile
        self._language = language
        self.record = ""
        self.checked: Checked | None = None
        self.cards: list[FindingCard] = []
        self._fields: list[tuple[Passage, WritingField]] = []
        self._found: tuple[Found, ...] = ()
        self._at = -1
        self._typed: dict[bytes, str] = {}
        back = self._back = Button(_("Back to the form"))
        back.clicked.connect(self._amend)
        self.see = Button(_("See exactly what leaves"), "primary")
        self.see.clicked.connect(self.show_preview)
        self.before = Button(_("Previous"), keys="Shift+F3")
        self.before.clicked.connect(lambda: self.step(-1))
        self.after = Button(_("Next"), keys="F3")
        self.after.clicked.connect(lambda: self.step(1))
        self._header = PageHeader("", "", self.before, self.after, back, self.see)
        self._trouble = ErrorLine()
        self._lay_out()

    def open(self, record: str) -> None:
        """Check `record`."""
        for card in self.cards:  # a reason that is not given yet outlives the next look
            self._typed[card.found.mark] = card.reason.text()
        self.record = record
        self.checked = None
        self._trouble.say("")
        self._header.show_subtitle(_("Checking"))
        self.see.setEnabled(False)
        self._draw((), ())
        vault, shelf, language = self._vault, self._shelf, self._language
        in_background(self, lambda: _checked(vault, shelf, language, record)).on_success(
            self._show
        ).on_failure(self._refused).start()

    def place(self) -> dict[str, Any]:
        """Which report is checked."""
        return {"record": self.record}

    def restore(self, place: dict[str, Any]) -> None:
        """Check the report that was checked before the lock."""
        if place.get("record"):
            self.open(str(place["record"]))

    def keep(self, found: Found, reason: str) -> None:
        """Write into the log why a finding stays."""
        if self.checked is not None and reason.strip():
            work = keep(self.checked.version, [found], reason.strip())
            Operation(self, self._vault.perform(work)).on_success(
                lambda _done: self.open(self.record)
            ).on_failure(self._refused).start()

    def step(self, way: int) -> None:
        """Go to the next finding, or with -1 to the one before."""
        if self.cards:
            self._at = (self._at + way) % len(self.cards)
            card = self.cards[self._at]
            self._side.ensureWidgetVisible(card)
            card.take_focus()
            for passage, field in self._fields:
                if passage == card.found.passage:
                    self._text.ensureWidgetVisible(field)

    def show_preview(self) -> ExactPreview | None:
        """Show exactly what leaves; only a report without open findings has that."""
        if self.checked is None or not self.checked.may_leave:
            return None
        preview = ExactPreview(
            self, self._vault, self._shelf, self._profile, self._language, self.checked.version
        )
        preview.queued.connect(self.queued)
        preview.open()
        return preview

    def _amend(self) -> None:
        if self.checked is not None:
            self.amend_asked.emit(self.checked.version)

    def _show(self, checked: Checked | None) -> None:
        if checked is None:
            self._trouble.say(_("This notebook does not have the form of this report."))
            return
        if checked.version.record != self.record:
            return  # another report was opened meanwhile
        self.checked = checked
        self._header.show_title(checked.version.title)
        open_, all_ = len(checked.open), len(checked.found)
        if open_:
            words = ngettext(
                "{open} of {count} finding left. It can leave when all are answered.",
                "{open} of {count} findings left. It can leave when all are answered.",
                all_,
            ).format(open=open_, count=all_)
        elif checked.refusal:
            words = _("It can’t leave as it stands.")
        else:
            words = _("Nothing is left that the check points at. Read it once more yourself.")
        self._trouble.say(checked.refusal)
        self._header.show_subtitle(words)
        self._draw(checked.passages, checked.found)
        self.see.setEnabled(checked.may_leave)
        self.before.setVisible(bool(all_))
        self.after.setVisible(bool(all_))
        if open_:
            self._at = next(n for n, card in enumerate(self.cards) if not card.found.reason) - 1
            self.step(1)

    def _draw(self, passages: tuple[Passage, ...], found: tuple[Found, ...]) -> None:
        text = Card()
        self._fields, self._found = [], found
        for passage in passages:
            text.column.addWidget(Label(passage.label, "label"))
            field = WritingField(1)
            field.setReadOnly(True)
            field.setAccessibleName(passage.label)
            field.set_value(passage.text)
            self._mark(field, passage)
            short = row(field, None)
            short.setStretch(0, 1000)
            field.setMaximumWidth(current().px(LINE))
            text.column.addLayout(short)
            self._fields.append((passage, field))
        words = _(
            "Nothing else that you wrote leaves. What you chose from lists stands in the preview."
        )
        text.column.addWidget(Label(words, "muted"))
        text.column.addStretch(1)
        self._text.setWidget(text)
        side = QWidget()
        column = QVBoxLayout(side)
        indent(column, 0, 0, 8, 0)
        column.setSpacing(12)
        self.cards = [FindingCard(one) for one in found]
        self._at = -1
        for card in self.cards:
            card.reason.setText(self._typed.get(card.found.mark, ""))
            card.kept.connect(self.keep)
            card.wider.connect(self._amend)
            column.addWidget(card)
        column.addStretch(1)
        self._side.setWidget(side)
        side.setAutoFillBackground(False)

    def _mark(self, field: WritingField, passage: Passage) -> None:
        """Light what is found in `passage`, in the colours of the theme."""
        colours = current().colours
        marks = []
        for one in self._found:
            if one.passage != passage:
                continue
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(QColor(colours.soft if one.reason else colours.danger_soft))
            look.setForeground(QColor(colours.soft_text if one.reason else colours.text))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(QColor(colours.accent if one.reason else colours.danger))
            mark.format = look
            cursor = QTextCursor(field.document())
            text = one.passage.text
            cursor.setPosition(_units(text[: one.finding.start]))
            end = _units(text[: one.finding.end])
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            marks.append(mark)
        field.setExtraSelections(marks)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: the text may have another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._side.setFixedWidth(current().px(_SIDE))
            for passage, field in self._fields:
                field.setMaximumWidth(current().px(LINE))
                self._mark(field, passage)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's hook: the report may have been amended meanwhile."""
        super().showEvent(event)
        if self.checked is not None:
            self.open(self.record)

    def _refused(self, error: StorageError) -> None:
        self._trouble.say(str(while_writing(error)))

    def _lay_out(self) -> None:
        self._text, self._side = QScrollArea(), QScrollArea()
        for area in (self._text, self._side):
            area.setWidgetResizable(True)
            area.viewport().setAutoFillBackground(False)
        by_key(self._text, _("The report"))
        by_key(self._side, _("Findings"))
        self._side.setFixedWidth(current().px(_SIDE))
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._text, 1)
        across.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._header)
        column.addWidget(self._trouble)
        column.addLayout(across, 1)


def _checked(vault: Vault, shelf: FormShelf, language: str, record: str) -> Checked | None:
    try:
        return check(vault, shelf, language, RecordId(record))
    except UnknownForm:
        return None


def _units(text: str) -> int:
    """The length of `text` as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
