"""What the article has said of one entity so far, while its mentions are gathered."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimx.doc import Doc, Token
from claimx.rules.candidates import Being, Candidate, Number, descriptors
from claimx.rules.persons import Gender

MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod"})
EMPTY = frozenset({"former", "ex", "late", "new", "current", "own", "other", "same"})


@dataclass(slots=True, eq=False)
class Group:
    """One entity: its mentions in text order, and what they tell together.

    ``heads`` are the lemmas of the nouns that describe it, ``words`` these and their modifiers,
    ``owned`` whose what it is, as (id of the owner's group, lemma), ``names`` the number of names
    in the whole article, read or still to come.
    """

    gender: Gender
    being: Being
    number: Number
    names: int = 0
    mentions: list[Candidate] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    owned: set[tuple[int, str]] = field(default_factory=set)

    def agrees(self, other: Candidate) -> bool:
        """Tell whether gender, number and animacy allow ``other`` to be a mention."""
        return (
            ("any" in (self.gender, other.gender) or self.gender == other.gender)
            and ("any" in (self.being, other.being) or self.being == other.being)
            and self._agrees_in_number(other)
        )

    def _agrees_in_number(self, other: Candidate) -> bool:
        if self.number == other.number:
            return True
        # "The company said they would close": bodies and nationalities take "they".
        takes_they = self.being != "person" and other.kind == "pronoun" and self.names > 0
        return takes_they and other.number == "plural"

    def add(self, doc: Doc, mention: Candidate) -> None:
        """Take in a mention and what it tells."""
        self.mentions.append(mention)
        if self.gender == "any":
            self.gender = mention.gender
        if self.being == "any":
            self.being = mention.being
        if mention.kind == "nominal":
            self.describe(doc[mention.head])
        elif mention.kind == "name":
            self.words |= {token.text.lower() for token in doc[mention.start : mention.end]}
            self._describe_by_name(doc, mention)

    def describe(self, noun: Token) -> None:
        """Take in a noun that describes the entity, with its modifiers."""
        lemma = noun.lemma_.lower()
        self.heads.add(lemma)
        self.words |= {lemma, *modifiers(noun)}

    def _describe_by_name(self, doc: Doc, mention: Candidate) -> None:
        span = doc.span(mention.start, mention.end)
        for noun in descriptors(span):
            self.describe(noun)
            # "Russian President Vladimir Putin": the adjective may hang on the name.
            self.words |= {word for word in modifiers(span.root) if word not in self.words}
        if mention.label != "PERSON":
            words = [token.text.lower() for token in span if token.is_alpha]
            before_of = words[: words.index("of")] if "of" in words else words
            if len(words) > 1 and before_of:
                self.heads.add(before_of[-1])


def modifiers(noun: Token) -> Iterator[str]:
    """Yield the words that restrict a noun, in lower case: "defence" of a minister."""
    for child in noun.children:
        if child.relation in MODIFIERS and child.dep_ != "nmod:poss":
            for token in child.subtree:
                if token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "VERB") and not token.is_space:
                    word = token.lemma_.lower()
                    if word not in EMPTY:
                        yield word
        elif child.dep_ == "nmod:poss" and child.pos_ in ("PROPN", "NOUN"):
            yield child.lemma_.lower()
