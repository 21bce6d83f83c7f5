"""One id over reports only where name, kind and context agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.actors import Registry
from firsthand.types import Actor, ActorKind, Held

PERSON, BODY, COUNTRY, OUTLET = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.COUNTRY, ActorKind.OUTLET


def actor(name, kind=PERSON, country=None, sector=None, *roles, id="p1", named=True):
    held = tuple(Held(role, of, (0, 1)) for role, of in roles)
    return Actor(id=id, name=name, kind=kind, named=named, country=country, sector=sector, roles=held)


def ids(*reports):
    """The lasting ids of reports of one actor each."""
    registry = Registry()
    return [registry.ids((one,))[one.id] for one in reports]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Petra Nowil", country="NOR"), actor("Petra Nowil", country="NOR")),
        (actor("Petra Nowil", country="NOR"), actor("Petra Nowyl", country="NOR")),
        (actor("Petra Nowil", country="UKR"), actor("Петра Новил", country="UKR")),
        (
            actor("Petra Nowil", PERSON, None, None, ("Trade Minister", "Tarsia")),
            actor("Petra Nowil", PERSON, None, None, ("former trade minister", None)),
        ),
        (
            actor("Petra Nowil", PERSON, None, None, ("minister", "Tarsia")),
            actor("Petra Nowil", PERSON, None, None, ("spokeswoman", "Tarsia")),
        ),
        (actor("Vistra Bank", BODY, "NOR"), actor("Vistra Bank", BODY, "NOR", "BUS")),
        (actor("Reuters", OUTLET), actor("Reuters", OUTLET)),
        (actor("Norway", COUNTRY, "NOR"), actor("Norway", COUNTRY, "NOR")),
    ],
)
def test_one_id_where_name_kind_and_context_agree(one, other):
    first, second = ids(one, other)
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Petra Nowil", country="NOR"), actor("Petra Nowil", country="SWE")),
        (actor("Petra Nowil"), actor("Petra Nowil")),
        (actor("Petra Nowil", country="NOR"), actor("Petra Nowil")),
        (actor("Petra Nowil", country="NOR"), actor("Anna Nowil", country="NOR")),
        (actor("Nowil", PERSON, "NOR", "GOV"), actor("Nowil", PERSON, "NOR", "GOV")),
        (actor("Vistra", BODY, "NOR"), actor("Vistra", OUTLET, "NOR")),
        (actor("Foreign Ministry", BODY, "RUS", "GOV"), actor("Foreign Ministry", BODY, "UKR", "GOV")),
        (actor("Niger", COUNTRY, "NER"), actor("Nigeria", COUNTRY, "NGA")),
        (actor("South Korea", COUNTRY, "KOR"), actor("North Korea", COUNTRY, "PRK")),
        (
            actor("Petra Nowil", PERSON, None, None, ("minister", "Tarsia")),
            actor("Petra Nowil", PERSON, None, None, ("skier", "Orrin")),
        ),
    ],
)
def test_two_ids_where_nothing_shows_that_they_are_one(one, other):
    first, second = ids(one, other)
    assert first != second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            actor("Anna Kell", PERSON, "NOR", "GOV", ("mayor", "Kessik")),
            actor("Anna Kell", PERSON, "NOR", "CVL", ("skier", "Norway")),
            id="a mayor and a skier of one country",
        ),
    ],
)
def test_two_ids_where_hardly_anything_shows_that_they_are_one(one, other):
    first, second = ids(one, other)
    assert first != second


def test_what_one_report_tells_is_known_in_the_next():
    told = actor("Petra Nowil", PERSON, None, None, ("minister", "Tarsia"))
    more = actor("Petra Nowil", PERSON, "NOR", "GOV", ("minister", "Tarsia"))
    late = actor("Petra Nowil", PERSON, "NOR")
    assert len(set(ids(told, more, late))) == 1
    assert len(set(ids(told, late))) == 2


def test_two_in_one_report_are_two():
    one, other = actor("John Orlo", country="USA"), actor("John Orlo", country="USA", id="p2")
    registry = Registry()
    first = registry.ids((one, other))
    assert len(set(first.values())) == 2
    assert set(registry.ids((one, other)).values()) == set(first.values())


def test_an_id_is_the_name_in_small_letters_and_a_number_where_another_has_it():
    assert ids(actor("Zoë d’Orlo-Kell", country="NOR"), actor("Zoë d’Orlo-Kell", country="SWE")) == [
        "zoe-d-orlo-kell",
        "zoe-d-orlo-kell-2",
    ]


def test_a_nameless_actor_keeps_its_own_id():
    assert ids(actor("two officials", ActorKind.GROUP, named=False, id="p7")) == ["p7"]


@pytest.mark.parametrize("name", ["习近平", "???", "—", "١٢٣", "…"])
def test_any_name_makes_an_id(name):
    assert ids(actor(name))[0]


def test_a_name_with_a_number_does_not_get_anothers_id():
    first, *others = ids(actor("Orlo 2", BODY, "NOR"), actor("Orlo", BODY, "SWE"), actor("Orlo", BODY, "DNK"))
    assert first not in others


def test_a_name_does_not_get_a_nameless_ones_id():
    reported = (actor("P2", BODY, "ITA"), actor("two officials", ActorKind.GROUP, named=False, id="p2"))
    assert len(set(Registry().ids(reported).values())) == 2


ACTORS = st.builds(
    actor,
    st.sampled_from(
        ["Petra Nowil", "Petra Nowyl", "Nowil", "Anna Kell", "A. Kell", "Vistra", "Vistra Bank", "习近平", "!"]
    ),
    st.sampled_from(list(ActorKind)),
    st.sampled_from([None, "NOR", "SWE"]),
    st.sampled_from([None, "GOV", "BUS"]),
)
REPORTS = st.lists(st.lists(ACTORS, max_size=5), max_size=6)


def numbered(reports):
    return [
        tuple(actor(one.name, one.kind, one.country, one.sector, id=f"p{n}") for n, one in enumerate(report))
        for report in reports
    ]


@given(REPORTS)
def test_ids_are_unique_in_a_report_and_the_same_every_time(reports):
    first, second = Registry(), Registry()
    for report in numbered(reports):
        found = first.ids(report)
        assert list(found) == [one.id for one in report]
        assert len(set(found.values())) == len(report)
        assert second.ids(report) == found


@given(REPORTS)
def test_who_shares_an_id_is_of_one_kind_and_no_two_countries(reports):
    registry = Registry()
    by_id = {}
    for report in numbered(reports):
        for own, lasting in registry.ids(report).items():
            by_id.setdefault(lasting, []).append(next(one for one in report if one.id == own))
    for same in by_id.values():
        assert len({one.kind for one in same}) == 1
        if same[0].kind not in (COUNTRY, OUTLET):
            assert len({one.country for one in same} - {None}) <= 1
