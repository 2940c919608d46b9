"""Cards on paper: leaflets of one card or all, English beside what is not yet approved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desktop.breaking import line_breaks
from desktop.cards.codes import address
from desktop.cards.deck import IDENTITY, Deck
from desktop.profile import Profile
from exports import export_leaflet
from exports.export import leaflet_bytes
from exports.leaflet import Code, Leaflet, LeafletCard, Paper, Passage, Words
from translations.cards import Service
from translations.cards.showing import Passage as Shown
from translations.catalogs import Status
from translations.interface import _
from translations.languages import ENGLISH

PHRASES = "phrases"
"""The id of the card of phrases to point at."""
_MARKS = {Status.MISSING: "DRAFT", Status.DRAFT: "DRAFT", Status.REVISED: "NOT APPROVED"}


def print_leaflet(
    profile: Profile | None,
    code: str,
    cards: Sequence[str],
    out: Path,
    *,
    paper: Paper = "A5",
    beside: bool | None = None,
    produced: datetime | None = None,
) -> None:
    """Write a leaflet of `cards` (ids, `PHRASES` among them) in the language `code` to `out`.

    Without any, it holds all cards and the phrases.

    `beside` sets English beside it; without a word, wherever a card is not approved. A draft
    always has its English beside it, whatever is asked.

    Raises UnknownLanguage, UnknownCard, or what `export_leaflet` raises.
    """
    moment = produced or datetime.now().astimezone()
    leaflet = leaflet_of(Deck(profile, code), cards, paper, beside, moment)
    export_leaflet(leaflet, out, break_finder=line_breaks)


def leaflet_in_memory(
    profile: Profile | None, code: str, cards: Sequence[str], paper: Paper
) -> bytes:
    """The same leaflet as a PDF that is no file, for the printer; raises as `print_leaflet`."""
    moment = datetime.now().astimezone()
    leaflet = leaflet_of(Deck(profile, code), cards, paper, None, moment)
    return leaflet_bytes(leaflet, break_finder=line_breaks)


def leaflet_of(
    deck: Deck, wanted: Sequence[str], paper: Paper, beside: bool | None, produced: datetime
) -> Leaflet:
    """What the leaflet is made of, from the cards as the screen shows them."""
    cards = []
    worst = Status.APPROVED
    for each in wanted or [*(card.id for card in deck.cards), PHRASES]:
        status = _status(deck, each)
        own, english, services = _content(deck, each)
        if len(own) < 2 and not wanted:
            continue  # a title alone: the force profile says nothing for it
        worst = min(worst, status)
        both = deck.language is not ENGLISH and (status is not Status.APPROVED or bool(beside))
        made = LeafletCard(
            passages=_passages(own),
            beside=_passages(english) if both else (),
            codes=[_code(service) for service in services],
            draft=_notices(deck, status),
        )
        cards.append(_with_photo(made, deck.profile) if each == IDENTITY else made)
    profile = deck.profile
    return Leaflet(
        cards=cards,
        language=deck.language.code,
        produced=produced,
        paper=paper,
        page=deck.framed("page"),
        scan=deck.framed("scan"),
        foot=deck.framed("keep_safe"),
        issuer="" if profile is None or profile.is_sample else profile.force,
        watermark=_MARKS.get(worst, ""),
    )


def _status(deck: Deck, card: str) -> Status:
    if deck.language is ENGLISH:
        return Status.APPROVED
    if card == PHRASES:
        return deck.status_of_phrases
    deck.go(card)
    return deck.status


def _content(
    deck: Deck, card: str
) -> tuple[tuple[Shown, ...], tuple[Shown, ...], tuple[Service, ...]]:
    """A card in the language and in English, and the services that it names."""
    if card == PHRASES:
        return deck.phrases_passages(), deck.phrases_english(), ()
    deck.go(card)
    return deck.passages(), deck.english(), deck.services()


def _notices(deck: Deck, status: Status) -> list[tuple[str, str]]:
    """What says that a card is not approved, in the language and in English."""
    if status is Status.APPROVED:
        return []
    word = "revised" if status is Status.REVISED else "draft"
    theirs = (deck.framed(word), deck.language.code)
    return list(dict.fromkeys([theirs, (deck.framed(word, ENGLISH.code), ENGLISH.code)]))


def _with_photo(card: LeafletCard, profile: Profile | None) -> LeafletCard:
    """The identity card with the officer's photo, where the profile names one."""
    if profile is None or profile.photo is None or profile.is_sample:
        return card
    says = _("A photo of {officer}").format(officer=profile.officer)
    return replace(card, picture=profile.photo.read_bytes(), picture_says=says)


def _passages(shown: Iterable[Shown]) -> list[Passage]:
    return [
        Passage(each.kind, [Words(span.text, span.bold) for span in each.spans], each.language.code)
        for each in shown
    ]


def _code(service: Service) -> Code:
    lines = [line for line in (service.phone, service.web) if line]
    return Code(address(service), service.name, lines)
