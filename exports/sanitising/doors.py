"""The pieces of patterns by which a text says where a door is."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

import re

_TYPES = """
bank bk cottage cottages cott works wks mill fold croft garth brae wynd vale dale meadow meadows
orchard circus esplanade esp promenade prom boulevard blvd approach bridge alley passage path
arcade hse bldgs bldg hl la tce pde gdn crt clse est estate lodge apartments apts tower road rd
street st avenue ave lane ln drive dr close cl crescent cres court ct place pl terrace terr square
sq gardens gdns grove gr way walk row hill mount parade view mews gate house park rise green yard
quay wharf buildings heights towers tower point mansions villas
"""
TYPES = frozenset(_TYPES.split())
TYPE = rf"(?:{'|'.join(sorted(TYPES, key=len, reverse=True))})"
UNIT = (
    r"(?:flat|flt|apartment|apt|appt|unit|room|rm|suite|bedsit|studio|chalet|caravan|plot|lodge"
    r"|pitch|berth|mooring|lock-?up|door|buzzer|bell|intercom|fob)"
)
SPELT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
COUNT = rf"(?:\d{{1,4}}\s?[a-z]?|{SPELT}|[a-h]\d{{0,3}})\b"
LEVEL = (
    r"(?:ground|top|basement|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d{1,2}(?:st|nd|rd|th)|upper|lower|attic|bottom|loft)"
)
HOME = (
    r"(?:flats?|apartments?|houses?|home|bedsit|studio|room|door|premises|property|address|place"
    r"|caravan|chalet|cottage|building|block|maisonette|annexe?|bungalow|terrace|staircase|entrance|gate|window|intercom)"
)
LANDMARK = (
    r"(?:shop|store|tyre\s+(?:place|shop|depot)|scrap\s?yard|builders?['’]?\s+(?:yard|merchants?)|car\s+wash|tip|sea\s+wall|slipway|bakery|baker['’]?s?|butcher['’]?s?|chippy|chip\s?shop|takeaway|take-away|kebab|caf[eé]"
    r"|restaurant|pizzeria|pub|bar|club|inn|church|chapel|mosque|temple|synagogue|gurdwara|school"
    r"|nursery|college|university|library|museum|cinema|theatre|gym|pool|park|playground|station"
    r"|bus\s?stop|tram\s?stop|stop|car\s?park|garage|petrol|bank|post\s?office|pharmacy|chemist['’]?s?"
    r"|hospital|surgery|clinic|dentist['’]?s?|doctor['’]?s|vet['’]?s?|hotel|hostel|supermarket|market"
    r"|ginnel|snicket|alley|garden\s+centre|level\s+crossing|allotments?|cricket\s+(?:club|ground)|war\s+memorial|mill|quarry|golf\s+(?:club|course)|superdrug|laundrette|launderette|laundry|barber['’]?s?|hairdresser['’]?s?|salon|nail\s?bar"
    r"|tattoo\s?(?:parlour|studio)|betting|bookie['’]?s?|bookmaker['’]?s?|off-licence|newsagent['’]?s?"
    r"|florist['’]?s?|factory|mill|warehouse|bridge|canal|roundabout|crossroads|junction|traffic\s?lights"
    r"|town\s?hall|court|fire\s?station|cemetery|football\s?ground|stadium|arena|depot"
    r"|tesco|asda|aldi|lidl|sainsbury['’]?s|morrisons|greggs|co-?op|boots|costa|starbucks|mcdonald['’]?s"
    r"|kfc|subway|b&m|wilko|iceland|spar|primark|ikea|halfords|screwfix|ladbrokes|wetherspoon['’]?s?)"
)
OF = r"(?:\s+(?:the|a|an|that|this|old|new|big|small|little|local|former|main|corner|\w+['’]s))*"
NOUN = (
    rf"{OF}\s+(?:[\w'’&-]+\s+){{0,3}}?{LANDMARK}\b|{OF}\s+(?:[A-Z][\w'’&-]+)(?:\s+[A-Z][\w'’&-]+)*"
)
STRONG = (
    r"(?:above|over(?=\s+(?:the|a|an)\b(?!\s+\w+\s+of\b))|upstairs\s+from|downstairs\s+from|underneath|next\s+door(?:\s+to)?|next\s+to"
    r"|\w+\s+(?:doors?|houses?|floors?)\s+(?:down|up|along|away|from|below|above|before|after|past)(?:\s+from)?"
    r"|directly\s+opposite|right\s+opposite|diagonally\s+opposite|across\s+(?:the\s+(?:road|street|way)\s+)?from"
    r"|(?:round|around|on|at|by)\s+the\s+(?:back|side|rear|end|corner|top|bottom)\s+of|on\s+top\s+of"
    r"|(?:just\s+)?(?:round|around)\s+the\s+corner\s+from|same\s+(?:building|block|street|road|floor)\s+as"
    r"|back(?:s|ing)?\s+on\s?to|overlook(?:s|ing)|wall\s+with|to\s+the\s+(?:rear|side|left|right)\s+of"
    r"|between(?=\s+the\b))"
)
WEAK = (
    r"(?:opposite|facing|faces|behind|beside|near(?:est)?(?:\s+to)?|(?<!\wed\s)(?<!found\s)(?<!made\s)(?<!run\s)(?<!sold\s)(?<!given\s)(?<!kept\s)by(?=\s+(?:the|an?|that|this)\b)|outside|in\s+front\s+of|beyond|past"
    r"|close\s+to|off|adjacent\s+to|alongside|under|beneath|below|at(?!\s+(?:an?|university|school|court|hospital|college|church|market)\b))"
)
DWELLS = re.compile(
    rf"\b(?:{HOME}|live[sd]?|living|stay(?:s|ed|ing)?|sleep(?:s|ing)?|work(?:s|ed|ing)?|based|rents?"
    r"|renting|lodg(?:es|ing)|she|her|hers|girl|woman|worker|find|found|victim|source|upstairs|held|kept|locked|hidden|housed|caravan|shed|customers|buyers|punters|clients|visitors|let\s+in)\b",
    re.IGNORECASE,
)
BESIDE = re.compile(
    rf"\b(?:{HOME}|lives?|living|stays?|staying)\s+(?:just\s+|right\s+|is\s+)*(?:opposite|facing|behind|beside|next\s+to"
    r"|near|adjacent\s+to|in\s+front\s+of|overlooking|past|across\s+from|close\s+to|by|(?:over|above|below|under|beneath)(?=\s+the\b))\s+(?:the|a|an)\s+[\w'’-]+(?:\s+[\w'’-]+)?",
    re.IGNORECASE,
)
SITED = re.compile(
    r"\b(?:backs?|looks?|opens?|faces?|facing|fronts?|gives?)\s+(?:on\s?to|out\s+(?:on|over|across)|over|on)\s+(?:the|a|an)\s+[\w'’-]+(?:\s+[\w'’-]+)?"
    r"|\b(?:customers?|punters?|buyers?|clients?|visitors?|callers?|girls|women)\s+(?:\w+\s+){0,4}?(?:park|wait|queue|meet|gather|enter|sleep|smoke|go\s+in)\s+(?:\w+\s+)?(?:behind|beside|by|opposite|outside|near|under|over|above|at|next\s+to|past)\s+(?:the|a|an)\s+[\w'’-]+(?:\s+[\w'’-]+)?"
    r"|\bthe\s+(?:[\w-]+\s+){0,2}?(?:house|flat|bungalow|cottage|caravan|chalet|building|block|villa|barn|bedsit)\s+(?:on|at|by|past|before|after|near|opposite|behind|beside|where|facing)\s+(?:the|a|an)\s+(?!time|end\s+of\s+the\s+(?:month|year|week)|start|request|moment|weekend|instigation|market)[\w'’-]+"
    r"|\b(?:windows?|doors?|balcony|gate|entrance|room|flat|house|place)\s+(?:that\s+|which\s+)?(?:faces?|overlooks?|adjoins?|abuts?)\s+(?:the|a|an)\s+[\w'’-]+(?:\s+[\w'’-]+)?"
    r"|\b(?:on|in)\s+the\s+(?:mezzanine|half[- ]landing|landing|roof|cellar|basement|attic|loft|yard|outbuildings?|annexe?)\s+(?:of|at|behind|above|below)\s+(?:the|a|an)\s+[\w'’-]+"
    r"|\bthe\s+(?:[\w-]+\s+)?(?:houses?|flats?|building|block|bungalow|caravan|cottage|shop|place)\s+with\s+(?:the|a|an|its)\s+(?:[\w-]+\s+)?(?!view\s+to|intention|aim|purpose|help|same|most|exception)[\w'’-]+"
    r"|\b(?:place|house|flat|building|door|property|address|it)\s+(?:has|had|with)\s+(?:an?|the)\s+(?:[\w-]+\s+){1,6}?(?:at|on|in|over|by)\s+(?:the|its)\s+(?:front|back|side|door|gate|wall|window|porch|roof|garden|drive)\b",
    re.IGNORECASE,
)
KEPT_BESIDE = re.compile(
    r"\b(?:kept|held|locked(?:\s+(?:in|up))?|sleeps?|sleeping|works?|working|housed|hidden|based|located|situated)\s+(?:just\s+|right\s+)*(?:opposite|facing|behind|beside|next\s+to"
    r"|near|adjacent\s+to|overlooking|past|across\s+from|close\s+to)\s+(?:the|a|an)\s+[\w'’-]+(?:\s+[\w'’-]+)?",
    re.IGNORECASE,
)
"""A home, where somebody is kept, and a place, each told by what is beside it or what it has."""
