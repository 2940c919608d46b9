"""The vault's header: which vault this is and its key slots, in JSON, in two equal copies.

`docs/vault-format.md` describes it for other readers. A copy is believed only if its checksum
fits; a key slot opens only with parameters that nobody has changed; and once the data key is
known, the MAC tells whether the header as a whole is the one that was written.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from storage import files
from storage.database import SALT_SIZE
from storage.errors import (
    NotAVault,
    StorageError,
    UnsupportedSchema,
    VaultDamaged,
    WrongPassphrase,
)
from storage.keys import (
    KDF_SALT_SIZE,
    KEY_SIZE,
    Cost,
    VaultKeys,
    recovery_key,
    sign,
    stretch,
    unwrap,
    wrap,
)

FORMAT = "fieldbook-vault"
VERSION = 1
COPIES = ("header.json", "header.copy.json")

PASSPHRASE = "passphrase"
RECOVERY = "recovery"

_NONCE_SIZE = 12
_SLOT_SIZES = {"kdf_salt": KDF_SALT_SIZE, "nonce": _NONCE_SIZE, "wrapped": KEY_SIZE + 16}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says: the vault's id, the database's salt, and the key slots.

    Attributes:
        generation: grows by one with every change, so that the newer copy is known.
        slots: JSON objects with `id`, `type`, `kdf_salt`, `nonce`, `wrapped` and the type's
            parameters.
    """

    vault_id: str
    salt: str
    created: str
    generation: int
    slots: tuple[Json, ...]

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
        return {
            "format": FORMAT,
            "version": VERSION,
            "vault_id": self.vault_id,
            "salt": self.salt,
            "created": self.created,
            "generation": self.generation,
            "slots": list(self.slots),
        }

    def open_slot(self, kind: str, secret: str) -> bytes:
        """The data key, from the first slot of type `kind` that `secret` opens.

        Raises:
            WrongPassphrase: no slot opens.
            VaultDamaged: a slot asks for more work than any of ours.
        """
        derive: dict[str, Callable[[Json], bytes]] = {
            PASSPHRASE: lambda slot: stretch(secret, bytes.fromhex(slot["kdf_salt"]), _cost(slot)),
            RECOVERY: lambda slot: recovery_key(secret, bytes.fromhex(slot["kdf_salt"])),
        }
        for slot in self.slots:
            if slot["type"] != kind:
                continue
            data_key = unwrap(
                derive[kind](slot),
                bytes.fromhex(slot["wrapped"]),
                bytes.fromhex(slot["nonce"]),
                self._context(slot),
            )
            if data_key is not None:
                return data_key
        if kind == RECOVERY:
            raise WrongPassphrase("This recovery code does not open this vault.")
        raise WrongPassphrase("This passphrase does not open this vault.")

    def with_passphrase(self, passphrase: str, data_key: bytes, cost: Cost) -> "Header":
        """This header with one more slot, opened by `passphrase`."""
        kdf_salt = secrets.token_bytes(KDF_SALT_SIZE)
        parameters = {
            "type": PASSPHRASE,
            "kdf": "argon2id",
            "memory_kib": cost.memory_kib,
            "iterations": cost.iterations,
            "lanes": cost.lanes,
        }
        return self._with_slot(parameters, kdf_salt, stretch(passphrase, kdf_salt, cost), data_key)

    def with_recovery(self, code: str, data_key: bytes) -> "Header":
        """This header with one more slot, opened by the recovery `code`."""
        kdf_salt = secrets.token_bytes(KDF_SALT_SIZE)
        parameters = {"type": RECOVERY, "kdf": "hkdf-sha256"}
        return self._with_slot(parameters, kdf_salt, recovery_key(code, kdf_salt), data_key)

    def _with_slot(
        self, parameters: Json, kdf_salt: bytes, key: bytes, data_key: bytes
    ) -> "Header":
        nonce = secrets.token_bytes(_NONCE_SIZE)
        slot = {
            "id": secrets.token_hex(8),
            **parameters,
            "kdf_salt": kdf_salt.hex(),
            "nonce": nonce.hex(),
        }
        slot["wrapped"] = wrap(key, data_key, nonce, self._context(slot)).hex()
        return replace(self, slots=(*self.slots, slot), generation=self.generation + 1)

    def _context(self, slot: Json) -> bytes:
        """What a wrapped key is bound to: this vault, and the slot's own parameters."""
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

    def unlock(self, kind: str, secret: str) -> tuple[Header, bytes]:
        """The newest header that is authentic, and the data key that `secret` opens in it.

        A copy that somebody changed does not keep the other one from opening; an old copy does
        not bring back a passphrase that the newest has no more.

        Raises:
            WrongPassphrase: no slot of type `kind` opens.
            VaultDamaged: a slot opens, but no copy is authentic.
        """
        refusal: StorageError = VaultDamaged("header", "The header has no copy left.")
        for header, _mac in self.copies:
            try:
                data_key = header.open_slot(kind, secret)
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
        body["vault_id"], body["salt"], body["created"], body["generation"], (*body["slots"],)
    )
    if header._body() != body or len(bytes.fromhex(header.salt)) != SALT_SIZE:
        raise ValueError("fields")
    bytes.fromhex(mac)
    for slot in header.slots:
        _look_at_slot(slot)
    return header, mac


def _look_at_slot(slot: Json) -> None:
    """Refuse what none of ours can look like, before anything is computed with it."""
    if slot["type"] in (PASSPHRASE, RECOVERY):
        for name, size in _SLOT_SIZES.items():
            if len(bytes.fromhex(slot[name])) != size:
                raise ValueError(name)
    if slot["type"] == PASSPHRASE and not all(isinstance(n, int) for n in astuple(_cost(slot))):
        raise TypeError("cost")


def _cost(slot: Json) -> Cost:
    return Cost(slot["memory_kib"], slot["iterations"], slot["lanes"])


def _canonical(value: Json) -> bytes:
    return json.dumps(value, sort_keys=True, indent=1, ensure_ascii=True).encode()


def _checksum(body: Json) -> str:
    return hashlib.sha256(_canonical(body)).hexdigest()
