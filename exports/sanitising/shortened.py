"""Short forms of names that do not look like the name."""

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from exports.sanitising.sounds import sound

_LONG = 6  # letters of a name of which one may be another

_GROUPS = """
alexandra sasha sacha sandra lexi | alexander sasha sacha alex | ekaterina katerina katya katia
kate katarzyna kasia | anastasia nastya nastia | maria masha marysia mary mariana | natalia
natasha nata tatiana tanya tania | svetlana sveta lana | ludmila lyudmila luda lyuda lyusya mila |
olga olya olia yelena elena lena alyona | irina ira | yulia julia yulya | oksana oxana ksenia
ksyusha | galina galya victoria viktoria vika vicky | valentina valya | daria dasha darya |
evgenia zhenya jenya polina polya | sofia sonya sonia zofia zosia | elizabeth elzbieta liz lisa
beth ela | margaret malgorzata gosia maggie | agnieszka aga | joanna asia | barbara basia |
magdalena magda lena ana ani anca anna ania anya | ioana oana | gabriela gabi | mihaela miha |
cristina christina tina cris | alina ala | larisa lara | vasilisa vasya | nadezhda nadia nadya |
lyubov luba | guadalupe lupe francisca paca | dolores lola | mercedes mercha | isabel isabella
bella | fernanda nanda theodora dora | eleni lena | catherine katherine cathy kathy kate | rebecca
becky | samantha sam jessica jess | jennifer jenny | susan sue | deborah debbie | patricia pat
trish | christopher chris | irene eirini irina irena irini rena | agnes agnieszka agnese inez ines
| mary maria mariam maryam miriam marie marija | helen helena elena eleni ilona | joan joanna
johanna ioana jana ivana | sophie sofia sophia zofia | eve eva ewa | natalie natalia nathalie |
lucy lucia lucja | theresa teresa tereza | hannah hanna anna hana | margaret margarita rita margot
| julie julia yulia giulia | dorothy dorota dorothea dora | paula paola pavlina paulina | veronica
weronika vera nika | angela aniela angie angelika | monica monika | valerie valeria valya |
caroline karolina carolina lina | martha marta | lidia lydia | rachel raquel rahel | judith judit
yudit | sarah sara zara zahra | leila layla laila | fatima fatma fatoumata | aisha aysha ayesha
aicha | jasmine yasmin yasmina | chloe clo | oksana ksenia xenia xana oxana ksusha ksyusha |
desislava desi dessie desislawa | denise denny | tsvetelina tsveti tzveti ceca tsetsi | siriporn
siri porn | gloria glory | blessing bless | florence flo | veronika nika roni | stefania stefka
steffi | rositsa rosi | teodora teddy | yordanka dani | bogdana dana | daniela dana dani ela |
lavinia lavi | denisa deni | georgiana georgi gina | roxana roxy roxi | simona simo | andreea
andra | adriana adi | iuliana iulia | mirela mira | camelia cami | valentina vali | nicoleta nico
| alexandra alex ale andra | diana didi | thuy thi | huong huonga | linh lin | bruna bru | jessica
jessy | larissa lari | rafaela rafa | patricia paty pati tricia | luciana lu luci | vanessa nessa
vane | juliana ju juli | adaobi ada | chiamaka amaka | ngozi ngo | oluwaseun seun | folasade sade
| temitope temi | precious presh | ola aleksandra alexandra | iza izabela isabella | renia renata
| jola jolanta | madzia magda magdalena | wera weronika veronica | mirka mirela mirella miroslawa
| zuzka zuzana susanna | katka katerina | hanka hana | geri gergana | viki viktoria vicky | krisi
hrisi kristina hristina christina | eli elitsa elena | rali ralitsa | lyubi lyubomira | tosia
antonina | bea beatriz beatrice bia | poppi kalliopi | toula fotini | voula paraskevi | soula
anastasia | lia evangelia
"""


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for group in " ".join(_GROUPS.split()).split(" | "):
        names = frozenset(group.split())
        for name in names:
            table[name] = table.get(name, frozenset()) | names
    return table


_TABLE = _table()
_LISTED = tuple(_TABLE)
_BY_SOUND = {sound(name): name for name in reversed(_TABLE)}


@lru_cache(maxsize=10_000)
def _listed(name: str) -> str:
    """The listed name of which `name` is another spelling, or `name`."""
    if sound(name) in _BY_SOUND or len(name) < _LONG:
        return _BY_SOUND.get(sound(name), name)
    near = process.extractOne(name, _LISTED, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near is not None else name


def forms_of(name: str) -> tuple[str, ...]:
    """`name` (Latin, lower case) first, then the forms it is also called by."""
    listed = name if name in _TABLE else _listed(name)
    return (name, *sorted(_TABLE.get(listed, frozenset()) - {name}))
