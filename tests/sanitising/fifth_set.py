"""A fifth set of leaks, written whole after the rules had been mended on the fourth.

Longer sentences, as in real reports, with people, streets, pages and plates of its own. Nothing in
it was changed after the first run, whose figure is in `docs/measured.md`.
"""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

KNOWN = """
name | Magdalena Kozak
name | Venus
name | Ralitsa Todorova
name | Bonnie
name | Kanya Thongchai
name | May
name | Zhang Yumei
name | Lulu
name | Samira Haddad
name | Noor
name | Vasiliki Nikolaou
name | Thaynara Moreira
name | Paloma
name | Adaeze Nwosu
name | Goldie
name | Kayleigh Broadbent
name | Tink
name | Ecaterina Munteanu
name | Dovile Petrauskaite
name | Pham Thu Trang
name | Marwa Qureshi
name | Ines Salgado
number | 07700 900529
number | 07700 900167
number | +48 555 010 742
number | 0141 496 0622
number | 07700 900894
advert | https://cityescape.example/ads/bonnie_blue_bd
advert | paloma.relax@inbox.example
advert | https://velours.example/girl/663401
advert | @tink.wishes
advert | goldie-dreams
address | 3F2, 19 Dalhousie Street, Glasgow G4 9ZZ
address | Flat C, 64 Primrose Bank, Burnley BB10 9ZY
address | Unit 2, Sandringham Works, 8 Tanner Lane, Walsall WS2 9ZX
address | Willow Cottage, 27 Chapel Hill, Skegness PE25 9ZZ
plate | WR67 JYD
plate | A14 TNK
plate | PJ22 LLE
"""

