import pytest

from benchmarks import lists
from firsthand.lexicon import leaders
from firsthand.listing import ListHead, Listing, ListingKind
from firsthand.store import Archive


@pytest.fixture
def path(tmp_path):
    people = ("KESTREN, Osmund", ("KESTREHN, Osmund", "The Ferryman")), ("VALKO, Idris", ("WALKO, Idris",))
    entries = [
        (n, Listing(list="Made-up", id=str(n), kind=ListingKind.PERSON, name=name, aliases=aliases))
        for n, (name, aliases) in enumerate(people)
    ]
    with Archive(tmp_path / "lists.db") as archive:
        archive.sanctions.replace(ListHead(name="Made-up", format="-", source="-", sha256="-"), entries)
    return tmp_path / "lists.db"


def test_other_names_are_counted_while_they_are_not_in_the_index(path, capsys, monkeypatch):
    monkeypatch.setattr(lists, "HELD_OUT", 3)
    lists.report_held_out(path)
    every, alike = capsys.readouterr().out.splitlines()
    assert every == "held out all  : asserted 2 of 3 (66.7%), offered 2 of 3 (66.7%), another 0 of 3 (0.0%)"
    assert alike == "held out alike: asserted 2 of 2 (100.0%), offered 2 of 2 (100.0%), another 0 of 2 (0.0%)"
    with Archive(path) as archive:
        assert archive.sanctions.find("The Ferryman"), "what was held out is back again"


def test_made_up_people_are_nobody_and_have_the_names_of_their_country():
    people = lists.made_up(50)
    known = leaders().names
    assert len(set(people)) == 50
    for name, country in people:
        first, _, rest = name.partition(" ")
        assert name not in known
        assert any(one.startswith(f"{first} ") and known[one] == country for one in known)
        assert any(one.endswith(f" {rest}") and known[one] == country for one in known)


def test_who_is_accused_is_named(path):
    people = [("osmund kestren", "MDA"), ("osmund valko", "MDA")]
    with Archive(path) as archive:
        assert lists.accused(archive, people, with_country=True) == ["Osmund Kestren (MDA): KESTREN, Osmund, Made-up 0"]


def test_missing_lists_are_named(monkeypatch, tmp_path):
    monkeypatch.setenv("FIRSTHAND_SHARED", str(tmp_path))
    with Archive(tmp_path / "a.db") as archive, pytest.raises(FileNotFoundError, match="set FIRSTHAND_SHARED"):
        lists.load(archive)
