"""What can come of an attempt to deliver something, and what is said of it.

Three things are kept apart, because an officer acts on them: it has arrived; it has surely not
arrived; nobody can say. Only an answer that a portal, a proxy or a broken line can't have made up
counts as the first, and only one that shows that nothing was taken in as the second.
"""

import enum
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from translations.interface import _


class Fate(enum.Enum):
    """What has become of it."""

    RECEIVED = enum.auto()
    REFUSED = enum.auto()
    """The destination said no for good; it has surely not arrived."""
    NOT_SENT = enum.auto()
    """It has surely not arrived; another time it may."""
    UNPROVEN = enum.auto()
    """It may have arrived."""
    HANDED_OVER = enum.auto()
    """It left by a person's hand; only the force's receipt can prove that it arrived."""


class Trouble(enum.StrEnum):
    """What went wrong; the words for it are in `words`."""

    NONE = ""
    OFFLINE = "offline"
    PROXY = "proxy"
    CERTIFICATE_EXPIRED = "certificate expired"
    CERTIFICATE_EARLY = "certificate not yet valid"
    CERTIFICATE_HOST = "certificate of another server"
    CERTIFICATE_SELF_SIGNED = "certificate self-signed"
    CERTIFICATE_AUTHORITY = "certificate of an unknown authority"
    CERTIFICATE = "certificate"
    OLD_PROTOCOL = "old protocol"
    PINNED_KEY = "pinned key"
    NOT_ENCRYPTED = "not encrypted"
    PORTAL = "portal"
    PASSWORD = "password"
    FORBIDDEN = "forbidden"
    WRONG_ADDRESS = "wrong address"
    MISSING_FORM = "missing form"
    NOT_OPENROSA = "not openrosa"
    BUSY = "busy"
    SERVER = "server"
    SILENCE = "silence"
    CUT_OFF = "cut off"
    NO_PROOF = "no proof"
    CONFLICT = "conflict"
    TOO_LARGE = "too large"
    MALFORMED = "malformed"
    REFUSED = "refused"
    NO_FOLDER = "no folder"
    FULL = "full"
    NOT_WRITABLE = "not writable"
    BY_HAND = "by hand"
    UNKNOWN_DESTINATION = "unknown destination"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attempt.

    Attributes:
        answer: the destination's own receipt, JSON; holds no secret and nothing of the report.
        wish: how long the destination asked to be left alone.
        stop: whether everything else for this destination would fare the same now.
    """

    fate: Fate
    trouble: Trouble = Trouble.NONE
    answer: str = ""
    wish: timedelta | None = None
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is delivered: always the same bytes under the same number.

    Attributes:
        instance: the instanceID.
        xml: the carrier form's instance.
        parts: the envelope, in the pieces that go to a server; `names` are theirs.
        hash: the envelope's own, hex.
    """

    instance: str
    xml: bytes
    names: tuple[str, ...]
    parts: tuple[bytes, ...]
    hash: str


class Road(Protocol):
    """A way to a destination; used from one thread, between `open` and `close`."""

    def open(self) -> Outcome | None:
        """Whether it can be gone now: None, or why not. Nothing of a report leaves with this."""

    def deliver(self, parcel: Parcel) -> Outcome:
        """Deliver one parcel; never raises for what a network or a disk may do."""

    def close(self) -> None:
        """Give free what it holds."""


def words(trouble: Trouble) -> str:
    """What happened, what is safe and what to do, in a sentence or two; "" for none."""
    return _WORDS[trouble]() if trouble else ""


