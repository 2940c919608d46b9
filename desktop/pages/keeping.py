"""What finalising writes: the draft goes, the record comes, and what belongs together is linked."""

from collections.abc import Callable

from desktop import safety_plan
from desktop.pages.ties import settle
from storage import Definition, Filled, RecordId, Session, Version


def keep(
    content: Filled,
    form: Definition,
    amends: Version | None,
    reason: str,
    about: str,
    beside: Callable[[Session, str, RecordId, str], None] | None,
) -> Callable[[Session, str], Version]:
    """The work that turns a draft into a record, or a record's next version, in one write."""

    def work(session: Session, draft: str) -> Version:
        session.definitions.keep(form)
        if draft:
            session.drafts.finish(draft)
        if amends is None:
            version = session.records.add(content)
        else:
            record = RecordId(amends.record)
            version = safety_plan.amending(session, record, amends.number, content, reason)
        settle(session, version, draft, about)
        if beside:
            beside(session, draft, version.record, reason)
        if draft:
            session.attachments.bind(draft, version.record, content.content)
        return version

    return work
