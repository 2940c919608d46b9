"""Which backups stay, and that what is taken away is gone at once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from storage.backup.making import back_up
from storage.backup.plan import Last, Plan, holding_erased, is_due, plan, set_plan
from storage.backup.restoring import restore
from storage.folder.backup_sets import Backup, Keep, backups_in, choose, kept, name_for, remove
from storage.keys.derivation import new_recovery_code
from storage.keys.slots import RecoveryCode
from tests.storage.helpers import ME, Sample, add, ask, create, do

START = datetime(2026, 1, 1, tzinfo=UTC)
TIMES = st.lists(st.integers(0, 500 * 24), unique=True, max_size=60)
COUNTS = st.integers(0, 9)


def made(hours: int) -> Backup:
    return Backup(Path(f"b{hours}"), START + timedelta(hours=hours), "ab")


@given(TIMES, COUNTS, COUNTS, COUNTS)
def test_the_newest_of_each_day_week_and_month_stay(
    times: list[int], days: int, weeks: int, months: int
) -> None:
    backups = [made(hours) for hours in times]
    stay = kept(backups, Keep(days, weeks, months))
    assert len(stay) <= days + weeks + months + 1
    assert bool(stay) == bool(backups)
    if not backups:
        return
    assert max(backups, key=lambda backup: backup.made).folder in stay
    by_day = {}
    for backup in sorted(backups, key=lambda backup: backup.made):
        by_day[backup.made.date()] = backup.folder
    newest_days = sorted(by_day)[-days:] if days else []
    assert {by_day[day] for day in newest_days} <= stay
    assert kept([backup for backup in backups if backup.folder in stay], Keep(days, weeks, months))


@given(TIMES)
def test_a_backup_each_day_for_a_year_leaves_few_and_reaches_far_back(times: list[int]) -> None:
    del times
    there: list[Backup] = []
    for day in range(365):
        there.append(made(day * 24))
        stay = kept(there, Keep())
        there = [backup for backup in there if backup.folder in stay]
    assert len(there) <= 17
    assert (there[-1].made - there[0].made).days > 140


def test_rotation_takes_only_this_vaults_backups(sample: Sample, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    other, _other = create(tmp_path / "other")
    theirs = back_up(other, place)
    other.close()
    vault = sample.open()
    back_up(vault, place)
    (place / "photos").mkdir()
    for _ in range(2):
        newest = back_up(vault, place, keep=Keep(1, 0, 0))
    vault.close()
    assert {path.name for path in place.iterdir()} == {
        "photos",
        theirs.folder.name,
        newest.folder.name,
    }
    assert choose(newest.folder) == newest
    assert [backup.folder for backup in backups_in(place, newest.vault_id)] == [newest.folder]
    remove(newest)
    assert backups_in(place, newest.vault_id) == []


def test_no_backup_takes_anothers_name(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        names.append(name_for("0123456789abcdef", START, tmp_path))
        (tmp_path / names[-1]).mkdir()
    assert names[0] == "fieldbook-01234567-20260101T000000Z"
    assert names[1:] == [f"{names[0]}-2", f"{names[0]}-3"]


def test_plan_and_what_is_due(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    wanted = Plan(tmp_path, 12, Keep(3, 2, 1))
    do(vault, lambda s: set_plan(s, wanted))
    assert ask(vault, plan) == wanted
    vault.close()
    now = START
    ago = lambda hours: Last((now - timedelta(hours=hours)).isoformat(), "", 0)  # noqa: E731
    assert is_due(wanted, None, now)
    assert not is_due(wanted, ago(11), now)
    assert is_due(wanted, ago(12), now)
    assert is_due(wanted, ago(-5), now)  # the clock was set back
    assert not is_due(Plan(tmp_path, 0), None, now)


def test_backups_made_before_an_erasure_are_named(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    done = back_up(vault, tmp_path)
    assert ask(vault, lambda s: holding_erased(s, [done])) == []
    do(vault, lambda s: s.audit.append("erasure", reason="sample"))
    assert ask(vault, lambda s: holding_erased(s, [done])) == [done]
    vault.close()


def test_a_restored_vault_signs_as_another_device(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    before = do(vault, lambda s: s.device.key())
    add(vault, "one more")
    done = back_up(vault, tmp_path)
    vault.close()
    new = restore(done.folder, tmp_path / "new", ME, RecoveryCode(sample.code))
    assert do(new, lambda s: s.device.key()).public != before.public
    new.close()
    assert new_recovery_code() != sample.code
