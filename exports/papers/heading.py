"""The head that papers of one record share."""

from collections.abc import Iterable

from exports.papers.paper import Paper, Part
from exports.record import RecordDocument
from translations.interface import _


def paper_of(
    document: RecordDocument, parts: Iterable[Part], *, title: str = "", subtitle: str = ""
) -> Paper:
    """A paper of the record in `document`.

    Parameters:
        parts: what stands in it, in reading order.
        title: by default that of the record's form.
        subtitle: by default the record's reference.
    """
    return Paper(
        file_title=_("Fieldbook record {reference}").format(reference=document.reference),
        title=title or document.form.title(document.language),
        subtitle=subtitle or document.reference,
        marking=document.marking,
        force=document.force,
        reference=document.reference,
        language=document.language,
        produced=document.produced,
        parts=tuple(parts),
    )
