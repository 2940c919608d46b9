"""What holds for every form and every order of steps."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from forms import Form, FormEngine, FormInvalid
from forms.xpath.parser import parse
from forms.xpath.syntax import XPathError
from tests.unit.forms.build import ask, form

_OUTSIDE = 6
_INSIDE = 4
_VALUES = st.sampled_from(["", "0", "1", "2", "7", "yes", "a b", "-3"])


def _expressions(names: list[str]) -> st.SearchStrategy[str]:
    """Expressions over the values of the named questions."""
    leaf = st.sampled_from([*names, "1", "2", "'yes'", "''"])
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds("({} + {})".format, inner, inner),
            st.builds("concat({}, {})".format, inner, inner),
            st.builds("if({} = {}, {}, {})".format, inner, inner, inner, inner),
            st.builds("coalesce({}, {})".format, inner, inner),
            st.builds("string-length({})".format, inner),
        ),
        max_leaves=5,
    )


@st.composite
def _forms(draw: st.DrawFn) -> tuple[Form, list[str]]:
    """A form of questions that depend on earlier ones, declared in any order, and what is free."""
    inside = [f"r/i{n}" for n in range(_INSIDE)]
    outside = [f"q{n}" for n in range(_OUTSIDE)]
    binds: list[str] = []
    free: list[str] = []
    for place, name in enumerate([*outside, *inside]):
        earlier = [f"/data/{other}" for other in [*outside, *inside][:place]]
        if name.startswith("r/"):
            binds.append(_bind(draw, name, earlier, free))
        else:
            earlier = [other for other in earlier if "/r/" not in other]
            binds.append(_bind(draw, name, earlier, free))
    total = "sum(/data/r/i0) + count(/data/r[i1 != ''])"
    binds.append(f'<bind nodeset="/data/total" calculate="{total}"/>')
    last = "if(/data/total &gt; 3, /data/q0, '')"
    binds.append(f'<bind nodeset="/data/last" relevant="/data/total &lt; 9" calculate="{last}"/>')
    draw(st.randoms(use_true_random=False)).shuffle(binds)
    data = "".join(f"<{name}/>" for name in outside)
    repeat = "".join(f"<i{n}/>" for n in range(_INSIDE))
    questions = "".join(ask(f"/data/{name}") for name in outside)
    body = "".join(ask(f"/data/{name}") for name in inside)
    made = form(
        f'{data}<r jr:template="">{repeat}</r><r>{repeat}</r><total/><last/>',
        "".join(binds),
        f'{questions}<repeat nodeset="/data/r">{body}</repeat>',
    )
    return made, free


def _bind(draw: st.DrawFn, name: str, earlier: list[str], free: list[str]) -> str:
    expressions = _expressions(earlier)
    parts = [f'<bind nodeset="/data/{name}"']
    if earlier and draw(st.integers(0, 2)) == 0:
        parts.append(f'calculate="{draw(expressions)}"')
    else:
        free.append(name)
    parts += [
        f'{aspect}="{draw(expressions)} != {draw(expressions)}"'
        for aspect in ("relevant", "required", "constraint")
        if earlier and draw(st.integers(0, 2)) == 0
    ]
    return " ".join(parts) + "/>"


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.integers(0, 99), st.integers(1, 4), _VALUES),
        st.tuples(st.just("add"), st.just(0), st.just(0), st.just("")),
        st.tuples(st.just("remove"), st.just(0), st.integers(1, 4), st.just("")),
    ),
    max_size=10,
)


def _take(filled: FormEngine, free: list[str], step: tuple[str, int, int, str]) -> None:
    kind, which, number, value = step
    count = len(filled.body("/data/r"))
    if kind == "add":
        filled.add("/data/r")
    elif kind == "remove" and count:
        filled.remove(f"/data/r[{min(number, count)}]")
    elif kind == "set" and free:
        name = free[which % len(free)]
        if name.startswith("r/") and not count:
            return
        path = name.replace("r/", f"r[{min(number, count)}]/")
        filled.set(f"/data/{path}", value)


@settings(max_examples=40, deadline=None)
@given(_forms(), _STEPS)
def test_incremental_evaluation_equals_a_full_one(
    made: tuple[Form, list[str]], steps: list[tuple[str, int, int, str]]
) -> None:
    form_, free = made
    filled = FormEngine(form_)
    for step in steps:
        before = filled.states()
        changes = _changed(filled, free, step)
        after = filled.states()
        assert FormEngine(form_, filled.draft()).states() == after
        told = {path for path in after if before.get(path) != after[path]}
        assert told <= changes


def _changed(filled: FormEngine, free: list[str], step: tuple[str, int, int, str]) -> set[str]:
    """Takes the step; the paths that may differ after it."""
    seen: set[str] = set()
    for name in ("set", "add", "remove"):
        original = getattr(filled, name)

        def noted(*arguments: str, run: object = original) -> object:
            changes = run(*arguments)  # type: ignore[operator]
            seen.update(changes.paths)
            # the instances after one that came or went have other paths now
            if changes.structure:
                seen.update(path for path in filled.states() if path.startswith("/data/r["))
            return changes

        filled.__dict__[name] = noted
    _take(filled, free, step)
    for name in ("set", "add", "remove"):
        del filled.__dict__[name]
    return seen


@settings(max_examples=25, deadline=None)
@given(_forms(), _STEPS)
def test_a_draft_and_a_finalised_record_come_back_as_they_were(
    made: tuple[Form, list[str]], steps: list[tuple[str, int, int, str]]
) -> None:
    form_, free = made
    filled = FormEngine(form_)
    for step in steps:
        _take(filled, free, step)
    draft = filled.draft()
    assert FormEngine(form_, draft).draft() == draft
    try:
        final = filled.finalise()
    except FormInvalid:
        final = filled.instance()
        assert FormEngine(form_, final).instance() == final
        return
    again = FormEngine(form_, final)
    assert again.finalise() == final
    assert FormEngine(form_, again.draft()).finalise() == final


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="/.[]()@*|=<>!+-,'\" abdivmod1$:", max_size=40))
def test_any_text_is_an_expression_or_a_clear_error(text: str) -> None:
    try:
        parse(text)
    except XPathError as error:
        message = str(error)
    else:
        message = "fine"
    assert message
