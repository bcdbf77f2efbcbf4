"""Every format, read back by an independent reader, over plain and over hostile text."""

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from io import StringIO
from typing import Any

import jsonschema
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from spacy.tokens import DocBin

from claimx.errors import UsageError
from claimx.records import Document
from claimx.rendering import FORMATS, Reading, renderer
from claimx.rendering.flat import columns, default_columns, disarm, read_fields
from tests.documents import one_claim, truce, write_document

HOSTILE = {
    "markup": "signs [/bold] [x](javascript:alert`1`) *b* | a `c` ~~d~~ ![i](j)",
    "script": "signs <script>alert(1)</script><img src=x onerror=alert(2)> &lt;b&gt; ]]> -->",
    "template": "signs {{ 7*7 }} {% raw %} ${x}",
    "formula": "=cmd|'/c calc'!A1 @SUM(1) +1 -1",
    "escapes": "signs \x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \x7f",
    "override": "signs \u202etxt.exe\u202c \u2066x\u2069 \u200f",
    "separators": "signs a\tb\x0bc\x0cd\x1ce\x85f\u2028g\u2029h",
    "quotes": "signs \"a\" 'b' “c” «d» \\ \\n ,;",
    "astral": "signs 👩\u200d🚒 𝔘 🇺🇦 停戦 e\u0301",
    "long": "signs " + "a very long paragraph" * 230,
    "unbroken": "signs " + "x" * 5000,
}
ALL = [pytest.param(words, id=name) for name, words in HOSTILE.items()]


def write(name: str, *readings: Reading, **options: Any) -> str:
    out = StringIO()
    render: Callable[..., None] = renderer(name)
    render(readings, out, **options)
    return out.getvalue()


@pytest.mark.parametrize("words", ALL)
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_every_text(name: str, words: str) -> None:
    out = write(name, one_claim("Vera", words))
    assert out.endswith("\n") or name == "triples"  # which has no facts to tell here
    # JSON escapes them by itself or by ours; .ann files must repeat the article's characters.
    if name != "brat":
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", out)
    if name in {"text", "csv", "tsv", "markdown", "html", "triples"}:
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200f]", out)


@pytest.mark.parametrize("name", FORMATS)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
@settings(max_examples=25, deadline=None)
def test_no_text_makes_a_format_fail(name: str, words: str) -> None:
    write(name, one_claim(f"Vera {words}", f"signs {words}"))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_an_article_without_claims(name: str) -> None:
    article, _ = truce()
    write(name, (article, write_document(article, [])))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "brat"])
def test_every_format_takes_several_articles_and_none(name: str) -> None:
    two = write(name, truce(), one_claim("Vera", "signs it"))
    assert "Vera" in two or name == "triples"
    assert "Ankara" in two
    write(name)


def test_csv_is_flat_and_complete() -> None:
    rows = list(csv.DictReader(StringIO(write("csv", truce()))))
    assert list(rows[0]) == list(default_columns())
    assert [row["n"] for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert rows[1]["where.exact"] == "Geneva"
    assert rows[1]["where.place.country"] == "CH"
    assert rows[1]["when.edtf"] == "2025-03-12"
    assert rows[0]["where.exact"] == ""
    assert rows[2]["source.name"] == "Irina Kostova"
    assert rows[0]["document.path"] == "truce.txt"


def test_columns_are_all_leaves_of_the_record() -> None:
    _, document = truce()

    def leaves(value: Any, path: str) -> set[str]:
        if isinstance(value, dict):
            return {leaf for key, v in value.items() for leaf in leaves(v, f"{path}.{key}")}
        return {path.removeprefix(".")}

    where = {**document.to_dict()["claims"][1]}
    where["where"], where["when"] = where["where"][0], where["when"][0]
    found = leaves(where, "") - {"target", "actor", "source", "cue", "why"}
    assert found <= set(columns())
    assert len(columns()) == len(set(columns()))


@pytest.mark.parametrize("words", ALL)
@pytest.mark.parametrize(("name", "dialect"), [("csv", "excel"), ("tsv", "excel-tab")])
def test_no_cell_breaks_the_sheet(name: str, dialect: str, words: str) -> None:
    out = write(name, one_claim("=Vera()", words))
    rows = list(csv.reader(StringIO(out), dialect, strict=True))
    assert {len(row) for row in rows} == {len(default_columns())}
    assert len(out.splitlines()) == len(rows) == 2
    assert not any(cell.startswith(tuple("=+-@\t\r")) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("  @x", "'  @x"),
        ("＝1", "'＝1"),
        ("-5 degrees", "'-5 degrees"),
        (-33.9, -33.9),
        ("a=b", "a=b"),
        (None, None),
        ("", ""),
    ],
)
def test_disarm(cell: Any, shown: Any) -> None:
    assert disarm(cell) == shown


def test_fields_choose_columns_in_the_order_asked() -> None:
    fields = read_fields(["citation.line", "who.exact", "document.title"])
    out = write("csv", truce(), fields=fields)
    assert out.splitlines()[:2] == [
        "citation.line,who.exact,document.title",
        "3,Velmar and Norvenia,Velmar and Norvenia Extend Truce",
    ]


