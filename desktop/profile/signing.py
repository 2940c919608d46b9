"""Signs a profile for force IT, and shows on a laptop that it is the one that was signed.

The signature stands beside the profile, in a file of its name with `.sig` added. It covers the
profile's bytes and those of every file that it names, so that no key of the force can be swapped.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.profile.model import Profile, ProfileError, ProfileErrors
from translations.interface import _

if TYPE_CHECKING:  # only a profile that is signed needs cryptography
    from storage.escrow import PrivateKey

PURPOSE = "profile"
"""What the force's key is derived for, and what is signed."""
_SIGNER, _SIGNATURE = "Fieldbook profile signer 1", "Fieldbook profile signature 1"
_NAMED = ("name", "public")
_LARGEST = 16 * 1024


def signature_of(source: Path) -> Path:
    """Where the signature of the profile at `source` stands."""
    return source.with_name(source.name + ".sig")


def signer_text(key: "PrivateKey") -> str:
    """The file that says whose signature counts: the public half of what `key` signs with."""
    from storage import keyfiles

    return keyfiles.written(_SIGNER, _signer(key))


def signer_in(path: Path) -> str:
    """The public key (Ed25519, hex) in a signer's file or in a signature.

    Raises:
        OSError: it can't be read.
        NotAKey: it is another file, or damaged.
    """
    from storage import keyfiles
    from storage.errors import NotAKey

    text = _text(path)
    try:
        return keyfiles.read(_SIGNER, _NAMED, text)["public"]
    except NotAKey:
        return keyfiles.read(_SIGNATURE, (*_NAMED, "signature"), text, _SIGNER)["public"]


def sign(profile: Profile, key: "PrivateKey") -> str:
    """The content of the signature file of `profile`, as its files are now."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from storage import keyfiles
    from storage.devices import statement

    signing = Ed25519PrivateKey.from_private_bytes(key.derive(PURPOSE))
    signature = signing.sign(statement(PURPOSE, *_signed(profile)))
    return keyfiles.written(_SIGNATURE, {**_signer(key), "signature": signature.hex()})


def signed_by(profile: Profile, signer: str = "") -> str:
    """The name of who signed `profile`.

    Parameters:
        signer: the public key (Ed25519, hex) whose signature counts; "" for any.

    Raises:
        ProfileErrors: the signature is missing, or is not that.
    """
    from storage import keyfiles
    from storage.devices import is_signed
    from storage.errors import NotAKey

    try:
        text = _text(signature_of(profile.source))
        fields = keyfiles.read(_SIGNATURE, (*_NAMED, "signature"), text)
        public, signature = bytes.fromhex(fields["public"]), bytes.fromhex(fields["signature"])
    except (OSError, NotAKey, ValueError):
        raise refusal(profile, _("Its signature is missing or damaged.")) from None
    if signer and fields["public"] != signer:
        raise refusal(profile, _("It was signed with another key than the one that counts here."))
    if not is_signed(public, signature, PURPOSE, *_signed(profile)):
        problem = _("It, or a file that it names, was changed after it was signed.")
        raise refusal(profile, problem)
    return fields["name"]


def refusal(profile: Profile, problem: str) -> ProfileErrors:
    """What is told of a profile that is not the one that was signed."""
    remedy = _("Tell force IT: somebody may have changed where reports go.")
    return ProfileErrors(profile.source, (ProfileError("", problem, remedy),))


def _signer(key: "PrivateKey") -> dict[str, str]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    signing = Ed25519PrivateKey.from_private_bytes(key.derive(PURPOSE))
    return {"name": key.public.name, "public": signing.public_key().public_bytes_raw().hex()}


def _signed(profile: Profile) -> Iterator[bytes]:
    """What a signature covers: the profile, and each file that it names in its order."""
    for path in (profile.source, *profile.files()):
        with open(path, "rb") as file:
            yield hashlib.file_digest(file, "sha256").digest()


def _text(path: Path) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read(_LARGEST)
