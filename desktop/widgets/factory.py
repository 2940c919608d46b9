"""The one place that says which widget answers which question."""

from collections.abc import Callable, Mapping, Sequence

from desktop.widgets.answer import Answer
from desktop.widgets.choosing import CheckAnswer, RadioAnswer, SegmentAnswer
from desktop.widgets.dates import MONTH, YEAR, DateAnswer, TimeAnswer
from desktop.widgets.masking import MaskedAnswer
from desktop.widgets.moments import MomentAnswer
from desktop.widgets.numbers import CounterAnswer, NumberAnswer
from desktop.widgets.picking import PickAnswer
from desktop.widgets.plain import LaterAnswer, NoteAnswer, PlaceAnswer, TriggerAnswer
from desktop.widgets.ranking import RangeAnswer, RankAnswer
from desktop.widgets.texts import TextAnswer
from forms import Choice, Item

FEW = 4
"""So many short choices stand side by side; likert scales may have more."""
MANY = 12
"""More choices than this open in a list instead of standing on the page."""
_SHORT = 24  # signs of a short choice
_ROOM = 64  # signs of all segments together
_CHIPS = 8
_FILES = {"image", "audio", "video", "file", "binary"}
_PICKED = {"minimal", "autocomplete", "search", "picker"}


def make_answer(item: Item, choices: Sequence[Choice], settings: Mapping[str, str]) -> Answer:
    """The widget for the question `item`.

    `choices` are what it offers now (selects and ranks); `settings` the attributes of its
    control, such as `start`, `end` and `step` of a range (XForms 8.1.6) or `rows` of a text.
    """
    makers: dict[str, Callable[[], Answer]] = {
        "text": lambda: _text(item, settings),
        "string": lambda: _text(item, settings),
        "barcode": lambda: TextAnswer(item.path),
        "integer": lambda: _integer(item),
        "int": lambda: _integer(item),
        "decimal": lambda: _decimal(item),
        "date": lambda: _date(item),
        "time": lambda: TimeAnswer(item.path),
        "dateTime": lambda: MomentAnswer(item.path),
        "select_one": lambda: _one(item, choices),
        "select_multiple": lambda: _several(item, choices),
        "rank": lambda: RankAnswer(item.path, choices),
        "range": lambda: _range(item, settings),
        "note": lambda: NoteAnswer(item.path),
        "trigger": lambda: TriggerAnswer(item.path),
        "acknowledge": lambda: TriggerAnswer(item.path),
        "geopoint": lambda: PlaceAnswer(item.path),
    }
    if item.type.startswith("select") and "label" in item.appearances:
        return NoteAnswer(item.path)  # the head of a table; each row shows its own choices
    if item.type in makers:
        return makers[item.type]()
    return LaterAnswer(item.path, file=item.type in _FILES)


def kind_of_select(item: Item, choices: Sequence[Choice]) -> type[Answer]:
    """Which widget suits a select with these `choices`."""
    if item.type == "select_multiple":
        return CheckAnswer
    if item.appearances & _PICKED:
        return PickAnswer
    short = all(len(choice.label) <= _SHORT for choice in choices)
    room = sum(len(choice.label) + 4 for choice in choices) <= _ROOM
    if "likert" in item.appearances or (0 < len(choices) <= FEW and short and room):
        return SegmentAnswer
    return RadioAnswer if len(choices) <= MANY else PickAnswer


def _text(item: Item, settings: Mapping[str, str]) -> Answer:
    if "masked" in item.appearances:
        return MaskedAnswer(item.path)
    if "numbers" in item.appearances:
        return TextAnswer(item.path)
    rows = settings.get("rows", "")
    if rows.isdigit() and int(rows) > 1:
        return TextAnswer(item.path, min(int(rows), 20))
    return TextAnswer(item.path, 2 if "multiline" in item.appearances else 1)


def _integer(item: Item) -> Answer:
    if "counter" in item.appearances:
        return CounterAnswer(item.path)
    grouped = "thousands-sep" in item.appearances
    return NumberAnswer(item.path, decimal=False, grouped=grouped)


def _decimal(item: Item) -> Answer:
    return NumberAnswer(item.path, decimal=True, grouped="thousands-sep" in item.appearances)


def _date(item: Item) -> Answer:
    if "year" in item.appearances:
        return DateAnswer(item.path, YEAR)
    if "month-year" in item.appearances:
        return DateAnswer(item.path, MONTH)
    return DateAnswer(item.path)


def _one(item: Item, choices: Sequence[Choice]) -> Answer:
    kind = kind_of_select(item, choices)
    if kind is PickAnswer:
        return PickAnswer(item.path, choices)
    if kind is SegmentAnswer:
        return SegmentAnswer(item.path, choices)
    return RadioAnswer(item.path, choices, _columns(item))


def _several(item: Item, choices: Sequence[Choice]) -> Answer:
    short = all(len(choice.label) <= _SHORT for choice in choices)
    chips = short and len(choices) <= _CHIPS
    return CheckAnswer(item.path, choices, chips=chips, columns=_columns(item))


def _columns(item: Item) -> int:
    """How many rows may stand beside each other: the form's `columns-n`, else three."""
    for appearance in item.appearances:
        name, _, count = appearance.partition("columns-")
        if not name and count.isdigit():
            return max(1, int(count))
    return 3


def _range(item: Item, settings: Mapping[str, str]) -> Answer:
    start, end, step = (
        float(settings.get(name, default))
        for name, default in (("start", "0"), ("end", "10"), ("step", "1"))
    )
    points = round(abs(end - start) / (abs(step) or 1.0)) + 1
    if points <= 7 and item.appearances & {"rating", "likert"}:
        return SegmentAnswer(item.path, [_point(start, step, n) for n in range(points)])
    return RangeAnswer(item.path, start, end, step)


def _point(start: float, step: float, n: int) -> Choice:
    words = f"{start + n * step:g}"
    return Choice(words, words)
