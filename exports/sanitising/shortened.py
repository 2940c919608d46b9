"""Short forms of names that do not look like the name."""

_GROUPS = """
alexandra sasha sacha sandra lexi | alexander sasha sacha alex | ekaterina katerina katya katia
kate katarzyna kasia | anastasia nastya nastia | maria masha marysia mary mariana | natalia
natasha nata tatiana tanya tania | svetlana sveta lana | ludmila lyudmila luda mila | olga olya
olia yelena elena lena alyona | irina ira | yulia julia yulya | oksana oxana ksenia ksyusha |
galina galya victoria viktoria vika vicky | valentina valya | daria dasha darya | evgenia zhenya
jenya polina polya | sofia sonya sonia zofia zosia | elizabeth elzbieta liz lisa beth ela |
margaret malgorzata gosia maggie | agnieszka aga | joanna asia | barbara basia | magdalena magda
lena ana ani anca anna ania anya | ioana oana | gabriela gabi | mihaela miha | cristina christina
tina cris alina ala | larisa lara | vasilisa vasya | nadezhda nadia nadya | lyubov luba |
guadalupe lupe francisca paca | dolores lola | mercedes mercha | isabel isabella bella | fernanda
nanda theodora dora | eleni lena | catherine katherine cathy kathy kate | rebecca becky | samantha
sam jessica jess | jennifer jenny | susan sue | deborah debbie | patricia pat trish | christopher
chris
"""


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for group in " ".join(_GROUPS.split()).split(" | "):
        names = frozenset(group.split())
        for name in names:
            table[name] = table.get(name, frozenset()) | names
    return table


_TABLE = _table()


def forms_of(name: str) -> tuple[str, ...]:
    """`name` (Latin, lower case) first, then the forms it is also called by."""
    return (name, *sorted(_TABLE.get(name, frozenset()) - {name}))
