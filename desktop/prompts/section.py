"""One subject of a conversation: a line with how far it came, which opens to ask and to write."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.theme.buttons import Button
from desktop.theme.labels import Chip, Label
from desktop.theme.layouts import Flow
from desktop.theme.look import current
from desktop.theme.tokens import FIELD, RADIUS
from desktop.widgets.sections import Section
from forms import NodeState
from translations.interface import _

_PAD = 12


class Line(QPushButton):
    """Words and a chip across the whole width, to press; as tall as its words are long."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setProperty("row", True)
        self.setCheckable(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # a button’s own height is fixed
        self.setSizePolicy(policy)
        self.words = Label("", "strong")
        self.chip = Chip("")
        across = QHBoxLayout(self)
        across.setContentsMargins(_PAD, 2, _PAD, 2)  # two lines of words in a finger’s height
        across.setSpacing(8)
        across.addWidget(self.words, 1)
        across.addWidget(self.chip, alignment=Qt.AlignmentFlag.AlignVCenter)
        for part in (self.words, self.chip):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As wide as it may be, and a finger tall with the space below it."""
        return QSize(current().px(240), current().px(FIELD))

    def minimumSizeHint(self) -> QSize:
        """Its words wrap."""
        return QSize(current().px(120), current().px(FIELD))

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels it is tall at `width` pixels."""
        layout = self.layout()
        wanted = layout.totalHeightForWidth(width) if layout is not None else 0
        return max(wanted, current().px(FIELD))


class PromptSection(Section):
    """A subject, folded to its line until it is asked for; nothing about it is a measure."""

    opened = Signal(str)
    """Its path: it was unfolded, so others may fold."""
    show_asked = Signal(str)
    """Its path: its opening shall be shown in her language."""
    source_asked = Signal(str)
    """What it rests on, as the form cites it, shall be read."""

    def __init__(self, path: str, state: NodeState, *, has_opening: bool) -> None:
        """The group at `path`; only one with an opening can be shown to her."""
        self.path = path
        self._source = state.source
        super().__init__(state, 0)
        self._foot = QWidget()
        foot = Flow(self._foot, 12)
        self.show_her = Button(_("Show in her language"), icon="languages")
        self.show_her.clicked.connect(lambda: self.show_asked.emit(self.path))
        self.why = Button(state.source, "link")
        self.why.setAccessibleName(_("Read {source}").format(source=state.source))
        self.why.clicked.connect(lambda: self.source_asked.emit(self._source))
        foot.addWidget(self.show_her)
        foot.addWidget(self.why)
        self.show_her.setVisible(has_opening)  # not before: alone it would be a window
        self.why.setVisible(bool(state.source))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._foot)
        layout.setSpacing(4)
        for part in (self.column, foot):
            part.setContentsMargins(_PAD, 0, _PAD, _PAD)
        self.fold(True)

    @property
    def is_folded(self) -> bool:
        """Whether only its line is shown."""
        return self.body.isHidden()

    def fold(self, folded: bool) -> None:
        """Show only its line, or all of it."""
        self.body.setVisible(not folded)
        self._foot.setVisible(not folded)
        self.line.setChecked(not folded)
        self.line.chip.setVisible(folded and bool(self.line.chip.text()))
        self._say()
        self.update()

    def show_progress(self, words: str, *, is_discussed: bool) -> None:
        """How far it came, in the form's own words."""
        self.line.chip.set_state(words, "teal" if is_discussed else "neutral")
        self.line.chip.setVisible(self.is_folded and bool(words))
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground while it is open, else a line below it."""
        super().paintEvent(event)
        colours, painter = current().colours, QPainter(self)
        if self.is_folded:
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)

    def _make_head(self, depth: int) -> QWidget:
        del depth
        self.line = Line()
        self.line.clicked.connect(self._turn)
        return self.line

    def _tell(self, state: NodeState) -> None:
        self.line.words.setText(state.label)
        self._say()

    def _turn(self) -> None:
        self.fold(not self.is_folded)
        if not self.is_folded:
            self.opened.emit(self.path)

    def _say(self) -> None:
        parts = filter(None, (self.line.words.text(), self.line.chip.text()))
        self.line.setAccessibleName(", ".join(parts))
