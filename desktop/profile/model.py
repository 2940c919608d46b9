"""What a force profile says, and what can be wrong with one.

Named tuples here, as a data class takes milliseconds to make and this is read before unlocking.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

MARKINGS = ("OFFICIAL", "OFFICIAL-SENSITIVE")
"""The markings that Fieldbook handles; anything above is refused."""
IDLE_MINUTES = range(1, 61)
"""How many minutes of idleness a force may allow before the notebook seals itself."""
ROLES = (
    "child_abuse_unit",
    "community_manager",
    "district_lead",
    "financial_investigator",
    "intelligence_unit",
    "lgbt_liaison",
    "missing_coordinator",
    "modern_slavery_spoc",
    "solo",
    "source_unit",
)
"""The roles that forms offer by name, so that nobody types them from memory."""
DESTINATION_KINDS = ("folder", "openrosa", "mail")
"""Ways in which a submission can leave: a folder, an OpenRosa server, a file for secure mail."""

SENDABLE_FORMS = ("intelligence_report", "referral", "num_report", "concern_notification")
"""The forms whose records can be sent, where a destination takes them."""


class Liaison(NamedTuple):
    """The designated liaison officer whom the cards name; blank where the force names none.

    Attributes:
        name: as it may be told to anybody.
        phone: as it is dialled.
        deputy: who stands in.
    """

    name: str = ""
    phone: str = ""
    deputy: str = ""


class Destination(NamedTuple):
    """One place that submissions may go to.

    Attributes:
        name: as the officer sees and confirms it.
        kind: one of `DESTINATION_KINDS`.
        folder: for a folder or a mail file, where it is put.
        url: for a server, its OpenRosa address (https).
        address: for a mail file, whom it is addressed to.
        pinned_key: SHA-256 of the server's public key in Base64 (RFC 7469, section 2.4), or blank.
        client_certificate: file with the client's certificate and key (PEM), `None` for none.
        forms: of `SENDABLE_FORMS`, those that it takes.
    """

    name: str
    kind: str
    folder: Path | None = None
    url: str = ""
    address: str = ""
    pinned_key: str = ""
    client_certificate: Path | None = None
    forms: tuple[str, ...] = SENDABLE_FORMS[:1]


class Service(NamedTuple):
    """One support service that the force adds to the national ones, or has verified.

    Attributes:
        name: its own name.
        what: what it is for, a few words.
        phone: as it is dialled, or blank.
        web: its site, or blank.
        area: where it works, or blank for everywhere.
        verified: the day on which the force last checked it (ISO 8601); never blank.
    """

    name: str
    what: str
    phone: str
    web: str
    area: str
    verified: str


class Profile(NamedTuple):
    """One force's settings for one officer; holds nothing secret.

    Attributes:
        force: the force's name as it stands on documents.
        officer: the officer's name or number as it stands beside each entry.
        role: the officer's role as it is declared to the people visited.
        number: the collar or warrant number on the identity card, or blank.
        photo: the picture on the identity card, `None` for none.
        idle_minutes: minutes without a key or a click after which the notebook seals itself.
        marking: what a new document starts with, one of `MARKINGS`.
        liaison: the liaison officer.
        roles: of `ROLES`, who fills it and how to reach them.
        areas: the references by which the force names its areas.
        immigration_policy: what the force tells about immigration, by language; the English text
            stands under `en`. Empty where it has set none.
        escrow_keys: files with the force's public keys that open every new vault (recovery).
        sealing_keys: files with the force's public keys that submissions are sealed to.
        destinations: where submissions may go, the preferred one first.
        services: the force's own support services.
        source: the file all this was read from.
        is_sample: whether `source` is the sample that Fieldbook ships.
        signed_by: who signed it, as their key is called; blank where nobody did.
        refused: what was wrong with a newer profile, in whose place this one stays; or blank.
    """

    force: str
    officer: str
    role: str
    idle_minutes: int
    marking: str
    source: Path
    is_sample: bool
    number: str = ""
    photo: Path | None = None
    liaison: Liaison = Liaison()
    roles: Mapping[str, str] = {}
    areas: tuple[str, ...] = ()
    immigration_policy: Mapping[str, str] = {}
    escrow_keys: tuple[Path, ...] = ()
    sealing_keys: tuple[Path, ...] = ()
    destinations: tuple[Destination, ...] = ()
    services: tuple[Service, ...] = ()
    signed_by: str = ""
    refused: str = ""

    def files(self) -> tuple[Path, ...]:
        """Every file that it names, in the order in which a signature covers them."""
        certificates = (one.client_certificate for one in self.destinations)
        named = (self.photo, *self.escrow_keys, *self.sealing_keys, *certificates)
        return tuple(path for path in named if path)

    def destinations_of(self, form: str) -> tuple[Destination, ...]:
        """The destinations that take records of `form`."""
        return tuple(one for one in self.destinations if form in one.forms)

    def form_properties(self) -> dict[str, str]:
        """What forms may ask of the device by name (ODK XForms: preload `property`)."""
        return {
            **self.roles,
            "liaison_officer": self.liaison.name,
            "liaison_deputy": self.liaison.deputy,
            "force": self.force,
            "officer": self.officer,
        }


class ProfileError(NamedTuple):
    """One thing that is wrong in a profile.

    Attributes:
        key: where, as `table.key`; empty if the whole file is meant.
        problem: what is wrong, a plain sentence.
        remedy: what to do about it, a plain sentence.
    """

    key: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """All of it in one line."""
        return f"{self.key}: {self.problem} {self.remedy}".removeprefix(": ")


class ProfileErrors(Exception):
    """Everything that is wrong with one profile, gathered before it is raised.

    Attributes:
        source: the file.
        errors: all that is wrong with it, in the file's reading order.
    """

    def __init__(self, source: Path, errors: tuple[ProfileError, ...]) -> None:
        """Tell of all `errors` in `source` at once."""
        super().__init__("\n".join([f"{source}:", *map(str, errors)]))
        self.source = source
        self.errors = errors
