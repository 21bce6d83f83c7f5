"""Every format gives the same kind of entries; what they mean in each is told here."""

import csv
import io
import string

from hypothesis import given
from hypothesis import strategies as st

from firsthand.listing import ListingKind
from firsthand.lists import open_list
from tests.lists.samples import ADD, ALT, FTM, SDN, SDN_XML, SIMPLE, UN, entity, write, write_sdn


def entries(path):
    return {one.id: one for _, one in open_list(path).entries()}


def test_ofac_csv(tmp_path):
    file = open_list(write_sdn(tmp_path))
    assert (file.name, file.format, file.published, file.warnings) == ("OFAC SDN", "OFAC SDN CSV", None, ())
    assert len(file.parts) == 4
    lines = [line for line, _ in file.entries()]
    assert lines == [1, 2, 3]
    firm, person, ship = entries(file.path).values()
    assert (firm.kind, person.kind, ship.kind) == ("organization", "person", "vessel")
    assert firm.programs == ("TARSIA2", "SHIP")
    assert firm.aliases == ("VELMORA CARGO, S.A.",)
    assert firm.weak_aliases == ("VFL",)
    assert firm.countries == ("CYP", "PRK")
    assert person.aliases == ("KESTREN, Oswin", "KESTRENOV, Osmund")
    assert person.weak_aliases == ("THE LAMPLIGHTER",)
    assert person.countries == ("MDA", "CYP")
    assert person.remarks.startswith("Deputy Minister. DOB")
    assert person.remarks.endswith("Linked To: VELMORA FREIGHT LINES.")
    assert ship.countries == ("PAN",)
    assert (ship.listed, ship.delisted, ship.remarks) == (None, None, None)


def test_ofac_csv_ends_with_ctrl_z_and_windows_line_ends(tmp_path):
    ended = {name: text.replace("\n", "\r\n") + "\x1a\r\n" for name, text in (("sdn", SDN), ("alt", ALT), ("add", ADD))}
    plain = entries(write_sdn(tmp_path))
    assert entries(write_sdn(tmp_path, **ended)) == plain


def test_ofac_csv_in_capitals_finds_what_lies_beside_it(tmp_path):
    for name, text in (("SDN", SDN), ("ALT", ALT), ("ADD", ADD)):
        write(tmp_path, text, f"{name}.CSV")
    file = open_list(tmp_path / "SDN.CSV")
    assert len(file.parts) == 3
    assert file.warnings == (f"no sdn_comments.csv beside {file.path}: long remarks are cut",)


def test_ofac_csv_alone_says_what_is_missing(tmp_path):
    file = open_list(write(tmp_path, SDN, "sdn.csv"))
    assert [warning.split(" ")[1] for warning in file.warnings] == ["alt.csv", "add.csv", "sdn_comments.csv"]
    assert all(not one.aliases for _, one in file.entries())


def test_remarks_of_an_entry_that_is_gone_lose_nothing(tmp_path):
    path = write_sdn(tmp_path, sdn_comments='99,"; Linked To: NOBODY."\n')
    assert len(entries(path)) == 3


def test_ofac_xml(tmp_path):
    file = open_list(write(tmp_path, SDN_XML))
    assert (file.name, file.format, file.published) == ("OFAC SDN", "OFAC SDN XML", "2031-03-09")
    person, ship = entries(file.path).values()
    assert (person.name, person.kind) == ("KESTREN, Osmund Aurel", "person")
    assert (person.aliases, person.weak_aliases) == (("KESTREN, Oswin",), ("LAMPLIGHTER",))
    assert (person.programs, person.countries) == (("TARSIA2", "SHIP"), ("MDA", "CYP"))
    assert (ship.name, ship.kind, ship.countries) == ("CALDER STAR", "vessel", ("PAN",))
    assert [line for line, _ in file.entries()] == [4, 15]


def test_un_xml(tmp_path):
    file = open_list(write(tmp_path, UN))
    assert (file.name, file.format, file.published) == ("UN Security Council", "UN consolidated XML", "2031-02-27")
    person, body = entries(file.path).values()
    assert (person.id, person.name, person.kind) == ("TRi.001", "IDRIS TAMM VALKO", "person")
    assert (person.aliases, person.weak_aliases) == (("Idrees Walko", "Идрис Валко"), ("The Ferryman",))
    assert (person.programs, person.countries) == (("Tarsia",), ("IRN", "VNM"))
    assert (person.listed, person.delisted) == ("2029-04-01", None)
    assert (body.kind, body.aliases) == ("organization", ("TRTH",))


def test_opensanctions_csv(tmp_path):
    file = open_list(write(tmp_path, SIMPLE))
    assert (file.name, file.format) == ("Meridian Sanctions", "OpenSanctions CSV")
    found = entries(file.path)
    assert set(found) == {"Q-1", "Q-2"}, "who is not sanctioned is no entry"
    person, firm = found.values()
    assert person.aliases == ("Oswin Kestren", "Kestren; O.")
    assert (person.programs, person.countries) == (("TARSIA2", "SHIP"), ("MDA", "CYP"))
    assert (person.listed, person.delisted) == ("2028-03-01", None)
    assert (firm.kind, firm.countries) == ("organization", ("KOS",))
    assert (firm.listed, firm.delisted) == ("2020-01-01", "2024-06-30")


