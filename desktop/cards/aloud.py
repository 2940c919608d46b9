"""Reading aloud, where the system has a voice for the language; silent about it otherwise."""

import importlib
from typing import Any

from PySide6.QtCore import QLocale, QObject

from translations.languages import Language


class Voice(QObject):
    """The system's speech, if PySide6-Addons is installed and there is any."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Find the system's engine; see `speaks`."""
        super().__init__(parent)
        self._engine = _engine(self)

    def speaks(self, language: Language) -> bool:
        """Whether there is a voice for the language."""
        if self._engine is None:
            return False
        wanted = QLocale(language.locale)
        return any(
            each.language() == wanted.language() and each.script() == wanted.script()
            for each in self._engine.availableLocales()
        )

    def read(self, text: str, language: Language) -> None:
        """Read a text aloud, in place of what is being read."""
        if self._engine is not None:
            self._engine.stop()
            self._engine.setLocale(QLocale(language.locale))
            self._engine.say(text)

    def be_silent(self) -> None:
        """Stop in the middle of a word."""
        if self._engine is not None:
            self._engine.stop()


def _engine(parent: QObject) -> Any:
    """Qt's own engine; None where it is not installed, or only its mock is there."""
    try:
        speech = importlib.import_module("PySide6.QtTextToSpeech")
    except ImportError:
        return None
    if not set(speech.QTextToSpeech.availableEngines()) - {"mock"}:
        return None
    return speech.QTextToSpeech(parent)
