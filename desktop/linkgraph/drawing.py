"""From the graph on screen to the document that leaves."""

from collections.abc import Mapping
from datetime import datetime

from desktop.breaking import line_breaks
from desktop.leaving import Leaving, Part
from desktop.linkgraph.layout import Point
from desktop.linkgraph.model import Graph
from desktop.linkgraph.words import kind_words
from desktop.profile import Profile
from exports.export import links_bytes
from storage import RecordId, reference
from translations.interface import _, form_language

NAME = "links"


def leaving(
    profile: Profile, graph: Graph, places: Mapping[str, Point], *, printing: bool
) -> Leaving:
    """The picture of `graph`; every record in it is disclosed with it."""

    def made(_recipient: str) -> bytes:
        from exports.links import Knot, LinksDocument  # brings ReportLab

        number = {thing.key: place for place, thing in enumerate(graph.things)}
        document = LinksDocument(
            tuple(
                Knot(
                    kind_words(thing.kind),
                    thing.words,
                    *places[thing.key],
                    tuple(each.words for each in graph.beside(thing.key)),
                    tuple(reference(RecordId(record)) for record in thing.records),
                )
                for thing in graph.things
            ),
            tuple((number[tie.one], number[tie.other]) for tie in graph.ties),
            profile.marking,
            profile.force,
            profile.officer,
            form_language(),
            datetime.now().astimezone(),
        )
        return links_bytes(document, break_finder=line_breaks)

    return Leaving(
        _("Print the picture of links") if printing else _("Write the picture of links"),
        _("Whoever has it sees what the reports name. It is drawn with a list of its ties."),
        NAME,
        tuple(Part(record, number, "picture of links") for record, number in graph.versions),
        made,
    )
