"""Finds, sentence by sentence, somebody who can have told it together with a verb of telling."""

import re
from collections.abc import Iterator

from exports.sanitising.people import NOT_AFTER, NOT_BEFORE, PLURAL, SMALL, SPEAKERS, WITHIN
from exports.sanitising.talk import (
    FEELS,
    HELPERS,
    MODAL,
    NEEDS_MORE,
    NEWS,
    PLAIN_ACTS,
    SAYS,
    THINKS,
    TOLD_TO,
    VIEWS,
)

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.](?=\w)[^.!?\n]+)*")
_WORD = re.compile(r"[^\W_]+(?:[-'’/][^\W_]+)*|[,;:(]")
_NOUN_AFTER = "no a an the any much little his her their my our of this such to"
_NOUNS_FOLLOW = frozenset(_NOUN_AFTER.split())
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_STOPPING = "he they it him them who's ; : which where by while whom"
_STOPS = frozenset(_STOPPING.split())
_OF = "account version words story opinion view belief testimony recollection memory claim claims"
_WORDS_OF = frozenset(_OF.split())
_TO_SAY = frozenset({"say", "tell", "report", "explain", "warn", "complain", "describe", "confirm"})
_ABLE = frozenset({"can", "could", "cannot", "can't", "couldn't"})
_OBJECTS = frozenset(
    {"that", "how", "him", "it", "us", "me", "his", "the", "what", "why", "no", "to"}
)
_OTHERS_ARE = """
customer client punter guest passenger student neighbour person someone somebody individual partner
user patient occupier former those
"""
_NO_ASIDE = frozenset({"customer", "client", "punter", "guest", "passenger", "those", "former"})
_OTHERS = frozenset(_OTHERS_ARE.split())
_IN = frozenset({"in", "at", "from", "on", "upstairs", "downstairs"})
_PERCEIVES = frozenset(
    {"saw", "heard", "knows", "knew", "overheard", "witnessed", "noticed", "remembers", "believes"}
    | {"thinks", "fears", "feared", "thought", "watched"}
)
_COMES_TO = frozenset({"notice", "light", "attention", "prominence"})
_ANYBODY = frozenset({"someone", "somebody", "person"})
_FAR = 9  # words between somebody and the verb
_NEAR = 4
_BEFORE = 9  # words between “heard” and “from”


