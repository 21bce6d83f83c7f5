"""Whole reports of our own, and what must hold for any."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.actors import who
from firsthand.spans import Link, Mention
from firsthand.types import ActorKind, Attribution, Form, Kind, Report, Stance
from tests.actors.reading import Read, read, spelled
from tests.actors.samples import FERRY, HEADLINE, NAMELESS, SCRIPTS, SPELLINGS, crowd, monologue


def test_every_source_of_a_report():
    found = read(FERRY)
    assert found.sources() == {
        1: "Petra Nowil",
        2: "Odd Lien",
        3: "Odd Lien",
        4: "the coast guard",
        5: "the coast guard",
        6: "Reuters",
        7: "Three people familiar with the inquiry",
        8: "Three people familiar with the inquiry",
        10: "Government of Norway",
        11: "Oslo",
    }
    assert all(found.reason(n).why for n in found.sources())


def test_the_actors_of_a_report():
    found = read(FERRY)
    nowil, lien = found.actor(1), found.actor(6)
    assert found.words(nowil)[1:] == ["She", "the minister", "Nowil"]
    assert (nowil.kind, nowil.named, nowil.country, nowil.sector) == (ActorKind.PERSON, True, "NOR", "GOV")
    assert [(held.role, held.of) for held in nowil.roles] == [("deputy trade minister", "Norway")]
    assert [(held.role, held.of) for held in lien.roles] == [("chief engineer", "Halvard Marine")]
    assert found.words(lien)[-2:] == ["himself", "he"]
    assert found.actor(10).kind is ActorKind.OUTLET
    assert found.actor(2).kind is ActorKind.COUNTRY
    assert (found.actor(12).country, found.actor(13).country) == ("NOR", "NOR")
    assert found.actor(12) is not found.actor(13)
    assert not found.actor(11).named


def test_cities_things_and_nameless_ones_who_say_nothing_are_not_listed():
    names = [actor.name for actor in read(FERRY).who.actors]
    assert not {"Kessik", "Orla", "the ferry Orla"} & set(names)
    assert "Halvard Marine" in names


def test_we_in_the_engineers_words_is_not_the_engineer():
    found = read(FERRY)
    assert "We" not in found.words(found.actor(6))


def test_a_group_without_a_name_keeps_its_pronouns():
    found = read(FERRY)
    assert found.words(found.source(8)) == ["Three people familiar with the inquiry", "They"]


def test_one_person_under_six_spellings():
    found = read(SPELLINGS)
    assert set(found.sources().values()) == {"Volodymyr Zelenskyy", "Rasmus Kell"}
    assert found.source(6).name == "Rasmus Kell"
    assert len(found.actor(1).mentions) == 7
    assert [actor.kind for actor in found.who.actors].count(ActorKind.PERSON) == 2


def test_a_report_without_names():
    found = read(NAMELESS)
    assert not any(actor.named for actor in found.who.actors)
    assert found.sources() == {
        1: "Residents",
        2: "A woman who lives across the street",
        3: "A woman who lives across the street",
        4: "Two officials",
        5: "a third official",
        6: "The gas company",
        8: "The council",
        9: "Two officials",
    }
    assert found.words(found.source(3)) == ["A woman who lives across the street", "her", "I", "she"]
    kinds = {n: found.source(n).kind.value for n in (1, 2, 4, 5, 6, 8)}
    assert kinds == {1: "group", 2: "person", 4: "group", 5: "person", 6: "organization", 8: "organization"}


def test_names_in_other_scripts():
    found = read(SCRIPTS)
    assert found.source(1) is found.source(3) is found.actor(1)
    assert found.source(1).name == "Олена Коваленко"
    assert (found.source(1).country, found.source(1).sector) == ("UKR", "GOV")
    assert found.source(2).name == "Γιώργος Παππάς"
    assert found.source(4) is found.source(5)


def test_a_headline_in_capitals():
    found = read(HEADLINE)
    assert found.source(1) is found.source(2) is found.actor(1)
    assert found.source(1).name == "Petra Nowil"
    assert [held.role.lower() for held in found.source(1).roles] == ["minister"]
    assert len(found.actor(2).mentions) == 3
    assert [(held.role, held.of.lower()) for held in found.source(3).roles] == [("lawyer", "vistra")]


def test_a_name_in_capitals_gives_way_to_one_in_small_letters():
    assert read(HEADLINE).actor(2).name == "Vistra"


@pytest.mark.parametrize(
    "marked", ["", " ", "\n\n", "Nobody came.", "{1 person She} left.", "{1 thing A memo} lay there."]
)
def test_a_report_without_anybody(marked):
    found = read(marked)
    assert found.who.actors == ()
    assert found.who.sources == {}


@pytest.mark.parametrize("name", ["the United States", "US", "the U.S.", "America"])
def test_a_country_is_listed_by_its_english_name(name):
    found = read(f"The envoy left {{1 place {name}}} on Monday.")
    assert [(actor.name, actor.country) for actor in found.who.actors] == [("United States", "USA")]


def test_capital_seat_and_country_are_kept_apart():
    found = read(
        "{S1 {1 organization Moscow}} {C1 said} {X1 so}. {S2 {2 organization The Kremlin}} {C2 said} {X2 so}. "
        "{S3 {3 place Russia}} {C3 said} {X3 so}."
    )
    assert [(a.name, a.kind.value, a.country) for a in found.who.actors] == [
        ("Moscow", "organization", "RUS"),
        ("Kremlin", "organization", "RUS"),
        ("Russia", "country", "RUS"),
    ]


def test_actors_stand_in_the_order_of_their_first_mentions_with_ids_in_that_order():
    actors = read(FERRY).who.actors
    assert [actor.id for actor in actors] == [f"p{n + 1}" for n in range(len(actors))]
    assert [actor.mentions[0] for actor in actors] == sorted(actor.mentions[0] for actor in actors)


def test_naming_an_attribution_adds_its_actor_and_why_and_changes_nothing_else():
    found = read(FERRY)
    told = found.attributions[1]
    named = found.who.name(told)
    assert named.actor == found.source(1).id
    assert named.reasons == told.reasons | {"actor": found.reason(1)}
    assert (named.source, named.cue, named.content, named.kind) == (told.source, told.cue, told.content, told.kind)
    assert found.who.name(found.attributions[9]) == found.attributions[9]


def test_the_same_report_gives_the_same_actors():
    assert read(FERRY).who == read(FERRY).who


def test_links_behind_an_added_mention_point_at_the_same_one_as_before():
    marked = "{S1 Odd Lien} {C1 said} {X1 so}. {1 person Anna Kell} sat. {1 person She} left."
    found = read(marked)
    assert found.words(found.actor(1)) == ["Anna Kell", "She"]


# What must hold for any text, any mentions and any attributions.

VOCABULARY = """
Petra Nowil Nowil's Anna Kell said the a minister mayor of Kessik Norway Norwegian US us I we he she it they
his Reuters bank Bank , , . “ ” ’s ( ) – two officials spokesman for Mr. Dr. RDIF Володимир 习近平 statement
paper the this newspaper Moscow Kremlin 54 e\u0301 \u200b 😀
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(
    st.lists(WORDS, max_size=40).map(" ".join), st.text(st.characters(exclude_categories=["No", "Cs"]), max_size=60)
)


