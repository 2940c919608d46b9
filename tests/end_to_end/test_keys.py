"""Who can open a vault, from the command line: the force's key, shares, codes, security keys."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fido2.hid
import pytest

from desktop.command_line import main
from storage import Vault, check
from storage.errors import WrongPassphrase
from storage.keys.escrow import PrivateKey, PublicKey
from storage.keys.slots import Passphrase
from tests.storage.helpers import CHEAP, ME, PASSPHRASE, Sample, add, create
from tests.storage.keys.authenticator.device import Authenticator
from tests.storage.keys.authenticator.transport import Sockets

FORCE_WORDS = "lantern orchard velvet canyon"
NEW = "a passphrase for tomorrow"

Run = Callable[..., Any]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that succeeds; gives what it prints, read as JSON where it is."""

    def go(*arguments: object, fails: bool = False) -> Any:
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        assert code == (1 if fails else 0), said.err
        if fails:
            assert said.err.startswith("fieldbook: ")
            assert said.err.count("\n") == 1
            return said.err
        return json.loads(said.out) if "--json" in arguments else said.out

    return go


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    vault, sample = create(tmp_path_factory.mktemp("made") / "vault")
    add(vault, "She asked for a locksmith.")
    vault.close()
    return sample


@pytest.fixture
def sample(made: Sample, tmp_path: Path) -> Sample:
    return made.copy(tmp_path / "vault")