def find_speakers(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence of `text` says that a person who could be the source told or felt it."""
    for sentence in _SENTENCE.finditer(text):
        tokens = [
            (match.start() + sentence.start(), match.end() + sentence.start(), _plain(match[0]))
            for match in _WORD.finditer(sentence[0])
        ]
        said = [token[2] for token in tokens]
        for place in range(len(said)):
            if not _is_speaker(said, place):
                continue
            end = _tells(said, place)
            if end is None:
                end = _does(said, place)
            if end is None and said[place] not in PLURAL:
                end = _to_say(said, place)
            if end is None and text[slice(*tokens[place][:2])].endswith(("'s", "’s")):
                end = _has_view(said, place)
            if end is not None:
                yield tokens[_opening(said, place)][0], tokens[end][1]
            begin = _told_by(said, place)
            if begin is not None:
                yield tokens[begin][0], tokens[place][1]


def _plain(word: str) -> str:
    plain = word.lower().replace("’", "'")
    if plain.startswith("she'"):
        return "she"
    plain = plain.removesuffix("'s")
    last = plain.rpartition("-")[2]
    return last if last in SPEAKERS else plain


def _is_speaker(said: list[str], place: int) -> bool:
    word = said[place]
    if word not in SPEAKERS:
        return False
    if word == "those" and not WITHIN.intersection(said[place + 1 : place + 2]):
        return False
    before = said[place - 1] if place else ""
    after = said[place + 1] if place + 1 < len(said) else ""
    return before not in NOT_BEFORE.get(word, ()) and after not in NOT_AFTER.get(word, ())


def _tells(said: list[str], place: int) -> int | None:
    """Where the verb stands with which the one at `place` tells, thinks or feels."""
    after = None if said[place] in PLURAL | _NO_ASIDE else _past_aside(said, place)
    if after is not None and _is_telling(said, after):
        return after
    for here in range(place + 1, min(place + _FAR, len(said))):
        word = said[here]
        if word == "by" and said[here + 1 : here + 2] in (["there"], ["here"]):
            continue
        if word in _STOPS or (word == "(" and here > place + _NEAR):
            return None
        if word == "and" and said[place] not in ("she", "herself"):
            return None
        if said[place] == "those" and said[here - 1] == "who":
            continue
        passive = any(one in _BE for one in said[max(place + 1, here - 2) : here])
        if word in FEELS and here - place <= _NEAR + 2 and _is_so(said[place + 1 : here]):
            return here
        if (word not in SAYS and word not in THINKS) or said[here - 1] in _NOUNS_FOLLOW:
            continue
        if passive and not word.endswith("ing"):
            alone = word in TOLD_TO and said[place] not in PLURAL | _ANYBODY
            return here if alone else None
        if _is_told(said, place, here) and _has_more(said, here):
            return here
    return None


def _is_telling(said: list[str], here: int) -> bool:
    word = said[here]
    tells = word in SAYS or word in THINKS
    return tells and _is_past_or_third(word) and _has_more(said, here)


def _past_aside(said: list[str], place: int) -> int | None:
    """Where the verb stands after “the tenant, who is scared of him,”."""
    for begin in range(place + 1, min(place + _NEAR + 1, len(said))):
        if said[begin] == ",":
            ends = (at for at in range(begin + 2, min(begin + 16, len(said))) if said[at] == ",")
            here = next(ends, len(said)) + 1
            while here < len(said) and _is_helper(said[here]):
                here += 1
            return here if here < len(said) else None
        if said[begin] in _STOPS:
            return None
    return None


def _is_so(between: list[str]) -> bool:
    """Whether these words are “is” and what may stand beside it."""
    return any(one in _BE for one in between) and all(
        one in _BE or _is_helper(one) for one in between
    )


def _is_told(said: list[str], place: int, here: int) -> bool:
    """Whether the verb at `here` is what the one at `place` does."""
    word, between = said[here], said[place + 1 : here]
    helped = all(_is_helper(one) for one in between)
    if "," in said[place + _NEAR : here] and (word in THINKS or said[here - 1] != ","):
        return False
    if word == "thought" and said[here - 1] == ",":
        return False
    apart = bool(between) and between[0] in _IN and said[place] not in PLURAL
    if apart and (word in _PERCEIVES or (word in THINKS and said[here - 1] in ("had", "has"))):
        return True
    if word in THINKS and not (helped or "who" in between[:1] or here - place <= 2):
        return False
    return (
        helped
        or said[here - 1] in MODAL
        or said[place] in ("she", "herself")
        or _is_past_or_third(word)
    )


def _does(said: list[str], place: int) -> int | None:
    """Where a verb stands at once after somebody that is none of what others can see."""
    here = place + 1
    while here < len(said) and _is_helper(said[here]) and here - place <= _NEAR:
        if said[here] in _BE or said[here] == ",":
            return None
        here += 1
    if here >= len(said) or here - place > _NEAR or said[here] in _STOPS:
        return None
    word = said[here]
    if said[place] == "she" and _ABLE.intersection(said[place + 1 : here]):
        return here
    if word in PLAIN_ACTS or said[place] in _OTHERS:
        return None
    if said[place] in ("she", "herself"):
        is_verb = word.endswith(("ed", "s")) or said[here - 1] in MODAL
    else:
        is_verb = _is_act(said, place, here)
    return here if is_verb and word.isalpha() and len(word) > 2 and word not in FEELS else None


def _is_act(said: list[str], place: int, here: int) -> bool:
    """Whether `here` is a verb whose subject is the noun at `place`, and no participle of it."""
    word, then = said[here], said[here + 1] if here + 1 < len(said) else ""
    if said[here - 1] in MODAL:
        return True
    if said[place] in PLURAL or here != place + 1:
        return False
    return word.endswith("s") or (word.endswith("ed") and then in _OBJECTS)


def _to_say(said: list[str], place: int) -> int | None:
    """Where “rang to say” or “was heard to complain” ends."""
    for here in range(place + 2, min(place + _FAR, len(said) - 1)):
        if said[here] in _STOPS:
            return None
        if said[here] == "to" and said[here + 1] in _TO_SAY:
            return here + 1
    return None


def _has_view(said: list[str], place: int) -> int | None:
    """Where the view or the words stand that are somebody's."""
    nearby = range(place + 1, min(place + 3, len(said)))
    return next((here for here in nearby if said[here] in VIEWS), None)


def _is_helper(word: str) -> bool:
    return (
        word in HELPERS
        or word in MODAL
        or len(word) == 1
        or (word.endswith("ly") and len(word) > 4)
    )


def _is_past_or_third(word: str) -> bool:
    return word.endswith(
        ("ed", "s", "id", "ld", "ke", "me", "ave", "ote", "ang", "ore", "ied", "rd", "aw")
    )


def _has_more(said: list[str], here: int) -> bool:
    if said[here + 1 : here + 2] == ["to"] and not _COMES_TO.isdisjoint(said[here + 2 : here + 4]):
        return False
    more = NEEDS_MORE.get(said[here])
    return more is None or any(word in more for word in said[here + 1 : here + 4])


def _told_by(said: list[str], place: int) -> int | None:
    """Where “heard from”, “reported by” or the like begins that leads to the one at `place`."""
    here = place - 1
    while here >= 0 and place - here <= 5 and said[here] in SMALL:
        here -= 1
    if here > 0 and said[here] == "of" and said[here - 1] in _WORDS_OF:
        return here - 1
    if here < 0 or said[here] not in ("by", "from", "via", "through", "to"):
        return None
    for begin in range(here - 1, max(-1, here - _BEFORE), -1):
        word = said[begin]
        if said[here] == "to":
            if word in ("according", "thanks"):
                return begin
        elif word in NEWS or (word in SAYS and _is_past_or_third(word)):
            if word in ("it", "that", "this", "these", "all") and here - begin > 3:
                continue
            return begin
    return None


def _opening(said: list[str], place: int) -> int:
    """Where the words begin that belong to the one at `place`: “one of the girls”."""
    here = place
    while here and place - here < 4 and said[here - 1] in SMALL:
        here -= 1
    return here
