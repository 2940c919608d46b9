"""How strong a new passphrase is, in words."""

from dataclasses import dataclass

from translations.interface import _, ngettext

SHORTEST = 12
"""Characters; the vault's key derivation makes each guess cost about a second."""
LONG = 20
FEWEST_DIFFERENT = 6
"""Different characters, so that one key held down does not count as long."""


@dataclass(frozen=True, slots=True)
class Strength:
    """Whether a passphrase will do, and what to say of it."""

    enough: bool
    words: str


def judge(passphrase: str) -> Strength:
    """Say what is missing in `passphrase`, or that nothing is."""
    missing = SHORTEST - len(passphrase)
    if missing > 0:
        words = ngettext("{count} more character.", "{count} more characters.", missing)
        return Strength(False, words.format(count=missing))
    if len(set(passphrase)) < FEWEST_DIFFERENT:
        return Strength(False, _("Too much of the same. Four or five words do better."))
    if len(passphrase) < LONG:
        return Strength(True, _("Long enough. Another word would make it stronger."))
    return Strength(True, _("Strong."))
