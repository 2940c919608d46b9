"""A fourth set of leaks, written whole after the rules had been mended on the third.

It has people, streets, pages and plates of its own, and other turns of phrase; nothing in it was
changed after the first run. Made as the third set was; its first figure is in `docs/measured.md`.
"""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

KNOWN = """
name | Zornitsa Ivanova
name | Nina
name | Anca Dumitrescu
name | Ruby
name | Pimchanok Saetang
name | Som
name | Wang Lihua
name | Cici
name | Layla Karimi
name | Jasmin
name | Dimitra Georgiou
name | Yolanda Quispe
name | Valeria
name | Weronika Jablonska
name | Funmilayo Balogun
name | Crystal
name | Stacey Ogden
name | Kiki
name | Galyna Tkachenko
name | Viktória Horváth
name | Le Thi Bich
name | Marisol Vega
number | 07700 900283
number | 07700 900746
number | +359 888 555 209
number | 0151 496 0381
number | 07700 900035
number | 07700 900907
advert | https://lounge-ads.example/profile/ruby.red.hull
advert | jasmin_privat@postbox.example
advert | https://nightguide.example/listing/902718
advert | kiki.and.friends
advert | https://sweetmeets.example/u/valeria-vip
address | Flat 9, Brunswick Mansions, 212 Anlaby Way, Hull HU3 9ZY
address | 5a Corbridge Terrace, Gateshead NE8 9ZX
address | The Coach House, 77 Wellington Parade, Wallasey CH45 9ZZ
address | 138b Oakfield Rd, Middlesbrough TS4 9ZY
plate | SL70 HRV
plate | BD13 NUC
plate | KM08 OTG
"""

