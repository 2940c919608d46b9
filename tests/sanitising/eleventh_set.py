"""An eleventh set of leaks, written whole after the rules had been mended on the tenth.

Reports of neighbourhood officers, custody staff and a control room, as typed on shift: what gives
somebody away stands among facts about named men and women. Its people, streets, pages and plates
are its own. Nothing was changed after the first run, whose figure is in `docs/measured.md`.
"""

# ruff: noqa: E501 - texts are easier to judge in one line than folded

KNOWN = """
name | Cristiana Balan
name | Sapphire
name | Nadiya Melnyk
name | Kiki
name | Ratana Intharat
name | Zhao Lihua
name | Paris
name | Layan Qassem
name | Vasiliki Dimou
name | Jordana Teixeira
name | Flor
name | Kinga Pawlak
name | Amarachi Obi
name | Trixie
name | Gemma Oldroyd
name | Ralitsa Stoyanova
name | Ximena Cabrera
name | Tran Bich Ngoc
name | Ardita Krasniqi
name | Fikirte Alemu
name | Ieva Balode
name | Shabnam Rezai
number | 07700 900392
number | 07700 900805
number | +359 888 555 012
number | 0115 496 0610
number | 07700 900148
advert | https://midnightmuse.example/model/sapphire-ntm-3316
advert | https://localads.example/ad/9917402
advert | kiki.lounge@postbird.example
advert | @trixie_treat_ng
advert | https://bookme.example/u/flordenoche77
address | Flat 22, Corporation Oaks House, 60 Woodborough Rise, Nottingham NG3 9ZZ
address | 8 Quayside Cottages, Whitehaven CA28 9ZY
address | 131a Narborough Lane, Leicester LE3 9ZX
address | Suite 5, 2 Temple Gate Mews, Llandudno LL30 9ZY
plate | FN67 SPH
plate | KX20 TRX
plate | J4 GEM
"""

