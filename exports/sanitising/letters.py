"""Reading any script in Latin letters, roughly, so that a name is the same name however written.

Alphabets whose letters have names of their own are in tables; of the others Unicode's own names
of the characters tell the sound ("DEVANAGARI LETTER KA"). Nobody reads the result: it is compared.
"""

import unicodedata
from functools import lru_cache

from exports.sanitising.han import SYLLABLES

_TABLES = (
    # Cyrillic, with the letters of Ukrainian, Serbian, Macedonian, Kazakh
    ("абвгґдђеєжзѕиіїйјклљмнњопрстћуўфхцчџшщъыьэюяѓќәғқңөұүһѣ",
     "a b v g g d dj e e zh z dz i i i i j k l lj m n nj o p r s t c u u f h ts ch dz sh sh a y  "
     " e yu ya g k a g k n o u u h e"),
    ("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t i f h ps o"),
    ("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژڤگکیہھەۆۇێےڵڕٹڈڑںېۍړډټڼښږ",
     " a a w i y a b a t th j h kh d dh r z s sh s d t z a gh f q k l m n h w a y p ch zh v g k y "
     "h h e o u e e l r t d r n e i r d t n sh zh"),
    ("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h w z h t y k k l m m n n s a p f ts ts k r sh t"),
    ("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
     "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"),
    ("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
     "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f ev"),
    ("đłıøħŧæœðþəɓɗƙƴßŋ", "d l i o h t ae oe d th e b d k y ss ng"),
)  # fmt: skip
_LETTERS = {
    letter: sound
    for letters, sounds in _TABLES
    for letter, sound in zip(letters, sounds.split(" "), strict=False)
}
_LOOK_ALIKE = str.maketrans("аеорсухіјѕԁһкмтвнαορυικντεβ", "aeopcyxijsdhkmtbhaopuiknteb")
_BEFORE_ITS_CONSONANT = "เแโใไເແໂໃໄ"  # written first, said second, in Thai and Lao


@lru_cache(maxsize=20_000)
def roman(text: str) -> str:
    """`text` in the letters a to z, digits kept, everything else left out.

    A word that mixes Latin with look-alikes of another script is read by its looks.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if any("a" <= letter <= "z" for letter in plain):
        plain = plain.translate(_LOOK_ALIKE)
    letters = list(plain)
    for place in range(len(letters) - 1):
        if letters[place] in _BEFORE_ITS_CONSONANT and not letters[place + 1].isascii():
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
    said: list[str] = []
    for letter in letters:
        _say(letter, said)
    return "".join(letter for letter in "".join(said) if letter.isascii() and letter.isalnum())


def is_foreign(text: str) -> bool:
    """Whether `text` holds a letter of another script than the Latin one."""
    return any(
        letter.isalpha() and not letter.isascii() and not _name(letter).startswith("LATIN")
        for letter in unicodedata.normalize("NFKC", text)
    )


def _say(letter: str, said: list[str]) -> None:
    """Adds the sound of `letter`, which may change the one before it."""
    if letter.isascii():
        said.append(letter)
    elif letter in SYLLABLES:
        said.append(SYLLABLES[letter])
    elif letter in _LETTERS:
        said.append(_LETTERS[letter])
    elif letter.isdecimal():
        said.append(str(unicodedata.decimal(letter)))
    else:
        parts = unicodedata.normalize("NFD", letter)
        if len(parts) > 1 and not "\uac00" <= letter <= "\ud7a3":
            for part in parts:
                _say(part, said)
        else:
            _say_named(_name(letter), said)


def _say_named(name: str, said: list[str]) -> None:
    words = name.split(" ")
    sound = words[-1].lower()
    if "COMBINING" in words or len(words) < 2:
        return
    if "VIRAMA" in words or "COENG" in words or "KILLER" in words:
        _drop_vowel(said, "a")
    elif "ANUSVARA" in words or "TIPPI" in words or "BINDI" in words:
        said.append("n")
    elif words[0] == "THAI":
        _say_thai(words, said)
    elif words[0] == "LAO" and words[1] == "LETTER":
        said.append(sound.rstrip("o"))
    elif "VOWEL" in words and "SIGN" in words:
        _drop_vowel(said, "a")
        said.append(sound)
    elif "SMALL" in words and words[0] in ("HIRAGANA", "KATAKANA"):
        _drop_vowel(said, "i")
        said.append("" if sound == "tu" else sound)
    elif "LETTER" in words or "SYLLABLE" in words:
        said.append(sound)


def _say_thai(words: list[str], said: list[str]) -> None:
    if words[2:3] == ["SARA"]:
        said.append(words[3].lower())
    elif words[2:3] in (["MAI"], ["THANTHAKHAT"], ["MAITAIKHU"]):
        said.append("a" if words[3:] == ["HAN-AKAT"] else "")
    elif words[2:3] in (["MAIMUAN"], ["MAIMUAI"], ["MAIMALAI"]):
        said.append("ai")
    elif len(words) > 3:
        said.append(words[2].lower().removesuffix("o"))


def _drop_vowel(said: list[str], vowel: str) -> None:
    if said and said[-1].endswith(vowel):
        said[-1] = said[-1][: -len(vowel)]


def _name(letter: str) -> str:
    return unicodedata.name(letter, "")
