"""A third set of leaks, written whole by hand before the rules were run on any line of it.

Each line is a kind, a bar, and a text as an officer might write it, with what gives somebody away
in double brackets. People, streets, pages and number plates are invented; the numbers are from the
ranges kept free for drama. Its figure at first sight stands in `docs/measured.md`.
"""

KNOWN = """
name | Oksana Hrytsenko
name | Mila
name | Desislava Petrova
name | Amber
name | Siriporn Chaiyasit
name | Ploy
name | Li Xiaoyan
name | Sunny
name | Maryam Hosseini
name | Sara
name | Eirini Papadaki
name | Rena
name | Joelma Nascimento
name | Bruna
name | Agnieszka Zielinska
name | Ngozi Adeyemi
name | Princess
name | Chloe Hartley
name | Lexi
name | Tsvetelina Dimitrova
name | Zara
name | Dao Thi Lan
number | 07700 900611
number | 07700 900372
number | +40 721 555 018
number | 0161 496 0774
number | 07700 900158
advert | https://velvet-list.example/p/mila-55210
advert | amber.desi@mailbox.example
advert | https://escortpages.example/profile/bruna_bh
advert | @lexi_after_dark
advert | https://cityrooms.example/ad/730094
address | Flat 3b, 41 Thornbury Street, Bradford BD3 8ZZ
address | Flat 12, Castlegate House, 9 Wharf Road, Sheffield S3 8ZQ
address | 86 Ferncliffe Avenue, Keighley BD21 5ZX
address | Room 4, 17a Elmwood Road, Rotherham S60 2ZJ
plate | YK19 XDP
plate | FN65 WRA
plate | R452 KVN
"""

