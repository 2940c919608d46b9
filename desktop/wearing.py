"""Dresses the application as its officer likes it: theme, text size and language."""

from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.preferences import Preferences
from desktop.speaking import speak


def wear(liked: Preferences) -> bool:
    """Put `liked` on the running application.

    True if the language is another: windows that stand already have to be built anew.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Theme(liked.theme), liked.text_scale)
    return speak(liked.language)
