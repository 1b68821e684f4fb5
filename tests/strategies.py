"""Hypothesis strategies for releases: everything that the format allows, as raw JSON.

`releases()` draws a whole release over all fields and blocks, in many languages. Each block has a strategy of its
own, so that a test can draw just that. The figures of a drawn release are those of `write_photos`.

What is drawn is valid: a rule that reports an error on it, or a rule that is here forgotten, shows up as a failure.
"""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

import photographs

Json = Any
DEEPEST_LIST = 6

# ---------------------------------------------------------------- languages


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language tag, words of that language, and what stands between words and between marked-up pieces."""

    tag: str
    words: tuple[str, ...]
    space: str = " "
    comma: str = " "


def _tongue(tag: str, words: str, *, space: str = " ", comma: str = " ") -> Tongue:
    return Tongue(tag, tuple(words.split()), space, comma)


TONGUES = (
    _tongue(
        "en-HK",
        "harbour museum opens Friday gallery “quoted” naïve café’s 4,126 readings m² £12.50 co-operate H₂O—vapour "
        "don’t (perhaps) 2026–27 snake_case a*b 50% & <b>bold</b> [sic] #1 wide… AT&amp;T",
    ),
    _tongue("fr", "océan « musée » d’été cœur ouvert jusqu’à garçon naît 1 250 € façade Œuvre où lève-toi"),
    _tongue(
        "de-CH", "Größe Übung Straße fährt schön Bäckerei „Zitat“ Öl Maß Fünf 1’250 Äpfel Hafenmuseumsfest"
    ),
    _tongue("pt", "ação não você três coração às água Índice São pães"),
    _tongue("pl", "zażółć gęślą jaźń Łódź święto źdźbło ćma"),
    _tongue("vi", "nghiệm trường điện biển Đông hải đảo thủy triều ướt"),
    _tongue("el", "θάλασσα μουσείο λιμάνι ανοίγει Παρασκευή ώρα «λόγια» ήλιος Ένα"),
    _tongue("ru", "море музей гавань открытие пятница «слова» ёлка подъезд № 7 Щука"),
    _tongue(
        "zh-Hant-HK",
        "數碼港 香港 開幕 展覽 「引語」 海水 博物館 讀數4,126個 今日 學生 ABC公司 （附註）",
        space="",
        comma="，",
    ),
    _tongue(
        "zh-Hans-CN", "数码港 开幕 展览 “引语” 海水 博物馆 读数 今日 学生 与会 《书名》", space="", comma="，"
    ),
    _tongue(
        "ja", "港の 博物館は 金曜日に 開館 します 「言葉」 データ カフェ 第3回 海図", space="", comma="、"
    ),
    _tongue("ko", "항구 박물관은 금요일에 열립니다 “말씀” 바다 자료 천백"),
    _tongue("ar", "متحف الميناء يفتح الجمعة «كلام» البحر قراءات إلى مؤسسة عوّامة 24 ابتداءً لأنّ"),
    _tongue("he", "מוזיאון הנמל נפתח ביום „ציטוט” צה״ל הים 24 מדידות שלום"),
    _tongue("fa", "موزه بندر گشایش می‌شود جمعه دریا پژوهش ژرف چهار"),
    _tongue("hi", "संग्रहालय बंदरगाह शुक्रवार खुलेगा समुद्र “उद्धरण” क्षेत्र विज्ञान श्री"),
    _tongue("th", "พิพิธภัณฑ์ ท่าเรือ เปิด วันศุกร์ ทะเล น้ำ “คำพูด” ปีนี้ ที่นี่ กำลัง"),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where something is drawn: in which language, how many notes it may refer to, and how deep it stands.

    `blocks` says how many lists of blocks, `lists` how many lists hold it; `headings` whether one may stand here.
    """

    tongue: Tongue
    notes: int = 0
    blocks: int = 0
    lists: int = 0
    headings: bool = True

    def within(self, *, lists: int = 0, headings: bool = True) -> Setting:
        """The setting inside of a block of this setting."""
        return replace(
            self, blocks=self.blocks + 1, lists=self.lists + lists, headings=self.headings and headings
        )


# ---------------------------------------------------------------- texts


