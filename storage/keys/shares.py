"""Shares: a vault opens when enough of several people bring their part (SLIP-39).

Each share is 33 plain words that can be printed or copied by hand, with a check of their own.
One of them may be the force's: it is sealed to the force's key and waits in the slot, so that the
force counts as one more person, without a sheet of paper to keep.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import SlotRefused, VaultDamaged, WrongPassphrase
from storage.keys.derivation import KEY_SIZE
from storage.keys.escrow import PrivateKey, PublicKey
from storage.keys.slots import SHARES, Json, fresh, seal, unseal

FEWEST, MOST = 2, 16
_ITERATION_EXPONENT = 0  # the shared secret is random: stretching it would protect nothing
_EXTENDABLE = True


@dataclass(frozen=True, slots=True)
class ShareSet:
    """A new set of shares, any `threshold` of which open the slot made from it.

    Attributes:
        words: the shares to hand out, each to another person; not the force's.
    """

    kind: ClassVar[str] = SHARES

    threshold: int
    count: int
    words: tuple[str, ...] = field(repr=False)
    _secret: bytes = field(repr=False)
    _force: PublicKey | None
    _force_share: str = field(repr=False)

    @classmethod
    def new(cls, threshold: int, count: int, force: PublicKey | None = None) -> "ShareSet":
        """`count` shares; with `force`, the first is sealed to its key instead of handed out.

        Raises:
            SlotRefused: not 2 to 16 shares, or a threshold below 2 or above their number.
        """
        if not FEWEST <= threshold <= count <= MOST:
            raise SlotRefused(
                f"Shares are {FEWEST} to {MOST}, and at least {FEWEST} and at most all of them"
                " open the vault."
            )
        from shamir_mnemonic import generate_mnemonics  # type: ignore[import-untyped]

        secret = secrets.token_bytes(KEY_SIZE)
        groups = generate_mnemonics(
            1, [(threshold, count)], secret, b"", _EXTENDABLE, _ITERATION_EXPONENT
        )
        sealed, handed = (groups[0][:1], groups[0][1:]) if force else ([""], groups[0])
        return cls(threshold, count, tuple(handed), secret, force, sealed[0])

    def parameters(self) -> Json:
        """See `slots.NewSlot`."""
        said = {
            "kdf": "hkdf-sha256",
            "threshold": self.threshold,
            "count": self.count,
            "set": _decode(self.words[0], 1).identifier,
            **fresh(),
        }
        if self._force:
            share = self._force.encrypt(self._force_share.encode(), _share_context(said))
            said["force"] = {**self._force.named(), "share": share.hex()}
        return said

    def seal(self, slot: Json, data_key: bytes, context: bytes) -> bytes:
        """See `slots.NewSlot`."""
        return seal(_slot_key(self._secret, slot), slot, data_key, context)


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares as people brought them, and the force's key if it counts as one.

    Raises:
        WrongPassphrase: when used, a share has a slip of the pen, or there are too few.
    """

    kind: ClassVar[str] = SHARES
    refusal: ClassVar[str] = (
        "These shares do not open this vault: they are another vault's, or of a set that was"
        " replaced."
    )

    words: tuple[str, ...] = field(repr=False)
    force: PrivateKey | None = None

    def unseal(self, slot: Json, context: bytes) -> bytes | None:
        """See `slots.Secret`."""
        brought = [_decode(words, number) for number, words in enumerate(self.words, 1)]
        ours = {share.index: share for share in brought if _belongs(share, slot)}
        if self.force and (share := _force_share(self.force, slot)):
            ours[share.index] = share
        if not ours:
            return None
        if len(ours) < slot["threshold"]:
            raise WrongPassphrase(
                f"{slot['threshold']} different shares of this vault are needed; there are"
                f" {len(ours)}."
            )
        secret = _combined(list(ours.values())[: slot["threshold"]])
        return None if secret is None else unseal(_slot_key(secret, slot), slot, context)


def is_share(words: str) -> bool:
    """Whether `words` are a share of some vault, with no slip in them."""
    try:
        _decode(words, 0)
    except WrongPassphrase:
        return False
    return True


def still_needed(slots: Sequence[Json], brought: Sequence[str]) -> int | None:
    """How many more shares open one of a vault's `slots`; None where none of `brought` belongs.

    Raises:
        WrongPassphrase: a share has a slip of the pen.
    """
    decoded = [_decode(words, number) for number, words in enumerate(brought, 1)]
    left = []
    for slot in slots:
        if slot["type"] == SHARES:
            ours = {share.index for share in decoded if _belongs(share, slot)}
            if ours or not decoded:
                left.append(max(0, slot["threshold"] - len(ours)))
    return min(left, default=None)


def _combined(shares: list[Any]) -> bytes | None:
    """The secret of exactly enough shares, or None where they do not fit each other."""
    from shamir_mnemonic import MnemonicError, combine_mnemonics

    try:
        return bytes(combine_mnemonics([share.mnemonic() for share in shares]))
    except MnemonicError:
        return None


def _decode(words: str, number: int) -> Any:
    from shamir_mnemonic import MnemonicError, Share

    try:
        return Share.from_mnemonic(" ".join(words.lower().split()))
    except MnemonicError as error:
        raise WrongPassphrase(
            f"Share {number} has a word too many, too few, or a different one."
        ) from error


def _belongs(share: Any, slot: Json) -> bool:
    """Whether a share is of the slot's set; only then is anything computed with it."""
    return bool(
        share.identifier == slot["set"]
        and share.iteration_exponent == _ITERATION_EXPONENT
        and share.extendable is _EXTENDABLE
        and (share.group_count, share.group_threshold) == (1, 1)
        and share.member_threshold == slot["threshold"]
    )


def _force_share(key: PrivateKey, slot: Json) -> Any:
    """The force's own share in `slot`, or None where there is none for this key."""
    force = slot.get("force")
    if force is None or force["public"] != key.public.raw.hex():
        return None
    words = key.decrypt(bytes.fromhex(force["share"]), _share_context(slot))
    if words is None:
        raise VaultDamaged("header", "The force's share in the header is not what was sealed.")
    return _decode(words.decode(), 0)


def _share_context(slot: Json) -> bytes:
    return f"fieldbook/v1/share {slot['set']} {slot['kdf_salt']}".encode()


def _slot_key(secret: bytes, slot: Json) -> bytes:
    salt = bytes.fromhex(slot["kdf_salt"])
    return HKDF(hashes.SHA256(), KEY_SIZE, salt, b"fieldbook/v1/shares").derive(secret)
