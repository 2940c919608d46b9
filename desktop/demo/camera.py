"""Takes pictures of windows, in each theme and size that they must stand."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from desktop import theme


@dataclass(frozen=True, slots=True)
class Setting:
    """How a picture is taken: pixels, theme, and text scale (1.0 is 100 %)."""

    width: int = 1366
    height: int = 768
    theme: str = "light"
    text_scale: float = 1.0


LIGHT_AND_DARK = (Setting(), Setting(theme="dark"))
_ROUNDS = 4
"""One layout asks for the next: a button for its bar, a bar for its window."""
EVERY = (
    *LIGHT_AND_DARK,
    Setting(theme="contrast"),
    Setting(text_scale=1.5),
    Setting(1920, 1080),
    Setting(1920, 1080, "dark"),
    Setting(1920, 1080, "dark", 1.5),
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture as `demo.json` lists it."""

    file: str
    page: str
    width: int
    height: int
    theme: str
    language: str
    text_scale: float


class Camera:
    """Keeps the pictures it took in `folder`, which lies in the demonstration's own."""

    def __init__(self, folder: Path, language: str) -> None:
        """Take pictures of windows that speak `language`."""
        self._folder = folder
        self._language = language
        self.pictures: list[Picture] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(
        self,
        window: QWidget,
        page: str,
        settings: tuple[Setting, ...] = LIGHT_AND_DARK,
        *,
        language: str = "",
    ) -> None:
        """Take `page` as `window` shows it, in each of `settings`; it is left as it was.

        `language` is the code of what is shown, where it is another than the windows'.
        """
        size = window.size()
        for setting in settings:
            wear(setting.theme, setting.text_scale)
            if window.parentWidget() is None:  # a dialog keeps its own size
                window.resize(setting.width, setting.height)
            settle(120)
            taken = replace(setting, width=window.width(), height=window.height())
            scale = f"{setting.text_scale:.0%}".rstrip("%")
            name = f"{page}-{setting.width}-{setting.theme}-{scale}.png"
            if not window.grab().save(str(self._folder / name)):
                raise OSError(f"The picture {name} could not be written.")
            self.pictures.append(
                Picture(
                    file=f"{self._folder.name}/{name}",
                    page=page,
                    language=language or self._language,
                    **asdict(taken),
                )
            )
        wear("light", 1.0)
        window.resize(size)
        settle()


def wear(name: str, text_scale: float) -> None:
    """Dress the application in a theme at a text scale."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Theme(name), text_scale)


def settle(milliseconds: int = 40) -> None:
    """Let the windows lay themselves out and paint, however long a slow computer takes."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    for _round in range(_ROUNDS):
        QApplication.processEvents()
    delete_what_is_done()


def delete_what_is_done() -> None:
    """Delete what `deleteLater` was called for: without an application's own loop, nobody does."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_until(done: Callable[[], bool], what: str, milliseconds: int = 120_000) -> None:
    """Let the windows work until `done`; say `what` was waited for if it takes too long.

    Raises:
        TimeoutError: it did not happen in time.
    """
    clock = QElapsedTimer()
    clock.start()
    while not done():
        if clock.elapsed() > milliseconds:
            raise TimeoutError(f"Waited in vain for {what}.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
