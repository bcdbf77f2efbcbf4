"""The pages on many articles and many machines: what they show is what their commands do."""

import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.cli import app

ROOT = Path(__file__).parent.parent
DOCS = files("claimx").joinpath("docs")
BATCH, CLUSTER = (DOCS.joinpath(name).read_text("utf-8") for name in ("batch.md", "cluster.md"))

AWS = """#!/bin/sh
# Copies between folders as aws does between buckets: s3://NAME is $BUCKETS/NAME.
place() { echo "$1" | sed "s|^s3://|$BUCKETS/|"; }
case "$*" in
    "s3 ls "*) test -e "$(place "$3")" ;;
    "s3 cp --quiet "*) cp "$(place "$4")" "$(place "$5")" ;;
    *) exit 9 ;;
esac
"""


def environment(**more: str) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **more}


@pytest.mark.parametrize("page", [BATCH, CLUSTER], ids=["batch", "cluster"])
def test_options_exist(page: str) -> None:
    blocks = re.findall(r"^```\w*\n(.*?)^```$", page, re.M | re.S)
    commands = re.findall(r"claimx (batch|search|stats) ((?:[^\n]*\\\n)*[^\n]*)", "\n".join(blocks))
    assert commands
    for command, arguments in commands:
        known = set(re.findall(r"--[a-z-]+", CliRunner().invoke(app, [command, "--help"]).stdout))
        assert set(re.findall(r"--[a-z-]+", arguments)) <= known


@pytest.mark.model
def test_the_first_session_is_true(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    block = re.findall(r"^```console\n(.*?)^```$", BATCH, re.M | re.S)[0]
    for part in re.findall(r"^\$ .*\n(?:[^$].*\n)*", block, re.M):
        command, _, expected = part.partition("\n")
        done = subprocess.run(
            ["bash", "-c", command.removeprefix("$ ")],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.stdout == expected
    assert (tmp_path / "news.html").exists()


@pytest.mark.model
def test_the_slurm_script_makes_its_parts(tmp_path: Path) -> None:
    (script,) = re.findall(r"^```sh\n(#!/bin/bash\n.*?)^```$", CLUSTER, re.M | re.S)
    script = script.replace("--parts 1024", "--parts 66")
    shutil.copytree(ROOT / "samples", tmp_path / "news")
    task = {"SLURM_ARRAY_TASK_ID": "2", "SLURM_CPUS_PER_TASK": "1"}
    places = {"NEWS": "news", "OUT": "claims.csv"}
    subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env=environment(**task, **places), check=True
    )
    made = sorted(path.name for path in (tmp_path / "claims.csv").glob("part-*"))
    assert made == ["part-00002.csv", "part-00066.csv"]
    assert (tmp_path / "claims.csv.errors-2.jsonl").read_text("utf-8") == ""


@pytest.mark.model
def test_a_pod_takes_one_archive_and_puts_its_claims_there(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    from tests.test_warc import each_packed, response

    folders = [tmp_path / name for name in ("bin", "scratch", "lists", "my-bucket", "commoncrawl")]
    for folder in folders:
        folder.mkdir()
    tool, scratch, lists, bucket, crawl = folders
    (bucket / "claims").mkdir()
    (tool / "aws").write_text(AWS, "utf-8")
    (tool / "aws").chmod(0o755)
    sample = (ROOT / "samples" / "river-flood.txt").read_text("utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in sample.splitlines() if line)
    pages = [
        f"<html><body><article>{paragraphs}</article></body></html>".encode(),
        b"<html></html>",
    ]
    (crawl / "two.warc.gz").write_bytes(
        each_packed([response(f"http://e/{n}", page) for n, page in enumerate(pages)])
    )
    (lists / "paths").write_text("one.warc.gz\ntwo.warc.gz\n", "utf-8")
    (script,) = re.findall(
        r"args:\n +- \|\n((?: {14}.*\n)+)", CLUSTER.partition("kind: DaskJob")[0]
    )
    script = script.replace("/scratch", str(scratch)).replace("/lists", str(lists))
    pod = environment(JOB_COMPLETION_INDEX="1", OUT="s3://my-bucket/claims", BUCKETS=str(tmp_path))
    pod["PATH"] = f"{tool}{os.pathsep}{pod['PATH']}"
    for _ in range(2):  # the second finds it done
        subprocess.run(["bash", "-euo", "pipefail", "-c", script], env=pod, check=True)
    assert sorted(path.name for path in (bucket / "claims").iterdir()) == [
        "two.errors.jsonl",
        "two.parquet",
    ]
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_table(bucket / "claims" / "two.parquet").num_rows > 10
