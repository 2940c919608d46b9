"""Reads the sample data of `sample.md`."""

from pathlib import Path

FILE = Path(__file__).with_name("sample.md")


def answers(section: str, **values: str) -> list[tuple[str, str]]:
    """Questions (paths) and answers of a section of `sample.md`, `{names}` filled by `values`."""
    text = FILE.read_text(encoding="utf-8")
    body = text.split(f"\n## {section}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("| ").split(" | ", 1) for line in body.splitlines() if line.startswith("| ")]
    return [(path, answer.format(**values)) for path, answer in rows if path != "question"]
