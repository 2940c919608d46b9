"""A file looked at: what it shows, what it says of itself, and what may be done with it."""

import io
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.attachments.handing_out import HandOutPanel
from desktop.attachments.metadata import Fact, read
from desktop.attachments.naming import spaced
from desktop.attachments.pdf import MOST_PAGES, PDF, pages
from desktop.attachments.stripping import STRIPPABLE, CannotStrip, without_metadata
from desktop.attachments.viewing import picture, read_whole
from desktop.attachments.words import adding_failed, reading_failed
from desktop.operations import Operation, in_background
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, indent, row
from desktop.theme.labels import Chip, Label
from desktop.theme.look import current
from desktop.theme.reaching import Reaching
from desktop.theme.scrolling import scrolling
from desktop.times import moment
from desktop.widgets.attachments_files import Attached
from desktop.widgets.attachments_row import facts
from storage import Addition, Attachment, Session, Vault
from storage.errors import StorageError
from translations.interface import _

LOOKED_AT = "looked at in the notebook"
_SIZE = QSize(1040, 640)
_SIDE = 320
_EDGE = 32
"""Pixels of the window behind that stay in sight."""
_SHOWN = QSize(1400, 1400)  # pixels of a picture at most; what is larger is scaled down


@dataclass(frozen=True)
class _Seen:
    """What was found out about a file, beside the window."""

    images: tuple[QImage, ...] = ()
    facts: tuple[Fact, ...] = ()
    problem: str = ""
    too_large: bool = False


