"""From a step of the form to the page that shows it, in the engine's language."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.agreements import agreement, is_closed, may_agree, offered, status
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.together.choosing import ChoiceButtons
from desktop.together.page import Content
from desktop.together.signing import SignPad
from desktop.together.steps import NOTE, Step
from desktop.widgets.answer import Answer
from desktop.widgets.attachments_files import Files
from desktop.widgets.factory import make_answer
from desktop.widgets.form_builder import SELECTS
from forms import FormEngine, Item
from forms.translating import she_reads
from translations.framing import banner, words


class Page(NamedTuple):
    """A page's content, and its answers by path."""

    content: Content
    answers: dict[str, Answer]


class PageBuilder:
    """Builds the pages of one engine."""

    def __init__(
        self, engine: FormEngine, files: Files, answered: Callable[[str, str], None]
    ) -> None:
        """`files` takes what is signed; `answered` hears each answer, by path."""
        self._engine, self._files, self._answered = engine, files, answered

    def opening(self) -> Content:
        """The first page: what this is, that it is hers, and what is kept of it."""
        code, form = self._engine.language, self._engine.form
        parts: list[QWidget] = [Label(words("blank", code))]
        if form.id == "safety_plan":
            parts.append(Label(words("kept_little", code)))
        return Content(
            code,
            title=form.title(code),
            parts=parts,
            banner=banner(code, status(form, code)),
            onward=words("next", code),
        )

    def closing(self) -> Content:
        """The last page: she gives the screen back."""
        code = self._engine.language
        return Content(code, title=words("give_back", code), back=words("back", code))

    def page(self, step: Step) -> Page:
        """The page of `step`."""
        engine, code = self._engine, self._engine.language
        answers: dict[str, Answer] = {}
        parts: list[QWidget] = []
        title = hint = ""
        left_out = False
        for item in step.items:
            state = engine.node(item.path)
            if item.type == NOTE:
                parts.append(Label(state.label))
                continue
            if is_closed(engine, item.path):
                title = title or state.label
                left_out = True
                continue
            part = self._part(item, answers)
            if not parts and not title:
                title, hint = state.label, state.hint
                parts.append(part)
            else:
                parts.append(_headed(part, state.label, state.hint))
            if item.path in answers:
                answers[item.path].describe(state.label, state.hint)
            left_out |= self._is_left_out(item)
        if left_out:
            parts.append(_notice(words("no_agreement", code)))
        chapter = step.chapter if she_reads(engine.form.id, step.chapter) else ""
        content = Content(
            code,
            engine.node(chapter).label if chapter else "",
            title,
            hint,
            parts,
            banner(code, status(engine.form, code)),
            words("back", code),
            words("next", code),
        )
        return Page(content, answers)

    def refresh(self, page: Page) -> None:
        """Show on `page` what the engine holds now."""
        for path, answer in page.answers.items():
            answer.show_value(self._engine.node(path).value)

    def _part(self, item: Item, answers: dict[str, Answer]) -> QWidget:
        engine = self._engine
        if item.type == "image" and "signature" in item.appearances:
            value = engine.node(item.path).value
            pad = SignPad(item.path, value, self._files, lambda name: words(name, engine.language))
            pad.signed.connect(self._answered)
            return pad
        answer: Answer
        if item.type in SELECTS:
            choices = offered(engine, item.path, engine.choices(item.path))
            several = item.type == "select_multiple"
            answer = ChoiceButtons(item.path, choices, several=several)
        else:
            answer = make_answer(item, (), engine.parameters(item.path))
        answer.show_value(engine.node(item.path).value)
        answer.answer_changed.connect(self._answered)
        answers[item.path] = answer
        return answer

    def _is_left_out(self, item: Item) -> bool:
        """Whether an agreement is not offered here, and the page says why."""
        engine = self._engine
        if agreement(engine.form, item.path) is None:
            return False
        return not may_agree(engine.form, engine.language)


def _headed(part: QWidget, title: str, hint: str) -> QWidget:
    """An answer with a heading of its own, as the second question of a page has."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(6)
    for text, kind in ((title, "heading"), (hint, "")):
        if text:
            column.addWidget(Label(text, kind))
    column.addWidget(part)
    return whole


def _notice(text: str) -> QWidget:
    card = Card("amber")
    card.column.addWidget(Label(text))
    return card
