"""A seventh set of leaks, written whole after the rules had been mended on the sixth.

Made as the others, with people, streets, pages and plates of its own. Its figure at first sight is
in `docs/measured.md`; the rules were mended on it before the eighth was written.
"""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

KNOWN = """
name | Florentina Rusu
name | Gigi
name | Olena Marchuk
name | Star
name | Apinya Boonmee
name | Xu Jing
name | Momo
name | Hanan Saleh
name | Stavroula Petrou
name | Jussara Lima
name | Estrela
name | Joanna Sikora
name | Abimbola Ojo
name | Chanel
name | Bethany Crowther
name | Snezhana Angelova
name | Rosario Paredes
name | Vo Thi Hanh
number | 07700 900218
number | 07700 900863
number | +34 600 555 014
number | 029 2018 0466
number | 07700 900990
advert | https://moonroom.example/p/gigi-cardiff-2207
advert | estrela.relax@mailplace.example
advert | https://citynights.example/ad/5519046
advert | @bethie_xo
address | Flat 11, 48 Ninian Crescent, Cardiff CF11 9ZZ
address | 7b Marlborough Street, Plymouth PL1 9ZY
address | 160 Hessle Lane, Hull HU4 9ZX
plate | CV66 RUS
plate | B7 ETH
"""

LEAKS = """
name | He tells customers that [[Florentyna]] is his niece.
name | He tells customers that [[Флорентина]] is his niece.
name | He tells customers that [[Flori]] is his niece.
name | The loan of [[Roussou, F.]] was sold to a second lender.
name | The loan of [[Gi-Gi]] was sold to a second lender.
name | He burned a letter meant for [[Олена]] in the sink.
name | He burned a letter meant for [[Helen Marczuk]] in the sink.
name | The camera is aimed at the bed of [[อภิญญา]] at all times.
name | The camera is aimed at the bed of [[Apinja Bunmee]] at all times.
name | The takings of [[徐静]] are counted twice.
name | The takings of [[Hsu Ching]] are counted twice.
name | His mother keeps the gold of [[حنان]] in a biscuit tin.
name | His mother keeps the gold of [[Hannan Salih]] in a biscuit tin.
name | Two brothers brought [[Σταυρούλα]] from the airport.
name | Two brothers brought [[Stavrula]] from the airport.
name | The rota has [[Jusara]] on every night.
name | The rota has [[Estrella]] on every night.
name | The lease is in the name of [[Sikorra]] although the boss lives there.
name | The lease is in the name of [[Asia Sikora]] although the boss lives there.
name | He made [[Bimbola]] pay for the broken window.
name | He made [[Channel]] pay for the broken window.
name | A cut on the hand of [[Beth Crowder]] was left untreated.
name | A cut on the hand of [[Снежана]] was left untreated.
name | A cut on the hand of [[Snejana]] was left untreated.
name | He shaved the head of [[Rosaryo]] as a punishment.
name | He shaved the head of [[Hạnh]] as a punishment.
number | The number in the window is [[07700 900 218]] in pink.
number | The number in the window is [[07700nine00218]] in pink.
number | The number in the window is [[0 double-7 double-0 9 double-0 2 1 8]] in pink.
number | The number in the window is [[٠٧٧٠٠٩٠٠٢١٨]] in pink.
number | Drivers are booked by text to [[+44 (0) 7700 900863]] only.
number | Drivers are booked by text to [[07,700,900,863]] only.
number | Drivers are booked by text to [[a number ending 900863]] only.
number | The uncle rings from [[+34 600 55 50 14]] on Sundays.
number | The uncle rings from [[seis cero cero cinco cinco cinco cero uno cuatro]] on Sundays.
number | The salon has [[029 20180466]] on its door.
number | The salon has [[oh two nine, twenty eighteen, oh four double six]] on its door.
number | The salon has [[O29 2O18 O466]] on its door.
number | He bought a SIM, [[07700 900990]], and wrote it on a wall.
number | He bought a SIM, [[seven seven hundred, nine hundred, double nine oh]], and wrote it on a wall.
advert | The prices on [[moonroom.example/p/gigi-cardiff-2207]] went up in May.
advert | The prices on [[gigi cardiff 2207]] went up in May.
advert | The prices on [[g1gi-cardiff-22o7]] went up in May.
advert | Anyone who writes to [[estrela.relax@mailplace.example]] hears from him.
advert | Anyone who writes to [[estrela relax at mailplace dot example]] hears from him.
advert | Anyone who writes to [[estrela.relax{at}mailplace.example]] hears from him.
advert | He pays weekly for [[ad 5519046]] and two more.
advert | He pays weekly for [[ad no 551 9046]] and two more.
advert | Her page [[@bethie_xo]] is run by him.
advert | Her page [[bethie xo]] is run by him.
advert | Her page [[Beth1e_X0]] is run by him.
address | Furniture for [[48 Ninian Cres, flat 11]] was stolen to order.
address | Furniture for [[Ninean Crescent]] was stolen to order.
address | Furniture for [[forty-eight Ninian]] was stolen to order.
address | Furniture for [[CF119ZZ]] was stolen to order.
address | A man sleeps in a car by [[Marlboro Street]] to watch who comes.
address | A man sleeps in a car by [[7 B Marlborough St]] to watch who comes.
address | A man sleeps in a car by [[the steps opposite the chapel, where the flat is]].
address | The pair also have [[one sixty Hessle Lane]] at their disposal.
address | The pair also have [[160 Hesle Ln]] at their disposal.
address | The pair also have [[the bungalow with the ramp behind the bowls club]] at their disposal.
address | The room they work from is [[over the vape shop]] and has no window.
address | The room they work from is [[down the steps by the harbour office]] and has no window.
address | The room they work from is [[on the second landing, left-hand door]] and has no window.
address | The room they work from is [[at the back of the Red Lion]] and has no window.
nationality | The women at the Cardiff flat are [[Romanian]] and one is unwell.
nationality | A [[Spanish]] lady in Plymouth has had her wages kept since May.
nationality | He beats the [[Ukrainian]] who rents the attic in Hull.
nationality | She is from [[Bangkok]] and is not let out of the house in Barry.
nationality | A [[Nigerian]] student in Splott is made to hand over her grant.
nationality | He keeps a [[Bulgarian]] passport in his van in Devonport; its owner works for him.
nationality | Two [[Greeks]] are charged for their beds in the flat near the dock.
nationality | The [[Chinese]] masseuse in Roath sleeps under the stairs.
speech | [[She mentioned that]] he has a lock-up.
speech | [[The woman from the second floor came forward]] with a plate.
speech | He has a lock-up, [[or so the lady believes]].
speech | [[I sat with her for an hour]] and this is what can be used.
speech | [[The victim's account is that]] there are three brothers.
speech | [[It was she who]] paid for the tickets and she has the receipts.
speech | [[A working girl tipped us off]] about the delivery.
speech | [[She points to]] the older brother as the one in charge.
speech | [[The information comes from inside the house]].
speech | [[When she challenged him]] he laughed and showed a gun.
speech | [[He confessed to her]] that he had burnt the van.
speech | [[She is hoping that]] police will come on a Sunday.
speech | [[Both women independently described]] the same tattoo.
speech | [[Her neighbour in the house, who is also working there]], gave the time.
speech | [[She was told by him]] to keep quiet about the fire.
speech | [[In the victim's words]], he “owns” the street.
speech | [[The female present was asked and denied]] knowing him.
speech | [[During the home visit it was said]] that rent is due on Fridays.
speech | [[She has kept a diary]], which gives the dates.
speech | [[The one he calls his wife says]] he is broke.
speech | [[She gave the name of]] the driver after some thought.
speech | [[Following a disclosure at the clinic]], checks were made on him.
speech | [[The escort was able to describe]] the inside of the safe.
speech | [[She counts the money for him]] and so knows the sums.
speech | [[A friend who worked there until May tells of]] a locked room.
speech | [[If he learns of this]] it will be clear who spoke.
speech | [[She begged that]] her mother not be told.
speech | [[The lodger, who is scared of him, thinks]] he has a gun.
speech | [[Nobody else was in the kitchen but her and him]].
speech | [[My contact]] puts the profit at a thousand a week.
time | The window was broken [[at 8.25pm]] by the nephew.
time | The window was broken [[at five to nine]] by the nephew.
time | The window was broken [[at 20:25 on 3 May]] by the nephew.
time | The window was broken [[just as the ice cream van came]] by the nephew.
time | He handed over the bag [[at half eleven]] at the kiosk.
time | He handed over the bag [[2330hrs Friday]] at the kiosk.
time | He handed over the bag [[at eleven thirty on the dot]] at the kiosk.
time | The group met [[at quarter of seven]] behind the gym.
time | The group met [[on Friday at 6.45]] behind the gym.
time | The group met [[during the fire drill]] behind the gym.
plate | A dent was put in [[CV66 RUS]] as a warning.
plate | A dent was put in [[cv66-rus]] as a warning.
plate | A dent was put in [[charlie victor six six romeo uniform sierra]] as a warning.
plate | The small car, [[B7 ETH]], is used to fetch drink.
plate | The small car, [[B7ETH]], is used to fetch drink.
"""
