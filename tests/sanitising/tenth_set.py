"""A tenth set of leaks, written whole after the rules had been mended on the ninth.

As somebody writes who means to try the check: the kinds its issue names, each as it comes to mind,
by officers, housing staff, nurses and charity workers of several countries' English. Its people,
streets, pages and plates are its own. Nothing was changed after the first run, whose figure is in
`docs/measured.md`.
"""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

KNOWN = """
name | Ileana Dragomir
name | Peaches
name | Tetiana Kravchuk
name | Raven
name | Malee Suwan
name | Wu Xiaoli
name | Duchess
name | Samira Jabbour
name | Ioanna Vlachou
name | Tainara Barbosa
name | Estela
name | Justyna Mazur
name | Ebere Onyekachi
name | Ruby
name | Leanne Hargreaves
name | Magdalena Ilieva
name | Paloma Restrepo
name | Hoang Thi Lan
name | Drita Gashi
name | Almaz Girma
name | Ruta Jankauskaite
name | Sunita Thapa
number | 07700 900577
number | 07700 900014
number | +40 721 555 084
number | 0114 496 0455
number | 07700 900623
number | +351 912 555 077
advert | https://softtouch.example/girls/peaches-shf-5172
advert | https://adultlist.example/ad/6048813
advert | raven.nights@inboxly.example
advert | @ruby_x_sheff
advert | https://privatecompanions.example/u/estela.oficial
address | Flat 3, 88 Crookes Valley Road, Sheffield S10 9ZY
address | 14 Marine Terrace, Aberystwyth SY23 9ZX
address | 9c Chapel Hill, Truro TR1 9ZZ
address | Apartment 207, Foundry Wharf, 30 Bridge Lane, Rotherham S60 9ZX
plate | YJ18 PCH
plate | WA71 RVN
plate | M8 RUB
"""

