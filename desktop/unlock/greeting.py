"""What the first page says of a notebook above its field: its name, since when it is sealed."""

from datetime import datetime
from pathlib import Path

from desktop.sample import place as sample
from desktop.story import Reason, Story
from desktop.times import clock, moment
from desktop.unlock.notebooks import Notebook, last_sealed
from desktop.unlock.secret import PassphrasePage
from translations.interface import _


def greet(page: PassphrasePage, notebook: Notebook, story: Story, *, several: bool) -> None:
    """Write on the page what is true of this notebook now.

    Parameters:
        story: what the process before has left; of another notebook it tells nothing.
        several: whether there are others, so that this one must be named.
    """
    mine = story if not story.vault or Path(story.vault) == notebook.folder else Story()
    since = _since(mine.since, notebook.folder)
    page.set_subtitle(" · ".join(filter(None, (notebook.name if several else "", since))))
    page.notify(*_notice(mine))
    if sample.is_sample(notebook.folder):
        words = _("Sample data, to play with. The passphrase is: {passphrase}")
        page.notify(words.format(passphrase=sample.PASSPHRASE))


def _since(sealed: str, folder: Path) -> str:
    """Since when the notebook is sealed: as it was told, or by its files; "" if nobody knows."""
    at = sealed or ((last := last_sealed(folder)) and last.isoformat()) or ""
    if not at:
        return ""
    today = datetime.fromisoformat(at).astimezone().date() == datetime.now().date()
    return _("Sealed since {time}").format(time=clock(at) if today else moment(at))


def _notice(story: Story) -> tuple[str, str]:
    """What to say above the field, and how loudly."""
    if not story.sealed:
        words = _(
            "The last words before the lock could not be sealed, because the disk did not take "
            "them. Everything before them is safe."
        )
        return words, "danger"
    if story.reason is Reason.CRASH:
        return _(
            "Fieldbook stopped and has started again. Nothing that was sealed is lost."
        ), "amber"
    return "", "amber"
