"""A model draws borders a word too wide or too narrow: kind, stance and hands must not depend on it."""

import pytest

from firsthand.types import Kind, Stance
from tests.sourcing.reading import read

MAN, BODY, PAPER = Kind.PERSON, Kind.ORGANIZATION, Kind.DOCUMENT
YES, NO, DECLINES, SILENT, ASKS = Stance.ASSERTS, Stance.DENIES, Stance.DECLINES, Stance.SILENT, Stance.ASKS

# Each group is one sentence, its marks shifted: article, addressee, "that", quotation marks, "by", a comma.
GROUPS = {
    (MAN, YES, ("Baltika Wire",)): [
        "{S1 A harbour official} {C1 told Baltika Wire} {X1 that the ferry sank}.",
        "A {S1 harbour official} {C1 told Baltika Wire} {X1 that the ferry sank}.",
        "{S1 A harbour official} {C1 told} Baltika Wire {X1 that the ferry sank}.",
        "{S1 A harbour official} {C1 told} Baltika Wire that {X1 the ferry sank}.",
        "{S1 A harbour official} {C1 told Baltika Wire that} {X1 the ferry sank}.",
    ],
    (BODY, DECLINES, ()): [
        "{S1 The Kessik harbour board} {C1 declined} {X1 to comment}.",
        "The {S1 Kessik harbour board} {C1 declined} {X1 to comment}.",
        "{S1 The Kessik harbour board} {C1 declined to comment}.",
        "{S1 The Kessik harbour board} {C1 declined to} {X1 comment}.",
    ],
    (MAN, NO, ()): [
        "{S1 Mayor Stevan Orlo} {C1 denied} {X1 that he had left}.",
        "{S1 Mayor Stevan Orlo} {C1 denied that} {X1 he had left}.",
        "Mayor {S1 Stevan Orlo} {C1 denied} that {X1 he had left}.",
        "{S1 Mayor Stevan Orlo} {C1 denied} {X1 that he had left.}",
    ],
    (MAN, YES, ()): [
        "{X1 “We shall sail,”} {S1 the pilot} {C1 said}.",
        "“{X1 We shall sail},” {S1 the pilot} {C1 said}.",
        "“{X1 We shall sail,”} the {S1 pilot} {C1 said}.",
        "{X1 “We shall sail},” {S1 the pilot} {C1 said}.",
    ],
    (BODY, SILENT, ("Radio Lumen",)): [
        "{S1 The ministry} {C1 did not respond} {X1 to a request for comment from Radio Lumen}.",
        "{S1 The ministry} {C1 did not respond to} {X1 a request for comment from Radio Lumen}.",
        "{S1 The ministry} {C1 did not respond to a request for comment} from Radio Lumen.",
        "The {S1 ministry} {C1 did not respond} {X1 to a request for comment} from Radio Lumen.",
    ],
    (MAN, ASKS, ()): [
        "{S1 Tove Aker} {C1 urged} {X1 the crews to wait}.",
        "{S1 Tove Aker} {C1 urged the crews} {X1 to wait}.",
        "{S1 Tove Aker} {C1 urged the crews to} {X1 wait}.",
    ],
    (PAPER, YES, ("Baltika Wire",)): [
        "{X1 The hull was thin}, {C1 according to} {S1 a report seen by Baltika Wire}.",
        "{X1 The hull was thin}, {C1 according to} {S1 a report} seen by Baltika Wire.",
        "{X1 The hull was thin,} {C1 according to} a {S1 report seen by Baltika Wire}.",
        "{X1 The hull was thin}, {C1 according} to {S1 a report seen by Baltika Wire}.",
    ],
}
CASES = [(wanted, marked) for wanted, group in GROUPS.items() for marked in group]


@pytest.mark.parametrize(("wanted", "marked"), CASES, ids=[marked for _, marked in CASES])
def test_shifted_borders_change_nothing(wanted: tuple[Kind, Stance, tuple[str, ...]], marked: str) -> None:
    found = read(marked, outlet="The Northern Lamp")[1]
    assert (found.kind, found.stance, found.via) == wanted


@pytest.mark.parametrize("source", ["The", "the", "A", "“", "Its"])
def test_a_source_of_one_small_word_is_read_all_the_same(source):
    one = read(f"{{S1 {source}}} {{C1 said}} {{X1 that the ferry sank}}.")
    assert one[1].stance is YES


def test_an_outlets_name_that_was_cut_short_is_the_outlet():
    one = read("{S1 Channel 9} Kessik {C1 reported} {X1 that the ferry sank}.")
    assert one[1].kind is Kind.OUTLET
