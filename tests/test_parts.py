"""Outputs of many parts: each made once, all of them the whole, and one manifest of them."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimx.corpus import parts
from claimx.corpus.parts import MANIFEST, Part, make_part, run_parts
from claimx.corpus.plan import Plan, Tally
from claimx.errors import UsageError
from tests.test_batch import TASK, Here, as_written, plan_for, read_rows, run, write_news


def make_here(plan: Plan, numbers: list[int]) -> Iterator[tuple[Part, bool]]:
    return (make_part(plan, n, Here()) for n in numbers)


def make(plan: Plan) -> Tally:
    return run_parts(plan, lambda tally: None, make=make_here)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    write_news(tmp_path, 20)
    monkeypatch.chdir(tmp_path)
    return replace(plan_for(Path("news"), Path("out.jsonl")), parts=4)


def manifest(plan: Plan) -> Any:
    return json.loads((plan.output / MANIFEST).read_text("utf-8"))


def test_parts_are_the_whole(plan: Plan) -> None:
    tally = make(plan)
    assert (tally.articles, tally.claims, tally.whole, tally.missing) == (20, 40, True, [])
    names = [f"part-{n:05}.jsonl" for n in range(1, 5)]
    assert sorted(as_written(plan.output)) == sorted(
        [MANIFEST, *names, *(f"_part-{n:05}.json" for n in range(1, 5))]
    )
    run(replace(plan, parts=None, output=Path("whole.jsonl")))
    lines = [line for name in names for line in (plan.output / name).read_bytes().splitlines()]
    assert sorted(lines) == sorted(Path("whole.jsonl").read_bytes().splitlines())
    for n in range(1, 5):  # a part is what that shard alone gives
        run(replace(plan, parts=None, shard=(n, 4), output=Path("one.jsonl")))
        assert (plan.output / names[n - 1]).read_bytes() == Path("one.jsonl").read_bytes()


def test_the_manifest_says_what_is_there(plan: Plan) -> None:
    (Path("news") / "part1" / "bad.txt").write_bytes(b"")
    make(plan)
    found = manifest(plan)
    counts = {key: found[key] for key in ("articles", "failed", "claims", "inputs")}
    assert counts == {"articles": 20, "failed": 1, "claims": 40, "inputs": ["news"]}
    for part in found["parts"]:
        data = (plan.output / part["file"]).read_bytes()
        assert (part["bytes"], part["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert part["claims"] == len(data.splitlines())
    assert sum(part["failed"] for part in found["parts"]) == 1


def changed(before: dict[str, bytes], plan: Plan) -> set[str]:
    after = as_written(plan.output)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_only_what_is_missing_is_made(plan: Plan) -> None:
    make(plan)
    before = as_written(plan.output)
    with pytest.raises(UsageError, match=r"out.jsonl: not empty; add --resume"):
        make(plan)
    resumed = replace(plan, resume=True)
    assert make(resumed).kept == 20
    (plan.output / "part-00002.jsonl").unlink()
    (plan.output / "part-00003.jsonl").write_bytes(b"cut o")
    (plan.output / "_part-00004.json").unlink()
    for name in (".part-00004.jsonl", "._part-00004.json"):
        (plan.output / f"{name}.0123abcd.part").write_bytes(b"left by one that was killed")
    assert make(resumed).kept == 5
    assert changed(before, plan) == set()


@pytest.mark.parametrize("record", ["", "{}", "[1]", "{", "[" * 100_000, '{"rows": []}'])
def test_a_record_that_no_run_wrote_is_made_anew(plan: Plan, record: str) -> None:
    make(plan)
    before = as_written(plan.output)
    (plan.output / "_part-00002.json").write_text(record, "utf-8")
    assert make(replace(plan, resume=True)).kept == 15
    assert changed(before, plan) == set()


def test_a_changed_input_makes_its_part_anew(plan: Plan) -> None:
    make(plan)
    before = as_written(plan.output)
    (Path("news") / "part0" / "0000.txt").write_text("Mayor0 closed bridge 0.\n", "utf-8")
    assert make(replace(plan, resume=True)).kept == 15
    assert changed(before, plan) == {"part-00001.jsonl", "_part-00001.json", MANIFEST}


def test_another_task_makes_all_anew(plan: Plan) -> None:
    make(plan)
    other = replace(plan, resume=True, task=replace(TASK, model="other"))
    assert make(other).kept == 0


def test_another_number_of_parts_is_refused(plan: Plan) -> None:
    make(plan)
    with pytest.raises(UsageError, match="made with --parts 4"):
        make(replace(plan, resume=True, parts=5))


@pytest.mark.parametrize("shards", [2, 3, 4, 9])
def test_shards_of_parts_come_together(plan: Plan, shards: int) -> None:
    make(replace(plan, output=Path("whole.jsonl")))
    tallies = [make(replace(plan, shard=(n, shards), resume=True)) for n in range(1, shards + 1)]
    assert [tally.whole for tally in tallies] == [n >= min(shards, 4) for n in range(1, shards + 1)]
    assert sum(tally.articles for tally in tallies) == 20
    assert as_written(plan.output) == as_written(Path("whole.jsonl"))


def test_an_output_among_the_inputs_is_not_read(plan: Plan) -> None:
    nested = replace(plan, output=Path("news/out.jsonl"), errors=Path("news/bad.jsonl"))
    assert make(nested).articles == 20
    assert make(replace(nested, resume=True)).kept == 20


def test_failures_of_all_parts_are_reported(plan: Plan) -> None:
    for n in (0, 1):
        (Path("news") / f"part{n}" / "bad.txt").write_bytes(b"")
    make(replace(plan, errors=Path("bad"), report=Path("all")))
    assert {row["input"] for row in read_rows(Path("bad"))} == {
        "news/part0/bad.txt",
        "news/part1/bad.txt",
    }
    assert len(read_rows(Path("all"))) == 22


def test_parts_that_cannot_be_made_are_missing(plan: Plan) -> None:
    def lose_one(plan: Plan, numbers: list[int]) -> Iterator[tuple[Part, bool]]:
        return make_here(plan, [n for n in numbers if n != 3])

    tally = run_parts(plan, lambda tally: None, make=lose_one)
    assert (tally.missing, tally.whole, tally.articles) == ([3], False, 15)
    assert not (plan.output / MANIFEST).exists()
    assert make(replace(plan, resume=True)).whole


def test_workers_that_write_elsewhere(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_PATIENCE", 0.0)

    def make_elsewhere(plan: Plan, numbers: list[int]) -> Iterator[tuple[Part, bool]]:
        Path("elsewhere.jsonl").mkdir()
        return make_here(replace(plan, output=Path("elsewhere.jsonl")), numbers)

    with pytest.raises(UsageError, match="is not seen here; parts need a disk that all share"):
        run_parts(plan, lambda tally: None, make=make_elsewhere)


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("out", "needs a name that says of what"),
        ("file.jsonl", "a file of that name is in the way"),
        ("news", "needs a name that says of what"),
    ],
)
def test_bad_places(plan: Plan, output: str, message: str) -> None:
    Path("file.jsonl").touch()
    with pytest.raises(UsageError, match=message):
        make(replace(plan, output=Path(output)))
