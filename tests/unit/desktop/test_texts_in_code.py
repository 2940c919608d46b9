"""No text for people is written into the code outside `_()` and `ngettext()`: read from its trees.

What windows show with a pseudo-language on is tested too (`tests/desktop/everybody`), but only
where a test goes; this looks at every call there is.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3] / "desktop"
NOT_FOR_PEOPLE = {
    "commands": "the command line speaks English, as its documentation does",
    "demo": "plays an officer, and tells the terminal what it does",
    "sample": "the words of sample data",
}
"""Rooms whose words no window shows."""
METHODS = {
    *("setText", "setToolTip", "setPlaceholderText", "setAccessibleName", "setStatusTip"),
    *("setAccessibleDescription", "setWindowTitle", "setTitle", "setLabelText", "setWhatsThis"),
    *("setHtml", "setMarkdown", "setPlainText", "setInformativeText", "setPrefix", "setSuffix"),
    *("addAction", "addItem", "addItems", "addTab", "addRow", "addMenu", "addButton"),
    *("setTabText", "set_words", "set_text", "show_error", "describe", "announce"),
}
"""Methods whose arguments, all of them, are shown or read aloud."""
QT = {"QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QToolButton"}
QT |= {"QMenu", "QMessageBox", "QStandardItem"}
SAYS = {"say", "_say", "tell", "_tell", "told.emit"}
OTHER_SAYINGS = {
    "process.py": "tells the supervisor",
    "supervision.py": "tells a notebook",
    "together/signing.py": "names a sentence of her language's catalog",
}
"""Where `say` takes no text."""
PARAMETERS = re.compile(
    r"^(text|words|title|heading|what|why|hint|detail|details|label|message|caption|told|note"
    r"|question|safe|do|help|tip|placeholder|lead|lines|sentence|start)$"
)
"""Names under which our own components take what they show."""
NOT_COMPONENTS = {
    "Carried": "says in the code why an answer is carried on; tests read it",
    "Colours": "colours",
    "Passage": "a paragraph of the guidance, and how it is set",
}
"""Classes whose parameters are called so for another reason."""
NOT_TEXT = {
    r"Fieldbook": "the name of the application",
    r"SHA-256": "the name of a method",
    r"(Ctrl|Alt|Shift|Esc|Del|Ins|PgUp|PgDown|Return|Space|F\d+|[A-Z]|[+ ])+": "keys",
    r"\.?[a-z0-9]{2,4}": "the end of a file's name",
    r"PDF \(\*\.pdf\)": "a kind of file, as its maker calls it",
}
"""Literals that are the same in every language, each with why."""
KINDS = {
    *("muted", "label", "heading", "title", "error", "hint", "strong", "quiet", "primary"),
    *("secondary", "danger", "link", "find", "amber", "teal", "neutral", "display"),
}
"""Kinds of our components, which follow their words."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Written:
    """A literal where a text is due."""

    file: str
    line: int
    call: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.call}: {self.text!r}"


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    within = (path.relative_to(ROOT) for path in sorted(ROOT.rglob("*.py")))
    read = (path for path in within if path.parts[0] not in NOT_FOR_PEOPLE)
    return tuple((str(path), ast.parse((ROOT / path).read_text("utf-8"))) for path in read)


def literals(node: ast.expr, constants: dict[str, str]) -> Iterator[str]:
    """The texts that `node` may be; calls such as `_("Open")` are not looked into."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield " ".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    elif isinstance(node, ast.Name) and node.id in constants:
        yield constants[node.id]
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body, constants)
        yield from literals(node.orelse, constants)
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left, constants)
        yield from literals(node.right, constants)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from literals(value, constants)
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        for element in node.elts:
            yield from literals(element, constants)
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("format", "join", "upper", "title", "strip")
    ):
        yield from literals(node.func.value, constants)


def shown_parameters() -> dict[str, list[tuple[int, str]]]:
    """Of each of our own classes, the places and names of what it shows."""
    found: dict[str, list[tuple[int, str]]] = {}
    for _file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                names = [(at, name) for at, name in enumerate(_taken(node))]
                shown = [(at, name) for at, name in names if PARAMETERS.match(name)]
                if shown and node.name not in NOT_COMPONENTS:
                    found[node.name] = shown
    return found


def _taken(node: ast.ClassDef) -> list[str]:
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name == "__init__":
            return [each.arg for each in (*part.args.args[1:], *part.args.kwonlyargs)]
    fields = (part for part in node.body if isinstance(part, ast.AnnAssign))
    return [each.target.id for each in fields if isinstance(each.target, ast.Name)]


def due(call: ast.Call, ours: dict[str, list[tuple[int, str]]], file: str) -> list[ast.expr]:
    """The arguments of `call` that people read."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    whole = ast.unparse(function)
    everything = [*call.args, *(word.value for word in call.keywords)]
    says = name in SAYS or any(whole.endswith(f".{each}") for each in SAYS if "." in each)
    if isinstance(function, ast.Attribute) and name in METHODS:
        return everything
    if name in QT or (says and file not in OTHER_SAYINGS):
        return everything
    places = ours.get(name, [])
    positional = [call.args[at] for at, _name in places if at < len(call.args)]
    named = {name for _at, name in places}
    return positional + [word.value for word in call.keywords if word.arg in named]


def is_text(text: str) -> bool:
    if not _LETTERS.search(text) or text in KINDS:
        return False
    return not any(re.fullmatch(pattern, text.strip(" ·…:")) for pattern in NOT_TEXT)


def constants_of(tree: ast.Module) -> dict[str, str]:
    """Texts that a module names."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and isinstance(node.value.value, str):
                    found[target.id] = node.value.value
    return found


def written() -> Iterator[Written]:
    ours = shown_parameters()
    for file, tree in trees():
        constants = constants_of(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for argument in due(node, ours, file):
                    for text in filter(is_text, literals(argument, constants)):
                        yield Written(file, node.lineno, ast.unparse(node.func), text)


def test_no_text_stands_outside_the_catalogs() -> None:
    assert [str(each) for each in written()] == []


def test_components_are_looked_at() -> None:
    """The names under which our components take their words are still those that are known."""
    ours = shown_parameters()
    assert {"Label", "Button", "Check", "Radio", "Chip", "EmptyState", "Field"} <= ours.keys()
    tree = ast.parse("Label('Not in a catalog', 'muted')\nself.setToolTip(f'Not {here} either')")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = [t for c in calls for a in due(c, ours, "x.py") for t in literals(a, {}) if is_text(t)]
    assert found == ["Not in a catalog", "Not   either"]


def test_what_is_looked_up_is_written_out() -> None:
    """Texts made of pieces, or held in a variable, are in no catalog."""
    pieced = []
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                looked_up = node.args[:2] if ast.unparse(node.func) == "ngettext" else node.args
                if not all(isinstance(each, ast.Constant) for each in looked_up):
                    pieced.append(f"{file}:{node.lineno} {ast.unparse(node)}")
    assert pieced == []