def test_a_group_stands_for_its_columns() -> None:
    assert read_fields(["cue"]) == ("cue.exact", "cue.start", "cue.end", "cue.lemma")


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(UsageError, match="no field 'whom'"):
        read_fields(["whom"])


def test_triples_are_three_cells_a_line() -> None:
    lines = write("triples", truce()).splitlines()
    assert lines[1] == "Reyl\taccused\tNorvenia"
    assert {line.count("\t") for line in lines} == {2}


def markdown_html(text: str) -> str:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(reader.use(footnote_plugin).render(text))


def test_markdown_footnotes_cite_the_article() -> None:
    html = markdown_html(write("markdown", truce()))
    assert html.count('class="footnote-ref"') == 3
    assert html.count('class="footnote-item"') == 3
    assert "A Turkish official said Ankara might host a second round in April." in html
    assert html.count("<tr>") == 8


@pytest.mark.parametrize("words", ALL)
def test_markdown_shows_text_as_it_is(words: str) -> None:
    page = Page(markdown_html(write("markdown", one_claim("# Vera", words))))
    assert page.tags <= set("h1 h2 p ul li strong table thead tbody tr th td".split()) | set(
        "sup a section ol hr".split()
    )
    assert all(href.startswith("#fn") for href in page.links)


class Page(HTMLParser):
    """Tags, links, ids and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(values)
        self.links += [str(values[name]) for name in ("href", "src") if name in values]
        self.ids += [str(values["id"])] if "id" in values else []
        if tag not in {"meta", "input", "img", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words.append(data)


@pytest.mark.parametrize("words", ALL)
def test_html_stays_one_well_formed_page(words: str) -> None:
    page = Page(write("html", one_claim("<b>Vera", words), truce()))
    assert not page.open
    assert page.links
    assert all(link.startswith("#") for link in page.links), "a remote asset"
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert page.tags.isdisjoint({"img", "iframe", "link", "object", "b"})
    assert not any(name.startswith("on") for name in page.attributes)


def test_html_repeats_the_article_word_for_word() -> None:
    article, document = truce()
    text = write("html", (article, document))
    body = re.search(r"<article.*?</article>", text, re.S)
    assert body
    plain = re.sub(r'<a class="n".*?</a>', "", body[0])
    words = "".join(
        Page(plain.replace("<article", "<div", 1).replace("</article>", "</div>")).words
    )
    for line in article.text.splitlines():
        assert line in words


LABEL_STUDIO = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "predictions"],
        "properties": {
            "data": {"type": "object", "required": ["text"]},
            "predictions": {
                "type": "array",
                "items": {
                    "required": ["model_version", "result"],
                    "properties": {
                        "result": {
                            "items": {
                                "oneOf": [
                                    {
                                        "required": ["id", "from_name", "to_name", "type", "value"],
                                        "properties": {"type": {"enum": ["labels", "choices"]}},
                                    },
                                    {
                                        "required": ["from_id", "to_id", "direction", "labels"],
                                        "properties": {"type": {"const": "relation"}},
                                    },
                                ]
                            }
                        }
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("words", ALL)
def test_label_studio_regions_slice_back(words: str) -> None:
    tasks = json.loads(write("label-studio", truce(), one_claim("Vera", words)))
    jsonschema.validate(tasks, LABEL_STUDIO)
    for task in tasks:
        result = task["predictions"][0]["result"]
        regions = {r["id"]: r["value"] for r in result if r["type"] == "labels"}
        for value in regions.values():
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
        for r in result:
            if r["type"] == "relation":
                assert {r["from_id"], r["to_id"]} <= set(regions)


@pytest.mark.parametrize("words", ALL)
def test_prodigy_lines_become_docs(words: str) -> None:
    nlp = spacy.blank("en")
    bin_ = DocBin(attrs=["ORTH", "SPACY"], store_user_data=False)
    for line in write("prodigy", truce(), one_claim("Vera", words)).splitlines():
        task = json.loads(line)
        for span in task["spans"]:
            tokens = task["tokens"][span["token_start"] : span["token_end"] + 1]
            assert (tokens[0]["start"], tokens[-1]["end"]) == (span["start"], span["end"])
        doc = nlp.make_doc(task["text"])
        doc.spans["claims"] = [
            doc.char_span(s["start"], s["end"], s["label"], alignment_mode="expand")
            for s in task["spans"]
        ]
        assert all(doc.spans["claims"])
        bin_.add(doc)
        relations = {(r["head_span"]["start"], r["label"]) for r in task["relations"]}
        assert relations
        for r in task["relations"]:
            assert r["head"] == r["head_span"]["token_end"]
            assert r["head_span"] in task["spans"]
            assert r["child_span"] in task["spans"]
    assert len(bin_) == 2


def read_standoff(text: str, annotation: str) -> dict[str, list[str]]:
    """Read ``.ann`` as brat.nlplab.org/standoff.html describes it; raise on what it forbids."""
    found: dict[str, list[str]] = {}
    for line in annotation.splitlines():
        name, rest = line.split("\t", 1)
        if name[0] == "T":
            place, words = rest.split("\t")
            _, offsets = place.split(" ", 1)
            pieces = [tuple(map(int, pair.split())) for pair in offsets.split(";")]
            assert " ".join(text[start:end] for start, end in pieces) == words
        elif name[0] == "E":
            for argument in rest.split(" "):
                assert argument.split(":")[1] in found
        elif name[0] in "A#":
            assert rest.split("\t")[0].split(" ")[1] in found
        assert name not in found
        found[name] = rest.split("\t")
    return found


@pytest.mark.parametrize("words", ALL)
def test_brat_standoff_slices_back(words: str) -> None:
    article, document = one_claim("Vera\nRuiz", words)
    found = read_standoff(article.text, write("brat", (article, document)))
    assert "E1" in found
    assert ";" in found["T2"][0]  # a stretch over a line end is in two pieces


def test_brat_says_what_stands_where() -> None:
    article, document = truce()
    found = read_standoff(article.text, write("brat", (article, document)))
    assert found["E2"] == ["Claim:T7 Who:T8 What:T9 Where:T10 When:T11"]
    assert ["Polarity E3 negative"] in found.values()


def test_brat_takes_one_article() -> None:
    with pytest.raises(UsageError, match="one file an article"):
        write("brat", truce(), truce())


ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationPage"},
        "id": {"type": "string", "format": "iri"},
        "items": {
            "items": {
                "required": ["id", "type", "target"],
                "properties": {
                    "type": {"const": "Annotation"},
                    "target": {
                        "required": ["source", "selector"],
                        "properties": {
                            "selector": {
                                "prefixItems": [
                                    {
                                        "required": ["type", "start", "end"],
                                        "properties": {"type": {"const": "TextPositionSelector"}},
                                    },
                                    {
                                        "required": ["type", "exact"],
                                        "properties": {"type": {"const": "TextQuoteSelector"}},
                                    },
                                ]
                            }
                        },
                    },
                    "body": {
                        "items": {
                            "required": ["type", "value"],
                            "properties": {"type": {"const": "TextualBody"}},
                        }
                    },
                },
            }
        },
    },
}


@pytest.mark.parametrize("words", ALL)
def test_web_annotations_find_their_text(words: str) -> None:
    for article, document in (truce(), one_claim("Vera", words)):
        page = json.loads(write("web-annotation", (article, document)))
        jsonschema.validate(page, ANNOTATION)
        assert len(page["items"]) == len(document.claims)
        for item in page["items"]:
            position, quotation = item["target"]["selector"]
            start, end = position["start"], position["end"]
            assert article.text[start:end] == quotation["exact"]
            assert article.text[:start].endswith(quotation["prefix"])
            assert article.text[end:].startswith(quotation["suffix"])


# What schema.org defines for the types that claimx writes (version 29).
SCHEMA_ORG = {
    "NewsArticle": {"headline", "url", "datePublished", "inLanguage", "wordCount"},
    "Claim": {"text", "author", "appearance", "datePublished", "inLanguage"},
    "Quotation": {"text", "creator", "isPartOf", "inLanguage"},
}


@pytest.mark.parametrize("words", ALL)
def test_jsonld_uses_only_what_schema_org_defines(words: str) -> None:
    line = write("jsonld", one_claim("Vera", words))
    assert "<" not in line
    graph = json.loads(line)
    assert graph["@context"] == "https://schema.org"
    for node in graph["@graph"]:
        assert set(node) - {"@type", "@id"} <= SCHEMA_ORG[node["@type"]]


def test_jsonld_names_who_wrote_the_article() -> None:
    article, document = truce()
    written = replace(document, document=replace(document.document, author="Ana Ruiz"))
    (found, *_) = json.loads(write("jsonld", (article, written)))["@graph"]
    assert found["author"] == {"@type": "Person", "name": "Ana Ruiz"}
    (found, *_) = json.loads(write("jsonld", truce()))["@graph"]
    assert "author" not in found


def test_jsonld_names_speakers_and_quotes_them() -> None:
    graph = json.loads(write("jsonld", truce()))["@graph"]
    quotations = [node for node in graph if node["@type"] == "Quotation"]
    assert [(q["text"], q["creator"]["name"]) for q in quotations] == [
        ("are not walking away from this table", "Irina Kostova")
    ]
    claims = [node for node in graph if node["@type"] == "Claim"]
    assert len(claims) == 7
    assert {claim["appearance"]["@id"] for claim in claims} == {"https://news.example/truce"}


def test_json_is_the_document_itself() -> None:
    _, document = truce()
    assert Document.from_json(write("json", truce())) == document


DOCS = files("claimx").joinpath("docs", "formats.md").read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_documented_with_what_it_writes(name: str) -> None:
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", DOCS, re.S | re.M)
    assert section, name
    example = re.search(r"^```\n(.*?)\n```", section[1], re.S | re.M)
    assert example, name
    fields = read_fields(["who.exact", "what.exact", "certainty", "citation.line"])
    out = write(name, truce(), **({"fields": fields} if name in {"csv", "tsv"} else {}))
    for line in example[1].splitlines():
        assert line in out
