"""A twelfth set of leaks, written whole after the rules had been mended on the eleventh.

Ordinary reports by ordinary officers, of no one register. Its people, streets, pages and plates are
its own. The rules were not mended on its leaks, so its figure, which is in `docs/measured.md`, stands for
a new set.
"""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

KNOWN = """
name | Larisa Moraru
name | Bambi
name | Iryna Savchenko
name | Nong Phailin
name | Guo Yanmei
name | Sasha Fierce
name | Rim Haddadi
name | Chrysoula Manou
name | Thayna Ribeiro
name | Beata Krol
name | Ogechi Nnamdi
name | Jodie Pickersgill
name | Stanislava Koleva
name | Azucena Roldan
name | Pham Thuy Dung
name | Vjosa Berisha
number | 07700 900261
number | 07700 900739
number | +40 733 555 046
number | 0117 496 0188
advert | https://silkroom.example/ladies/bambi-brs-7741
advert | https://dateclub.example/ad/3350186
advert | sasha.fierce.bs@mailhut.example
advert | @thay_carioca
address | Flat 9, Brunel Court, 17 Stapleton Grove, Bristol BS5 9ZZ
address | 52 Trafalgar Road, Portsmouth PO1 9ZY
address | 3 Smithy Fold, Burnley BB11 9ZX
plate | VX68 BMB
plate | GU70 SFC
"""

