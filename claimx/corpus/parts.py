"""An output of many parts: a folder of files, each a shard of the inputs, and one manifest.

A part is what a run over that shard alone writes, and appears when it is whole; so it does not
matter which machine makes it, or how often that was tried.  Beside it stands a record of what came
of each of its inputs.  The run that finds all parts there, in the end, writes the manifest.  Names
of records and manifest begin with "_": what reads folders of tables passes over such files.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from claimx import __version__
from claimx.corpus.atomic import clear_leftovers, write_whole
from claimx.corpus.batch import (
    check_places,
    item_digest,
    local_pool,
    plan_items,
    run_batch,
    writing,
)
from claimx.corpus.plan import Engine, Plan, Tally, task_digest
from claimx.corpus.reports import Row, error_rows, first_problems, write_lines
from claimx.corpus.store import find_store
from claimx.errors import UsageError

MANIFEST = "_manifest.json"
_PATIENCE = 60.0  # seconds in which a network disk shows what another machine has written


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that is there: its file, what it was made of by which task, and what came of that.

    ``inputs`` is the SHA-256 of the names and digests of its inputs, ``read`` their bytes on disk.
    """

    part: int
    parts: int
    task: str
    inputs: str
    file: str
    bytes: int
    sha256: str
    articles: int
    failed: int
    foreign: int
    duplicates: int
    words: int
    claims: int
    read: int

    def tally(self, *, was_there: bool) -> Tally:
        """Return what the part counts for in a run that made it, or found it there."""
        names = ("articles", "failed", "foreign", "duplicates", "words", "claims", "read")
        tally = Tally(**{name: getattr(self, name) for name in names})
        if was_there:
            tally.kept = self.articles + self.failed + self.foreign
            tally.kept_words = self.words
            tally.kept_read = self.read
        return tally


Make: TypeAlias = Callable[[Plan, list[int]], Iterator[tuple[Part, bool]]]
"""Makes parts somewhere; yields each as it is done, and whether it was there before."""


def run_parts(plan: Plan, watch: Callable[[Tally], None], *, make: Make | None = None) -> Tally:
    """Make the parts of a plan's shard that are not there yet; with the last comes the manifest.

    Without ``make`` the work is done by processes on this machine.

    Raises:
        UsageError: the output is of no kind that has parts, or something else is in its folder.
        SetupError: the language model, or a package that is needed, is missing.
    """
    plan = _prepare(plan)
    mine, shards = plan.shard
    numbers = list(range(mine, _count(plan) + 1, shards))
    tally = Tally()
    done: list[int] = []
    if make is None:
        make = _making_here(lambda part: watch(tally + part))
    for part, was_there in make(plan, numbers):
        _await(_record(plan, part.part))
        done.append(part.part)
        tally += part.tally(was_there=was_there)
        watch(tally)
    tally.missing = sorted(set(numbers) - set(done))
    _write_reports(plan, sorted(done), tally)
    tally.whole = _write_manifest(plan)
    return tally


def make_part(
    plan: Plan, n: int, engine: Engine, watch: Callable[[Tally], None] = lambda tally: None
) -> tuple[Part, bool]:
    """Make part ``n``, from 1, unless it is there; return it, and whether it was."""
    one = _part_plan(plan, n)
    found = _find_part(plan, one, n)
    if found is not None:
        return found, True
    with TemporaryDirectory(prefix="claimx-") as folder:
        journal, report = Path(folder, "journal"), Path(folder, "report")
        tally = run_batch(replace(one, journal=journal, report=report), watch, engine=engine)
        with report.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
    part = Part(
        part=n,
        parts=_count(plan),
        task=task_digest(plan.task),
        inputs=_digest((row["input"], row["digest"]) for row in rows),
        file=one.output.name,
        bytes=one.output.stat().st_size,
        sha256=_sha256(one.output),
        articles=tally.articles,
        failed=tally.failed,
        foreign=tally.foreign,
        duplicates=tally.duplicates,
        words=tally.words,
        claims=tally.claims,
        read=tally.read,
    )
    with writing(plan.output):
        _write_json(_record(plan, n), {**asdict(part), "rows": rows})
    return part, False


def _prepare(plan: Plan) -> Plan:
    """Return the plan with the kind of its output, once its folder is ready for it."""
    store = find_store(plan.output)
    if store == "folder":
        raise UsageError(f"{plan.output}: --parts needs a name that says of what: NAME.parquet")
    plan = replace(plan, task=replace(plan.task, store=store))
    check_places(plan)
    with writing(plan.output):
        plan.output.mkdir(exist_ok=True)
        (plan.output / MANIFEST).unlink(missing_ok=True)
    if not plan.resume and any(plan.output.iterdir()):
        raise UsageError(f"{plan.output}: not empty; add --resume to make what is missing in it")
    record = next(filter(None, map(_read_record, plan.output.glob("_part-*.json"))), None)
    if record is not None and record["parts"] != plan.parts:  # and so all of them
        raise UsageError(f"{plan.output}: made with --parts {record['parts']}; say so again")
    return plan


