"""People a sample vault knows, invented; numbers are from the ranges kept free for drama."""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

from dataclasses import dataclass

from exports.sanitising import Kind, Known


@dataclass(frozen=True)
class Person:
    """A sample person: `elsewhere` is the given name as people write it in other scripts."""

    given: str
    surname: str
    working: str
    elsewhere: tuple[str, ...]
    number: str
    advert: str
    street: str
    door: str


PEOPLE = (
    Person("Elena", "Popescu", "Bianca", ("Елена", "Ελένα", "إيلينا", "אלנה", "엘레나", "エレナ"),
           "07700 900123", "https://night-pages.example/ad/482913", "Mabgate Road", "14"),
    Person("Svetlana", "Kovalenko", "Lola", ("Світлана", "Светлана", "سفيتلانا", "სვეტლანა"),
           "07700 900754", "https://adshere.example/profile/svetka_lds", "Burley Lodge Terrace", "27B"),
    Person("Thi Huong", "Nguyen", "Lily", ("Хыонг", "后香"),
           "07700 900318", "https://night-pages.example/ad/771204", "Ashton View", "3"),
    Person("Mei Ling", "Chen", "Coco", ("美玲", "陈美玲", "メイリン"),
           "020 7946 0571", "https://cityads.example/listing/meiling-4471", "Kirkgate", "119"),
    Person("Katarzyna", "Wisniewska", "Roxy", ("Катажина", "Катарзина", "كاتارجينا"),
           "07700 900866", "https://adshere.example/profile/roxy.west", "Tempest Road", "61"),
    Person("Fatima", "Benali", "Yasmin", ("فاطمة", "Фатима", "פטימה", "ফাতিমা", "फातिमा"),
           "07700 900442", "https://pages.example/u/yasmin_2291", "Harehills Lane", "208"),
    Person("Suda", "Wongsakul", "Honey", ("สุดา", "Суда"),
           "0113 496 0233", "https://thai-ads.example/ad/905512", "Cross Green Crescent", "8A"),
    Person("Priscila", "Andrade", "Jade", ("Присцила", "بريسيلا", "프리실라"),
           "07700 900517", "https://night-pages.example/ad/338870", "Sholebroke Avenue", "45"),
    Person("Gabriela", "Szabo", "Vanessa", ("Габриела", "غابرييلا", "Γαβριέλα", "गैब्रिएला"),
           "07700 900690", "https://cityads.example/listing/vanessa-88123", "Lupton Street", "17"),
    Person("Blessing", "Okafor", "Tiffany", ("Блессинг", "بليسينغ"),
           "07700 900205", "https://pages.example/u/tiff_naija", "Roundhay Mount", "92"),
    Person("Aphrodite", "Markaki", "Nefeli", ("Αφροδίτη", "Афродита"),
           "07700 900931", "https://adshere.example/profile/nefeli_k9", "Brudenell Grove", "5C"),
    Person("Nino", "Beridze", "Tamuna", ("ნინო", "Нино", "نينو"),
           "07700 900388", "https://cityads.example/listing/tamuna-60042", "Compton Crescent", "33"),
)  # fmt: skip


def known() -> list[Known]:
    """All that the sample vault knows, as plain data."""
    return [
        item
        for person in PEOPLE
        for item in (
            Known(Kind.NAME, f"{person.given} {person.surname}"),
            Known(Kind.NAME, person.working),
            Known(Kind.NUMBER, person.number),
            Known(Kind.ADVERT, person.advert),
            Known(Kind.ADDRESS, f"{person.door} {person.street}, Leeds LS9 7DZ"),
        )
    ]
