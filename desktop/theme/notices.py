"""What a page says about itself: nothing here yet, undone if you like, still at work."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.icons import draw
from desktop.theme.labels import Keys, Label, breaking
from desktop.theme.look import current
from translations.interface import _

_EDGE = 24
_UNDO_MS = 10_000  # how long a toast with Undo stays; it also stays while pointed at or focused


class Icon(QWidget):
    """An icon that stands by itself beside words; decoration, so nothing to a screen reader."""

    def __init__(
        self, name: str, token: str = "muted", side: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._token, self._side = name, token, side

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        side = current().px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The least size its words can be read in."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted in the theme of the moment."""
        del event
        side = current().px(self._side)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw(QPainter(self), self._name, place, getattr(current().colours, self._token))


class EmptyState(QWidget):
    """Says what belongs here, and offers the button that starts it (`button` when words given).

    `hints` are what can be done here: pairs of keys, "" for none, and what they do.
    """

    def __init__(
        self,
        icon: str,
        sentence: str,
        start: str = "",
        *,
        hints: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(Icon(icon, side=40), alignment=Qt.AlignmentFlag.AlignHCenter)
        words = Label(sentence, "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMinimumWidth(current().px(200))
        words.setMaximumWidth(current().px(420))
        middle = QHBoxLayout()  # an aligned label would get the height of a wider one, and be cut
        middle.addStretch(1)
        middle.addWidget(words, 1000)
        middle.addStretch(1)
        column.addLayout(middle)
        if hints:
            column.addLayout(_told(hints))
        self.button = Button(start, "primary", big=True, parent=self)
        self.button.setVisible(bool(start))
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


def _told(hints: Sequence[tuple[str, str]]) -> QHBoxLayout:
    """The keys one under another, what they do beside them, in the middle of the page."""
    at_end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    for place, (keys, words) in enumerate(hints):
        if keys:
            grid.addWidget(Keys(keys), place, 0, at_end)
        grid.addWidget(_Hint(words), place, 1)
    middle = QHBoxLayout()
    middle.addStretch(1)
    middle.addLayout(grid)
    middle.addStretch(1)
    return middle


class _Hint(Label):
    """In one line, and in more only where there is no room for that."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "muted")

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        hint = super().sizeHint()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(wide, self.heightForWidth(wide)) if wide > 1 else hint


class Toast(QFrame):
    """A bar across the foot of its parent that says what was done and offers to undo it.

    What its parent lays out makes room for it meanwhile: nothing that is read lies beneath.
    """

    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._undo: Callable[[], None] | None = None
        self._row = row = QHBoxLayout(self)
        row.setSpacing(8)
        self._words = Label("")
        row.addWidget(self._words)
        self._button = Button(_("Undo"), "quiet", icon="undo-2", parent=self)
        self._button.clicked.connect(self._take_back)
        row.addWidget(self._button)
        row.addStretch(1)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Show `words`; with `undo`, a button that calls it. Replaces what was said before."""
        self._undo = undo
        self._words.setText(breaking(words))
        self._button.set_words(_("Undo"))
        self._button.setVisible(undo is not None)
        above = 4 if undo else 12
        self._row.setContentsMargins(_EDGE, above, _EDGE, above)
        self.show()
        self._fit()
        self.raise_()
        self._timer.start(_UNDO_MS)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def dismiss(self) -> None:
        """Take the bar away; what was done stays done."""
        self._timer.stop()
        self._undo = None
        if self.isVisible():
            self.hide()
            self._make_room(0)
            self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps its place when the page around it changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew when the text size changes, once its words are dressed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As wide as the page, and as tall as its words are then."""
        page = self.parentWidget()
        if page is None:
            return
        self._words.ensurePolished()
        line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 1
        beside = self._button.sizeHint().width() + self._row.spacing() if self._undo else 0
        self._words.setMinimumWidth(max(0, min(line, page.width() - 2 * _EDGE - beside)))
        tall = self._row.totalHeightForWidth(page.width())
        self.setGeometry(0, page.height() - tall, page.width(), tall)
        self._make_room(tall if self.isVisible() else 0)

    def _take_back(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _leave(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(_UNDO_MS)
        else:
            self.dismiss()

    def _make_room(self, pixels: int) -> None:
        page = self.parentWidget()
        if page is not None and page.contentsMargins().bottom() != pixels:
            page.setContentsMargins(0, 0, 0, pixels)


class Progress(QWidget):
    """What is being done, how far it is, and Cancel where it can stop.

    `cancelled` fires once; after it the words say that it is stopping.
    """

    cancelled = Signal()

    def __init__(
        self, words: str, *, can_cancel: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        self._words = Label(words)
        row.addWidget(self._words, 1)
        self._cancel = Button(_("Cancel"), parent=self)
        self._cancel.setVisible(can_cancel)
        self._cancel.clicked.connect(self._stop)
        row.addWidget(self._cancel)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        column.addLayout(row)
        column.addWidget(self._bar)

    def begin(self, words: str) -> None:
        """Show it from the beginning again, for work of the same kind."""
        self.set_words(words)
        self._cancel.setEnabled(True)
        self._bar.setRange(0, 0)
        self.show()

    def advance(self, done: int, total: int) -> None:
        """`done` of `total` steps; a total of 0 means that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def set_words(self, words: str) -> None:
        """What is being done now."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.set_words(_("Stopping"))
        self.cancelled.emit()
