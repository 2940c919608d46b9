"""A guidance document of the force's, read page by page in the notebook, without a network."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.attachments.pdf import sheet
from desktop.guidance.documents import Document, page_of, words
from desktop.operations import in_background
from desktop.theme.buttons import Button
from desktop.theme.frames import line
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow
from desktop.theme.reaching import Reaching
from desktop.theme.scrolling import by_key
from translations.interface import _

WIDTH = 960
"""Pixels that a page is drawn wide at 100 %."""
ZOOMS = (0.6, 0.8, 1.0, 1.25, 1.5, 2.0)
_EDGE = 48
"""Pixels of the window behind that stay in sight."""


class DocumentWindow(Reaching, QDialog):
    """Shows one page at a time; Page Up and Page Down turn, Ctrl with + and − change the size."""

    def __init__(
        self, parent: QWidget, document: Document, page: int = 0, citation: str = ""
    ) -> None:
        """Open `document` at `page` (from 0), or where the `citation`'s number begins a line."""
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        self.resize(parent.window().width() - _EDGE, parent.window().height() - _EDGE)
        self._document = document
        self.page, self.count = page, 0
        self._zoom = ZOOMS.index(1.0)
        self._asked = 0
        self._lay_out()
        if citation:
            in_background(self, lambda: page_of(document, citation)).on_success(
                self.turn_to
            ).start()
        else:
            self.turn_to(page)

    def turn_to(self, page: int) -> None:
        """Show a page, as far as there is one."""
        self.page = max(0, page if not self.count else min(page, self.count - 1))
        self._asked += 1
        asked, at, document = self._asked, self.page, self._document
        wide = round(WIDTH * ZOOMS[self._zoom] * self.devicePixelRatioF())

        def work() -> tuple[QImage, int, str]:
            if document.is_pdf:
                image, count = sheet(document.path.read_bytes(), at, wide)
                return image, count, ""
            told = words(document)
            return QImage(), len(told), told[min(at, len(told) - 1)] if told else ""

        def tried() -> tuple[QImage, int, str]:
            try:
                return work()
            except OSError:
                return QImage(), 0, ""

        in_background(self, tried).on_success(lambda found: self._show(asked, *found)).start()

    def zoom_by(self, steps: int) -> None:
        """Larger, or with a negative number smaller."""
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self.turn_to(self.page)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: larger words are larger here too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_text()

    def _show(self, asked: int, image: QImage, count: int, text: str) -> None:
        if asked != self._asked:
            return  # another page was asked for meanwhile
        self.count = count
        self.page = min(self.page, max(0, count - 1))
        readable = count > 0
        self._place.setText(
            _("Page {page} of {pages}").format(page=self.page + 1, pages=count)
            if readable
            else _("This file can’t be read. Ask your force IT for another copy.")
        )
        self.before.setEnabled(self.page > 0)
        self.after.setEnabled(self.page + 1 < count)
        if image.isNull():
            self._text.setPlainText(text)
            self._fit_text()
            self._stack.setCurrentWidget(self._text)
            return
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._sheet.setPixmap(QPixmap.fromImage(image))
        self._sheet.setAccessibleName(self._place.text())
        self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._scroll)

    def _fit_text(self) -> None:
        font = self.font()
        font.setPixelSize(round(self.fontInfo().pixelSize() * ZOOMS[self._zoom]))
        self._text.document().setDefaultFont(font)

    def _lay_out(self) -> None:
        self._place = Label("", "muted", wrap=False)
        self.before = Button(_("Page before"), keys="PgUp")
        self.before.clicked.connect(lambda: self.turn_to(self.page - 1))
        self.after = Button(_("Next page"), keys="PgDown")
        self.after.clicked.connect(lambda: self.turn_to(self.page + 1))
        smaller = Button("A−\N{LEFT-TO-RIGHT MARK}", keys="Ctrl+-")
        larger = Button("A+\N{LEFT-TO-RIGHT MARK}", keys="Ctrl++")
        smaller.setAccessibleName(_("Smaller"))
        larger.setAccessibleName(_("Larger"))
        smaller.clicked.connect(lambda: self.zoom_by(-1))
        larger.clicked.connect(lambda: self.zoom_by(1))
        close = Button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(12)
        below = QWidget()
        below.setContentsMargins(24, 0, 24, 12)
        tools = Flow(below, 12)
        title = Label(self._document.title, "heading")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(self._place)
        head.addLayout(words, 1)
        head.addWidget(close)
        for button in (self.before, self.after, smaller, larger, close):
            button.setAutoDefault(False)
            if button is not close:
                tools.addWidget(button)
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._sheet)
        by_key(self._scroll, self._document.title)
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setAccessibleName(self._document.title)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(below)
        column.addWidget(line())
        column.addWidget(self._stack, 1)
