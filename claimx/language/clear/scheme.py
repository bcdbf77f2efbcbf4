"""The labels of ClearNLP's scheme and the parts of speech that decide between UD's."""

CLEAR_ONLY = frozenset(
    "acomp agent attr auxpass csubjpass dative dobj intj meta neg npadvmod nsubjpass oprd pcomp"
    " pobj poss preconj predet prep prt quantmod relcl".split()
)
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})
CONTENT = NOMINAL | {"ADJ", "ADV", "VERB"}