_WORDS = {
    Trouble.OFFLINE: lambda: _(
        "The server can’t be reached. The report is safe here and goes when the network is back."
    ),
    Trouble.PROXY: lambda: _(
        "The force’s proxy does not let this through. The report is safe here; tell force IT."
    ),
    Trouble.CERTIFICATE_EXPIRED: lambda: _(
        "The server’s certificate has expired, so nothing was sent. Compare this computer’s date;"
        " if it is right, tell force IT."
    ),
    Trouble.CERTIFICATE_EARLY: lambda: _(
        "The server’s certificate is not valid yet, so nothing was sent. Compare this computer’s"
        " date."
    ),
    Trouble.CERTIFICATE_HOST: lambda: _(
        "What answered is another server than the one that was asked for: nothing was sent. Try"
        " another network, and tell force IT."
    ),
    Trouble.CERTIFICATE_SELF_SIGNED: lambda: _(
        "What answered vouches only for itself: nothing was sent. Try another network, and tell"
        " force IT."
    ),
    Trouble.CERTIFICATE_AUTHORITY: lambda: _(
        "Nobody whom this computer trusts vouches for the server: nothing was sent. Try another"
        " network, and tell force IT."
    ),
    Trouble.CERTIFICATE: lambda: _(
        "The server’s certificate is not right: nothing was sent. Tell force IT."
    ),
    Trouble.OLD_PROTOCOL: lambda: _(
        "The server speaks only an old, unsafe kind of encryption: nothing was sent. Tell force IT."
    ),
    Trouble.PINNED_KEY: lambda: _(
        "The server has another key than the force has set: nothing was sent. Tell force IT."
    ),
    Trouble.NOT_ENCRYPTED: lambda: _(
        "This address is not encrypted (https): nothing is sent there. Tell force IT."
    ),
    Trouble.PORTAL: lambda: _(
        "Something else than the server answered, as the sign-in page of a public network does."
        " Sign in there or use another network; the report is safe here."
    ),
    Trouble.PASSWORD: lambda: _(
        "The server does not accept the name or password. Enter them again; nothing was sent."
    ),
    Trouble.FORBIDDEN: lambda: _(
        "The server knows this user, but does not let them send. Tell force IT."
    ),
    Trouble.WRONG_ADDRESS: lambda: _(
        "The server has nothing at this address. Tell force IT to compare it."
    ),
    Trouble.MISSING_FORM: lambda: _(
        "The server does not have the form that carries sealed reports. Force IT puts it there with"
        " “fieldbook publish”; then send again."
    ),
    Trouble.NOT_OPENROSA: lambda: _(
        "What answers at this address is not a server for forms. Tell force IT."
    ),
    Trouble.BUSY: lambda: _("The server is busy, and is asked again later."),
    Trouble.SERVER: lambda: _("The server had a fault. The report is safe here and is sent again."),
    Trouble.SILENCE: lambda: _(
        "The report was sent, and no answer came: it may have arrived. It is sent again under the"
        " same number, so it arrives once."
    ),
    Trouble.CUT_OFF: lambda: _(
        "The line broke while the report was being sent: it may have arrived. It is sent again"
        " under the same number, so it arrives once."
    ),
    Trouble.NO_PROOF: lambda: _(
        "Something answered, but not with the receipt of a server for forms: it may have arrived."
        " It is sent again under the same number, so it arrives once."
    ),
    Trouble.CONFLICT: lambda: _(
        "The server says that it holds something else under this number. Nothing was overwritten;"
        " tell force IT."
    ),
    Trouble.TOO_LARGE: lambda: _("The server does not take as much at once. Tell force IT."),
    Trouble.MALFORMED: lambda: _("The server could not read what was sent. Tell force IT."),
    Trouble.REFUSED: lambda: _("The server refused it. Tell force IT."),
    Trouble.NO_FOLDER: lambda: _(
        "The folder or stick is not there. The report is safe here and goes when it is."
    ),
    Trouble.FULL: lambda: _("The folder or stick has no room. The report is safe here."),
    Trouble.NOT_WRITABLE: lambda: _(
        "The folder or stick can’t be written to. The report is safe here."
    ),
    Trouble.BY_HAND: lambda: _(
        "The mail file is ready. Send it with your secure mail; the force’s receipt proves its"
        " arrival."
    ),
    Trouble.UNKNOWN_DESTINATION: lambda: _(
        "The profile no longer has this destination. Choose another one, or tell force IT."
    ),
    Trouble.DAMAGED: lambda: _(
        "Its sealed bytes are not what they were, so it is not sent. Ask force IT to"
        " run the vault check."
    ),
}
