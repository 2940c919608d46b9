"""The language of the windows: the one the officer chose, or the system's."""

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.preferences import SYSTEM
from translations import interface
from translations.interface import _

_LOCALES = {"en": "en_GB", "cy": "cy_GB"}


def speak(chosen: str) -> bool:
    """Let windows that are built from now on speak `chosen`; True if it is another language.

    `chosen` is a tag that `interface.use` knows, or `SYSTEM`. Dates and numbers follow it.
    """
    language = _of_system() if chosen == SYSTEM else chosen
    if language == interface.language():
        return False
    interface.use(language)
    system = QLocale.system()
    here = system if _tag(system) == language else QLocale(_LOCALES.get(language, "en_GB"))
    QLocale.setDefault(here)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    _turn(application)
    _QtTexts.install(application)
    return True


def _of_system() -> str:
    tag = _tag(QLocale.system())
    return tag if tag in interface.LANGUAGES else interface.ENGLISH


def _tag(locale: QLocale) -> str:
    return locale.bcp47Name().partition("-")[0]


def _turn(application: QApplication) -> None:
    from PySide6.QtCore import Qt  # enumerations take time where a process starts

    sides = Qt.LayoutDirection
    application.setLayoutDirection(
        sides.RightToLeft if interface.is_right_to_left() else sides.LeftToRight
    )


class _QtTexts(QTranslator):
    """What Qt itself says on buttons and in menus, which it does not know in Welsh."""

    _installed: "_QtTexts | None" = None

    @classmethod
    def install(cls, application: QApplication) -> None:
        """Speak the language in use; Qt's own English needs no help."""
        if cls._installed:
            application.removeTranslator(cls._installed)
        cls._installed = cls(application)
        if interface.language() != interface.ENGLISH:
            application.installTranslator(cls._installed)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._texts = _qt_texts()

    def isEmpty(self) -> bool:
        """Qt's hook: there are texts, though no file was loaded."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Qt's hook: the text for Qt's English `source`; None leaves that as it is."""
        del context, disambiguation, n
        return self._texts.get(source)


def _qt_texts() -> dict[str, str]:
    """By Qt's English, with the ampersand before the letter that is its key."""
    return {
        "OK": _("OK"),
        "&OK": _("&OK"),
        "Cancel": _("Cancel"),
        "&Cancel": _("&Cancel"),
        "Close": _("Close"),
        "&Close": _("&Close"),
        "&Yes": _("&Yes"),
        "&No": _("&No"),
        "Save": _("Save"),
        "&Save": _("&Save"),
        "Open": _("Open"),
        "&Open": _("&Open"),
        "&Undo": _("&Undo"),
        "&Redo": _("&Redo"),
        "Cu&t": _("Cu&t"),
        "&Copy": _("&Copy"),
        "&Paste": _("&Paste"),
        "Delete": _("Delete"),
        "Select All": _("Select All"),
        "Directory:": _("Folder:"),
        "Look in:": _("Look in:"),
        "File &name:": _("File &name:"),
        "Files of type:": _("Files of type:"),
        "&Choose": _("&Choose"),
        "Back": _("Back"),
        "Forward": _("Forward"),
        "Parent Directory": _("The folder above"),
        "Create New Folder": _("New folder"),
        "List View": _("As a list"),
        "Detail View": _("With details"),
        "Name": _("Name"),
        "Size": _("Size"),
        "Type": _("Type"),
        "Date Modified": _("Changed"),
        "All Files (*)": _("All files (*)"),
    }
