"""Seals a report and puts it into the outbox, from where it is sent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exports.delivery.outcome import Parcel
from exports.envelope import Attached, Content, seal
from exports.envelope.carrier import PART_SIZE, submission
from exports.envelope.naming import part_names
from storage import RecordId, Session, Vault, local_time
from storage.errors import SubmissionRefused
from storage.keys.escrow import PublicKey
from storage.outbox.items import Item
from storage.tables.receipts import Head

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Leaving:
    """A report that its officer has confirmed.

    Attributes:
        instance: the instanceID in its XML, `uuid:…`.
        record, version: what it was made from.
        report: its XML as it was finalised.
        destination: the name of the destination in the force profile.
    """

    instance: str
    record: RecordId
    version: int
    form: str
    form_version: str
    report: bytes
    destination: str
    attachments: tuple[Attached, ...] = ()


def enqueue(
    vault: Vault,
    leaving: Leaving,
    keys: Sequence[PublicKey],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Item:
    """Seal `leaving` to the force's `keys` and leave it in the outbox; gives its item there.

    What fails or is cancelled meanwhile leaves nothing that could be sent.

    Raises:
        SubmissionRefused: it is in the outbox already, or the force has set no key.
        ExportCancelled: somebody asked to stop.
        StorageError: the vault refuses.
    """
    if not keys:
        raise SubmissionRefused("The force has set no key to seal reports to.")
    device = vault.device_key().result()
    item, head = vault.perform(lambda session: _begin(session, leaving)).result()
    content = Content(
        leaving.instance,
        leaving.form,
        leaving.form_version,
        leaving.report,
        head,
        item.secret,
        leaving.attachments,
    )
    cutter = _Cutter(vault, item.number)
    try:
        sealed = seal(
            content,
            keys,
            device,
            local_time(),
            cutter.take,
            progress=progress,
            cancelled=cancelled,
        )
        xml = submission(sealed.routing, sealed.hash, sealed.size)
        rest = cutter.rest()

        def finish(session: Session) -> Item:
            for part in rest:
                session.outbox.add_part(item.number, part)
            session.outbox.add_part(item.number, xml)
            return session.outbox.seal(item.number, sealed.size, sealed.hash)

        return vault.perform(finish).result()
    except BaseException:
        vault.perform(lambda session: session.outbox.withdraw(item.number, "not sealed")).result()
        raise


def _begin(session: Session, leaving: Leaving) -> tuple[Item, Head]:
    item = session.outbox.begin(
        leaving.instance,
        leaving.record,
        leaving.version,
        leaving.form,
        leaving.form_version,
        leaving.destination,
    )
    return item, session.witness.head()


class _Cutter:
    """Cuts what is sealed into parts, and puts each whole one into the vault at once."""

    def __init__(self, vault: Vault, number: int) -> None:
        self._vault, self._number = vault, number
        self._buffer = bytearray()

    def take(self, piece: bytes) -> None:
        """Take what was sealed next."""
        self._buffer += piece
        while len(self._buffer) >= PART_SIZE:
            part = bytes(self._buffer[:PART_SIZE])
            del self._buffer[:PART_SIZE]
            self._keep(part)

    def _keep(self, part: bytes) -> None:
        self._vault.perform(lambda s: s.outbox.add_part(self._number, part)).result()

    def rest(self) -> list[bytes]:
        """What is left for the last part, if anything is."""
        return [bytes(self._buffer)] if self._buffer else []


def parcel(item: Item, parts: Sequence[bytes]) -> Parcel:
    """What is delivered of an item, given its parts as the outbox keeps them: the XML is last."""
    names = part_names(item.instance, item.size, PART_SIZE)
    return Parcel(item.instance, parts[-1], tuple(names), tuple(parts[:-1]), item.hash.hex())
