"""A reader of vaults written from docs/vault-format.md alone; it imports nothing of Fieldbook.

Run as `python tests/storage/stranger.py FOLDER`, with the passphrase on standard input: prints
every version of every record as a line of JSON, or says what is wrong.
"""

import hashlib
import hmac
import json
import struct
import sys
import unicodedata
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
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
    data = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hmac.digest(key, data, "sha256")


def derive(data_key, purpose):
    return HKDFExpand(hashes.SHA256(), 32, b"fieldbook/v1/" + purpose.encode()).derive(data_key)


def read_header(folder):
    """The newest whole copy."""
    whole = []
    for name in ("header.json", "header.copy.json"):
        data = (folder / name).read_bytes()
        header = json.loads(data)
        checksum = header.pop("checksum")
        if hashlib.sha256(canonical(header)).hexdigest() == checksum:
            assert canonical({**header, "checksum": checksum}) == data
            whole.append(header)
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
    """The data key."""
    slot = next(slot for slot in header["slots"] if slot["type"] == kind)
    wrapped = bytes.fromhex(slot.pop("wrapped"))
    bound_to = canonical({"slot": slot, "vault_id": header["vault_id"]})
    cipher = ChaCha20Poly1305(slot_key(slot, secret))
    data_key = cipher.decrypt(bytes.fromhex(slot["nonce"]), wrapped, bound_to)
    slot["wrapped"] = wrapped.hex()
    return data_key


def read_anchor(folder, key):
    """writes, sequence, head and digest of the newer slot."""
    data, marks = (folder / "anchor").read_bytes(), []
    for slot in (data[:512], data[512:1024]):
        if mac(key, slot[:88]) == slot[88:120]:
            magic, *mark = struct.unpack(">8sQQ32s32s", slot[:88])
            assert magic == b"FBANCHR1"
            marks.append(tuple(mark))
    return max(marks)


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
    for table in ("draft", "setting"):
        for *values, sealed in database.execute(f"SELECT * FROM {table}"):
            parts = [v if isinstance(v, bytes) else str(v).encode() for v in values]
            assert mac(key, table.encode(), *parts) == sealed, "a draft or setting was changed"
            total += int.from_bytes(sealed, "big")
    digest = database.execute("SELECT digest FROM state").fetchone()[0]
    assert total % 2**256 == int.from_bytes(digest, "big"), "a draft or setting is missing"


def read(folder, kind, secret):
    """Every version of every record, oldest first, as dictionaries."""
    header = read_header(folder)
    data_key = open_slot(header, kind, secret)
    stored = header.pop("mac")
    assert mac(derive(data_key, "header"), canonical(header)).hex() == stored, "changed header"
    assert (folder / "vault.db").read_bytes()[:16].hex() == header["salt"]
    database = sqlcipher.connect(str(folder / "vault.db"))
    key = derive(data_key, "database").hex() + header["salt"]
    database.execute(f"PRAGMA key = \"x'{key}'\"")
    database.execute("PRAGMA cipher_hmac_algorithm = HMAC_SHA256")
    check_chain(
        database, derive(data_key, "audit"), read_anchor(folder, derive(data_key, "anchor"))
    )
    check_rows(database, derive(data_key, "state"))
    columns = ", ".join(f"version.{name}" for name in FIELDS[3:])
    query = f"SELECT record.salt, record.id, version.number, record.form, {columns} FROM version"
    for salt, *row in database.execute(f"{query} JOIN record ON record.number = version.record"):
        hashed = [*row[:4], hashlib.sha256(row[4]).hexdigest(), *row[5:12], row[12].hex()]
        assert hashlib.sha256(salt + compact(*hashed)).digest() == row[13], "a version was changed"
        yield dict(zip(FIELDS, row, strict=True))
    database.close()


if __name__ == "__main__":
    for version in read(Path(sys.argv[1]), "passphrase", sys.stdin.readline().rstrip("\n")):
        shown = {"content": version["content"].decode(), "hash": version["hash"].hex()}
        print(json.dumps({**version, **shown, "indexed": ""}, ensure_ascii=False))
