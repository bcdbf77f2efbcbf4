"""Fit the weights of the pronoun sieve on GUM, and write ``lexicons/pronoun_weights.toml``.

    python -m claimx.model.fit_pronouns GUM/train

A log-linear choice among the entities that agree with the pronoun, and "nobody"; the pronouns
before are resolved as in the treebank. Full-batch gradient steps with a squared penalty, so that
the same treebank gives the same weights.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy

import claimx
from claimx.language.snapshot import snapshot
from claimx.model.conllu import make_doc, read_texts
from claimx.model.gum import gold_names, read_mentions
from claimx.rules.candidates import Candidate, find_candidates
from claimx.rules.coreference import resolve
from claimx.rules.groups import Group
from claimx.rules.pronouns import Family, Option, family_of

STEPS, RATE, PENALTY = 4000, 1.0, 5e-4
NOBODY = "nobody"
THRESHOLDS: dict[Family, float] = {"person": 0.55, "thing": 0.75, "plural": 0.7}
HEADER = """\
# How much each factor counts when a pronoun is given to an entity, and how likely the best one has
# to be. Fitted by `python -m claimx.model.fit_pronouns` on GUM's training part (Zeldes 2017,
# annotations CC BY 4.0; documents under CC BY or in the public domain only). Licence: CC BY 4.0.
# The factors are explained in claimx/rules/pronouns.py.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One pronoun: the factors of its options, and which of them are right (maybe none)."""

    options: tuple[dict[str, float], ...]
    right: tuple[int, ...]


def read_cases(path: Path) -> dict[Family, list[Case]]:
    """Return the pronouns of a treebank with the entities they could stand for."""
    nlp = spacy.blank("en")
    cases: dict[Family, list[Case]] = defaultdict(list)
    for text in read_texts(path):
        mentions = read_mentions(text)
        doc = make_doc(nlp.vocab, text)
        doc.set_ents(gold_names(doc, mentions))
        entities: dict[int, set[str]] = defaultdict(set)
        for mention in mentions:
            for head in mention.heads:
                entities[head].add(mention.entity)
        copy = snapshot(doc)
        resolve(copy, find_candidates(copy), _oracle(entities, cases))
    return cases


def _oracle(
    entities: dict[int, set[str]], cases: dict[Family, list[Case]]
) -> Callable[[Candidate, Sequence[Option]], Group | None]:
    """Return a chooser that answers as the treebank does and keeps each choice as a case."""

    def choose(pronoun: Candidate, options: Sequence[Option]) -> Group | None:
        gold = entities[pronoun.head]
        right = [
            i
            for i, option in enumerate(options)
            if any(entities[m.head] & gold for m in option.group.mentions[-3:])
        ]
        if gold or family_of(pronoun) != "person":
            factors = tuple(option.factors for option in options)
            cases[family_of(pronoun)].append(Case(factors, tuple(right)))
        return options[right[0]].group if right else None

    return choose


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weights that make the right choices likeliest."""
    names = sorted({name for case in cases for option in case.options for name in option})
    column = {name: i for i, name in enumerate((*names, NOBODY))}
    rows, owners, right = [], [], []
    for number, case in enumerate(cases):
        for i, option in enumerate((*case.options, {NOBODY: 1.0})):
            row = np.zeros(len(column))
            for name, value in option.items():
                row[column[name]] = value
            rows.append(row)
            owners.append(number)
            right.append(i in case.right or (i == len(case.options) and not case.right))
    table, owner = np.array(rows), np.array(owners)
    goal = np.array(right, dtype=float)
    weights = np.zeros(len(column))
    for _ in range(STEPS):
        scores = np.exp(np.clip(table @ weights, -30, 30))
        chance = scores / np.bincount(owner, scores)[owner]
        wanted = chance * goal
        wanted /= np.bincount(owner, wanted)[owner]
        weights += RATE * (table.T @ (wanted - chance) / len(cases) - PENALTY * weights)
    return {name: round(float(weights[i]), 3) for name, i in column.items()}


def write(weights: dict[Family, dict[str, float]], path: Path) -> None:
    """Write the lexicon."""
    lines = [HEADER]
    for family, factors in weights.items():
        lines.append(f'\n[[weights]]\nfamily = "{family}"\nthreshold = {THRESHOLDS[family]}\n')
        lines.append("[weights.factors]\n")
        lines += [f"{name} = {value}\n" for name, value in factors.items()]
    path.write_text("".join(lines), encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m claimx.model.fit_pronouns")
    parser.add_argument("treebank", type=Path, help="the folder of GUM's training files")
    cases = read_cases(parser.parse_args(arguments).treebank)
    weights: dict[Family, dict[str, float]] = {}
    for family in THRESHOLDS:
        weights[family] = fit(cases[family])
        sys.stdout.write(f"{family}: {len(cases[family])} pronouns\n")
    folder = Path(next(iter(claimx.__path__))) / "lexicons"
    write(weights, folder / "pronoun_weights.toml")


if __name__ == "__main__":
    main()
