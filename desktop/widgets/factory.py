"""The one place that says which widget answers which question."""

from collections.abc import Callable, Mapping, Sequence

from desktop.widgets.answer import Answer
from desktop.widgets.attachments import UploadAnswer
from desktop.widgets.choosing import CheckAnswer, RadioAnswer, SegmentAnswer, SetOut
from desktop.widgets.dates import MONTH, YEAR, DateAnswer, TimeAnswer
from desktop.widgets.folding import FoldedAnswer
from desktop.widgets.masking import MaskedAnswer
from desktop.widgets.moments import MomentAnswer
from desktop.widgets.numbers import CounterAnswer, NumberAnswer, write_number
from desktop.widgets.picking import PickAnswer
from desktop.widgets.places import PlaceAnswer, PlacesAnswer
from desktop.widgets.plain import LaterAnswer, NoteAnswer, TriggerAnswer
from desktop.widgets.ranges import RangeAnswer, Scale
from desktop.widgets.ranking import RankAnswer
from desktop.widgets.rating import MOST, RatingAnswer
from desktop.widgets.tabled import WIDEST, TableHead, TableRow
from desktop.widgets.texts import TextAnswer
from forms import Choice, Item

FEW = 4
"""So many short choices stand side by side; likert scales may have more."""
MANY = 12
"""More choices than this open in a list instead of standing on the page."""
_SHORT = 24  # signs of a short choice
_ROOM = 64  # signs of all segments together
_CHIPS = 8
_LISTED = 1000  # numbers of a range that a list may hold
_FILES = {"image", "audio", "video", "file", "binary"}
_SEARCHED = {"autocomplete", "search"}
_QUICK = {"quick", "quickcompact"}
_BARE = {"no-buttons", "compact", "quickcompact"}
_PACKED = {"columns-pack", "columns-flex", "compact", "quickcompact", "horizontal-compact"}
_ABREAST = {"columns", "horizontal"}
_NUMBERED = ("columns", "compact", "quickcompact")
_TABLED = {"label", "list-nolabel", "list"}


def make_answer(item: Item, choices: Sequence[Choice], settings: Mapping[str, str]) -> Answer:
    """The widget for the question `item`.

    `choices` are what it offers now (selects and ranks); `settings` the attributes of its
    control, such as `start`, `end` and `step` of a range (XForms 8.1.6) or `rows` of a text.
    """
    plain = "no-calendar" not in item.appearances
    makers: dict[str, Callable[[], Answer]] = {
        "text": lambda: _text(item, settings),
        "string": lambda: _text(item, settings),
        "barcode": lambda: _barcode(item),
        "integer": lambda: _number(item, decimal=False),
        "int": lambda: _number(item, decimal=False),
        "decimal": lambda: _number(item, decimal=True),
        "date": lambda: _date(item),
        "time": lambda: TimeAnswer(item.path),
        "dateTime": lambda: MomentAnswer(item.path, calendar=plain),
        "select_one": lambda: _one(item, choices),
        "select_multiple": lambda: _several(item, choices),
        "rank": lambda: RankAnswer(item.path, choices),
        "range": lambda: _range(item, settings),
        "note": lambda: NoteAnswer(item.path),
        "trigger": lambda: TriggerAnswer(item.path),
        "acknowledge": lambda: TriggerAnswer(item.path),
        "geopoint": lambda: PlaceAnswer(item.path),
        "geotrace": lambda: PlacesAnswer(item.path, closed=False),
        "geoshape": lambda: PlacesAnswer(item.path, closed=True),
    }
    if item.type in makers:
        return makers[item.type]()
    if item.type in _FILES:
        drawn = next((look for look in ("signature", "draw") if look in item.appearances), "")
        kind = item.type if item.type in ("image", "audio", "video") else "file"
        return UploadAnswer(item.path, kind, drawn=drawn)
    return LaterAnswer(item.path)


def kind_of_select(item: Item, choices: Sequence[Choice]) -> type[Answer]:
    """Which widget suits a select with these `choices`: by appearance, else number and length."""
    looks = item.appearances
    if looks & _TABLED and len(choices) <= WIDEST:
        return TableHead if "label" in looks else TableRow
    several = item.type == "select_multiple"
    if "minimal" in looks or (looks & _SEARCHED and not several):
        return FoldedAnswer if several else PickAnswer
    if several:
        return CheckAnswer
    if "likert" in looks:
        return SegmentAnswer
    if _set_out(item).wanted or any(choice.image for choice in choices):
        return RadioAnswer
    short = all(len(choice.label) <= _SHORT for choice in choices)
    room = sum(len(choice.label) + 4 for choice in choices) <= _ROOM
    if 0 < len(choices) <= FEW and short and room:
        return SegmentAnswer
    return RadioAnswer if len(choices) <= MANY else PickAnswer


