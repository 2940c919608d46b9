"""What the tests of keys share: a force's key, and USB sockets for software keys."""

import fido2.hid
import pytest

from storage.keys.escrow import PrivateKey
from tests.storage.keys.authenticator.transport import Sockets


@pytest.fixture(scope="session")
def force() -> PrivateKey:
    return PrivateKey.new("Sample Constabulary 2026")


@pytest.fixture
def sockets(monkeypatch: pytest.MonkeyPatch) -> Sockets:
    """Sockets of our own in place of the machine's: no test may touch a real key."""
    made = Sockets()
    monkeypatch.setattr(fido2.hid, "list_descriptors", made.descriptors)
    monkeypatch.setattr(fido2.hid, "open_connection", made.connect)
    return made