def _part_plan(plan: Plan, n: int) -> Plan:
    """Return the plan of a run that makes one part."""
    return replace(
        plan,
        output=plan.output / f"part-{n:05}{plan.output.suffix.lower()}",
        shard=(n, _count(plan)),
        parts=None,
        errors=None,
        written=(*filter(None, (plan.output, plan.errors, plan.report)), *plan.written),
        resume=False,
        keep_journal=False,
    )


def _making_here(watch: Callable[[Tally], None]) -> Make:
    def make(plan: Plan, numbers: list[int]) -> Iterator[tuple[Part, bool]]:
        with local_pool(plan) as pool:
            for n in numbers:
                yield make_part(plan, n, pool, watch)

    return make


def _find_part(plan: Plan, one: Plan, n: int) -> Part | None:
    """Return a part that is there, whole, and of the same task and inputs as it would be now."""
    record = _read_record(_record(plan, n))
    if record is None or record["task"] != task_digest(plan.task):
        return None
    if not one.output.is_file() or record["sha256"] != _sha256(one.output):
        return None
    if record["inputs"] != _digest((item.name, item_digest(item)) for item in plan_items(one)):
        return None
    return _part(record)


def _write_manifest(plan: Plan) -> bool:
    """Write the manifest if all parts are there; tell whether they are."""
    paths = [_record(plan, n) for n in range(1, _count(plan) + 1)]
    if not all(path.exists() for path in paths):
        return False
    parts = [_part(record) for path in paths if (record := _read_record(path)) is not None]
    task = task_digest(plan.task)
    if len(parts) < len(paths) or any(part.task != task for part in parts):
        return False
    whole = sum((part.tally(was_there=False) for part in parts), Tally())
    manifest = {
        "manifest": 1,
        "claimx": __version__,
        "task": task,
        "inputs": plan.inputs,
        "articles": whole.articles,
        "failed": whole.failed,
        "foreign": whole.foreign,
        "duplicates": whole.duplicates,
        "words": whole.words,
        "claims": whole.claims,
        "parts": [
            {k: v for k, v in asdict(part).items() if k not in {"part", "parts", "task", "read"}}
            for part in parts
        ],
    }
    with writing(plan.output):
        _write_json(plan.output / MANIFEST, manifest)
    return True


def _write_reports(plan: Plan, numbers: list[int], tally: Tally) -> None:
    def rows() -> Iterator[Row]:
        for n in numbers:
            record = _read_record(_record(plan, n))
            yield from record["rows"] if record is not None else ()

    if plan.report is not None:
        with writing(plan.report):
            write_lines(plan.report, rows())
    if plan.errors is not None:
        with writing(plan.errors):
            write_lines(plan.errors, error_rows(rows()))
    else:
        tally.problems = first_problems(rows())


def _await(path: Path) -> None:
    """Wait until a file that another machine has written is seen.

    Raises:
        UsageError: it does not come.
    """
    until = time.monotonic() + _PATIENCE
    while not path.exists():
        if time.monotonic() >= until:
            raise UsageError(
                f"{path}: was written where the worker runs, and is not seen here; parts need a"
                " disk that all share, an output without --parts does not"
            )
        time.sleep(1)


def _count(plan: Plan) -> int:
    return plan.parts or 1


def _record(plan: Plan, n: int) -> Path:
    return plan.output / f"_part-{n:05}.json"


def _part(record: dict[str, Any]) -> Part:
    return Part(**{field.name: record[field.name] for field in fields(Part)})


def _read_record(path: Path) -> dict[str, Any] | None:
    """Return the record of a part; None if there is none, or it is not what a run wrote."""
    try:
        value = json.loads(path.read_bytes())
        TypeAdapter(Part).validate_python(value)
    except (FileNotFoundError, RecursionError, ValueError):
        return None
    record: dict[str, Any] = value
    return record if isinstance(record.get("rows"), list) else None


def _write_json(path: Path, value: object) -> None:
    clear_leftovers(path)
    write_whole(path, json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n")


def _digest(inputs: Iterator[tuple[str, str]]) -> str:
    digest = hashlib.sha256()
    for name, data in inputs:
        digest.update(f"{name}\n{data}\n".encode())
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(2**20):
            digest.update(block)
    return digest.hexdigest()
