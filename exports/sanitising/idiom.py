"""Reads dialect, shorthand and text-speak as plain English, so that one rule serves for all."""

import re
from bisect import bisect_right
from dataclasses import dataclass

_SAME = """
t'=the | th'=the | o'=of | wi=with | wi'=with | w/=with | frae=from | fae=from | fi=from | aff=off
doon=down | oot=out | aboot=about | roon=round | roond=round | hoose=house | hooses=houses
toon=town | ootside=outside | abune=above | ablow=below | ahint=behind | aside=beside | ower=over
telt=told | tellt=told | tel't=told | tawld=told | telled=told | sez=says | sed=said | ses=says
sais=says | sayd=said | sayin=saying | tellin=telling | greetin=crying | greeting=crying
kens=knows | kent=knew | ken=know | haird=heard | saa=saw | seed=saw | wis=was | wuz=was | wes=was
hid=had | haed=had | lassie=girl | lassies=girls | lass=girl | lasses=girls | quine=girl
wifie=woman | wummin=woman | wimmin=women | burd=girl | bint=girl | wench=girl
gel=girl | grl=girl | grls=girls | gurl=girl | hauf=half | haulf=half | yin=one | wan=one | twa=two
auld=old | wee=small | ah=I | ahm=I'm | ma=my | oor=our | nae=no | cannae=cannot | didnae=didn't
wouldnae=wouldn't | wasnae=wasn't | disnae=doesn't | dinnae=don't | polis=police | bobby=officer
bobbies=officers | rozzers=police | babs=girl | mam=mother | nan=grandmother
rec'd=received | recd=received | rcvd=received | frm=from | fm=from | abt=about | bt=but
b4=before | nr=near | opp=opposite | adj=adjacent to | bhd=behind | cnr=corner | flr=floor
grd=ground | bsmt=basement | gff=ground floor flat | fff=first floor flat | tff=top floor flat
btwn=between | thru=through | msg=message | msgs=messages | msgd=messaged | txtd=texted | m8=mate
l8=late | 2nite=tonight | 2day=today | tmrw=tomorrow | wkr=worker | wkrs=workers | vic=victim
compl=complainant | comp=complainant | complainer=complainant | inf=informant | infmt=informant
inft=informant
src=source | fem=female | f/male=female | fml=female | tgthr=together | ppl=people | cud=could
hse=house | apt=apartment | rm=room | pvp=vulnerable person | vp=vulnerable person | shes=she's
hes=he's | dont=don't | doesnt=doesn't | didnt=didn't | cant=can't | wont=won't | whos=who's
a/n=above | i/v=interview | i/view=interview | wit=witness | o/p=occupant | resp=respondent
"""
_TABLE = {
    short: long
    for pair in re.split(r"\s*[|\n]\s*", _SAME.strip())
    for short, _equals, long in [pair.partition("=")]
}
_NUMBERED = re.compile(r"(?:ip|f|fem|female|w|wit|v|vic|vp|src|source|cw|sw|wg|girl|worker)\d{1,2}")
_WORD = re.compile(
    r"(?<![^\W_])(?:(?:[tT]|[tT][hH])['’](?=\s?[^\W\d_]{2})|[oO]['’](?=\s)|[wW]/(?=\s?\w)"
    r"|[^\W_]+(?:['’/][^\W_]+)*)"
)


@dataclass(frozen=True)
class Reading:
    """A text read as plain English; `place` tells where a sign of it stands in the first text."""

    text: str
    _new: tuple[int, ...]
    _old: tuple[int, ...]

    def place(self, at: int) -> int:
        """Where the sign at `at` stands in the text as it was written."""
        piece = bisect_right(self._new, at) - 1
        limit = self._old[piece + 1] if piece + 1 < len(self._old) else None
        old = self._old[piece] + at - self._new[piece]
        return old if limit is None else min(old, limit)


def plain_english(text: str) -> Reading | None:
    """`text` with its dialect and shorthand written out, None if there is nothing to write out."""
    pieces: list[str] = []
    new, old = [0], [0]
    size = end = 0
    for match in _WORD.finditer(text):
        long = _long(match[0])
        if long is None:
            continue
        for piece, begins in ((text[end : match.start()], end), (long, match.start())):
            pieces.append(piece)
            new.append(size)
            old.append(begins)
            size += len(piece)
        end = match.end()
    if not end:
        return None
    pieces.append(text[end:])
    return Reading("".join(pieces), (*new, size), (*old, end))


def _long(word: str) -> str | None:
    small = word.lower().replace("’", "'")
    if small not in _TABLE and small.endswith("'s") and small[:-2] in _TABLE:
        return f"{_TABLE[small[:-2]]}'s"
    long = _TABLE.get(small)
    if long is None and _NUMBERED.fullmatch(small):
        long = "source"
    if long is None:
        return None
    if small.endswith("'") and small[0] == "t":
        return f"{long} "
    return long.capitalize() if word[0].isupper() and word != "Ah" else long
