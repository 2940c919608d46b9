"""The open notebook of the liaison officer's tests, with a person in it."""

import pytest

from storage import RecordId, Vault
from tests.desktop.pages.conftest import notebook, open_notebook, vault
from tests.desktop.rights.conftest import add

__all__ = ["notebook", "open_notebook", "vault"]

NAME = "Sample Real-Name"
NUMBER = "07700 900123"
PERSON = {
    "/data/person/alias": "Juniper",
    "/data/person/name": NAME,
    "/data/person/pronouns": "she/her",
    "/data/safe/safe_ways[1]/way": "text",
    "/data/safe/safe_ways[1]/number": NUMBER,
    "/data/safe/safe_ways[1]/window_from": "14:00:00",
    "/data/safe/safe_ways[1]/window_until": "17:00:00",
    "/data/safe/code_word": "heron",
    "/data/support/agreements[1]/agreement": "num_others",
    "/data/support/agreements[1]/agreed": "yes",
    "/data/handling/access_reason": "to keep in touch about a report",
    "/data/handling/expiry": "2099-01-01",
}


@pytest.fixture
def person(vault: Vault) -> RecordId:
    return add(vault, "person", PERSON)
