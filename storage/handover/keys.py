"""The key to which others seal what they hand over to this vault."""

import re
import secrets

from storage.chain.audit import Action
from storage.errors import NotAKey
from storage.keys import keyfiles
from storage.keys.derivation import KEY_SIZE
from storage.keys.escrow import NAME, PrivateKey, PublicKey, public_in
from storage.session import Session

_TITLE = "Fieldbook hand-over key 1"
_FIELDS = ("name", "public")
_SETTING = "handover.key"
_OTHER_LETTERS = re.compile(r"[^\w .,&'()\-]|_")


def own_key(session: Session) -> PrivateKey:
    """This vault's hand-over key; made at the first time, so the transaction has to be a write."""
    kept = kept_key(session)
    if kept is not None:
        return kept
    raw = secrets.token_bytes(KEY_SIZE)
    made = PrivateKey.of(_name(session.identity.person), raw)
    session.settings.set(_SETTING, {"name": made.public.name, "private": raw.hex()})
    session.audit.append(
        Action.ADMINISTRATION, reason=f"A hand-over key was made: {made.public.fingerprint}."
    )
    return made


def kept_key(session: Session) -> PrivateKey | None:
    """This vault's hand-over key, if it was made by now."""
    kept = session.settings.get(_SETTING)
    return kept and PrivateKey.of(kept["name"], bytes.fromhex(kept["private"]))


def public_text(key: PublicKey) -> str:
    """What others need to seal something to this vault: a file, or what a QR code holds."""
    return keyfiles.written(_TITLE, {"name": key.name, "public": key.raw.hex()})


def recipient(text: str) -> PublicKey:
    """Whom a key file is of: another officer's vault, or the force.

    Raises:
        NotAKey: it is another file, or a character is missing or different.
    """
    if text.lstrip("\ufeff").strip().startswith(_TITLE):
        return public_in(keyfiles.read(_TITLE, _FIELDS, text))
    try:
        return PublicKey.parse(text)
    except NotAKey as error:
        raise NotAKey(
            "This is neither an officer's hand-over key nor a force's public key, or a character"
            " of it is missing or different."
        ) from error


def _name(person: str) -> str:
    """The officer's name as far as a key file can hold it."""
    name = " ".join(_OTHER_LETTERS.sub(" ", person).split())[:60].rstrip(" ,&'(-")
    return name if NAME.fullmatch(name) else "Officer"
