"""The command line: what goes to stdout, what to stderr, and every exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import claimx
from claimx.article import Article
from claimx.cli import app
from claimx.cli.output import safe
from claimx.errors import ModelError
from claimx.records import Document
from claimx.rendering import FORMATS, renderer
from claimx.selection import CERTAINTIES, ORDERS
from tests.documents import TRUCE, TRUCE_ROWS, truce, write_document
from tests.test_text import Terminal

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs claimx in a folder of articles, read by hand, not by a model."""

    def read_document(article: Article, nlp: None) -> Document:
        return write_document(article, TRUCE_ROWS if article.text == TRUCE else ())

    def load(model: str | None) -> None:
        if model is not None:
            raise ModelError(f"{model}: no such spaCy pipeline")

    extraction = ModuleType("claimx.extraction")
    extraction.read_document = read_document  # type: ignore[attr-defined]  # a module made by hand
    monkeypatch.setitem(sys.modules, "claimx.extraction", extraction)
    monkeypatch.setattr(claimx, "load", load)
    monkeypatch.chdir(tmp_path)
    Path("truce.txt").write_text(TRUCE, encoding="utf-8")
    Path("quiet.txt").write_text("A quiet day.\n", encoding="utf-8")
    Path("empty.txt").touch()
    Path("binary.txt").write_bytes(b"\x7fELF\x00\x01")
    Path("legacy.txt").write_bytes("Le café.".encode("cp1252"))
    Path("folder").mkdir()

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, ["extract", *arguments], input=stdin)

    return run


def paths(result: Result) -> list[str | None]:
    return [json.loads(line)["document"]["path"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["truce.txt"], 0, [], id="done"),
        pytest.param(["quiet.txt"], 0, [], id="done, no claims"),
        pytest.param(
            ["missing.txt"], 1, ["error: missing.txt: no such file or folder"], id="missing"
        ),
        pytest.param(["empty.txt"], 1, ["error: empty.txt: empty"], id="empty"),
        pytest.param(
            ["binary.txt"],
            1,
            ["error: binary.txt: binary (NUL at byte 4); if it is UTF-16, say --encoding utf-16"],
            id="binary",
        ),
        pytest.param(
            ["folder"],
            1,
            ["error: folder: nothing to read; no .txt or .md file in it"],
            id="nothing to read",
        ),
        pytest.param(
            ["legacy.txt"],
            0,
            ["warning: legacy.txt: not UTF-8 at byte 6; read as cp1252 (see --encoding)"],
            id="legacy encoding",
        ),
        pytest.param(["legacy.txt", "-q"], 0, [], id="quiet"),
        pytest.param(
            ["missing.txt", "-q"],
            1,
            ["error: missing.txt: no such file or folder"],
            id="quiet error",
        ),
        pytest.param(
            ["truce.txt", "-f", "xml"],
            2,
            [f"error: unknown format 'xml'; choose auto, {', '.join(FORMATS)}"],
            id="unknown format",
        ),
        pytest.param(
            ["truce.txt", "--encoding", "utf-99"],
            2,
            ["error: unknown encoding 'utf-99'; try utf-8, cp1252 or utf-16"],
            id="unknown encoding",
        ),
        pytest.param(
            ["truce.txt", "--published", "tomorrow"],
            2,
            ["error: --published 'tomorrow': not a day; write it as 2025-03-14"],
            id="not a day",
        ),
        pytest.param(
            ["truce.txt", "-o", "no/where.json"],
            2,
            ["error: no/where.json: cannot write: no such file or directory"],
            id="cannot write",
        ),
        pytest.param(
            ["truce.txt", "--model", "xx"], 3, ["error: xx: no such spaCy pipeline"], id="no model"
        ),
        pytest.param(
            ["truce.txt", "gone\x1b[2J.txt", "quiet.txt"],
            1,
            [
                "error: gone␛[2J.txt: no such file or folder",
                "2 articles, 7 claims, 1 failed",
            ],
            id="one failed",
        ),
    ],
)
def test_exit_codes(run: Run, arguments: list[str], code: int, said: list[str]) -> None:
    result = run(*arguments)
    assert result.stderr.splitlines() == [f"claimx: {line}" for line in said]
    assert result.exit_code == code
    assert bool(result.stdout) == ("article" in "".join(said) or code == 0)


