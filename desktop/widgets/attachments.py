"""Answers that are files: chosen, dropped, pasted or drawn; the vault keeps them, not the form."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.file_dialogs import open_file
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.labels import Label, redress
from desktop.theme.layouts import Flow
from desktop.theme.notices import Progress
from desktop.widgets.answer import Answer
from desktop.widgets.attachments_drawing import DrawingPad
from desktop.widgets.attachments_files import (
    PNG,
    Attached,
    Files,
    Offered,
    file_filter,
    offered_at,
    offered_in,
    png,
)
from desktop.widgets.attachments_row import FileRow
from desktop.widgets.attachments_words import invitation, later, refusal
from translations.interface import _


class UploadAnswer(Answer):
    """One file: an empty place that takes it, then a row that says which one it is."""

    hashed = Signal(str, str)
    """The path, and the SHA-256 of the file that was added, "" when it was taken out."""

    def __init__(self, path: str, kind: str, *, drawn: str = "") -> None:
        """Ask for a file of `kind` (image, audio, video, file).

        `drawn` lets it be drawn with mouse, pen or finger: as a `signature`, or to `draw` freely.
        """
        super().__init__(path)
        self._kind, self._drawn = kind, drawn
        self._files: Files | None = None
        self._value = self._before = ""
        self._readonly = False
        self._cancel: Callable[[], None] | None = None
        self.setAcceptDrops(True)
        self._place = QFrame()
        self._place.setProperty("kind", "drop")
        self._words = Label(kind="muted")
        self._buttons = self._make_buttons()
        self._row = FileRow()
        self._row.looked.connect(self._look)
        self._row.removed.connect(self._take_out)
        self._busy = QVBoxLayout()
        self._progress: Progress | None = None
        self._problem = ErrorLine()
        self._lay_out()
        self.retranslate()
        self._show_state()

    def serve(self, files: Files | None) -> None:
        """Use `files` from now on; None where nothing can be kept, as when a form is tried."""
        self._files = files
        self._look_up()

    def write(self, value: str) -> None:
        """Show the file that is called `value`."""
        if value != self._value:
            self._value = value
            self._look_up()

    def set_readonly(self, readonly: bool) -> None:
        """Let the file be looked at only."""
        self._readonly = readonly
        self._show_state()

    def parts(self) -> tuple[QWidget, ...]:
        """The buttons, of the empty place and of the row."""
        return (*self._buttons, *self._row.buttons)

    def mark(self) -> QWidget | None:
        """The empty place."""
        return self._place

    def describe(self, name: str, description: str) -> None:
        """The buttons keep their own words as their names."""
        for part in self.parts():
            part.setAccessibleDescription(f"{name} {description}".strip())

    def retranslate(self) -> None:
        """The words of the empty place and its buttons."""
        self._choose.set_words(_("Choose a file"))
        self._paste.set_words(_("Paste"))
        self._draw.set_words(_("Sign here") if self._drawn == "signature" else _("Draw"))
        self._undo.set_words(_("Bring it back"))
        self._show_state()

    # What can be done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pasting works wherever the focus is in here."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._may_take:
            self._paste_it()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that a file may be let go here."""
        if self._may_take and offered_in(event.mimeData()):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went elsewhere."""
        super().dragLeaveEvent(event)
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is let go here."""
        self._light(False)
        event.acceptProposedAction()
        self._take_first(offered_in(event.mimeData()))

    def offer(self, offered: Offered) -> None:
        """Take a file in, if it is of the kind that is asked for."""
        if self._files is None:
            return
        if self._kind != "file" and not offered.media_type.startswith(f"{self._kind}/"):
            self._problem.say(refusal(self._kind).format(name=offered.title))
            return
        self._problem.say("")
        self._progress = Progress(_("Sealing {name}").format(name=offered.title), parent=self)
        self._busy.addWidget(self._progress)
        self._cancel = self._files.take(
            offered, self, step=self._step, done=self._done, failed=self._failed
        )
        self._progress.cancelled.connect(self._cancel)
        self._show_state()

    @property
    def _may_take(self) -> bool:
        return bool(self._files and not self._value and not self._readonly and not self._progress)

    def _step(self, thousandths: int) -> None:
        if self._progress:
            self._progress.advance(thousandths, 1000)

    def _done(self, file: Attached) -> None:
        self._ended()
        self._row.show_file(file.title, file.media_type, file.size, file.sha256)
        self._set(file.name, file.sha256)
        self._look_up()

    def _failed(self, words: str) -> None:
        self._ended()
        self._problem.say(words)
        self._show_state()

    def _ended(self) -> None:
        if self._progress:
            self._busy.removeWidget(self._progress)
            self._progress.deleteLater()
        self._progress = self._cancel = None

    def _take_out(self) -> None:
        self._before = self._value
        self._set("", "")
        self._undo.setFocus()

    def _bring_back(self) -> None:
        if self._files is None:
            return
        self._files.look_up(self._before, self, self._found_again)

    def _found_again(self, file: Attached | None) -> None:
        if file is not None:
            self._set(file.name, file.sha256)

    def _set(self, value: str, sha256: str) -> None:
        self._value = value
        self.give(value)
        self.hashed.emit(self.path, sha256)
        self._look_up()

    def _look(self) -> None:
        if self._files and self._row.file:
            self._files.show(self._row.file, self)

    def _look_up(self) -> None:
        """Ask for what is known of the file, and show it."""
        self._row.forget()
        if self._value and self._files:
            self._files.look_up(self._value, self, self._found)
        self._show_state()

    def _found(self, file: Attached | None) -> None:
        if file is None or file.name != self._value or self._files is None:
            return
        self._row.file = file
        self._row.show_file(file.title, file.media_type, file.size, file.sha256)
        self._files.picture(file, self, self._row.show_picture)
        self._show_state()

    def _choose_it(self) -> None:
        if path := open_file(self, kinds=file_filter(self._kind)):
            self.offer(offered_at(path))

    def _paste_it(self) -> None:
        found = offered_in(QGuiApplication.clipboard().mimeData())
        if not found:
            self._problem.say(_("Nothing that could be added here was copied."))
        self._take_first(found)

    def _draw_it(self) -> None:
        pad = DrawingPad(self, signature=self._drawn == "signature")
        if pad.exec() == DrawingPad.DialogCode.Accepted:
            title = _("Signature") if self._drawn == "signature" else _("Drawing")
            self.offer(Offered(png(pad.image()), f"{title}.png", PNG))

    def _take_first(self, found: list[Offered]) -> None:
        if len(found) > 1:
            self._problem.say(_("One file goes here; add the others one by one."))
        elif found and self._may_take:
            self.offer(found[0])

    # How it looks

    def _show_state(self) -> None:
        busy, filled = self._progress is not None, bool(self._value)
        free = not busy and not filled
        self._place.setVisible(free)
        self._row.setVisible(filled and not busy)
        self._row.allow_removing(not self._readonly)
        serving = self._files is not None and not self._readonly
        for button in self._buttons:
            button.setVisible(serving)
        self._draw.setVisible(serving and bool(self._drawn))
        self._undo.setVisible(serving and bool(self._before))
        if filled and self._row.file is None:
            self._row.show_name(self._value)
        self._words.setText(
            invitation(self._kind, self._drawn)
            if serving
            else later(can_keep=self._files is not None)
        )

    def _light(self, on: bool) -> None:
        self._place.setProperty("state", "teal" if on else "")
        redress(self._place)

    def _make_buttons(self) -> tuple[Button, ...]:
        self._draw = Button("", icon="pen-line")
        self._choose = Button("", icon="paperclip")
        self._paste = Button("", icon="clipboard-paste")
        self._undo = Button("", "quiet", icon="undo-2")
        for button, call in (
            (self._draw, self._draw_it),
            (self._choose, self._choose_it),
            (self._paste, self._paste_it),
            (self._undo, self._bring_back),
        ):
            button.clicked.connect(call)
        return (self._draw, self._choose, self._paste, self._undo)

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._place)
        inner.setContentsMargins(12, 10, 12, 12)
        inner.addWidget(self._words)
        flow = QWidget()
        line = Flow(flow)
        for button in self._buttons:
            line.addWidget(button)
        inner.addWidget(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._place, self._row):
            column.addWidget(part)
        column.addLayout(self._busy)
        column.addWidget(self._problem)
