"""From a note to the services that help, and back: what she was told of is written in one click."""

from PySide6.QtCore import QObject

from desktop import directory
from desktop.directory.services import Entry
from desktop.directory.signposting import NAMED, SIGNPOSTED, Signposted, told_of
from desktop.directory.window import WhoHelps
from desktop.pages.writing import WritingPage
from desktop.profile import Profile
from translations.cards.kept import default


class Signposting(QObject):
    """Opens the directory beside the note that is being written."""

    def __init__(self, profile: Profile, parent: QObject) -> None:
        """Offer the services of `profile` and the national ones."""
        super().__init__(parent)
        self._profile = profile
        self.window: WhoHelps | None = None

    def open(self, page: WritingPage) -> None:
        """Offer the services; each that is clicked is written into the note on `page`."""
        rows = directory.entries(self._profile, default().services)
        window = self.window = WhoHelps(page.window(), rows, _value(page, NAMED))
        window.told.connect(lambda entry: write(page, entry))
        window.finished.connect(window.deleteLater)
        window.open()


def write(page: WritingPage, entry: Entry) -> None:
    """Write into the note on `page` that she was told of `entry`."""
    before = Signposted(_value(page, SIGNPOSTED), _value(page, NAMED))
    for path, value in zip((SIGNPOSTED, NAMED), told_of(before, entry), strict=True):
        if path in page.engine.form.schema.by_path:
            page.fill(path, value)


def _value(page: WritingPage, path: str) -> str:
    known = path in page.engine.form.schema.by_path
    return page.engine.node(path).value if known else ""
