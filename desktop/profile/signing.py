"""Signs a profile for force IT, and shows on a laptop that it is the one that was signed.

The signature stands beside the profile, in a file of its name with `.sig` added. It covers the
profile's bytes and those of every file that it names, so that no key of the force can be swapped.
The list of the force's devices is signed in the same way.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.profile.model import Profile, ProfileError, ProfileErrors
from translations.interface import _

if TYPE_CHECKING:  # only a profile that is signed needs cryptography
    from storage.keys.escrow import PrivateKey

PURPOSE, DEVICES = "profile", "devices"
"""What is signed; the first is also what the force's key is derived for."""
_SIGNER, _SIGNATURE = "Fieldbook profile signer 1", "Fieldbook profile signature 1"
_NAMED = ("name", "public")
_LARGEST = 16 * 1024


def signature_of(source: Path) -> Path:
    """Where the signature of the profile at `source` stands."""
    return source.with_name(source.name + ".sig")


def signer_text(key: "PrivateKey") -> str:
    """The file that says whose signature counts: the public half of what `key` signs with."""
    from storage.keys import keyfiles

    return keyfiles.written(_SIGNER, _signer(key))


def signer_in(path: Path) -> str:
    """The public key (Ed25519, hex) in a signer's file or in a signature.

    Raises:
        OSError: it can't be read.
        NotAKey: it is another file, or damaged.
    """
    from storage.errors import NotAKey
    from storage.keys import keyfiles

    text = _text(path)
    try:
        return keyfiles.read(_SIGNER, _NAMED, text)["public"]
    except NotAKey:
        return keyfiles.read(_SIGNATURE, (*_NAMED, "signature"), text, _SIGNER)["public"]


def sign(profile: Profile, key: "PrivateKey") -> str:
    """The content of the signature file of `profile`, as its files are now."""
    return _signature(PURPOSE, (profile.source, *profile.files()), key)


def sign_list(devices: Path, key: "PrivateKey") -> str:
    """The content of the signature file of the list `devices`."""
    return _signature(DEVICES, (devices,), key)


def signed_by(profile: Profile, signer: str = "") -> str:
    """The name of who signed `profile`.

    Parameters:
        signer: the public key (Ed25519, hex) whose signature counts; "" for any.

    Raises:
        ProfileErrors: the signature is missing, or is not that.
    """
    name, problem = _checked(PURPOSE, (profile.source, *profile.files()), signer)
    if problem:
        raise refusal(profile, problem)
    return name


def list_signed_by(devices: Path, signer: str = "") -> str:
    """As `signed_by`, of the list `devices`; raises NotAKey."""
    from storage.errors import NotAKey

    name, problem = _checked(DEVICES, (devices,), signer)
    if problem:
        raise NotAKey(f"{devices.name}: {problem}")
    return name


def refusal(profile: Profile, problem: str) -> ProfileErrors:
    """What is told of a profile that is not the one that was signed."""
    remedy = _("Tell force IT: somebody may have changed where reports go.")
    return ProfileErrors(profile.source, (ProfileError("", problem, remedy),))


def _signer(key: "PrivateKey") -> dict[str, str]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    signing = Ed25519PrivateKey.from_private_bytes(key.derive(PURPOSE))
    return {"name": key.public.name, "public": signing.public_key().public_bytes_raw().hex()}


def _signature(purpose: str, files: Iterable[Path], key: "PrivateKey") -> str:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from storage.keys import keyfiles
    from storage.tables.devices import statement

    signing = Ed25519PrivateKey.from_private_bytes(key.derive(PURPOSE))
    signature = signing.sign(statement(purpose, *_digests(files)))
    return keyfiles.written(_SIGNATURE, {**_signer(key), "signature": signature.hex()})


def _checked(purpose: str, files: tuple[Path, ...], signer: str) -> tuple[str, str]:
    """Who signed the first of `files` with the others, and what is wrong with it, if anything."""
    from storage.errors import NotAKey
    from storage.keys import keyfiles
    from storage.tables.devices import is_signed

    try:
        text = _text(signature_of(files[0]))
        fields = keyfiles.read(_SIGNATURE, (*_NAMED, "signature"), text)
        public, signature = bytes.fromhex(fields["public"]), bytes.fromhex(fields["signature"])
    except (OSError, NotAKey, ValueError):
        return "", _("Its signature is missing or damaged.")
    if signer and fields["public"] != signer:
        return "", _("It was signed with another key than the one that counts here.")
    if not is_signed(public, signature, purpose, *_digests(files)):
        return "", _("It, or a file that it names, was changed after it was signed.")
    return fields["name"], ""


def _digests(files: Iterable[Path]) -> Iterator[bytes]:
    """What a signature covers: each of `files`, in their order."""
    for path in files:
        with open(path, "rb") as file:
            yield hashlib.file_digest(file, "sha256").digest()


def _text(path: Path) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read(_LARGEST)
