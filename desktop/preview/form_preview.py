"""A form on a real page with its languages, its errors, and the record that it would store."""

from collections.abc import Sequence

from lxml import etree
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.preview.problem_list import ProblemList
from desktop.theme.buttons import Button
from desktop.theme.copying import PlainText
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow, Head
from desktop.theme.look import current
from desktop.widgets import FormView
from desktop.widgets.picking import Picker
from forms import Form, FormEngine, FormError, FormErrors
from translations.interface import _, ngettext

PAUSE = 150
"""Milliseconds after an answer until the record beside it is written anew."""
_REMARKS = 4  # so many stand above the form
_BESIDE = 440  # pixels of the record's pane


class FormPreview(QWidget):
    """Shows a form that can be filled in, or what is wrong with it. Nothing of it is kept."""

    tried = Signal(str)
    """Finalising was tried: what came of it, in a sentence."""

    def __init__(self, *, beside: bool = False, parent: QWidget | None = None) -> None:
        """`beside` opens the pane with the record from the start."""
        super().__init__(parent)
        self.engine: FormEngine | None = None
        self.view: FormView | None = None
        self._language = ""
        self._title = Label("", "title")
        side = Qt.AlignmentFlag  # Qt would put a title where its own script begins
        self._title.setAlignment(side.AlignLeft | side.AlignAbsolute | side.AlignVCenter)
        self._about = Label("", "muted")
        self.languages = Picker()
        self.languages.setAccessibleName(_("Language of the form"))
        self.languages.activated.connect(self._chosen)
        self._try = Button(_("Try to finalise"))
        self._try.clicked.connect(self.try_to_finalise)
        self._beside = Button(_("What is stored"))
        self._beside.setCheckable(True)
        self._beside.setChecked(beside)
        self.problems = ProblemList()
        self.stored = _stored_pane()
        self._remarks = Card("soft")
        self._pane = QWidget()
        self._place = QWidget()
        self._pages = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._write_stored)
        self._lay_out()
        self._beside.toggled.connect(self._show_beside)

    def show_form(
        self, form: Form, remarks: Sequence[str] = (), *, language: str = "", keep: bool = False
    ) -> None:
        """Show `form`, in `language` or the one shown before, else its default.

        `keep` takes over what was filled in, where the form can still hold it.
        """
        wanted = language or self._language
        self._language = wanted if wanted in form.languages else form.default_language
        place = self.view.focus_place() if self.view and keep else {}
        self.engine = self._engine(form, keep)
        self._show_view(FormView(self.engine))
        if self.view and place:
            self.view.restore_place(place)
        self._title.setText(form.title(self._language))
        self._about.setText(_about(form))
        self._offer_languages(form)
        self._show_remarks(remarks)
        self._write_stored()
        self._pages.setCurrentIndex(0)
        self._heed(True)

    def show_errors(self, errors: FormErrors) -> None:
        """Show what is wrong in place of the form; what was filled in waits for a right one."""
        self.problems.show_problems(errors.name, errors.problems)
        self._pages.setCurrentIndex(1)
        self._heed(False)

    def set_language(self, code: str) -> None:
        """Show the form in another of its languages."""
        if self.engine is None or self.view is None or code not in self.engine.form.languages:
            return
        self._language = code
        self.view.set_language(code)
        self._title.setText(self.engine.form.title(code))
        self.languages.setCurrentIndex(self.languages.findData(code))
        self._write_stored()

    def try_to_finalise(self) -> None:
        """Show what an officer would see who finalises it now."""
        if self.view is None:
            return
        count = self.view.show_violations()
        if not count:
            self.tried.emit(_("It could be finalised as it is."))
            return
        told = ngettext("{count} answer is needed.", "{count} answers are needed.", count)
        self.tried.emit(told.format(count=count))

    def _engine(self, form: Form, keep: bool) -> FormEngine:
        if keep and self.engine is not None:
            try:
                return FormEngine(form, self.engine.draft(), language=self._language or None)
            except FormError:
                pass  # a question went, or it costs too much now: begin anew
        return FormEngine(form, language=self._language or None)

    def _show_view(self, view: FormView) -> None:
        column = self._place.layout()
        assert column is not None
        if self.view is not None:
            self.view.hide()
            column.removeWidget(self.view)
            self.view.deleteLater()
        self.view = view
        view.changed.connect(self._pause.start)
        column.addWidget(view)

    def _offer_languages(self, form: Form) -> None:
        self.languages.clear()
        for code in form.languages:
            self.languages.addItem(native_name(code), code)
        self.languages.setCurrentIndex(self.languages.findData(self._language))

    def _chosen(self, index: int) -> None:
        self.set_language(str(self.languages.itemData(index)))

    def _heed(self, right: bool) -> None:
        """A wrong form has no languages to choose and nothing to store."""
        form = self.engine.form if self.engine else None
        self.languages.setVisible(right and form is not None and len(form.languages) > 1)
        for widget in (self._title, self._about, self._try, self._beside):
            widget.setVisible(right)
        self._show_beside(right and self._beside.isChecked())

    def _show_beside(self, shown: bool) -> None:
        self._pane.setVisible(shown)
        if shown:
            self._write_stored()

    def _show_remarks(self, remarks: Sequence[str]) -> None:
        while (item := self._remarks.column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self._remarks.column.addWidget(Label(_("Good to know"), "label"))
        more = len(remarks) - _REMARKS
        told = [*remarks[:_REMARKS], *([_("… and {count} more").format(count=more)] * (more > 0))]
        for remark in told:
            self._remarks.column.addWidget(Label(remark, "muted"))
        self._remarks.setVisible(bool(remarks))

    def _write_stored(self) -> None:
        if self.engine is None or self._pane.isHidden():
            return
        bar = self.stored.verticalScrollBar()
        at = bar.value()
        self.stored.setPlainText(indented(self.engine.instance()))
        bar.setValue(at)

    def _lay_out(self) -> None:
        tools = QWidget()
        flow = Flow(tools, 12)
        for widget in (self.languages, self._beside, self._try):
            flow.addWidget(widget)
        head = Head(spacing=12)
        for part in (self._title, self._about, tools):
            head.addWidget(part)
        place = QVBoxLayout(self._place)
        place.setContentsMargins(0, 0, 0, 0)
        pane = QVBoxLayout(self._pane)
        pane.setContentsMargins(0, 0, 0, 16)
        pane.setSpacing(8)
        pane.addWidget(Label(_("What would be stored"), "label"))
        pane.addWidget(self.stored, 1)
        self._pane.setFixedWidth(_BESIDE)
        form = QWidget()
        row = QHBoxLayout(form)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._place, 1)
        row.addWidget(self._pane)
        self._pages.addWidget(form)
        self._pages.addWidget(self.problems)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._remarks)
        column.addWidget(self._pages, 1)
        self._remarks.hide()
        self._heed(False)


def native_name(code: str) -> str:
    """The language's name in itself, as "Cymraeg"; the code where nobody knows it."""
    from babel import Locale, UnknownLocaleError  # costs 30 ms, and start is measured

    try:
        return Locale.parse(code, sep="-").get_display_name() or code
    except (UnknownLocaleError, ValueError):
        return code


def indented(instance: bytes) -> str:
    """An instance with a line for each node, for people to read."""
    root = etree.fromstring(instance)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode")


def _about(form: Form) -> str:
    version = form.version or _("none")
    return _("Form {id} · version {version}").format(id=form.id, version=version)


def _stored_pane() -> PlainText:
    """Markup reads rightward in every language, in signs of one width."""
    pane = PlainText()
    pane.setReadOnly(True)
    pane.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    pane.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    pane.setAccessibleName(_("What would be stored"))
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    pane.setStyleSheet(f"font-family: '{font.family()}'; font-size: {current().sizes.small}px")
    return pane