def spans(text):
    offsets = st.integers(0, len(text))
    return st.tuples(offsets, offsets).map(sorted).map(tuple).filter(lambda s: text[slice(*s)].strip())


@st.composite
def mentions_of(draw, text):
    """Mentions as decoding may give them: in order, none equal; they may cross all the same."""
    found = sorted(draw(st.sets(spans(text), max_size=12)), key=lambda s: (s[0], -s[1]))
    out = []
    for i, span in enumerate(found):
        links = draw(st.lists(st.builds(Link, st.integers(0, i - 1), st.floats(0.05, 1)), max_size=3)) if i else []
        kind = draw(st.sampled_from(["person", "organization", "place", "thing"]))
        out.append(Mention(span=span, type=kind, links=tuple(links)))
    return tuple(out)


@st.composite
def attributions_of(draw, text):
    """Attributions whose fields agree with nothing."""
    out = []
    for n in range(draw(st.integers(0, 4))):
        pieces = st.lists(spans(text), max_size=2).map(lambda found: tuple(sorted(found)))
        out.append(
            Attribution(
                id=f"a{n + 1}",
                source=draw(pieces),
                cue=draw(pieces),
                content=draw(pieces),
                kind=draw(st.sampled_from([None, *Kind])),
                unnamed=draw(st.booleans()),
                count=None,
                descriptor=None,
                form=draw(st.sampled_from(Form)),
                stance=Stance.ASSERTS,
                via=(),
                within=None,
                same_source=draw(st.sampled_from([None, *(a.id for a in out)])),
                actor=None,
                occasion=None,
                when=None,
                score=1.0,
                reasons={},
            )
        )
    return tuple(out)