LEAKS = """
name | The group rotates four people, among them [[Магдалена]], through two seaside towns.
name | The group rotates four people, among them [[Magda]], through two seaside towns.
name | The group rotates four people, among them [[Magdelena Kosak]], through two seaside towns.
name | When the rent is late the brothers hold back the wages of [[Козак]] and lock the kitchen.
name | It was [[Raliza]] who was left at the roadside by the driver.
name | It was [[Ралица Тодорова]] who was left at the roadside by the driver.
name | It was [[Rali]] who was left at the roadside by the driver.
name | A fine of £200 was set against [[Bonny]] for smoking.
name | A fine of £200 was set against [[B o n n i e]] for smoking.
name | He had the tattoo put on the wrist of [[กัญญา]] to mark her as his.
name | He had the tattoo put on the wrist of [[Kanja Tongchai]] to mark her as his.
name | The supervisor keeps the phone of [[张玉梅]] in a drawer.
name | The supervisor keeps the phone of [[Yu Mei]] in a drawer.
name | The supervisor keeps the phone of [[Jumei Chang]] in a drawer.
name | In the ledger [[Lulu’s]] column is twice as long as the others.
name | In the ledger [[LooLoo]] has a column twice as long as the others.
name | The uncle in Tunis has been told what [[سميرة]] does, as a threat.
name | The uncle in Tunis has been told what [[Sameera Hadad]] does, as a threat.
name | Two men came to look for [[نور]] and left a message at the bar.
name | Two men came to look for [[Nour]] and left a message at the bar.
name | The landlord lets to [[Βασιλική]] in name and to the brothers in truth.
name | The landlord lets to [[Vassiliki Nicolaou]] in name and to the brothers in truth.
name | The landlord lets to [[Vaso Nikolau]] in name and to the brothers in truth.
name | The younger brother calls himself the husband of [[Tainara]] and takes the takings.
name | The younger brother calls himself the husband of [[Тайнара Морейра]] and takes the takings.
name | Anything [[Palloma]] earns beyond the target is taken as interest.
name | The debt said to be owed by [[Adaese Nwossu]] has been sold on.
name | The debt said to be owed by [[Ada]] has been sold on.
name | The debt said to be owed by [[Goldy]] has been sold on.
name | He registered two SIM cards to [[Kayley Broadbent]] without asking.
name | He registered two SIM cards to [[Kaylee]] without asking.
name | He registered two SIM cards to [[K.B.]] without asking.
name | A ring that belonged to [[Катерина Мунтяну]] was pawned by the driver.
name | A ring that belonged to [[Katya Munteanu]] was pawned by the driver.
name | The doctor was told that [[Dovilė]] had fallen down the stairs.
name | The doctor was told that [[Petrauskajte]] had fallen down the stairs.
name | The manager picked out [[Trang Pham]] from a line of five.
name | The manager picked out [[Phạm Thu Trang]] from a line of five.
name | The manager picked out [[مروة]] from a line of five.
name | The manager picked out [[Ynez]] from a line of five.
number | Since the move all three adverts lead to [[07700 900 529]] and to nobody else.
number | Since the move all three adverts lead to [[0-7700-90-05-29]] and to nobody else.
number | Since the move all three adverts lead to [[oh seven seven double zero, nine zero zero, five twenty-nine]] and to nobody else.
number | Since the move all three adverts lead to [[+44 77OO 9OO529]] and to nobody else.
number | In the pictures it is painted on a mirror as [[zero7700nine00five29]] so that filters miss it.
number | In the pictures it is painted on a mirror as [[0.7.7.0.0.9.0.0.1.6.7]] so that filters miss it.
number | In the pictures it is painted on a mirror as [[０７７００９００１６７]] so that filters miss it.
number | In the pictures it is painted on a mirror as [[07700 in one corner and 900 167]] in the other so that filters miss it.
number | Orders are sent from [[+48 555 010 742]], a number used by the sister of the older man.
number | Orders are sent from [[0048555010742]], a number used by the sister of the older man.
number | Orders are sent from [[555-010-742 (Polish)]], a number used by the sister of the older man.
number | Orders are sent from [[piec piec piec zero jeden zero siedem cztery dwa]], a number used by the sister.
number | The sauna still answers on [[0141 4960622]] though it lost its licence.
number | The sauna still answers on [[(0141) 496-O622]] though it lost its licence.
number | The sauna still answers on [[oh-one-four-one, four-nine-six, oh-six-double-two]] though it lost its licence.
number | He tops up a phone whose number ends [[0894]] every Monday with cash.
number | He tops up a phone, [[07seven00 900 eight9four]], every Monday with cash.
number | He tops up a phone, [[7700 900 894]], every Monday with cash.
number | He tops up a phone, [[oo44 77oo 9oo894]], every Monday with cash.
number | A second phone, [[07700 900 613]], lies in the kitchen and rings all night.
advert | The wording was taken from [[cityescape.example/ads/bonnie_blue_bd]] and pasted elsewhere.
advert | The wording was taken from [[bonnie blue bd]] and pasted elsewhere.
advert | The wording was taken from [[bonniebluebd]] and pasted elsewhere.
advert | The wording was taken from [[b0nnie_blu3_bd]] and pasted elsewhere.
advert | The wording was taken from [[bonnie dash blue dash bd]] and pasted elsewhere.
advert | Complaints to [[paloma.relax@inbox.example]] are answered within the hour by a man.
advert | Complaints to [[paloma dot relax at inbox dot example]] are answered within the hour by a man.
advert | Complaints to [[palomarelax(at)inbox.example]] are answered within the hour by a man.
advert | Complaints to [[paloma.relax]] are answered within the hour by a man.
advert | He renewed ad [[663401]] three days running.
advert | He renewed ad [[66 34 01]] three days running.
advert | He renewed [[velours.example/girl/663401]] three days running.
advert | The followers of [[@tink.wishes]] were sent a price list.
advert | The followers of [[tinkwishes]] were sent a price list.
advert | The followers of [[tink wishes on Insta]] were sent a price list.
advert | He lost the password of [[goldie-dreams]] and made a copy of it.
advert | He lost the password of [[G0ldie Dr3ams]] and made a copy of it.
advert | He lost the password of [[OnlyFans: goldiexx]] and made a copy of it.
address | The rent book shows [[3F2, 19 Dalhousie St]] under the name of a dead man.
address | The rent book shows [[19/3F2 Dalhousie]] under the name of a dead man.
address | The rent book shows [[Dalhousey Street, third floor right]] under the name of a dead man.
address | The rent book shows [[G49ZZ]] under the name of a dead man.
address | The rent book shows [[golf four nine zulu zulu]] under the name of a dead man.
address | A locksmith was called to [[64C Primrose Bank]] twice in May.
address | A locksmith was called to [[flat c on Primrose Bank]] twice in May.
address | A locksmith was called to [[Prim Rose Bank, number sixty-four]] twice in May.
address | Mattresses were carried into [[Sandringham Wks]] by two men with a trolley.
address | Mattresses were carried into [[8, Tanner La.]] by two men with a trolley.
address | Mattresses were carried into [[the unit behind the tile shop on Tanner Lane]] by two men with a trolley.
address | Off season the group falls back on [[Willow Cott.]] and its garden shed.
address | Off season the group falls back on [[27 Chapel Hl]] and its garden shed.
address | Off season the group falls back on [[the cottage at the top of Chapel Hill]] and its garden shed.
address | Two people share a bed [[in the attic over the tattoo shop]], where the heating is off.
address | Two people share a bed [[in number 31, the one with a ramp]], where the heating is off.
address | Two people share a bed [[in the last house on the left before the allotments]], where the heating is off.
address | Two people share a bed [[round the back of the Lidl]], where the heating is off.
address | Customers are told to walk [[past the war memorial and take the second gate]].
address | Customers are told to walk [[to the red-brick house that backs onto the cricket club]].
address | Customers are told to walk [[to the door between the kebab shop and the bookies]].
address | Customers are told to use [[the side entrance, code C1357]].
address | She is locked into [[room 9 at the Bellevue Guest House]] from Friday to Monday.
nationality | The women in the Burnley flat are [[Polish]] and are paid in vouchers.
nationality | One [[Moroccan]] woman in Walsall is made to pay for a visa that does not exist.
nationality | The [[Lithuanian]] worker in Glasgow has had her card taken from her.
nationality | Near the pier in Skegness he keeps a woman who came [[from Ukraine]] last year.
nationality | A [[Brazilian national]] in the Walsall unit sleeps beside the boiler.
nationality | He exploits a [[Pakistani]] woman in Nelson by threatening to tell her family.
nationality | There is one [[Bulgarian]] among those held at the farm near Boston.
nationality | The [[Moldovan]] mother of two at the cottage is not allowed to telephone.
nationality | He found work for a woman [[from Senegal]] in Partick and kept her wages.
nationality | In the sauna on the Gallowgate works a [[Filipina]] whose contract he holds.
nationality | A student [[from Lagos]] is made to work weekends in a Salford flat.
nationality | The [[Viet]] girl in the Bootle nail bar is moved at night.
nationality | Her [[Czech]] passport lies in his safe in Luton.
nationality | He charges the [[Colombian]] in the Hove flat for using the shower.
nationality | A [[Kurdish]]-speaking woman is kept behind a shop in Accrington.
speech | [[The lady in question was clear that]] the younger brother gives the orders.
speech | What follows was [[passed to the outreach nurse by a worker at the sauna]].
speech | [[One girl got word to the project]] that the doors are locked from outside.
speech | [[She broke down when]] the name of the driver was mentioned.
speech | [[The occupant of the top room was heard to say]] that she owes nine thousand.
speech | The driver is called Mick, [[she's certain of that]].
speech | [[Having shared a flat with him for a year, she]] knows his habits.
speech | [[The person reporting has lived]] with the older brother.
speech | [[In a conversation on the doorstep]] the name of the landlord was given.
speech | [[She was reluctant to speak while he was there]], and it was done by note.
speech | [[Several of the women told the same story]] of a trip to the coast.
speech | [[The complainant is of the opinion that]] the police are paid.
speech | A second phone exists, [[as was mentioned to the interpreter]].
speech | [[She can draw]] the layout of the cellar.
speech | [[This was said in tears]], and the officer believed it.
speech | [[A trusted contact in the house]] counts about forty customers a day.
speech | [[The cleaner let slip]] that a delivery of beds is due.
speech | He is on the way back from Spain, [[according to his ex]].
speech | [[She heard him on the phone]] to somebody called Dex.
speech | [[The mother of one of the girls rang]] to say that money is being demanded.
speech | [[Witness 1 puts him]] at the flat on both days.
speech | [[She has since retracted]] what was said about the knife.
speech | [[What she fears]] is a visit to her parents.
speech | The plate was [[written down for us by a resident]].
speech | [[He doesn't know that she speaks English]], and he talks freely.
speech | “[[If you leave I will burn the house]]” were his words.
speech | [[She showed a scar]] on her arm and named the brother.
speech | [[She's the only English girl in the place]] and is used to answer the phone.
speech | [[It was put to her that]] he is violent, and there was a nod.
speech | [[My understanding from her is]] that he is in debt himself.
speech | [[We spoke at length]] and the account was consistent.
speech | [[A welfare call to the address elicited]] the name of the owner.
speech | [[The caller would only say that]] he drives a red van.
speech | [[The victim's sister is willing to]] give a statement.
speech | [[She feels that]] the older brother would not hurt anybody.
speech | [[A girl who got away]] describes bars on the window.
speech | [[Info received via the maid]]: second safe in wardrobe.
speech | [[She asked that]] nobody call at the house.
speech | [[Only those who have worked there]] would know about the hatch.
speech | [[He shouted at her that]] she would be sent home in a box.
speech | [[The escort who rents the room below complains of]] screams at night.
speech | [[She puts the takings at]] two thousand a night.
speech | [[On being shown a photograph she picked]] the second man.
time | The shutters went up [[at 06:10]] and two people were put into a van.
time | The shutters went up [[at ten past six]] and two people were put into a van.
time | The shutters went up [[at 6.10am on the 4th]] and two people were put into a van.
time | The shutters went up [[just as the milk float passed]] and two people were put into a van.
time | He slapped the woman [[at 2345 on Saturday]], by the till.
time | He slapped the woman [[at quarter to twelve on Saturday night]], by the till.
time | He slapped the woman [[fifteen minutes before midnight]], by the till.
time | He slapped the woman [[during the interval of the match]], by the till.
time | The safe was emptied [[at half one]] by the nephew.
time | The safe was emptied [[at 13:30:00]] by the nephew.
time | The safe was emptied [[at 1330h]] by the nephew.
time | The safe was emptied [[right after the funeral]] by the nephew.
time | A customer was robbed [[at three in the morning on 9 August]] in the hall.
time | A customer was robbed [[on 9 August at 3.04]] in the hall.
time | A customer was robbed [[at four minutes past three]] in the hall.
time | A customer was robbed [[the night of the power cut]] in the hall.
time | The tickets were bought [[at 17.22 hrs]] from a machine.
time | The tickets were bought [[at five twenty-two pm]] from a machine.
time | The tickets were bought [[on her birthday, at noon sharp]], from a machine.
time | He rang the house [[on the hour, at nine, ten and eleven]], to count them.
plate | The debt was settled with a car, [[WR67 JYD]], which he has since sold.
plate | The debt was settled with a car, [[wr67jyd]], which he has since sold.
plate | The debt was settled with a car, [[WR 67 J Y D]], which he has since sold.
plate | The debt was settled with a car, [[whiskey romeo six seven juliet yankee delta]], which he has since sold.
plate | In the yard is [[A14 TNK]], without wheels.
plate | In the yard is [[AI4TNK]], without wheels.
plate | In the yard is a Micra, part plate [[TNK]], without wheels.
plate | The tracker was found under [[PJ22LLE]] by a mechanic.
plate | The tracker was found under [[PJ-22-LLE]] by a mechanic.
"""
