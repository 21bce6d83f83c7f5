import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading.dateline import dateline_hands, parse_dateline

STORY = " Envoys of Halden and Tarsia met on Sunday, a diplomat said."


@pytest.mark.parametrize(
    ("head", "place", "date", "agency"),
    [
        ("LISBON, March 3 (Baltika Wire) -", "LISBON", "March 3", "Baltika Wire"),
        ("LISBON, March 3 —", "LISBON", "March 3", None),
        ("VARNIK, Kareva (Danube Mail) —", "VARNIK, Kareva", None, "Danube Mail"),
        ("VARNIK, October 12 (Sova) –", "VARNIK", "October 12", "Sova"),
        ("VARNIK –", "VARNIK", None, None),
        ("BELGARA, 3 March /Tarpress/.", "BELGARA", "3 March", "Tarpress"),
        ("BELGARA, March 3. /Tarpress/.", "BELGARA", "March 3", "Tarpress"),
        ("LONDON (Reuters) -", "LONDON", None, "Reuters"),
        ("LISBON (AP) —", "LISBON", None, "AP"),
        ("March 3 (Baltika Wire) -", None, "March 3", "Baltika Wire"),
        ("Dec. 29 (Baltika Wire) --", None, "Dec. 29", "Baltika Wire"),
        ("(Baltika Wire) -", None, None, "Baltika Wire"),
        ("MILL CREEK, N.H. (AP) —", "MILL CREEK, N.H.", None, "AP"),
        ("MILL CREEK, N.H. —", "MILL CREEK, N.H.", None, None),
        ("MILL CREEK, N.H., Sept. 26 (UPI) —", "MILL CREEK, N.H.", "Sept. 26", "UPI"),
        ("WASHINGTON, D.C. --", "WASHINGTON, D.C.", None, None),
        ("PORT-AU-PRINCE, Haiti (AP) —", "PORT-AU-PRINCE, Haiti", None, "AP"),
        ("SÃO PAULO —", "SÃO PAULO", None, None),
        ("N'DJAMENA, Chad —", "N'DJAMENA, Chad", None, None),
        ("LISBON/BRUSSELS, March 3 (Baltika Wire) -", "LISBON/BRUSSELS", "March 3", "Baltika Wire"),
        ("RIO de JANEIRO —", "RIO de JANEIRO", None, None),
        ("McALLEN, Texas —", "McALLEN, Texas", None, None),
        ("ABOARD THE PAPAL PLANE (AP) —", "ABOARD THE PAPAL PLANE", None, "AP"),
        ("LISBON, Wed March 3 (Baltika Wire) -", "LISBON", "Wed March 3", "Baltika Wire"),
        ("LISBON, Wednesday —", "LISBON", "Wednesday", None),
        ("LISBON, March 3, 2027 (Baltika Wire) --", "LISBON", "March 3, 2027", "Baltika Wire"),
        ("NEW YORK, March 3, 2027 /NewsReach/ --", "NEW YORK", "March 3, 2027", "NewsReach"),
        ("Lisbon (AFP) –", "Lisbon", None, "AFP"),
        ("Lisbon, March 3 (AFP) -", "Lisbon", "March 3", "AFP"),
        ("New Delhi [India], March 3 (ANI):", "New Delhi [India]", "March 3", "ANI"),
        ("Belgara CNN —", "Belgara", None, "CNN"),
        ("CNN —", None, None, "CNN"),
        ("LISBON\xa0—", "LISBON", None, None),
        ("LISBON, March 3 (Reuters/AFP) -", "LISBON", "March 3", "Reuters/AFP"),
        ("BERLIN, 3 March (dpa) -", "BERLIN", "3 March", "dpa"),
        ("MAY PEN, Jamaica (AP) —", "MAY PEN, Jamaica", None, "AP"),
        ("MARCH, England (AP) —", "MARCH, England", None, "AP"),
    ],
)
def test_datelines(head, place, date, agency):
    found = parse_dateline(head + STORY, 100)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert found.span == (100, 100 + len(head))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Envoys of Halden met on Sunday - twice - in Lisbon.",
        "Halden – Tarsia’s old enemy – said nothing.",
        "Halden — A Country at War",
        "EXCLUSIVE – Envoys met in Lisbon.",
        "EXCLUSIVE: Envoys met in Lisbon.",
        "UPDATE 1 - Envoys met in Lisbon.",
        "UPDATE: 3/5 — The story has been corrected.",
        "SANDA ILIC: Why did you not answer?",
        "MOSS--Well, I did.",
        "NOWIL (CEC): We counted them all.",
        "KAREVA’S VOTE IS OVER, BUT NOT THE COUNT - Nobody knows who won.",
        "KAREVA POLLS NOT WRONG, JUST TOO EARLY - Nobody knows who won.",
        "WHY THE COUNT WENT WRONG - Nobody knows.",
        "On Tuesday — Hours before the vote — Nowil left.",
        "By Monday – At Noon – they had left.",
        "The Civic Alliance (CA) - the largest party - said so.",
        "HALDEN — the country that lost — said nothing.",
        "“It was cold, but nobody walked out,” said one. — That alone is new.",
        "— the commission is silent.",
        "- Varnik",
        "Tuesday, March 3 — Envoys meet.",
        "March 3 — Envoys meet in Lisbon.",
        "GRANT (R-Ohio) - Voted no.",
        "LISBON (Baltika Wire) Envoys met.",
        "LISBON, March 3 (Baltika Wire",
        "LISBON —",
        "X —" + STORY,
    ],
)
def test_no_datelines(line):
    assert parse_dateline(line) is None


def test_each_agency_is_a_hand():
    text = "LISBON (Reuters/AFP) -" + STORY
    found = dateline_hands(text, parse_dateline(text))
    assert [(hand.name, hand.span) for hand in found] == [("Reuters", (8, 15)), ("AFP", (16, 19))]


@pytest.mark.parametrize(
    "piece", ["A", "A ", "A, ", "A/", "A. ", "MARCH ", "LISBON, ", "(", "A (", "[", "-", " ", "3 "]
)
def test_a_hostile_line_costs_nothing(piece):
    start = time.perf_counter()
    parse_dateline(piece * 100_000)
    assert time.perf_counter() - start < 0.1


@given(st.text(st.sampled_from("LISBON, March 3(AP)—-/[].:\xa0\u0301\u200f\x00\ud800é "), max_size=60))
def test_spans_hold(line):
    found = parse_dateline(line, 7)
    if found:
        head = line[: found.span[1] - 7]
        assert found.span[0] == 7
        assert all(part in head for part in (found.place, found.date, found.agency) if part)
        for hand in dateline_hands("-" * 7 + line, found):
            assert ("-" * 7 + line)[slice(*hand.span)] == hand.name
