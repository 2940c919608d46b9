"""Everything on screen that is no text of the interface: forms, services, the profile, samples."""

from collections.abc import Iterator

from lxml import etree

from desktop import directory, guidance, profile
from desktop.definitions import library
from desktop.sending.package import PDF_NAME
from exports.envelope.content import REPORT_NAME
from forms import read
from tests.desktop.everybody.stage import CODE, Stage
from translations.cards import default


def known(stage: Stage) -> Iterator[str]:
    """Every text of forms, guidance and profile, and of the records of `stage`."""
    for summary in library().forms():
        yield summary.title
        root = etree.fromstring(library().get(summary.id).xml)
        for element in root.iter("{*}value", "{*}label", "{*}hint", "{*}title", "{*}help"):
            yield " ".join("".join(element.itertext()).split())
        for element in root.iter("{*}bind"):
            yield from element.attrib.values()
    for topic in guidance.read():
        yield topic.title
        for passage in topic.passages:
            yield from (passage.citation, passage.topic, passage.text)
    force = profile.read(profile.SAMPLE)
    yield from map(str, (force.force, force.officer, force.role, force.marking, *force.liaison))
    for entry in directory.entries(force, default().services):
        yield from (entry.name, entry.what, entry.phone, entry.web, entry.area, entry.source)
    for record in stage.records.values():
        version = stage.newest(record)
        for line in read(library().get(version.form), version.content, "en"):
            yield from (line.label, line.text)
    for row in stage.vault.query(lambda session: session.records.page(limit=50)).result():
        yield row.title
    yield from (str(stage.vault.folder), "sample", *CODE.split("-"))
    yield from (PDF_NAME, REPORT_NAME)
