"""Which words are ordinary English, so that a name is not seen in every one of them."""

from functools import cache

from zxcvbn.frequency_lists import FREQUENCY_LISTS  # type: ignore[import-untyped]

_WORDS = """
rose may will summer autumn winter spring hope grace joy faith angel star mark cash price bill rob
grant frank chase sky dawn eve june april august melody destiny cherry sugar candy charity
patience rich art drew pat sue don ray jack nick gene miles page young long day king
"""
_ALSO_WORDS = frozenset(_WORDS.split())


@cache
def _rank() -> dict[str, int]:
    ranks: dict[str, int] = {}
    for name in ("english_wikipedia", "us_tv_and_film"):
        for place, word in enumerate(FREQUENCY_LISTS[name]):
            ranks.setdefault(word, place)
    return ranks


@cache
def _any_case() -> frozenset[str]:
    lists = ("surnames", "male_names", "female_names", "passwords")
    return frozenset(word for name in lists for word in FREQUENCY_LISTS[name] if word.isalpha())


@cache
def is_given_name(word: str) -> bool:
    """Whether `word` (lower case) is first of all a name."""
    return word in FREQUENCY_LISTS["female_names"] or word in FREQUENCY_LISTS["male_names"]


def is_female_name(word: str) -> bool:
    """Whether `word` (lower case) is a woman's given name and no ordinary word."""
    return word in FREQUENCY_LISTS["female_names"] and word not in _ALSO_WORDS


def is_male_name(word: str) -> bool:
    """Whether `word` (lower case) is a man's given name."""
    return word in FREQUENCY_LISTS["male_names"]


def is_common(word: str, among: int = 30_000) -> bool:
    """Whether `word` (lower case) is among the `among` commonest words of English."""
    rank = _rank().get(word)
    if rank is None:
        rank = next((_rank()[stem] for stem in _stems(word) if stem in _rank()), among)
    return rank < among


def is_often_said(word: str) -> bool:
    """Whether `word` (lower case) is so usual that it may open any sentence: money, password."""
    return is_common(word) or word in _passwords()


@cache
def _passwords() -> frozenset[str]:
    return frozenset(FREQUENCY_LISTS["passwords"][:10_000])


def is_written_small(word: str) -> bool:
    """Whether `word`, in small letters, says nothing of a name: a rose, the price."""
    return is_common(word) or word in _any_case()


def _stems(word: str) -> tuple[str, ...]:
    endings = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ler", "lers")
    return tuple(
        word.removesuffix(end) + tail
        for end in endings
        if word.endswith(end) and len(word) - len(end) >= 3
        for tail in ("", "e")
    )


def is_also_a_word(name: str) -> bool:
    """Whether `name` in small letters is more likely the word than the name: rose, may, cash."""
    return name in _ALSO_WORDS