@cache
@composite
def plain_text(draw: DrawFn, setting: Setting, longest: int = 6) -> str:
    """Plain characters: two or more words, which are read as they are."""
    words = draw(st.lists(st.sampled_from(setting.tongue.words), min_size=2, max_size=longest))
    return setting.tongue.space.join(words)


@cache
@composite
def inline_text(draw: DrawFn, setting: Setting, longest: int = 4, depth: int = 0, stars: str = "") -> str:
    """Pieces in the inline subset: plain text, then plain and marked-up ones, nested at most twice.

    `stars` is the emphasis that the text is in already: "**" or "*".
    """
    pieces = draw(st.lists(_piece(setting, depth, stars), max_size=longest - 1))
    first = escaped(draw(plain_text(setting)))
    return setting.tongue.comma.join([first, *pieces])


def escaped(text: str) -> str:
    """`text` so that nothing in it is mark-up."""
    return "".join(f"\\{character}" if character in "\\`*[]<>{}" else character for character in text)


@cache
def _piece(setting: Setting, depth: int, stars: str) -> SearchStrategy[str]:
    simple: list[SearchStrategy[str]] = [
        plain_text(setting).map(escaped),
        _code(setting),
        _addresses(),
        st.just("\\\n" + escaped(setting.tongue.words[0])),
    ]
    if depth == 2:
        return st.one_of(simple)
    marked = [_abbreviation(setting), _link(setting, stars), _parts(setting, depth, stars)]
    if not stars:
        marked.append(_emphasis(setting, depth, "**"))
    # Between Han letters, stars in stars are ambiguous: each could open or close.
    if not stars or (stars == "**" and setting.tongue.space):
        marked.append(_emphasis(setting, depth, "*"))
    if setting.notes:
        marked.append(_reference(setting))
    return st.one_of(*simple, *marked)


@cache
def _emphasis(setting: Setting, depth: int, stars: str) -> SearchStrategy[str]:
    inner = inline_text(setting, longest=2, depth=depth + 1, stars=stars)
    return inner.map(lambda text: f"{stars}{text}{stars}")


@cache
def _code(setting: Setting) -> SearchStrategy[str]:
    letters = st.text(string.ascii_letters + string.digits + "_-*[]<&\\", min_size=2, max_size=12)
    return letters.map(lambda text: f"`{text}`")


@cache
def _addresses() -> SearchStrategy[str]:
    return st.sampled_from(
        ["<https://example.org/a_b?c=d&e=f#g>", "<press@example.org>", "<mailto:a.b@example.org>"]
    )


@cache
@composite
def _link(draw: DrawFn, setting: Setting, stars: str) -> str:
    # A link holds no other: its text is plain, or strong.
    text = draw(plain_text(setting).map(escaped))
    tooltip = draw(st.sampled_from(["", ' "A tooltip"', ' "with \\"quotes\\""']))
    strong = not stars and draw(st.booleans())
    return f"[**{text}**]({draw(urls())}{tooltip})" if strong else f"[{text}]({draw(urls())}{tooltip})"


@cache
@composite
def _reference(draw: DrawFn, setting: Setting) -> str:
    text = draw(plain_text(setting).map(escaped))
    return f"[{text}](#note-{draw(st.integers(1, setting.notes))})"


@cache
def _parts(setting: Setting, depth: int, stars: str) -> SearchStrategy[str]:
    """Some words in another language."""

    def part(tongue: Tongue) -> SearchStrategy[str]:
        inside = inline_text(replace(setting, tongue=tongue), longest=2, depth=depth + 1, stars=stars or "*")
        return inside.map(lambda text: f"[{text}]{{lang={tongue.tag}}}")

    return st.sampled_from(TONGUES).flatmap(part)


@cache
@composite
def _abbreviation(draw: DrawFn, setting: Setting) -> str:
    letters = draw(st.text(string.ascii_uppercase, min_size=2, max_size=5))
    meaning = draw(plain_text(setting)).replace("\\", "").replace('"', "")
    return f'[{letters}]{{abbr="{meaning}"}}'


# ---------------------------------------------------------------- single values


