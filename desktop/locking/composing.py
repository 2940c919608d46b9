"""Words that an input method offers and nobody has settled yet: a lock takes them as they stand."""

from PySide6.QtCore import QEvent, QMetaObject, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from shiboken6 import isValid


class Composing(QObject):
    """Follows what is being composed in the field with the focus (Japanese, Chinese, Korean …).

    It is drawn in the field, but is no part of its text before it is settled.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Follow the focus from now on."""
        super().__init__(parent)
        self._field: QObject | None = None
        self._words = ""
        self._going: QMetaObject.Connection | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusObjectChanged.connect(self._follow)
        self._follow(application.focusObject())

    def settle(self) -> None:
        """Have it become text: by the input method, else as it stands."""
        QGuiApplication.inputMethod().commit()
        if self._field is None or not self._words:
            return
        settled = QInputMethodEvent()
        settled.setCommitString(self._words)
        QGuiApplication.sendEvent(self._field, settled)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's hook: remembers what is offered."""
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._words = event.preeditString()
        return False

    def _follow(self, field: QObject | None) -> None:
        if self._going is not None:
            QObject.disconnect(self._going)
            self._going = None
        if self._field is not None and isValid(self._field):  # what is deleted gives the focus away
            self._field.removeEventFilter(self)
        self._words = ""
        self._field = field
        if field is not None:
            field.installEventFilter(self)
            self._going = field.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._field, self._words, self._going = None, "", None
