"""A profile is found in the right place, and everything wrong with it is told at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.profile import SAMPLE, ProfileErrors, find, load, read, rules
from desktop.profile.model import Destination, Service

FULL = """
[[destinations]]
name = "Share"
kind = "folder"
folder = "/s"
[[destinations]]
name = "Server"
kind = "openrosa"
url = "https://odk.example"
[[destinations]]
name = "Mail"
kind = "mail"
address = "unit@force.example"
[[services]]
name = "Sample project"
what = "Outreach"
web = "sample.example"
area = "North"
verified = "2026-11-22"
"""
GOOD = SAMPLE.read_text(encoding="utf-8")


def written(folder: Path, text: str) -> Path:
    path = folder / "profile.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sample_is_whole_and_says_that_it_is_a_sample() -> None:
    sample = read(SAMPLE)
    assert sample.is_sample
    assert (sample.force, sample.officer) == ("Sample Force", "PC 0000")
    assert (sample.idle_minutes, sample.marking) == (5, "OFFICIAL-SENSITIVE")
    assert sample.destinations == ()
    assert sample.liaison.phone == "101"
    assert sample.form_properties()["source_unit"] == "Source unit (sample)"
    assert "district_lead" not in sample.roles


def test_a_force_of_its_own(tmp_path: Path) -> None:
    text = GOOD.replace("Sample Force", "Force of Elsewhere")
    profile = read(written(tmp_path, text + FULL))
    assert not profile.is_sample
    assert profile.force == "Force of Elsewhere"
    share, server, mail = profile.destinations
    assert (share.kind, share.folder) == ("folder", Path("/s"))
    assert server == Destination("Server", "openrosa", url="https://odk.example")
    assert mail.address == "unit@force.example"
    assert profile.services == (
        Service("Sample project", "Outreach", "", "sample.example", "North", "2026-11-22"),
    )


def test_what_is_named_must_be_beside_the_profile(tmp_path: Path) -> None:
    text = GOOD.replace("escrow = []", 'escrow = ["force.pem"]')
    with pytest.raises(ProfileErrors, match=r"keys\.escrow: There is no file force\.pem"):
        read(written(tmp_path, text))
    (tmp_path / "force.pem").write_text("a public key", encoding="ascii")
    assert read(written(tmp_path, text)).escrow_keys == (tmp_path / "force.pem",)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('folder = "/s"', 'folder = ""', "destinations.1.folder"),
        ('"https://odk.example"', '"http://odk.example"', "destinations.2.url"),
        ('"mail"', '"pigeon"', "destinations.3.kind"),
        ('name = "Mail"', 'name = "Server"', "destinations.3.name"),
        ('"2026-11-22"', '"lately"', "services.1.verified"),
        ("web = ", "wed = ", "services.1.wed"),
        ("[[services]]", "[services]", "services"),
    ],
)
def test_a_faulty_entry_is_named_by_its_number(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    with pytest.raises(ProfileErrors) as caught:
        read(written(tmp_path, GOOD + FULL.replace(old, new)))
    assert [error.key for error in caught.value.errors] == [key]


@pytest.mark.parametrize(
    ("policy", "key"),
    [
        ('ro = "Nu întrebăm."', "immigration_policy.en"),
        ("en = 3", "immigration_policy.en"),
        ('"not a language" = "x"', "immigration_policy.not a language"),
    ],
)
def test_a_policy_has_its_english_and_its_language(tmp_path: Path, policy: str, key: str) -> None:
    head, rest = GOOD.split('en = ""')
    text = head + policy + rest
    assert policy in text
    with pytest.raises(ProfileErrors) as caught:
        read(written(tmp_path, text))
    assert key in [error.key for error in caught.value.errors]


def test_every_error_is_told_at_once(tmp_path: Path) -> None:
    text = """
        [force]
        name = " "
        [officer]
        name = 7
        rank = "x"
        [lock]
        idle_minutes = 0
        [destinatons]
        folder = "x"
        [documents]
        marking = "SECRET"
    """
    with pytest.raises(ProfileErrors) as caught:
        read(written(tmp_path, text))
    told = {error.key: f"{error.problem} {error.remedy}" for error in caught.value.errors}
    assert set(told) == {
        "force.name",
        "officer.name",
        "officer.role",
        "officer.rank",
        "lock.idle_minutes",
        "destinatons",
        "documents.marking",
    }
    assert "Did you mean destinations?" in told["destinatons"]
    assert "from 1 to 60" in told["lock.idle_minutes"]
    assert '"OFFICIAL", "OFFICIAL-SENSITIVE"' in told["documents.marking"]
    assert all(error.problem and error.remedy for error in caught.value.errors)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"force = ", "not valid TOML"),
        (b'[force]\nname = "\xff"', "UTF-8"),
        (b"#" * 300_000, "too large"),
        (b"force = 3", "must be a table"),
    ],
)
def test_a_file_that_is_no_profile(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "profile.toml"
    path.write_bytes(content)
    with pytest.raises(ProfileErrors, match=said):
        read(path)


def test_a_number_of_minutes_is_not_a_yes(tmp_path: Path) -> None:
    with pytest.raises(ProfileErrors, match=r"lock\.idle_minutes: This is of the wrong kind"):
        read(written(tmp_path, GOOD.replace("idle_minutes = 5", "idle_minutes = true")))


def test_a_profile_that_was_asked_for_is_never_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ProfileErrors, match="cannot be read"):
        load(tmp_path / "nowhere.toml")
    monkeypatch.setenv("FIELDBOOK_PROFILE", str(tmp_path / "nowhere either.toml"))
    with pytest.raises(ProfileErrors, match="cannot be read"):
        load()


def test_the_order_of_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    assert find(None, {}) == SAMPLE
    found = []
    for place in ("user", "machine"):
        folder = tmp_path / place / "fieldbook"
        folder.mkdir(parents=True)
        written(folder, GOOD)
        found.append(find(None, {}))
    assert [path.parents[1].name for path in found] == ["user", "machine"]
    assert find(None, {"FIELDBOOK_PROFILE": "/named"}) == Path("/named")
    assert find(Path("/chosen"), {"FIELDBOOK_PROFILE": "/named"}) == Path("/chosen")


@given(st.recursive(st.text() | st.integers() | st.booleans(), lambda x: st.lists(x), max_leaves=3))
def test_no_value_does_anything_but_fit_or_be_told(value: object) -> None:
    for keys in (*rules.TABLES.values(), *rules.LISTS.values()):
        for rule in keys.values():
            wrong = rules.wrong(value, rule)
            assert wrong is None or all(wrong)
            if wrong is None:
                assert type(value) is rule.type
