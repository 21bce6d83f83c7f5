"""From spaCy's dependency trees to Universal Dependencies, as far as a tool that reads those needs it.

The English models of spaCy draw trees after ClearNLP: prepositions stand over their nouns and forms of "be" over what
they link, conjuncts hang in a chain. Here nouns and predicates stand over them, and relations get their universal
names. What has no counterpart keeps its name.
"""

from collections.abc import Iterable
from dataclasses import dataclass

RELATIONS = {
    "ROOT": "root",
    "acomp": "xcomp",
    "agent": "advmod",  # like prep: one that has no noun
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:npmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM"})


@dataclass(slots=True)
class Word:
    """A word of a sentence: where it stands in the text, its tags, its head's place in the sentence (None: root)."""

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    tag: str
    relation: str
    head: int | None


def universal(words: list[Word]) -> None:
    """Turns a sentence's tree, in place."""
    for place, word in enumerate(words):
        if word.relation in {"prep", "agent", "dative"}:
            _under_its_noun(words, place)
    for place, word in enumerate(words):
        if word.relation in {"attr", "acomp"} and word.head is not None and words[word.head].lemma == "be":
            _over_its_copula(words, place, word.head)
    for place, word in enumerate(words):
        _conjunct(words, place, word)
    for word in words:
        word.relation = RELATIONS.get(word.relation, word.relation)


def _children(words: list[Word], place: int) -> list[int]:
    return [i for i, word in enumerate(words) if word.head == place]


def _raise(words: list[Word], place: int, over: int, relation: str) -> None:
    """Puts a word in the place of its head, which becomes its dependent; the head's others move along."""
    for other in _children(words, over):
        words[other].head = place
    words[place].head = words[over].head
    words[over].head, words[over].relation = place, relation


def _under_its_noun(words: list[Word], place: int) -> None:
    """The noun or clause of a preposition takes its place."""
    head = words[place].head
    for child in _children(words, place):
        word = words[child]
        if word.relation in {"pobj", "pcomp"}:
            clause = word.relation == "pcomp"
            noun = head is not None and words[head].upos in NOUNS
            word.relation = ("acl" if noun else "advcl") if clause else ("nmod" if noun else "obl")
            _raise(words, child, place, "mark" if clause else "case")
            return


def _over_its_copula(words: list[Word], place: int, copula: int) -> None:
    """What a form of "be" links takes its place."""
    words[place].relation = words[copula].relation
    _raise(words, place, copula, "cop")


def _conjunct(words: list[Word], place: int, word: Word) -> None:
    """A conjunct hangs on the first of its row, a conjunction on the conjunct that follows it."""
    if word.relation == "conj":
        while word.head is not None and words[word.head].relation == "conj":
            word.head = words[word.head].head
    elif word.relation == "cc":
        following = (i for i in range(place + 1, len(words)) if words[i].relation == "conj")
        word.head = next((i for i in following if words[i].head == word.head), word.head)


def conllu(sentences: Iterable[list[Word]]) -> str:
    """The sentences as CoNLL-U."""
    lines: list[str] = []
    for words in sentences:
        for place, word in enumerate(words):
            head = "0" if word.head is None else str(word.head + 1)
            columns = (str(place + 1), word.form, word.lemma, word.upos, word.tag, "_", head, word.relation, "_", "_")
            lines.append("\t".join(columns))
        lines.append("")
    return "\n".join(lines) + "\n"
