"""How strong a new passphrase is, in words; never in colours alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from translations.interface import _, ngettext


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a passphrase will do, and what to say of it."""

    enough: bool
    words: str


def judge(passphrase: str, known: Sequence[str] = ()) -> Judgement:
    """Say what is missing in `passphrase`, or that nothing is.

    `known` are words that somebody would try first: the officer's name, the notebook's.
    """
    from storage.keys.passphrases import SHORTEST, Verdict
    from storage.keys.passphrases import judge as estimate

    found = estimate(passphrase, known)
    if found.verdict is Verdict.SHORT:
        words = ngettext(
            "A passphrase has at least {least} characters; {count} more is needed.",
            "A passphrase has at least {least} characters; {count} more are needed.",
            found.missing,
        ).format(least=SHORTEST, count=found.missing)
    elif found.verdict is Verdict.GUESSABLE:
        words = _(
            "This would be guessed by somebody who knows what people choose. Unrelated words, or "
            "six that Fieldbook throws for you, do better."
        )
    elif found.verdict is Verdict.ENOUGH:
        words = _("Good. One more unrelated word would make it strong.")
    else:
        words = _("Strong.")
    return Judgement(found.enough, words)