@cache
def urls() -> SearchStrategy[str]:
    """Addresses that a link may have."""
    slug = st.text(string.ascii_lowercase + string.digits + "-_", min_size=1, max_size=20)
    page = slug.map(lambda text: f"https://www.example.org/press/{text}?q=1&r=2")
    return st.one_of(
        page, st.sampled_from(["http://example.org", "https://example.org:8443/a%20b", "tel:+85231663993"])
    )


@cache
def web_urls() -> SearchStrategy[str]:
    """Addresses of pages, as publishers, contacts and downloads have them."""
    return urls().filter(lambda url: url.startswith("http"))


@cache
def days() -> SearchStrategy[str]:
    """Whole dates."""
    return st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)


@cache
def moments() -> SearchStrategy[str]:
    """Date-times with an offset."""
    clock = st.sampled_from(["T00:00+00:00", "T09:30:00+08:00", "T23:59:59-03:30", "T12:00Z"])
    return st.tuples(days(), clock).map("".join)


@cache
def issue_dates() -> SearchStrategy[str]:
    """A release's date in every precision."""
    return st.one_of(days(), moments(), days().map(lambda day: day[:4]), days().map(lambda day: day[:7]))


@cache
def languages() -> SearchStrategy[str]:
    """Language tags, some of them of languages that prexport has no words for."""
    return st.sampled_from([tongue.tag for tongue in TONGUES] + ["yue-Hant-HK", "cy", "tlh", "sr-Latn"])


@cache
def telephones(setting: Setting) -> SearchStrategy[Json]:
    """A number, or one with a label."""
    number = st.sampled_from(["(852) 3166 3993", "+852 9123 4567", "+44 20 7946 0018 ext. 12", "3166-3800"])
    return st.one_of(number, fields({"number": number}, {"label": inline_text(setting, longest=1)}))


@cache
def mail_addresses() -> SearchStrategy[str]:
    """Mail addresses."""
    name = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=12)
    return name.map(lambda text: f"{text}@press.example.org")


def fields(
    needed: dict[str, SearchStrategy[Any]], optional: dict[str, SearchStrategy[Any]]
) -> SearchStrategy[dict[str, Any]]:
    """An object with all of `needed` and any of `optional`."""
    return st.fixed_dictionaries(needed, optional=optional)