@pytest.fixture(scope="module")
def force(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key pair of the force, sealed cheaply; the path without its ending."""
    folder = tmp_path_factory.mktemp("force")
    key = PrivateKey.new("Sample Constabulary 2026")
    (folder / "words").write_text(FORCE_WORDS)
    (folder / "force.key").write_text(key.text(FORCE_WORDS, CHEAP))
    (folder / "force.pub").write_text(key.public.text())
    return folder / "force"


def given(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text + "\n", encoding="utf-8")
    return path


def with_force(force: Path) -> list[object]:
    words = force.with_name("words")
    return ["--escrow-key", f"{force}.key", "--escrow-passphrase-file", words]


def kinds(run: Run, vault: Path) -> list[str]:
    return [slot["kind"] for slot in run("vault", "slot", "list", vault, "--json")]


def test_the_force_recovers_a_forgotten_passphrase(
    sample: Sample, force: Path, run: Run, tmp_path: Path
) -> None:
    old = ["--passphrase-file", given(tmp_path, "old", PASSPHRASE)]
    said = run("vault", "slot", "add", sample.folder, "--escrow", f"{force}.pub", *old)
    assert "Sample Constabulary 2026" in said
    drilled = run("vault", "drill", sample.folder, "--json", *with_force(force))
    assert (drilled["opened_by"], drilled["records"], drilled["problems"]) == ("escrow", 1, [])
    new = given(tmp_path, "new", NEW)
    why = ["--reason", "forgotten after leave"]
    said = run(
        *("vault", "recover", sample.folder, "--new-passphrase-file", new, *why),
        *with_force(force),
    )
    assert "the vault opens with the new passphrase alone" in said
    with pytest.raises(WrongPassphrase):
        Vault.open(sample.folder, ME, passphrase=PASSPHRASE)
    vault = Vault.open(sample.folder, ME, passphrase=NEW)
    reason = vault.query(lambda s: s.audit.entries()).result()[-1].reason
    vault.close()
    assert "Recovered by the force's key “Sample Constabulary 2026”" in reason
    assert reason.endswith("forgotten after leave")


def test_recovery_by_code(sample: Sample, run: Run, tmp_path: Path) -> None:
    code = ["--recovery-code-file", given(tmp_path, "code", sample.code)]
    assert "Recovery works by the recovery code" in run("vault", "drill", sample.folder, *code)
    thrown = run("vault", "recover", sample.folder, "--generate", "--json", *code)["passphrase"]
    assert len(thrown.split()) == 6
    assert kinds(run, sample.folder) == ["recovery", "passphrase"]
    assert sample.check() == []


def test_recovery_by_shares_and_the_force(
    sample: Sample, force: Path, run: Run, tmp_path: Path
) -> None:
    old = ["--passphrase-file", given(tmp_path, "old", PASSPHRASE)]
    sharing = ["--shares", "2/3", "--force", f"{force}.pub", "--out", tmp_path / "shares"]
    run("vault", "slot", "add", sample.folder, *sharing, *old)
    files = sorted((tmp_path / "shares").iterdir())
    assert [path.name for path in files] == ["share-1.txt", "share-2.txt"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)
    both = ["--share-file", files[0], "--share-file", files[1]]
    one_and_force = ["--share-file", files[1], *with_force(force)]
    for way in (both, one_and_force):
        assert run("vault", "drill", sample.folder, "--json", *way)["records"] == 1
    assert "2 different shares" in run("vault", "drill", sample.folder, *both[:2], fails=True)
    why = ["--reason", "off sick"]
    told = run("vault", "recover", sample.folder, "--generate", "--json", *why, *one_and_force)
    assert [slot["kind"] for slot in told["slots"]] == ["recovery", "shares", "passphrase"]
    assert sample.check() == []


def test_a_new_data_key(sample: Sample, force: Path, run: Run, tmp_path: Path) -> None:
    old = ["--passphrase-file", given(tmp_path, "old", PASSPHRASE)]
    run("vault", "slot", "add", sample.folder, "--escrow", f"{force}.pub", *old)
    run("vault", "slot", "add", sample.folder, "--shares", "2/2", "--json", *old)
    told = run("vault", "rekey", sample.folder, "--json", *old)
    assert sorted(kinds(run, sample.folder)) == ["escrow", "passphrase", "recovery", "shares"]
    code = ["--recovery-code-file", given(tmp_path, "code", sample.code)]
    assert "does not open" in run("vault", "drill", sample.folder, *code, fails=True)
    code = ["--recovery-code-file", given(tmp_path, "code", told["recovery_code"])]
    shares = [given(tmp_path, f"share{n}", words) for n, words in enumerate(told["shares"])]
    brought = ["--share-file", shares[0], "--share-file", shares[1]]
    for way in (code, brought, with_force(force)):
        assert run("vault", "drill", sample.folder, "--json", *way)["records"] == 1
    assert check(sample.folder, ME, recovery_code=told["recovery_code"]) == []


def test_slots_are_changed_and_never_the_last_removed(
    sample: Sample, run: Run, tmp_path: Path
) -> None:
    old = ["--passphrase-file", given(tmp_path, "old", PASSPHRASE)]
    passphrase, code = run("vault", "slot", "list", sample.folder, "--json")
    told = run("vault", "slot", "change", sample.folder, code["id"], "--json", *old)
    assert told["recovery_code"] != sample.code
    new = ["--recovery-code-file", given(tmp_path, "code", told["recovery_code"])]
    removing = ["vault", "slot", "remove", sample.folder, passphrase["id"], *new]
    assert "--leave-no-daily" in run(*removing, fails=True)
    assert "data key is the same" in run(*removing, "--leave-no-daily")
    last = run("vault", "slot", "list", sample.folder, "--json")
    assert [slot["kind"] for slot in last] == ["recovery"]
    removing[4] = last[0]["id"]
    assert "last key slot" in run(*removing, "--leave-no-daily", fails=True)
    assert "no key slot" in run(*removing[:4], "0" * 16, *new, fails=True)


def test_a_weak_passphrase_is_refused_in_words(sample: Sample, run: Run, tmp_path: Path) -> None:
    code = ["--recovery-code-file", given(tmp_path, "code", sample.code)]
    weak = given(tmp_path, "weak", "password password password")
    said = run("vault", "recover", sample.folder, "--new-passphrase-file", weak, *code, fails=True)
    assert "would be guessed" in said
    short = given(tmp_path, "short", "short")
    said = run("vault", "create", tmp_path / "v", "--passphrase-file", short, fails=True)
    assert "at least 12 characters; 7 more are needed" in said
    assert not (tmp_path / "v").exists()
    Vault.open(sample.folder, ME, secret=Passphrase(PASSPHRASE)).close()


def test_a_vault_made_with_the_forces_key(force: Path, run: Run, tmp_path: Path) -> None:
    vault = tmp_path / "new"
    told = run("vault", "create", vault, "--generate", "--escrow", f"{force}.pub", "--json")
    assert kinds(run, vault) == ["passphrase", "recovery", "escrow"]
    assert run("vault", "drill", vault, "--json", *with_force(force))["opened_by"] == "escrow"
    assert check(vault, ME, recovery_code=told["recovery_code"]) == []


def test_a_key_pair_is_made_and_never_overwritten(run: Run, tmp_path: Path) -> None:
    name = tmp_path / "pair"
    making = ["vault", "escrow-key", "--out", name, "--name", "Sample 2026", "--json"]
    told = run(*making, "--generate")
    private = Path(told["private"])
    assert private.stat().st_mode & 0o077 == 0
    key = PrivateKey.parse(private.read_text(), told["passphrase"])
    assert PublicKey.parse(Path(told["public"]).read_text()) == key.public
    assert told["fingerprint"] == key.public.fingerprint
    before = private.read_bytes()
    said = run("vault", "escrow-key", "--out", name, "--generate", fails=True)
    assert "never overwritten" in said
    assert private.read_bytes() == before


def test_key_files_are_not_mistaken(sample: Sample, force: Path, run: Run, tmp_path: Path) -> None:
    old = ["--passphrase-file", given(tmp_path, "old", PASSPHRASE)]
    adding = ["vault", "slot", "add", sample.folder, "--escrow"]
    assert "the other file of the pair" in run(*adding, f"{force}.key", *old, fails=True)
    bent = given(tmp_path, "bent.pub", Path(f"{force}.pub").read_text().replace("2026", "2062"))
    assert "check fails" in run(*adding, bent, *old, fails=True)
    assert "No such file" in run(*adding, tmp_path / "none.pub", *old, fails=True)
    wrong = ["--escrow-key", f"{force}.key", "--escrow-passphrase-file", old[1]]
    said = run("vault", "drill", sample.folder, *wrong, fails=True)
    assert "does not open the force's key" in said


def test_a_security_key(
    sample: Sample, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sockets = Sockets()
    monkeypatch.setattr(fido2.hid, "list_descriptors", sockets.descriptors)
    monkeypatch.setattr(fido2.hid, "open_connection", sockets.connect)
    sockets.plugged_in = [Authenticator()]
    pin = ["--pin-file", given(tmp_path, "pin", "1234")]
    old = ["--passphrase-file", given(tmp_path, "old", PASSPHRASE)]
    run("vault", "slot", "add", sample.folder, "--security-key", "blue key", *pin, *old)
    with_key = ["--with-security-key", *pin]
    assert run("vault", "drill", sample.folder, "--json", *with_key)["opened_by"] == "security-key"
    said = run("vault", "rekey", sample.folder, *old, fails=True)
    assert "can't be made anew" in said
    run("vault", "rekey", sample.folder, "--generate", *with_key)
    assert kinds(run, sample.folder) == ["passphrase", "recovery", "security-key"]
    assert run("vault", "drill", sample.folder, "--json", *with_key)["records"] == 1
    sockets.plugged_in = []
    assert "No security key" in run("vault", "drill", sample.folder, *with_key, fails=True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("slot",),
        ("slot", "add", "V"),
        ("slot", "add", "V", "--passphrase", "--recovery-code"),
        ("slot", "remove", "V"),
        ("recover",),
        ("escrow-key",),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["vault", *arguments])
    assert ended.value.code == 2
