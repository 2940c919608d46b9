"""Makes the shipped fonts of Latin, Greek and Cyrillic from Noto: signs added, lean, renamed.

Run with Node's npm at hand, or with the folders of the three packages as arguments:

    python -m translations.fonts.build [NOTO-SANS NOTO-SANS-MATH NOTO-SANS-SYMBOLS-2]

`build_scripts.py` makes those of all other scripts. Equal packages make equal files, byte for byte.
"""

# mypy: disable-error-code="import-untyped"
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

FAMILY = "Fieldbook Sans"
HERE = Path(__file__).parent
PACKAGES = ("noto-sans", "noto-sans-math", "noto-sans-symbols-2")
SCOPE = "@expo-google-fonts"  # Google's own static files, whole: kerning and marks across scripts
WEIGHTS = {
    "Regular": "400Regular/NotoSans_400Regular.ttf",
    "SemiBold": "600SemiBold/NotoSans_600SemiBold.ttf",
    "Bold": "700Bold/NotoSans_700Bold.ttf",
    "Italic": "400Regular_Italic/NotoSans_400Regular_Italic.ttf",
}
LEFT_OUT = (range(0x0900, 0x0980), range(0x1CD0, 0x1D00), range(0xA8E0, 0xA900))
"""Devanagari and its marks: a script of its own, shaped by its own font."""
SIGNS = {  # what a keyboard or a word processor puts into a note, and Noto Sans lacks
    "noto-sans-math": "←↑→↓↔↕↖↗↘↙⇐⇒⇔↩↪∓∕∙√∞≈≠≡≤≥■□▪▫▲△▶▷▼▽◀◁◆◇○●◦★☆♀♂♥♪─",
    "noto-sans-symbols-2": "☎☐☑☒✓✔✕✗✘✉",
}
FEATURES = ["ccmp", "locl", "liga", "tnum", "kern", "mark", "mkmk"]
INDIC = ("beng", "bng2", "dev2", "deva", "gur2", "guru")
LANGUAGE, WINDOWS, UNICODE_BMP = 0x409, 3, 1


def main(folders: list[str]) -> None:
    """Write the four fonts, their coverage and their licence beside this script."""
    with tempfile.TemporaryDirectory() as temporary:
        if not folders:
            folders = [str(fetch(f"{SCOPE}/{name}", Path(temporary))) for name in PACKAGES]
        sources = dict(zip(PACKAGES, map(Path, folders), strict=True))
        shared: set[int] | None = None
        for style, name in WEIGHTS.items():
            font = TTFont(sources["noto-sans"] / name, recalcTimestamp=False)
            _add_signs(font, sources)
            _make_lean(font)
            name_scripts(font)
            rename(font, FAMILY, style)
            font.save(HERE / f"{FAMILY.replace(' ', '')}-{style}.ttf")
            covered = set(font.getBestCmap())
            shared = covered if shared is None else shared & covered
        write_coverage(HERE / "coverage.txt", shared or ())
        licence = (sources["noto-sans"] / "LICENSE_FONT").read_text(encoding="utf-8")
        (HERE / "OFL.txt").write_text(_notice() + licence, encoding="utf-8")


def fetch(package: str, into: Path) -> Path:
    """Unpack `package` with npm's own client; return its folder."""
    done = subprocess.run(
        ["npm", "pack", "--silent", package],
        cwd=into,
        check=True,
        capture_output=True,
        text=True,
    )
    folder = into / package.rpartition("/")[2]
    with tarfile.open(into / done.stdout.split()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def _add_signs(font: TTFont, sources: dict[str, Path]) -> None:
    """Draw the missing signs into `font`; their stroke is that of the regular weight."""
    for package, signs in SIGNS.items():
        donor = TTFont(next(sources[package].glob("400Regular/*_400Regular.ttf")))
        scale = font["head"].unitsPerEm / donor["head"].unitsPerEm
        assert scale == 1, f"{package} is drawn on another grid"
        names, glyphs = donor.getBestCmap(), donor.getGlyphSet()
        for sign in signs:
            if ord(sign) in font.getBestCmap():
                continue
            drawing = DecomposingRecordingPen(glyphs)
            glyphs[names[ord(sign)]].draw(drawing)
            pen = TTGlyphPen(None)
            drawing.replay(pen)
            name = f"sign{ord(sign):04X}"
            font["glyf"][name] = pen.glyph()
            font["hmtx"][name] = donor["hmtx"][names[ord(sign)]]
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[ord(sign)] = name


def _make_lean(font: TTFont) -> None:
    """Keep the characters wanted, kerning, marks and composition; drop the rest."""
    left_out = {code for codes in LEFT_OUT for code in codes}
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["STAT", "DSIG", "gasp"]
    options.glyph_names = False
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(font.getBestCmap()) - left_out)
    subsetter.subset(font)


def name_scripts(font: TTFont) -> None:
    """Say that the font serves Indic scripts too, with what it does for any other.

    Commas and digits inside Hindi are drawn from here; Qt asks only fonts that name the script.
    """
    scripts = font["GSUB"].table.ScriptList
    default = next(r.Script for r in scripts.ScriptRecord if r.ScriptTag == "DFLT")
    named = {record.ScriptTag for record in scripts.ScriptRecord}
    for tag in set(INDIC) - named:
        record = otTables.ScriptRecord()
        record.ScriptTag, record.Script = tag, default
        scripts.ScriptRecord.append(record)
    scripts.ScriptRecord.sort(key=lambda record: record.ScriptTag)
    scripts.ScriptCount = len(scripts.ScriptRecord)


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the private names: OFL asks it of changed fonts, and Qt then never meets another."""
    table = font["name"]
    kept = {entry: table.getDebugName(entry) for entry in (0, 13, 14)}
    table.names = []
    linked = style in ("Regular", "Bold", "Italic")
    names = {
        0: kept[0],
        1: family if linked else f"{family} {style}",
        2: style if linked else "Regular",
        3: f"Fieldbook;{family.replace(' ', '')}-{style}",
        4: f"{family} {style}",
        5: "Version 1.000",
        6: f"{family.replace(' ', '')}-{style}",
        13: kept[13],
        14: kept[14],
    }
    if not linked:
        names |= {16: family, 17: style}
    for entry, text in names.items():
        if text:
            table.setName(text, entry, WINDOWS, UNICODE_BMP, LANGUAGE)


def write_coverage(file: Path, codes: Iterable[int]) -> None:
    """List the ranges of `codes`, one a line, for `covers` to read."""
    printed = sorted(code for code in codes if code >= 0x20)
    rows = (f"{first:04X}-{last:04X}\n" for first, last in _joined(printed))
    file.write_text("".join(rows), encoding="ascii")


def _joined(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring numbers in sorted `codes`, as (first, last)."""
    first = last = None
    for code in codes:
        if first is None or last is None:
            first = code
        elif code != last + 1:
            yield first, last
            first = code
        last = code
    if first is not None and last is not None:
        yield first, last


def _notice() -> str:
    return (
        f"{FAMILY} is Noto Sans with signs from Noto Sans Math and Noto Sans Symbols 2,\n"
        "reduced, unhinted and renamed by build.py. The families beside it are Noto Naskh Arabic,\n"
        "Noto Nastaliq Urdu and Noto Sans Devanagari, Bengali, Gurmukhi, Thai, Ethiopic, Hebrew\n"
        "(Copyright 2022 The Noto Project Authors, https://github.com/notofonts) and Noto Sans "
        "SC,\n"
        "TC, JP and KR (Copyright 2014-2021 Adobe), reduced and renamed by build_scripts.py.\n"
        "Their licence is that of the Noto fonts:\n\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