LEAKS = """
name | MARSH locks the phone of [[Larissa]] in his car and that of [[Лариса]] at home.
name | MARSH locks the phone of [[Morarou]] in his car and that of [[Lara M.]] at home.
name | On Friday [[Bamby]] was made to clean the flat. [[BAMBI]] had done it on Monday.
name | The loan of [[Ирина Савченко]] is with a friend of his; that of [[Irina]] is paid.
name | The loan of [[Savtchenko]] is with a friend of his; that of [[Ira]] is paid.
name | He hits [[Pailin]] on the head. He hit [[ไพลิน]] with a pan.
name | He hits [[郭艳梅]] on the head. He hit [[Yan Mei]] with a pan and [[Kuo Yen-mei]] with a shoe.
name | The agency sells [[Sascha Fierce]] as 19 and [[S. Fierce]] as 18.
name | Two men followed [[ريم]] home, then took [[Reem Hadadi]] to a cash point.
name | The door of [[Χρυσούλα]] has no handle inside. [[Chrisoula]] broke it.
name | He owes [[Tayna]] two thousand and [[Ribeyro]] three.
name | He owes [[Beatta]] two thousand and [[Król]] three.
name | The beds of [[Ogechy]] and [[Namdi]] are let by the hour.
name | The beds of [[Jody]] and [[Pickersgil]] are let by the hour.
name | His mother feeds [[Станислава]] once a day, and [[Stanka Kolewa]] not at all.
name | There is a charge of £900 against [[Asucena]], and one against [[Roldán]].
name | There is a charge of £900 against [[Thúy Dung]], and one against [[Thuy-Dung]].
name | He told his brother to find [[Vyosa]] and bring back [[Berischa]].
number | Bookings go to [[07700 900261]] and, after midnight, [[07700 900 739]].
number | Bookings go to [[077OO9OO261]] and to [[0.7.7.0.0.9.0.0.7.3.9]].
number | Bookings go to [[zero double seven double zero nine double zero two six one]].
number | Bookings go to [[07700 nine double-oh 739]].
number | A man rings from [[+40 733 555 046]], in writing [[0040733 555 046]].
number | A man rings from [[zero șapte trei trei cinci cinci cinci zero patru șase]].
number | The massage shop has [[0117 4960188]] on its sign; [[oh-one-one-seven four-nine-six oh-one-eight-eight]] on the radio.
number | The number ends [[261]], says the driver's note.
advert | MARSH checks [[silkroom.example/ladies/bambi-brs-7741]] each hour.
advert | MARSH checks [[bambi brs 7741]] each hour, and [[dateclub 3350186]].
advert | Mails to [[sasha.fierce.bs@mailhut.example]] are read by his wife.
advert | Mails to [[sasha fierce bs at mailhut dot example]] are read by his wife.
advert | The stories of [[@thay_carioca]] and [[thay carioca]] are filmed in his kitchen.
advert | A new page is [[www.bristolbabes.example]]; ask for it on [[telegram: bsnights]].
address | He has been sending bills to [[17 Stapleton Grove]] and [[Brunel Crt, flat 9]].
address | He has been sending bills to [[Stapelton Gr]] and [[BS59ZZ]].
address | He has been sending bills to [[fifty-two Trafalgar Rd]] and [[P O 1 9 Z Y]].
address | He has been sending bills to [[3 Smithyfold]] and [[Smithy Fld, Burnley]].
address | The women are kept [[above the kebab shop on the main road]].
address | The women are kept [[in the house with the blue door opposite the primary school]].
address | The women are kept [[two floors below the dentist]].
address | The women are kept [[behind the car wash, in a container]].
address | The flat is [[the last on the left as you go in]].
address | The flat is [[between the bakery and the bank]].
address | The flat is [[a minute's walk from the ferry]].
address | The flat is [[on the ninth floor, door facing the lift]].
address | The flat is [[next to where the old cinema was]].
address | A bell marked [[Flat 4 — Lily]] is the one to press.
nationality | MARSH has brought a [[Moldovan]] woman to Bristol and another to Bath.
nationality | MARSH pays a [[Ukrainian]] in Portsmouth £20 a day.
nationality | The [[Tunisian]] lady in Burnley is not allowed a phone.
nationality | A [[Polish]] sex worker off Stapleton Road has bruises.
nationality | She was born in [[Kosovo]] and lives above a shop in Southsea.
nationality | He talks of “my two [[Thais]]” in Fratton.
speech | MARSH keeps a gun in the loft. [[She has held it]].
speech | MARSH keeps a gun in the loft, [[a female who knows him well says]].
speech | [[A sex worker told officers]] that MARSH keeps a gun.
speech | [[One of the women there said]] MARSH keeps a gun.
speech | [[I was told by her]] that the rent is paid on Mondays.
speech | [[Her words were]] that he is “[[not right in the head]]”.
speech | [[She wants him arrested]] but will not make a statement.
speech | [[She does not know]] the surname of the driver.
speech | [[A woman at the flat pointed out]] the driver from the window.
speech | [[The tenant of the flat below has complained of]] screaming.
speech | [[When I called at the flat the woman]] was nervous of MARSH.
speech | [[It was disclosed to the nurse]] that MARSH takes the money.
speech | [[According to her flatmate]], MARSH takes the money.
speech | [[The source of this is a woman]] who has left.
speech | [[She has been sleeping]] in the same room as his sister.
speech | [[She counts the cash]] on Sundays and puts it in bags.
speech | [[He confided to the girl]] that he means to go abroad.
speech | [[The victim is terrified that]] he will tell her family.
speech | [[I believe her]], as the detail was right.
speech | [[They trust me]] and will say more if not rushed.
speech | [[My informant has asked]] for no contact by phone.
speech | [[Witness states]] MARSH hit the driver with a bar.
speech | [[She overheard a call]] about a delivery on Friday.
speech | [[The escort texted]] to say that MARSH had been back.
speech | [[This was learned when one of the girls was taken to hospital]].
speech | [[She is the one who does the shopping]] for the house.
speech | [[Those living there are agreed that]] MARSH is in charge.
speech | [[She will deny it if asked]].
speech | [[A girl of about twenty came to the counter]] with the list.
speech | [[The female was adamant that]] it was MARSH.
time | MARSH locked up [[at 23:15]] and drove off [[at twenty past eleven]].
time | MARSH locked up [[at quarter past eleven]] and drove off [[at 11.20 pm]].
time | MARSH locked up [[at 2315hrs on Tuesday]].
time | MARSH locked up [[five minutes before the last bus]].
time | MARSH locked up [[on 7 October at 23.15]].
time | MARSH locked up [[while she was in the shower]].
plate | A tracker was found on [[VX68 BMB]]; another on [[GU70SFC]].
plate | A tracker was found on [[victor x-ray 68 bravo mike bravo]].
plate | A tracker was found on [[G U 7 0 S F C]].
"""
