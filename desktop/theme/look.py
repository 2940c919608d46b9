"""Applies a theme to the application and says which colours and sizes are in use."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop.theme.stylesheet import blend, stylesheet
from desktop.theme.tokens import CONTRAST, DARK, DISABLED, LIGHT, Colours, Sizes
from translations import fonts


class Theme(Enum):
    """What the officer chose; `SYSTEM` follows the desktop as it changes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Look:
    """What is on screen now: the colours, the type sizes in pixels and the text scale."""

    colours: Colours
    sizes: Sizes
    scale: float

    def px(self, pixels: int) -> int:
        """`pixels` of a control's height or width at the text scale in use."""
        return round(pixels * self.scale)


_LATER = 300  # milliseconds; at 0 it would still come before the first painting
_look = Look(LIGHT, Sizes.at(1.0), 1.0)


def current() -> Look:
    """The look in use; read it while painting, so that a change of theme shows at once."""
    return _look


def apply(app: QApplication, theme: Theme = Theme.SYSTEM, text_scale: float = 1.0) -> None:
    """Dress the whole application, at start or live.

    `text_scale` is 0.9 to 2.0 (90 to 200 %). With `Theme.SYSTEM` later changes of the system's
    light, dark or high contrast setting are followed.
    """
    follower = app.findChild(_Follower) or _Follower(app)
    follower.follow(theme, text_scale)


class _Follower(QObject):
    """Keeps the application dressed while the system's settings change.

    The first `Qt.` enumeration a process touches costs 40 ms, a seventh of a cold start, so the
    first look is found without one and the rest follows once the window is painted.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme = Theme.SYSTEM
        self._scale = 1.0
        self._system_contrast = False
        if app.style().objectName() != "fusion":
            app.setStyle("fusion")
        for weight in ("regular", "semibold"):  # the others are loaded when first drawn
            QFontDatabase.addApplicationFont(str(fonts.path(weight)))
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._dress)
        self._accessibility.contrastPreferenceChanged.connect(self._heed_contrast)
        QTimer.singleShot(_LATER, self._heed_contrast)
        QTimer.singleShot(_LATER, load_every_script)
        QTimer.singleShot(_LATER, self._show_icon)

    def _show_icon(self) -> None:
        from desktop.theme.window_icon import window_icon  # Qt's drawings take time to load

        self._app.setWindowIcon(window_icon())

    def follow(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, scale
        self._dress()
        QTimer.singleShot(_LATER, self._tell_system)

    def _tell_system(self) -> None:
        """Native window frames and file dialogs take the chosen scheme too."""
        from PySide6.QtCore import Qt

        scheme = Qt.ColorScheme
        wanted = {Theme.SYSTEM: scheme.Unknown, Theme.LIGHT: scheme.Light}
        self._hints.setColorScheme(wanted.get(self._theme, scheme.Dark))

    def _heed_contrast(self) -> None:
        from PySide6.QtCore import Qt

        preference = self._accessibility.contrastPreference()
        self._system_contrast = preference == Qt.ContrastPreference.HighContrast
        self._dress()

    def _dress(self) -> None:
        global _look
        look = Look(self._colours(), Sizes.at(self._scale), self._scale)
        if look == _look and self._app.styleSheet():
            return
        _look = look
        with _no_collection():
            self._put_on(look)

    def _put_on(self, look: Look) -> None:
        font = QFont()
        font.setFamilies(list(fonts.families()))
        font.setPixelSize(look.sizes.body)
        self._app.setFont(font)
        self._app.setPalette(palette(look.colours))
        sheet = stylesheet(look.colours, look.sizes, look.scale)
        if self._app.styleSheet():
            self._change_sheet(sheet)
        else:
            self._app.setStyleSheet(sheet)

    def _change_sheet(self, sheet: str) -> None:
        """Qt takes 4 times as long to put one sheet in another's place as to begin with one."""
        from desktop.theme.layouts import at_rest

        with at_rest():
            self._app.setStyleSheet("")
            self._app.setStyleSheet(sheet)

    def _colours(self) -> Colours:
        if self._theme is not Theme.SYSTEM:
            return {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}[self._theme]
        if self._system_contrast:
            return CONTRAST
        ground = self._app.style().standardPalette().window().color()
        return DARK if ground.lightness() < 128 else LIGHT


@cache
def load_every_script() -> None:
    """Make the shipped fonts of all scripts known, so that a name in any of them is drawn in ours.

    Qt opens a file when a text needs it; to make all known takes 15 ms and no memory to speak of.
    """
    for family in fonts.FAMILIES[1:]:
        for file in fonts.files(family):
            QFontDatabase.addApplicationFont(str(file))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep Python from clearing away forgotten widgets for a moment.

    While a style changes, Qt goes through a list of all widgets and calls their Python parts; a
    collection that one of these calls sets off would delete widgets that the list still names.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def palette(colours: Colours) -> QPalette:
    """The palette for what no style rule names: views, native dialogs, painted widgets."""
    role = QPalette.ColorRole
    made = QPalette()
    for part, colour in (
        (role.Window, colours.background),
        (role.WindowText, colours.text),
        (role.Base, colours.raised),
        (role.AlternateBase, colours.surface),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.Light, colours.surface),
        (role.Midlight, colours.line),
        (role.Mid, colours.edge),
        (role.Dark, colours.edge),
        (role.Shadow, colours.line),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_text),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
    ):
        made.setColor(part, QColor(colour))
    faded = QColor(blend(colours.background, colours.text, DISABLED))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, faded)
    return made