def test_debug_keeps_the_traceback(run: Run) -> None:
    assert isinstance(run("truce.txt", "--model", "xx", "--debug").exception, ModelError)


def test_inputs_keep_their_order(run: Run) -> None:
    result = run("quiet.txt", "missing.txt", "-", "truce.txt", stdin="A quiet day.\n")
    assert paths(result) == ["quiet.txt", None, "truce.txt"]
    assert result.exit_code == 1


def test_a_pipe_gives_json_and_needs_no_dash(run: Run) -> None:
    result = run(stdin=TRUCE.encode("utf-8-sig"))
    article = Article(text=TRUCE, title="Velmar and Norvenia Extend Truce")
    assert json.loads(result.stdout) == write_document(article, TRUCE_ROWS).to_dict()


def test_a_terminal_without_inputs_asks_for_some() -> None:
    main, terminal = os.openpty()
    done = subprocess.run(
        [sys.executable, "-c", "from claimx.cli import app; app(['extract'])"],
        stdin=terminal,
        capture_output=True,
        text=True,
    )
    os.close(main)
    os.close(terminal)
    assert done.stderr == (
        "claimx: error: nothing to read; name a file or a folder, or - for standard input\n"
    )
    assert done.returncode == 2


def test_what_the_user_knows_goes_into_the_document(run: Run) -> None:
    result = run("quiet.txt", "--published", "2025-03-14", "--title", "Quiet")
    source = json.loads(result.stdout)["document"]
    assert (source["published"], source["date_source"], source["title"]) == (
        "2025-03-14",
        "option",
        "Quiet",
    )


def test_the_sentence_of_each_claim_on_request(run: Run) -> None:
    sentence = "A Turkish official said Ankara might host a second round in April."
    assert sentence not in run("truce.txt", "-f", "text").stdout
    assert sentence in " ".join(run("truce.txt", "-f", "text", "--cite").stdout.split())


def test_json_is_the_same_alone_and_among_others(run: Run) -> None:
    alone = run("truce.txt").stdout
    among = run("quiet.txt", "truce.txt", "legacy.txt").stdout
    assert alone in among
    assert "“We are not walking away" in alone


