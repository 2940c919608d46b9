"""A drill: proves that a secret would open a vault and that its data is there, changing nothing.

Recovery that nobody has tried is a hope. So the force's key, the shares and the recovery code are
tried now and then, while everybody still knows their passphrase.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from storage.chain.anchor import Anchor
from storage.errors import VaultBusy, WrongPassphrase
from storage.folder import replacement
from storage.keys import header
from storage.keys.header import Header
from storage.keys.slots import Secret
from storage.sqlcipher import database
from storage.vault.standing import standing
from storage.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Proof:
    """What a drill has shown.

    Attributes:
        header: the header that the secret opened; it is authentic.
        records: how many records the database holds.
        problems: what was found besides, as sentences; a check tells more.
    """

    header: Header
    records: int
    problems: tuple[str, ...]


def drill(folder: Path, secret: Secret) -> Proof:
    """Open header, anchor and database of the vault in `folder` with `secret`, reading only.

    Raises:
        WrongPassphrase: `secret` opens no key slot.
        VaultBusy: a notebook has the vault open, or a change of its key was interrupted.
        VaultDamaged: the key is right, but what it opens is not whole.
    """
    if replacement.is_pending(folder):
        raise VaultBusy("The change of this vault's key was interrupted: open the notebook once.")
    found = header.read(folder)
    newest, data_key = found.unlock(secret)
    keys = newest.keys(data_key)
    anchor = Anchor(folder, keys.anchor)
    try:
        mark, problems = anchor.read()
        path, salt = folder / database.NAME, bytes.fromhex(newest.salt)
        connection = database.open_unchanged(path, keys.database, salt)
        try:
            with database.database_errors():
                records = connection.execute("SELECT count(*) FROM record").fetchone()[0]
                is_as_anchored = standing(connection) == mark
        finally:
            connection.close()
    finally:
        anchor.close()
    if not is_as_anchored:
        problems += ("The last writes were not counted: open the notebook once, and close it.",)
    return Proof(newest, records, (*found.problems, *problems))


def rehearse(vault: Vault, secret: Secret) -> str:
    """The id of the key slot of an open vault that `secret` opens, as the header's files have it.

    It is looked for on the disk, because that is what the next opening has.

    Raises:
        WrongPassphrase: `secret` opens no slot.
        VaultDamaged: the header's files are not what was written.
    """
    newest, _data_key = header.read(vault.folder).unlock(secret)
    for slot in newest.slots:
        try:
            replace(newest, slots=(slot,)).open_slot(secret)
        except WrongPassphrase:
            continue
        return str(slot["id"])
    raise WrongPassphrase(secret.refusal)