def _text(item: Item, settings: Mapping[str, str]) -> Answer:
    if "masked" in item.appearances:
        return MaskedAnswer(item.path)
    if "numbers" in item.appearances:
        return TextAnswer(item.path, number=True)
    rows = settings.get("rows", "")
    if rows.isdigit() and int(rows) > 1:
        return TextAnswer(item.path, min(int(rows), 20))
    return TextAnswer(item.path, 2 if item.appearances & {"multiline", "textarea"} else 1)


def _barcode(item: Item) -> Answer:
    if item.appearances & {"hidden-answer", "masked"}:
        return MaskedAnswer(item.path)
    return TextAnswer(item.path)


def _number(item: Item, *, decimal: bool) -> Answer:
    if "masked" in item.appearances:
        return MaskedAnswer(item.path, number=True)
    if "counter" in item.appearances and not decimal:
        return CounterAnswer(item.path)
    grouped = "thousands-sep" in item.appearances
    return NumberAnswer(item.path, decimal=decimal, grouped=grouped)


def _date(item: Item) -> Answer:
    if "year" in item.appearances:
        return DateAnswer(item.path, YEAR)
    if "month-year" in item.appearances:
        return DateAnswer(item.path, MONTH)
    return DateAnswer(item.path, calendar="no-calendar" not in item.appearances)


def _one(item: Item, choices: Sequence[Choice]) -> Answer:
    kind = kind_of_select(item, choices)
    answer: Answer
    if kind is PickAnswer:
        searched = bool(item.appearances & _SEARCHED)
        answer = PickAnswer(item.path, choices, searched=searched)
    elif kind is SegmentAnswer:
        answer = SegmentAnswer(item.path, choices)
    elif kind is RadioAnswer:
        answer = RadioAnswer(item.path, choices, _set_out(item))
    else:
        answer = _tabled(item, choices, several=False)
    answer.moves_on = any(name.partition("-")[0] in _QUICK for name in item.appearances)
    return answer


def _several(item: Item, choices: Sequence[Choice]) -> Answer:
    kind = kind_of_select(item, choices)
    if kind is FoldedAnswer:
        return FoldedAnswer(item.path, choices)
    if kind is not CheckAnswer:
        return _tabled(item, choices, several=True)
    short = all(len(choice.label) <= _SHORT for choice in choices)
    set_out, searched = _set_out(item), bool(item.appearances & _SEARCHED)
    pictured = any(choice.image for choice in choices)
    chips = short and len(choices) <= _CHIPS and not set_out.wanted and not pictured
    return CheckAnswer(item.path, choices, chips=chips, set_out=set_out, searched=searched)


def _tabled(item: Item, choices: Sequence[Choice], *, several: bool) -> Answer:
    if "label" in item.appearances:
        return TableHead(item.path, choices)
    return TableRow(item.path, choices, several=several, worded="list" in item.appearances)


def _set_out(item: Item) -> SetOut:
    """How the form wants the rows of choices; as few columns as three where it says nothing."""
    columns, numbered, bare = 3, False, bool(item.appearances & _BARE)
    for appearance in item.appearances:
        name, _dash, count = appearance.rpartition("-")
        if name in _NUMBERED and count.isdigit():
            columns, numbered = max(1, int(count)), True
            bare = bare or name != "columns"
    if item.appearances & _ABREAST and not numbered:
        columns = 6
    packed = bool(item.appearances & _PACKED) and not numbered
    # the same as by itself, yet said: a list of rows it is
    return SetOut(columns, packed, bare, wanted=numbered or packed or bare or columns != 3)


def _range(item: Item, settings: Mapping[str, str]) -> Answer:
    start, end, step = (
        float(settings.get(name, default))
        for name, default in (("start", "0"), ("end", "10"), ("step", "1"))
    )
    scale = Scale(start, end, step)
    if "rating" in item.appearances and scale.steps < MOST:
        return RatingAnswer(item.path, scale)
    if "picker" in item.appearances and scale.steps < _LISTED:
        return PickAnswer(item.path, [Choice(v, write_number(v)) for v in scale.values()])
    upright, ticks = "vertical" in item.appearances, "no-ticks" not in item.appearances
    return RangeAnswer(item.path, scale, upright=upright, ticks=ticks)