@pytest.mark.parametrize("name", FORMATS)
def test_output_to_a_file_is_the_output(run: Run, name: str) -> None:
    printed = run("truce.txt", "-f", name)
    written = run("truce.txt", "-f", name, "-o", "out")
    assert (printed.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert printed.stdout
    assert Path("out").read_bytes() == printed.stdout_bytes


def test_output_stays_when_nothing_could_be_read(run: Run) -> None:
    Path("out").write_text("before")
    assert run("missing.txt", "-o", "out").exit_code == 1
    assert Path("out").read_text() == "before"
    assert sorted(path.name for path in Path().glob(".*")) == []


def test_output_is_complete_or_not_at_all(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(article: Article, nlp: None) -> Document:
        raise KeyboardInterrupt

    run("truce.txt", "-o", "out")
    before = Path("out").read_bytes()
    monkeypatch.setattr(sys.modules["claimx.extraction"], "read_document", fail)
    assert run("quiet.txt", "-o", "out").exit_code == 130
    assert Path("out").read_bytes() == before
    assert list(Path().glob(".*")) == []


def test_jsonl_is_a_claim_a_line() -> None:
    out = Terminal()
    renderer("jsonl")([truce()], out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    document = truce()[1].to_dict()
    source = {key: document["document"][key] for key in ("id", "path", "title")}
    assert lines == [{"document": source, **claim} for claim in document["claims"]]
    assert list(lines[0])[:3] == ["document", "n", "id"]


def test_json_keeps_lines_whole_and_terminals_safe() -> None:
    text = "\x1b[31mred \x9b2J \x85 \u2028 é"
    out = Terminal()
    article = Article(text=text)
    renderer("json")([(article, write_document(Article(text=text, title=text), ()))], out)
    (line,) = out.getvalue().splitlines()
    assert json.loads(line)["document"]["title"] == text
    assert "\x1b" not in line and "\x9b" not in line and "é" in line


def test_a_terminal_shows_control_characters() -> None:
    terminal = Terminal()
    safe(terminal).write("one\t\x1b[2J\x85two\r\nthree\n")
    assert terminal.getvalue() == "one\t␛[2J<U+0085>two\r\nthree\n"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders(name: str) -> None:
    out = Terminal()
    renderer(name)([truce()], out)
    assert "Norvenia" in out.getvalue()


def test_documents_keep_the_schema() -> None:
    printed = CliRunner().invoke(app, ["schema"])
    schema = json.loads(printed.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    document = truce()[1].to_dict()
    jsonschema.validate(document, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document | {"claims": [{}]}, schema)


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"claimx {claimx.__version__}\n"


@pytest.mark.parametrize("command", [[], ["extract"], ["schema"], ["info"]])
def test_help(command: list[str]) -> None:
    result = CliRunner().invoke(app, [*command, "--help"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: ")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param(["--help"], {}, id="help"),
        pytest.param(["extract", "--help"], {}, id="help of a command"),
        pytest.param(["--version"], {}, id="version"),
        pytest.param(["schema"], {}, id="schema"),
        pytest.param(["extract", "missing.txt"], {}, id="nothing to read"),
        pytest.param(
            [],
            {"_CLAIMX_COMPLETE": "complete_bash", "COMP_WORDS": "claimx ex", "COMP_CWORD": "1"},
            id="completion",
        ),
    ],
)
def test_spacy_stays_out(arguments: list[str], environment: dict[str, str]) -> None:
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: sys.stderr.write(str(sorted({'spacy', 'onnxruntime', 'numpy'}"
        " & set(sys.modules)))))\n"
        "from claimx.cli import app\n"
        f"app({arguments!r}, prog_name='claimx')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )
    assert done.stdout or "missing.txt" in arguments
    assert done.stderr.endswith("[]")


def test_importing_the_package_is_cheap() -> None:
    code = "import claimx, sys; print({'spacy', 'pydantic', 'typer'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    """The schema is longer than a pipe holds."""
    process = subprocess.Popen(
        [sys.executable, "-c", "from claimx.cli import app; app(['schema'] )"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert (process.wait(), process.stderr.read()) == (141, b"")
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from claimx.cli import app; app(['schema'])"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.stderr == "claimx: error: standard output: cannot write: no space left on device\n"
    assert done.returncode == 2


def test_fields_make_a_table(run: Run) -> None:
    result = run("truce.txt", "--fields", "who.exact,citation.line", "--top", "2")
    assert result.stdout == "who.exact\tcitation.line\nVelmar and Norvenia\t3\nAnkara\t7\n"
    assert result.exit_code == 0


def test_claims_can_be_chosen_and_sorted(run: Run) -> None:
    arguments = ("--min-certainty", "probable", "--sort", "salience", "-f", "jsonl")
    lines = run("truce.txt", *arguments).stdout.splitlines()
    assert [json.loads(line)["n"] for line in lines] == [1, 3, 4, 2, 7, 5]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fields", "whom"], "--fields: no field 'whom'"),
        (["--fields", "who", "-f", "html"], "--fields goes with csv, tsv, jsonl, not with html"),
        (["--top", "0"], "--top 0: give a number from 1"),
        (["--sort", "up"], "--sort 'up': choose text, salience"),
        (["--min-certainty", "sure"], "--min-certainty 'sure': choose certain"),
    ],
)
def test_a_choice_that_does_not_exist_is_named(run: Run, arguments: list[str], said: str) -> None:
    result = run("truce.txt", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_help_names_every_choice() -> None:
    shown = " ".join(CliRunner().invoke(app, ["extract", "--help"]).stdout.split())
    choices = (*CERTAINTIES, *ORDERS)
    assert [name for name in choices if name not in shown] == []
