"""An eighth set of leaks, written whole after the rules had been mended on the seventh.

In other registers than those before: formal police prose with its abbreviations, text messages,
transcripts, and the English of Scotland, the North and Wales. Its people, streets, pages and plates
are its own. Nothing was changed after the first run, whose figure is in `docs/measured.md`.
"""

KNOWN = """
name | Daniela Munteanu
name | Cherry
name | Lyudmyla Bondarenko
name | Pearl
name | Kanya Phromsri
name | Zhang Qiaoling
name | Misty
name | Rania Haddad
name | Eleftheria Pappas
name | Thais Figueiredo
name | Coral
name | Malgorzata Zielinska
name | Oluwakemi Adeyemi
name | Tasha
name | Kirsty McAllister
name | Zornitsa Petkova
name | Marisol Quispe
name | Dang Thu Trang
name | Eszter Kovacs
name | Selamawit Tesfaye
number | 07700 900271
number | 07700 900648
number | +48 500 555 093
number | 0161 496 0388
number | 0131 496 0712
number | 07700 900836
advert | https://velvetlist.example/e/cherry-gla-6617
advert | https://northnights.example/ad/7740236
advert | pearl.private@quickpost.example
advert | @misty_mcr
advert | https://citycompanions.example/listing/coral-brasil-339
address | Flat 2/1, 71 Allanton Street, Glasgow G41 9ZZ
address | 19 Scarcroft Row, Bolton BL1 9ZY
address | 5a Heol Bedw, Swansea SA1 9ZX
address | Unit 4, The Maltings, 22 Cask Lane, Burton DE14 9ZY
plate | SD19 KNY
plate | YK70 LMU
plate | P44 ARL
"""

