#!/usr/bin/env python3
"""Writes the files beside it: the stories of texts.txt in the encodings that their languages came in.

The bytes are made by Python's codecs, so that they test ICU's converters, too. Run it again after a change of texts.txt;
the tests read the files, not this script.
"""
import gzip, json, pathlib, re

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


# ---- files of other formats, with what they declare


def expect(name, data, article, problems=()):
    (here / name).write_bytes(data)
    lines = ["articles:", "  - " + article[0]] + ["    " + line for line in article[1:]]
    if problems:
        lines += ["problems:"] + ["  - " + json.dumps(p, ensure_ascii=False) for p in problems]
    (here / (name + ".expect.yaml")).write_text("\n".join(lines) + "\n", "utf-8")


def quoted(text): return json.dumps(text, ensure_ascii=False)


def page(tag, codec, head, label=None):
    title, first, last = text(tag, codec).splitlines()
    html = (
        f"<!DOCTYPE html>\n<html><head>\n{head}\n<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{first}</p>\n<p>{last}</p>\n</body></html>\n")
    word = first.split(" ")[-1] if " " in first else first[-8:]
    column = len("<p>") + len(first) - len(word) + 1
    return html.encode(codec), [
        "format: html", f"encoding: {label or names[codec]}", f"title: {quoted(title)}", f"has: [{quoted(last)}]",
        f"places: {{{quoted(word)}: [8, {column}]}}",
    ]


for tag, codec, label in [("ru", "koi8_r", "KOI8-R"), ("ja", "cp932", "Shift_JIS"), ("ko", "cp949", "EUC-KR"),
                          ("tr", "cp1254", "ISO-8859-9"), ("el", "iso8859_7", "greek"), ("de", "cp1252", "iso-8859-1")]:
    expect(f"{tag}.meta.html", *page(tag, codec, f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'))
expect("zh.meta.html", *page("zh", "gbk", "<meta charset=gb2312>", "GBK"))
data, article = page("pl", "iso8859_2", "<meta name='x'>")
expect("pl.page.html.gz", gzip.compress(b'<?xml version="1.0" encoding="ISO-8859-2"?>' + data, mtime=0),
       [a for a in article if not a.startswith("places")])
data, article = page("cs", "utf_8", "<meta charset=windows-1250>")
expect("cs.declares-wrongly.html", data, article, ["declares the encoding “windows-1250”"])
data, article = page("es", "cp1252", "<meta charset=utf-8>")
expect("es.declares-wrongly.html", data, article, ["declares the encoding “utf-8”"])


def feed(tag, codec, label):
    title, first, last = text(tag, codec).splitlines()
    xml = (
        f'<?xml version="1.0" encoding="{label}"?>\n<rss version="2.0"><channel><title>Blad</title>\n'
        f"<item><title>{title}</title>\n<description>{first} {last}</description></item></channel></rss>\n")
    word = title.split(" ")[-1]
    return xml.encode(codec), [
        "format: feed", f"title: {quoted(title)}", f"encoding: {names[codec]}",
        f"has: [{quoted(last)}]", f"places: {{{quoted(word)}: [3, {len('<item><title>') + len(title) - len(word) + 1}]}}",
    ]


expect("hu.declared.rss", *feed("hu", "iso8859_2", "ISO-8859-2"))
expect("uk.declared.rss", *feed("uk", "cp1251", "windows-1251"))
line = json.dumps({"id": "a", "text": stories["ja"].splitlines()[1], "language": "ja"}, ensure_ascii=False)
expect("ja.utf16.json", ("\ufeff" + line).encode("utf_16_be"),
       ["format: json", "encoding: UTF-16BE", "language: ja", "has: [通行止め]"])
title, first, last = text("fr", "cp1252").splitlines()
expect("fr.front.md", f"---\ntitle: {title}\ndate: 2020-02-01\n---\n\n{first}\n\n{last}\n".encode("cp1252"),
       ["format: markdown", "encoding: windows-1252", f"title: {quoted(title)}", "date: 2020-02-01", f"last: {quoted(last)}",
        f"places: {{d’euros.: [8, {len(last) - 7}]}}"])
expect("sv.headers.html", b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n\r\n" + page("sv", "cp1252", "")[0],
       ["format: html", "encoding: windows-1252", "language: sv", f"has: [{quoted(stories['sv'].splitlines()[2])}]",
        "hasNot: [charset]"])

# ---- damage

title, first, last = stories["fr"].splitlines()
wrong = "\n\n".join([title, first, last]).encode().decode("cp1252", "replace").replace("\ufffd", "")
expect("fr.mojibake.txt", wrong.encode(), ["encoding: UTF-8", "count: 3"], ["“â€™” seems to stand for “’”"])
title, first, last = stories["ru"].splitlines()
wrong = "\n\n".join([title, first, last]).encode().decode("cp1251", "ignore")
expect("ru.mojibake.txt", wrong.encode(), ["encoding: UTF-8", "count: 3"],
       ["“Р’” seems to stand for “В”"])
mixed = stories["de"].encode() + "Die Stra\xdfe blieb gesperrt, sagte K\xe4the Schr\xf6der.\n".encode("cp1252")
expect("de.mixed.txt", mixed, ["encoding: UTF-8", "language: de", "has: [Schr\ufffdder.]"], ["3 places are no UTF-8"])
packed = gzip.compress((stories["sv"] * 40).encode(), mtime=0)
expect("sv.cut.txt.gz", packed[:-40], ["language: sv"], ["the gzip is cut off"])
