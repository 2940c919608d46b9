"""How somebody may be reached, in sentences; what is hidden is put in only while it is revealed."""

from collections.abc import Iterable

from forms import Line
from translations.interface import _

_WAYS = "/data/safe/safe_ways["


def sentences(lines: Iterable[Line]) -> list[str]:
    """A few lines for each safe way, then the code word, from the lines of a liaison record."""
    ways: dict[str, dict[str, str]] = {}
    code_word = ""
    for line in lines:
        if line.kind == "question" and line.path.startswith(_WAYS):
            place, _slash, name = line.path.rpartition("/")
            ways.setdefault(place, {})[name] = line.text
        elif line.path == "/data/safe/code_word":
            code_word = line.text
    said = [_sentence(way) for way in ways.values()]
    if code_word:
        said.append(_("Code word: {word}").format(word=code_word))
    return said


def _sentence(way: dict[str, str]) -> str:
    parts = [" ".join(filter(None, (way.get("way", ""), way.get("number", ""))))]
    parts.append(way.get("window_days", ""))
    opens, closes = way.get("window_from", ""), way.get("window_until", "")
    if opens and closes:
        parts.append(f"{opens}–{closes}")
    elif opens:
        parts.append(_("from {time}").format(time=opens))
    elif closes:
        parts.append(_("until {time}").format(time=closes))
    parts.append(way.get("window", ""))
    lines = [" · ".join(filter(None, parts))]
    if way.get("may_answer"):
        lines.append(_("May answer: {who}").format(who=way["may_answer"]))
    if way.get("voicemail"):
        lines.append(_("Voicemail: {words}").format(words=way["voicemail"]))
    return "\n".join(filter(None, lines))