@st.composite
def reports(draw):
    text = draw(TEXTS)
    outlet = draw(st.sampled_from([None, "Kareva Daily", "Reuters", ""]))
    report = Report(id="r", text=text, outlet=outlet)
    if not text:
        return report, (), ()
    return report, draw(attributions_of(text)), draw(mentions_of(text))


@given(reports())
@settings(max_examples=300, deadline=None)
def test_any_report_has_actors_that_stand_in_its_text(given_):
    report, attributions, mentions = given_
    found = who(report, attributions, mentions)
    ids = [actor.id for actor in found.actors]
    assert len(set(ids)) == len(ids)
    owners = [span for actor in found.actors for span in actor.mentions]
    assert len(set(owners)) == len(owners), "a mention has two actors"
    for actor in found.actors:
        assert all(0 <= s < e <= len(report.text) for s, e in actor.mentions)
        assert list(actor.mentions) == sorted(actor.mentions)
        assert actor.name
        assert "kind" in actor.reasons
        assert (actor.country is None) == ("country" not in actor.reasons)
        assert (actor.sector is None) == ("sector" not in actor.reasons)
        assert all(0 <= s < e <= len(report.text) for s, e in (*actor.mentions, *(held.span for held in actor.roles)))
    assert {id_ for id_, _ in found.sources.values()} <= {None, *ids}
    assert set(found.sources) <= {a.id for a in attributions if a.source}
    assert all(found.name(a).actor in (None, *ids) for a in attributions)
    assert who(report, attributions, mentions) == found


@given(
    st.lists(
        st.sampled_from(["{1 person He}", "{2 person Anna Kell}", "{3 organization it}", "{4 person They}"]), max_size=6
    )
)
def test_who_has_no_name_and_no_noun_is_never_an_actor(parts):
    found = read(" ran. ".join(parts))
    assert {actor.name for actor in found.who.actors} <= {"Anna Kell"}


# Time: what five times as many names may cost. Work that grows with the square would take 25 times as long.


def seconds(report: Report, mentions: tuple[Mention, ...]) -> float:
    """Processor time of one run, the best of three."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        who(report, (), mentions)
        taken.append(time.process_time() - start)
    return min(taken)


def test_five_thousand_names_are_five_thousand_people():
    report, mentions = crowd(5000)
    actors = who(report, (), mentions).actors
    assert [spelled(report.text, actor.mentions) for actor in actors] == [
        [name] for name in spelled(report.text, tuple(m.span for m in mentions))
    ]


def test_time_grows_with_the_number_of_names_and_not_with_its_square():
    seconds(*crowd(100))  # loads the lexicons
    assert seconds(*crowd(5000)) < 12 * seconds(*crowd(1000))


def test_time_grows_with_the_number_of_pronouns_and_not_with_its_square():
    seconds(*monologue(100))
    assert seconds(*monologue(3000)) < 12 * seconds(*monologue(600))


def test_reading_helper_reads_marks():
    found: Read = read("{S1 {1 person Petra Nowil}} {C1 said} {X1 {1? person she} left {2@0.3 place Kessik}}.")
    assert found.report.text == "Petra Nowil said she left Kessik."
    assert [(m.span, m.type, m.links) for m in found.marked.mentions] == [
        ((0, 11), "person", ()),
        ((17, 20), "person", ()),
        ((26, 32), "place", ()),
    ]
