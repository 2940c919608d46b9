"""A reader of vaults written from docs/vault-format.md alone; it imports nothing of Fieldbook.

`python tests/storage/stranger.py FOLDER`, the passphrase on standard input, prints every version.
"""

import hashlib
import hmac
import json
import struct
import sys
import unicodedata
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from sqlcipher3 import dbapi2 as sqlcipher

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FIELDS = ["record", "number", "form", "form_version", "content", "title", "summary", "author"]
FIELDS += ["device", "event_time", "entry_time", "reason", "indexed", "hash"]


def canonical(value):
    return json.dumps(value, sort_keys=True, indent=1, ensure_ascii=True).encode()


def compact(*fields):
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def mac(key, *parts):
    parts = [part if isinstance(part, bytes) else str(part).encode() for part in parts]
    data = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hmac.digest(key, data, "sha256")


def derive(data_key, purpose):
    return HKDFExpand(hashes.SHA256(), 32, b"fieldbook/v1/" + purpose.encode()).derive(data_key)


def read_header(folder):
    whole = []
    for name in ("header.json", "header.copy.json"):
        data = (folder / name).read_bytes()
        header = json.loads(data)
        checksum = header.pop("checksum")
        fits = hashlib.sha256(canonical(header)).hexdigest() == checksum
        whole += [header] if fits and canonical({**header, "checksum": checksum}) == data else []
    assert whole, "both copies of the header are damaged"
    header = max(whole, key=lambda header: header["generation"])
    assert (header["format"], header["version"]) == ("fieldbook-vault", 1)
    return header


def slot_key(slot, secret):
    salt = bytes.fromhex(slot["kdf_salt"])
    if slot["type"] == "passphrase":
        spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in secret)
        cost = {"iterations": slot["iterations"], "lanes": slot["lanes"]}
        kdf = Argon2id(salt=salt, length=32, memory_cost=slot["memory_kib"], **cost)
        return kdf.derive(unicodedata.normalize("NFC", spaced).encode())
    typed = secret.upper().translate(str.maketrans("ILO", "110"))
    code = "".join(character for character in typed if character in ALPHABET)
    check = hashlib.sha256(b"fieldbook recovery code " + code[:30].encode()).digest()[:2]
    assert code[30:] == "".join(ALPHABET[byte % 32] for byte in check), "a slip of the pen"
    return HKDF(hashes.SHA256(), 32, salt, b"fieldbook/v1/recovery").derive(code[:30].encode())


def open_slot(header, kind, secret):
    slot = dict(next(slot for slot in header["slots"] if slot["type"] == kind))
    wrapped = bytes.fromhex(slot.pop("wrapped"))
    bound_to = canonical({"slot": slot, "vault_id": header["vault_id"]})
    cipher = ChaCha20Poly1305(slot_key(slot, secret))
    return cipher.decrypt(bytes.fromhex(slot["nonce"]), wrapped, bound_to)


def read_anchor(folder, key):
    data = (folder / "anchor").read_bytes()
    whole = [slot for slot in (data[:512], data[512:1024]) if mac(key, slot[:88]) == slot[88:120]]
    assert all(slot[:8] == b"FBANCHR1" for slot in whole)
    return max(struct.unpack(">8xQQ32s32s", slot[:88]) for slot in whole)


def check_chain(database, key, anchor):
    before = bytes(32)
    for number, row in enumerate(database.execute("SELECT * FROM audit ORDER BY sequence"), 1):
        *fields, digest, sealed = row
        assert fields[0] == number, "a row of the log is missing"
        assert mac(key, before, compact(*fields), digest) == sealed, "the log was changed"
        before = sealed
    writes, digest = database.execute("SELECT writes, digest FROM state").fetchone()
    assert (writes, number, before, digest) == anchor, "the database is not where the anchor is"


def check_rows(database, key):
    total = 0
    tables = "SELECT name FROM sqlite_schema WHERE sql LIKE '%mac BLOB%' AND name != 'audit'"
    for (table,) in database.execute(tables).fetchall():
        for *values, sealed in database.execute(f"SELECT * FROM {table}"):
            assert mac(key, table, *values) == sealed, f"a row of {table} was changed"
            total += int.from_bytes(sealed, "big")
    digest = database.execute("SELECT digest FROM state").fetchone()[0]
    assert total % 2**256 == int.from_bytes(digest, "big"), "a draft or setting is missing"


def versions(database, _folder):
    """Every version of every record, oldest first, as dictionaries."""
    columns = ", ".join(f"version.{name}" for name in FIELDS[3:])
    query = f"SELECT record.salt, record.id, version.number, record.form, {columns} FROM version"
    for salt, *row in database.execute(f"{query} JOIN record ON record.number = version.record"):
        hashed = [*row[:4], hashlib.sha256(row[4]).hexdigest(), *row[5:12], row[12].hex()]
        assert hashlib.sha256(salt + compact(*hashed)).digest() == row[13], "a version was changed"
        yield dict(zip(FIELDS, row, strict=True))


def attachments(database, folder):
    """Every attachment's name and original."""
    query = "SELECT name, size, sha256, file, key FROM attachment"
    for name, *kept, file, key in database.execute(query):
        sealed, plain = (folder / "attachments" / file).read_bytes(), b""
        for number, start in enumerate(range(0, len(sealed), 65552)):
            nonce = number.to_bytes(11, "big") + bytes([start + 65552 >= len(sealed)])
            plain += AESGCM(key).decrypt(nonce, sealed[start : start + 65552], None)
        assert [len(plain), hashlib.sha256(plain).digest()] == kept, "another file than was added"
        yield name, plain


def read(folder, kind, secret, what=versions):
    header = read_header(folder)
    data_key = open_slot(header, kind, secret)
    stored = header.pop("mac")
    assert mac(derive(data_key, "header"), canonical(header)).hex() == stored, "changed header"
    assert (folder / "vault.db").read_bytes()[:16].hex() == header["salt"]
    database = sqlcipher.connect(str(folder / "vault.db"))
    key = "x'" + derive(data_key, "database").hex() + header["salt"] + "'"
    database.execute(f'PRAGMA key = "{key}"')
    database.execute("PRAGMA cipher_hmac_algorithm = HMAC_SHA256")
    anchor = read_anchor(folder, derive(data_key, "anchor"))
    check_chain(database, derive(data_key, "audit"), anchor)
    check_rows(database, derive(data_key, "state"))
    yield from what(database, folder)
    database.close()


if __name__ == "__main__":
    for version in read(Path(sys.argv[1]), "passphrase", sys.stdin.readline().rstrip("\n")):
        print(json.dumps(version, ensure_ascii=False, default=lambda value: value.hex()))