LEAKS = """
name | Whoever drives takes [[Зорница]] to three hotels in one night.
name | The ledger shows [[Zornica]] owing £4,000 in June.
name | The ledger shows [[Zorni]] owing £4,000 in June.
name | One payment was marked [[Ивaнова]] and crossed out.
name | One payment was marked [[Iwanowa]] and crossed out.
name | He threatened to send pictures of [[Aнка]] to her village.
name | He threatened to send pictures of [[Anka Dumitresku]] to her village.
name | He threatened to send pictures of [[Ms Dumitriescu]] to her village.
name | The larger room is let to [[Rubie]] at double rates.
name | The larger room is let to [[R-u-b-y]] at double rates.
name | Fees for the journey of [[พิมพ์ชนก]] were never written down.
name | Fees for the journey of [[Pim]] were never written down.
name | Fees for the journey of [[Pimchanoke Sae-Tang]] were never written down.
name | The controller hit [[王丽华]] in front of a customer.
name | The controller hit [[Li Hua Wang]] in front of a customer.
name | The controller hit [[Lee-hwa]] in front of a customer.
name | Money meant for [[ليلى]] goes to his sister.
name | Money meant for [[Leyla Kareemi]] goes to his sister.
name | Money meant for [[کریمی]] goes to his sister.
name | Men ask for [[Yasmine]] by name on the phone he holds.
name | He has burnt the papers of [[Δήμητρα]] in the yard.
name | He has burnt the papers of [[Dhimitra Yeoryiou]] in the yard.
name | He has burnt the papers of [[Dimi]] in the yard.
name | A coach ticket for [[Iolanda Kispe]] was paid for in cash.
name | A coach ticket for [[Joland]] was paid for in cash.
name | He wants £700 more from [[Walerija]] before she may stop.
name | The flat is cleaned by [[Veronica Yablonska]], whom he does not pay.
name | The flat is cleaned by [[Вероника]], whom he does not pay.
name | The brothers fought over [[Funmi]] and a car.
name | The brothers fought over [[Funmilayor]] and a car.
name | The brothers fought over [[Krystal]] and a car.
name | He writes the messages of [[Stacy]] himself.
name | He writes the messages of [[S.O.]] himself.
name | He writes the messages of [[5tacey]] himself.
name | Her bank card, in the name [[Halyna Tkatchenko]], is in his wallet.
name | Her bank card, in the name [[Галина]], is in his wallet.
name | Her bank card, in the name [[Viki Horvat]], is in his wallet.
name | The van has room for [[Bích]] and one other.
name | The van has room for [[Mari-Sol]] and one other.
name | The van has room for [[Marysol de la Vega]] and one other.
number | Bookings are taken on [[077009 00283]] by a man.
number | Bookings are taken on [[0044 (0)7700 900 283]] by a man.
number | Bookings are taken on [[zero seven seven, zero zero nine, double zero two, eight three]] by a man.
number | Bookings are taken on [[O7700 9OO 283]] by a man.
number | The card in the phone box reads [[07700/900/746]] in red.
number | The card in the phone box reads [[o-seven-seven-o-o nine-o-o seven-four-six]] in red.
number | The card in the phone box reads [[٠٧٧٠٠ ٩٠٠٧٤٦]] in red.
number | The card in the phone box reads [[07700 nine hundred 746]] in red.
number | A foreign number, [[+359 (0)888 555 209]], is used to give orders.
number | A foreign number, [[888-555-209]], is used to give orders.
number | A foreign number, [[triple eight triple five two oh nine]], is used to give orders.
number | A foreign number, [[00359 88 85 55 209]], is used to give orders.
number | The house phone is [[0151 496 O381]] and is answered in a whisper.
number | The house phone is [[4960381]], after the code for the city.
number | The house phone is [[oh one five one, four nine six, oh three eight one]].
number | The contract he pays ends in [[900035]] and was taken out in May.
number | The contract he pays ends in [[nine double oh, oh three five]] and was taken out in May.
number | The contract he pays is for [[0770 0900 035]] since May.
number | The handset taken from her has the number [[07 70 09 00 90 7]].
number | The handset taken from her has the number [[zero sept sept zero zero neuf zero zero neuf zero sept]].
number | The handset taken from her has the number [[07_700_900_907]].
number | He also made her buy [[07700 900 441]] in a supermarket.
advert | A man pays for [[lounge-ads.example/profile/ruby.red.hull]] by prepaid card.
advert | A man pays for [[ruby red hull]] on a well known site by prepaid card.
advert | A man pays for [[rubyredhull]] by prepaid card.
advert | A man pays for [[RUBY_RED_HULL]] by prepaid card.
advert | A man pays for [[lounge-ads (dot) example (slash) profile (slash) ruby red hull]] by prepaid card.
advert | All mail to [[jasmin_privat@postbox.example]] is read by him.
advert | All mail to [[jasmin underscore privat at postbox]] is read by him.
advert | All mail to [[jasminprivat [at] postbox.example]] is read by him.
advert | The listing, [[902718]], has used the same pictures since May.
advert | The listing, [[no. 90 27 18]], has used the same pictures since May.
advert | The listing on [[nightguide dot example]] has used the same pictures since May.
advert | Pictures were put on [[kiki.and.friends]] without leave.
advert | Pictures were put on [[kiki and friends]] without leave.
advert | Pictures were put on [[k1ki.and.fr1ends]] without leave.
advert | He set up [[valeria-vip]] and keeps the password.
advert | He set up [[Valeria V.I.P.]] and keeps the password.
advert | He set up [[www.sweetmeets.example/u/valeria-vip]] and keeps the password.
advert | Customers write to [[hotcandy77 on Snapchat]] and he answers.
advert | Customers write to [[@candygirl_hull]] and he answers.
address | The pair collect from [[Flat nine, Brunswick Mansions]] each Friday.
address | The pair collect from [[Brunswik Mansion, number 9]] each Friday.
address | The pair collect from [[212 Anlaby]] each Friday.
address | The pair collect from [[HU3-9ZY]] each Friday.
address | The pair collect from [[h u 3 9 z y]] each Friday.
address | Keys are handed over at [[5A Corbridge Tce]] by a boy.
address | Keys are handed over at [[Corbridge Terr.]] by a boy.
address | Keys are handed over at [[five a Corebridge Terrace]] by a boy.
address | Two women sleep in the [[coach house behind Wellington Parade]].
address | Two women sleep at [[The Coachhouse]], which he owns.
address | Two women sleep at [[seventy-seven Wellington Pde]], which he owns.
address | The takings are counted at [[138 B Oakfield Road]] after closing.
address | The takings are counted [[above the bakery on Oakfield Road]] after closing.
address | The takings are counted in [[Oak Field Rd]] after closing.
address | The takings are counted at [[Оукфилд]] after closing.
address | The house has [[a yellow skip outside and a broken gate]].
address | The house is the [[third on the left past the mosque]].
address | The house is [[the one with the stone lions]].
address | The house is [[next to the vet's]] and has no number.
address | She is kept [[over the bookmaker's, up the fire escape]].
address | She is kept in [[room 212 of the budget hotel by the station]].
address | She is kept in [[the cellar of the old post office]].
address | Visitors ring [[the bottom bell]] twice.
address | Visitors use [[key safe code 1904]] to get in.
address | Visitors wait [[at the bus stop facing the house]] until he waves.
nationality | A [[Bulgarian]] woman is moved between Hull and Goole by the pair.
nationality | The new arrival in Gateshead is [[Thai]] and owes him the fare.
nationality | He collected her, a [[Peruvian]], from a hostel in Leeds.
nationality | In the Wallasey house a woman [[from Nigeria]] is made to work through illness.
nationality | In the Middlesbrough house lives one [[Slovak]] whom he calls his property.
nationality | The worker in Hull, who speaks only [[Mandarin]], cannot read what she signed.
nationality | His cousin brought a [[Vietnamese]] girl to a nail bar in Crewe and then to him.
nationality | The [[Ukrainian refugee]] he houses in Stockport pays in kind.
nationality | He sells time with a [[Persian]] woman near the docks in Birkenhead.
nationality | She was born in [[Transylvania]] and is held at a farm outside Selby.
nationality | A [[Hungarian]]-speaking woman answers the door in Gateshead when he is away.
nationality | The lodger, an [[Albanian national]], is locked in at night in Leith.
nationality | The two [[Brazilians]] in the seafront flat hand over everything.
nationality | A [[Kenyan]] student in Preston is made to work off a loan.
nationality | She is the only one of [[Greek Cypriot]] birth in the Palmers Green parlour.
speech | [[It came from the lass who does the laundry there]].
speech | [[The lady was shaking as she described]] the night of the fire.
speech | [[She let it be known that]] a second van exists.
speech | [[A person living at the premises has said]] that there is a gun.
speech | [[The aggrieved says]] he took the phone and the passport.
speech | He runs three houses, [[she reckons]].
speech | He has a key to every room. [[She has seen it]].
speech | [[Our source]] puts the takings at £3,000 a night.
speech | [[She's adamant]] that the driver is called Pete.
speech | [[When we last visited, one of the girls took us aside]].
speech | [[What she is most afraid of]] is that her child will be found.
speech | [[As told to the nurse at the clinic]], he burns them with cigarettes.
speech | [[Whilst being treated, she disclosed]] that the boss keeps a ledger.
speech | [[The above is from her own mouth]].
speech | [[The informant, who lives on site]], has keys.
speech | [[Her flatmate backs this up]].
speech | [[She will deny having said this]].
speech | [[He confided in her]] that he has a flat abroad.
speech | [[She overheard]] the two men planning to leave.
speech | [[She can hear]] them counting money through the wall.
speech | [[I asked the maid]], and the answer was two hundred a night.
speech | [[A neighbour's daughter who cleans there saw]] the safe open.
speech | [[From what the girls say]], he will be back at Easter.
speech | [[All the women there agree that]] the younger brother is worse.
speech | Nobody is allowed out on Sundays. [[Told to officers in confidence]].
speech | “[[He takes my money and my phone]]” is how it is put.
speech | [[She is the only one with a key to the back room]], where the money is.
speech | [[The young woman who was in hospital in May]] can name him.
speech | [[Because she shares a bed with him]], the detail is good.
speech | [[The receptionist's version is that]] he never pays.
speech | [[It emerged while talking with her]] that he has a brother.
speech | [[Victim 2 has provided]] a description of the driver.
speech | [[She would like it known that]] he threatened her dog.
speech | [[The caller, a female who did not leave her name, alleged]] that he has a knife.
speech | [[In tears, she]] pointed at a picture of the older man.
speech | [[According to an ex-worker]], the books are kept in code.
speech | [[The one who left last month says]] he still phones.
speech | [[Someone on the inside]] has seen the plates being changed.
speech | [[She claims he]] pays an officer.
speech | The driver’s name was given [[by the woman herself]].
speech | [[She doesn't trust him]] with the money.
speech | [[We have this from a punter who sees her weekly]].
speech | [[Mrs Quispe remembers]] the name of the bank.
time | The van left [[at 05:52]] with three people.
time | The van left [[at eight minutes to six]] with three people.
time | The van left [[at 5.52 a.m.]] with three people.
time | The van left [[at 0552hrs]] with three people.
time | The van left [[as the street lights went off]] with three people.
time | He struck the younger man [[at half past ten on Friday]].
time | He struck the younger man [[at half ten]] on the stairs.
time | He struck the younger man [[at 22h30]] on the stairs.
time | He struck the younger man [[at ten thirty p.m.]] on the stairs.
time | The delivery comes [[at exactly 11]] every Monday.
time | The delivery comes [[at eleven on the dot]] every Monday.
time | The delivery comes [[just before the morning break at the primary school]] on Mondays.
time | The threat was made [[on 2 June at 19:05]] by the bins.
time | The threat was made [[on 02.06.26 at 7.05]] by the bins.
time | The threat was made [[at five past seven]] by the bins.
time | The threat was made [[twenty minutes after the ambulance left]] by the bins.
time | The threat was made [[during her driving test]] by phone.
time | The men met [[at nineteen hundred hours]] in the car park.
time | The men met [[at seven that evening]] in the car park.
time | The men met [[at a quarter to one in the night]] in the car park.
time | The men met [[between 00:40 and 00:55]] in the car park.
time | The men met [[at noon precisely]] in the car park.
plate | He has taken [[SL70 HRV]] as payment for a debt.
plate | He has taken [[SL70-HRV]] as payment for a debt.
plate | He has taken [[sl7o hrv]] as payment for a debt.
plate | He has taken the car [[sierra lima seven zero hotel romeo victor]] as payment.
plate | Parked beside it was [[BD 13 NUC]], with a flat tyre.
plate | Parked beside it was [[BDI3NUC]], with a flat tyre.
plate | Parked beside it was a car ending [[NUC]], with a flat tyre.
plate | The scooter [[KM08OTG]] is kept in his yard.
plate | The scooter [[K M 0 8 O T G]] is kept in his yard.
plate | The scooter with plate [[KMO8 0TG]] is kept in his yard.
"""