LEAKS = """
name | HOLDER was seen with [[Christiana]] in the boot area of the store and later shoved [[Balan]].
name | HOLDER keeps the papers of [[Кристиана]] in his glovebox with those of [[Надія]].
name | HOLDER keeps the papers of [[Nadja Melnik]] in his glovebox with those of [[Mel'nyk]].
name | The cards say [[Saphire]], [[Sapph1re]] and [[S-A-P-P-H-I-R-E]] in turn.
name | They made [[Kee-Kee]] dance for the men. [[KIKI]] was then sent out for beer.
name | A bed is kept for [[รัตนา]] and a mat for [[Rattana]].
name | A bed is kept for [[Intarat]] and a mat for [[Chao Li-hua]].
name | VICKERS took [[赵丽华]] to a cash machine, then [[Li Hua]], then [[Lihwa]].
name | VICKERS rents [[Parris]] to his friends and keeps all of it.
name | There is CCTV of [[ليان]] being dragged, and of [[Layaan Kassem]] trying to help.
name | There is CCTV of [[Qasim, Leyan]] being dragged.
name | The rent book has [[Βασιλική]] at the top, then [[Vassiliki]], then [[Vaso Dimu]].
name | He got a credit card as [[Giordana Texeira]].
name | He got a credit card as [[J. Teixeira]] and one as [[Flôr]].
name | The gang call [[Kinga]] by another name. [[Pavlak]] is on her wage slip.
name | The gang took away [[Amara]] in May and [[Amarachy]] came back in June.
name | The bouncer has a tattoo for [[Trixi]], spelt [[Tryxie]].
name | Stop telling [[Jemma]] that she owes you; stop telling [[Oldroid]].
name | He hit [[Ралица]] and cut the hair of [[Rali]].
name | He hit [[Stoianova]] and cut the hair of [[Stoyanowa R]].
name | A fine of £50 for [[Jimena]], of £60 for [[Cabrerra]].
name | A fine of £50 for [[Bích Ngọc]], of £60 for [[Chan Bik Ngok]].
name | [[Ardite]] is shown on the rota for six days and [[Krasnici]] for seven.
name | The boss took the gold of [[ፍቅርተ]] and of [[Fikerte]].
name | The boss took the gold of [[Eva Ballode]] and of [[Yeva]].
name | The boss took the gold of [[شبنم]] and of [[Shabnem Rezaei]].
number | Advert phone [[07700 900392]]; driver phone [[07700 900 80 5]].
number | Advert phone [[o7700 9oo392]]; driver phone [[07700-nine-hundred-805]].
number | Advert phone: [[oh seven seven hundred, nine double oh, three nine two]].
number | Advert phone: [[07.70.09.00.39.2]]; driver phone: [[+44(0)7700900805]].
number | He texts the number finishing [[392]] when she is ready.
number | In Varna: [[+359 888 555 012]], formerly [[00359-888-555-012]].
number | In Varna: [[осем осем осем пет пет пет нула едно две]].
number | Parlour: [[0115 496 0610]]; after six [[(0115)4960610]].
number | Parlour: [[double-one five, four nine six, oh six one oh]], with a nought first.
number | On the wall: [[07700 900148]]. On the mirror: [[07 700 900 148]].
number | On the wall: [[seven-seven-zero-zero nine-zero-zero one-four-eight]].
number | On the wall: [[०७७०० ९००१४८]].
advert | Reviews of [[midnightmuse.example/model/sapphire-ntm-3316]] are by HOLDER.
advert | Reviews of [[sapphire ntm 3316]] and [[localads 9917402]] are by HOLDER.
advert | Reviews of [[9917 402]] are by HOLDER; so are those of [[SapphireNTM]]-3316.
advert | Payment was by [[kiki.lounge@postbird.example]] or [[kiki lounge at postbird]].
advert | Payment was by [[kiki(dot)lounge(at)postbird(dot)example]].
advert | He films for [[@trixie_treat_ng]] and for [[Trixie Treat NG]].
advert | He films for [[flordenoche77]] and for [[flor de noche 77]].
advert | A link, [[bit.ly/3xNotts]], goes to [[www.nottsnights.example/tonight]].
address | Rubbish from [[60 Woodborough Rise]] was found on [[Narborough Ln]].
address | Rubbish from [[Corporation Oaks Hse, 22]] was found.
address | Rubbish from [[Woodboro Rise]] was found, and from [[8, Quay Side Cottages]].
address | Rubbish from [[one three one A Narborough Lane]] was found.
address | Rubbish from [[N G 3 9ZZ]] was found, and from [[LE39ZX]].
address | HOLDER pays a cleaner at [[Temple Gate Mews]], [[suite five]].
address | HOLDER pays a cleaner at [[2 Templegate Mews]].
address | The address they use is [[over the launderette facing the tram depot]].
address | The address they use is [[the ground-floor flat nearest the lift]].
address | The address they use is [[in the cul-de-sac behind Morrisons, at the far end]].
address | The address they use is [[three doors up from the Polish deli]].
address | The address they use is [[a static caravan, pitch 41]].
address | The address they use is [[the cottage with the anchor outside]].
address | The address they use is [[above the old Barclays]].
address | VICKERS drops customers [[at the bus shelter by the cemetery gates]] and they walk [[two doors along]].
address | Customers are told: [[green door, second buzzer]], and to knock twice.
address | Customers are told: [[go through the arch next to the bookies]].
address | Customers are told: [[floor 9, lift B, turn left]].
address | It can be seen from the [[park bench opposite her window]].
nationality | HOLDER has a [[Bulgarian]] woman in Nottingham who has been told to pay £300 a week.
nationality | VICKERS moves [[Latvians]] between Whitehaven and Workington.
nationality | She is [[Afghan]] and has been put in a flat off Narborough Road.
nationality | The [[Ethiopian]] girl in Beeston is sixteen or so.
nationality | A lady [[from Chile]] has the top room in Llandudno.
nationality | The one from [[Pristina]] is in Leicester until Sunday.
nationality | He keeps three [[Romainian]] women in Hyson Green.
nationality | A [[Thai-born]] masseuse in Arnold has lost two teeth.
speech | HOLDER will be at the races on Saturday. [[I had this from one of his girls]].
speech | HOLDER will be at the races; [[she let it slip]] while having her details taken.
speech | VICKERS beats his dog and, [[as she tells it]], worse.
speech | [[On leaving custody a female detainee stated]] that HOLDER deals at the flat.
speech | [[Detainee said that]] HOLDER deals. [[She asked for this not to be written down]].
speech | [[Caller, female, distressed, says]] VICKERS has a gun.
speech | [[Caller refused her name]] and hung up after giving the registration.
speech | VICKERS has a gun. [[Inft working at premises]].
speech | [[A female who gave her name as Sam told]] the PCSO that HOLDER drives without a licence.
speech | [[I have it on good authority from a woman inside]] that it closes at two.
speech | [[The women we met were clear]]: HOLDER decides.
speech | [[She held up three fingers when asked]] how many men there were.
speech | [[She wouldn't say his name]] but it is plain that HOLDER is meant.
speech | [[He had told her his plans]] the week before.
speech | [[Whilst on foot patrol I engaged with a sex worker]] re HOLDER.
speech | HOLDER is violent. [[She has the marks to prove it]].
speech | The safe is behind the mirror. [[Only those who work the late shift see it open]].
speech | The safe is behind the mirror ([[female in flat 2 has been present]]).
speech | [[A worker is willing to draw a plan]] of the rooms.
speech | [[The person who rang is living with VICKERS]].
speech | [[It was the girl with the baby who]] pointed out the van.
speech | [[We were given this over a coffee]] by the market.
speech | [[They both said]] HOLDER and nobody else.
speech | The driver, [[she thinks]], is called Del.
speech | The driver, [[it was explained by the lady]], is called Del.
speech | HOLDER shouted, [[she says]], “[[you are mine]]”.
speech | [[His ex, who still works there, is feeding us]] the dates.
speech | [[Please do not approach her]] as HOLDER reads her phone.
speech | [[This comes from a very small circle]], so take care.
speech | [[Her statement is]] that VICKERS locks the windows.
speech | [[The maid and one girl are prepared to]] speak if moved.
speech | [[Victim wishes no police action]] but wants HOLDER stopped.
speech | [[She described]] a scar over his eye. [[She also heard]] the name Del.
speech | [[Reported by the girl in confidence to her GP]].
time | HOLDER left [[at 16:05]]; VICKERS followed [[at ten past four]].
time | HOLDER left [[at 4.05 in the afternoon]]; VICKERS followed [[ten minutes later]].
time | HOLDER left [[at five to four on the Friday]].
time | The cash is dropped [[at 0215]] behind the bins, or [[at quarter past two]].
time | The cash is dropped [[when the street lights go off at one]].
time | VICKERS made the threat [[as she was getting out of the bath]].
time | VICKERS made the threat [[on 9/10 @ 2140]].
time | VICKERS made the threat [[at 21 minutes to ten]].
plate | VICKERS reversed into [[FN67 SPH]] and keyed [[KX20TRX]].
plate | VICKERS reversed into [[foxtrot november 67 sierra papa hotel]].
plate | VICKERS reversed into [[J4GEM]], and into [[FN 67-SPH]].
"""
