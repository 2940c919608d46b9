"""Sample reports, adverts and premises for the picture of links."""

from desktop.filling import filled
from forms import FormEngine, Library
from storage import RecordId, Vault

Subject = tuple[str, str, str]


def report(vault: Vault, *subjects: Subject) -> RecordId:
    """An intelligence report that names `subjects`: kind, words, and the words of the link."""
    engine = FormEngine(Library.default().get("intelligence_report"), language="en")
    engine.set("/data/gates/threat_to_life", "no")
    engine.set("/data/report/marking", "official")
    while len(engine.body("/data/picture/subjects")) < len(subjects):
        engine.add("/data/picture/subjects")
    for number, (kind, words, link) in enumerate(subjects, 1):
        path = f"/data/picture/subjects[{number}]"
        engine.set(f"{path}/subject_kind", kind)
        engine.set(f"{path}/subject", words)
        engine.set(f"{path}/subject_link", link)
    return kept(vault, engine)


def record(vault: Vault, form: str, answers: dict[str, str]) -> RecordId:
    """A record of `form` with these answers."""
    engine = FormEngine(Library.default().get(form), language="en")
    for path, value in answers.items():
        engine.set(path, value)
    return kept(vault, engine)


def kept(vault: Vault, engine: FormEngine) -> RecordId:
    """The record of what is filled in, finished or not."""
    content = filled(engine, engine.draft())
    return vault.perform(lambda s: s.records.add(content)).result().record
