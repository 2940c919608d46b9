"""Finds words that betray who said it: “she told me”, the source's own words."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

import re
from collections.abc import Iterable, Iterator

from exports.sanitising.kinds import Finding, Kind, Known
from translations.interface import _

_SAY = (
    r"(?:(?:sa(?:id|ys?)|saying|t(?:old|ells?)|telling|stat(?:ed|es?)|explain(?:ed|s)?|mention(?:ed|s)?"
    r"|disclos(?:ed|es?)|reveal(?:ed|s)?|confid(?:ed|es?)|admit(?:ted|s)?|claim(?:ed|s)?|recall(?:ed|s)?"
    r"|complain(?:ed|s)?|confirm(?:ed|s)?|insist(?:ed|s)?"
    r"|whisper(?:ed|s)?"
    r"|call(?:ed|s)\s+(?:me|us)|let\s+slip|let\s+(?:me|us)\s+know"
    r"|point(?:ed|s)?\s+out|mak(?:es|e)\s+clear|made\s+clear|alleg(?:ed|es)"
    r"|warn(?:ed|s)\s+(?:me|us)|show(?:ed|s|n)\s+(?:me|us)|g[ai]ve(?:s)?\s+(?:me|us)|s(?:ent|ends)\s+(?:me|us)"
    r"|ask(?:ed|s)\s+(?:me|us)|open(?:ed|s)\s+up|volunteer(?:ed|s)?"
    r"|account(?:ed)?\s+that|believes?|thinks?|fears?)"
    r"|(?:add(?:ed|s)?|whisper|text(?:ed|s)?|messag(?:ed|es)|phon(?:ed|es)|wr(?:ote|ites)|shar(?:ed|es)|rang|spoke|speaks|talk(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)?|describ(?:ed|es?)|heard|overheard|saw|witnessed|noticed|knows?|remember(?:ed|s)?|relat(?:ed|es)|report(?:ed|s)?)"
    r"(?=\s+(?:that|how|about|of|it|him|what|where|when|a\s+man|men|to\s+(?:me|us)|me|us)\b|\s*[,:]))"
)
_HOW = r"(?:\s+(?:has|have|had|is|was|then|also|later|once|quietly|openly|\w+ly|just|since|even|always|often|herself|himself|only|first|who|would)){0,3}"
_HER = (
    r"(?:she|(?:the|this|that|another|one|a)\s+(?:young\s+|other\s+|same\s+|older\s+|\w+\s+)?(?:girl|lady|sex\s?worker"
    r"|worker|escort|source|informant|contact|caller|victim|complainant|tenant|flatmate|housemate|roommate|maid"
    r"|receptionist|cleaner|witness|survivor|subject\s+herself|masseuse|interpreter|mother|sister|informer)"
    r"|(?:one|some|two|several|all|each|many)\s+of\s+(?:the|these|those)\s+(?:girls|women|workers|ladies|tenants|escorts|residents)"
    r"|(?:her|his|my|our|their)\s+(?:source|informant|contact|friend|flatmate|sister|mother|neighbour|client|colleague"
    r"|cousin|daughter|landlady|maid|roommate|housemate|boyfriend|girlfriend|partner))"
)
_ME = r"(?:me|us|(?:the|this|our|my)\s+(?:officers?|writer|author|reporter|liaison|project|outreach|colleague)|(?:PC|DC|PS|DS|DI)\b|police|officers?)"
_FEW_WORDS = 4
_PERSON = (
    r"(?:girl|lady|woman|worker|escort|source|informant|caller|victim|complainant|tenant|flatmate|housemate|roommate|maid"
    r"|receptionist|witness|survivor|occupant|resident|masseuse|informer|friend\s+of\s+hers)"
)
_RULES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_PERSON}(?:\s+(?!who\b|and\b|to\b|was\b|were\b|is\b|be\b|been\b)\w+){{0,3}}\s+(?:said|says|told|stated|states|informed|disclosed|confided"
        r"|explained|mentioned|reported|reports|described|complained|revealed|admitted|claims|claimed|advised|confirmed)\b",
        rf"\b(?:an?|my|our|the|her|this)\s+(?:\w+\s+)?(?:informant|informer)\b|\b(?:my|our)\s+(?:\w+\s+)?(?:source|contact|{_PERSON})\b",
        rf"\b(?:told|informed|shown|given|passed\s+on|reported|confirmed|disclosed|said|heard|learnt|learned|received|obtained|known)\s+(?:to\s+\w+\s+)?(?:by|from)\s+(?:her|(?:the|a|one|an)\s+(?:\w+\s+)?{_PERSON}|one\s+of\s+(?:the|them))\b",
        r"\b(?:came|comes|comes\s+directly|is|was)\s+(?:\w+ly\s+|straight\s+)?from\s+her\b(?!\s+\w)|\b(?:from|by)\s+(?:her\s+own\s+mouth|what\s+she\s+\w+)\b",
        r"\b(?:as|was|were|been)\s+(?:told|said|disclosed|confided|reported)\s+to\s+(?:me|us|officers?|police|the\s+\w+)\b",
        r"\bshe(?:\s+is|\s+was|['’]s)\s+(?:\w+\s+)?(?:adamant|sure|certain|positive|convinced|clear|aware|afraid|scared|worried|frightened)\s+(?:that|he|of|to)\b",
        r"\bshe\s+(?:wants?|wanted|wishes|wished|asks|asked|begged|would\s+like)\s+(?:it|this|us|me|police|that)\b|\bit\s+was\s+(?:she|her)\s+(?:who|that)\b",
        r"\bshe\s+(?:cried|wept|sobbed|nodded|pointed|shook|showed|gestured|hinted|implied|indicated|suggested|maintains?|denie[sd]|agree[sd]|estimates?|guess(?:es|ed)|overhears?)\b",
        r"\bin\s+(?:our|my|her|a|the)\s+(?:\w+\s+)?(?:talk|chat|conversation|interview|disclosure|message|text|letter|statement|call)s?\b",
        rf"\b{_HER}{_HOW}\s+{_SAY}\b",
        rf"\b(?:the|a|one|this|that)\s+(?:\w+\s+)?wom[ae]n{_HOW}\s+(?:sa(?:id|ys?)|told|stated|explained|disclosed|confided"
        rf"|mentioned|admitted|revealed|described|complained)\b",
        r"\bwomen(?:\s+(?:there|inside|at\s+\w+\s+\w+))?\s+(?:have\s+|had\s+)?(?:say|said|told|disclosed|state|stated|report|reported|describe|described)\b",
        rf"\b(?:he|they|who|someone|somebody|a\s+\w+|the\s+\w+){_HOW}\s+(?:told|tells|informed|informs|showed|shows|texted"
        rf"|messaged|rang|phoned|called|warned|said\s+to|says\s+to|spoke\s+(?:to|with)|confided\s+(?:in|to)|explained\s+to|disclosed\s+to|admitted\s+to|reported\s+to|assured)\s+{_ME}\b",
        r"\b(?:I|we|officers|police|the\s+(?:writer|officer|author|reporter))\s+(?:was|were|am|are|have\s+been|has\s+been|had\s+been)\s+"
        r"(?:\w+ly\s+)?(?:told|informed|advised|shown|given|made\s+aware|warned)\b",
        r"\b(?:I|we)\s+(?:\w+ly\s+|have\s+|had\s+|also\s+)?(?:spoke|spoken|talked|chatted|met|visited|heard|learnt|learned|asked|understand|saw|listened)\b",
        r"\b(?:told|tells|telling|said\s+to|confided\s+(?:in|to)|disclosed\s+to|spoke\s+(?:to|with)|mentioned\s+to|shared\s+with|explained\s+to|admitted\s+to|whispered\s+to|texted|messaged)\s+(?:me|us)\b",
        r"\b(?:according|thanks)\s+to\s+(?:her|the\s+(?:girl|woman|source|worker|victim|tenant|informant|caller|flatmate)|one\s+of|a\s+(?:\w+\s+)?(?:girl|woman|worker|source|friend|tenant|flatmate|informant))\b",
        r"\bin\s+(?:her|the\s+(?:source|victim|woman|girl|worker)['’]s)\s+(?:own\s+)?(?:words?|account|view|opinion|statement|version|telling)\b",
        r"\b(?:her|the\s+(?:source|victim|woman|girl|worker|informant)['’]s|source['’]?s?)\s+(?:own\s+)?(?:account|words|story|statement|disclosure|admission|information|version)\b",
        r"\b(?:as|like|so)\s+(?:she|the\s+(?:girl|woman|source|worker|victim))\s+(?:put|puts|said|says|told|explained|described|recalled)\b",
        r"\b(?:during|in|after|from|at)\s+(?:my|our|the|a|an|this|that|her)\s+(?:\w+\s+)?(?:conversation|chat|talk|visit|interview|call|phone\s?call|welfare\s+(?:check|visit)|meeting|drop-in|disclosure)s?\s+(?:with|to|from|by)\b",
        r"\b(?:when|while|after|as)\s+(?:I|we|officers|police)\s+(?:visited|met|spoke|saw|called|asked|talked|sat|attended)\b",
        r"\b(?:in|with|under)\s+(?:strict\s+)?confidence\b|\boff\s+the\s+record\b|\b(?:asked|wants?|wishes|begged)\s+(?:me\s+|us\s+)?(?:not\s+to\s+(?:be\s+named|tell|say|repeat)|to\s+(?:stay|remain)\s+anonymous)\b",
        r"\b(?:source|informant|informer)\s+(?:is|was|lives?|works?|who|whose|has|had|heard|saw|knows?|believes?|states?|says?|said|stated|told|reports?|reported|advised|advises|confirmed|confirms|claims?|claimed|overheard|fears?|shares?)\b",
        r"\b(?:quote[sd]?|unquote|verbatim|word\s+for\s+word)\b|\bher\s+exact\s+words\b",
        r"\b(?:dywedodd|meddai|soniodd|esboniodd)\s+(?:hi|wrthyf|wrthym|wrtha\s?i|y\s+(?:ferch|fenyw|ddynes))\b",
        r"\bonly\s+(?:she|her|one\s+(?:person|woman|girl))\s+(?:\w+\s+)?(?:knew|knows|saw|heard|could|would|had|was)\b",
    )
)  # fmt: skip
_QUOTED = re.compile("“([^”\n]{2,400})”|\"([^\"\n]{2,400})\"|«([^»\n]{2,400})»|„([^“”\n]{2,400})[“”]"
                     "|(?<!\\w)[‘']([^\n‘]{2,300}?)[’'](?!\\w)")  # fmt: skip
_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’]m|I['’]ve|I['’]d|I['’]ll|me|my|mine|myself|we|us|our)\b", re.I
)


class Speech:
    """The rules, and the names whose owners may be said to have spoken."""

    def __init__(self, names: Iterable[Known]) -> None:
        listed = sorted({re.escape(name.text.strip()) for name in names if name.text.strip()})
        self._named = (
            re.compile(rf"(?<!\w)(?:{'|'.join(listed)}){_HOW}\s+{_SAY}\b", re.IGNORECASE)
            if listed
            else None
        )

    def find(self, text: str) -> Iterator[Finding]:
        """The places where somebody's speech, or the talk with her, shows; several may overlap."""
        why = _("This shows who told it, or that it was told. Write the fact alone.")
        for rule in (*_RULES, self._named):
            for match in rule.finditer(text) if rule is not None else ():
                yield Finding(Kind.SPEECH, match.start(), match.end(), match[0], why)
        why = _("Somebody’s own words can be known again. Write the fact alone.")
        for match in _QUOTED.finditer(text):
            said = next(group for group in match.groups() if group)
            if len(said.split()) >= _FEW_WORDS or _FIRST_PERSON.search(said):
                yield Finding(Kind.SPEECH, match.start(), match.end(), match[0], why)
