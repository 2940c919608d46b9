"""The log and a person's data by command, in plain and sealed to the force."""

import io
import json
import zipfile
from pathlib import Path

import pikepdf
import pytest

from desktop.command_line import main
from desktop.filling import filled
from desktop.rights import person as about
from forms import FormEngine, Library
from storage import Cost, Identity, RecordId, Vault, reference
from storage.errors import StorageError
from storage.keys.escrow import PrivateKey

PASSPHRASE = "three otters cross slowly"
CHEAP = Cost(64 * 1024, 1, 1)


@pytest.fixture
def passphrase(tmp_path: Path) -> str:
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE + "\n")
    return str(file)


@pytest.fixture
def person(tmp_path: Path) -> RecordId:
    """A vault in `vault` with a person and a contact that is linked to them."""
    engine = FormEngine(Library.default().get("person"), language="en")
    engine.set("/data/person/alias", "Sample alias")
    engine.set("/data/handling/expiry", "2099-01-01")
    made = filled(engine, engine.finalise())
    encounter = FormEngine(Library.default().get("encounter"), language="en")
    met = filled(encounter, encounter.finalise())
    vault, _code = Vault.create(
        tmp_path / "vault", PASSPHRASE, Identity("PC 0000", "sample"), cost=CHEAP
    )
    record = vault.perform(lambda s: s.records.add(made)).result().record
    other = vault.perform(lambda s: s.records.add(met)).result().record
    vault.perform(lambda s: s.links.add(other, record, "met")).result()
    vault.close()
    return record


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    return dict(json.loads(capsys.readouterr().out))


def test_the_log_is_exported_checked_and_refused_when_changed(
    tmp_path: Path, passphrase: str, person: RecordId, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "log.zip"
    export = ["audit", "export", "--vault", str(tmp_path / "vault"), "--out", str(out)]
    assert main([*export, "--passphrase-file", passphrase, "--json"]) == 0
    told = said(capsys)
    assert (told["rows"], told["sealed"]) == (5, False)
    assert main(["audit", "check", str(out)]) == 0
    with zipfile.ZipFile(out) as archive:
        assert sorted(archive.namelist()) == ["log.csv", "log.json", "log.pdf"]
        data = archive.read("log.json")
        with pikepdf.open(io.BytesIO(archive.read("log.pdf"))) as paper:
            assert len(paper.pages) >= 1
    assert b"Sample alias" not in data
    changed = tmp_path / "changed.json"
    changed.write_bytes(data.replace(b'"collection"', b'"alteration"', 1))
    assert main(["audit", "check", str(changed), "--json"]) == 1
    capsys.readouterr()
    with pytest.raises(SystemExit) as refused:
        main([*export, "--passphrase-file", passphrase, "--from", "yesterday"])
    assert refused.value.code == 2


def test_days_choose_a_stretch(
    tmp_path: Path, passphrase: str, person: RecordId, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "log.json"
    export = ["audit", "export", "--vault", str(tmp_path / "vault"), "--out", str(out)]
    export += ["--passphrase-file", passphrase, "--json"]
    assert main([*export, "--to", "2000-01-01"]) == 0
    assert said(capsys)["rows"] == 0
    assert main([*export, "--from", "2000-01-01", "--to", "2999-12-31"]) == 0
    assert said(capsys)["first"] == 1


def test_both_are_sealed_to_the_force(
    tmp_path: Path, passphrase: str, person: RecordId, capsys: pytest.CaptureFixture[str]
) -> None:
    key = PrivateKey.new("Sample Force 2026")
    (tmp_path / "force.pub").write_text(key.public.text())
    (tmp_path / "force.key").write_text(key.text(PASSPHRASE, CHEAP))
    to_force = ["--to-force", str(tmp_path / "force.pub"), "--passphrase-file", passphrase]
    log, person_file = tmp_path / "log.sealed", tmp_path / "about.sealed"
    vault = str(tmp_path / "vault")
    assert main(["audit", "export", "--vault", vault, "--out", str(log), *to_force]) == 0
    asked = ["person", "export", "--vault", vault, "--person", person, "--out", str(person_file)]
    assert main([*asked, *to_force]) == 0
    for file, purpose in ((log, b"audit export"), (person_file, b"person export")):
        assert b"PK" not in file.read_bytes()[:4]
        opened = key.decrypt(file.read_bytes(), purpose)
        assert opened is not None
        assert zipfile.is_zipfile(io.BytesIO(opened))
    out = tmp_path / "opened.zip"
    unseal = ["audit", "unseal", str(log), "--key", str(tmp_path / "force.key"), "--out", str(out)]
    assert main([*unseal, "--key-passphrase-file", passphrase]) == 0
    assert main(["audit", "check", str(out)]) == 0


def test_all_about_a_person(
    tmp_path: Path, passphrase: str, person: RecordId, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "about"
    asked = ["person", "export", "--vault", str(tmp_path / "vault"), "--person", person]
    asked += ["--out", str(out), "--passphrase-file", passphrase, "--recipient", "herself"]
    assert main([*asked, "--json"]) == 0
    told = said(capsys)
    assert told["files"] == sorted(path.name for path in out.iterdir())
    written = json.loads((out / "person.json").read_text("utf-8"))
    assert [record["relation"] for record in written["records"]] == ["self", "met"]
    with pikepdf.open(out / f"{reference(person)}.pdf") as paper:
        assert len(paper.pages) == 1
    assert main(asked) == 1  # the folder is not empty any more
    assert "not empty" in capsys.readouterr().err
    wrong = [*asked[:5], written["records"][1]["id"], *asked[6:]]
    assert main(wrong) == 1
    assert "not a person's" in capsys.readouterr().err


def test_a_log_or_a_person_that_could_not_be_written_did_not_leave(
    tmp_path: Path, passphrase: str, person: RecordId
) -> None:
    out, folder = tmp_path / "log.zip", str(tmp_path / "vault")
    out.mkdir()
    secret = ["--vault", folder, "--out", str(out), "--passphrase-file", passphrase]
    assert main(["audit", "export", *secret]) == 1
    assert main(["person", "export", "--person", person, *secret]) == 1
    vault = Vault.open(tmp_path / "vault", Identity("PC 0000", "sample"), passphrase=PASSPHRASE)
    reasons = [row.reason for row in vault.query(lambda s: s.audit.entries()).result()]
    vault.close()
    assert reasons.count("The file was not written.") == 1
    assert reasons.count("The document was not written.") == 2  # herself, and what is about her


def test_a_folder_that_could_not_be_filled_is_empty_again(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        about.write({"person.json": b"{}", "no/such/folder.pdf": b"%PDF"}, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
