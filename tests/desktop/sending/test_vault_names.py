"""What the check seeks comes from every form of the vault, and from nobody who exploits."""

from functools import partial

import pytest

from desktop.sending.vault_names import SOUGHT, known, role, typed
from exports.sanitising import Checker, Kind
from forms import Library
from storage import Session, Vault
from storage.tables.records import Filled
from tests.storage.helpers import ask, attach

SAID = {
    "person": "<data><alias>Marigold</alias><number>07700 900 123</number></data>",
    "encounter": "<data><said>Lives at Flat 3b, 41 Thornbury Street. Sister: 07700 900742.</said>"
    "<support><support_chosen>third_party</support_chosen></support></data>",
    "advert_evidence": "<data><site>velvet-list.example</site><shown_name>Roxana</shown_name>"
    "<suspect><suspect_handle>big_tone_99</suspect_handle></suspect></data>",
    "safety_plan": "<data><trusted>My friend Dorotea, and the project</trusted>"
    "<safe_place>Ivy Cottage, 8 Orchard Lane. I drive YK19 XDP.</safe_place></data>",
    "referral": "<data><nickname>Ksenija</nickname><exploiter>Marek Nowak, 5 Acre Lane</exploiter>"
    "</data>",
    "num_report": "<data><vehicle>Grey van LR69 PWD</vehicle><number>07700 900999</number></data>",
    "victim_contract": "<data><pronouns>Call her Ottilie</pronouns></data>",
    "our_own_form": "<data><working_name>Jolanta</working_name><notes>Write to ola@box.example"
    "</notes></data>",
    "intelligence_report": "<data><item>Seen on Beckett Street.</item></data>",
}


def _add(filled: Filled, session: Session) -> None:
    session.records.add(filled)


GIVEN_AWAY = (
    (Kind.NAME, "Marigold pays rent."),
    (Kind.NUMBER, "Ring 07700900123."),
    (Kind.NUMBER, "Ring oh double seven double oh, nine hundred, seven four two."),
    (Kind.ADDRESS, "Men wait on Thornberry St at weekends."),
    (Kind.ADVERT, "It is on velvet list example now."),
    (Kind.NAME, "He hit Роксана twice."),
    (Kind.NAME, "He waits for Dorothea there."),
    (Kind.ADDRESS, "It is near Orchard Ln."),
    (Kind.PLATE, "The car is yk19xdp now."),
    (Kind.NAME, "He calls her Xenia."),
    (Kind.NAME, "Money of Ottilia."),
    (Kind.NAME, "Money of Yolanta."),
    (Kind.ADVERT, "See ola@box.example for it."),
    (Kind.NAME, "Papers of Bogumila are gone."),
)


@pytest.fixture
def full(vault: Vault) -> Vault:
    for form, content in SAID.items():
        filled = Filled(form, "1", content.encode(), form, "", "", "")
        vault.perform(partial(_add, filled)).result()
    record = ask(vault, lambda s: s.records.page(1)[0].id)
    attach(vault, b"sample", "Bogumila_passport.jpg", record=record)
    return vault


def test_what_was_typed_anywhere_is_found_in_a_report(full: Vault) -> None:
    checker = Checker(known(ask(full, typed)))
    for kind, text in GIVEN_AWAY:
        assert [f for f in checker.find(text) if f.kind is kind and f.known is not None], text


def test_those_who_exploit_and_what_is_no_word_are_not_sought(full: Vault) -> None:
    texts = {one.text for one in known(ask(full, typed))}
    for left_out in ("Marek", "Acre", "big_tone", "LR69", "900999", "Beckett", "third_party"):
        assert not [text for text in texts if left_out in text]


def test_every_question_of_the_table_is_in_the_library() -> None:
    library = Library.default()
    for line in SOUGHT.strip().splitlines():
        form, role_, *questions = line.split()
        if form != "*":
            xml = library.get(form).xml.decode()
            missing = [one for one in questions if f"<{one}/>" not in xml and f"<{one}>" not in xml]
            assert not missing, (form, missing)
            assert all(role(form, one) == role_ for one in questions)
