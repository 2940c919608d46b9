"""Cards on paper: leaflets of one card or all, English beside what is not yet approved."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from desktop.breaking import line_breaks
from desktop.cards.codes import address
from desktop.cards.deck import Deck
from desktop.profile import Profile
from exports import export_leaflet
from exports.leaflet import Code, Leaflet, LeafletCard, Paper, Passage, Words
from translations.cards import Service
from translations.cards.showing import Passage as Shown
from translations.catalogs import Status
from translations.languages import ENGLISH

_MARKS = {Status.MISSING: "DRAFT", Status.DRAFT: "DRAFT", Status.REVISED: "NOT APPROVED"}


def print_leaflet(
    profile: Profile | None,
    code: str,
    card: str | None,
    out: Path,
    *,
    paper: Paper = "A5",
    beside: bool | None = None,
    produced: datetime | None = None,
) -> None:
    """Write the leaflet of `card`, or of all cards, in the language `code` to `out`.

    `beside` sets English beside it; without a word, wherever a card is not approved. A draft
    always has its English beside it, whatever is asked.

    Raises UnknownLanguage, UnknownCard, or what `export_leaflet` raises.
    """
    moment = produced or datetime.now().astimezone()
    leaflet = leaflet_of(Deck(profile, code), card, paper, beside, moment)
    export_leaflet(leaflet, out, break_finder=line_breaks)


def leaflet_of(
    deck: Deck, card: str | None, paper: Paper, beside: bool | None, produced: datetime
) -> Leaflet:
    """What the leaflet is made of, from the cards as the screen shows them."""
    wanted = [card] if card else [each.id for each in deck.cards]
    cards = []
    worst = Status.APPROVED
    for each in wanted:
        deck.go(each)
        if len(deck.passages()) < 2 and not card:
            continue  # a title alone: the force profile says nothing for it
        status = _status(deck)
        worst = min(worst, status)
        cards.append(_card(deck, status, beside))
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


def _status(deck: Deck) -> Status:
    return Status.APPROVED if deck.language is ENGLISH else deck.status


def _card(deck: Deck, status: Status, beside: bool | None) -> LeafletCard:
    approved = status is Status.APPROVED
    both = deck.language is not ENGLISH and (not approved or bool(beside))
    word = "revised" if status is Status.REVISED else "draft"
    draft = [] if approved else [(deck.framed(word), deck.language.code)]
    if not approved:
        draft.append((deck.framed(word, ENGLISH.code), ENGLISH.code))
    return LeafletCard(
        passages=_passages(deck.passages()),
        beside=_passages(deck.english()) if both else (),
        codes=[_code(service) for service in deck.services()],
        draft=list(dict.fromkeys(draft)),
    )


def _passages(shown: Iterable[Shown]) -> list[Passage]:
    return [
        Passage(each.kind, [Words(span.text, span.bold) for span in each.spans], each.language.code)
        for each in shown
    ]


def _code(service: Service) -> Code:
    lines = [line for line in (service.phone, service.web) if line]
    return Code(address(service), service.name, lines)