LEAKS = """
name | His phone has a video of [[Ileana]] asleep, and one of [[Ilona Dragomir]].
name | His phone has a video of [[Илеана]] asleep, and one of [[Illeana]].
name | His phone has a video of [[Dragomirr]] asleep, and one of [[Ily]].
name | The price of [[Peaches]] went up, and that of [[Peeches]] went down.
name | The price of [[P3aches]] went up.
name | The nurse saw a burn on the arm of [[Тетяна]], who is [[Tatyana Kravchuk]] in the file.
name | The nurse saw a burn on the arm of [[Tania K.]], who is [[Kravtchouk]] in the file.
name | He wants [[Ravyn]] back and has offered money for [[R a v e n]].
name | He wants [[มาลี]] back and has offered money for [[Mali Suwan]].
name | The manager shouts at [[Mallee]] and has hit [[Soowan]].
name | He let [[吴晓丽]] go for £4,000 and then asked the parents of [[Xiao Li]] for the same.
name | He let [[Wu Hsiao-li]] go for £4,000 and then asked the parents of [[Siu Lai, or Xiaoly]] for the same.
name | Regulars call her [[the Duchess]]; others say [[Dutchess]].
name | [[سميرة]] has not been paid since May. Nor has [[Samirah]].
name | [[Jabour]] has not been paid since May. Nor has [[Sameera]].
name | It was [[Ιωάννα]] who was locked in, then [[Yoanna Vlahou]].
name | It was [[Joanna V]] who was locked in.
name | They gave [[Taynara]] a fake card and [[Barboza]] another.
name | They gave [[Estella]] a fake card and [[Stela]] another.
name | The tenancy is signed by [[Justina Masur]] but [[Justynka]] cannot read it.
name | The brother rang [[Ebéré]] and said that [[Onyekatchi]] must pay.
name | The brother rang [[Rubi]] and said that [[R.u.b.y]] must pay.
name | Bruises on [[Lee-Anne]] and on [[Leann Hargreves]] were photographed by him for fun.
name | He sleeps in the bed of [[Магдалена]] and sends [[Magda]] to the sofa.
name | He sleeps in the bed of [[Ilyeva]].
name | The coat of [[Palloma]] was thrown out; [[Ms Restreppo]] got no other.
name | In the notebook: [[LAN]] 40, [[Thi Lan]] 60, [[Hoàng]] 30.
name | In the notebook: [[Dritta]] 40, [[Gaschi]] 60, [[አልማዝ]] 30.
name | In the notebook: [[Almas]] 40, [[Girmaa]] 60, [[Rūta]] 30.
name | In the notebook: [[Yankauskaite]] 40, [[Suneeta]] 60, [[सुनीता]] 30.
number | Call [[07700 900577]] for the flat, [[07700-900-014]] for the parlour.
number | Call [[0-7-7-0-0-9-0-0-5-7-7]] for the flat.
number | Call [[zero seven seven zero zero, nine zero zero, five seven seven]] for the flat.
number | Call [[oh double seven double oh nine double oh five double seven]] for the flat.
number | Call [[07700 nine hundred 577]] for the flat, [[+44 (7700) 900014]] for the parlour.
number | Call [[o77oo9ooo14]] for the parlour.
number | The first part is [[07700]], the second is [[900014]].
number | The number that ends in [[0577]] is always answered by a man.
number | Money is sent when [[+40 721 555 084]] calls, or [[0040 (0) 721 555084]].
number | Money is sent when [[zero sapte doi unu, cinci cinci cinci, zero opt patru]] calls.
number | The landline is [[0114 4960455]] or [[(0114) 496-0455]].
number | The landline is [[Sheffield 496 0455]].
number | His burner is [[07700900623]], in his words [[double-seven hundred nine hundred six two three]].
number | His burner is [[٠٧٧٠٠ ٩٠٠٦٢٣]].
number | His cousin is on [[+351912555077]], also [[912 555 077]].
advert | The page [[softtouch.example/girls/peaches-shf-5172]] is his, as is [[adultlist.example/ad/6048813]].
advert | The page [[softtouch dot example slash girls slash peaches]] is his.
advert | The page [[peaches shf 5172]] is his, as is [[ad number 6048813]].
advert | The page [[PeachesSHF5172]] is his, as is [[60488 13]].
advert | He answers [[raven.nights@inboxly.example]] himself, or [[raven nights at inboxly dot example]].
advert | He answers [[ravennights (at) inboxly]] himself.
advert | The account [[@ruby_x_sheff]] was closed, then [[ruby x sheff]] came back.
advert | The account [[rubyxsheff]] was closed.
advert | He has the password of [[estela.oficial]] and [[Estela Oficial]].
advert | New ones: [[wa.me/447700900444]], [[@sheff_luxe]], [[instagram: hot.steel.girls]].
address | He pays the gas at [[88 Crookes Valley Road]] and at [[14 Marine Tce]].
address | He pays the gas at [[Crooks Valley Rd]] and at [[14, Marine Ter]].
address | He pays the gas at [[eighty-eight Crookes Valley]] and at [[flat three of that house]].
address | He pays the gas at [[S109ZY]] and [[SY23 9zx]].
address | He pays the gas at [[9c Chapel Hill]] and [[9 C Chapel Hl, Truro]].
address | He pays the gas at [[Apt 207 Foundry Wharf]] and [[30 Bridge Ln]].
address | The women are in [[the flat above the chip shop]] and [[the house next to the Co-op]].
address | The women are in [[the last house before the railway bridge]].
address | The women are in [[a caravan behind the garden centre]].
address | The women are in [[a basement two doors from the mosque]].
address | The women are in [[a block opposite the children's hospital, on the sixth floor]].
address | The women are in [[the yellow house on the seafront]].
address | The flat is [[on the corner of Division Street and Rockingham]].
address | The flat is [[across the road from the police station]], of all places.
address | The flat is [[above a shop that sells wedding dresses]].
address | The flat is reached [[by an iron staircase at the back of the bank]].
address | The flat is [[round the back of Wickes]].
address | The buzzer says [[Flat 11, Kim]].
address | He drops her [[outside the flats with the mural]].
address | The house is [[the one with a boat in the drive]].
address | Turn [[left after the church and it is the third gate]].
address | They are in [[room 12 of the Riverside Lodge]].
nationality | A [[Romanian]] woman in Sheffield is being made to pay.
nationality | The [[Nepalese]] lady in Truro does not know where she is.
nationality | He has two [[Albanians]] in Rotherham.
nationality | She is a [[Colombian]] citizen and works near Meadowhall.
nationality | A girl [[from Ethiopia]] has been seen at the Aberystwyth house.
nationality | She came [[from Plovdiv]] to a flat in Crookes.
nationality | The tall [[Lithuanian]] on the second floor in Crookes is not free to go.
nationality | He keeps a [[Brasilian]] and a [[Portugese]] in the Truro flat.
nationality | The [[Chinese]] parlour worker in Broomhill sleeps on a table.
nationality | There is a [[Vietnamese]] teenager at the nail bar in Hillsborough.
speech | [[She told me]] he hits the others.
speech | [[She said that]] the boss is called Vasile.
speech | [[The victim told officers]] that he has a gun in the wardrobe.
speech | [[According to the woman]], he lives in Barnsley.
speech | [[One of the girls said]] he has been to prison.
speech | [[Her friend told us]] about the second house.
speech | [[I spoke to a worker]] who is afraid of him.
speech | [[During a welfare check a woman disclosed]] that he takes half.
speech | “[[He took my passport]]”, and would not give it back.
speech | [[The source says]] he will move on Friday.
speech | [[She is scared]] that he will find her family.
speech | [[She wants to leave]] but owes him £9,000.
speech | [[A sex worker at the address reported]] three men.
speech | [[The lady in room 4 heard]] shouting.
speech | [[She has seen]] him with a knife.
speech | [[The information was given by a female]] on the premises.
speech | [[An interpreter helped her to explain]] how the money is split.
speech | [[When asked, she confirmed]] his nickname.
speech | [[She showed me her phone]], with threats from Vasile.
speech | [[In her opinion]] he is working for somebody bigger.
speech | [[The girl who left last week says]] he has two passports.
speech | [[He told her that]] he knows a policeman.
speech | [[She believes]] the driver is called Ionut.
speech | [[We learned from her]] that the door is locked at night.
speech | [[The complainant does not wish]] to be identified.
speech | [[Patient disclosed]] that her boyfriend takes the money.
speech | [[My client has asked me]] to pass on that he is armed.
speech | [[A tenant confided in]] the housing officer about the visitors.
speech | [[Your one above told me]] he does be carrying a blade.
speech | [[The said lady has intimated]] that the accused is absconding.
speech | [[She did tell us]] he was a taxi man.
speech | [[As told to the nurse by a patient]].
speech | [[The female voice on the call]] gave the name Vasile.
speech | [[Someone living in the house has informed]] the charity.
speech | [[She recognised]] the second man from a picture.
speech | [[The women are too frightened to talk]], save one.
speech | [[Her account matches]] what neighbours saw.
speech | [[She kept crying and saying]] that he would kill her.
speech | [[Not to be disclosed that the maid spoke]] to police.
speech | [[She gave me a list]] of cars.
speech | [[I promised her]] that nobody would know.
speech | [[We have been told in strict confidence]] that he is moving.
time | The man arrived [[at 14:35]] and left [[at 3.10 pm]].
time | The man arrived [[at half past two]] and left [[at twenty past three]].
time | The man arrived [[at 1435hrs]] and left [[at 15h10]].
time | The man arrived [[at exactly two o'clock]] and left [[at ten to three]].
time | He hits people [[at 2 a.m. on Sundays]].
time | The money was counted [[at a quarter to eleven]].
time | The money was counted [[at eleven minutes past ten]].
time | He beat a man [[as the church bells rang]].
time | He beat a man [[just after she had finished her shift]].
time | He beat a man [[on 12 October at 21.50]].
plate | He has let down the tyres of [[YJ18 PCH]] and [[yj18pch]].
plate | He has let down the tyres of [[WA71RVN]] and [[W A 7 1 R V N]].
plate | He has let down the tyres of [[M8 RUB]] and [[M8RUB]].
plate | He has let down the tyres of [[whiskey alpha seventy-one romeo victor november]].
"""
