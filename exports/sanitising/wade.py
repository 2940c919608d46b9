"""Chinese names as they were written before Pinyin: Hsu Ching for Xu Jing."""

import re

_BEGINNINGS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("x", "hs"), ("j", "ch"), ("q", "ch"), ("z", "ts"),
    ("c", "ts"), ("b", "p"), ("d", "t"), ("g", "k"), ("r", "j"),
)  # fmt: skip
_ENDS = (("ian", "ien"), ("ong", "ung"), ("ue", "ueh"), ("ui", "uei"))
_VOWEL = r"(?:i?[aeo](?:[iou]|ng?)?|[iu](?:[aeo](?:i|ng?)?|n|ng|i)?|ong|iong|ue|er|v)"
_SYLLABLE = re.compile(rf"([bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)({_VOWEL})")
_NAME = re.compile(rf"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh){_VOWEL}){{1,2}}")


def wade(name: str) -> str | None:
    """`name` (Pinyin, lower case) in the spelling of Wade and Giles, None if it is no such name."""
    if not _NAME.fullmatch(name):
        return None
    said = _SYLLABLE.sub(lambda match: _begin(match[1]) + _end(match[2]), name)
    return None if said == name else said


def _begin(sound: str) -> str:
    return next((to for start, to in _BEGINNINGS if sound == start), sound)


def _end(sound: str) -> str:
    return next((to for end, to in _ENDS if sound == end), sound)
