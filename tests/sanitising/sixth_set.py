"""A sixth set of leaks, written whole after the rules had been mended on the fifth.

As an officer writes who does not think of who could read it: plain, quick, some of it in notes. Its
people, streets, pages and plates are its own. Nothing was changed after the first run, whose figure
is in `docs/measured.md`.
"""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

KNOWN = """
name | Mirela Stanescu
name | Scarlett
name | Yana Boyko
name | Foxy
name | Nattaya Srisuk
name | Nat
name | Huang Meifang
name | Candy
name | Zeinab Mansour
name | Dina
name | Kalliopi Stavrou
name | Luana Cardoso
name | Isis
name | Aleksandra Nowicka
name | Ifeoma Eze
name | Diamond
name | Shannon Pickles
name | Dolly
name | Hristina Koleva
name | Beatriz Fuentes
name | Bui Ngoc Anh
name | Liene Berzina
number | 07700 900334
number | 07700 900615
number | +40 700 555 031
number | 0191 498 0257
number | 07700 900771
number | 07700 900042
advert | https://redlounge.example/escort/scarlett-ne-4410
advert | foxy.yana@letterbox.example
advert | https://bodyrub.example/ad?id=8830271
advert | @dolly_dewsbury
advert | isis.brasil.uk
address | Flat 6, 30 Windermere Crescent, Sunderland SR4 9ZY
address | 112a Gladstone Road, Scarborough YO12 9ZZ
address | The Old Bakery, 3 Sheep Street, Northampton NN1 9ZX
address | Apartment 41, Victoria Point, 55 Canal Walk, Salford M5 9ZY
plate | ND18 FWG
plate | T33 BEA
plate | LC71 ZOE
"""

