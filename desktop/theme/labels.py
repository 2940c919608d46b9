"""Words on screen: headings, hints, chips and keys, each drawn as its kind asks."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

STATES = ("neutral", "teal", "amber", "danger")
"""What a chip or frame may say beside its words: nothing, well, waiting, danger or loss."""

_PLAIN_TEXT = 0  # Qt.TextFormat.PlainText; see desktop.theme.look on what naming it would cost


class Label(QLabel):
    """Plain text that wraps; markup in a record's text stays visible instead of being obeyed.

    `kind` is one of title, heading, label, strong, muted, hint, error, or "" for body text.
    """

    def __init__(
        self, text: str = "", kind: str = "", *, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", _PLAIN_TEXT)
        if kind:
            self.setProperty("kind", kind)
        self.setWordWrap(wrap)
        self.setText(text)
        if self.isRightToLeft():
            self._lean()

    def changeEvent(self, event: QEvent) -> None:
        """Words of any script stand at the side where reading begins."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lean()

    def _lean(self) -> None:
        """Qt would align by the script of the words; a page must have one edge."""
        from PySide6.QtCore import Qt

        side = Qt.AlignmentFlag
        leading = side.AlignRight if self.isRightToLeft() else side.AlignLeft
        centred = self.alignment() & side.AlignHCenter
        if not centred:
            self.setAlignment(leading | side.AlignAbsolute | side.AlignVCenter)


class Chip(Label):
    """A short state in a pill; its words say it, the colour only repeats it."""

    def __init__(self, text: str, state: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, "chip", wrap=False, parent=parent)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)  # a pill, whatever stands beside it
        self.setProperty("state", state)

    def set_state(self, text: str, state: str) -> None:
        """Show `text` in `state`, one of `STATES`."""
        self.setText(text)
        if self.property("state") != state:
            self.setProperty("state", state)
            redress(self)


class Keys(Label):
    """The keys that do the same, as `Ctrl+N`, in the way this system writes them."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(written(keys), "keys", wrap=False, parent=parent)


def written(keys: str) -> str:
    """`keys` such as "Ctrl+N" in the way this system writes them, with spaces: "Ctrl N"."""
    shown = keys
    if "+" in keys:  # one key is written alike everywhere, and loads nothing
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    between, last = shown[:-1].replace("+", " "), shown[-1:]  # the last may be the plus itself
    return between + last


def breaking(path: str) -> str:
    """`path` as a label can break it where a line ends: after each folder."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def redress(widget: QWidget) -> None:
    """Match the style sheet anew after a dynamic property has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
