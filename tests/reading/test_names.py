import pytest

from firsthand.reading.names import hands, is_outlet, is_person
from firsthand.types import HandRole


@pytest.mark.parametrize(
    "name",
    [
        "Baltika Wire",
        "Tarpress",
        "Agency Sova",
        "Channel 9",
        "AFP",
        "Reuters",
        "Kyodo",
        "The Guardian",
        "glas.kv",
        "The Associated Press",
        "USA TODAY",
    ],
)
def test_outlets(name):
    assert is_outlet(name)


@pytest.mark.parametrize(
    "name", ["", "Sanda Ilic", "the post office", "Ministry of Health", "SANDA", "a wire across the road he took"]
)
def test_no_outlets(name):
    assert not is_outlet(name)


@pytest.mark.parametrize(
    "name",
    [
        "Sanda Ilic",
        "JONAS PETRAUSKAS",
        "Inês de la Vilar",
        "J. R. O’Neil",
        "Anna-Lena Berg",
        "Will Dunn",
        "Theresa May",
    ],
)
def test_people(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ilic",
        "the envoys",
        "Any Means Necessary",
        "Monday",
        "Our Correspondent",
        "Sanda of",
        "9 Lives",
        "A B C D E F",
    ],
)
def test_no_people(name):
    assert not is_person(name)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jonas Petrauskas and Rita Amaral", ["Jonas Petrauskas", "Rita Amaral"]),
        (
            "Jonas Petrauskas, Rita Amaral and Colm Fay, Baltika Wire",
            ["Jonas Petrauskas", "Rita Amaral", "Colm Fay", "Baltika Wire"],
        ),
        ("Jonas Petrauskas, Rita Amaral, and Colm Fay", ["Jonas Petrauskas", "Rita Amaral", "Colm Fay"]),
        ("Jonas Petrauskas in Lisbon and Rita Amaral in New York, Florida", ["Jonas Petrauskas", "Rita Amaral"]),
        ("Ingrid Solheim, Diplomatic Correspondent", ["Ingrid Solheim"]),
        ("Tarpress correspondent Anna Berg", ["Tarpress", "Anna Berg"]),
        ("Staff Writer Anna Berg", ["Anna Berg"]),
        ("Anna Berg of The Danube Mail", ["Anna Berg", "The Danube Mail"]),
        ("Anna Berg | Baltika Wire", ["Anna Berg", "Baltika Wire"]),
        ("Anna Berg/AFP", ["Anna Berg", "AFP"]),
        ("Reuters Staff", ["Reuters"]),
        ("staff and agencies", []),
        ("our foreign staff", []),
        ("The Desert Reporter", ["The Desert Reporter"]),
        ("Henry Louis Gates Jr.", ["Henry Louis Gates Jr."]),
    ],
)
def test_lists_of_names(line, names):
    found = hands(line, (0, len(line)), HandRole.CREDIT)
    assert [hand.name for hand in found] == names
    assert all(line[slice(*hand.span)] == hand.name for hand in found)
