"""The demonstration's cards: shown before anything is unlocked, in scripts of every kind."""

from collections.abc import Callable
from pathlib import Path

from desktop.cards.printing import print_leaflet
from desktop.cards.view import CardView
from desktop.cards.window import CardWindow
from desktop.demo.camera import EVERY, LIGHT_AND_DARK, Camera, settle
from desktop.profile import Profile

SHOWN = (
    ("ro", "your_rights"),
    ("ar", "your_rights"),
    ("ur", "if_hurt"),
    ("th", "emergency"),
    ("zh-Hans", "ugly_mugs"),
    ("hi", "health"),
    ("bn", "what_we_write"),
    ("pa", "interpreter"),
    ("ti", "controlled"),
    ("ru", "court"),
    ("en", "who_we_are"),
)
"""Languages and the cards that are shown in them."""

PRINTED = (("ar", "your_rights"), ("ro", None))
"""Languages and cards of the leaflets; None for all cards."""


def show_cards(camera: Camera, profile: Profile, say: Callable[[str], None]) -> None:
    """Show the cards as somebody sees them with the notebook sealed, and take pictures."""
    window = CardWindow(load_profile=lambda: profile._replace(is_sample=False))
    view = window.view
    window.show()
    settle(700)
    camera.take(window, "card-languages", EVERY)
    view.languages.held_up.setChecked(True)
    camera.take(window, "card-point")
    view.languages.held_up.setChecked(False)
    for code, card in SHOWN:
        view.speak(code)
        view.show_card(card)
        more = EVERY if code in {"ar", "ro"} else LIGHT_AND_DARK
        camera.take(window, f"card-{code}", more, language=code)
    say(f"Cards were shown in {len(SHOWN)} languages, with the notebook sealed.")
    _point(camera, window, view)
    window.hide()
    window.deleteLater()


def print_cards(out: Path, profile: Profile, say: Callable[[str], None]) -> list[dict[str, str]]:
    """Write two leaflets into `out`/pdf; gives their entries for `demo.json`."""
    (out / "pdf").mkdir(exist_ok=True)
    made = []
    for number, (code, card) in enumerate(PRINTED, 1):
        file = out / "pdf" / f"leaflet-{number}.pdf"
        print_leaflet(profile._replace(is_sample=False), code, [card] if card else [], file)
        made.append({"document": "card", "file": f"pdf/{file.name}"})
    say("Leaflets were written, in two languages.")
    return made


def _point(camera: Camera, window: CardWindow, view: CardView) -> None:
    """Phrases, an answer, and the whole turned for the person opposite."""
    view.speak("ar")
    view.show_titles()
    camera.take(window, "card-titles-ar", language="ar")
    view.speak("vi")
    view.show_phrases()
    camera.take(window, "card-phrases-vi", language="vi")
    view.show_answers(view.deck.phrases()[0])
    camera.take(window, "card-answers-vi", language="vi")
    view.show_card("your_rights")
    view.turn(True)
    camera.take(window, "card-turned-vi", language="vi")
    view.turn(False)
