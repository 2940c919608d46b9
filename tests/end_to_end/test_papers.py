"""The papers of the working day by command: pocket plan, notebook with its proof, refusals."""

import json
from pathlib import Path

import pytest

from desktop.command_line import main
from desktop.filling import filled
from exports.papers.notebook import check
from forms import FormEngine, Library
from storage import Cost, Filled, Identity, RecordId, Vault
from storage.chain.audit import Action, Entry
from tests.unit.exports.papers.test_pocket_plan import PLAN
from tests.unit.exports.reading import text

PASSPHRASE = "three otters cross slowly"
CHEAP = Cost(64 * 1024, 1, 1)


def of(form: str, answers: dict[str, str]) -> Filled:
    engine = FormEngine(Library.default().get(form), language="en")
    for path, value in answers.items():
        engine.set(path, value)
    return filled(engine, engine.finalise())


@pytest.fixture
def made(tmp_path: Path) -> dict[str, RecordId]:
    vault, _code = Vault.create(
        tmp_path / "vault", PASSPHRASE, Identity("PC 0000", "sample"), cost=CHEAP
    )
    contact = of("contact", {"/data/wishes_said/said": "All is quiet."})
    person = of(
        "person", {"/data/person/alias": "Sample alias", "/data/handling/expiry": "2099-01-01"}
    )
    found = {}
    for name, content in (
        ("plan", of("safety_plan", PLAN)),
        ("person", person),
        ("contact", contact),
    ):
        found[name] = vault.perform(lambda s, c=content: s.records.add(c)).result().record
    vault.perform(lambda s: s.links.add(found["contact"], found["person"], "contact")).result()
    vault.close()
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n")
    return found


def export(folder: Path, *options: str) -> int:
    where = ["--vault", str(folder / "vault"), "--out", str(folder / "out.pdf")]
    secret = ["--passphrase-file", str(folder / "passphrase")]
    return main(["export", *where, *secret, *options])


def test_pocket_plan_and_contact_log(tmp_path: Path, made: dict[str, RecordId]) -> None:
    assert export(tmp_path, "--record", made["plan"], "--document", "pocket_plan") == 0
    assert "Ananas" in text(tmp_path / "out.pdf")
    assert export(tmp_path, "--record", made["person"], "--document", "contact_log") == 0
    found = text(tmp_path / "out.pdf")
    assert "One contact" in found
    assert "All is quiet." in found


@pytest.mark.parametrize("document", ["pocket_plan", "contact_log", "notebook", "letter"])
def test_a_paper_that_is_not_made_of_it_is_refused_in_a_sentence(
    tmp_path: Path, made: dict[str, RecordId], document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        raise SystemExit(export(tmp_path, "--record", made["contact"], "--document", document))
    assert refused.value.code not in (0, None)
    assert not (tmp_path / "out.pdf").exists()


def test_a_notebook_stands_with_its_chain_and_is_proven(
    tmp_path: Path, made: dict[str, RecordId]
) -> None:
    assert export(tmp_path, "--document", "notebook") == 0
    pdf, proof = (tmp_path / "out.pdf").read_bytes(), (tmp_path / "out.json").read_bytes()
    found = text(tmp_path / "out.pdf")
    body = json.loads(proof)
    assert "All is quiet." in found
    assert "3 entries" in found
    for entry in body["entries"]:
        assert entry["hash"] in found.replace(" ", "")
    assert b"All is quiet" not in proof
    assert check(pdf, proof).problems == ()
    assert check(pdf + b" ", proof).problems
    body["entries"][0]["hash"] = "00" * 32
    assert len(check(pdf, json.dumps(body).encode()).problems) == 2
    assert check(pdf, b"{}").problems


def test_a_notebook_is_verified_by_command(
    tmp_path: Path, made: dict[str, RecordId], capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path, "--document", "notebook") == 0
    secret, devices = tmp_path / "secret", tmp_path / "devices.toml"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    told = ["device", "--vault", str(tmp_path / "vault"), "--out", str(devices)]
    assert main([*told, "--passphrase-file", str(secret)]) == 0
    pdf, other = tmp_path / "out.pdf", tmp_path / "other.pdf"
    verify = ["verify", "--devices", str(devices), "--json"]
    capsys.readouterr()
    assert main([*verify, str(pdf)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["result"] == "genuine"
    assert said["problems"] == []
    assert said["last"] > said["first"] > 0
    other.write_bytes(pdf.read_bytes() + b" ")
    assert main([*verify, str(other), "--proof", str(tmp_path / "out.json")]) == 1
    assert "not the one that was written" in capsys.readouterr().out
    assert main([*verify, str(other)]) == 1  # there is no proof of that name
    listed = devices.read_text(encoding="utf-8")
    devices.write_text(listed + "until = 2020-01-01\n", encoding="utf-8")
    assert main([*verify, str(pdf)]) == 1
    devices.write_text("", encoding="utf-8")
    assert main([*verify, str(pdf)]) == 3


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--record", "plan"), "The document was not written."),
        (("--record", "plan", "--document", "pocket_plan"), "The document was not written."),
        (("--document", "notebook"), "The file was not written."),
    ],
)
def test_what_could_not_be_written_is_taken_back_in_the_log(
    tmp_path: Path, made: dict[str, RecordId], asked: tuple[str, ...], said: str
) -> None:
    (tmp_path / "out.pdf").mkdir()  # no file can take its place
    options = [made.get(word, word) for word in asked]
    assert export(tmp_path, *options, "--recipient", "CPS") == 1
    left, taken_back = log(tmp_path)[-2:]
    assert (left.action, taken_back.action) == (Action.DISCLOSURE, Action.ADMINISTRATION)
    assert (left.record, left.version) == (taken_back.record, taken_back.version)
    assert "CPS" in taken_back.recipient
    assert taken_back.reason == said
    assert not list(tmp_path.glob(".*.part"))


def test_a_notebook_without_room_for_its_proof_is_not_there(
    tmp_path: Path, made: dict[str, RecordId]
) -> None:
    (tmp_path / "out.json").mkdir()
    assert export(tmp_path, "--document", "notebook") == 1
    assert not (tmp_path / "out.pdf").exists()
    assert log(tmp_path)[-1].reason == "The file was not written."


def log(folder: Path) -> list[Entry]:
    """All that the log of the vault says."""
    vault = Vault.open(folder / "vault", Identity("PC 0000", "sample"), passphrase=PASSPHRASE)
    try:
        return vault.query(lambda session: session.audit.entries()).result()
    finally:
        vault.close()
