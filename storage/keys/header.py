"""The vault's header: which vault this is and its key slots, in JSON, in two equal copies.

`docs/vault-format.md` describes it for other readers. A copy is believed only if its checksum
fits; a key slot opens only with parameters that nobody has changed; and once the data key is
known, the MAC tells whether the header as a whole is the one that was written.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from storage.disk import files
from storage.errors import (
    IsABackup,
    NotAVault,
    StorageError,
    UnsupportedSchema,
    VaultDamaged,
    WrongPassphrase,
)
from storage.keys.derivation import CHAIN_SIZE, VaultKeys, open_chain_key, sign
from storage.keys.slots import MOST, Json, NewSlot, Secret, look_at, try_slot
from storage.sqlcipher.database import SALT_SIZE

FORMAT = "fieldbook-vault"
VERSION = 1
COPIES = ("header.json", "header.copy.json")


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says: the vault's id, the database's salt, and the key slots.

    Attributes:
        generation: grows by one with every change, so that the newer copy is known.
        slots: JSON objects with `id`, `type`, the type's parameters, and `wrapped`, the data key
            sealed; see `slots.py`.
        chain: the audit chain's key sealed (hex), once the data key is not the vault's first one;
            the chain is never written anew, so it keeps the key it began with.
        backup: when this backup was made (ISO 8601, UTC); empty in a vault that is worked in.
    """

    vault_id: str
    salt: str
    created: str
    generation: int
    slots: tuple[Json, ...]
    chain: str = ""
    backup: str = ""

    def keys(self, data_key: bytes) -> VaultKeys:
        """The vault's keys, given the data key that a slot holds.

        Raises:
            VaultDamaged: the header does not go with this data key.
        """
        keys = VaultKeys.derive(data_key)
        if not self.chain:
            return keys
        audit = open_chain_key(data_key, bytes.fromhex(self.chain), self.vault_id)
        if audit is None:
            raise VaultDamaged("header", "The key of the audit chain is not what was sealed.")
        return replace(keys, audit=audit)

    def document(self, keys: VaultKeys) -> bytes:
        """The header as it stands in a file, with MAC and checksum."""
        body = self._body()
        body["mac"] = sign(keys.header, _canonical(body)).hex()
        body["checksum"] = _checksum(body)
        return _canonical(body)

    def is_authentic(self, mac: str, keys: VaultKeys) -> bool:
        """Whether `mac` is this header's under the vault's own keys."""
        return hmac.compare_digest(sign(keys.header, _canonical(self._body())).hex(), mac)

    def _body(self) -> Json:
        body = {
            "format": FORMAT,
            "version": VERSION,
            "vault_id": self.vault_id,
            "salt": self.salt,
            "created": self.created,
            "generation": self.generation,
            "slots": list(self.slots),
        }
        optional = {"chain": self.chain, "backup": self.backup}
        return body | {name: value for name, value in optional.items() if value}

    def open_slot(self, secret: Secret) -> bytes:
        """The data key, from the first slot that `secret` opens.

        Raises:
            WrongPassphrase: no slot opens.
            VaultDamaged: a slot asks for more work than any of ours.
        """
        refusal = WrongPassphrase(secret.refusal)
        for slot in self.slots:
            if slot["type"] != secret.kind:
                continue
            try:
                data_key = try_slot(secret, slot, self.context(slot))
            except WrongPassphrase as error:  # says more, but the next slot may open
                refusal = error
                continue
            if data_key is not None:
                return data_key
        raise refusal

    def with_slot(self, new: NewSlot, data_key: bytes) -> "Header":
        """This header with one more slot."""
        slot = {"id": secrets.token_hex(8), "type": new.kind, **new.parameters()}
        slot["wrapped"] = new.seal(slot, data_key, self.context(slot)).hex()
        return replace(self, slots=(*self.slots, slot), generation=self.generation + 1)

    def without_slot(self, id: str) -> "Header":
        """This header without the slot of that id."""
        kept = tuple(slot for slot in self.slots if slot["id"] != id)
        return replace(self, slots=kept, generation=self.generation + 1)

    def context(self, slot: Json) -> bytes:
        """What a sealed key is bound to: this vault, and the slot's own parameters."""
        parameters = {name: value for name, value in slot.items() if name != "wrapped"}
        return _canonical({"vault_id": self.vault_id, "slot": parameters})


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """The different headers found in a vault folder with their stored MACs, the newest first.

    Attributes:
        problems: what was wrong with either copy, as sentences.
    """

    copies: tuple[tuple[Header, str], ...]
    problems: tuple[str, ...]

    @property
    def is_backup(self) -> bool:
        """Whether every copy says that this is a backup."""
        return all(copy.backup for copy, _mac in self.copies)

    def refuse_backup(self) -> None:
        """Refuse to work in a backup: what was written there would be in no vault.

        Raises:
            IsABackup: it is one.
        """
        if self.is_backup:
            raise IsABackup("This is a backup: restore it to work with what it holds.")

    def unlock(self, secret: Secret) -> tuple[Header, bytes]:
        """The newest header that is authentic, and the data key that `secret` opens in it.

        A copy that somebody changed does not keep the other one from opening; an old copy does
        not bring back a passphrase that the newest has no more.

        Raises:
            WrongPassphrase: no slot opens.
            VaultDamaged: a slot opens, but no copy is authentic.
        """
        refusal: StorageError = VaultDamaged("header", "The header has no copy left.")
        for header, _mac in self.copies:
            try:
                data_key = header.open_slot(secret)
            except (WrongPassphrase, VaultDamaged) as error:
                refusal = error
                continue
            keys = VaultKeys.derive(data_key)
            authentic = [copy for copy, mac in self.copies if copy.is_authentic(mac, keys)]
            if not authentic:
                raise VaultDamaged("header", "Somebody has changed the header of this vault.")
            if authentic[0] is header:
                return header, data_key
        raise refusal


