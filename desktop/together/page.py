"""One page of her screen: a question in large words, its answer, and the way on."""

from dataclasses import dataclass, field

from PySide6.QtCore import QLocale, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.cards.faces import face
from desktop.cards.sheet import SWIPE
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label
from desktop.theme.look import Look, current
from desktop.theme.stylesheet import stylesheet
from desktop.theme.tokens import Sizes
from translations.languages import language

LARGE = 1.5
"""How much larger than the officer's pages her words are, at 100 %."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a page shows, in her language.

    Attributes:
        code: the language.
        chapter, title, hint: the words at its head; "" for none.
        parts: answers and further words below, in reading order.
        banner: the sentences that say it is a draft.
        back, onward: the words of the two buttons; "" where there is nothing more that way.
    """

    code: str
    chapter: str = ""
    title: str = ""
    hint: str = ""
    parts: list[QWidget] = field(default_factory=list)
    banner: tuple[str, ...] = ()
    back: str = ""
    onward: str = ""


class HerPage(QWidget):
    """Shows one `Content`, large, from the side where her language begins."""

    swiped = Signal(int)
    """The next page is wanted (1), or the one before (-1)."""

    def __init__(self, content: Content, zoom: float, *, has_english: bool) -> None:
        """`zoom` enlarges all of it; without `has_english` beside, the draft says so in both."""
        super().__init__()
        self._code = content.code
        self._pressed: QPointF | None = None
        self.setLayoutDirection(QLocale(content.code).textDirection())
        scale = LARGE * zoom
        look = current()
        sample = " ".join((content.title, content.hint, content.onward))
        drawn = face(sample, language(content.code), Sizes.at(look.scale * scale).body)
        self.setStyleSheet(_sheet(look, drawn, scale, self.isRightToLeft()))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.parts = content.parts
        self.back = Button(content.back, big=True)
        self.onward = Button(content.onward, "primary", big=True)
        self._lay_out(content, has_english=has_english)

    def focus_first(self) -> None:
        """Put the caret into the first answer, or onto the way on."""
        inner = [each for part in self.parts for each in (part, *part.findChildren(QWidget))]
        ready = [each for each in inner if each.isEnabled() and each.isVisibleTo(self)]
        tab = Qt.FocusPolicy.TabFocus
        first = next((each for each in ready if each.focusPolicy() & tab), self.onward)
        first.setFocus()
        if isinstance(first, QPlainTextEdit):
            first.moveCursor(QTextCursor.MoveOperation.End)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: a press beside the answers may become a swipe."""
        self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: a movement along the line turns the page, the way her language is read."""
        if self._pressed is None:
            return
        along, self._pressed = event.position() - self._pressed, None
        if abs(along.x()) < SWIPE or abs(along.x()) < 2 * abs(along.y()):
            return
        onward = along.x() > 0 if self.isRightToLeft() else along.x() < 0
        self.swiped.emit(1 if onward else -1)

    def _lay_out(self, content: Content, *, has_english: bool) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 28, 40, 12)
        column.setSpacing(current().px(14))
        if content.banner:
            draft = Card("amber")
            for words in content.banner[: 1 if has_english else 2]:
                draft.column.addWidget(Label(words, "muted"))
            column.addWidget(draft)
        column.addStretch(1)
        for words, kind in ((content.chapter, "muted"), (content.title, "title")):
            if words:
                column.addWidget(Label(words, kind))
        if content.hint:
            column.addWidget(Label(content.hint))
        for part in content.parts:
            column.addWidget(part)
        column.addStretch(2)
        for button in (self.back, self.onward):
            button.setVisible(bool(button.text()))
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        foot = row(self.back, None, self.onward)
        foot.setContentsMargins(40, 12, 40, 28)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(foot)


def _sheet(look: Look, drawn: QFont, scale: float, rightward: bool) -> str:
    """The style sheet of a page whose words are `scale` times as large, in the faces of `drawn`.

    Qt mirrors an alignment by the application's direction, whatever the page's own is.
    """
    families = ", ".join(f'"{name}"' for name in drawn.families())
    body = f"* {{ font-size: {drawn.pixelSize()}px; font-family: {families} }}"
    wide = (
        'QPushButton[big="true"], QPushButton[big="true"]:focus { padding: 0 30px }'
        'QPushButton[choice="true"], QPushButton[choice="true"]:focus { padding: 0 16px;'
        f" text-align: {'left' if rightward == QGuiApplication.isRightToLeft() else 'right'} }}"
    )
    sizes = Sizes.at(look.scale * scale)
    return body + stylesheet(look.colours, sizes, look.scale * min(scale, 1.6)) + wide
