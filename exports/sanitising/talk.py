"""The words by which a text lets slip that somebody told it: who speaks, how, and where."""

_REGULAR = """
state explain mention disclose reveal confide admit claim recall complain confirm insist whisper
describe report relate advise inform intimate indicate hint suggest imply add reply volunteer
remark comment express voice recount narrate testify declare assert maintain agree estimate warn
allege divulge convey outline detail stress emphasise clarify acknowledge concede blurt mutter
murmur cry sob plead beg request gesture sign nod signal repeat retract withdraw identify
recognise recognize contact approach communicate chat talk discuss text message phone answer
elaborate concur attribute flag echo appear seem look sound become paint lament moan grumble joke
shrug smile laugh tremble wince flinch hesitate stutter pause blush sigh shudder gasp frown reckon
reassure assure thank accept
"""
_IRREGULAR = """
say says said saying tell tells told telling speak speaks spoke spoken speaking deny denies denied
swear swears swore sworn weep wept put puts let lets come comes came make makes made gave gives
given giving pass passes passed provide provides provided supply supplies supplied share shares
shared point points pointed write wrote written writes open opened opens ring rang rung name names
named pick picked picks show shows showed shown showing offer offers offered ask asks asked asking
shake shook bring brings brought broke breaks burst bursts went goes fell falls grew became
"""
_MIND = """
overhear believe fear worry suspect notice witness overhear remember realise realize hope dread
want wish prefer trust refuse regret wonder assume guess dream
"""
_MIND_IRREGULAR = """
overheard see sees saw seen hear hears heard know knows knew known think thinks thought feel feels
felt understand understands understood find finds found watch watches watched notices learn learns
learnt learned
"""
_FEELS = """
scared afraid frightened terrified worried anxious concerned nervous reluctant unwilling adamant
sure certain convinced positive clear aware petrified fearful relieved ashamed embarrassed hopeful
confident unsure uncertain angry desperate keen willing ready able prepared happy unhappy upset
distressed distraught wary sceptical tearful resigned determined insistent vague consistent
specific definite
"""


_DOUBLED = frozenset(
    {"beg", "sob", "chat", "nod", "admit", "shrug", "stop", "run", "get", "put", "set"}
)


def inflected(stems: str) -> set[str]:
    """Every regular form of verbs."""
    forms = set()
    for verb in stems.split():
        base = verb.removesuffix("e")
        doubled = base + base[-1] if verb in _DOUBLED else base
        past = base[:-1] + "i" if base.endswith("y") and base[-2] not in "aeo" else doubled
        third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "ss", "x")) else f"{verb}s"
        third = f"{past}es" if base.endswith("y") and base[-2] not in "aeo" else third
        forms |= {verb, third, f"{past}ed", f"{doubled}ing"}
    return forms


def table(lines: str) -> dict[str, frozenset[str]]:
    """A table of words: before the colon those it is for, after it what belongs to each."""
    rows = [line.partition(": ") for line in lines.strip().splitlines()]
    return {word: frozenset(more.split()) for words, _colon, more in rows for word in words.split()}


SAYS = frozenset(inflected(_REGULAR) | set(_IRREGULAR.split()))
"""Verbs of telling, in every form."""

THINKS = frozenset(inflected(_MIND) | set(_MIND_IRREGULAR.split()))
"""Verbs of what only the one who saw, knew, feared or wished it can say."""

FEELS = frozenset(_FEELS.split())
"""What somebody is: afraid, sure, willing."""

_LOOKS = inflected("appear seem look sound become") | {"became", "grew", "grow", "grows"}
_WITH_MORE = """
put puts: it that him them her the that his
let lets: on slip it out me us officers police know
come comes came: forward clean to
make makes made: clear reference it known mention
pass passes passed: on this it information
ring rang rings: me us police officers the in to
open opens opened: up
pick picks picked: out
shake shook: her
sign signs signed: that to
paint paints painted: a
bring brings brought: up
write writes wrote: that to down in
text texts texted: me us that police officers to
answer answers answered answering: that yes no when
supply provide: information a this the details
find finds found: out that it
broke breaks: down
burst bursts: into out
went goes: quiet silent pale white
fell falls: silent quiet
approach approached contact contacted: me us police officers
sees: him them the that it men money everything
"""
NEEDS_MORE = table(_WITH_MORE) | {look: FEELS | {"in", "visibly"} for look in _LOOKS}
"""Verbs that mean telling only with one of these words soon after."""

_TOLD_TO = "told informed asked shown promised warned advised instructed given"
TOLD_TO = frozenset(_TOLD_TO.split())
"""What is done to somebody by words, which only that one can have told."""

_NEWS = """
information info intel intelligence account tip tip-off word details detail knowledge report
disclosure statement story claim quote testimony news message evidence allegation complaint
description version rumour letter text note material this it that these all above following
known confirmed corroborated obtained received gathered gleaned collected sourced originates
stems derives derived learnt learned heard overheard seen witnessed noticed recognised identified
comes came coming according thanks photo photograph photographs picture screenshot screenshots
understood established clear gained taken got supplied provided volunteered apparent
"""
NEWS = frozenset(_NEWS.split())
"""What may come from somebody: with “from” or “by” and a person after it, it says who told."""

_HELPERS = """
has have had is was were would could will can may might did does do did not never also then later
once only just since ever always often still first further now herself who that , to us me very
too quite so more most there here inside both all each upstairs downstairs concerned involved in
question now again right dead proper pure awful awfully well
"""
HELPERS = frozenset(_HELPERS.split())
"""What may stand between somebody and the verb."""

_PLAIN = """
drive own hold run write take pay earn work live arrive leave come go wear employ recruit sell buy
use have keep owe sleep eat stay travel move return start stop begin finish meet receive send
charge collect carry control manage operate rent lease attend serve cook clean wash sit stand walk
dye smoke drink answer post advertise book get make do need cost act play direct organise allot
open close change lose gain spend visit deal handle assist help cover place put choose set demand
threaten shout hit beat assault deliver count bank launder transfer invest register fly enter
escape flee suffer weigh charm belong depend require turn bring lead follow wait call lend borrow
gamble dress speak hire hand lock cut fight kick bite scratch throw break burn hide age remain
continue seem appear attract trade draw own claim face share try supply provide offer pose join
head support feed breed pass show plan intend tend become train teach study qualify marry divorce
commit deny possess import export traffic bank sign give act
"""
_PLAIN_IRREGULAR = """
is was has does were been drove held ran wrote took paid left came went wore sold bought kept owed
slept ate began met sent got made did cost spent lost dealt put chose hit beat flew fled led lent
fought threw broke hid drew fed bred became taught gave stood sat as its this thus us plus towards
"""
PLAIN_ACTS = frozenset(inflected(_PLAIN) | set(_PLAIN_IRREGULAR.split()))
"""What somebody is seen to do, which says nothing of who told it."""

_MODAL = (
    "can could will would cannot can't couldn't won't wouldn't might may do did didn't does doesn't"
)
MODAL = frozenset(_MODAL.split())

_VIEWS = """
account version words story statement opinion view belief fear fears worry worries hope hopes wish
wishes impression understanding memory recollection estimate guess description observation suspicion
testimony concern concerns knowledge report claim claims allegation allegations answer reply
explanation information perception experience disclosure evidence insight
position stance contention narrative take
"""
VIEWS = frozenset(_VIEWS.split())
"""What belongs to the one who told it."""
