"""Make each sentence one tree of words, white space set aside."""

from spacy.tokens import Doc

from claimx.language.trees import Tree


def set_spaces_aside(doc: Doc, tree: Tree) -> None:
    """Hang white space under the word before it, and what hung under white space above it."""
    for token in doc:
        if not token.is_space:
            continue
        words = [c for c in tree.children(token.i) if not doc[c].is_space]
        if tree.is_root(token.i) and words:
            tree.promote(words[0], "dep")
        for child in tree.children(token.i):
            tree.move(child, tree.heads[token.i], tree.deps[child])
    for sent in doc.sents:
        words = [token.i for token in sent if not token.is_space]
        before = words[0] if words else sent.start
        for token in sent:
            if not token.is_space:
                before = token.i
            elif before != token.i:
                tree.move(token.i, before, "dep")


def join_roots(doc: Doc, tree: Tree) -> None:
    """Leave one root a sentence; later ones come under the first."""
    for sent in doc.sents:
        roots = [token.i for token in sent if tree.is_root(token.i)]
        for later in roots[1:]:
            tree.move(later, roots[0], "dep" if doc[later].is_space else "parataxis")