def test_the_columns_of_opensanctions_may_come_in_any_order(tmp_path):
    rows = list(csv.DictReader(io.StringIO(SIMPLE)))
    out = io.StringIO()
    writer = csv.DictWriter(out, sorted(rows[0], reverse=True))
    writer.writeheader()
    writer.writerows(rows)
    plain = entries(write(tmp_path, SIMPLE))
    assert entries(write(tmp_path, out.getvalue())) == plain


def test_long_fields_and_line_ends_inside_them_are_read(tmp_path):
    text = SIMPLE.replace("TARSIA2 - 2020", "TARSIA2 -\n fraud - 2020").replace('"xk"', f'"{"xk;" * 50_000}"')
    firm = entries(write(tmp_path, text))["Q-2"]
    assert (firm.programs, firm.countries, firm.listed) == (("TARSIA2",), ("KOS",), "2020-01-01")


def test_a_collection_of_data_sets_is_one_list(tmp_path):
    text = SIMPLE.replace('"Meridian Sanctions","2020-01-02"', '"Meridian Sanctions;Calder Watch","2020-01-02"')
    file = open_list(write(tmp_path, text))
    assert file.name == "OpenSanctions"
    assert entries(file.path)["Q-2"].authorities == ("Meridian Sanctions", "Calder Watch")


def test_followthemoney(tmp_path):
    file = open_list(write(tmp_path, FTM))
    assert (file.name, file.format) == ("meridian", "FollowTheMoney")
    found = entries(file.path)
    assert set(found) == {"p-1", "c-1", "v-1"}, "who is not sanctioned is no entry"
    person, firm, ship = found["p-1"], found["c-1"], found["v-1"]
    assert (person.name, person.kind, person.aliases) == ("Osmund Kestren", "person", ("Oswin Kestren",))
    assert (person.weak_aliases, person.countries) == (("Lamplighter",), ("MDA",))
    assert (person.programs, person.authorities) == (("TARSIA2", "SHIP"), ("Meridian Council",))
    assert (person.listed, person.delisted) == ("2021-02", None), "one of two sanctions goes on"
    assert (firm.name, firm.programs, firm.authorities) == ("Velmora Freight Lines", ("M-SHIP", "SHIP"), ("meridian",))
    assert (firm.listed, firm.delisted) == ("2020", "2025-01-01"), "both have ended"
    assert (ship.kind, ship.countries, ship.listed) == (ListingKind.VESSEL, ("PAN",), None)


def test_a_file_is_known_by_what_is_in_it(tmp_path):
    for text, wanted in (
        (UN, "UN"),
        (SDN_XML, "OFAC SDN XML"),
        (FTM, "Follow"),
        (SIMPLE, "Open"),
        (SDN, "OFAC SDN CSV"),
    ):
        assert open_list(write(tmp_path, text, "misleading.xml.csv")).format.startswith(wanted)
        assert open_list(write(tmp_path, "\ufeff" + text, "with-a-mark")).format.startswith(wanted)


def test_utf_16_xml_is_read(tmp_path):
    path = tmp_path / "list"
    path.write_bytes(UN.replace("UTF-8", "UTF-16").encode("utf-16"))
    assert entries(path)["TRi.001"].name == "IDRIS TAMM VALKO"


TEXT = (
    st.text(string.printable.replace("\x0b", "").replace("\x0c", "") + "éЖ漢;\"'", min_size=1)
    .map(str.strip)
    .filter(bool)
)


@given(names=st.lists(TEXT, min_size=1, max_size=4))
def test_any_name_survives_the_way_through_json_lines(tmp_path_factory, names):
    path = write(tmp_path_factory.mktemp("any"), entity("x", "Person", name=names, topics="sanction"))
    one = entries(path)["x"]
    assert one.name == names[0]
    assert set(one.aliases) == {" ".join(name.split()) for name in names} - {names[0]}


@given(values=st.lists(TEXT.map(lambda text: " ".join(text.split())), min_size=1, max_size=4, unique=True))
def test_any_value_survives_among_others_in_a_field(tmp_path_factory, values):
    inner, outer = io.StringIO(), io.StringIO()
    csv.writer(inner, delimiter=";", lineterminator="").writerow(values)
    row = {"id": "x", "schema": "Person", "name": "§", "aliases": inner.getvalue(), "countries": "", "sanctions": "P"}
    writer = csv.DictWriter(outer, [*row, "dataset"])
    writer.writeheader()
    writer.writerow(row | {"dataset": "D"})
    path = write(tmp_path_factory.mktemp("any"), outer.getvalue())
    assert entries(path)["x"].aliases == tuple(values)
