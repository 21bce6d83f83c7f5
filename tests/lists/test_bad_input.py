"""What is wrong with a list is told in one line that names file and line."""

# ruff: noqa: E501 - a case a row

import tracemalloc

import pytest

from firsthand.errors import InputError
from firsthand.lists import files, open_list, xml
from tests.lists.samples import ALT, COMMENTS, FTM, SDN, SDN_XML, SIMPLE, UN, entity, write, write_sdn


def fault(path):
    with pytest.raises(InputError) as caught:
        list(open_list(path).entries())
    message = str(caught.value)
    assert "\n" not in message
    return message.replace(f"{path.parent}/", "")


def swap(text, one, other):
    """Change two columns of every row."""
    rows = [line.split(",") for line in text.splitlines()]
    for row in rows:
        row[one], row[other] = row[other], row[one]
    return "".join(",".join(row) + "\n" for row in rows)


PLAIN = '101,"A","individual","P",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n102,"B",-0- ,"P",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
BAD = {
    "empty": ("", "list: is empty"),
    "blank": (" \n\n", "list: is empty"),
    "prose": ("Sanctions were imposed on Friday.\n", "list: is no sanctions list"),
    "html": ("<!DOCTYPE html><html><body>Moved</body></html>", "list: is an HTML page, not a list"),
    "other xml": ("<rss><channel/></rss>", "list: XML of an unknown kind: rss"),
    "a part": (ALT, "list: is a part of OFAC's list (import sdn.csv"),
    "another part": (COMMENTS, "list: is a part of OFAC's list (import sdn.csv"),
    "cut row": (PLAIN[:-20], "list: line 2: has 9 columns, not 12 (the file may be cut short)"),
    "cut in quotes": (SDN[: SDN.index("vfl.example")], "list: line 1: is no CSV: unexpected end of data (the file may be"),
    "swapped number": (swap(PLAIN, 0, 1), "list: line 1: column 1 should be the entry's number: 'A'"),
    "swapped type": (swap(PLAIN, 2, 3), "list: line 1: column 3 should be individual, vessel, aircraft or -0-: 'P'"),
    "no name": (PLAIN.replace('"B"', "-0-"), "list: line 2: entry 102 has no name"),
    "cut xml": (UN[: UN.index("</ENTITIES>")], "list: line 23: is no XML: no element found (the file may be cut short)"),
    "broken xml": (UN.replace("</ENTITY>", "", 1), "list: line 23: is no XML: mismatched tag"),
    "impossible day": (UN.replace("2029-04-01", "2029-02-30"), "list: line 4: not a date: '2029-02-30'"),
    "no date": (UN.replace("2029-04-01", "last spring"), "list: line 4: not a date: 'last spring'"),
    "un without a name": (UN.replace("TARSIAN RELIEF AND TRADING HOUSE", " "), "list: line 18: an entry without a name"),
    "fewer than said": (SDN_XML.replace(">2<", ">3<"), "list: line 15: the list says that it has 3 entries, and has 2"),
    "unknown type": (SDN_XML.replace(">Vessel<", ">Ghost<"), "list: line 15: entry 103 is of no known type: 'Ghost'"),
    "no uid": (SDN_XML.replace("<uid>103</uid>", ""), "list: line 15: an entry without a number"),
    "no column": (SIMPLE.replace('"aliases",', '"other_names",'), "list: line 1: no column aliases"),
    "cut csv": (SIMPLE[:-27], "list: line 5: has 13 columns, not 15 (the file may be cut short)"),
    "no id": (SIMPLE.replace('"Q-2"', '""'), "list: line 3: an entry without an id or a name"),
    "bad term": (SIMPLE.replace("2024-06-30", "2024-06-31"), "list: line 3: not a date: '2024-06-31'"),
    "cut json": (FTM[:-10], "list: line 7: is no FollowTheMoney entity: Input data was truncated (the file may be"),
    "no json": ('{"id": "x"\n', "list: line 1: is no FollowTheMoney entity"),
    "other json": ('{"id": "x", "text": "y"}\n', "list: line 1: is no FollowTheMoney entity: Object missing required"),
    "nested": ('{"id":"x","schema":"Person","properties":{"sanctions":[{"id":"s"}]}}\n', "list: line 1: is no FollowTheMoney"),
    "nameless": (FTM + entity("n-1", "Person", topics="sanction"), "list: line 8: n-1 has no name"),
    "target missing": (FTM + entity("s-9", "Sanction", entity="x-9"), "list: line 8: a sanction on x-9, which is not in"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_one_line_names_file_and_line(tmp_path, name):
    text, told = BAD[name]
    assert fault(write(tmp_path, text)).startswith(told)


def test_a_file_that_is_not_there(tmp_path):
    assert fault(tmp_path / "none") == "none: can't be read: No such file or directory"
    assert fault(tmp_path / ".").endswith("can't be read: Is a directory")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_wrong_encoding(tmp_path, encoding):
    path = tmp_path / "list"
    path.write_bytes(PLAIN.replace('"B"', '"É"').encode(encoding).removeprefix(b"\xff\xfe"))
    told = {"cp1252": "line 2: is not UTF-8 (byte 0xc9) (save it as UTF-8)", "utf-16": "line 1: "}[encoding]
    assert told in fault(path) or "is no sanctions list" in fault(path)


def test_other_names_of_an_entry_that_is_not_there_mean_a_list_cut_short(tmp_path):
    path = write_sdn(tmp_path, sdn="".join(SDN.splitlines(keepends=True)[:1]))
    assert fault(path) == (
        "alt.csv: line 2: entry 102 is not in sdn.csv (the list may be cut short, or the files of different days)"
    )


def test_a_fault_in_a_file_beside_the_list_names_that_file(tmp_path):
    assert fault(write_sdn(tmp_path, alt=ALT[:-20])).startswith("alt.csv: line 3: ")


ENTITIES = '<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'


@pytest.mark.parametrize(
    "doctype",
    [ENTITIES, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n', '<!DOCTYPE x [<!ENTITY % a "b">]>\n'],
)
def test_entities_are_refused(tmp_path, doctype):
    head, _, rest = UN.partition("\n")
    path = write(tmp_path, f"{head}\n{doctype}{rest}")
    assert fault(path).startswith("list: line 2: declares the entity ")


def test_a_document_type_alone_does_no_harm(tmp_path):
    head, _, rest = UN.partition("\n")
    assert len(list(open_list(write(tmp_path, f"{head}\n<!DOCTYPE CONSOLIDATED_LIST>\n{rest}")).entries())) == 2


def test_endless_entries_and_lines_are_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(xml, "_LARGEST", 1000)
    monkeypatch.setattr(files, "LONGEST_LINE", 1000)
    assert fault(write(tmp_path, UN.replace("abroad", "abroad " * 500))).endswith("longer than 1,000 characters")
    assert fault(write(tmp_path, entity("x", "Person", name="y" * 2000))) == "list: line 1: is longer than 1,000 bytes"


@pytest.mark.parametrize(("format", "number"), [("ftm", 3_000), ("simple", 5_000)])
def test_memory_does_not_grow_with_the_list(tmp_path, format, number):
    path, padding = tmp_path / "list", "1 Quay Street " * 50
    with path.open("w", encoding="utf-8") as file:
        file.write(SIMPLE.partition("\n")[0] + "\n" if format == "simple" else "")
        for n in range(number):
            if format == "ftm":
                file.write(entity(f"s-{n}", "Sanction", entity=f"p-{n}", program="P", startDate="2030-01-01"))
                file.write(entity(f"p-{n}", "Person", name=f"Osmund Kestren {n}", address=padding))
            else:
                file.write(f"q-{n},Person,Osmund Kestren {n},,,,{padding},,P,,,D,,,\n")
    tracemalloc.start()
    count = sum(1 for _ in open_list(path).entries())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == number
    assert peak < path.stat().st_size / 4
