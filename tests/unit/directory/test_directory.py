"""The directory shows what has a contact, says what nobody verified, finds by need or number."""

from functools import cache

from desktop import profile
from desktop.directory import Entry, entries, find
from desktop.profile.model import Service as OwnService
from translations import cards
from translations.cards.model import Cards
from translations.cards.reading import read


@cache
def packed() -> Cards:
    from pathlib import Path

    return read(Path(cards.__file__).parent)


def all_rows() -> tuple[Entry, ...]:
    return entries(profile.load(), packed().services)


def test_every_national_service_with_a_contact_is_there_with_its_source() -> None:
    wanted = {row.name for row in packed().services.values() if row.phone or row.web}
    rows = {row.name: row for row in all_rows() if not row.own}
    assert wanted == set(rows)
    for row in rows.values():
        assert row.source
        assert row.what
        assert row.kinds


def test_what_has_no_contact_yet_is_not_shown_as_help() -> None:
    assert not find(all_rows(), "Beyond the Streets")


def test_a_national_row_is_not_verified_until_the_force_says_so() -> None:
    assert {row.verified for row in all_rows() if not row.own} == {""}


def test_the_force_s_rows_come_first_and_take_the_place_of_the_national_one() -> None:
    own = OwnService("Samaritans", "Talks", "01632 960000", "", "Sample Town", "2026-11-01")
    rows = entries(profile.load()._replace(services=(own,)), packed().services)
    assert rows[0].own
    assert rows[0].verified == "2026-11-01"
    assert [row.name for row in rows].count("Samaritans") == 1


def test_it_finds_by_need_by_name_and_by_number_without_spaces() -> None:
    rows = all_rows()
    assert {"Galop", "Karma Nirvana"} <= {row.name for row in find(rows, "DOMESTIC abuse")}
    assert find(rows, "samarit")[0].name == "Samaritans"
    own = OwnService("Rape Crisis", "Talks", "0808 500 2222", "", "", "2026-11-01")
    mine = entries(profile.load()._replace(services=(own,)), packed().services)
    assert [row.name for row in find(mine, "0808 5002222")] == ["Rape Crisis"]
    assert not find(rows, "0808 5002222"), "no number of a row that nobody has verified"
    assert find(rows, "") == list(rows)
    assert not find(rows, "no such thing at all")
