#!/usr/bin/env python3
"""Writes the files beside it: the stories of texts.txt in the encodings that their languages came in.

The bytes are made by Python's codecs, so that they test ICU's converters, too. Run it again after a change of texts.txt;
the tests read the files, not this script.
"""
import json, pathlib, re

here = pathlib.Path(__file__).parent
stories = {}
for part in re.split(r"^== ", (here / "texts.txt").read_text("utf-8"), flags=re.M)[1:]:
    tag, text = part.split("\n", 1)
    stories[tag] = text

# What the older encodings cannot write is written as people did then.
plain = {"’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u202f": "\u00a0", "…": "...", "«": "\"", "»": "\"", "€": "euros"}


def text(tag, codec):
    story = stories[tag]
    if tag == "vi":  # windows-1258 writes the tones as marks of their own
        import unicodedata
        out = []
        for c in story:
            parts = unicodedata.normalize("NFD", c)
            base = [p for p in parts if p not in "\u0300\u0301\u0303\u0309\u0323"]
            tones = [p for p in parts if p in "\u0300\u0301\u0303\u0309\u0323"]
            out.append(unicodedata.normalize("NFC", "".join(base)) + "".join(tones))
        story = "".join(out)
    out = []
    for c in story:
        try:
            c.encode(codec)
        except UnicodeEncodeError:
            c = plain[c]
        out.append(c)
    return "".join(out)


# What the report calls each codec, and the language tags of what is written in it.
names = {
    "cp1252": "windows-1252", "iso8859_15": "ISO-8859-15", "mac_roman": "macintosh", "cp1250": "windows-1250",
    "iso8859_2": "ISO-8859-2", "cp1251": "windows-1251", "koi8_r": "KOI8-R", "koi8_u": "KOI8-U", "iso8859_5": "ISO-8859-5",
    "cp866": "IBM866", "mac_cyrillic": "x-mac-cyrillic", "cp1253": "windows-1253", "iso8859_7": "ISO-8859-7",
    "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1256": "windows-1256", "iso8859_6": "ISO-8859-6",
    "cp1257": "windows-1257", "iso8859_13": "ISO-8859-13", "cp1258": "windows-1258", "cp874": "windows-874",
    "cp932": "Shift_JIS", "euc_jp": "EUC-JP", "iso2022_jp": "ISO-2022-JP", "gbk": "gb18030", "gb18030": "gb18030",
    "big5hkscs": "Big5", "cp949": "EUC-KR", "utf_16_le": "UTF-16LE", "utf_16_be": "UTF-16BE", "utf_32_le": "UTF-32LE",
    "utf_32_be": "UTF-32BE", "utf_8": "UTF-8",
}


def write(tag, codec, story, mark=""):
    name = f"{tag}.{codec}{'.bom' if mark else ''}.txt"
    (here / name).write_bytes((mark + story).encode(codec))
    lines = ["articles:", "  - format: text", f"    language: {tag}"]
    # Such texts have the same bytes in another encoding.
    if (tag, codec) not in [("hu", "iso8859_2"), ("et", "cp1257")]: lines.append(f"    encoding: {names[codec]}")
    # Thai ends no sentence with a stop, so that its lines are read as one paragraph.
    if tag != "th":
        lines.append("    blocks:")
        lines += ["      - " + json.dumps(line, ensure_ascii=False) for line in story.splitlines()]
    # The last word of each paragraph, with its place.
    lines.append("    places:")
    for number, line in enumerate(story.splitlines(), 1):
        word = line.split(" ")[-1] if " " in line else line[-12:]
        if story.count(word) == 1:
            lines.append(f"      {json.dumps(word, ensure_ascii=False)}: [{number}, {len(line) - len(word) + 1}]")
    (here / (name + ".expect.yaml")).write_text("\n".join(lines) + "\n", "utf-8")


guessed = [
    ("fr", "cp1252"), ("fr", "mac_roman"), ("de", "cp1252"), ("es", "iso8859_15"), ("es", "cp1252"), ("pt", "cp1252"),
    ("it", "cp1252"), ("sv", "cp1252"), ("en", "cp1252"), ("pl", "cp1250"), ("pl", "iso8859_2"), ("cs", "cp1250"),
    ("cs", "iso8859_2"), ("hu", "cp1250"), ("hu", "iso8859_2"), ("ro", "cp1250"), ("hr", "cp1250"), ("ru", "cp1251"),
    ("ru", "koi8_r"), ("ru", "iso8859_5"), ("ru", "cp866"), ("ru", "mac_cyrillic"), ("uk", "cp1251"), ("uk", "koi8_u"),
    ("bg", "cp1251"), ("sr", "cp1251"), ("el", "cp1253"), ("el", "iso8859_7"), ("tr", "cp1254"), ("he", "cp1255"),
    ("ar", "cp1256"), ("ar", "iso8859_6"), ("lt", "cp1257"), ("lv", "cp1257"), ("lv", "iso8859_13"), ("et", "cp1257"),
    ("vi", "cp1258"), ("th", "cp874"), ("ja", "cp932"), ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("zh", "gbk"),
    ("zh", "gb18030"), ("zh-Hant", "big5hkscs"), ("ko", "cp949"),
]
for tag, codec in guessed:
    write(tag, codec, text(tag, codec))
for tag, codec in [("en", "utf_16_le"), ("ru", "utf_16_be"), ("ja", "utf_16_le"), ("zh", "utf_16_be"), ("ar", "utf_16_le"),
                   ("ko", "utf_32_le"), ("fr", "utf_32_be"), ("de", "utf_8")]:
    write(tag, codec, stories[tag])
    write(tag, codec, stories[tag], "\ufeff")
