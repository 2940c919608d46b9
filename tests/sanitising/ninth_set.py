"""A ninth set of leaks, written whole after the rules had been mended on the eighth.

As reports are filed: several sentences, suspects named, women among them, and what gives somebody
away said in passing. Its people, streets, pages and plates are its own. Nothing was changed after
the first run, whose figure is in `docs/measured.md`.
"""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

KNOWN = """
name | Alina Ciobanu
name | Amber
name | Viktoriya Shevchenko
name | Jewel
name | Waraporn Chaiyasit
name | Lin Yuhan
name | Kitty
name | Noor Al-Khatib
name | Despina Kalogera
name | Rayssa Monteiro
name | Brisa
name | Agata Wojcik
name | Chidinma Nwosu
name | Velvet
name | Courtney Braithwaite
name | Petya Dimitrova
name | Yesenia Villalobos
name | Le Ngoc Mai
name | Blerta Hoti
name | Hiwot Bekele
name | Jurgita Kazlauskaite
number | 07700 900459
number | 07700 900702
number | +84 90 555 01 36
number | 0151 496 0927
number | 028 9018 0641
number | 07700 900185
advert | https://rubyroom.example/escorts/amber-liv-9083
advert | https://nightfind.example/ad/2265917
advert | brisa.doce@mailspot.example
advert | @kitty.kat.belfast
advert | https://pinkpages.example/u/jewel_ldn4
address | Flat 14, Harcourt House, 9 Seel Passage, Liverpool L1 9ZX
address | 233 Cavehill Crescent, Belfast BT15 9ZZ
address | 6 Weavers Yard, Keighley BD21 9ZY
address | Room 8, 41 Devonshire Parade, Torquay TQ1 9ZX
plate | LB17 VEL
plate | AJ69 KTY
plate | OUI 4471
"""