LEAKS = """
name | Stan took £80 from [[Mirella]] and gave nothing back.
name | Stan took £80 from [[Мирела]] and gave nothing back.
name | Stan took £80 from [[Mrs Stanesku]] and gave nothing back.
name | Punters pay the doorman, then [[Scarlet]] gets a third.
name | Punters pay the doorman, then [[Scar1ett]] gets a third.
name | The boss gave [[Янa]] until Monday to find the money.
name | The boss gave [[Jana Bojko]] until Monday to find the money.
name | The boss gave [[Бойко]] until Monday to find the money.
name | He sold [[Foxie]] a phone that was stolen.
name | He keeps the room of [[ณัฐยา]] under camera.
name | He keeps the room of [[Nataya Seesuk]] under camera.
name | He keeps the room of [[Nut-taya]] under camera.
name | A beating was given to [[黄美芳]] in front of the others.
name | A beating was given to [[Mei-fang]] in front of the others.
name | A beating was given to [[Wong Mei Fong, known as Meifang]] in front of the others.
name | The rent paid by [[Candi]] is twice the market.
name | Two cousins watch [[زينب]] by turns.
name | Two cousins watch [[Zaynab Mansoor]] by turns.
name | Two cousins watch [[Zeineb]] by turns.
name | He tells buyers that [[Deena]] is new every month.
name | Clothes and shoes of [[Καλλιόπη]] were sold off.
name | Clothes and shoes of [[Kaliope]] were sold off.
name | Clothes and shoes of [[Poppi Stavru]] were sold off.
name | The gang had [[Louana]] sign a lease she could not read.
name | The gang had [[Luana C.]] sign a lease she could not read.
name | His sister opened an account as [[Lu Cardozo]] and spends from it.
name | The tattooist marked [[Ola]], that is [[Alexandra Novitska]], with his initials.
name | The tattooist marked [[Александра]] with his initials.
name | A lorry driver brought [[Iphoma]] over in August.
name | A lorry driver brought [[I.E.]] over in August.
name | Every night [[Dyamond]] has to bring £400.
name | Every night [[SHANNON]] has to bring £400.
name | Every night [[Shanon Pickels]] has to bring £400.
name | They laughed at [[Dollie]] and took her coat.
name | A van took [[Христина]] to Hull and came back without her.
name | A van took [[Kristina Kolewa]] to Hull and came back without her.
name | The debt of [[Beatrice]] grows by ten a day.
name | The debt of [[Bea Fuentez]] grows by ten a day.
name | The debt of [[Ngọc Ánh]] grows by ten a day.
name | A neighbour of theirs sold [[Liena Bērziņa]] tablets.
number | Ring [[07700900334]] and a man picks up.
number | Ring [[077 009 003 34]] and a man picks up.
number | Ring [[double-oh four four, seven seven double oh, nine hundred, three three four]] and a man picks up.
number | Ring [[07-seven-hundred-900-334]] and a man picks up.
number | Ring [[O77-OO9-OO3-34]] and a man picks up.
number | Txt only to [[07700 9oo6I5]], no calls.
number | Txt only to [[+447700900615]], no calls.
number | Txt only to [[07七七00 9006一5]], no calls.
number | He gets his orders from [[+40 (0)700-555-031]] by voice note.
number | He gets his orders from [[0700 555 031 in Romania]] by voice note.
number | He gets his orders from [[zero sapte zero zero cinci cinci cinci zero trei unu]] by voice note.
number | The spa has the same landline as before: [[0191 4980257]].
number | The spa has the same landline as before: [[(0191) four nine eight, oh two five seven]].
number | The spa has the same landline as before, ends [[0257]].
number | The lookout calls [[07700 900 77 1]] when police go past.
number | The lookout calls [[oh7700-9-double-oh-771]] when police go past.
number | The lookout calls [[07700 then 900 then 771]] when police go past.
number | On the fridge: boss, [[07700900042]]; driver, see book.
number | On the fridge: boss, [[0 77 00 90 00 42]]; driver, see book.
number | On the fridge: boss, [[07700 900 556]]; driver, see book.
advert | He has the login of [[redlounge.example/escort/scarlett-ne-4410]] and changes the prices.
advert | He has the login of [[scarlett ne 4410]] and changes the prices.
advert | He has the login of [[ScarlettNE4410]] and changes the prices.
advert | He has the login of [[redlounge dot example]] and changes the prices.
advert | Mail goes to [[foxy.yana@letterbox.example]], which he reads.
advert | Mail goes to [[foxy.yana AT letterbox DOT example]], which he reads.
advert | Mail goes to [[foxyyana@letterbox]], which he reads.
advert | Same pictures as in ad [[8830271]] from last year.
advert | Same pictures as in [[bodyrub.example/ad?id=8830271]] from last year.
advert | Same pictures as in the advert numbered [[883-0271]] from last year.
advert | A fan page, [[@dolly_dewsbury]], sells films he made.
advert | A fan page, [[dolly dewsbury]], sells films he made.
advert | A fan page, [[D0lly Dewsbury]], sells films he made.
advert | Films are also on [[isis.brasil.uk]] for money.
advert | Films are also on [[isis brasil uk]] for money.
advert | Films are also on [[IsisBrasilUK]] for money.
advert | Films are also on [[telegram.example/+Xy77abQ]] for money.
address | Beds were delivered to [[Flat 6, 30 Windermere Cres]] on a hire purchase.
address | Beds were delivered to [[thirty Windermere]] on a hire purchase.
address | Beds were delivered to [[Windemere Crescent]] on a hire purchase.
address | Beds were delivered to [[SR49ZY]] on a hire purchase.
address | Beds were delivered to [[S R 4 - 9 Z Y]] on a hire purchase.
address | Noise comes from [[112A Gladstone Rd]] at weekends.
address | Noise comes from [[Glad Stone Road]] at weekends.
address | Noise comes from [[the house on Gladstone with the two front doors]] at weekends.
address | Vans unload at the [[Old Bakery in Sheep St]] before it is light.
address | Vans unload at [[No 3 Sheep Street]] before it is light.
address | Vans unload at [[Sheep Strt.]] before it is light.
address | He rents [[apt 41 Victoria Pt.]] for cash.
address | He rents [[a flat on the fourth floor at Victoria Point]] for cash.
address | He rents [[55 Canalwalk]] for cash.
address | Buyers are sent [[down the ginnel beside the Polish bakery]] and let in by a boy.
address | Buyers are sent [[to the blue garage door behind the chapel]] and let in by a boy.
address | Buyers are sent [[two streets behind the stadium, house with a palm tree]] and let in by a boy.
address | Buyers are sent [[to the flats over the row of shops by the roundabout]] and let in by a boy.
address | Two are held in [[a caravan at the back of the garden centre]].
address | Two are held in [[the end terrace nearest the level crossing]].
address | Two are held in [[the loft of number 14]].
address | Two are held [[upstairs at the Railway Tavern]].
nationality | All three at the Scarborough house are [[Romanian]] and paid nothing.
nationality | A [[Latvian]] woman is made to work in Sunderland to clear a loan.
nationality | The [[Egyptian]] lady in the Salford flat has no key.
nationality | He brags about his [[Brazilian]] in Northampton who never says no.
nationality | Her family are [[from Benin City]] and she is kept in Salford.
nationality | He picked up a [[Bulgarian]] couple at the coach station in Leeds and split them up.
nationality | The [[Spanish]] woman who works in the Dewsbury salon hands over her tips.
nationality | [[Nigerian]] papers were found in the Gateshead flat.
nationality | The [[Ukrainian girls]] are taken to Whitby for the regatta.
nationality | A [[Thai national]], about thirty, cannot leave the spa in Jesmond.
nationality | In Blyth there is one [[Czech]] and two locals.
nationality | A [[Vietnamese-born]] woman is held at a nail bar in Byker.
speech | [[She says]] he hits the others too.
speech | [[Girl at the house reports]] that he hits the others too.
speech | [[Spoke with the girl]] on the ground floor. Driver = Tony.
speech | [[Seen by her]]: two handguns in a holdall.
speech | Tony has two handguns ([[she has seen them]]).
speech | [[IP states]] that the takings go to Tony.
speech | [[Female stated]] she did not know his surname.
speech | [[One of the women who is leaving soon gave]] this name.
speech | [[His girlfriend has had enough]] and wants to talk.
speech | [[The source, an escort, is frightened of]] Tony.
speech | [[Told by the girl in the end room]].
speech | [[This is from Scarlett's friend]], so be careful.
speech | [[I got this from a lady I see at the drop-in]].
speech | Do not let on, as [[only she was in the car]] when it was said.
speech | [[When they fell out she]] came to the front desk.
speech | [[She wants to be kept out of it]].
speech | [[Her and one other know]] where the safe is.
speech | [[A woman rang the office]] and gave the registration.
speech | [[Heard from two of the girls]] that the house is to close.
speech | [[One of them let slip that]] the house is to close.
speech | The money is in the cistern. [[She's sure]].
speech | The money is in the cistern, [[so she tells me]].
speech | [[The cleaner reckons]] there are six beds.
speech | [[He said to her]] “no police or your brother is dead”.
speech | [[She thought he was]] a taxi driver at first.
speech | [[Nobody but the girl in question was there]] when he made the call.
speech | [[A source with direct access says]] he is back.
speech | [[From a chat at the needle exchange]]: he is back.
speech | [[The woman we took to hospital knows]] who did it.
speech | [[She identified Tony]] from a picture.
speech | [[She remembers]] the flat in Luton and a dog.
speech | [[She has never met]] the man they call uncle.
speech | [[Asked why, the lady shrugged]].
speech | [[The girls talk]] about a man called uncle.
speech | [[Worker A says]] he carries, [[worker B is not so sure]].
speech | [[The tenant opposite has complained to me]] about Tony.
speech | [[She did not want to say more]].
speech | [[It was the receptionist who told]] the officer.
speech | [[According to what she heard]], he is moving to Leeds.
speech | [[During a needle exchange visit]] the name Tony was given.
time | Tony came in [[at 9:20pm]] and left with a bag.
time | Tony came in [[at twenty past nine]] and left with a bag.
time | Tony came in [[at 21.20]] and left with a bag.
time | Tony came in [[2120 hrs]] and left with a bag.
time | Tony came in [[about ten minutes after the pizza came]] and left with a bag.
time | The back door was kicked in [[on Sunday at 4am]].
time | The back door was kicked in [[at half four on Sunday morning]].
time | The back door was kicked in [[Sunday 04:30]].
time | The back door was kicked in [[just after the cleaner had gone home]].
time | Cash was counted [[at 11.15 that night]] on the bed.
time | Cash was counted [[at quarter past eleven]] on the bed.
time | Cash was counted [[while she was feeding the baby]] on the bed.
time | He made the call [[at 3 o'clock on the dot]].
time | He made the call [[at 15:00:20]].
time | He made the call [[five minutes before kick-off]].
time | The lorry arrived [[03.50 Thursday]].
time | The lorry arrived [[at ten to four in the morning]].
time | The lorry arrived [[on the night of her birthday]].
plate | Tony is now using [[ND18 FWG]] which is not his.
plate | Tony is now using [[nd18fwg]] which is not his.
plate | Tony is now using [[ND I8 FWG]] which is not his.
plate | Tony is now using the little Toyota, last three [[FWG]].
plate | Her Fiesta, [[T33 BEA]], had its tyres cut.
plate | The Fiesta ([[T33BEA]]) had its tyres cut.
plate | He put a tracker on [[LC71ZOE]] in the summer.
plate | He put a tracker on [[lima charlie seven one zulu oscar echo]] in the summer.
"""
