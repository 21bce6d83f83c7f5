"""What lists say beside what a report says."""

from datetime import date

import pytest
from msgspec import structs

from firsthand.events import states
from firsthand.listing import Candidate, Listing, ListingKind, attach
from firsthand.types import ActorKind, Analysis
from tests.events.scenes import Scene

DAY = date(2031, 5, 14)
LIFTED = "{A1 Orrin} temporarily {t1 RETREAT lifted} sanctions against {r1 {A2 Luca Ferrand}} on Friday."


class Lists:
    """Answers every question with the same, and keeps what was asked."""

    def __init__(self, *found):
        self.found, self.asked = found, []

    def find(self, *asked):
        self.asked.append(asked)
        return self.found


def candidate(asserted=True, in_force=True, authority="Office of Foreign Assets Control", id="77"):
    listing = Listing(
        list="OFAC SDN",
        id=id,
        kind=ListingKind.PERSON,
        name="FERRAND, Luca",
        programs=("SDGT",),
        authorities=(authority,),
    )
    return Candidate(
        listing=listing, written="FERRAND, Luca", score=0.98, why=("same name",), asserted=asserted,
        doubts=() if asserted else ("a common name",), in_force=in_force, when="On the list since 2029.",
    )  # fmt: skip


def analysed(marked=LIFTED):
    scene = Scene(marked)
    events = scene.events()
    return Analysis(
        report=scene.report,
        attributions=(),
        actors=scene.actors,
        events=events,
        states=states(scene.report, (), scene.actors, events),
        model="x",
    )


def test_an_actor_carries_its_listing_as_of_the_report_s_date():
    lists = Lists(candidate())
    _, actor = attach(analysed(), lists, DAY).actors
    [listed] = actor.listings
    assert (listed.list, listed.id, listed.name, listed.programs) == ("OFAC SDN", "77", "FERRAND, Luca", ("SDGT",))
    assert (listed.asserted, listed.score, listed.why) == (True, 0.98, ("same name",))
    assert actor.ids == {"ofac": "77"}
    assert lists.asked[1] == ("Luca Ferrand", ActorKind.PERSON, None, "2031-05-14")


def test_a_weak_match_is_only_offered():
    _, actor = attach(analysed(), Lists(*(candidate(asserted=False, id=str(n)) for n in range(9))), DAY).actors
    assert [one.asserted for one in actor.listings] == [False] * 3
    assert actor.ids == {}
    assert actor.listings[0].disagrees is None


@pytest.mark.parametrize(
    ("found", "disagrees"),
    [
        (candidate(in_force=True), True),
        (candidate(in_force=None), True),
        (candidate(in_force=False), False),
        (candidate(authority="United Nations Security Council"), True),
    ],
)
def test_report_and_list_side_by_side_where_they_disagree(found, disagrees):
    _, actor = attach(analysed(), Lists(found), DAY).actors
    said = actor.listings[0].disagrees
    assert (said is not None) == disagrees
    if said:
        assert "temporarily lifted sanctions against Luca Ferrand" in said
        assert "On the list since 2029." in said


def test_another_s_sanctions_are_no_disagreement():
    marked = LIFTED.replace("{A1 Orrin}", "{a1 {A1 Norway}}")
    _, actor = attach(analysed(marked), Lists(candidate()), DAY).actors
    assert actor.listings[0].disagrees is None
    same = LIFTED.replace("{A1 Orrin}", "{a1 {A1 The United States}}")
    _, actor = attach(analysed(same), Lists(candidate()), DAY).actors
    assert actor.listings[0].disagrees


def test_a_report_without_a_date_asks_for_none():
    lists = Lists()
    attach(analysed(), lists, None)
    assert {asked[3] for asked in lists.asked} == {None}


def test_nobody_nameless_and_no_country_is_looked_up():
    analysis = analysed()
    actors = (
        structs.replace(analysis.actors[0], kind=ActorKind.COUNTRY),
        structs.replace(analysis.actors[1], named=False),
    )
    lists = Lists()
    assert attach(structs.replace(analysis, actors=actors), lists, DAY).actors == actors
    assert lists.asked == []
