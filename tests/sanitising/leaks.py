"""Makes texts that give somebody away, each with the place and the kind of the leak.

A leak is a name, number, page, address, origin, saying or time of the sample, disguised by one of
the ways below chosen at random, put into one of the carrier sentences, between clean ones.
"""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

import random
from collections.abc import Iterator
from dataclasses import dataclass

from exports.sanitising import Kind
from tests.sanitising.sample import PEOPLE, Person

CARRIERS = {
    Kind.NAME: ("The driver collects {} twice a week.", "Money is taken from {} on Fridays.",
                "{} is driven from town to town by the man.", "Rent is paid through {} in cash.",
                "He keeps the passport of {}.", "The debt of {} was doubled."),
    Kind.NUMBER: ("The phone used is {}.", "Customers are told to ring {}.", "He changed it to {} later.",
                  "Bookings go through {} and are paid in cash.", "Contact: {}"),
    Kind.ADVERT: ("It is advertised on {} at present.", "See {} for the pictures he posted.",
                  "The man edits {} himself.", "Pictures come from {}."),
    Kind.ADDRESS: ("The place is {}.", "She works {}, on most days.", "Customers are sent to a house {}.",
                   "He collects the rent from a flat {}.", "The woman is kept {}."),
    Kind.NATIONALITY: ("{}",),
    Kind.SPEECH: ("{}",),
    Kind.TIME: ("The car arrived {}.", "He came {} with two others.", "The door was forced {}, and he left.",
                "A payment was made {}."),
}  # fmt: skip
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ABOUT = (
    "The van is grey and has a dent in its left side.",
    "Two men were seen to collect envelopes.",
    "The arrangement has lasted since the spring.",
    "",
)


@dataclass(frozen=True)
class Leak:
    """A text in which `start` to `end` gives somebody away."""

    kind: Kind
    way: str
    text: str
    start: int
    end: int


def leaks(seed: int, count: int) -> Iterator[Leak]:
    """`count` leaks, the kinds in turn."""
    rng = random.Random(seed)
    kinds = [kind for kind in Kind if kind in _WAYS]
    for number in range(count):
        kind = kinds[number % len(kinds)]
        way, leak = _WAYS[kind](rng, rng.choice(PEOPLE))
        carrier = rng.choice(CARRIERS[kind])
        before, after = rng.choice(_ABOUT), rng.choice(_ABOUT)
        text = f"{before} {carrier.format(leak)} {after}".strip()
        start = text.index(leak)
        yield Leak(kind, way, text, start, start + len(leak))


def _name(rng: random.Random, person: Person) -> tuple[str, str]:
    plain = rng.choice((person.given.split()[-1], person.surname, person.working))
    ways = {
        "as it is": plain,
        "possessive": f"{plain}’s",
        "whole name": f"{person.given} {person.surname}",
        "surname first": f"{person.surname.upper()}, {person.given}",
        "small letters": f"{person.given.split()[-1]} {person.surname}".lower(),
        "letters apart": rng.choice(" -.").join(plain.upper()),
        "other signs": plain.replace("a", "4")
        .replace("i", "1")
        .replace("e", "3")
        .replace("o", "0"),
        "another script": rng.choice(person.elsewhere),
        "another script, again": rng.choice(person.elsewhere),
        "misspelt": _misspelt(rng, rng.choice((person.surname, person.given.split()[-1]))),
        "misspelt, again": _misspelt(rng, person.surname),
        "accents": plain.replace("a", "á").replace("e", "ë").replace("o", "ô"),
        "one word": f"{person.given}{person.surname}".replace(" ", "").lower(),
    }
    return rng.choice(list(ways.items()))


def _misspelt(rng: random.Random, name: str) -> str:
    place = rng.randrange(1, len(name) - 1)
    letter = name[place]
    if len(name) < 5:
        return name[:place] + letter + name[place:]
    return rng.choice(
        (
            name[:place] + name[place + 1] + letter + name[place + 2 :],
            name[:place] + name[place + 1 :],
            name[:place] + letter + name[place:],
            name[:place] + rng.choice("aeioustrn") + name[place + 1 :],
        )
    )