def one_or_many(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """One value, or a list of some."""
    return st.one_of(values, st.lists(values, min_size=1, max_size=3))


# ---------------------------------------------------------------- blocks


@cache
@composite
def block(draw: DrawFn, setting: Setting) -> Json:
    """Any block, sometimes in another language."""
    kinds: list[Callable[[Setting], SearchStrategy[Json]]] = [
        bare_paragraph,
        paragraph,
        divider,
        table,
        figure,
    ]
    if setting.headings:
        kinds.append(heading)
    if setting.blocks < DEEPEST_LIST + 1:
        kinds += [quote, definitions, callout]
        if setting.lists < DEEPEST_LIST:
            kinds += [bullets, bullets]
    if setting.blocks > 1:
        kinds.append(bare_paragraph)
    kind = draw(st.sampled_from(kinds))
    if kind is bare_paragraph or draw(st.integers(0, 4)):
        return draw(kind(setting))
    tongue = draw(st.sampled_from(TONGUES))
    made = draw(kind(replace(setting, tongue=tongue)))
    given = {"lang": tongue.tag} | draw(fields({}, {"dir": st.sampled_from(["ltr", "rtl"])}))
    return given | made


@cache
def blocks(setting: Setting, most: int = 3) -> SearchStrategy[list[Json]]:
    """A list of blocks."""
    return st.lists(block(setting), min_size=1, max_size=most if setting.blocks < 2 else 2)


@cache
def flow(setting: Setting) -> SearchStrategy[Json]:
    """An inline text, or a list of blocks."""
    return st.one_of(inline_text(setting), blocks(setting.within()))


@cache
def bare_paragraph(setting: Setting) -> SearchStrategy[Json]:
    """A paragraph as a plain string."""
    return inline_text(setting)


@cache
def paragraph(setting: Setting) -> SearchStrategy[Json]:
    """A paragraph as an object."""
    return fields({"type": st.just("paragraph"), "text": inline_text(setting)}, {})


@cache
def heading(setting: Setting) -> SearchStrategy[Json]:
    """A heading; `with_heading_levels` gives it a level that fits its place."""
    return fields(
        {"type": st.just("heading"), "level": st.integers(2, 4), "text": inline_text(setting, longest=2)}, {}
    )


@cache
def quote(setting: Setting) -> SearchStrategy[Json]:
    """A quotation of one text or of several blocks."""
    inside = replace(setting.within(), headings=False)
    speaker = fields(
        {"name": plain_text(setting, longest=3)},
        {
            "lang": languages(),
            "title": plain_text(setting, longest=3),
            "organisation": plain_text(setting, longest=3),
        },
    )
    more = {"speaker": speaker, "attribution": st.sampled_from(["before", "after", "none"])}
    return st.one_of(
        fields({"type": st.just("quote"), "text": inline_text(setting)}, more),
        fields({"type": st.just("quote"), "body": blocks(inside)}, more),
    )


@cache
def bullets(setting: Setting) -> SearchStrategy[Json]:
    """A list, bulleted or numbered; lists nest up to six deep."""
    inside = setting.within(lists=1)
    item = st.one_of(inline_text(setting, longest=2), blocks(inside, most=2))
    if inside.lists < DEEPEST_LIST:
        # A path down that Hypothesis takes gladly, so that six levels are really seen.
        item = st.one_of(
            item, st.tuples(inline_text(setting, longest=1), st.deferred(lambda: bullets(inside))).map(list)
        )
    return fields(
        {"type": st.just("list"), "items": st.lists(item, min_size=1, max_size=3)},
        {"ordered": st.booleans(), "start": st.integers(0, 120)},
    )


@cache
def definitions(setting: Setting) -> SearchStrategy[Json]:
    """Terms and what they mean."""
    item = fields({"term": inline_text(setting, longest=1), "body": flow(setting.within())}, {})
    return fields({"type": st.just("definitions"), "items": st.lists(item, min_size=1, max_size=3)}, {})


@cache
@composite
def table(draw: DrawFn, setting: Setting) -> Json:
    """A table of some columns and rows."""
    cell = inline_text(setting, longest=2)
    align = {"align": st.sampled_from(["start", "center", "end"])}
    columns = draw(st.lists(fields({"text": cell}, align), min_size=1, max_size=4))
    row = st.lists(cell, min_size=len(columns), max_size=len(columns))
    needed = {
        "type": st.just("table"),
        "columns": st.just(columns),
        "rows": st.lists(row, max_size=3),
    }
    return draw(fields(needed, {"caption": inline_text(setting, longest=2), "row_headers": st.booleans()}))


@cache
def figure(setting: Setting) -> SearchStrategy[Json]:
    """A picture that is described, decorative, or described by its file."""
    pictures = {"type": st.just("figure"), "src": st.sampled_from(sorted(PHOTOS))}
    told = {
        "caption": inline_text(setting, longest=2),
        "credit": inline_text(setting, longest=1),
        "long_description": plain_text(setting, longest=20),
    }
    by_file = {"type": st.just("figure"), "src": st.just("told.jpg"), "lang": st.just("en")}
    return st.one_of(
        fields(pictures | {"alt": plain_text(setting)}, told | {"decorative": st.just(False)}),
        fields(pictures | {"decorative": st.just(True)}, told),
        fields(by_file, {}),
    )


@cache
def callout(setting: Setting) -> SearchStrategy[Json]:
    """A box."""
    return fields(
        {"type": st.just("callout"), "body": blocks(setting.within())},
        {"heading": inline_text(setting, longest=1)},
    )


@cache
def divider(setting: Setting) -> SearchStrategy[Json]:
    """A pause."""
    return st.just({"type": "divider"})


# ---------------------------------------------------------------- parts of a release


@cache
def release_line(setting: Setting) -> SearchStrategy[Json]:
    """When the release may be published."""
    text = {"text": inline_text(setting, longest=1)}
    zone = st.sampled_from(["Asia/Hong_Kong", "Europe/London", "America/St_Johns", "UTC"])
    return st.one_of(
        fields({"mode": st.just("immediate")}, text),
        fields({"mode": st.just("embargoed"), "until": moments(), "timezone": zone}, text),
        fields({"mode": st.just("hold")}, text),
        st.just({"mode": "none"}),
    )


@cache
def publisher(setting: Setting) -> SearchStrategy[Json]:
    """Who publishes."""
    return fields({"name": plain_text(setting, longest=3)}, {"url": web_urls(), "lang": languages()})


@cache
@composite
def replacement(draw: DrawFn, setting: Setting) -> Json:
    """What the release replaces: at least one thing about it."""
    about = {
        "number": st.sampled_from(["M07-43", "2026/02"]),
        "url": web_urls(),
        "issued": issue_dates(),
        "note": inline_text(setting),
    }
    sure = draw(st.sampled_from(sorted(about)))
    return draw(fields({sure: about.pop(sure)}, about))


@cache
def dateline(setting: Setting) -> SearchStrategy[Json]:
    """The run-in start of the text."""
    return fields(
        {"place": inline_text(setting, longest=2)},
        {"date": st.one_of(st.none(), days()), "separator": st.sampled_from([" – ", "：", " -- "])},
    )


@cache
def download(setting: Setting) -> SearchStrategy[Json]:
    """A file to download."""
    return fields(
        {"text": plain_text(setting), "url": web_urls()},
        {
            "type": st.sampled_from(
                ["application/zip", "image/jpeg", "video/mp4", "application/x-unheard-of"]
            ),
            "bytes": st.integers(0, 2**40),
            "count": st.integers(1, 5000),
        },
    )


@cache
@composite
def contact(draw: DrawFn, setting: Setting) -> Json:
    """Whom to call: at least one way to do so."""
    reach = {
        "tel": one_or_many(telephones(setting)),
        "email": one_or_many(mail_addresses()),
        "url": web_urls(),
    }
    person = fields(
        {"name": plain_text(setting, longest=3)},
        {"lang": languages(), "title": plain_text(setting, longest=3)} | reach,
    )
    holdings = reach | {
        "organisation": plain_text(setting, longest=4),
        "people": st.lists(person, min_size=1, max_size=3),
        "address": st.lists(plain_text(setting), min_size=1, max_size=4),
        "hours": inline_text(setting, longest=2),
        "text": inline_text(setting),
    }
    sure = draw(st.sampled_from(sorted(holdings)))
    more = {"role": inline_text(setting, longest=1)}
    return draw(fields({sure: holdings.pop(sure)}, holdings | more))


@cache
def about(setting: Setting) -> SearchStrategy[Json]:
    """Boilerplate."""
    return fields(
        {"heading": inline_text(setting, longest=1), "body": blocks(setting.within())}, {"url": web_urls()}
    )


@cache
def translation(setting: Setting) -> SearchStrategy[Json]:
    """Another language version, its title in its own language."""
    return st.sampled_from(TONGUES).flatmap(
        lambda tongue: fields(
            {"lang": st.just(tongue.tag), "url": web_urls()},
            {"title": plain_text(replace(setting, tongue=tongue))},
        )
    )


@cache
def rights(setting: Setting) -> SearchStrategy[Json]:
    """Owner, notice, licence."""
    return fields(
        {},
        {
            "holder": plain_text(setting, longest=3),
            "notice": inline_text(setting),
            "licence": inline_text(setting, longest=2),
        },
    )


# ---------------------------------------------------------------- the release


@cache
@composite
def releases(draw: DrawFn) -> Json:
    """Any valid release."""
    setting = Setting(draw(st.sampled_from(TONGUES)), notes=draw(st.sampled_from([0, 0, 1, 3])))
    needed = {
        "format": st.just("prexport/1"),
        "lang": st.just(setting.tongue.tag),
        "issued": issue_dates(),
        "publisher": one_or_many(publisher(setting)),
        "headline": inline_text(setting),
        "body": blocks(setting, most=4),
    }
    if setting.notes:
        needed["notes"] = st.lists(flow(setting), min_size=setting.notes, max_size=setting.notes)
    optional = _head(setting) | _end(setting)
    return with_heading_levels(draw(fields(needed, optional)))


def _head(setting: Setting) -> dict[str, SearchStrategy[Any]]:
    """The optional fields of the first half."""
    return {
        "$schema": st.just("../release.schema.json"),
        "id": st.sampled_from(
            ["urn:uuid:7c8f2b1e-0000-4000-8000-000000000000", "tag:example.org,2026:press/1"]
        ),
        "number": st.sampled_from(["M07-44", "2026/03", "№ 12"]),
        "url": urls().filter(lambda url: url.startswith("https:")),
        "replaces": st.lists(replacement(setting), max_size=2),
        "dir": st.sampled_from(["ltr", "rtl"]),
        "kind": st.sampled_from(
            ["press-release", "media-advisory", "statement", "fact-sheet", "speech", "correction"]
        ),
        "label": inline_text(setting, longest=1),
        "release": release_line(setting),
        "subheadline": one_or_many(inline_text(setting)),
        "summary": st.lists(inline_text(setting), max_size=3),
        "dateline": dateline(setting),
    }


def _end(setting: Setting) -> dict[str, SearchStrategy[Any]]:
    """The optional fields of the second half."""
    line = inline_text(setting, longest=1)
    return {
        "end_mark": st.one_of(st.none(), st.sampled_from(["###", "-30-", "ENDS", "完"])),
        "after_end": blocks(setting, most=2),
        "downloads": st.lists(download(setting), max_size=3),
        "media": st.lists(figure(setting), max_size=3),
        "contacts": st.lists(contact(setting), max_size=3),
        "downloads_heading": line,
        "media_heading": line,
        "notes_heading": line,
        "contacts_heading": line,
        "about": st.lists(about(setting), max_size=2),
        "translations": st.lists(translation(setting), max_size=3),
        "keywords": st.lists(plain_text(setting), max_size=3),
        "rights": rights(setting),
        "source": fields({}, {"document": plain_text(setting), "note": plain_text(setting)}),
        "x-desk": st.just({"anything": [1, 2.5, None, True]}),
    }


def with_heading_levels(release: Json) -> Json:
    """The release with each heading at a level that its place allows: none skipped, 2 kept for the text's sections."""
    level = _levelled(release["body"], above=1, highest=2)
    _levelled(release.get("after_end", []), above=level, highest=2)
    for note in release.get("notes", []):
        _levelled(note if isinstance(note, list) else [], above=2, highest=3)
    for part in release.get("about", []):
        _levelled(part["body"], above=2, highest=3)
    return release


def _levelled(blocks: list[Json], above: int, highest: int) -> int:
    """Mend the levels in a list of blocks, in place; returns the level in force at its end."""
    for each in blocks:
        if isinstance(each, str):
            continue
        match each["type"]:
            case "heading":
                each["level"] = above = max(highest, min(each["level"], above + 1))
            case "callout":
                if above == 1 and '"heading"' in json.dumps(each["body"]):
                    # A box before all headings needs one of its own, or those in it would skip a level.
                    each.setdefault("heading", "The box")
                inside = min(above + 1, 4) if "heading" in each else above
                _levelled(each["body"], above=max(inside, 2), highest=3)
            case "list":
                for item in each["items"]:
                    above = _levelled(item if isinstance(item, list) else [], above, highest)
            case "definitions":
                for item in each["items"]:
                    above = _levelled(item["body"] if isinstance(item["body"], list) else [], above, highest)
    return above


# ---------------------------------------------------------------- pictures

PHOTOS: dict[str, Callable[[], bytes]] = {
    "wide.jpg": lambda: photographs.encode(photographs.photo(90, 40), "JPEG"),
    "photos/tall.png": lambda: photographs.encode(photographs.photo(30, 80), "PNG"),
    "see-through.png": lambda: photographs.encode(photographs.see_through(40, 40), "PNG"),
    "flat.gif": lambda: photographs.encode(photographs.quadrants(), "GIF"),
    "modern.webp": lambda: photographs.encode(photographs.photo(48, 48), "WEBP"),
    "told.jpg": lambda: photographs.with_segments(
        photographs.encode(photographs.photo(60, 40), "JPEG"),
        photographs.segment(
            photographs.APP1,
            photographs.XMP_SEGMENT + photographs.xmp(photographs.alt_text(en="From the file")),
        ),
    ),
}


def write_photos(folder: Path) -> None:
    """Put the pictures that drawn releases name into `folder`."""
    for name, encoded in PHOTOS.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(encoded())
