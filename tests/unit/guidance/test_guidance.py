"""Every paragraph that a form cites can be opened; terms and laws are found as people type them."""

from pathlib import Path

import pytest
from lxml import etree

from desktop.guidance import at, find, read
from desktop.guidance.reading import GuidanceError, citations
from forms import Library


def cited(form: str) -> set[str]:
    """What the binds of a form cite, repeats without an instance included."""
    root = etree.fromstring(Library.default().get(form).xml)
    sources = root.xpath("//@*[local-name() = 'source']")
    assert isinstance(sources, list)
    return {one for source in sources for one in citations(str(source))}


@pytest.mark.parametrize("form", [summary.id for summary in Library.default().forms()])
def test_every_citation_of_a_form_can_be_opened(form: str) -> None:
    wanted = cited(form)
    assert wanted
    known = {passage.citation for topic in read() for passage in topic.passages}
    assert wanted - known == set()


def test_a_prompt_s_source_opens_its_passages_in_order() -> None:
    found = at("NPCC 2019, 5.6; design; NPCC 2019, 5.1a")
    assert [passage.citation for passage in found] == ["NPCC 2019, 5.6", "NPCC 2019, 5.1a"]
    assert "never as formal questions" in found[0].text


def test_terms_laws_and_paragraphs_are_found_as_people_type_them() -> None:
    assert find(read(), "isva")[0].citation == "ISVA"
    assert find(read(), "2003 s.53A")[0].citation == "Sexual Offences Act 2003, s.53A"
    assert find(read(), "npcc 5.10")[0].citation == "NPCC 2019, 5.10"
    assert find(read(), "victims' code")
    assert not find(read(), "no such thing anywhere")


def test_what_is_left_out_is_said_with_its_reason() -> None:
    topic = next(topic for topic in read() if topic.key == "left_out")
    told = " ".join(passage.citation for passage in topic.passages)
    for wanted in ("immigration", "Interpol", "sources", "from abroad", "commanders", "score"):
        assert wanted in told
    assert all(len(passage.text) > 60 for passage in topic.passages)


def test_a_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "force.md").write_text("# Ours\n\nprefix: Ours\n\n- **1** One.\n\n- two\n")
    with pytest.raises(GuidanceError, match=r"force.md, line 7"):
        read(tmp_path)
    (tmp_path / "force.md").write_text("# Ours\n\n- **1** One.\n- **1** Again.\n")
    read.cache_clear()
    with pytest.raises(GuidanceError, match="twice"):
        read(tmp_path)