def _number(rng: random.Random, person: Person) -> tuple[str, str]:
    digits = person.number.replace(" ", "")
    spelt = [_DIGITS[int(digit)] for digit in digits]
    cut, second = sorted(rng.sample(range(3, len(digits) - 2), 2))
    ways = {
        "as it is": person.number,
        "with the country": f"+44 (0) {digits[1:4]}-{digits[4:]}",
        "with 0044": f"0044{digits[1:]}",
        "signs between": rng.choice(".- _·~").join(digits),
        "pairs": " ".join(digits[place : place + 2] for place in range(0, len(digits), 2)),
        "spelt": " ".join(spelt),
        "spelt, with oh and dashes": "-".join(spelt).replace("zero", "oh"),
        "half spelt": f"{digits[:cut]} {' '.join(spelt[cut:])}",
        "split": f"{digits[:cut]}, then {digits[cut:second]} and {digits[second:]}",
        "split in sentences": f"{digits[:cut]} at first. The rest of it, which he wrote on the wall, "
        f"is {digits[cut:]}",
        "beginning and end": f"a number that begins {digits[:cut]} and ends {digits[cut:]}",
        "last digits": f"the mobile ending {digits[-4:]}",
        "Arabic digits": digits.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        "wide digits": digits.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        "letter O": digits.replace("0", "O"),
        "no leading 0": digits[1:],
        "over two lines": f"{digits[:cut]}\n{digits[cut:]}",
        "unknown number": f"07{rng.randrange(10**8, 10**9)}",
    }
    return rng.choice(list(ways.items()))


def _advert(rng: random.Random, person: Person) -> tuple[str, str]:
    address = person.advert.removeprefix("https://")
    last = address.rsplit("/", 1)[-1]
    site = address.split("/", maxsplit=1)[0]
    ways = {
        "as it is": person.advert,
        "without https": address,
        "hxxp": person.advert.replace("https", "hxxp"),
        "brackets": address.replace(".", "[.]"),
        "dot spelt": address.replace(".", " dot ").replace("/", " slash "),
        "spaces": address.replace("/", " / "),
        "the page alone": f"the {site.split('.')[0]} page {last}" if last.isdigit() else last,
        "handle": f"@{last.replace('-', '_')}",
        "handle on a service": f"Telegram, username {last}",
        "another page": f"www.new-in-town{rng.randrange(99)}.com",
        "e-mail": f"{person.working.lower()}{rng.randrange(99)}@mail.example.org",
        "e-mail spelt": f"{person.working.lower()} at fastpost dot com",
    }
    return rng.choice(list(ways.items()))


def _address(rng: random.Random, person: Person) -> tuple[str, str]:
    street = person.street
    short = street.replace("Road", "Rd").replace("Street", "St").replace("Avenue", "Ave")
    shop = rng.choice(("bakery", "Polish shop", "betting shop", "chip shop", "launderette", "mosque",
                       "bus station", "Red Lion pub", "primary school", "pharmacy"))  # fmt: skip
    ways = {
        "as it is": f"at {person.door} {street}",
        "short": f"at {person.door} {short}",
        "street misspelt": f"in {_misspelt(rng, street.split()[0])} {street.split()[-1]}",
        "postcode": f"in LS{rng.randrange(1, 29)}{rng.choice((' ', ''))}{rng.randrange(1, 9)}DZ",
        "flat": f"in flat {rng.randrange(1, 40)}{rng.choice('ABC')}",
        "flat spelt": f"in apartment {rng.choice(_DIGITS[1:])}",
        "room": f"in room {rng.randrange(100, 420)}",
        "floor": f"on the {rng.choice(('third', '2nd', 'top', 'ground'))} floor",
        "above": f"above the {shop}",
        "opposite": f"opposite the {shop}",
        "next door": f"next door to the {shop}",
        "doors down": f"two doors down from the {shop}",
        "corner": f"round the corner from the {shop}",
        "behind": f"behind the {shop} on {street}",
        "colour": f"with the {rng.choice(('red', 'blue', 'green'))} door",
        "another house": f"at {rng.randrange(1, 300)} Cardigan Lane",
        "number spelt": "at twenty-three Cardigan Lane",
        "over the road": f"across the road from the {shop}",
    }
    return rng.choice(list(ways.items()))


