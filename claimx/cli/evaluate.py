"""``claimx evaluate``: how much of what was annotated by hand is found."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.console import user_errors
from claimx.cli.options import Debug, ModelName
from claimx.cli.output import open_output

if TYPE_CHECKING:
    from claimx.evaluation.scores import Scores


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD_DIR", help="Annotated articles: NAME.txt, NAME.num and NAME.jsonl."
        ),
    ],
    model: ModelName = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    debug: Debug = False,
) -> None:
    """Extract the claims of annotated articles and print precision, recall and F1.

    NAME.txt is an article. NAME.num has its sentences, one a line: S1, a tab, its words as they
    stand in the article. NAME.jsonl has its claims, one a line:

    {"s": 1, "pred": "was shut", "who": "the port", "what": "was shut", "when": ["Friday"]}

    "s" is the number of the sentence; "words#2" are the second such words in it. Other keys:
    target, where, source, source_s (its sentence, if another), cue, quote, polarity ("-"),
    certainty, optional (costs nothing if missed), key (belongs into the summary); and who_name,
    source_name and actor, which are not scored.

    Exit codes: 0 done; 1 an annotation cannot be read; 3 the language model is missing or broken.
    """
    with user_errors(debug=debug):
        import claimx
        from claimx.evaluation.gold import as_scored, read_gold
        from claimx.evaluation.scores import Scores

        articles = list(read_gold(gold))
        nlp = claimx.load(model)
        scores = Scores()
        for article in articles:
            document = claimx.extract(article.text, model=nlp)
            scores.add(article.text, article.claims, as_scored(document))
        with open_output(None) as stream:
            stream.write(_as_json(scores) if as_json else _as_table(scores))


def _as_json(scores: "Scores") -> str:
    values = {
        name: {
            "precision": count.precision,
            "recall": count.recall,
            "f1": count.f1,
            "right": count.right,
            "found": count.found,
            "annotated": count.annotated,
        }
        for name, count in scores.counts.items()
    }
    return json.dumps(values) + "\n"


def _as_table(scores: "Scores") -> str:
    lines = [f"{'':10} {'P':>6} {'R':>6} {'F1':>6}   right/found/annotated"]
    for name, count in scores.counts.items():
        figures = f"{count.precision:6.3f} {count.recall:6.3f} {count.f1:6.3f}"
        lines.append(f"{name:10} {figures}   {count.right}/{count.found}/{count.annotated}")
    return "\n".join(lines) + "\n"
