"""Finds words that betray who said it: “she told me”, the source's own words."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

import re
from collections.abc import Iterator, Sequence

from exports.sanitising.kinds import Finding, Kind, Known
from exports.sanitising.people import SPEAKERS
from exports.sanitising.reading import small, words
from exports.sanitising.speakers import find_speakers
from exports.sanitising.talk import SAYS
from exports.sanitising.unnamed import Women
from translations.interface import _

_SAY = (
    r"(?:(?:sa(?:id|ys?)|saying|t(?:old|ells?)|telling|stat(?:ed|es?)|explain(?:ed|s)?|mention(?:ed|s)?"
    r"|disclos(?:ed|es?)|reveal(?:ed|s)?|confid(?:ed|es?)|admit(?:ted|s)?|claim(?:ed|s)?|recall(?:ed|s)?"
    r"|complain(?:ed|s)?|confirm(?:ed|s)?|insist(?:ed|s)?"
    r"|whisper(?:ed|s)?"
    r"|call(?:ed|s)\s+(?:me|us)|let\s+slip|let\s+(?:me|us)\s+know"
    r"|point(?:ed|s)?\s+out|mak(?:es|e)\s+clear|made\s+clear|alleg(?:ed|es)"
    r"|warn(?:ed|s)\s+(?:me|us)|show(?:ed|s|n)\s+(?:me|us)|g[ai]ve(?:s)?\s+(?:me|us)|s(?:ent|ends)\s+(?:me|us)"
    r"|ask(?:ed|s)\s+(?:me|us)|open(?:ed|s)\s+up|volunteer(?:ed|s)?"
    r"|account(?:ed)?\s+that|believes?|thinks?|fears?)"
    r"|(?:add(?:ed|s)?|whisper|text(?:ed|s)?|messag(?:ed|es)|phon(?:ed|es)|wr(?:ote|ites)|shar(?:ed|es)|rang|spoke|speaks|talk(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)?|describ(?:ed|es?)|heard|overheard|saw|witnessed|noticed|knows?|remember(?:ed|s)?|relat(?:ed|es)|report(?:ed|s)?)"
    r"(?=\s+(?:that|how|about|of|it|him|what|where|when|a\s+man|men|to\s+(?:me|us)|me|us)\b|\s*[,:]))"
)
_HOW = r"(?:\s+(?:has|have|had|is|was|then|also|later|once|quietly|openly|\w+ly|just|since|even|always|often|herself|himself|only|first|who|would)){0,3}"
_HER = (
    r"(?:she|(?:the|this|that|another|one|a)\s+(?:young\s+|other\s+|same\s+|older\s+|\w+\s+)?(?:girl|lady|sex\s?worker"
    r"|worker|escort|source|informant|contact|caller|victim|complainant|tenant|flatmate|housemate|roommate|maid"
    r"|receptionist|cleaner|witness|survivor|subject\s+herself|masseuse|interpreter|mother|sister|informer)"
    r"|(?:one|some|two|several|all|each|many)\s+of\s+(?:the|these|those)\s+(?:girls|women|workers|ladies|tenants|escorts|residents)"
    r"|(?:her|his|my|our|their)\s+(?:source|informant|contact|friend|flatmate|sister|mother|neighbour|client|colleague"
    r"|cousin|daughter|landlady|maid|roommate|housemate|boyfriend|girlfriend|partner))"
)
_ME = r"(?:me|us|(?:the|this|our|my)\s+(?:officers?|writer|author|reporter|liaison|project|outreach|colleague)|(?:pc|dc|ps|ds|di)\b|police|officers?)"
_SPOKE = "|".join(
    sorted(SPEAKERS - {"she", "herself", "those", "former", "ex", "s/w"}, key=len, reverse=True)
)
_HEARD = re.compile(
    r"\b(?:to|with|by)\s+(?:the|an?|her|our|my|one\s+of\s+the)\s+(?:\w+\s+)?(?:interpreter|nurse|project|outreach|doctor|midwife|gp|clinic|charity|paramedics?|counsellor|helpline|hotline|friend|priest|teacher|staff|volunteers?|team|advocate|translator)\b"
)
_SHE = re.compile(r"\b(?:she|her|herself)\b", re.I)
_TO_POLICE = re.compile(
    r"\b(?:me|us|i|we|my|our|officers?|police|interview|nurse|outreach|source|girls?|wom[ae]n|lady"
    r"|victim|worker|informant|witness)\b",
    re.I,
)
_TOLD = (SAYS | {"word"}) - {"report", "reports", "account", "contact"}
_FEW_WORDS = 4
_REACH = 40  # signs before “to the nurse” in which a verb of telling is sought
_INTIMATE = (
    r"(?:chats?|conversations?|talks?|welfare\s+(?:visits?|checks?|calls?)|safeguarding\s+visits?|drop[- ]ins?|outreach(?:\s+(?:session|visit|shift|van|work))?s?"
    r"|(?:cups?\s+of\s+)?(?:tea|coffee)|private\s+words?|heart[- ]to[- ]hearts?|disclosures?|quiet\s+words?|one[- ]to[- ]ones?|support\s+(?:session|meeting|visit)s?"
    r"|clinic\s+(?:visit|appointment)s?|health\s+(?:visit|check)s?|face[- ]to[- ]face)"
)
_EXCHANGE = r"(?:call|phone\s?call|message|text|letter|interview|meeting|visit|statement|discussion|exchange|session|encounter|contact|voice\s+note|e-?mail|appointment)"
_A_PERSON = (
    r"(?:the|a|an|this|that|another)\s+(?:\w+\s+){0,2}?(?:girl|lady|wom[ae]n|worker|escort|source|informant|caller|victim|complainant|tenant|flatmate|maid"
    r"|receptionist|cleaner|witness|survivor|occupant|resident|female|person\s+(?:there|inside|concerned))"
)
_ONE = r"(?:girl|lady|woman|female|one|worker|escort|tenant|occupant|maid|cleaner|receptionist|resident|lodger)"
_TALKED = r"(?:sp(?:oke|eak|oken)|talk(?:ed)?|chat(?:ted)?|met|meet|visit(?:ed)?|heard?|learn(?:t|ed)?|ask(?:ed)?|understand|understood|saw|see|listen(?:ed)?|sat|gather(?:ed)?|call(?:ed)?|rang|interview(?:ed)?|debrief(?:ed)?|bumped|know\s+(?:this|it|that)|got)"
_PERSON = (
    r"(?:girl|lady|woman|worker|escort|source|informant|caller|victim|complainant|tenant|flatmate|housemate|roommate|maid"
    r"|receptionist|witness|survivor|occupant|resident|masseuse|informer|friend\s+of\s+hers)"
)
_RULES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_PERSON}(?:\s+(?!who\b|and\b|to\b|was\b|were\b|is\b|be\b|been\b)\w+){{0,3}}\s+(?:said|says|told|stated|states|informed|disclosed|confided"
        r"|explained|mentioned|reported|reports|described|complained|revealed|admitted|claims|claimed|advised|confirmed)\b",
        rf"\b(?:an?|my|our|the|her|this)\s+(?:\w+\s+)?(?:informant|informer)\b|\b(?:my|our)\s+(?:\w+\s+)?(?:source|contact|{_PERSON})\b",
        rf"\b(?:told|informed|shown|given|passed\s+on|reported|confirmed|disclosed|said|heard|learnt|learned|received|obtained|known)\s+(?:to\s+\w+\s+)?(?:by|from)\s+(?:her|(?:the|a|one|an)\s+(?:\w+\s+)?{_PERSON}|one\s+of\s+(?:the|them))\b",
        r"\b(?:came|comes|comes\s+directly|is|was)\s+(?:\w+ly\s+|straight\s+)?from\s+her\b(?!\s+\w)|\b(?:from|by)\s+(?:her\s+own\s+mouth|what\s+she\s+\w+)\b",
        r"\b(?:as|was|were|been)\s+(?:told|said|disclosed|confided|reported)\s+to\s+(?:me|us|officers?|police|the\s+\w+)\b",
        r"\bshe(?:\s+is|\s+was|['’]s)\s+(?:\w+\s+)?(?:adamant|sure|certain|positive|convinced|clear|aware|afraid|scared|worried|frightened)\s+(?:that|he|of|to)\b",
        r"\bshe\s+(?:wants?|wanted|wishes|wished|asks|asked|begged|would\s+like)\s+(?:it|this|us|me|police|that)\b|\bit\s+was\s+(?:she|her)\s+(?:who|that)\b",
        r"\bshe\s+(?:cried|wept|sobbed|nodded|pointed|shook|showed|gestured|hinted|implied|indicated|suggested|maintains?|denie[sd]|agree[sd]|estimates?|guess(?:es|ed)|overhears?)\b",
        rf"\b(?:during|in|over|at|after|from|on|through|following|throughout)\s+(?:(?:our|my|her|a|an|the|this|that|one|another)\s+)?(?:(?!recorded\b|intercepted\b|monitored\b)\w+\s+)?{_INTIMATE}\b",
        rf"\b(?:during|in|over|at|after|from|on|through|following|throughout)\s+(?:our|my|her|(?:the|a|an)\s+(?:\w+\s+)?(?:source|victim|wom[ae]n|girl|lady|worker|tenant|witness)['’]s)\s+(?:\w+\s+)?{_EXCHANGE}s?\b",
        rf"\b(?:{_INTIMATE}|{_EXCHANGE}s?|debrief|contact|dealings|time\s+(?:spent|alone))\s+with\s+(?:her|{_A_PERSON}|(?:one|some|two|several)\s+of\s+(?:the|them))\b",
        rf"\b(?:{_INTIMATE}|{_EXCHANGE}s?)\s+(?:\w+\s+)?(?:revealed|brought|showed|suggested|indicated|led|disclosed|confirmed)\b",
        rf"\b{_HER}{_HOW}\s+{_SAY}\b",
        rf"\b(?:the|a|one|this|that)\s+(?:\w+\s+)?wom[ae]n{_HOW}\s+(?:sa(?:id|ys?)|told|stated|explained|disclosed|confided"
        rf"|mentioned|admitted|revealed|described|complained)\b",
        r"\bwomen(?:\s+(?:there|inside|at\s+\w+\s+\w+))?\s+(?:have\s+|had\s+)?(?:say|said|told|disclosed|state|stated|report|reported|describe|described)\b",
        rf"\b(?:he|they|who|someone|somebody|a\s+\w+|the\s+\w+){_HOW}\s+(?:told|tells|informed|informs|showed|shows|texted"
        rf"|messaged|rang|phoned|called|warned|said\s+to|says\s+to|spoke\s+(?:to|with)|confided\s+(?:in|to)|explained\s+to|disclosed\s+to|admitted\s+to|reported\s+to|assured)\s+{_ME}\b",
        r"\b(?:i|we|officers|police(?!\s+\w+\s+(?:told|informed|advised|given|warned)\s+of\b)|the\s+(?:writer|officer|author|reporter))\s+(?:was|were|am|are|have\s+been|has\s+been|had\s+been)\s+"
        r"(?:\w+ly\s+)?(?:told|informed|advised|shown|given|made\s+aware|warned|led\s+to\s+(?:believe|understand))\b",
        r"\b(?:i|we)\s+(?:\w+ly\s+|have\s+|had\s+|also\s+)?(?:spoke|spoken|talked|chatted|met|visited|heard|learnt|learned|asked|understand|saw|listened)\b",
        r"\b(?:told|tells|telling|said\s+to|confided\s+(?:in|to)|disclosed\s+to|spoke\s+(?:to|with)|mentioned\s+to|shared\s+with|explained\s+to|admitted\s+to|whispered\s+to|texted|messaged)\s+(?:me|us)\b",
        r"\b(?:according|thanks)\s+to\s+(?:her|the\s+(?:girl|woman|source|worker|victim|tenant|informant|caller|flatmate)|one\s+of|a\s+(?:\w+\s+)?(?:girl|woman|worker|source|friend|tenant|flatmate|informant))\b",
        r"\bin\s+(?:her|the\s+(?:source|victim|woman|girl|worker)['’]s)\s+(?:own\s+)?(?:words?|account|view|opinion|statement|version|telling)\b",
        r"\b(?:her|the\s+(?:source|victim|woman|girl|worker|informant)['’]s|source['’]?s?)\s+(?:own\s+)?(?:account(?!\s+(?:with|at|in|number|received|held|was|has|shows|is\s+(?!that)))|words|story|statement|disclosure|admission|information|version|opinion|view|belief|fears?|worr(?:y|ies)|hopes?|wish(?:es)?|impression|understanding|memory|recollection|estimate|guess|description|observations?|suspicions?|testimony|concerns?|knowledge|reports?|claims?|allegations?|answers?|reply|replies|version|perception|experiences?|diary)\b",
        r"\b(?:as|like|so)\s+(?:she|the\s+(?:girl|woman|source|worker|victim))\s+(?:put|puts|said|says|told|explained|described|recalled)\b",
        r"\b(?:during|in|after|from|at)\s+(?:my|our|the|a|an|this|that|her)\s+(?:\w+\s+)?(?:conversation|chat|talk|visit|interview|call|phone\s?call|welfare\s+(?:check|visit)|meeting|drop-in|disclosure)s?\s+(?:with|to|from|by)\b",
        r"\b(?:when|while|after|as)\s+(?:i|we|officers|police)\s+(?:visited|met|spoke|saw|called|asked|talked|sat|attended)\b",
        r"\b(?:in|with|under)\s+(?:strict\s+)?confidence\b|\boff\s+the\s+record\b|\b(?:asked|wants?|wishes|begged)\s+(?:me\s+|us\s+)?(?:not\s+to\s+(?:be\s+named|tell|say|repeat)|to\s+(?:stay|remain)\s+anonymous)\b",
        r"\b(?:source|informant|informer)\s+(?:is|was|lives?|works?|who|whose|has|had|heard|saw|knows?|believes?|states?|says?|said|stated|told|reports?|reported|advised|advises|confirmed|confirms|claims?|claimed|overheard|fears?|shares?)\b",
        r"\b(?:quote[sd]?|unquote|verbatim|word\s+for\s+word)\b|\bher\s+exact\s+words\b",
        rf"\b(?:as|being|is|was|remains|she['’]s|like)\s+the\s+(?:only|sole|one|last|first|oldest|eldest|youngest|newest|latest|longest[- ]serving|smallest|tallest|new|other)\s+(?:\w+\s+){{0,2}}?(?:there|here|inside|of\s+the(?!\s+(?:group|gang|men|brothers|drivers|network|family|suspects|four|three|two|company|firm))|in\s+the|at\s+the|on\s+the|who|not|with|living|working|left|{_ONE})\b",
        rf"\b(?:the|that|this)\s+(?:\w+\s+)?{_ONE}\s+(?:who|that\s+he|whom|whose|he|she|they|in\s+(?:the\s+)?(?:\w+\s+)?(?:(?:bed)?room|flat|bed|attic|basement|back|front|end|kitchen|cellar|caravan|loft|lounge)|from\s+(?:the\s+)?(?:\w+\s+)?(?:room|flat|floor)|upstairs|downstairs|next\s+door|we|i)\b",
        r"\b(?:only|nobody\s+but|no\s+one\s+but|known\s+(?:only\s+)?to)\s+(?:she|her|someone|somebody|a\s+person|those|people|the\s+\w+|one\s+(?:person|woman|girl)|anyone|an?\s+(?:insider|resident|\w+))\s+(?:\w+\s+){0,4}?(?:knew|knows?|saw|sees?|heard|could|would|had|was|is|sleeps?|slept|lives?|lived|works?|worked|there|inside|present)\b",
        r"\b(?:no[- ]?one|nobody)\s+else\s+(?:knows?|knew|was|is|saw|heard|has|had|could|present)\b|\bwhen\s+(?:they|the\s+two|she\s+and\s+he|he\s+and\s+she)\s+(?:were|are)\s+alone\b|\balone\s+with\s+(?:her|him)\b",
        r"\b(?:through|via|with(?:\s+the\s+help\s+of)?|using|by)\s+(?:an?|the|her)\s+(?:\w+\s+)?interpreter\b|\b(?:in|into)\s+(?:her\s+(?:own|first|native)\s+(?:language|tongue)|her\s+mother\s+tongue|broken\s+english)\b|\bgoogle\s+translate\b",
        r"\b(?:it|this|that|the\s+(?:above|following|information|matter|detail|name|fact))\s+(?:was|were|has\s+been|had\s+been|is|came|comes)\s+(?:\w+ly\s+|also\s+|then\s+|first\s+)?(?:disclosed|confided|divulged|volunteered|let\s+slip|mentioned|said|told|shared|up\s+(?:in|during|when|while|over)|out\s+(?:in|during|when|while|over)|revealed\s+(?:in|during|by|to|when)|raised|passed\s+on)\b",
        r"\b(?:disclosed|confided|divulged|volunteered|confessed|mentioned|said|told|learnt|learned|heard|raised)\s+(?:\w+\s+){0,2}?(?:during|in\s+(?:passing|private|tears|confidence)|over\s+(?:the\s+phone|tea|coffee|a)|while\s+(?:being|alone|having|waiting)|at\s+(?:the\s+)?(?:drop|clinic|project|outreach|sexual\s+health))\b",
        r"\b(?:told|tells|telling|said\s+to|says\s+to|whispered\s+to|boasted\s+to|bragged\s+to|confided\s+in|admitted\s+to|confessed\s+to)\s+(?:her|(?:the|a|one)\s+(?:girl|woman|lady|source|worker|victim|tenant|maid|informant|female)|one\s+of\s+(?:the|them))\b",
        r"\b(?:promised|warned|informed|assured|asked|showed|texted|messaged|phoned|rang|reminded|advised|instructed|ordered)\s+(?:her|(?:the|a|one)\s+(?:girl|woman|lady|source|worker|victim|tenant|maid|informant|female))\s*(?:[,.;]|that\b|to\b|he\b|not\b|how\b|what\b|the\b|a\b|his\b|about\b|where\b|if\b|never\b)",
        r"\b(?:source|provenance|information|info|origin|informant|told\s+by|per)\s*[:=–—-]\s*(?:\w+\s+){0,4}?(?:girl|lady|woman|female|worker|escort|victim|tenant|flatmate|maid|receptionist|cleaner|friend|she|herself|occupant|sister|caller|wg|sw)\b",
        r"\b(?:first|second)[- ]hand\b|\beye[- ]?witness(?:ed)?\b|\b(?:from\s+the\s+inside|from\s+within|inside\s+(?:knowledge|information|source|track)|insider)\b|\bwith\s+(?:her|my|his)\s+own\s+eyes\b|\b(?:her|my)\s+own\s+(?:experience|eyes|ears)\b",
        rf"\b(?:i|we|(?:the\s+)?(?:writer|officers?|police|reporter|author)|this\s+officer|pc|dc|ps|outreach)\s+(?:\w+\s+){{0,2}}?(?:{_TALKED})\s+(?:\w+\s+){{0,2}}?(?:her\b|{_A_PERSON}|one\s+of\s+(?:the|them))",
        r"\b(?:speaking|talking|chatting|crying|sobbing|whispering|asked|when\s+asked|questioned|pressed|prompted|upon\s+being\s+asked|on\s+being\s+asked)\b[^.,;\n]{0,40},?\s+she\b",
        r"\bshe\s+(?:is|was|has\s+been|['’]s)\s+(?:\w+\s+){0,2}?(?:scared|afraid|frightened|terrified|worried|adamant|certain|sure|convinced|positive|reluctant|unwilling|anxious|nervous)\b",
        rf"\b(?:she|{_A_PERSON}|one\s+of\s+(?:the|them)(?:\s+\w+)?)\s+(?:\w+ly\s+)?(?:is|was|has|had|remains|got|gets|gives?|gave)\s+(?:\w+ly\s+)?(?:of\s+the|under\s+the|the|a|an|in|no)\s+(?:\w+\s+)?(?:view|opinion|impression|feeling|belief|idea|tears|doubts?|sense|fear|suspicion|hunch|mind)\b",
        r"\b(?:among|amongst|between)\s+(?:the|these|those)\s+(?:\w+\s+)?(?:girls|women|workers|ladies|escorts|tenants|females|residents)\b|\b(?:word|rumour|gossip|talk)\s+(?:from\s+(?:the\s+)?(?:inside|within|\w+)|is|has\s+it|in\s+the\s+house|at\s+the\s+\w+)\b",
        r"\b(?:suspects?|suspected|blames?|blamed|accuses?|accused)\s+(?:her|one\s+of)\b|\b(?:her|the\s+source['’]?s?)\s+(?:identity|name|safety\s+depends|anonymity)\b|\b(?:grass(?:ed|es|ing)?|snitch(?:ed|es|ing)?)\b",
        r"\bshe(?:['’]d|\s+would|\s+will|['’]ll|\s+won['’]t|\s+can|\s+cannot|\s+can['’]t|\s+could|\s+couldn['’]t|\s+wouldn['’]t)\s+(?:\w+\s+)?(?:rather|like|love|sooner|give\s+evidence|support|make\s+a|sign|attend|testify|go\s+to\s+court|help\s+(?:us|police)|not\s+(?:be|give|sign|go))\b",
        r"\b(?:i|we|police|officers?|(?:the\s+)?(?:writer|project|team|outreach))\s+(?:\w+\s+){0,2}?(?:approached|contacted|rung|phoned|tipped\s+off|messaged|texted|called|alerted|stopped)\s+(?:by|in\s+the\s+street)\b|\btip(?:ped)?[- ]off\s+(?:by|from)\b",
        r"\b(?:got|had|have|has|received|came|come|comes|heard|learnt|learned|know|known|taken|obtained|gathered|directly|straight|direct|information|info|this|it|that|details|message|text|call)\s+(?:\w+\s+){0,2}?(?:from|by|via|through)\s+her\b(?=\s*(?:[.,;:)]|$|and\b|that\b|this\b|last\b|on\b|in\b|at\b|yesterday|when\b|while\b|directly|herself|today|over\b|by\b))",
        r"\b(?:yn\s+ôl|clyw(?:ais|odd)\s+gan|gan)\s+(?:y\s+|un\s+o['’]r\s+)(?:ferch|fenyw|ddynes|merched|menywod|ffynhonnell|gweithiwr|weithwraig)\b|\bmae\s+hi['’]n\s+(?:dweud|ofni|credu|meddwl|poeni|gwybod|ofnus)\b|\bei\s+geiriau\s+(?:hi|ei\s+hun)\b",
        r"\b(?:it|this|that|what|which|also)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:emerged|transpired|arose|came\s+(?:to\s+light|up|out|across)|became\s+clear|turned\s+out|slipped\s+out)\b(?=\s+(?:\w+\s+)?(?:when|while|during|in|over|from|as|after|on|at)\b)",
        rf"\b(?:talking|speaking|chatting|sitting|walking|waiting|meeting|dealing|engaging|engagement|contact|rapport|met|spoke|sat)\s+(?:to|with|beside|alone\s+with)\s+(?:her\b|{_A_PERSON}|one\s+of\s+(?:the|them))",
        r"\b(?:when|while|after|as|before|once|since)\s+(?:i|we|officers|police)\s+(?:\w+\s+){0,2}?(?:visited|met|spoke|saw|called|asked|talked|sat|attended|arrived|left|knocked|rang|went|came|dropped)\b",
        r"\b(?:took|takes|taken|pulled|drew|called)\s+(?:me|us|officers?|police|the\s+\w+)\s+(?:aside|apart|to\s+one\s+side)\b",
        rf"\baccording\s+to\s+(?:her|him|them|someone|somebody|people|those|one|two|some|several|many|most|all|(?:an?|the|his|her)\s+(?:[\w-]+\s+){{0,2}}?(?:{_SPOKE}))\b",
        r"\b(?:on|from)\s+the\s+inside\b|\b(?:close|near|known)\s+to\s+(?:the\s+)?(?:group|gang|brothers|organisers?|them)\s+(?:who|has|says|said)\b",
        r"\b(?:mr|mrs|ms|miss)\.?\s+\w+\s+(?:\w+ly\s+|has\s+|had\s+|also\s+)?(?:says|said|told|states|stated|remembers|remembered|recalls|believes|thinks|fears|knows|saw|heard|mentioned|confirmed|disclosed|describes|described|recognised)\b",
        r"\b(?:to|with|by|for|from|told|tells?|gave|gives|given|showed|shows|shown|let|took|asked|asks|sent|sends|rang|called|met|saw|against|informed|approached|contacted|warned|lets|seeing|trusts?|helped)\s+(?:me|us)\b(?!\s+(?:dollars?|citizen|embassy|authorities|law|visa|passport))",
        r"\b(?:i|we)\b(?!\s+(?:\w+ly\s+)?(?:recommend|assess|suggest|request|propose|judge|consider|attach|enclose|submit|would|will|shall|should|can|may|am\s+(?:not|the|of)|hold|grade|do\s+not\s+(?:know|hold)|note|advise|ask\s+that)\b)(?=\s+[a-z]{2,})(?<!world\swar\si)",
        r"\b(?:to|in|by|on|for|from|at|of)\s+her\s+(?:own\s+)?(?:\w+\s+)?(?:knowledge|experience|account\s+of|admission|reckoning|part|view|belief|opinion|words|estimate|recollection|memory|telling|perspective|understanding|statement|point\s+of\s+view|presence|hearing|sight|request|wish(?:es)?|behalf|permission|consent|agreement)\b|\bas\s+far\s+as\s+she\b",
        r"\b(?:on|from|in|through|off)\s+her\s+(?:\w+\s+)?(?:phone|mobile|handset|messages|diary|laptop|texts?|whatsapp|voicemail|tablet|camera|notebook|letters?)\b|\bin\s+front\s+of\s+(?:her\b|the\s+other|one\s+of|the\s+(?:girls|women|workers))",
        r"\b(?:if|should|when|before|in\s+case|unless)\s+(?:he|they|it|anyone|the\s+\w+)\s+(?:ever\s+|were\s+to\s+|was\s+to\s+)?(?:finds?\s+out|found\s+out|find\s+out|learns?|learnt|learn|discovers?|discover|hears?\s+of|gets?\s+wind|comes?\s+to\s+know|came\s+to\s+know|suspects?|knew|realises?)\b",
        r"\bmust\s+(?:not|never)\s+(?:be\s+)?(?:know|learn|find\s+out|named|identified|approached|told|hear|be\s+traced)\b|\b(?:could|can)\s+only\s+(?:have\s+)?(?:come|be\s+known|been)\b|\b(?:will|would|might)\s+(?:know|guess|work\s+out|realise)\s+(?:at\s+once\s+)?(?:who|where|that\s+she)\b|\b(?:reprisals?|retaliation|repercussions|comeback)\s+(?:against|on|for|if)\b",
        r"\bher\s+(?:\w+\s+)?(?:support\s+worker|social\s+worker|isva|idva|solicitor|gp|doctor|nurse|counsellor|midwife|key\s?worker|case\s?worker|advocate|therapist|psychologist|teacher|adviser|advisor|navigator)\b|\b(?:abe|mg11|first\s+account|debrief(?:ed|ing)?|statement\s+(?:of|from|by|taken\s+from)\s+(?:the|a|her))\b",
        r"\bhaving\s+(?:\w+ly\s+)?(?:worked|lived|stayed|slept|been|seen|heard|shared|spent|met|escaped|left|known)\b|\b(?:someone|somebody|a\s+person|one)\s+who\s+(?:has\s+|had\s+|once\s+|also\s+|still\s+)?(?:works?|worked|lives?|lived|stays?|stayed|sleeps?|slept|shared?s?|knows?|knew|saw|sees|heard|hears|escaped|left|was\s+there|is\s+there|has\s+been)\b(?!\s+(?:with|for)\s+(?:him|them|the\s+(?:group|gang)))",
        r"\b(?:has|have|had)\s+known\s+(?:him|them|her|the\s+\w+)\b|\bknows?\s+(?:him|them|her)\s+(?:well|personally|from|by|as|since|for)\b|\bhearsay\b|\bpillow\s+talk\b|\bwas\s+(?:there|present|in\s+the\s+room|awake|listening|asleep|hiding)\s+when\b|\b(?:the|her)\s+(?:answer|reply|response)\s+(?:was|came|given)\b",
        r"\b(?:to|from|at|with|of|by|past)\s+her\s*(?:[,.;:]|\b(?:that|is|are|was|and\s+(?:that|it|he)|about|as|how|what|why|directly|alone|privately|separately|yesterday|today|again)\b)",
        r"\bwelfare\s+(?:calls?|visits?|checks?)\b|\b(?:visit|call|check|chat|talk|conversation|interview|meeting|conversations|door[- ]knock)\s+(?:\w+\s+){0,4}?(?:elicited|yielded|produced|established|drew\s+out|uncovered|brought\s+out|prompted)\b",
        r"\b(?:trusted|reliable|regular|good|close|known|new|useful|long-standing|established|confidential|well[- ]placed|tested|different|second|another|same|previous|inside|female|third)\s+(?:source|contact|informant)s?\b",
        r"\b(?:shouted|screamed|yelled|swore|snarled|hissed|laughed|barked|wrote|whispered|lied|promised|swears?|sent\s+word|bragged|boasted)\s+(?:at|to)\s+(?:her|the\s+(?:girl|woman|lady|worker|victim|maid))\b",
        r"\b(?:put|suggested|pointed\s+out|read|shown|explained|offered|described)\s+to\s+(?:her|the\s+(?:girl|woman|lady|source|worker|victim|maid))\b",
        r"(?:^|[.!?\n:;]\s*|[-–—•]\s+)(?:has\s+|also\s+|further\s+)?(?:told|stated|states|said|says|claims|claimed|disclosed|discloses|reports|alleges|alleged|mentioned|mentions|confided|advised|advises|informed|believes|thinks|fears|scared|afraid|frightened|admitted|admits|adds|added|describes|described|recalls|recalled|saw|heard|overheard)\s+(?:that|he|him|she|they|how|us|me|of|about|to|the|by|a)\b",
        r"\bthey\s+(?:all\s+|both\s+|also\s+)?(?:say|fear|complain|describe|recall|told\s+(?:me|us|officers|police|the)|are\s+(?:\w+\s+)?(?:afraid|scared|frightened|terrified|worried|reluctant|unwilling))\b",
        r"\b(?:her|(?:the|a)\s+(?:source|victim|wom[ae]n|girl|worker|lady|tenant)['’]s)\s+(?:\w+\s+)?(?:phone|messages|bank\s+statements?|diary|records|injuries|bruises|scars?|photos?|pictures|texts|notes|call\s+log)\s+(?:shows?|reveals?|contains?|confirms?|bears?|proves?|suggests?|support)\b",
        r"\bshe\s+alone\b|\b(?:but|except|apart\s+from|besides|other\s+than)\s+(?:for\s+)?her\b(?!\s+\w+(?:er|s|d)\b)",
        r"\bshe(?:['’]s|['’]d|['’]ll)?\s+(?:\w+\s+)?(?:never|not|always|sometimes|usually|rarely|seldom|cannot)\b|\bshe\s+\w+n['’]t\b|\bshe['’]s\s+(?:\w+\s+)?(?:sure|certain|scared|afraid|frightened|adamant|positive|convinced|worried|terrified|clear|willing|ready|keen)\b",
        r"\b(?:one|two|three|some|several|both|all|another|others|each|none)\s+(?:of\s+(?:them|these|those)|other|others)\s+(?:\w+ly\s+|has\s+|have\s+|had\s+|also\s+|who\s+\w+\s+)?(?:say|says|said|tell|tells|told|let|lets|knows?|knew|think|thinks|thought|believes?|saw|heard|fears?|is\s+(?:afraid|scared|willing|sure)|mentioned|mentions|confirms?|confirmed|described|describes|gave|gives|named|names|asked|wants?|remembers?|agreed|agrees|complained|complains|claims?|claimed)\b",
        r"\b(?:at|from|during|in|via|through|outside|after)\s+(?:a\s+|an\s+|the\s+|our\s+|her\s+)?(?:\w+\s+)?(?:needle\s+exchange|drop[- ]in|refuge|women['’]s\s+shelter|food\s?bank|a&e|sexual\s+health|health\s+bus|outreach|helpline|hotline|support\s+group|harm\s+reduction|methadone|sti\s+clinic|antenatal)\b",
        r"\b(?:from|by|via|with|to)\s+\w+['’]s\s+(?:best\s+)?(?:friend|sister|flatmate|mother|mum|housemate|roommate|cousin|colleague|daughter|girlfriend|ex|neighbour|aunt|partner)\b",
        r"\b(?:has|have|had|she['’]s)\s+had\s+enough\b|\b(?:fed\s+up|sick)\s+(?:of|with)\s+(?:him|them|it|being|the)\b|\bwants?\s+(?:out\b|to\s+(?:talk|leave|speak|get\s+out|escape|stop|be\s+(?:kept|left)))",
        r"\b(?:she|her)\s+and\s+(?:\w+\s+){1,3}?(?:know|knew|saw|heard|said|say|told|fear|believe|think)\b",
        r"\b(?:dywedodd|meddai|soniodd|esboniodd)\s+(?:hi|wrthyf|wrthym|wrtha\s?i|y\s+(?:ferch|fenyw|ddynes))\b",
        r"\b(?:inft|inf|informant|source|cw|vic|ip|wit|victim|female|girl|complainant)\s+(?:is\s+)?(?:working|living|staying|residing|employed|present)\s+(?:at|in|there|with|for|inside)\b",
        r"\b(?:female|girl|woman|lady|worker|occupant|tenant|resident)\s+(?:in|at|of)\s+(?:flat|room|number|no|unit)\s*\w+",
        r"\b(?:person|party|individual|someone|somebody|woman|female|caller|one)\s+(?:who|that)\s+(?:\w+ly\s+)?(?:rang|phoned|called|reported|wrote|texted|contacted|gave|told|provided|complained|came\s+forward|spoke|said|made\s+the\s+(?:call|report))\b",
        r"\bthey\s+(?:\w+\s+)?(?:both|all|each)\s+(?:\w+ly\s+)?(?:said|told|gave|described|agreed|confirmed|pointed|named|mentioned|knew|saw|heard|stated)\b",
        r"\b(?:feeding|telling|helping|giving|sending|keeping|warning|updating|tipping)\s+(?:us|me|police|officers)\b",
        r"\b(?:do\s+not|don['’]t|never|not\s+to|should\s+not|must\s+not|cannot)\s+(?:be\s+)?(?:approach|contact|call|visit|ring|text|speak\s+to|mention|name|identify|involve|reveal)\s+(?:her|the\s+(?:source|girl|female|woman|lady|victim|complainant|informant|caller))\b",
        r"\b(?:from|to|by|within|among)\s+a\s+(?:very\s+)?(?:small|tiny|close|tight|narrow|limited)\s+(?:\w+\s+)?(?:circle|number\s+of\s+(?:people|women|girls)|handful)\b",
        r"\b(?:provider|giver|supplier|teller|bearer|origin|source)\s+of\s+(?:this|the|that|these|it)\b(?:\s+(?:information|intelligence|report|details?|account|name|story|news|item))?(?=\s+(?:is|was|has|had|works?|lives?|who|and)\b|\s*[.,;]|$|\s+(?:information|intelligence|report|account))",
        r"\bthe\s+\w{3,}est\s+of\s+(?:them|the\s+(?:girls|women|ladies|workers|escorts|females|tenants))\b(?=\s+\w+(?:ed|s|w|d|ve|ld)\b)",
        r"\b(?:women|girls|workers|ladies|females|occupants|tenants|escorts)\s+(?:\w+\s+){0,3}?(?:were|was|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:asked|spoken|interviewed|questioned|debriefed|shown)\b",
        r"\b(?:my|our)\s+(?!(?:partners?|officers?|force|neighbourhood|teams?|assessment|view|recommendation|judgement|intelligence|unit|area|records?|systems?|own|knowledge|understanding\s+of|department|analysts?|colleagues?)\b)\w+",
        r"\bthose\s+(?:who\s+\w+|in|at|from|inside|upstairs|living|working)\s+(?:\w+\s+){0,4}?(?<!to\s)(?<!no\s)(?:say|know|fear|think|believe|claim|describe|complain|tell|talk|agree)\b",
        r"\b(?:our|my|the)\s+best\s+(?:hope|chance|lead|way\s+in|source)\b|\bi['’](?:ve|m|d|ll)\b|\bwe['’](?:ve|re|d|ll)\b",
        r"\b(?:threats?|abuse|promises?|remarks?|comments?|demands?|boasts?|admissions?|gestures?)\s+(?:\w+\s+){0,3}?(?:to|at|towards?|against)\s+(?:her|the\s+(?:complainant|victim|source|girl|woman|lady|female|worker|escort|maid|informant))\b",
        r"\brapport\b|\b(?:gained|won|earned|has|have|had)\s+(?:her|the\s+\w+['’]s)\s+(?:trust|confidence)\b|\btrust\s+of\s+(?:her|the\s+(?:\w+\s+)?(?:girl|wom[ae]n|lady|female|worker|source|victim))\b",
        r"\b(?:an?|one|the)\s+(?:\w+\s+)?(?:resident|occupant|occupier|tenant|inmate|worker|girl|lodger|inhabitant)\s+(?:of|at|in|from|inside|within)\s+(?:the|this|that|his|their)\s+(?:\w+\s+)?(?:brothel|parlour|flat|house|address|premises|sauna|spa|place)\b",
        r"\b(?:obtained|gained|gathered|gleaned|established|received|learn(?:ed|t)|noted|collected|elicited)\s+(?:\w+ly\s+)?(?:during|in|on|at|from|over|through|by\s+way\s+of|in\s+the\s+course\s+of)\s+(?:an?|the|this|that|our|my)\s+(?:[\w-]+\s+){0,3}?(?:visit|call|chat|talk|conversation|contact|meeting|session|interview|encounter|engagement)\b",
        r"\bsafe[- ]and[- ]well\b|\b(?:protect|safeguard|shield|look\s+after)\s+(?:her|the\s+(?:\w+\s+)?(?:female|source|girl|lady|woman|informant|witness|complainant|victim|caller))\b",
        r"\bonly\s+(?:the\s+(?:two|three|pair|couple)|they|he\s+and\s+she|him\s+and\s+her|two\s+people|three\s+people)\b[^.\n]{0,30}\b(?:were|was|knew|know|there|present|saw|heard)\b",
        r"(?:^|[.,;:!?\n]\s*|\b(?:and|that|but|cos|because)\s+)her\s+(?:were|was|is|says?|said|knows?|wants?|don['’]?t|didn['’]?t|told|reckons?|thinks?|saw|seen|heard)\b",
        r"(?:^|[.,;:!?\n]\s*|\b(?:and|that|but)\s+)f\s+(?:said|says|told|states|stated|reckons|thinks|saw|heard)\b",
        r"\b(?:information|info|intel|intelligence|it|this|report(?:ing)?|tip|word|knowledge|news|account|details?)\s+(?:\w+\s+){0,3}?(?:comes?|came|is|was|originates?|originated|stems?|stemmed|gleaned|obtained|received|sourced)\s+(?:\w+ly\s+|straight\s+|direct\s+)?from\s+(?:inside|within|someone|somebody|a\s+person|one\s+who|those|people|residents|close)\b",
        r"\bonly\s+(?:she|her|one\s+(?:person|woman|girl))\s+(?:\w+\s+)?(?:knew|knows|saw|heard|could|would|had|was)\b",
    )
)  # fmt: skip
_QUOTED = re.compile("“([^”\n]{2,400})”|\"([^\"\n]{2,400})\"|«([^»\n]{2,400})»|„([^“”\n]{2,400})[“”]"
                     "|(?<!\\w)[‘']([^\n‘]{2,300}?)[’'](?!\\w)")  # fmt: skip
_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’]m|I['’]ve|I['’]d|I['’]ll|me|my|mine|myself|we|us|our)\b", re.I
)


class Speech:
    """The rules, and the names whose owners may be said to have spoken."""

    def __init__(self, names: Sequence[Known]) -> None:
        listed = sorted(
            {
                re.escape(small(word.text))
                for name in names
                for word in words(name.text)
                if len(word.text) > 2
            }
        )
        self._names = frozenset(small(word.text) for name in names for word in words(name.text))
        self._named = (
            re.compile(rf"(?<!\w)(?:{'|'.join(listed)}){_HOW}\s+{_SAY}\b") if listed else None
        )

    def find(self, text: str) -> Iterator[Finding]:
        """The places where somebody's speech, or the talk with her, shows; several may overlap."""
        women = Women(text, self._names)
        why = _("This shows who told it, or that it was told. Write the fact alone.")
        for start, end in self._told(text):
            if not _is_of(women, text, start, end):
                yield Finding(Kind.SPEECH, start, end, text[start:end], why)
        why = _("Whoever reads this may ask who she is. Write the fact alone.")
        for start, end in women.unnamed():
            yield Finding(Kind.SPEECH, start, end, text[start:end], why)
        why = _("Somebody’s own words can be known again. Write the fact alone.")
        for match in _QUOTED.finditer(text):
            said = next(group for group in match.groups() if group)
            if len(said.split()) >= _FEW_WORDS or _FIRST_PERSON.search(said):
                yield Finding(Kind.SPEECH, match.start(), match.end(), match[0], why)

    def _told(self, text: str) -> Iterator[tuple[int, int]]:
        yield from find_speakers(text)
        lower = small(text)
        for rule in (*_RULES, self._named):
            for match in rule.finditer(lower) if rule is not None else ():
                yield match.span()
        for match in _HEARD.finditer(lower):
            before = lower[max(0, match.start() - _REACH) : match.start()].split()[-_FEW_WORDS:]
            if not _TOLD.isdisjoint(before):
                yield match.span()


def _is_of(women: Women, text: str, start: int, end: int) -> bool:
    """Whether only a woman is meant here whom the text names, and no police were told."""
    said = text[start:end]
    she = _SHE.search(said)
    return she is not None and not _TO_POLICE.search(said) and women.is_named(start + she.start())
