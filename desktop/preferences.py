"""How the officer likes the notebook to look: kept outside the vault, for it is needed before it.

Nothing of a vault stands here, not even that there is one.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.profile import places

FILE = "preferences.json"
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
THEMES = ("system", "light", "dark", "contrast")
SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Theme (one of `THEMES`), text scale (1.0 is 100 %) and the interface's language.

    The language is one of `translations.interface.LANGUAGES`, or `SYSTEM`.
    """

    theme: str = "system"
    text_scale: float = 1.0
    language: str = SYSTEM


def load() -> Preferences:
    """What was chosen last; the defaults where nothing was, or the file can't be understood."""
    try:
        told = json.loads(_file().read_text(encoding="utf-8"))
        theme, scale = str(told["theme"]), float(told["text_scale"])
        language = str(told.get("language", SYSTEM))
    except (OSError, ValueError, KeyError, TypeError):
        return Preferences()
    if theme not in THEMES or not SCALES[0] <= scale <= SCALES[-1]:
        return Preferences()
    return Preferences(theme, scale, language)


def save(preferences: Preferences) -> None:
    """Remember the choice; a folder that can't be written costs nothing but the remembering."""
    file = _file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(".new")
        beside.write_text(json.dumps(asdict(preferences)), encoding="utf-8")
        os.replace(beside, file)
    except OSError:
        pass


def _file() -> Path:
    return Path(places().user_config_path) / FILE
