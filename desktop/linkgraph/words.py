"""What kinds of things are called, and the icon that each bears."""

from desktop.linkgraph.model import Graph, Kind, Thing
from translations.interface import _, ngettext

ICONS = {
    Kind.PERSON: "user-round",
    Kind.VEHICLE: "car",
    Kind.NUMBER: "phone",
    Kind.PLACE: "map-pin",
    Kind.EVENT: "calendar",
    Kind.OBJECT: "package",
    Kind.REPORT: "file-text",
}


def kind_words(kind: Kind) -> str:
    """A kind in a word or two."""
    return {
        Kind.PERSON: _("Person suspected"),
        Kind.VEHICLE: _("Vehicle"),
        Kind.NUMBER: _("Number, account or advert"),
        Kind.PLACE: _("Place"),
        Kind.EVENT: _("Event"),
        Kind.OBJECT: _("Object"),
        Kind.REPORT: _("Report"),
    }[kind]


def told(thing: Thing, graph: Graph) -> str:
    """A thing in a sentence, for who does not see the picture."""
    beside = graph.beside(thing.key)
    count = len(beside)
    ties = ngettext("tied to one: {names}", "tied to {count}: {names}", count).format(
        count=count, names=", ".join(each.words for each in beside)
    )
    return _("{kind}: {words}, {ties}").format(
        kind=kind_words(thing.kind), words=thing.words, ties=ties if count else _("tied to nothing")
    )
