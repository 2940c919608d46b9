"""Who may be the one who told it, and the words beside these that make them somebody else."""

from exports.sanitising.talk import table

_SPEAKERS = """
she herself source informant informer lady ladies girl girls woman women female females worker
workers escort escorts prostitute prostitutes victim victims witness complainant occupant
occupants tenant tenants flatmate housemate roommate maid receptionist masseuse masseur caller
survivor girlfriend ex wife sister mother daughter aunt cousin niece friend neighbour resident
cleaner insider person someone somebody individual interpreter lodger dancer hostess punter client
customer colleague whistleblower youngster teenager lass lad bird babysitter nanny landlady
housekeeper madam contact boyfriend ex-girlfriend ex-partner ex-wife sex-worker mum stepmother
stepdaughter grandmother student guest occupier inhabitant insiders girlfriends wives sisters
housemates flatmates newcomer former passenger dependant partner ip vic aggrieved v1 v2 w1 w2 sw
user patient detainee prisoner arrestee interviewee respondent inft attendee participant wg comp
s/w inft relative relatives parent those
"""
SPEAKERS = frozenset(_SPEAKERS.split())
"""Who may be the one who told it; what men who exploit are called is not here."""

_PLURAL = "those ladies girls women females workers escorts victims tenants occupants prostitutes"
PLURAL = frozenset(_PLURAL.split())
"""Those of them of whom there are several, so that nobody is meant alone."""

_NOT_BEFORE = """
source: open power single main light another
worker workers: social council road shop bar health youth factory building
contact: not must no in into of police telephone email and to first please further any for with
former: a the
client: email
partner: business criminal main each sole
student parent: a an single
guest: a an
comp: no
"""
NOT_BEFORE = table(_NOT_BEFORE)
"""Words after which these do not mean a person who tells."""

_NOT_AFTER = """
source: of for code unit graded evaluation material reference
victim: support navigator navigators personal contact liaison care
contact: the details number with between by is was for made a him
guest: house houses
former: police accountant business employee soldier officer
ip: address addresses
comp: for to
person: shown concerned responsible of is known named
escort escorts: agency agencies site sites website websites service services advert adverts
user: name account
patient: and but enough man
customer client: service services base reviews list account
"""
NOT_AFTER = table(_NOT_AFTER)
"""Words before which these do not mean a person who tells."""

_WITHIN = "who in at upstairs inside there living working within present"
WITHIN = frozenset(_WITHIN.split())
"""What makes “those” people: those who live there, those inside."""

_SMALL = """
the a an one some two several each another this that these of her his my our your their its young
other same older former female male only very own girls women workers them people reliable trusted
known well-known anonymous concerned close sex night who inside is there working good new local
foreign vulnerable frightened long-standing regular second third
"""
SMALL = frozenset(_SMALL.split())
"""What belongs to a person named after it: “one of the older girls”."""