LEAKS = """
name | DOYLE drives the van on most days. On Monday he had [[Alina]] and a woman called [[Ciobano]] in the back.
name | The takings of [[Аліна]] go into the same tin as those of [[Aleena C]] and are counted by LUNT.
name | LUNT fined [[Ambre]] for a late start; [[AMBER]] and [[Amb3r]] were fined as well.
name | He keeps a picture of the mother of [[Victoria Chevchenko]] and shows it to [[Vika]] when he is angry.
name | Parcels for [[Вікторія]] are opened. Those for [[Schewtschenko]] are not given out at all.
name | Burnt hands: [[Jewell]]. Broken nose: [[วราภรณ์]]. Neither was let go to a doctor.
name | The list had [[Waraphon]], [[Wara]] and [[Chaiasit]] on it with sums beside them.
name | HUGHES met the coach and took the bag of [[林雨涵]] before anybody else got off.
name | HUGHES met the coach and took the bag of [[Yu-Han Lin]] before anybody else got off.
name | HUGHES met the coach and took the bag of [[Lam Yu Hon (Yuhan)]] before anybody else got off.
name | Customers write that [[Kittie]] is new, which is what they wrote of [[K.i.t.t.y]] in May.
name | A cousin, Wassim, has the bank card of [[نور]] and the keys of [[Nour Alkhateeb]].
name | A cousin, Wassim, has the bank card of [[Noor]] and the keys of [[Al Khatib]].
name | The landlady calls [[Δέσποινα]] a thief and tells [[Despoina]] to pay twice.
name | The landlady calls [[Kalogeras]] a thief and keeps her post.
name | LUNT put [[Raissa]] on the late shift with [[Brissa]] because they do not argue.
name | LUNT put [[Rayssa M.]] on the late shift with [[Monteyro]] because they do not argue.
name | There is a loan in the name of [[Wójcik]] and another in that of [[Agatha Voychik]].
name | He calls her phone all night. It is saved as [[Chichi]] on one handset and [[Chidinmma]] on the other.
name | He took [[Nwozu]] to the bank and stood behind her.
name | The woman who works as [[Velvett]] pays for petrol. [[Vel Vet]] is on the price list at £90.
name | DOYLE boasts that he can have [[Courtenay]] back whenever he likes. [[Court]] has a bruise on her arm.
name | DOYLE sold the phone of [[Brathwaite]] in a pub.
name | The room of [[Петя]] is locked; so is that of [[Petia Dimitrowa]].
name | Two dates are marked with the letters [[Y.V.]] and with [[Jesenia]] in full.
name | The bouncer will let [[Villa Lobos]] out only for cigarettes.
name | He asked for [[Mai]] by name, then for [[Ngoc Mai]].
name | [[Blerte]] was told that her brother would be beaten. [[Hotti]] is the name on the door.
name | The dress of [[ህይወት]] was cut up in front of the rest, and [[Hiwott Bekelle]] was made to watch.
name | [[Yurgita]] was moved to Torquay, [[Kazlauskaitė]] being the name on the ticket.
number | He is on [[07700 900459]] at night and on [[07700/900/702]] by day.
number | The second SIM is [[seven seven double zero, nine double zero, four five nine]] without the nought.
number | A card read: call Jay [[077OO 9OO 459]].
number | Rang [[0770 090 0702]] and hung up.
number | The handset shows as [[+44 7700 900702]] (contract, Lebara).
number | The number was chalked up as [[07700 9007 0 2]].
number | It was written backwards from the end, but read [[07700nine007zero2]].
number | The broker abroad is on [[+84 90 555 01 36]] and sometimes [[0084905550136]].
number | The broker abroad is on [[chín không năm năm năm không một ba sáu]].
number | A landline, [[0151 4960927]], rings in the back office.
number | A landline, [[o151-496-o927]], rings in the back office.
number | A landline, [[oh-one-five-one, four-nine-six, nought-nine-two-seven]], rings in the back office.
number | The Belfast phone, [[028 9018 0641]], is passed round.
number | The Belfast phone, [[9018 0641]], is passed round.
number | The Belfast phone, [[+44 28 90 18 06 41]], is passed round.
number | The burner's last six are [[900185]].
number | The burner is [[０７７００９００１８５]].
number | The burner is [[07700 then nine hundred then one eight five]].
number | Any new customer is told to text [[07700.900.333]] first.
advert | LUNT pays for [[rubyroom.example/escorts/amber-liv-9083]] with a stolen card.
advert | The text of [[amber-liv-9083]] has the same mistakes as that of [[nightfind ad 2265917]].
advert | LUNT took pictures for [[Amber Liv (9083)]] himself.
advert | He renewed [[22 65 917]] at the weekend.
advert | He renewed [[nightfind[.]example/ad/2265917]] at the weekend.
advert | Enquiries come to [[brisa.doce@mailspot.example]] and to [[brisadoce]].
advert | Enquiries come to [[brisa dot doce at mailspot dot example]].
advert | The stories on [[kitty.kat.belfast]] are filmed by him, as are those on [[@kittykatbelfast]].
advert | The stories on [[kitty kat belfast]] are filmed by him.
advert | The profile [[jewel_ldn4]] is for sale; it was [[jewel ldn 4]] before.
advert | The profile [[J3wel_ldn4]] is for sale.
advert | A new page has gone up at [[www.allnightlong-liv.example]] with old pictures.
advert | He wants reviews from [[telegram: nwpunters]] and offers £20.
advert | Her channel is [[onlyfans.com/brisabr_x]].
address | A stolen generator was carried to [[Flat 14, Harcourt House]], then to [[9 Seel Psge]].
address | DOYLE has a parking permit for [[Seal Passage]].
address | DOYLE has a parking permit for [[L19ZX]] and another for [[Harcort House]].
address | A parcel of pills was posted to [[233 Cavehill Cres.]].
address | A parcel of pills was posted to [[Cave Hill Crescent]], number not known.
address | A parcel of pills was posted to [[two three three Cavehill]].
address | A parcel of pills was posted to [[B T 1 5  9 Z Z]].
address | A mattress was burnt behind [[6, Weaver's Yd]].
address | The group has [[no 6 in the Weavers Yard]] until Christmas.
address | The group has [[Rm 8, 41 Devonshire Pde]] until Christmas.
address | The group has [[forty-one Devonshire Parade, Torquay]] until Christmas.
address | Customers are told to wait [[by the postbox opposite the mosque]] until the light goes on.
address | Customers are told to ring [[the third bell from the top]] and say nothing.
address | Customers park [[behind the bingo hall]] and go [[up the fire escape]].
address | The women sleep [[in the flat over the undertaker's]], four to a room.
address | The place has [[a blue plaque and a broken drainpipe]] at the front.
address | The place is [[five doors along from the Orange hall]].
address | The house they use [[backs on to the bowling green]].
address | It is [[the white house on the bend as you leave Keighley]].
address | It is the top flat, [[the one whose window faces the clock tower]].
address | To reach it he goes [[left at the lights, then second right, and it is the end house]].
address | She works from a room [[on the mezzanine of the old post office]].
address | They work out of [[lock-up 17 under the arches]].
address | The [[gate code is 4471#]] and has not been changed.
nationality | DOYLE has taken the wages of the [[Thai]] women in Torquay and Paignton.
nationality | A [[Lithuanian]] in her forties, who rents by the week in Keighley, has been told to leave.
nationality | In Liverpool he has two: one is [[Kosovan]] and the other [[Albanian]].
nationality | The [[Nigerians]] at the flat near Sefton Park are charged £50 a night.
nationality | HUGHES collects from a [[Mexican]] escort on the Falls Road.
nationality | She flew from [[Addis Ababa]] in March and was taken to Belfast the same day.
nationality | The passport that he holds is [[Bulgarian]]; its owner is in Torquay.
nationality | He shouts at the [[Ukranian]] girl in the Keighley house.
nationality | He beat a [[Greek]] woman in Bootle so badly that she could not stand.
nationality | His ad in Liverpool is for a [[Brazilian-Portuguese]] speaker.
nationality | An [[Arab]] girl is kept in the attic of a shop in Toxteth.
nationality | Home for her is [[Hanoi]]; for now she is in the Devonshire Parade area.
speech | DOYLE has a taser. [[She felt it was real]].
speech | LUNT is planning to open in Leeds. [[This was mentioned by a sex worker]] during patrol.
speech | LUNT is planning to open in Leeds; [[one of the ladies overheard him]].
speech | Source evaluation B. [[The provider of this information works]] for LUNT.
speech | [[The person who gave this lives]] in the house and would be at risk.
speech | [[In conversation with police a female described]] DOYLE as violent.
speech | DOYLE is violent. [[The women all agree on this]].
speech | HUGHES sleeps with a bat by the bed. [[A former girlfriend of his is the origin of this]].
speech | [[During a health outreach session a service user said]] the door is barred at night.
speech | [[A service user reports]] that the door is barred at night.
speech | The door is barred at night, [[a client of the charity has disclosed]].
speech | [[My source is frightened]] and must be kept out of it.
speech | [[I was approached in the car park by a woman]] who gave the name LUNT.
speech | DOYLE said “[[I own you till it is paid]]” in the hall.
speech | [[She was crying when she gave]] the name of LUNT.
speech | [[The escort, when pressed, accepted]] that DOYLE takes half.
speech | [[Talking to the girls it is plain]] that they dread LUNT.
speech | DOYLE keeps a ledger. [[She has photographed the pages]].
speech | HUGHES hit his brother with a bottle; [[she cleaned the wound]].
speech | [[She shares a bed with]] the sister of DOYLE and hears all.
speech | [[He tells her everything]] when he has been drinking.
speech | LUNT [[confides in one of the workers]], who passes it on.
speech | [[Those in the flat say]] that LUNT is ill.
speech | A knife is kept under the till, [[it is said by those who work there]].
speech | [[On the doorstep she pointed]] to a red van.
speech | [[The neighbour's cleaner, also from there, told]] a PCSO.
speech | [[I've known her]] for three years and she is honest.
speech | [[We had a brew]] and it came out that DOYLE is on the run.
speech | [[She would not go on record]].
speech | [[The source has first-hand access]] as a worker in the flat.
speech | [[This can only have been known by]] the three who were in the room.
speech | [[Complainant's version]]: LUNT struck first.
speech | [[Messages on her phone show]] that LUNT sets the prices.
speech | [[She let us see]] the messages.
speech | [[A girl named no names but]] pointed at the photograph of HUGHES.
speech | [[The youngest of them whispered]] that DOYLE would be back at ten.
speech | [[Two women living there were asked and both]] gave the same name.
speech | [[A woman in one of the rooms had seen]] the gun.
speech | According to what was [[passed to the GUM clinic by a patient]], LUNT deals as well.
speech | [[The maid is our best hope]] and she likes to talk.
time | DOYLE hit the door [[at 9.17pm]] and again [[at 21:40]].
time | LUNT counted the money [[at ten to midnight]] as always.
time | LUNT counted the money [[when the ten o'clock news came on]].
time | The bag was moved [[on 4 June at 0735]].
time | The bag was moved [[at five and twenty past three]].
time | The bag was moved [[thirteen minutes after the raid]].
time | HUGHES phones [[at 7 on the dot]] each day.
time | HUGHES phones [[at 19h15]] each day.
time | The fire began [[at 1:05 in the morning]] on Sunday.
time | The fire began [[in the minute that the power cut ended]].
time | He came by [[at 11 last night]] and left [[at 11.20]].
time | The car was torched [[during her smear test]].
plate | DOYLE has put a tracker on [[LB17 VEL]].
plate | DOYLE has put a tracker on [[LB I7 VEL]].
plate | DOYLE has put a tracker on [[a Kia ending VEL]].
plate | He makes notes on [[AJ69 KTY]] when it leaves.
plate | He makes notes on [[A.J.6.9.K.T.Y]] when it leaves.
plate | He makes notes on [[alpha juliet 69 kilo tango yankee]] when it leaves.
plate | A stone was thrown at [[OUI 4471]].
plate | A stone was thrown at [[OUI-4471]].
"""
