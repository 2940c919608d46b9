"""The review that was agreed comes up on its day, whether her words are kept or not."""

from datetime import date

from desktop.filling import filled
from desktop.rights.set_dates import agreed_reviews
from desktop.safety_plan import to_keep
from forms import FormEngine, Library
from storage import RecordId, Vault

DAY = date(2026, 11, 20)
PLAN = {"/data/start/outcome": "made", "/data/kept/safe_contact": "by text"}


def add(vault: Vault, form: str, answers: dict[str, str]) -> RecordId:
    engine = FormEngine(Library.default().get(form), language="en")
    for path, value in answers.items():
        engine.set(path, value)
    content = to_keep(form, engine.finalise())
    return vault.perform(lambda s: s.records.add(filled(engine, content))).result().record


def due(vault: Vault, day: date) -> list[RecordId]:
    return [each.row.id for each in vault.query(lambda s: agreed_reviews(s, day)).result()]


def test_a_plan_and_a_contract_come_up_on_their_day(vault: Vault) -> None:
    plan = add(vault, "safety_plan", PLAN | {"/data/kept/review": DAY.isoformat()})
    contract = add(vault, "victim_contract", {"/data/sign/review": DAY.isoformat()})
    assert due(vault, date(2026, 11, 19)) == []
    assert set(due(vault, DAY)) == {plan, contract}


def test_a_contract_that_was_ended_is_not_reviewed(vault: Vault) -> None:
    ended = {
        "/data/sign/review": DAY.isoformat(),
        "/data/ending/ended_by": "her",
        "/data/ending/ended_on": "2026-11-19",
    }
    ended_one = add(vault, "victim_contract", ended)
    assert ended_one not in due(vault, date(2027, 1, 1))
