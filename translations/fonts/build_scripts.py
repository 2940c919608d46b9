"""Makes the shipped fonts of all scripts but Latin, Greek and Cyrillic, from Noto's static subsets.

Run with Node's npm at hand, or with a folder that holds the unpacked packages:

    python -m translations.fonts.build_scripts [FOLDER]

Equal packages make equal files, byte for byte.
"""

# mypy: disable-error-code="import-untyped"
import json
import sys
import tempfile
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from translations.fonts.build import (
    FAMILY,
    HERE,
    LANGUAGE,
    UNICODE_BMP,
    WINDOWS,
    fetch,
    rename,
    write_coverage,
)
from translations.fonts.scripts import EAST_ASIAN, SCRIPTS, VERSION, Script, characters

_WEIGHTS = {"Regular": 400, "Bold": 700}
_PUNCTUATION = "\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u203b"  # as wide as an ideograph
_KANA = range(0x3041, 0x3100)
_NOT_DRAWN = ["vert", "vrt2", "vhal", "vkrn", "vpal", "vjmo", "halt", "palt"]  # upright, squeezed
_EAST_ASIAN_NOTICE = (
    "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'"
)
_DROPPED = ["STAT", "DSIG", "gasp", "vhea", "vmtx", "BASE", "VORG"]


def main(arguments: list[str]) -> None:
    """Write the fonts and their coverage beside this script."""
    (HERE / "coverage").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        drawn_before: set[int] = set()  # by an earlier East Asian font
        for script in SCRIPTS:
            if arguments:
                folder = Path(arguments[0]) / script.package / "package"
            else:
                folder = fetch(f"@fontsource/{script.package}@{VERSION}", Path(temporary))
            for style in ("Regular", "Bold") if script.bold else ("Regular",):
                font = _made(script, folder, style, drawn_before)
                font.save(HERE / f"{_file(script)}-{style}.ttf")
                if style == "Regular":
                    covered = set(font.getBestCmap())
            write_coverage(HERE / "coverage" / f"{script.name}.txt", covered)
            if script.name in EAST_ASIAN:
                drawn_before |= covered


def _file(script: Script) -> str:
    return f"{FAMILY} {script.name}".replace(" ", "")


def _made(script: Script, folder: Path, style: str, drawn_before: set[int]) -> TTFont:
    """One weight of a script's font."""
    files = folder / "files"
    stem, weight = f"{script.package}-{{}}-{_WEIGHTS[style]}-normal.woff2", _WEIGHTS[style]
    font = TTFont(files / stem.format(script.subset), recalcTimestamp=False)
    font.flavor = None
    wanted = set(font.getBestCmap())
    if script.fill and style == "Regular":
        _fill(font, script, folder, weight)
        wanted = set(font.getBestCmap())
    if script.common and style == "Bold":
        wanted &= characters(script.common) | {c for c in wanted if not 0x3400 <= c < 0xA000}
    if script.name in EAST_ASIAN:
        wanted = _east_asian(script, wanted, drawn_before)
    options = Options()
    options.layout_features = [f for f in [*_features(font)] if f not in _NOT_DRAWN]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += _DROPPED
    options.glyph_names = False
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    rename(font, f"{FAMILY} {script.name}", style)
    _licence(font, folder)
    font["head"].unitsPerEm = round(font["head"].unitsPerEm / script.zoom)
    return font


def _east_asian(script: Script, wanted: set[int], drawn_before: set[int]) -> set[int]:
    """What an East Asian font draws: no Latin; kana in one of them; in Japanese no kanji twice."""
    kept = {c for c in wanted if c >= 0x2E80 or c == 0x20 or chr(c) in _PUNCTUATION}
    if script.name != "JP":
        return kept - set(_KANA)
    return {c for c in kept if c not in drawn_before or c < 0x3400}


def _fill(font: TTFont, script: Script, folder: Path, weight: int) -> None:
    """Add the rarer characters of the set that the common part lacks, from the other parts."""
    assert script.fill
    missing = characters(script.fill) - set(font.getBestCmap())
    parts = json.loads((folder / "unicode.json").read_text(encoding="utf-8"))
    for part in parts:
        if not part.startswith("["):
            continue
        file = folder / "files" / f"{script.package}-{part.strip('[]')}-{weight}-normal.woff2"
        donor = TTFont(file)
        names, glyphs = donor.getBestCmap(), donor.getGlyphSet()
        for code in sorted(missing & set(names)):
            drawing = DecomposingRecordingPen(glyphs)
            glyphs[names[code]].draw(drawing)
            pen = TTGlyphPen(None)
            drawing.replay(pen)
            name = f"filled{code:04X}"
            font["glyf"][name] = pen.glyph()
            font["hmtx"][name] = donor["hmtx"][names[code]]
            if "vmtx" in font:
                font["vmtx"][name] = (font["head"].unitsPerEm, 0)
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[code] = name


def _licence(font: TTFont, folder: Path) -> None:
    """Write into the font whose it is and on what terms, which the subsets have lost."""
    notice = (folder / "LICENSE").read_text(encoding="utf-8").splitlines()[0]
    if not notice.startswith("Copyright"):  # the East Asian packages name the publisher only
        notice = _EAST_ASIAN_NOTICE
    for entry, text in (
        (0, notice),
        (13, "This Font Software is licensed under the SIL Open Font License, Version 1.1."),
        (14, "https://openfontlicense.org"),
    ):
        font["name"].setName(text, entry, WINDOWS, UNICODE_BMP, LANGUAGE)


def _features(font: TTFont) -> set[str]:
    return {
        record.FeatureTag
        for table in ("GSUB", "GPOS")
        if table in font and font[table].table.FeatureList
        for record in font[table].table.FeatureList.FeatureRecord
    }


if __name__ == "__main__":
    main(sys.argv[1:])
