"""The force profile: who the officer is and what the force has set, read before unlocking."""

import os
from collections.abc import Mapping
from pathlib import Path

from desktop.profile.model import Profile, ProfileError, ProfileErrors
from desktop.profile.places import places

__all__ = ["SAMPLE", "Profile", "ProfileError", "ProfileErrors", "find", "load", "places", "read"]

VARIABLE = "FIELDBOOK_PROFILE"
FILE = "profile.toml"
SAMPLE = Path(__file__).with_name("sample.toml")
"""The profile that Fieldbook ships; it says of itself that it is a sample."""


def load(chosen: Path | None = None) -> Profile:
    """The profile that counts here: see `find`; raises ProfileErrors with all that is wrong.

    Where profiles are signed, only a signed one counts: see `desktop.profile.trust`.
    """
    from desktop.profile.trust import trusted

    return trusted(read(find(chosen, os.environ)))


def read(source: Path) -> Profile:
    """The profile in the TOML file `source`; raises ProfileErrors with all that is wrong."""
    from desktop.profile import reading  # a TOML parser would delay the unlock window

    return reading.read(source, is_sample=source == SAMPLE)


def find(chosen: Path | None, environment: Mapping[str, str]) -> Path:
    """Where the profile stands that counts.

    In this order: `chosen` (by the command line), the variable FIELDBOOK_PROFILE, the machine's
    configuration folder, the user's, the sample. The first two need not exist: a profile that was
    asked for is never passed over in silence.
    """
    if chosen:
        return chosen
    if named := environment.get(VARIABLE):
        return Path(named)
    for folder in (places().site_config_path, places().user_config_path):
        if (folder / FILE).is_file():
            return folder / FILE
    return SAMPLE