def write(folder: Path, header: Header, keys: VaultKeys) -> None:
    """Replace both copies, one after the other, so that one whole copy always stands."""
    document = header.document(keys)
    for name in COPIES:
        files.replace(folder / name, document)


def read(folder: Path) -> FoundHeader:
    """The newest whole copy of the header in `folder`.

    Raises:
        NotAVault: neither copy is there.
        UnsupportedSchema: a newer Fieldbook wrote it.
        VaultDamaged: no copy is whole.
    """
    problems: list[str] = []
    found: list[tuple[Header, str]] = []
    for name in COPIES:
        try:
            found.append(_parse((folder / name).read_bytes()))
        except FileNotFoundError:
            problems.append(f"{name} is missing.")
        except NotADirectoryError:
            problems.append(f"{folder.name} is not a folder.")
        except OSError as error:
            raise files.from_os_error(error, folder / name) from error
        except (ValueError, KeyError, TypeError, RecursionError):
            problems.append(f"{name} is damaged.")
    if not found:
        if not any((folder / name).exists() for name in (*COPIES, "vault.db", "anchor")):
            raise NotAVault(f"There is no vault in {folder}.")
        raise VaultDamaged("header", " ".join(problems))
    if len(found) == 2 and found[0] == found[1]:
        del found[1]
    elif len(found) == 2:
        problems.append("The two copies of the header differ.")
    found.sort(key=lambda pair: pair[0].generation, reverse=True)
    return FoundHeader(tuple(found), tuple(problems))


def _parse(data: bytes) -> tuple[Header, str]:
    """Header and MAC of one copy; ValueError, KeyError or TypeError where it is not whole.

    Every version keeps `format`, `version` and the rule of the checksum, so that one flipped bit
    is never taken for a newer version.
    """
    body = json.loads(data)
    checksum = body.pop("checksum")
    if checksum != _checksum(body) or _canonical({**body, "checksum": checksum}) != data:
        raise ValueError("checksum")
    if body["format"] != FORMAT:
        raise ValueError("format")
    if body["version"] > VERSION:
        raise UnsupportedSchema("A newer version of Fieldbook wrote this vault.")
    mac: str = body.pop("mac")
    header = Header(
        body["vault_id"],
        body["salt"],
        body["created"],
        body["generation"],
        (*body["slots"],),
        body.get("chain", ""),
        body.get("backup", ""),
    )
    if header._body() != body or len(bytes.fromhex(header.salt)) != SALT_SIZE:
        raise ValueError("fields")
    if len(bytes.fromhex(header.chain)) not in (0, CHAIN_SIZE):
        raise ValueError("chain")
    bytes.fromhex(mac)
    if len(header.slots) > MOST:
        raise ValueError("slots")
    for slot in header.slots:
        look_at(slot)
    return header, mac


def _canonical(value: Json) -> bytes:
    return json.dumps(value, sort_keys=True, indent=1, ensure_ascii=True).encode()


def _checksum(body: Json) -> str:
    return hashlib.sha256(_canonical(body)).hexdigest()
