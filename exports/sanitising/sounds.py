"""How near two names are: by letter, by sound, and by their consonants across scripts."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^hs|(?<=[aeioun])hs(?=i)|^x(?=[iu])|x(?=i[aoun])", "sh"),
        ("ough", "o"),
        ("(?<=[aei])gh", ""),
        ("(?<=[a-z])hw", "hu"),
        ("ch(?=[lr])|kh(?=[lr])", "k"),
        ("tsch|tch|cz|ch|tsh", "C"),
        ("sch|sh|sz|zh|rz|ts|tz|dz", "s"),
        ("ph", "f"),
        ("gh", "g"),
        ("kh|ck|q", "k"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("x", "ks"),
        ("[wv]", "v"),
        ("z", "s"),
        ("^[iy]e(?=.)", "e"),
        ("oo|ou", "u"),
        ("ee|ea|ie", "i"),
        ("^y?e(?=.)|^j(?=e)", "e"),
        ("[jy]", "i"),
        ("(?<=.)h", ""),
        (r"(.)\1+", r"\1"),
    )
)
_ENDEARING = re.compile(
    r"(?:ulechka|ulya|ushka|oushka|ochka|echka|enka|inka|inha|inho|zinha|ette|uchka|usha|usia|usya|ica|ita|ito|chka"
    r"|ska|sia|cia|sha|shka|tka|ka|ko|ja|ya|ia|ie|ey|ee|y|i|a|o|u|e)?$"
)
_SAME_BONE = str.maketrans("pvgdC", "bfkts")
_NEAR_ACROSS_SCRIPTS = 74
_NEAR_WITHOUT_VOWELS = 60


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """What `word` (Latin, lower case) sounds like to many ears: spellings of one name agree."""
    for pattern, short in _SOUNDS:
        word = pattern.sub(short, word)
    return word.replace("ee", "e").replace("ii", "i")


@lru_cache(maxsize=50_000)
def bones(word: str) -> str:
    """The consonants of `word`, like ones as one: what scripts that leave out vowels keep."""
    kept = re.sub("[aeiou]", "", sound(word)).translate(_SAME_BONE)
    kept = kept[:1] + kept[1:].replace("f", "") if "w" in word or "u" in word else kept
    return re.sub(r"(.)\1+", r"\1", kept)


def is_near(known: str, word: str) -> bool:
    """Whether `word` may be a misspelling of `known`, both Latin and lower case.

    Short names must agree in sound or but for one letter, longer ones may differ in two.
    """
    if known == word:
        return True
    if min(len(known), len(word)) >= 3 and sound(known) == sound(word):
        return True
    if min(len(known), len(word)) >= 7 and OSA.distance(sound(known), sound(word)) < 2:
        return True
    if len(known) < 4 or len(word) < 3:
        return False
    same_start = sound(known)[:1] == sound(word)[:1]
    allowed = 1 if len(known) < 6 else 2
    if not same_start:
        allowed -= 1 if len(known) < 8 and len(known) > 4 else 0
        allowed = 0 if len(known) <= 4 else max(1, allowed)
    distance = OSA.distance(known, word, score_cutoff=allowed)
    if distance > allowed:
        return False
    return distance < 2 or len(known) >= 8 or OSA.distance(sound(known), sound(word)) < 2


class Crowd:
    """Many known words, to find quickly one that another word may be a misspelling of."""

    def __init__(self, known: Iterable[str]) -> None:
        """Keep `known`, all Latin and lower case."""
        self._words = sorted(set(known))
        self._sounds = [sound(word) for word in self._words]
        self._seen: dict[str, tuple[str, ...]] = {}

    def near(self, word: str) -> str | None:
        """The first known word that is near `word` by `is_near`."""
        return next(iter(self.all_near(word)), None)

    def all_near(self, word: str) -> tuple[str, ...]:
        """Every known word that is near `word` by `is_near`."""
        if word not in self._seen:
            self._seen[word] = tuple(
                self._words[at] for at in self._perhaps(word) if is_near(self._words[at], word)
            )
        return self._seen[word]

    def _perhaps(self, word: str) -> list[int]:
        """Where words stand that may be near: by letters or by sound; `is_near` decides."""
        by_letter = process.extract(
            word, self._words, scorer=OSA.distance, score_cutoff=2, limit=None
        )
        by_sound = process.extract(
            sound(word), self._sounds, scorer=OSA.distance, score_cutoff=1, limit=None
        )
        return sorted({at for _text, _distance, at in (*by_letter, *by_sound)})


def is_pet_name(known: str, word: str) -> bool:
    """Whether `word` is the beginning of `known` with an ending such as people give to friends."""
    half = word[: len(word) // 2]
    if 4 <= len(word) <= 6 and word == half * 2 and known.startswith(half):
        return True
    if len(word) < 4:
        return len(word) == 3 and len(known) > 5 and known.startswith(word)
    stem = _ENDEARING.sub("", word)
    if len(known) < 6 or len(stem) < 3 or len(stem) + 2 > len(known):
        return False
    return known.startswith(stem) or (len(stem) > 3 and sound(known).startswith(sound(stem)))


def is_near_across_scripts(known: str, word: str) -> bool:
    """Whether `word` may be `known` written in another script and read back into Latin letters."""
    if not known or not word:
        return False
    score = fuzz.ratio(sound(known), sound(word))
    if score >= _NEAR_ACROSS_SCRIPTS:
        return True
    short = min(len(bones(known)), len(bones(word)))
    return short >= 2 and bones(known) == bones(word) and score >= _NEAR_WITHOUT_VOWELS - 10