def _nationality(rng: random.Random, person: Person) -> tuple[str, str]:
    people = rng.choice(
        ("Romanian", "Hungarian", "Brazilian", "Thai", "Chinese", "Nigerian", "Polish")
    )
    country = rng.choice(("Romania", "Albania", "Vietnam", "Ukraine", "Colombia"))
    place = rng.choice(
        ("Harehills", "Beeston", "Chapeltown", "Morley", "Otley", "Leeds city centre")
    )
    ways = {
        "adjective": f"A {people} woman is made to work in {place}.",
        "from": f"The woman from {country} is moved around {place}.",
        "two sentences": f"The premises are in {place}. The {people} girl there is not free to leave.",
        "small letters": f"young {country.lower()} girls? no, one {people.lower()} girl near {place}"
        if people != "Polish"
        else f"a Polish girl near {place}",
        "language": f"He brings a {people} speaker from {place} every week.",
        "street": f"Two {people} nationals are kept on {person.street}.",
        "region": f"An {rng.choice(('Eastern European', 'East Asian'))} woman is kept at a flat in {place}.",
    }
    return rng.choice(list(ways.items()))


def _speech(rng: random.Random, person: Person) -> tuple[str, str]:
    fact = rng.choice(
        ("he takes the money", "the rent was doubled", "there are two men", "he has keys")
    )
    ways = (
        f"She told me {fact}.", f"She said that {fact}.", f"According to her, {fact}.",
        f"The girl explained that {fact}.", f"I was told that {fact}.", f"“I am afraid, {fact}”.",
        f'"He never lets me out and {fact}."', f"One of the women mentioned that {fact}.",
        f"In her words {fact}.", f"When I visited her, {fact}.", f"The source states that {fact}.",
        f"She has since confirmed {fact}.", f"She confided that {fact}.", f"She texted us that {fact}.",
        f"My informant says {fact}.", f"Her flatmate told the officer that {fact}.",
        f"{person.working} said {fact}.", f"During a conversation with the tenant: {fact}.",
        f"We spoke with the worker; {fact}.", f"As she put it, {fact}.", f"The victim disclosed that {fact}.",
        f"She heard him say that {fact}.", f"This was said in confidence: {fact}.",
    )  # fmt: skip
    place = rng.randrange(len(ways))
    return f"saying {place}", ways[place]


def _time(rng: random.Random, person: Person) -> tuple[str, str]:
    hour, minute = rng.randrange(1, 12), rng.randrange(1, 59)
    spelt = rng.choice(_DIGITS[1:])
    ways = {
        "colon": f"at {hour + 12}:{minute:02}",
        "point": f"at {hour}.{minute:02}",
        "pm": f"at {hour}.{minute:02}pm",
        "p.m.": f"at {hour} p.m.",
        "hours": f"at {hour + 12}{minute:02} hours",
        "hrs": f"at {hour + 12:02}{minute:02}hrs",
        "past": f"at quarter past {spelt}",
        "to": f"at {rng.choice(('ten', 'twenty', 'five'))} to {spelt}",
        "half": f"at half {rng.choice(('past ', ''))}{spelt}",
        "clock": f"at {spelt} o’clock",
        "morning": f"at {spelt} in the morning",
        "spelt": f"at {spelt} forty-five",
        "minutes": f"at {minute} minutes past {spelt}",
        "midnight": "at midnight",
        "day": f"on Tuesday at {hour:02}:{minute:02}",
        "range": f"between {hour}:05 and {hour}:20",
    }
    return rng.choice(list(ways.items()))


_WAYS = {
    Kind.NAME: _name,
    Kind.NUMBER: _number,
    Kind.ADVERT: _advert,
    Kind.ADDRESS: _address,
    Kind.NATIONALITY: _nationality,
    Kind.SPEECH: _speech,
    Kind.TIME: _time,
}
