"""Texts that say one thing a thousand times, or a thousand things within each other, end as others do."""

from firsthand.sourcing import source
from firsthand.spans import Quotation
from firsthand.types import Report

MANY = 1500


def test_the_same_sentences_over_and_over():
    sentence = "The minister said that the ministry had told it so. "
    text = sentence * MANY
    quotations = []
    for n in range(MANY):
        at, outer = n * len(sentence), 2 * n
        quotations.append(Quotation(source=((at, at + 12),), cue=((at + 13, at + 17),), content=((at + 18, at + 50),)))
        inner = Quotation(
            source=((at + 23, at + 35),), cue=((at + 36, at + 47),), content=((at + 48, at + 50),), within=outer
        )
        quotations.append(inner)
    found = source(Report(id="x", text=text), tuple(quotations))
    assert len(found) == 2 * MANY
    assert found[-1].within == found[-2].id


def test_a_thousand_sayings_within_each_other():
    text = "He said " * MANY + "so."
    quotations = tuple(
        Quotation(
            source=((8 * n, 8 * n + 2),),
            cue=((8 * n + 3, 8 * n + 7),),
            content=((8 * n + 8, len(text) - 1),),
            within=n - 1 if n else None,
        )
        for n in range(MANY)
    )
    found = source(Report(id="x", text=text), quotations)
    assert [a.within for a in found[:50]] == [None, *(a.id for a in found[:49])]
    assert len(found) == MANY
