"""A process killed at any moment loses nothing that it had acknowledged."""

import contextlib
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from storage import Vault
from storage.disk import unfinished
from storage.errors import NotAVault, VaultBusy, VaultExists
from tests.storage.helpers import CHEAP, ME, PASSPHRASE, Sample
from tests.storage.kills import Promises, write_until_killed

KILLS = 25


def test_kills_at_random_moments_lose_nothing(blank: Sample, tmp_path: Path) -> None:
    rng = random.Random(25)
    sample, promises = blank.copy(tmp_path / "vault"), Promises()
    for kill in range(KILLS):
        write_until_killed(sample, rng, promises)
        if kill % 8 == 7:
            assert sample.check() == []
        assert promises.broken(sample) == []
    assert promises.count > KILLS
    assert sample.check() == []
    print(f"{KILLS} kills, {promises.count} acknowledged writes, all there")


CREATE = """
import sys
from pathlib import Path
from storage import Cost, Identity, Vault
print("go", flush=True)
Vault.create(Path(sys.argv[1]), sys.argv[2], Identity("a", "b"), cost=Cost(65536, 1, 1))[0].close()
print("made", flush=True)
"""


def test_a_kill_while_a_vault_is_made_leaves_it_whole_or_to_be_made_again(tmp_path: Path) -> None:
    rng = random.Random(6)
    outcomes = []
    for number in range(6):
        folder = tmp_path / str(number)
        maker = subprocess.Popen(
            [sys.executable, "-c", CREATE, str(folder), PASSPHRASE], stdout=subprocess.PIPE
        )
        assert maker.stdout is not None
        maker.stdout.readline()
        time.sleep(rng.random() * 0.6)
        maker.send_signal(signal.SIGKILL)
        made = b"made" in maker.communicate()[0]
        if not made:
            with contextlib.suppress(NotAVault):
                Vault.open(folder, ME, passphrase=PASSPHRASE).close()
                made = True
        if not made:
            Vault.create(folder, PASSPHRASE, ME, cost=CHEAP)[0].close()
        Vault.open(folder, ME, passphrase=PASSPHRASE).close()
        outcomes.append(made)
    print(f"killed while made: {outcomes.count(False)} of {len(outcomes)} were made again")


def test_what_is_not_ours_keeps_a_vault_from_being_made(tmp_path: Path) -> None:
    for letter in ("letter.txt", "vault.db.backup"):
        folder = tmp_path / letter
        folder.mkdir()
        (folder / unfinished.MARK).touch()
        (folder / letter).write_text("dear")
        with pytest.raises(VaultExists):
            Vault.create(folder, PASSPHRASE, ME, cost=CHEAP)
        assert (folder / letter).read_text() == "dear"


def test_a_vault_whose_headers_were_lost_is_not_made_again(sample: Sample) -> None:
    """Its database is still good once a copy of the header turns up."""
    for name in ("header.json", "header.copy.json"):
        sample.file(name).unlink()
    with pytest.raises(VaultExists):
        Vault.create(sample.folder, PASSPHRASE, ME, cost=CHEAP)
    assert sample.file("vault.db").exists()


def test_two_makers_never_meet_in_one_folder(tmp_path: Path) -> None:
    for number in range(3):
        folder = tmp_path / str(number)
        makers = [
            subprocess.Popen(
                [sys.executable, "-c", CREATE, str(folder), PASSPHRASE],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(2)
        ]
        said = [maker.communicate() for maker in makers]
        assert sum("made" in out for out, _ in said) == 1, said
        assert any("VaultBusy" in err or "VaultExists" in err for _, err in said), said
        Vault.open(folder, ME, passphrase=PASSPHRASE).close()


def test_a_maker_that_finishes_last_takes_nothing_away(tmp_path: Path) -> None:
    """The mark that it waited for was of a vault that is finished by now."""
    folder = tmp_path / "vault"
    with unfinished.making(folder):
        with pytest.raises(VaultBusy):
            Vault.create(folder, PASSPHRASE, ME, cost=CHEAP)
        with pytest.raises(NotAVault, match="never finished"):
            Vault.open(folder, ME, passphrase=PASSPHRASE)
    Vault.create(folder, PASSPHRASE, ME, cost=CHEAP)[0].close()
    Vault.open(folder, ME, passphrase=PASSPHRASE).close()