LEAKS = """
name | Nom 1 retains the ID card of [[MUNTEANU]] and refuses to return it.
name | Nom 1 retains the ID card of [[Даниела]] and refuses to return it.
name | Nom 1 retains the ID card of [[D. Muntyanu]] and refuses to return it.
name | Nom 1 retains the ID card of [[Danni]] and refuses to return it.
name | He gies [[Cherrie]] twenty quid and keeps the lave.
name | He gies [[Sherry]] twenty quid and keeps the lave.
name | He gies [[C H E R R Y]] twenty quid and keeps the lave.
name | He has tekken a bank card off [[Людмила]] and draws on it.
name | He has tekken a bank card off [[Ludmilla Bondarenco]] and draws on it.
name | He has tekken a bank card off [[Liuda]] and draws on it.
name | He has tekken a bank card off [[Perl]] and draws on it.
name | Bookings for [[กันยา]] are taken by the uncle.
name | Bookings for [[Kanja]] are taken by the uncle.
name | Bookings for [[Ganya Promsri]] are taken by the uncle.
name | The fee for bringing [[张巧玲]] was put at £21,000.
name | The fee for bringing [[Qiao Ling]] was put at £21,000.
name | The fee for bringing [[Chang Chiao-ling]] was put at £21,000.
name | Punters ask for [[M1sty]] and are sent up.
name | Punters ask for [[Mysti]] and are sent up.
name | Re [[رانيا]]: the suspect has burned her clothes.
name | Re [[Ranya Hadad]]: the suspect has burned her clothes.
name | Re [[R.H.]]: the suspect has burned her clothes.
name | The brothers hit [[Ελευθερία]] and then left for Athens.
name | The brothers hit [[Elefteria]] and then left for Athens.
name | The brothers hit [[Ria Papas]] and then left for Athens.
name | [[Taís Figueredo]] is charged £70 a night for a mattress.
name | [[Corrall]] is charged £70 a night for a mattress.
name | The suspect tells [[Gosia]] what to wear.
name | The suspect tells [[Małgorzata]] what to wear.
name | The suspect tells [[Margaret Zelinska]] what to wear.
name | He phones the family of [[Kemi]] to frighten them.
name | He phones the family of [[Oluwakemmi]] to frighten them.
name | He phones the family of [[Adeyemmi]] to frighten them.
name | Aye, an he cawed [[Kirstie]] a thief afore the hale close.
name | Aye, an he cawed [[Mac Allister]] a thief afore the hale close.
name | The ticket was booked for [[Зорница]] by the subject.
name | The ticket was booked for [[Zornica]] by the subject.
name | A tooth of [[Mari Sol]] was broken by the driver.
name | A tooth of [[Kispe]] was broken by the driver.
name | The landlord locks out [[Đặng Thu Trang]] when rent is late.
name | The landlord locks out [[Chang, also spelt Trang]] when rent is late.
name | The landlord locks out [[Ester Kovach]] when rent is late.
name | The landlord locks out [[ሰላማዊት]] when rent is late.
name | The landlord locks out [[Selam]] when rent is late.
number | O/P phone for bookings is [[07700 900271]].
number | O/P phone for bookings is [[0 7 7 0 0 9 0 0 2 7 1]].
number | O/P phone for bookings is [[077OO 9OO271]].
number | O/P phone for bookings is [[(07700) 900-271]].
number | txt him n say ur a m8 of gaz, [[07700 900 six four eight]]
number | txt him n say ur a m8 of gaz, [[0double7 double0 9double0 648]]
number | txt him n say ur a m8 of gaz, [[+44.7700.900.648]]
number | txt him n say ur a m8 of gaz, [[its 900648 at the end]]
number | Contact abroad uses [[+48 500-555-093]] on WhatsApp.
number | Contact abroad uses [[0048500555093]] on WhatsApp.
number | Contact abroad uses [[pięć zero zero pięć pięć pięć zero dziewięć trzy]] on WhatsApp.
number | The sauna can be booked on [[0161 496 0388]] by day.
number | The sauna can be booked on [[0161/4960388]] by day.
number | The sauna can be booked on [[oh one six one, four nine six, oh three double eight]] by day.
number | The sauna can be booked on [[496 0388 with the Manchester code]] by day.
number | The flat in Leith has [[0131 496 0712]] for its line.
number | The flat in Leith has [[٠١٣١ ٤٩٦ ٠٧١٢]] for its line.
number | The flat in Leith has [[0131 four-nine-six oh-seven-twelve]] for its line.
number | A note said [[07700]] on one side and [[900836]] on the other.
number | A note said [[zero seventy-seven hundred, nine hundred, eight three six]].
number | A note said [[07700900836]].
advert | Subject administers [[velvetlist.example/e/cherry-gla-6617]].
advert | Subject administers [[hxxps://velvetlist[.]example/e/cherry-gla-6617]].
advert | Subject administers [[cherry gla 6617]].
advert | Subject administers [[the velvetlist page of a girl called cherry, 6617]].
advert | Reviews were bought for [[7740236]].
advert | Reviews were bought for [[ad. 774-0236]].
advert | Reviews were bought for [[northnights (dot) example/ad/7740236]].
advert | Email was sent to [[pearl.private@quickpost.example]].
advert | Email was sent to [[pearl dot private at quickpost]].
advert | Email was sent to [[pearlprivate]].
advert | Her insta is [[misty_mcr]] but he posts on it.
advert | Her insta is [[misty underscore mcr]] but he posts on it.
advert | Her insta is [[M!sty_mcr]] but he posts on it.
advert | He bumps [[coral-brasil-339]] at all hours.
advert | He bumps [[Coral Brasil 339]] at all hours.
advert | He bumps [[citycompanions dot example slash listing]] at all hours.
advert | A second profile, [[snap: lilmissx22]], has the same pictures.
advert | A second profile, [[t.me/rosie_afterdark]], has the same pictures.
address | Entry to be via [[71 Allanton St]] rear.
address | Entry to be via [[flat 2/1 at number 71]] rear.
address | Entry to be via [[Allantoun Street]] rear.
address | Entry to be via [[seventy wan Allanton]] rear.
address | It's up the [[third close past the chippy]], ye cannae miss it.
address | It's [[two up on the left]], ye cannae miss it.
address | It's [[the hoose wi the red gate]], ye cannae miss it.
address | The lasses are kept at [[19 Scarcroft Row]].
address | The lasses are kept at [[Scarcroft, no. 19]].
address | The lasses are kept at [[Scar Croft Row]].
address | The lasses are kept at [[BL1  9zy]].
address | The lasses are kept [[down t'ginnel aside o' t'chip shop]].
address | The lasses are kept [[next door but one to the Labour club]].
address | He has a key for [[5a Heol Bedw]].
address | He has a key for [[Heol y Bedw]].
address | He has a key for [[the terrace by the rugby club with the dragon on the door]].
address | He has a key for [[a flat over by there, above the Spar]].
address | Beds were taken to [[Unit 4 at the Maltings]].
address | Beds were taken to [[Cask Ln]].
address | Beds were taken to [[22 Cask Lane]].
address | Beds were taken to [[DE14 9 ZY]].
address | Trap phone pinged [[53.5790, -2.4290]].
address | Trap phone pinged [[///table.lamp.chair]].
address | Where they work is [[the only house on that side with a loft window]].
address | Where they work is [[the last caravan before the sea wall]].
address | Where they work is [[in the rooms at the rear of the Star of Punjab]].
address | Where they work is [[behind the tyre place, through the blue gates]].
address | Get off at [[the second tram stop after the university and cross over]], it's there.
nationality | IC1 [[Latvian]] female works from the Burton address.
nationality | There is a wee [[Hungarian]] lassie in Govanhill that he pimps.
nationality | He moved the [[Peruvian]] lady from Bolton to Salford.
nationality | Both females are [[from Vietnam]] and neither has been out of the Swansea flat.
nationality | Subject has charge of an [[Eritrean]] national in Leith.
nationality | There's a [[Brazillian]] up by Deansgate he takes half off.
nationality | He speaks to the [[Portugese]] one in Burton with contempt.
nationality | The flat by the Mumbles is where he keeps the [[Polish]] lady.
nationality | A female with a [[Lagos]] accent was hit in the shop in Bury.
nationality | She comes from [[Lublin]] and is at the Swansea house.
nationality | He says the [[Jordanian]] at Partick owes him.
nationality | The worker in Farnworth is [[a Bulgarian Turk]] and is not paid.
speech | [[IP1 states that]] SUSPECT 1 has access to an imitation firearm.
speech | SUSPECT 1 has access to an imitation firearm [[as per IP's initial account]].
speech | [[F1 stated]] he keeps it in the boiler cupboard.
speech | [[Wit 2 puts]] him at the locus on three dates.
speech | [[O/P female intimated]] he would be back on Sunday.
speech | [[Source comment: the female is]] frightened.
speech | [[Info rec'd from a lassie]] in the close.
speech | [[The wee lassie telt us]] he batters them.
speech | [[She wis greetin]] when his name came up.
speech | [[Ah heard it aff her]] that he's moving them.
speech | [[Our lass in there says]] he's off to Spain.
speech | [[Her were right upset]] and said nowt else.
speech | [[She were saying]] he'd a gun in t'van.
speech | [[A girl who lives by there do say]] he is moving house.
speech | [[She told the nurse, like]], that he has two phones.
speech | [[Q. Who has the keys? A. He does, he never lets us have them.]]
speech | [[“i cant leave he has my passport”]]
speech | [[f said hes got 2 phones]]
speech | spk 2 girl l8, [[she reckons]] tony runs it.
speech | [[her m8 told me]] he carries.
speech | The suspect, [[on the female's account]], has a brother in Preston.
speech | [[It is the complainer's position that]] the accused holds her wages.
speech | [[The accused uttered threats to the complainer]].
speech | [[The informant, who resides at the locus]], provided the code.
speech | [[VP (vulnerable person) disclosed]] he has a machete.
speech | [[PVP has indicated]] the takings go to a cousin.
speech | [[Female occupant volunteered]] his nickname.
speech | [[Having built a rapport]] over several weeks it was learned he is armed.
speech | [[Anon female caller via 101]] gives the name Gaz.
speech | [[A resident of the brothel]] counted nine men on Friday.
speech | [[She keeps a note of what he takes]].
speech | [[He makes her count the money]] in front of him.
speech | [[One lady, speaking through Language Line]], gave his name.
speech | [[The above was obtained during a safe-and-well visit]].
speech | [[Please protect the female]] as he will know.
speech | [[If asked, it did not come from her]].
speech | [[The lass in the back bedroom]] has seen the gun.
speech | [[Only the two of them were in the car]] when he made the remark.
time | SUSPECT 1 attended [[at 1842 hours]] and removed cash.
time | SUSPECT 1 attended [[@ 6.42pm]] and removed cash.
time | SUSPECT 1 attended [[at about twenty to seven]] and removed cash.
time | SUSPECT 1 attended [[at the back o six]] and removed cash.
time | He cam in [[at hauf seven]] on the Tuesday.
time | He was there [[while the one o'clock gun went off]].
time | He collects [[every night at ten past ten]].
time | He collects [[at 22:10]] without fail.
time | He hit the driver [[during the second half of the derby]].
time | He hit the driver [[03/05/26 0115]].
time | He hit the driver [[as the last tram left]].
time | He hit the driver [[on the Tuesday at quarter past four]].
plate | He keeps the keys of [[SD19 KNY]].
plate | He keeps the keys of [[S D 1 9 K N Y]].
plate | He keeps the keys of [[the wee Corsa, SD19...KNY]].
plate | He followed [[YK70LMU]] home twice.
plate | He followed [[yankee kilo seven zero lima mike uniform]] home twice.
plate | He followed [[YK7O LMU]] home twice.
plate | The tyres of [[P44ARL]] were cut.
plate | The tyres of [[P44 arl]] were cut.
"""
