"""Buttons: one primary to a page, secondary and quiet ones beside it, words always."""

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.theme.labels import Keys
from desktop.theme.look import current

_DRESSED = (QEvent.Type.LayoutRequest, QEvent.Type.Show)
KINDS = ("primary", "secondary", "quiet", "danger", "link", "find")


class Button(QPushButton):
    """A push button that shows its key beside its words and keeps a touchable height.

    `kind` is one of `KINDS`; `big` makes the 44 px target of a page's main actions; `icon` names
    a file of `desktop/theme/icons`; `keys` such as "Ctrl+N" is shown and works in its window: from
    `wake` on, if it is made `asleep`, which a window does that must be painted soon.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        keys: str = "",
        big: bool = False,
        asleep: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._keys: Keys | None = None
        super().__init__(text.replace("&", "&&"), parent)
        self.setProperty("kind", kind)
        if big:
            self.setProperty("big", True)
        if icon:
            self.set_icon(icon)
        self._words_of_keys = keys
        if keys:
            self._show_keys(keys)
        if not asleep:
            self.wake()

    def wake(self) -> None:
        """Let its keys work."""
        if self._words_of_keys:
            self.setShortcut(QKeySequence(self._words_of_keys))

    def set_keys_shown(self, shown: bool) -> None:
        """Whether its keys stand beside its words; they work in either case."""
        if self._keys is not None and self._keys.isHidden() == shown:
            self._keys.setVisible(shown)
            self.updateGeometry()

    def set_words(self, text: str) -> None:
        """Change what the button says, as after a change of language."""
        self.setText(text.replace("&", "&&"))

    def set_icon(self, name: str) -> None:
        """Draw the icon `name` before the words, in their colour."""
        from desktop.theme.icons import icon  # QtSvg is not needed to unlock

        kind = self.property("kind")
        tokens = {
            "primary": "accent_text",
            "danger": "danger",
            "quiet": "accent",
            "link": "muted",
            "find": "muted",
        }
        self.setIcon(icon(name, tokens.get(kind, "text")))
        self.setIconSize(_icon_size())

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        hint = super().sizeHint()
        if self._keys is not None and not self._keys.isHidden():
            self._keys.ensurePolished()
            hint.setWidth(hint.width() + self._keys.sizeHint().width() + 8)
        return hint

    def minimumSizeHint(self) -> QSize:
        """The least size its words can be read in."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps its parts in place."""
        super().resizeEvent(event)
        self._place_keys()

    def event(self, event: QEvent) -> bool:
        """Its keys work at once; Qt would show a press of 100 ms first."""
        if event.type() == QEvent.Type.Shortcut and self.isEnabled():
            self.click()
            return True
        if event.type() in _DRESSED and self._keys is not None:
            self._measure()  # its keys are dressed, perhaps unseen, and want another width
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it as Space does; Qt itself does so in dialogs only."""
        from PySide6.QtCore import Qt  # naming its keys would delay the first window

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew when the theme or the text size changes."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.StyleChange:
            return
        if not self.icon().isNull():
            self.setIconSize(_icon_size())
        if self._keys is not None:  # they are dressed after this button is
            QTimer.singleShot(0, self, self._measure)

    def _show_keys(self, keys: str) -> None:
        self._keys = Keys(keys, self)
        self.setProperty("keyed", True)
        if self.property("kind") == "primary":
            self._keys.setProperty("state", "primary")

    def _measure(self) -> None:
        self.updateGeometry()
        self._place_keys()

    def _place_keys(self) -> None:
        if self._keys is None:
            return
        self._keys.resize(self._keys.sizeHint())
        inset = 19 if self.property("big") else 15
        if self.property("kind") == "quiet":
            inset = 9  # as the style sheet pads it
        rightward = not self.isRightToLeft()
        left = self.width() - self._keys.width() - inset if rightward else inset
        self._keys.move(left, (self.height() - self._keys.height()) // 2)


def _icon_size() -> QSize:
    """Wider than tall: the icon stands in the middle, and so a little off the words."""
    look = current()
    return QSize(look.px(16) + 6, look.px(16))
