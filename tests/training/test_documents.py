import random
import re

from hypothesis import given
from hypothesis import strategies as st

from training.augment import augment
from training.documents import Document, Happening, Quote, deeds, edit, join, mixed, own, paragraphs

LETTERS = re.compile(r"\w+")


def words(document: Document, spans: list[tuple[int, int]]) -> list[str]:
    return [w for s, e in spans for w in LETTERS.findall(document.text[s:e])]


@given(st.text("ab “”\n", max_size=30), st.data())
def test_edits_move_spans_along(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    edits = [(a, b, data.draw(st.text("xy", max_size=3))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    edited = set().union(*(range(a, b) for a, b, _ in edits))
    kept = [(i, i + 1) for i in range(len(text)) if i not in edited]
    quotes = [Quote([], [span], []) for span in kept]
    after = edit(Document("x", text, quotes), edits)
    assert [after.text[s:e] for q in after.quotes for s, e in q.cue] == [text[s:e] for s, e in kept]


def test_an_edit_that_swallows_a_cue_drops_the_quote():
    document = Document("x", "He said so.", [Quote([(0, 2)], [(3, 7)], [(8, 10)])])
    assert edit(document, [(3, 7, "")]).quotes == []


def test_augmented_reports_keep_their_words():
    rng = random.Random(3)
    for document in own():
        for _ in range(3):
            other = augment(document, rng)
            assert "".join(LETTERS.findall(other.text)) == "".join(LETTERS.findall(document.text))
            assert len(other.quotes) == len(document.quotes)
            for a, b in zip(document.quotes, other.quotes, strict=True):
                for role in ("source", "cue", "content"):
                    assert "".join(words(document, getattr(a, role))) == "".join(words(other, getattr(b, role)))


def test_own_reports_know_their_inner_attributions():
    documents = own()
    inner = [q for d in documents for q in d.quotes if q.inner]
    assert len(inner) > 300
    assert all(d.outer and d.inner for d in documents)


def test_tokens_are_joined_as_they_were_written():
    assert join(["He said , `` I do n't know . ''"]) == "He said, “I don't know.”"
    assert join(["The bank -LRB- founded 1990 -RRB- lost $ 5 million ."]) == "The bank (founded 1990) lost $5 million."


def names(document: Document) -> list[tuple[str, list[str]]]:
    text = document.text
    return [(text[slice(*h.trigger)], [text[s:e] for s, e in h.roles.get("actor", [])]) for h in document.happenings]


def test_paragraphs_keep_their_events_and_lose_what_stands_elsewhere():
    text = "Vesk left.\n\nThe court accused him."
    left = Happening((5, 9), "RETREAT", None, "occurred", [], {"actor": [(0, 4)]})
    accused = Happening((22, 29), "ACCUSE", None, "occurred", [], {"actor": [(12, 21)], "recipient": [(0, 4)]})
    first, second = paragraphs(Document("x", text, happenings=[left, accused], told=True))
    assert (first.text, names(first)) == ("Vesk left.", [("left", ["Vesk"])])
    assert (second.text, names(second)) == ("The court accused him.", [("accused", ["The court"])])
    assert second.happenings[0].roles["recipient"] == []


def test_mixed_documents_hold_every_event_once():
    documents = deeds()[:20]
    made = list(mixed(documents, random.Random(1)))
    wanted = [trigger for d in documents for trigger, _ in names(d)]
    assert sorted(trigger for d in made for trigger, _ in names(d)) == sorted(wanted)
    assert len(made) > 5
    assert len({d.text for d in made} & {d.text for d in documents}) == 0
