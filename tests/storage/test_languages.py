"""People are found in their own languages, typed as people type them."""

from storage import Vault
from tests.storage.helpers import add, found

# language: what was written, and what somebody types to find it
QUERIES = [
    ("Arabic, article left out", "قالت إنها تريد الذهاب إلى المدرسة", "مدرسة"),
    ("Arabic, article typed", "زارت مستشفى في المدينة", "المستشفى"),
    ("Arabic, with conjunction", "تحدثت عن الخوف والأمان", "أمان"),
    ("Arabic, no hamza", "أختها في إسطنبول", "اخت"),
    ("Arabic, marks of vowels", "مُحَمَّد لم يأتِ", "محمد يأت"),
    ("Arabic, digits", "رقمها ٠٧٧٠٠ ٩٠٠", "07700"),
    ("Persian, Arabic keyboard", "او کتاب را می‌خواهد", "كتاب مي خواهد"),
    ("Urdu", "وہ ڈاکٹر سے ملنا چاہتی ہے", "ڈاکٹر"),
    ("Kurdish (Sorani)", "ئەو یارمەتی پێویستە", "یارمەتی"),
    ("Hebrew, without points", "הִיא רוֹצָה רוֹפֵא", "רופא"),
    ("Chinese", "她想去看医生，但是没有钱。", "医生"),
    ("Chinese, one character", "她害怕老板", "怕"),
    ("Chinese, traditional", "她說護照在老闆那裡", "護照"),
    ("Japanese", "彼女はクリニックに行きたいと言った", "クリニック"),
    ("Japanese, half-width", "ﾊﾟｽﾎﾟｰﾄがない", "パスポート"),
    ("Korean", "그녀는 병원에 가고 싶어 했다", "병원"),
    ("Thai", "เธออยากไปหาหมอที่คลินิก", "คลินิก"),
    ("Lao", "ລາວຢາກໄປຫາໝໍ", "ໝໍ"),
    ("Khmer", "នាងចង់ទៅជួបគ្រូពេទ្យ", "គ្រូពេទ្យ"),
    ("Burmese", "သူမ ဆရာဝန်နှင့် တွေ့ချင်သည်", "ဆရာဝန်"),
    ("Vietnamese, without marks", "Chị ấy muốn gặp bác sĩ ở Đà Nẵng", "bac si da nang"),
    ("Vietnamese, with marks", "Chi ay so cong an", "công an"),
    ("Romanian, without marks", "Și-a pierdut pașaportul în stație", "pasaportul statie"),
    ("Romanian, cedilla for comma", "Ştie unde e poliţia", "știe poliția"),
    ("Polish", "Łódź: ktoś zabrał jej dokumenty, święta", "lodz swieta ktos"),
    ("Czech", "Řekla, že potřebuje lékaře", "rekla potrebuje"),
    ("Hungarian", "Fél a főnökétől", "fonoketol"),
    ("Albanian", "Ajo ka frikë për motrën", "frike motren"),
    ("Turkish, capital dotted i", "İSTANBUL'A DÖNMEK İSTİYOR", "istanbul istiyor"),
    ("Turkish, dotless i", "Kız kardeşi Diyarbakır'da", "kiz diyarbakir"),
    ("Russian, e for yo", "Её подруга живёт в Лидсе", "ее живет лидс"),
    ("Ukrainian", "Їй потрібен лікар, п’ять днів", "їй лікар п'ять"),
    ("Bulgarian", "Тя се страхува от шефа си", "СТРАХУВА"),
    ("Greek, without accents", "Ήθελε να μιλήσει σε δικηγόρο", "ηθελε δικηγορο"),
    ("Hindi", "वह डॉक्टर से मिलना चाहती है", "डॉक्टर"),
    ("Bengali", "সে বাড়ি যেতে চায়", "বাড়ি"),
    ("Punjabi", "ਉਹ ਡਾਕਟਰ ਨੂੰ ਮਿਲਣਾ ਚਾਹੁੰਦੀ ਹੈ", "ਡਾਕਟਰ"),
    ("Tamil", "அவளுக்கு மருத்துவர் வேண்டும்", "மருத்துவர்"),
    ("Tigrinya", "ሓኪም ክትርኢ ትደሊ ኣላ", "ሓኪም"),
    ("Amharic", "ወደ ሐኪም ቤት መሄድ ትፈልጋለች", "ሐኪም"),
    ("Yoruba", "Ó fẹ́ rí dókítà", "fe dokita"),
    ("Hausa", "Ta ce ƙanwarta na ɗaki", "kanwarta daki"),
    ("Portuguese", "Não quer falar com a polícia amanhã", "nao policia amanha"),
    ("Spanish", "La señora dijo: mañana, ¿sí?", "senora manana"),
    ("German", "Sie schläft in der Hauptstraße", "schlaft hauptstrasse"),
    ("Welsh", "Mae hi eisiau dŵr a tŷ diogel", "dwr ty"),
    ("English", "She won’t go to the co-op café alone", "won't co-op cafe"),
]


def test_people_are_found_in_their_own_languages(vault: Vault) -> None:
    written = [add(vault, text).record for _language, text, _query in QUERIES]
    missed = [
        language
        for (language, _text, query), record in zip(QUERIES, written, strict=True)
        if found(vault, query) != [record]
    ]
    print(f"{len(QUERIES) - len(missed)} of {len(QUERIES)} queries found; missed: {missed}")
    assert missed == []


def test_there_are_enough_languages() -> None:
    languages = {language.split(",")[0].split(" (")[0] for language, _text, _query in QUERIES}
    assert len(languages) >= 12
    assert len(QUERIES) >= 30
