"""Mentions that the model passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.actors.missing import complete
from firsthand.spans import Link, Mention
from firsthand.types import Hand, HandRole, Kind, Report
from tests.actors.reading import read, unmark


def added(marked):
    """The mentions that come to those marked, as (type, words)."""
    given = unmark(marked)
    before = {m.span for m in given.mentions}
    found = complete(Report(id="r", text=given.text), given.mentions, ())
    return [(m.type, given.text[slice(*m.span)]) for m in found if m.span not in before]


NAMES = [
    # the gazetteer's
    ("Trade with Norway fell.", [("place", "Norway")]),
    ("Norway’s envoy and U.S. officials met.", [("place", "Norway"), ("place", "U.S.")]),
    ("It was Moscow’s idea.", [("place", "Moscow")]),
    ("They asked the State Department in vain.", [("organization", "State Department")]),
    ("She works at the Bank of England now.", [("organization", "Bank of England")]),
    ("He told Reuters on Monday.", [("organization", "Reuters")]),
    # behind a post
    ("Then President Odd Lien left.", [("person", "President Odd Lien")]),
    ("Then Norwegian President Odd Lien left.", [("person", "Norwegian President Odd Lien")]),
    ("We met the former chief engineer Ilvar Strand.", []),
    ("Halvard’s special envoy Peter Strand left.", [("person", "Halvard’s special envoy Peter Strand")]),
    ("It was her top negotiator, Peter Strand, who left.", [("person", "her top negotiator, Peter Strand")]),
    ("After the negotiator, Peter Strand rose.", [("person", "Peter Strand")]),
    # by a usual first name
    ("It was not Peter Strand alone.", [("person", "Peter Strand")]),
    # nobody that is known
    ("Then Halvard Orlo left for Kessik.", []),
    ("Time is short. Polish is hard. In May we met.", []),
    ("Peter Strand Wins Again As Voters In North Stay Home", []),
    ("Peter Strand won again.", [("person", "Peter Strand")]),
    # said before
    (
        "{1 person Odd Lien} spoke. Then Lien left, with Strand.",
        [("person", "Lien")],
    ),
    ("{1 person Ivan Zelenski} spoke. They saw Zelenskiy there.", [("person", "Zelenskiy")]),
    ("{1 organization Halvard Lines} paid. They sued Halvard Lines.", [("organization", "Halvard Lines")]),
    ("{1 person a Republican} spoke. Two Republican mayors left.", []),
    # inside what describes somebody
    ("{1 person a man from Norway} spoke.", [("place", "Norway")]),
    ("{1 person Foreign Minister Odd Lien} spoke.", []),
    # cut in two
    ("{1 person Interior Minister Peter} Strand left.", [("person", "Interior Minister Peter Strand")]),
    ("{1 organization Agency} Sova rang. So Agency Sova won.", [("organization", "Agency Sova")] * 2),
    ("{1 person Lien} Wins Again As Voters Stay", []),
    ("{1 person Odd Lien} Tuesday left.", []),
    ("Then Peter {1 person Strand, a baker,} left.", [("person", "Peter Strand, a baker,")]),
    ("They saw {1 person her} Majesty.", []),
]


@pytest.mark.parametrize(("marked", "wanted"), NAMES, ids=[marked for marked, _ in NAMES])
def test_names_that_no_mention_has(marked, wanted):
    assert added(marked) == wanted


def test_a_source_that_no_mention_covers_gets_one_and_links_move_along():
    mentions = (
        Mention(span=(0, 4), type="person"),
        Mention(span=(20, 22), type="person", links=(Link(0, 0.9),)),
    )
    made = read("Anna {S1 the harbour} {C1 said} {X1 so}.")
    full = complete(made.report, mentions, made.attributions.values())
    assert [m.span for m in full] == [(0, 4), (5, 16), (20, 22)]
    assert full[2].links == (Link(0, 0.9),)
    made = read("{S1 Bob} {C1 said} {X1 so}, and more of it.")
    assert [m.span for m in complete(made.report, mentions[1:], made.attributions.values())] == [(0, 3), (20, 22)]


def test_a_byline_tells_who_is_a_person():
    text = "By Sanda Ilic\n\nThen Sanda Ilic wrote it."
    report = Report(id="r", text=text, hands=(Hand("Sanda Ilic", HandRole.BYLINE, Kind.PERSON, (3, 13)),))
    found = complete(report, [Mention(span=(3, 13), type="organization"), Mention(span=(20, 30), type="thing")], ())
    assert [(m.span, m.type) for m in found] == [((3, 13), "person"), ((20, 30), "person")]


def test_an_institution_is_not_who_speaks_at_it():
    made = read("{S1 The chair of {2 organization the Central Election Commission}} {C1 said} {X1 so}.")
    full = complete(made.report, made.marked.mentions, made.attributions.values())
    assert [m.type for m in full] == ["person", "organization"]


def test_things_that_nobody_can_be_are_left_out_and_links_move_along():
    text = "The storm began. A memo says so. It is late."
    mentions = (
        Mention(span=(0, 9), type="thing"),
        Mention(span=(17, 23), type="thing", links=(Link(0, 0.1),)),
        Mention(span=(33, 35), type="thing", links=(Link(1, 0.8), Link(0, 0.1))),
    )
    found = complete(Report(id="r", text=text.lower()), mentions, ())
    assert [m.span for m in found] == [(17, 23), (33, 35)]
    assert [m.links for m in found] == [(), (Link(0, 0.8),)]


def test_a_cut_name_gives_its_links_to_the_whole_one():
    text = "Tom Lien spoke. Later Lien left."
    mentions = (
        Mention(span=(0, 8), type="person"),
        Mention(span=(0, 3), type="person"),
        Mention(span=(22, 26), type="person", links=(Link(1, 0.9),)),
    )
    found = complete(Report(id="r", text=text), mentions, ())
    assert [m.span for m in found] == [(0, 8), (22, 26)]
    assert found[1].links == (Link(0, 0.9),)


WORDS = st.lists(
    st.sampled_from(
        ["Odd", "Lien", "President", "Norway’s", "Norway", "of", "the", ",", ".", "Reuters", "U.S.", "“", "7"]
    )
)


@given(WORDS.map(" ".join), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=6))
def test_mentions_stay_in_order_and_links_point_back(text, places):
    spans = sorted({(s, s + n) for s, n in places if s + n <= len(text)}, key=lambda span: (span[0], -span[1]))
    mentions = [
        Mention(span=span, type="person", links=(Link(i - 1, 0.5),) if i else ()) for i, span in enumerate(spans)
    ]
    found = complete(Report(id="r", text=text), mentions, ())
    order = [(m.span[0], -m.span[1]) for m in found]
    assert order == sorted(set(order))
    assert all(0 <= m.span[0] < m.span[1] <= len(text) for m in found)
    assert all(link.to < i for i, m in enumerate(found) for link in m.links)
