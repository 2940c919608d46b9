"""Roads to the force's destinations; what shows the officer to a server is kept in the vault."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.profile import Profile
from desktop.profile.model import Destination
from storage import Session, Vault
from storage.keys.escrow import PublicKey

if TYPE_CHECKING:
    from exports.delivery.address import Address
    from exports.delivery.outcome import Road

_SETTING = "sending.credentials"


class Credentials(NamedTuple):
    """How an officer shows themselves to a server: by name and password, or by a token."""

    user: str = ""
    password: str = ""
    token: str = ""

    def __repr__(self) -> str:
        """Nothing of it, wherever it may be printed."""
        return "Credentials(…)"


def keys_of(profile: Profile) -> list[PublicKey]:
    """The force's public keys that reports are sealed to.

    Raises:
        NotAKey: one of the files is no key.
        OSError: one can't be read.
    """
    return [
        PublicKey.parse(path.read_text(encoding="utf-8", errors="replace"))
        for path in profile.sealing_keys
    ]


def remember(session: Session, destination: str, credentials: Credentials) -> None:
    """Keep the credentials for a destination in the vault."""
    known = session.settings.get(_SETTING, {})
    session.settings.set(_SETTING, {**known, destination: list(credentials)})


def credentials(session: Session, destination: str) -> Credentials:
    """What is kept for a destination; blank where nothing is."""
    return Credentials(*session.settings.get(_SETTING, {}).get(destination, ()))


def address_of(destination: Destination, shown: Credentials) -> "Address":
    """The server of a destination, as it is spoken to."""
    from exports.delivery.address import Address

    return Address(
        destination.url,
        shown.user,
        shown.password,
        shown.token,
        destination.pinned_key,
        destination.client_certificate,
    )


def roads(profile: Profile, vault: Vault) -> "Callable[[str], Road | None]":
    """For `Sender`: the road to the destination of a name, None where the profile has none."""

    def find(name: str) -> "Road | None":
        for destination in profile.destinations:
            if destination.name == name:
                shown = vault.query(lambda session: credentials(session, name)).result()
                return road_to(destination, shown)
        return None

    return find


def road_to(destination: Destination, shown: Credentials) -> "Road | None":
    """The road to a destination; None where the profile does not say enough."""
    from exports.delivery.folder import Folder
    from exports.delivery.mail import MailFile
    from exports.delivery.openrosa import OpenRosa

    folder: Path | None = destination.folder
    if destination.kind == "openrosa":
        return OpenRosa(address_of(destination, shown))
    if folder is None:
        return None
    if destination.kind == "mail":
        return MailFile(folder, destination.address)
    return Folder(folder)
