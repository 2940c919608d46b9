"""Help at hand: guidance and services are searched on one page, and say where they come from."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import profile, theme
from desktop.help import HelpPage


@pytest.fixture
def page(qtbot: QtBot) -> HelpPage:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Theme.LIGHT)
    made = HelpPage(profile.read(profile.SAMPLE))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.came()
    return made


def test_a_prompt_s_citation_leads_to_its_paragraph(page: HelpPage) -> None:
    page.search("NPCC 2019, 5.6")
    assert page.text.splitlines()[1].startswith("NPCC 2019, 5.6")
    assert "never as formal questions" in page.text


def test_services_say_that_nobody_of_the_force_checked_them(page: HelpPage) -> None:
    page.show_kind("services")
    page.search("domestic abuse")
    assert "National Domestic Abuse Helpline" in page.text
    assert "0808 2000 247" not in page.text, "nobody of the force has verified it"
    assert "Not checked by the force." in page.text
    assert "Source: seen in a public source." in page.text
    assert "Childline" not in page.text


def test_taking_the_choice_back_changes_nothing_and_markup_is_text(page: HelpPage) -> None:
    page.show_kind("services")
    page.show_kind("")
    page.search("")
    assert "Samaritans" in page.text
    page.search("<b>nothing")
    assert page.text == "Nothing was found."


def test_what_was_typed_is_not_kept(page: HelpPage) -> None:
    page.show_kind("services")
    page.search("Anna")
    assert page.place() == {"kind": "services"}
