"""Derive ``claimx/language/lemmas.tsv`` from treebanks, and measure the lemmatiser.

python -m claimx.model.lemma_table derive EWT/train GUM/train
python -m claimx.model.lemma_table measure EWT/dev.conllu GUM/dev.conllu
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import claimx.language
from claimx.language.lemmas import AS_IS, TABLE, WHOLE, Edit, find_edit, lemmatise, word_class
from claimx.lexicon import Row, read_lexicon
from claimx.model.conllu import Word, read_texts

HEADER = """\
# Endings of English words and what they become: class, ending ("^": whole word), letters to cut,
# letters to add, case of the result. Derived by `python -m claimx.model.lemma_table derive` from
# the lemma columns of Universal Dependencies English EWT (CC BY-SA 4.0, Silveira et al. 2014) and
# GUM (annotations CC BY 4.0, Zeldes 2017; documents under CC BY or in the public domain only), and
# from lexicons/irregular_verbs.toml. This file: CC BY-SA 4.0.
"""
ENOUGH = 2  # an ending that is not a whole word must be seen in so many words
VOWELS = "aeiou"
UNEDITED = {"PUNCT", "SYM", "X"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IrregularVerb(Row):
    """A row of ``lexicons/irregular_verbs.toml``."""

    lemma: str
    past: tuple[str, ...]
    participle: tuple[str, ...]


Lexeme = tuple[str, str]  # a form as written and its lemma


def find_difference(form: str, lemma: str) -> Edit:
    """Return the edit that makes ``lemma`` of ``form``, lower-casing unless a capital is kept."""
    for edit in (_difference(form.lower(), lemma, keep=False), _difference(form, lemma, keep=True)):
        if edit.apply(form) == lemma and edit.cut < max(len(form), 1):
            return edit
    return Edit(len(form), lemma, "lower")


def _difference(form: str, lemma: str, *, keep: bool) -> Edit:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return Edit(len(form) - same, lemma[same:], "keep" if keep else "lower")


def derive(words: Iterable[Word], verbs: Iterable[IrregularVerb]) -> dict[str, dict[str, Edit]]:
    """Return the endings of each word class that decide the lemmas of ``words``."""
    seen: dict[str, dict[str, Counter[Lexeme]]] = defaultdict(lambda: defaultdict(Counter))
    for word in words:
        if word.upos not in UNEDITED and "Typo=Yes" not in word.misc and word.lemma != "_":
            name = word_class(word.form, word.upos, word.xpos)
            form = word.form.replace("’", "'")
            seen[name][form.lower()][form, word.lemma] += 1
    edits: defaultdict[str, dict[str, Edit]] = defaultdict(dict)
    for name, forms in seen.items():
        for form, counts in sorted(forms.items()):
            edits[name][form] = find_difference(*counts.most_common(1)[0][0])
    irregular = list(verbs)
    for verb in irregular:
        for form in (*verb.past, *verb.participle):
            edits["VERB ed"][form] = find_difference(form, verb.lemma)
    _add_regular_forms(edits, {verb.lemma for verb in irregular})
    return {name: prune(forms, name) for name, forms in sorted(edits.items()) if forms}


def _add_regular_forms(edits: defaultdict[str, dict[str, Edit]], irregular: set[str]) -> None:
    """Add the regular forms of every verb and noun that the treebanks show in its base form."""
    for lemma in sorted(irregular.union(edits["VERB base"]) - {"be"}):
        if lemma.isalpha() and len(lemma) > 2:
            for name, form in _inflect(lemma):
                edits[name].setdefault(form, find_difference(form, lemma))
    for lemma in sorted(edits["NOUN NN a"]):
        if lemma.isalpha() and len(lemma) > 2:
            edits["NOUN NNS a"].setdefault(_add_s(lemma), find_difference(_add_s(lemma), lemma))


def _inflect(lemma: str) -> Iterator[tuple[str, str]]:
    doubled = (
        lemma[-1] not in VOWELS + "wxyh"
        and lemma[-2] in VOWELS
        and lemma[-3] not in VOWELS
        and sum(letter in VOWELS for letter in lemma) == 1
    )
    stem = lemma + lemma[-1] if doubled else lemma + "k" if lemma.endswith("ic") else lemma
    if lemma.endswith("e"):
        yield "VERB ed", lemma + "d"
        if not lemma.endswith(("ee", "oe", "ye", "ie")):
            yield "VERB VBG", lemma[:-1] + "ing"
    else:
        yield "VERB ed", lemma[:-1] + "ied" if _has_soft_y(lemma) else stem + "ed"
        yield "VERB VBG", stem + "ing"
    yield "VERB VBZ", _add_s(lemma)


def _add_s(lemma: str) -> str:
    hisses = lemma.endswith(("s", "x", "z", "ch", "sh"))
    return lemma[:-1] + "ies" if _has_soft_y(lemma) else lemma + ("es" if hisses else "s")


def _has_soft_y(lemma: str) -> bool:
    return lemma[-1] == "y" and lemma[-2] not in VOWELS


def prune(forms: Mapping[str, Edit], name: str) -> dict[str, Edit]:
    """Return the endings at which the edit of most words changes, shortest first.

    An ending counts as often as there are words with it, not as often as these are used.
    """
    votes: dict[str, Counter[Edit]] = defaultdict(Counter)
    for form, edit in forms.items():
        marked = WHOLE + form
        for start in range(len(marked) + 1):
            votes[marked[start:]][edit] += 1
    kept: dict[str, Edit] = {}
    for ending in sorted(votes, key=lambda e: (e.startswith(WHOLE), len(e), e)):
        edit, support = votes[ending].most_common(1)[0]
        if ending.startswith(WHOLE):
            if find_edit(ending.removeprefix(WHOLE), name, kept) != edit:
                kept[ending] = edit
        elif support >= ENOUGH and edit.cut <= len(ending):
            longest = (kept[part] for i in range(len(ending) + 1) if (part := ending[i:]) in kept)
            if next(longest, AS_IS) != edit:
                kept[ending] = edit
    return kept


def _read_words(paths: Iterable[Path]) -> Iterator[Word]:
    for path in paths:
        for text in read_texts(path):
            for sentence in text.sentences:
                yield from sentence


def write_table(table: Mapping[str, Mapping[str, Edit]], path: Path) -> None:
    """Write the endings as tab-separated lines under a header with source and licence."""
    lines = [
        f"{name}\t{ending}\t{edit.cut}\t{edit.add}\t{edit.case}\n"
        for name, endings in table.items()
        for ending, edit in endings.items()
        if ending or edit != AS_IS
    ]
    path.write_text(HEADER + "".join(lines), encoding="utf-8")


def measure(words: Iterable[Word]) -> Iterator[tuple[str, int, int]]:
    """Yield (UPOS, words, right ones), then the sum; typos count like any other word."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for word in words:
        is_right = lemmatise(word.form, word.upos, word.xpos) == word.lemma
        for name in (word.upos, "all"):
            total[name] += 1
            right[name] += is_right
    for name in sorted(total):
        yield name, total[name], right[name]


def main(arguments: list[str] | None = None) -> None:
    """Run ``derive`` or ``measure``."""
    parser = argparse.ArgumentParser(prog="python -m claimx.model.lemma_table")
    parser.add_argument("action", choices=("derive", "measure"))
    parser.add_argument("treebanks", nargs="+", type=Path, help="CoNLL-U files or folders of them")
    given = parser.parse_args(arguments)
    if given.action == "derive":
        verbs = read_lexicon("irregular_verbs", "verb", IrregularVerb)
        folder = Path(next(iter(claimx.language.__path__)))
        write_table(derive(_read_words(given.treebanks), verbs), folder / TABLE)
        return
    for path in given.treebanks:
        sys.stdout.write(f"{path}\n")
        for name, words, right in measure(_read_words([path])):
            sys.stdout.write(f"{name:6}{words:8}{right / words:9.2%}\n")


if __name__ == "__main__":
    main()
