"""The commands and the cards that Ctrl+K offers."""

from collections.abc import Callable, Iterable

from desktop.finding.sources import Thing
from desktop.theme.labels import written
from forms import FormSummary
from translations import cards, catalogs
from translations.interface import _, form_language

BEGUN_ELSEWHERE = frozenset({"contact", "intelligence_report", "num_report", "prompts"})
"""Forms that begin from what they belong to: from a person, or from a note with a reason."""


def commands(
    go: Callable[[str], object],
    begin: Callable[[str], object],
    forms: Iterable[FormSummary],
    lock: Callable[[], object],
) -> list[Thing]:
    """The pages, a new record of each of `forms`, and Lock."""
    pages = (
        ("today", _("Today"), "Alt+1"),
        ("notes", _("Notes"), "Alt+2"),
        ("people", _("People"), "Alt+3"),
        ("cards", _("Cards"), "Alt+4"),
        ("send", _("Send"), "Alt+5"),
        ("settings", _("Settings"), "Alt+6"),
        ("help", _("Help"), "Alt+7"),
        ("forms", _("Forms"), ""),
        ("log", _("Log"), ""),
        ("disclosure", _("Disclosure copy"), ""),
        ("links", _("Links"), ""),
    )
    kind, told = _("command"), form_language()
    called = {"encounter": _("New note"), "visit": _("Plan a visit")}  # on the buttons
    found = [
        Thing(_("Go to {page}").format(page=words), written(keys), kind, _with(go, name))
        for name, words, keys in pages
    ]
    found += [
        Thing(
            _("New: {form}").format(form=form.title_in(told)),
            called.get(form.id, ""),
            kind,
            _with(begin, form.id),
        )
        for form in forms
        if form.id not in BEGUN_ELSEWHERE
    ]
    found.append(Thing(_("Lock"), written("Ctrl+L"), kind, lock))
    return found


def all_cards(show: Callable[[str], object]) -> list[Thing]:
    """Every card by its title in the language of the interface; another's English one below."""
    told = catalogs.default().get(form_language())
    found = []
    for card in cards.default().cards:
        title = told.text(card.message(card.blocks[0])) or card.title
        below = "" if title == card.title else card.title
        found.append(Thing(title, below, _("card"), _with(show, card.id)))
    return found


def _with(call: Callable[[str], object], name: str) -> Callable[[], object]:
    return lambda: call(name)
