"""Sample records made with the real forms, for documents to be made of."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone

from exports import DocumentVersion, RecordDocument
from forms import Form, FormEngine, Library

HAPPENED = datetime(2026, 11, 21, 22, 50, tzinfo=UTC)
WRITTEN = datetime(2026, 11, 21, 23, 12, tzinfo=UTC)
PRODUCED = datetime(2026, 11, 23, 10, 0, tzinfo=timezone(timedelta(hours=1)))
SAID = (
    "“I write the advert, she only books the flat.” “He came back on Tuesday and would not "
    "leave until I gave him the money for the week.”\n\n“Nobody has my password.”"
)
ANSWERS = {
    "/data/event_time": "2026-11-21T22:50:00.000+00:00",
    "/data/meeting/setting": "flat",
    "/data/meeting/spoken_alone": "yes",
    "/data/meeting/interpreter": "independent",
    "/data/meeting/dialect": "Romanian; Đặng Thị Hồng speaks Vietnamese; Олена, Αλέξανδρος",
    "/data/support/wishes": "Somewhere to park nearer the door.",
    "/data/words/said": SAID,
    "/data/words/observed": "Own keys and two phones, both hers. Fresh food.",
    "/data/next/next_contact": "2026-11-24T15:00:00.000+00:00",
    "/data/next/safe_way": "Text only, code word first. Never voicemail.",
    "/data/present[1]/who": "officer",
    "/data/present[1]/who_more": "PC 1111 B. Sample",
}


def form(form_id: str = "encounter") -> Form:
    return Library.default().get(form_id)


def engine(answers: dict[str, str] | None = None, form_id: str = "encounter") -> FormEngine:
    filled = FormEngine(form(form_id), clock=lambda: WRITTEN)
    for path, value in (ANSWERS if answers is None else answers).items():
        filled.set(path, value)
    return filled


def version(
    number: int, content: bytes, reason: str = "", event: datetime | None = HAPPENED
) -> DocumentVersion:
    return DocumentVersion(
        number=number,
        content=content,
        author="PC 0000 A. Sample",
        event_time=event,
        entry_time=WRITTEN + timedelta(days=number - 1),
        reason=reason,
        hash=hashlib.sha256(content).hexdigest(),
    )


def document(*versions: DocumentVersion, form_id: str = "encounter") -> RecordDocument:
    return RecordDocument(
        form=form(form_id),
        versions=versions or (version(1, engine().draft()),),
        reference="FB-7F3A-02",
        marking="OFFICIAL-SENSITIVE",
        force="Sample Force",
        officer="PC 0000 A. Sample",
        language="en",
        produced=PRODUCED,
    )


def amended(answers: dict[str, str], reason: str) -> RecordDocument:
    """The sample encounter, then the same with other `answers`."""
    filled = engine()
    first = filled.draft()
    for path, value in answers.items():
        filled.set(path, value)
    return document(version(1, first), version(2, filled.draft(), reason))
