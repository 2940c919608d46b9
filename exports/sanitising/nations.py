"""Nationalities, countries and peoples, and the towns of the country, as texts name them."""

_PEOPLES = """
afghan albanian algerian american angolan argentinian argentine armenian australian austrian
azerbaijani bangladeshi belarusian belarussian belgian beninese bolivian bosnian brazilian
bulgarian burmese cambodian cameroonian canadian chilean chinese colombian columbian congolese
croatian croat cuban cypriot czech danish dominican dutch ecuadorian ecuadorean egyptian eritrean
estonian ethiopian filipino filipina finnish french gambian georgian german ghanaian greek
guatemalan guinean haitian honduran hungarian icelandic indian indonesian iranian iraqi irish
israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovan kosovar kurdish
kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian macedonian malawian malaysian
malian maltese mauritian mexican moldovan moldavian mongolian montenegrin moroccan mozambican
namibian nepali nepalese nicaraguan nigerian norwegian pakistani palestinian panamanian paraguayan
persian peruvian polish portuguese romanian roumanian rumanian roma russian rwandan salvadoran
saudi senegalese serbian serb singaporean slovak slovakian slovene slovenian somali spanish
sudanese surinamese swedish swiss syrian taiwanese tajik tanzanian thai tibetan togolese
trinidadian tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese
yemeni zambian zimbabwean african asian caribbean latina latino balkan baltic slavic scottish
welsh romani viet filipinas cantonese mandarin tagalog urdu punjabi farsi pashto tigrinya amharic
yoruba igbo hausa twi swahili bengali hindi gujarati tamil sinhalese tigray fula berber arab
arabic slav sicilian catalan basque transylvanian siberian crimean chechen georgian sardinian
dagestani
"""
_COUNTRIES = """
afghanistan albania algeria angola argentina armenia austria azerbaijan bangladesh belarus belgium
bolivia bosnia brazil bulgaria burma cambodia cameroon chile china colombia congo croatia cuba
czechia ecuador egypt eritrea estonia ethiopia finland france gambia germany ghana greece
guatemala guinea haiti honduras hungary india indonesia iran iraq italy jamaica japan kazakhstan
kenya korea kosovo kyrgyzstan laos latvia lebanon liberia libya lithuania macedonia malawi
malaysia mexico moldova mongolia montenegro morocco mozambique myanmar nepal nicaragua nigeria
pakistan paraguay peru philippines poland portugal romania russia rwanda senegal serbia slovakia
slovenia somalia spain sudan sweden syria taiwan tanzania thailand tibet togo tunisia turkey
bucharest iasi cluj timisoara sofia plovdiv varna burgas budapest debrecen warsaw krakow lodz
gdansk kyiv kiev lviv odesa odessa kharkiv dnipro chisinau minsk moscow riga vilnius kaunas
tallinn tirana shkoder durres pristina belgrade sarajevo skopje prague bratislava kosice athens
thessaloniki istanbul ankara tehran baghdad damascus kabul islamabad lahore karachi delhi mumbai
dhaka colombo kathmandu bangkok pattaya hanoi saigon haiphong manila jakarta beijing shanghai
fujian guangzhou shenyang seoul lagos abuja accra benin nairobi kampala harare freetown dakar
casablanca tunis bogota medellin cali caracas lima quito havana transylvania crimea siberia
chechnya kurdistan catalonia punjab sicily kashmir sardinia bavaria silesia galicia bukovina
dobruja macau tibet andalusia dagestan yunnan sichuan isaan luzon mindanao java bali kerala
gujarat biafra katanga rio sao goiania recife salvador fortaleza madrid lisbon porto naples
palermo lublin poznan wroclaw katowice gdynia szczecin constanta brasov craiova galati ploiesti
oradea sibiu bacau suceava botosani vaslui ruse pleven sliven dobrich shumen pernik haskovo
zaporizhzhia kherson mykolaiv vinnytsia poltava chernivtsi ternopil gomel tiraspol balti vlore
elbasan kukes tetovo novisad szeged pecs miskolc brno ostrava udon fuzhou fuqing wenzhou harbin
dalian chengdu wuhan cebu ababa abeba davao ibadan kumasi asmara mombasa kinshasa belem manaus
curitiba barranquilla cartagena guayaquil tegucigalpa managua maputo luanda tbilisi batumi yerevan
baku tashkent bishkek almaty ulaanbaatar uganda ukraine uruguay uzbekistan venezuela vietnam yemen
zambia zimbabwe africa asia addis
"""
_TOWNS = """
aberdeen aberystwyth armley ashford bangor barnsley basildon basingstoke bath batley beeston
belfast birkenhead birmingham blackburn blackpool bolton bournemouth bradford brighton bristol
burnley bury caerphilly cambridge canterbury cardiff carlisle chapeltown chatham chelmsford
cheltenham chester chesterfield chorley colchester coventry crawley crewe croydon cwmbran
darlington derby dewsbury doncaster dudley dundee durham ealing eastbourne edinburgh enfield
exeter gateshead gillingham glasgow gloucester grimsby guildford hackney halifax harehills harlow
harrogate hartlepool hastings headingley hereford holbeck hove huddersfield hull hyde inverness
ipswich keighley kettering lancaster leeds leicester lewisham lincoln liverpool llanelli london
luton maidstone manchester manningham mansfield margate merthyr middlesbrough newcastle newport
northampton norwich nottingham nuneaton oldham oxford peterborough plymouth pontefract poole
portsmouth preston ramsgate reading redditch rhyl rochdale rotherham salford scarborough sheffield
shrewsbury slough solihull southampton southend southport stafford stevenage stockport stockton
stoke sunderland sutton swansea swindon telford tottenham torquay wakefield walsall warrington
watford whitechapel wigan winchester wolverhampton worcester worthing wrexham york soho mayfair
yorkshire lancashire kent essex sussex cumbria cleveland
"""

PEOPLES = frozenset(_PEOPLES.split())
COUNTRIES = frozenset(_COUNTRIES.split())
TOWNS = frozenset(_TOWNS.split())
REGIONS = (
    r"(?:east(?:ern)?|west(?:ern)?|central|south(?:ern)?|north(?:ern)?)[ -]"
    r"(?:(?:east|west)(?:ern)?[ -])?(?:european|asian|african|american)",
    r"latin[ -]american",
    r"sri[ -]lankan",
    r"sierra[ -]leonean",
    r"puerto[ -]rican",
    r"costa[ -]rican",
)
NOT_A_PERSON = (
    r"(?:shops?|stores?|restaurants?|takeaways?|supermarkets?|grocers?|bakery|bakeries|caf[eé]"
    r"s?|deli|market|church|embassy|consulate|authorities|police|courts?|law|government|border"
    r"|plates?|registered|registration|number plates?|vehicles?|car|van|lorry|lorries|bank|acc"
    r"ounts?|sim|phone|currency|airline|airport|food|beer|vodka|cigarettes|company|companies|g"
    r"oods|side|partners?|liaison)"
)
