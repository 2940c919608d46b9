"""Signing on the page itself, with pen, finger or mouse, also while it is turned round."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.widgets.attachments_drawing import SIZE, Sheet
from desktop.widgets.attachments_files import PNG, Attached, Files, Offered, png
from translations.interface import _

_SEEN = QSize(420, 160)


class SignPad(QWidget):
    """Asks for a signature; it goes into the vault as any file does, and can be begun again."""

    signed = Signal(str, str)
    """The question's path, and the answer: the file's neutral name, "" when it was taken back."""

    def __init__(self, path: str, value: str, files: Files, say: Callable[[str], str]) -> None:
        """Sign for the question at `path`, whose answer is `value` now.

        `say` gives the words of her screen in her language, by their name.
        """
        super().__init__()
        self.path = path
        self._files = files
        self.sheet = Sheet(SIZE, ruled=True)
        self.sheet.setMinimumHeight(190)
        self.sheet.setAccessibleName(say("sign_here"))
        self.sheet.drawn.connect(self._show_state)
        self._words = Label(say("sign_here"), "strong")
        self._seen = QLabel()
        self._seen.setAccessibleName(_("Signature"))
        self._problem = Label(kind="error")
        self.again = Button(say("again"), big=True)
        self.again.clicked.connect(self._begin_again)
        self.done = Button(say("done"), "primary", big=True)
        self.done.clicked.connect(self._keep)
        self._value = value
        self._busy = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._words, self.sheet, self._seen, self._problem):
            column.addWidget(part)
        column.addLayout(row(self.again, self.done, None))
        self._show_state()
        if value:
            files.look_up(value, self, self._found)

    def _keep(self) -> None:
        self._busy = True
        self._show_state()
        name = _("Signature")
        self._files.take(
            Offered(png(self.sheet.image()), f"{name}.png", PNG),
            self,
            step=lambda _thousandths: None,
            done=self._kept,
            failed=self._failed,
        )

    def _kept(self, file: Attached) -> None:
        self._busy = False
        self._value = file.name
        self._show_picture(self.sheet.image())
        self._show_state()
        self.signed.emit(self.path, file.name)

    def _failed(self, words: str) -> None:
        self._busy = False
        self._problem.setText(words)
        self._show_state()

    def _begin_again(self) -> None:
        self._value = ""
        self._problem.setText("")
        self.sheet.clear()
        self._show_state()
        self.signed.emit(self.path, "")

    def _found(self, file: Attached | None) -> None:
        if file is not None:
            self._files.picture(file, self, self._show_picture)

    def _show_picture(self, image: QImage) -> None:
        shown = image.scaled(
            _SEEN, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._seen.setPixmap(QPixmap.fromImage(shown))

    def _show_state(self) -> None:
        signed = bool(self._value)
        self.sheet.setVisible(not signed)
        self._words.setVisible(not signed)
        self._seen.setVisible(signed)
        self._problem.setVisible(bool(self._problem.text()))
        self.done.setVisible(not signed)
        self.done.setEnabled(not self._busy and not self.sheet.is_empty)
        self.again.setEnabled(not self._busy and (signed or not self.sheet.is_empty))