LEAKS = """
name | Takings from [[Оксана]] are handed over every Sunday night.
name | He calls the woman he controls [[Ксюша]] in front of the others.
name | The debt of [[Гриценко]] stands at nine thousand pounds.
name | A woman he calls [[Hritsenko]] is moved between two towns.
name | Both men talk about [[Oxanna]] as if she belonged to them.
name | The driver waits for [[Desi]] outside the parlour.
name | Cash is collected from [[Десислава]] by the younger brother.
name | The bookings of [[Deseslava]] are made by him.
name | The passport of [[D. Petrova]] is kept in his office.
name | The men refer to [[Ambar]] as their best earner.
name | He took the phone of [[สิริพร]] in the first week.
name | He took the phone of [[Siriphorn]] in the first week.
name | The older man shouted at [[ชัยสิทธิ์]] over the rent.
name | A debt bond was signed by [[李晓燕]] on arrival.
name | A debt bond was signed by [[Xiao Yan]] on arrival.
name | He messages [[小燕]] through a driver.
name | Payments for [[Hsiao-yen]] go to the same account.
name | The controller has threatened the family of [[مريم]] at home.
name | The controller has threatened the family of [[Mariam Husseini]] at home.
name | A ticket was bought for [[حسینی]] with a stolen card.
name | Rent is taken from [[Ειρήνη]] twice over.
name | Rent is taken from [[Irini]] twice over.
name | They argued about who owns [[Παπαδάκη]] and her earnings.
name | Bookings for [[Joelmar]] are answered by a man.
name | The group sold [[Жоелма]] to a second gang.
name | The money of [[Zielińska]] is sent abroad by him.
name | The money of [[Agniezka]] is sent abroad by him.
name | The boss beat [[N.A.]] for keeping a tip.
name | He moved [[Ngosi]] to the coast last month.
name | The adverts of [[Cloe Heartley]] are written by the same man.
name | He made [[Ch1oe]] delete her messages.
name | The second van carries [[Cvetelina]] and two others.
name | The second van carries [[Цветелина]] and two others.
name | The second van carries [[Tzvetelina Dimitrowa]] and two others.
name | They call her [[Ceca, that is Tsveti]] among themselves.
name | He has hidden the papers of [[Lan Dao]] somewhere.
name | He has hidden the papers of [[Đào Thị Lan]] somewhere.
name | She is listed as [[M I L A]] in his ledger.
number | His customers book through [[07700 900 611]] at all hours.
number | The booking line is [[+44 7700-900-611]] according to a card left in a pub.
number | The booking line is [[oh double seven double oh, nine double oh, six double one]].
number | The number he uses for her is [[O77OO 9OO372]] on the cards.
number | Text messages come from [[07seven00 nine00 three72]] late at night.
number | Anyone who rings [[447700900372]] is put through to the driver.
number | The old card showed a number ending [[0372]] which he still pays for.
number | The phone he pays for is [[0 7 7 0 0 9 0 0 1 5 8]] on a contract.
number | The phone he pays for starts [[07700 and finishes 900158]].
number | The Romanian SIM is [[0040 721 555 018]] and roams.
number | The Romanian SIM is [[0721.555.018]] and roams.
number | The Romanian SIM is [[zero seven two one, triple five, zero one eight]].
number | The landline of the parlour is [[(0161) 4960774]].
number | The landline of the parlour is [[0161-four nine six-0774]].
number | The landline of the parlour is [[o161 496 o774]].
number | The card says [[٠٧٧٠٠٩٠٠١٥٨]] and nothing else.
number | The last six are [[900 158]] and he answers himself.
number | The advert hides it as [[07*700*900*611]] to avoid filters.
number | The advert hides it as [[0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣6️⃣1️⃣1️⃣]] to avoid filters.
number | Calls go to [[07700]] first, then [[900372]].
number | Her second SIM is [[07700 900 984]] and he holds it.
number | He holds a phone for her, [[seven seven double-o nine hundred one fifty-eight]].
advert | Pictures on [[velvet-list.example/p/mila-55210]] were chosen by him.
advert | Pictures on [[velvet list dot example, profile mila 55210]] were chosen by him.
advert | The advert is number [[55210]] on the usual site.
advert | Bookings reach [[amber.desi (at) mailbox (dot) example]] and are read by him.
advert | Bookings reach [[amberdesi at mailbox]] and are read by him.
advert | Bookings reach [[amber [dot] desi [at] mailbox [dot] example]] and are read by him.
advert | He manages the page [[bruna_bh]] from a laptop in his car.
advert | He manages the page [[bruna underscore bh]] from a laptop in his car.
advert | He manages the page [[Bruna-BH]] from a laptop in his car.
advert | He manages the page [[b.r.u.n.a._b.h]] from a laptop in his car.
advert | He posts as [[@lexi after dark]] for her.
advert | He posts as [[lexiafterdark]] for her.
advert | He posts as [[@l3xi_after_d4rk]] for her.
advert | It can be seen on [[cityrooms.example/ad/730094]] every weekend.
advert | It can be seen on [[hxxps://cityrooms[.]example/ad/730094]] every weekend.
advert | It can be seen under [[listing 730 094]] every weekend.
advert | He reaches her on [[Telegram: sweet_kitty_uk]] after midnight.
advert | He reaches her on [[insta, handle honeybee.lds]] after midnight.
address | The group uses [[Flat 3B Thornbury St]] at weekends.
address | The group uses [[flat three b, Thornbury Street]] at weekends.
address | The group uses [[the third-floor flat on Thornbury]] at weekends.
address | Men queue outside [[41 Thornberry Street]] on paydays.
address | Men queue outside [[forty-one Thornbury St.]] on paydays.
address | Deliveries go to [[BD38ZZ]] in a false name.
address | Deliveries go to [[BD3  8 ZZ]] in a false name.
address | Rent for [[Castle Gate House]] is paid by a company.
address | Rent for [[Castlegate Hse, no. 12]] is paid by a company.
address | Rent for [[9 Warf Rd]] is paid by a company.
address | He parks by [[the chip shop on Ferncliffe Avenue and goes to the flat above it]].
address | He parks at [[86 Fern Cliffe Ave]] and waits.
address | He parks at [[eighty six Ferncliff Av]] and waits.
address | He keeps two women in [[17A Elmwood Rd, Room Four]].
address | He keeps two women in [[rm 4 of the house on Elmwood]].
address | He keeps two women in [[Елмвуд Роуд]].
address | The brothel is in the [[flat above the launderette]] beside the tram stop.
address | The brothel is [[two doors up from the Polish shop]] and has no sign.
address | The brothel is [[the last house before the railway bridge]] and has no sign.
address | The brothel is [[behind the betting shop, through the black gate]] and has no sign.
address | Customers press [[buzzer 7]] and are let in by a man.
address | Customers type [[entry code 4471]] and are let in by a man.
address | She is kept at the [[corner house with the green shutters]] and not allowed out.
address | She is kept in [[the only house with a caravan in the drive, opposite the school]].
address | The room is [[directly over the nail bar]] and its window is taped.
nationality | [[Ukrainian]] women are kept in a flat in Keighley by these men.
nationality | The [[Bulgarian]] girl in Rotherham is the one he beats.
nationality | He brought her from [[Thailand]] and put her to work in Sheffield.
nationality | The woman at the Bradford address is [[Brasilian]] and in debt to him.
nationality | Two [[Romanians]] are being moved between hotels in Hull.
nationality | An [[Iranian]] woman is held near the station in Huddersfield.
nationality | The only [[Nigerian]] in the Sheffield house pays double.
nationality | The woman is a [[Greek national]] and works in Wakefield for him.
nationality | The parlour in Barnsley has one worker, who is [[from Vietnam]].
nationality | A [[Polish]] woman in Goole is charged for her own laundry.
nationality | A [[Chinese-speaking]] woman is locked into premises in Halifax.
nationality | Her family in [[Moldova]] is threatened while she is made to work in Doncaster.
nationality | He took her passport, which is [[Hungarian]], when she came to Batley.
nationality | He controls a woman of [[Albanian]] origin at a house in Dewsbury.
nationality | He controls a woman of [[east European]] origin at a house in Dewsbury.
nationality | She is [[half Jamaican]] and the men keep her in Chapeltown.
speech | [[According to the lady]], he takes all the money on Sundays.
speech | He takes all the money, [[the lady there told us]].
speech | [[When I asked she]] went quiet and then named the driver as the boss.
speech | [[The source herself]] has seen the ledger.
speech | This is [[info from a girl who works there]].
speech | [[She's scared that]] he will find out where her mother lives.
speech | [[It was disclosed during a welfare visit]] that the doors are locked at night.
speech | [[During our chat]] the name of the driver came up.
speech | [[Victim states]] that he keeps her passport.
speech | [[As the only Romanian there]], she handles the calls from Romanian customers.
speech | [[One of the workers let on]] that a second house is opening.
speech | [[I have been led to believe by an occupant]] that the boss carries a knife.
speech | [[In her opinion]] he will move them next week.
speech | [[She would not say]] who drove the van, but it was not the usual man.
speech | [[The resident of the back room has intimated]] that money is kept under the floor.
speech | The locks were changed last week ([[her words]]).
speech | [[A female inside the premises advised police]] that he comes on Mondays.
speech | [[A sex worker we know well]] gives his name as Tony.
speech | He is violent when drunk; [[this comes from somebody he has beaten]].
speech | [[The information was volunteered by the maid]] and has not been checked.
speech | [[We learned over a cup of tea with her]] that the boss is abroad.
speech | [[She begged us]] to keep him away from the house.
speech | [[Her fear is that]] the brother will come back.
speech | [[She is too frightened to]] sign anything, but the plate is right.
speech | [[The girl in room two mentions]] a gun in the car.
speech | [[My informant]] has known him for years.
speech | [[A former girlfriend of his has come forward]] and names the bank.
speech | He pays the landlord in cash: [[overheard by the cleaner]].
speech | The account of [[the woman who used to answer the phones]] is that takings are split.
speech | [[Conversation with the receptionist revealed]] a second safe.
speech | [[Upon being asked, she replied]] that the driver is his cousin.
speech | [[She has personally witnessed]] three beatings.
speech | [[He told her]] that her family would be hurt and [[she believes him]].
speech | “[[He said I would end up in the canal]]”, which is taken seriously.
speech | [[Reported to the outreach worker by one of the girls]] on Tuesday.
speech | [[She wants him arrested]] before the spring.
speech | [[The person who passed this on]] shares a kitchen with the driver.
speech | [[Only someone who sleeps there would know]] that the door squeaks.
speech | [[She recognised]] the second man from a photograph.
speech | [[Speaking through an interpreter, she]] described the ledger.
time | The car came [[at 23:40]] and left again.
time | The car came [[at twenty to twelve at night]] and left again.
time | The car came [[at quarter past three]] and left again.
time | The car came [[at half two in the morning]] and left again.
time | The blow was struck [[on 14 October at 2115 hrs]] in the kitchen.
time | The blow was struck [[on 14/10/2026, 21.15]] in the kitchen.
time | The blow was struck [[just after the school run]] in the kitchen.
time | He collected the takings [[at 6.50 in the evening]] that day.
time | He collected the takings [[ten minutes before the shop shut]] that day.
time | He collected the takings [[at nine sharp]] that day.
time | He collected the takings [[on the stroke of ten]] that day.
time | Two men forced the door [[at 04h20]] with a bar.
time | Two men forced the door [[at gone four, 4.20 to be exact]], with a bar.
time | Two men forced the door [[as the eight o'clock news began]] with a bar.
time | Two men forced the door [[at 0420]] with a bar.
time | The call was made [[at 7:03pm]] from the van.
time | The call was made [[at three minutes past seven]] from the van.
time | The call was made [[while she was in the shower on Tuesday]] from the van.
time | He hit her [[at lunchtime on Thursday 5 November, 12.35]] in the yard.
time | He hit her [[at five and twenty past one]] in the yard.
time | He arrived [[on the 6.14 train]] and was met.
time | He arrived [[at a quarter after six]] and was met.
plate | Her own car, [[YK19XDP]], was taken by him as security.
plate | He now drives a car, [[YK 19 XDP]], that is not his.
plate | He now drives a car, [[yk19 xdp]], that is not his.
plate | He now drives a car, [[YKI9 XDP]], that is not his.
plate | He now drives a car with the plate [[yankee kilo one nine x-ray delta papa]].
plate | The small car, [[FN65 WRA]], stands outside.
plate | The small car, [[FN 65-WRA]], stands outside.
plate | The old car, [[R 452 KVN]], stands outside.
plate | The old car, index [[R452KVN]], stands outside.
plate | She drives a red Corsa, [[MX14 ZZB]], which he had fitted with a tracker.
"""
