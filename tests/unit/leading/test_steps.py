"""What is offered next: her safety first, help to leave where she asked, each with a source."""

from desktop.guidance import at
from desktop.leading.steps import steps
from desktop.prompts import child
from forms import FormEngine, Library

LIBRARY = Library.default()


def engine(form: str, **answers: str) -> FormEngine:
    made = FormEngine(LIBRARY.get(form), language="en")
    for path, value in answers.items():
        made.set("/data/" + path.replace("__", "/"), value)
    return made


def test_help_to_leave_is_offered_only_where_she_asked() -> None:
    def offered(**answers: str) -> bool:
        return any("leave" in step.words for step in steps([engine("encounter", **answers)]))

    assert not offered()
    assert not offered(support__exit_asked_by_her="no")
    assert offered(support__exit_asked_by_her="yes")


def test_every_step_has_a_source_that_can_be_opened_and_a_form_that_is_there() -> None:
    found = steps([engine("encounter", support__exit_asked_by_her="yes")])
    assert [step.form for step in found][:2] == ["safety_plan", "safety_plan"]
    for step in found:
        assert at(step.source), step
        assert LIBRARY.get(step.form)


def test_the_steps_are_those_that_the_prompts_can_note() -> None:
    prompts = engine("prompts")
    noted = {choice.value for choice in prompts.choices("/data/leads/next_steps")}
    assert {step.form for step in steps([prompts])} <= noted


def test_a_childs_record_leads_to_the_notification_alone() -> None:
    assert [step.form for step in steps([engine("child_concern")])] == ["concern_notification"]


def test_any_sign_or_doubt_of_a_child_counts() -> None:
    assert child.in_note(engine("encounter", safety__under_18="doubt"))
    assert child.in_note(engine("encounter", safety__under_18="yes"))
    assert not child.in_note(engine("encounter", safety__under_18="no"))
    assert not child.in_note(engine("visit"))
    prompts = engine("prompts")
    assert not child.among_signs(prompts)
    prompts.add("/data/further_signs")
    prompts.set("/data/further_signs[2]/sign", "may_be_under_18")
    assert child.among_signs(prompts)
