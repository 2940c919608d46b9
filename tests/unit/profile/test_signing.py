"""A signed profile: what was changed is refused and the last good one stays; unsigned ones work."""

import json
from pathlib import Path

import pytest

from desktop.command_line import main
from desktop.profile import SAMPLE, ProfileErrors, load, places, read
from desktop.profile.signing import sign, signature_of, signer_text
from desktop.profile.trust import SIGNER_FILE, trusted_devices
from storage import Cost
from storage.errors import NotAKey
from storage.keys.escrow import PrivateKey
from storage.tables.devices import Device, listed

FORCE, STRANGER = PrivateKey.new("Sample Force IT"), PrivateKey.new("Somebody else")
KEYS = "sealing = []"


@pytest.fixture(autouse=True)
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of this test alone; gives the machine's."""
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    machine = places().site_config_path
    machine.mkdir(parents=True)
    return machine


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A profile that names a key, not signed yet."""
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "reports.pub").write_text(FORCE.public.text(), encoding="utf-8")
    text = SAMPLE.read_text(encoding="utf-8").replace(KEYS, 'sealing = ["reports.pub"]')
    path = folder / "profile.toml"
    path.write_text(text, encoding="utf-8")
    return path


def signed(source: Path, key: PrivateKey) -> None:
    signature_of(source).write_text(sign(read(source), key), encoding="utf-8")


def change(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("PC 0000", "PC 9999"), encoding="utf-8")


def test_an_unsigned_profile_works_and_says_that_nobody_signed_it(source: Path) -> None:
    profile = load(source)
    assert (profile.officer, profile.signed_by, profile.refused) == ("PC 0000", "", "")
    change(source)
    assert load(source).officer == "PC 9999"


def test_what_was_changed_after_signing_is_refused_and_the_last_good_one_stays(
    source: Path,
) -> None:
    signed(source, FORCE)
    assert load(source).signed_by == "Sample Force IT"
    change(source)
    kept = load(source)
    assert kept.officer == "PC 0000"
    assert kept.signed_by == "Sample Force IT"
    assert "changed after it was signed" in kept.refused
    assert kept.sealing_keys[0].read_text("utf-8") == FORCE.public.text()
    signed(source, FORCE)
    assert (load(source).officer, load(source).refused) == ("PC 9999", "")


def test_a_key_that_a_signed_profile_names_cannot_be_swapped(source: Path) -> None:
    signed(source, FORCE)
    load(source)
    (source.parent / "reports.pub").write_text(STRANGER.public.text(), encoding="utf-8")
    kept = load(source)
    assert "changed after it was signed" in kept.refused
    assert kept.sealing_keys[0].read_text("utf-8") == FORCE.public.text()


@pytest.mark.parametrize("how", ["no signature", "a stranger's", "damaged"])
def test_the_first_signer_is_the_only_one(source: Path, how: str) -> None:
    signed(source, FORCE)
    load(source)
    change(source)
    if how == "no signature":
        signature_of(source).unlink()
    elif how == "damaged":
        signature_of(source).write_text("Fieldbook profile signature 1\n", encoding="utf-8")
    else:
        signed(source, STRANGER)
    kept = load(source)
    assert kept.officer == "PC 0000"
    assert kept.refused


@pytest.mark.parametrize("how", ["unsigned", "a stranger's", "a damaged pin"])
def test_the_machine_says_whose_signature_counts_from_the_beginning(
    source: Path, laptop: Path, how: str
) -> None:
    (laptop / SIGNER_FILE).write_text(signer_text(FORCE), encoding="utf-8")
    if how == "a stranger's":
        signed(source, STRANGER)
    elif how == "a damaged pin":
        signed(source, FORCE)
        (laptop / SIGNER_FILE).write_text("Fieldbook profile signer 1\n", encoding="utf-8")
    with pytest.raises(ProfileErrors, match="force IT"):
        load(source)
    (laptop / SIGNER_FILE).write_text(signer_text(FORCE), encoding="utf-8")
    signed(source, FORCE)
    assert load(source).signed_by == "Sample Force IT"
    assert load(SAMPLE).is_sample


def test_force_it_signs_and_checks_by_command(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, secret, signer = tmp_path / "it.key", tmp_path / "secret", tmp_path / "signer.txt"
    key.write_text(FORCE.text("a sample passphrase", Cost(64 * 1024, 1, 1)), encoding="utf-8")
    secret.write_text("a sample passphrase\n", encoding="utf-8")
    opened = ["--key", str(key), "--passphrase-file", str(secret)]
    assert main(["profile", "check", str(source)]) == 3
    assert main(["profile", "sign", str(source), *opened]) == 0
    assert main(["profile", "signer", "--out", str(signer), *opened]) == 0
    capsys.readouterr()
    told = ["profile", "check", str(source), "--signer", str(signer), "--json"]
    assert main(told) == 0
    assert json.loads(capsys.readouterr().out)["signed_by"] == "Sample Force IT"
    change(source)
    assert main(told) == 1
    assert "changed after it was signed" in capsys.readouterr().err
    (source.parent / "reports.pub").rename(tmp_path / "reports.pub")
    text = source.read_text("utf-8").replace("reports.pub", "../reports.pub")
    source.write_text(text, encoding="utf-8")
    assert main(["profile", "sign", str(source), *opened]) == 1
    assert "beside the profile" in capsys.readouterr().err


def test_the_list_of_devices_is_signed_too(
    tmp_path: Path, laptop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, key, secret = tmp_path / "devices.toml", tmp_path / "it.key", tmp_path / "secret"
    path.write_text(listed([Device("PC 0000", b"k" * 32)]), encoding="utf-8")
    assert [device.name for device in trusted_devices(path)] == ["PC 0000"]
    key.write_text(FORCE.text("a sample passphrase", Cost(64 * 1024, 1, 1)), encoding="utf-8")
    secret.write_text("a sample passphrase\n", encoding="utf-8")
    told = ["profile", "sign", str(path), "--key", str(key), "--passphrase-file", str(secret)]
    assert main(told) == 0
    assert "devices.toml" in capsys.readouterr().out
    assert len(trusted_devices(path)) == 1
    path.write_text(listed([Device("Somebody", b"s" * 32)]), encoding="utf-8")
    with pytest.raises(NotAKey, match="changed after it was signed"):
        trusted_devices(path)
    signature_of(path).unlink()
    assert len(trusted_devices(path)) == 1
    (laptop / SIGNER_FILE).write_text(signer_text(FORCE), encoding="utf-8")
    with pytest.raises(NotAKey, match="missing"):
        trusted_devices(path)
