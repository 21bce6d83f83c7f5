"""Lists in the archive: whole or not at all, never doubled, and found by name."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.listing import ListingKind
from firsthand.store import Archive, near
from firsthand.types import ActorKind
from tests.store.samples import head, listing

KESTREN = listing(
    "A-1",
    "KESTREN, Osmund",
    aliases=("KESTREN, Oswin", "Осмунд Кестренов"),
    weak_aliases=("The Lamplighter",),
    programs=("TARSIA2",),
    authorities=("Meridian Council",),
    countries=("MDA",),
    listed="2029-01-05",
    remarks="Deputy minister; née “Kestrel”",
)
VELMORA = listing("A-2", "VELMORA FREIGHT LINES", ListingKind.ORGANIZATION, programs=("SHIP",))
STAR = listing("A-3", "CALDER STAR", ListingKind.VESSEL)


@pytest.fixture
def lists(tmp_path):
    with Archive(tmp_path / "firsthand.db") as archive:
        yield archive.sanctions


def numbered(*entries):
    return list(enumerate(entries, 1))


def names(found):
    return [one.listing.name for one in found]


def rows(lists):
    tables = ("list", "listing", "listing_name", "listing_key")
    return [lists._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


def test_a_list_is_counted_and_shown(lists):
    loaded = lists.replace(head(published="2031-02-27"), numbered(KESTREN, VELMORA, STAR))
    assert (loaded.entries, loaded.names, loaded.aliases) == (3, 6, 2)
    assert (loaded.name, loaded.published, loaded.source) == ("Made-up", "2031-02-27", "made-up.csv")
    assert lists.lists() == (loaded,)


def test_an_entry_comes_back_as_it_went_in(lists):
    lists.replace(head(), numbered(KESTREN))
    (found,) = lists.find("Osmund Kestren")
    assert found.listing == KESTREN


def test_twice_doubles_nothing_and_a_new_import_takes_the_old_one_s_place(lists):
    lists.replace(head(), numbered(KESTREN, VELMORA))
    once = rows(lists)
    lists.replace(head(), numbered(KESTREN, VELMORA))
    assert rows(lists) == once
    lists.replace(head(), numbered(VELMORA))
    assert lists.find("Osmund Kestren") == ()
    assert rows(lists)[:3] == [1, 1, 1]


def test_lists_stand_beside_each_other(lists):
    lists.replace(head("One"), numbered(KESTREN))
    lists.replace(head("Two"), numbered(KESTREN, VELMORA))
    assert [one.listing.list for one in lists.find("Osmund Kestren")] == ["One", "Two"]
    assert lists.drop("One").entries == 1
    assert [one.listing.list for one in lists.find("Osmund Kestren")] == ["Two"]


def test_nothing_is_left_of_a_list_that_is_dropped(lists):
    lists.replace(head(), numbered(KESTREN, VELMORA))
    lists.drop("Made-up")
    assert rows(lists) == [0, 0, 0, 0]
    with pytest.raises(InputError, match=r"no list called 'Made-up' \(none is loaded\)"):
        lists.drop("Made-up")


def test_a_name_that_is_no_list_s_is_answered_with_those_there_are(lists):
    lists.replace(head(), numbered(KESTREN))
    with pytest.raises(InputError, match=r"no list called 'made up' \(loaded: Made-up\)"):
        lists.drop("made up")


def broken(entries):
    yield from entries
    raise InputError("made-up.csv: line 3: is cut short")


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        (broken(numbered(VELMORA, STAR)), "line 3: is cut short"),
        (numbered(VELMORA, STAR, VELMORA), "made-up.csv: line 3: entry A-2 stands in it twice"),
        ([], "made-up.csv: has no entry"),
    ],
)
def test_all_or_nothing(lists, entries, told):
    before = lists.replace(head(), numbered(KESTREN))
    with pytest.raises(InputError, match=told):
        lists.replace(head(), entries)
    assert lists.lists() == (before,)
    assert names(lists.find("Osmund Kestren")) == ["KESTREN, Osmund"]
    assert lists.find("Velmora Freight Lines") == ()


def test_progress_is_told_entry_by_entry(lists):
    ticks = []
    lists.replace(head(), numbered(KESTREN, VELMORA), lambda: ticks.append(1))
    assert len(ticks) == 2


@pytest.mark.parametrize(
    "asked", ["Osmund Kestren", "KESTREN, OSMUND", "Osmund Kestrenov", "Осмунд Кестрен", "Oswin Kestren"]
)
def test_found_over_spellings_scripts_and_orders(lists, asked):
    lists.replace(head(), numbered(KESTREN, VELMORA, STAR))
    (found,) = lists.find(asked, ActorKind.PERSON)
    assert found.asserted
    assert found.listing.id == "A-1"


def test_what_was_asked_for_counts(lists):
    lists.replace(head(), numbered(KESTREN, VELMORA, STAR))
    assert not lists.find("Osmund Kestren", ActorKind.PERSON, "BRA")[0].asserted
    assert lists.find("Osmund Kestren", ActorKind.PERSON, "MDA", "2028-01-01")[0].in_force is False
    assert lists.find("Calder Star", ListingKind.VESSEL)[0].asserted
    assert not lists.find("Calder Star", ActorKind.ORGANIZATION)[0].asserted
    assert lists.find("Velmora Freight Lines", ActorKind.COUNTRY) == ()
    assert lists.find("The Lamplighter", ActorKind.PERSON)[0].doubts


@pytest.mark.parametrize(
    "asked", ["", " ", "…", "'; DROP TABLE list; --", "\x00", "%", "\ud800", "x" * 10_000, "漢", "Nobody Atall"]
)
def test_nobody_is_nobody(lists, asked):
    lists.replace(head(), numbered(KESTREN))
    assert lists.find(asked) == ()
    assert len(lists.lists()) == 1


def test_the_asserted_come_first_then_the_most_alike(lists):
    others = [
        listing(f"B-{n}", name) for n, name in enumerate(("KESTRAN, Osmond", "KESTREN VALKO, Osmund", "KESTREN, Olga"))
    ]
    lists.replace(head(), numbered(*others, KESTREN))
    found = lists.find("Osmund Kestren")
    assert found[0].asserted
    assert found[0].listing.id == "A-1"
    assert not any(one.asserted for one in found[1:])
    assert [one.score for one in found[1:]] == sorted((one.score for one in found[1:]), reverse=True)


def test_namesakes_are_not_asserted(lists):
    lists.replace(head(), numbered(KESTREN, listing("A-9", "KESTREN, Osmund")))
    found = lists.find("Osmund Kestren")
    assert len(found) == 2
    assert all(one.doubts == ("2 entries of Made-up have this name",) for one in found)


def test_the_same_name_is_preferred_to_another_spelling(lists):
    lists.replace(head(), numbered(KESTREN, listing("A-9", "KESTREHN, Osmund")))
    found = lists.find("Osmund Kestren")
    assert [one.asserted for one in found] == [True, False]
    assert found[0].listing.id == "A-1"


def test_frequent_names_do_not_hide_the_very_same_one(lists, monkeypatch):
    monkeypatch.setattr(near, "_FREQUENT", 20)
    crowd = [listing(f"C-{n}", f"KESTREN, Osmund {chr(97 + n % 26)}{chr(97 + n // 26)}l") for n in range(300)]
    lists.replace(head(), numbered(*crowd, KESTREN))
    assert lists.find("Osmund Kestren")[0].listing.id == "A-1"


def test_several_threads_may_look_up(lists):
    lists.replace(head(), numbered(KESTREN, VELMORA, STAR))
    with ThreadPoolExecutor(4) as pool:
        every = list(pool.map(lists.find, ["Osmund Kestren", "Velmora Freight Lines"] * 50))
    assert [names(found)[0] for found in every] == ["KESTREN, Osmund", "VELMORA FREIGHT LINES"] * 50


def test_the_view_reads_plainly(lists):
    lists.replace(head(), numbered(KESTREN))
    lists._db.row_factory = sqlite3.Row
    row = dict(lists._db.execute("SELECT * FROM sanctions").fetchone())
    assert row["name"] == "KESTREN, Osmund"
    assert row["other_names"] == "KESTREN, Oswin; Осмунд Кестренов; The Lamplighter"
    assert (row["list"], row["programs"], row["listed"]) == ("Made-up", '["TARSIA2"]', "2029-01-05")


def test_a_look_up_does_not_read_the_whole_list(lists):
    """SQLite says how it goes about a question: no table of the lists may be scanned."""
    lists.replace(head(), numbered(KESTREN))
    for question, values in (
        (near._NEAR, ("{}", 0, 1)),
        (near._COUNTS, (1, "[]")),
        (near._LISTING, (1,)),
        (near._NAMES, (1,)),
    ):
        plan = [row[3] for row in lists._db.execute(f"EXPLAIN QUERY PLAN {question}", values)]
        assert not [step for step in plan if step.startswith("SCAN") and "listing" in step], plan


NAMES = st.lists(st.text("abcdefghijklmnop", min_size=4, max_size=9), min_size=2, max_size=3).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(people=st.lists(NAMES, min_size=1, max_size=8, unique=True))
def test_whoever_is_on_the_list_is_found_by_the_very_same_name(tmp_path_factory, people):
    path = tmp_path_factory.mktemp("any") / "firsthand.db"
    with Archive(path) as archive:
        archive.sanctions.replace(head(), numbered(*(listing(name, name.upper()) for name in people)))
        for name in people:
            best = archive.sanctions.find(name, ActorKind.PERSON)
            assert name in {one.listing.id for one in best if one.score == 1.0}
