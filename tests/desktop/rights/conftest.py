"""The open notebook of the pages' tests, with a record and a person in it."""

import pytest

from desktop.filling import filled
from desktop.rights.rules import RULES
from forms import FormEngine, Library
from storage import RecordId, Vault
from tests.desktop.pages.conftest import notebook, open_notebook, vault

__all__ = ["notebook", "open_notebook", "vault"]


def add(vault: Vault, form: str, answers: dict[str, str]) -> RecordId:
    """A record of `form` with these answers; gives its id."""
    engine = FormEngine(Library.default().get(form), language="en")
    for path, value in answers.items():
        engine.set(path, value)
    content = engine.finalise()
    return vault.perform(lambda s: s.records.add(filled(engine, content))).result().record


@pytest.fixture
def encounter(vault: Vault) -> RecordId:
    return add(vault, "encounter", {"/data/meeting/setting": "street"})


@pytest.fixture
def person(vault: Vault, encounter: RecordId) -> RecordId:
    made = add(
        vault,
        "person",
        {"/data/person/alias": "Sample alias", "/data/handling/expiry": "2099-01-01"},
    )
    vault.perform(lambda s: s.links.add(encounter, made, "met")).result()
    assert RULES.of("person").group == 3
    return made