class FilePreview(Reaching, QDialog):
    """Shows one attachment; each look at a record's file is in the log."""

    copied = Signal()
    """A copy without metadata was added."""

    def __init__(self, vault: Vault, file: Attached, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        wanted = QSize(current().px(_SIZE.width()), current().px(_SIZE.height()))
        self.resize(wanted.boundedTo(parent.window().size() - QSize(_EDGE, _EDGE)))
        self._vault, self._file = vault, file
        self._attachment: Attachment | None = None
        self._sheets: list[QLabel] = []
        self._lay_out()
        self._fetch()

    @property
    def message(self) -> str:
        """What it says of how things went."""
        return self._message.text()

    def make_copy(self) -> None:
        """Add a copy without metadata beside the original, which stays as it is."""
        self._copy.setEnabled(False)
        self._say(_("Making the copy"))
        file, vault = self._file, self._vault

        def work() -> bytes | None:
            data = read_whole(vault, file.id)
            try:
                return without_metadata(data, file.media_type) if data else None
            except CannotStrip:
                return None

        in_background(self, work).on_success(self._add_copy).on_failure(
            lambda error: self._say(reading_failed(error))
        ).start()

    def hand_out(self) -> HandOutPanel:
        """The panel that writes a plain copy; show it with `open`."""
        panel = HandOutPanel(self, self._vault, self._file)
        panel.written.connect(
            lambda path: self._say(_("Written, not encrypted: {path}").format(path=path))
        )
        return panel

    def _fetch(self) -> None:
        id = self._file.id

        def work(session: Session) -> Attachment:
            session.attachments.consulted(id, LOOKED_AT)
            return session.attachments.get(id)

        Operation(self, self._vault.perform(work)).on_success(self._know).on_failure(
            lambda error: self._say(reading_failed(error))
        ).start()
        in_background(self, self._see).on_success(self._show).start()

    def _see(self) -> _Seen:
        """Runs beside the window: opens, verifies and draws the file in memory."""
        kind = self._file.media_type
        try:
            data = read_whole(self._vault, self._file.id)
        except StorageError as error:
            return _Seen(problem=reading_failed(error))
        if data is None:
            return _Seen(too_large=True)
        if kind == PDF:
            images = tuple(pages(data, _SHOWN.width() // 2))
        else:
            image = picture(data, kind, _SHOWN)
            images = () if image.isNull() else (image,)
        return _Seen(images, read(data, kind))

    def _know(self, attachment: Attachment) -> None:
        self._attachment = attachment
        added = _("Added {time} by {person}").format(
            time=moment(attachment.added), person=attachment.author
        )
        self._added.setText(added)

    def _show(self, seen: _Seen) -> None:
        self._none.setVisible(not seen.images)
        if seen.problem:
            self._none.hide()
            self._say(seen.problem)
        elif seen.too_large:
            self._none.setText(_("Too large to be shown here. A copy can be handed out."))
        elif not seen.images:
            self._none.setText(
                _("Files of this kind are not shown here. A copy can be handed out.")
            )
        for image in seen.images:
            sheet = QLabel()
            sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            sheet.setAccessibleName(_("Picture of {name}").format(name=self._file.title))
            sheet.setPixmap(self._fitted(image))
            self._pictures.addWidget(sheet)
        if len(seen.images) == MOST_PAGES:
            words = _("The first {count} pages are shown.").format(count=MOST_PAGES)
            self._pictures.addWidget(Label(words, "muted"))
        self._pictures.addStretch(1)
        self._show_facts(seen.facts)
        self._hand_out.setEnabled(not seen.problem)

    def _fitted(self, image: QImage) -> QPixmap:
        room = self._view.viewport().size() - QSize(24, 24)
        width = min(room.width(), image.width())
        if self._file.media_type == PDF:
            return QPixmap.fromImage(
                image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            )
        if image.width() <= room.width() and image.height() <= room.height():
            return QPixmap.fromImage(image)
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        return QPixmap.fromImage(image.scaled(room, keep, smooth.SmoothTransformation))

    def _show_facts(self, found: tuple[Fact, ...]) -> None:
        telling = any(fact.telling for fact in found)
        self._says.setVisible(bool(found))
        if telling:
            chip = Chip(_("Can lead to a person or place"), "amber")
            self._facts.addWidget(chip, alignment=Qt.AlignmentFlag.AlignLeading)
        for fact in found:
            label = Label(fact.label, "muted")
            text = Label(fact.text, "strong" if fact.telling else "")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(label)
            self._facts.addWidget(text)
        can_copy = telling and self._file.media_type in STRIPPABLE
        self._copy.setVisible(can_copy)

    def _add_copy(self, data: bytes | None) -> None:
        original = self._attachment
        if data is None or original is None:
            self._say(_("This file is built in an unknown way; no copy was made of it."))
            return
        addition = Addition(
            io.BytesIO(data),
            _("Copy without metadata of {name}").format(name=original.title),
            original.media_type,
            original.record,
            original.draft,
            original.id,
        )
        Operation(self, self._vault.attach(addition)).on_success(self._was_copied).on_failure(
            lambda error: self._say(adding_failed(error))
        ).start()

    def _was_copied(self, _copy: Attachment) -> None:
        self._say(_("The copy stands beside the original, which stays as evidence."))
        self.copied.emit()

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def _lay_out(self) -> None:
        inside = QWidget()
        self._pictures = QVBoxLayout(inside)
        indent(self._pictures, 0, 0, 8, 0)
        self._none = Label(_("Opening the file"), "muted")
        self._pictures.addWidget(self._none)
        self._view = scrolling(inside, _("Picture of {name}").format(name=self._file.title))
        side = QWidget()
        side.setFixedWidth(current().px(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._about(), 1)
        self._message = Label("", "muted")
        self._message.hide()
        column.addWidget(self._message)
        self._copy = Button(_("Copy without these details"), icon="copy")
        self._copy.clicked.connect(self.make_copy)
        self._copy.hide()
        self._hand_out = Button(_("Hand out a copy"), icon="download")
        self._hand_out.setEnabled(False)
        self._hand_out.clicked.connect(lambda: self.hand_out().open())
        close = Button(_("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        column.addWidget(self._copy)
        column.addWidget(self._hand_out)
        column.addLayout(row(None, close))
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 24, 24, 24)
        across.setSpacing(24)
        across.addWidget(self._view, 1)
        across.addWidget(side)

    def _about(self) -> QScrollArea:
        """The column that says what the file is; it scrolls where a file says a lot."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        indent(column, 0, 0, 8, 0)
        column.setSpacing(6)
        column.addWidget(Label(self._file.title, "heading"))
        column.addWidget(Label(facts(self._file.media_type, self._file.size), "muted"))
        self._added = Label("", "muted")
        column.addWidget(self._added)
        column.addWidget(Label(_("SHA-256 of the original"), "label"))
        digest = Label(spaced(self._file.sha256), "muted")
        digest.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        digest.setAccessibleName(_("SHA-256 of the original"))
        column.addWidget(digest)
        self._says = Card()
        self._says.column.addWidget(Label(_("Details inside the file"), "label"))
        self._facts = QVBoxLayout()
        self._facts.setSpacing(2)
        self._says.column.addLayout(self._facts)
        self._says.hide()
        column.addWidget(self._says)
        column.addStretch(1)
        area = scrolling(inside, _("About the file"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area
