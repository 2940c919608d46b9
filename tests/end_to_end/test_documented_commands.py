"""Every command that the documentation shows is run as it stands there, a page in one folder."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.command_line import main
from desktop.profile import SAMPLE
from tests.storage.helpers import CHEAP, PASSPHRASE, Sample, add, create

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
RUN = ("administration.md", "recovery.md")
TESTED_ELSEWHERE = {
    "writing-forms.md": "tests/unit/library/test_writing_forms.py",
    "translating.md": "tests/unit/library/test_translating.py",
}
"""Pages whose commands build on the page's own forms and catalogs, with the test that runs them."""
NOT_RUN = {
    "python3 -m venv": "an installation: packaging/try_wheel.sh",
    "/opt/fieldbook/bin/pip": "an installation: packaging/try_wheel.sh",
    "pip install": "an installation: packaging/try_wheel.sh",
    "--ask-shares": "asks for shares as they were shown: tests/end_to_end/test_keys.py",
    "--share-file": "needs a share as it was shown: tests/end_to_end/test_keys.py",
    "security-key": "needs a security key: tests/end_to_end/test_keys.py",
    "fieldbook verify FILE.fbs": "needs an envelope: tests/end_to_end/test_sending.py",
    "fieldbook unseal FILE.fbs": "needs an envelope: tests/end_to_end/test_sending.py",
}
"""Parts of commands that aren't run here, and why; where it is run instead."""
FORCE_WORDS = "lantern orchard velvet canyon"


def commands(page: Path) -> list[str]:
    """The lines of a page's `sh` blocks, without what is said beside them."""
    blocks = re.findall(r"```(?:sh|console)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    return [shlex.join(words) for block in blocks for words in _lines(block)]


def _lines(block: str) -> Iterator[list[str]]:
    for line in block.splitlines():
        if words := shlex.split(line, comments=True):
            yield words


def why_not(command: str) -> str:
    return next((why for part, why in NOT_RUN.items() if part in command), "")


class Desk:
    """A folder in which somebody follows a page, and answers what the commands ask."""

    def __init__(self, folder: Path) -> None:
        vault, self.sample = create(folder / "vault")
        self.record = add(vault, "SAMPLE DATA. She asked for a locksmith.").record
        vault.close()
        create(folder / "other")[0].close()
        shutil.copytree(folder / "vault", folder / "fresh")
        shutil.copy(SAMPLE, folder / "profile.toml")
        (folder / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
        (folder / "stick").mkdir()
        self.folder, self.code, self.key_words = folder, self.sample.code, FORCE_WORDS

    def words(self, command: str) -> list[str]:
        """The command with the names that the page leaves open filled in."""
        new = " create " in command or " restore " in command
        names = {"PATH": "made" if new else "vault", "V": "vault", "W": "other", "ID": self.record}
        names |= {"DIR": "stick", "/media/stick": "stick", "NEWPATH": "made", "F": "f", "R": "r"}
        names["FILE"] = "code" if "--recovery-code-file" in command else "passphrase"
        found = [names.get(word, word) for word in shlex.split(command)[1:]]
        backups = [f"stick/{made.name}" for made in (self.folder / "stick").iterdir()]
        return [backups[0] if word.startswith("DIR/") else word for word in found]

    def answer(self, prompt: str) -> str:
        """What somebody types; asked once more, the same again."""
        if prompt != "Once more: ":
            key = self.key_words if "key" in prompt else PASSPHRASE
            self._typed = self.code if "Recovery code" in prompt else key
        return self._typed

    def run(self, command: str, said: pytest.CaptureFixture[str]) -> None:
        shutil.rmtree(self.folder / "made", ignore_errors=True)
        if "rekey" in command:  # of a vault without shares that the force holds: those are dropped
            shutil.rmtree(self.folder / "vault")
            shutil.copytree(self.folder / "fresh", self.folder / "vault")
            self.code = self.sample.code
        (self.folder / "code").write_text(self.code + "\n", encoding="utf-8")
        code = main(self.words(command))
        out, err = said.readouterr()
        assert code == 0, f"{command}\n{err}"
        if "escrow-key" in command and "--generate" in command:
            self.key_words = out.split("shown this once:")[1].split("\n\n")[1].strip()
        if "rekey" in command:
            (self.code,) = re.findall(r"\b(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}\b", out)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for kind in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path)
    monkeypatch.setattr("getpass.getpass", made.answer)  # the officer's hands
    for user in (
        "keys.calibration",
        "keyring.key_slots",
        "vault.vault",
    ):  # a second for each key is right, but not here
        monkeypatch.setattr(f"storage.{user}.calibrate", lambda: CHEAP)
    return made


@pytest.mark.parametrize("page", RUN)
def test_the_pages_commands_do_what_they_say(
    page: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in commands(ROOT / "docs" / page):
        if why_not(command):
            continue
        if "restore /media/stick" in command and not any((desk.folder / "stick").iterdir()):
            desk.run("fieldbook vault backup PATH --to DIR", capsys)  # of the day before
        desk.run(command, capsys)
    assert Sample(desk.folder / "vault", desk.code).check() == []


def test_every_command_that_is_shown_is_run_somewhere() -> None:
    for page in PAGES:
        if page.name in TESTED_ELSEWHERE:
            assert page.name in (ROOT / TESTED_ELSEWHERE[page.name]).read_text("utf-8")
            continue
        for command in commands(page):
            runs = command.startswith("make ") or page.name in RUN
            assert runs or why_not(command), f"{page.name}: {command}"


def test_every_target_that_is_shown_is_there() -> None:
    shown = {
        target
        for page in PAGES
        for target in re.findall(r"(?:^|`)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)
    }
    assert {"demo", "run", "test", "check", "docs"} <= shown
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert shown <= rules


def test_every_reason_still_holds() -> None:
    everything = "\n".join(command for page in PAGES for command in commands(page))
    assert [part for part in NOT_RUN if part not in everything] == []


def test_the_pages_own_pictures_and_links_are_there() -> None:
    """Links of README and CONTRIBUTING; those of the site are checked by `make docs`."""
    for page in PAGES[:2]:
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
