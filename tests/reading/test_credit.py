import time

import pytest

from firsthand.reading.credit import credit_hands


@pytest.mark.parametrize(
    ("line", "hands"),
    [
        (
            "(Reporting by Jonas Petrauskas in Lisbon and Rita Amaral in Brussels; editing by Colm Fay)",
            [("Jonas Petrauskas", "person"), ("Rita Amaral", "person"), ("Colm Fay", "person")],
        ),
        (
            "The talks go on. (Reporting by Ana Costa; Writing and editing by Jan Brandt.)",
            [("Ana Costa", "person"), ("Jan Brandt", "person")],
        ),
        ("Reporting by Ana Costa; Editing by Jan Brandt", [("Ana Costa", "person"), ("Jan Brandt", "person")]),
        ("(Additional reporting by Ana Costa)", [("Ana Costa", "person")]),
        ("--additional reporting by Ana Costa.", [("Ana Costa", "person")]),
        ("Additional reporting from Reuters", [("Reuters", "outlet")]),
        ("Additional reporting from Reuters and Baltika Wire.", [("Reuters", "outlet"), ("Baltika Wire", "outlet")]),
        ("© 2027 Baltika Wire", [("Baltika Wire", "outlet")]),
        ("© Baltika Wire 2027", [("Baltika Wire", "outlet")]),
        ("Copyright 2027 The Associated Press. All rights reserved.", [("The Associated Press", "outlet")]),
        ("(c) 2027, Baltika Wire. Distributed by Kestrel News.", [("Baltika Wire", "outlet")]),
        ("Copyright © 2026-2027 by Ana Costa.", [("Ana Costa", "person")]),
        ("— with AP", [("AP", "outlet")]),
        ("With Reuters and AFP", [("Reuters", "outlet"), ("AFP", "outlet")]),
        ("(With inputs from PTI)", [("PTI", "outlet")]),
        ("With files from The Canadian Press", [("The Canadian Press", "outlet")]),
        ("Source: Reuters", [("Reuters", "outlet")]),
        ("(Source: Baltika Wire)", [("Baltika Wire", "outlet")]),
        ("- Reuters.", [("Reuters", "outlet")]),
        ("(AP)", [("AP", "outlet")]),
        ("/Tarpress/", [("Tarpress", "outlet")]),
        ("Ana Costa contributed reporting.", [("Ana Costa", "person")]),
        ("*Ana Costa contributed to this report from Geneva.*", [("Ana Costa", "person")]),
        (
            "Contributing: Ana Costa, Jan Brandt and Inês Vilar",
            [("Ana Costa", "person"), ("Jan Brandt", "person"), ("Inês Vilar", "person")],
        ),
        ("Costa reported from Lisbon.", [("Costa", "person")]),
        (
            "Costa reported from Lisbon. Baltika Wire writer Jan Brandt contributed from Geneva.",
            [("Costa", "person"), ("Baltika Wire", "outlet"), ("Jan Brandt", "person")],
        ),
        ("This article was first published by The Desert Mail.", [("The Desert Mail", "outlet")]),
        ("Reprinted with permission from Fjord Insights.", [("Fjord Insights", "outlet")]),
        ("This report includes material from Reuters.", [("Reuters", "outlet")]),
        ("Translated by Ana Costa", [("Ana Costa", "person")]),
    ],
)
def test_credits(line, hands):
    text = "The story ends here, he said.\n\n" + line + "\n"
    found = credit_hands(text, 0, len(text))
    assert [(hand.name, hand.kind) for hand in found] == hands
    assert all(text[slice(*hand.span)] == hand.name for hand in found)


@pytest.mark.parametrize(
    "line",
    [
        "Baltika Wire reported from Geneva on Tuesday that the talks had failed.",
        "The newspaper reported that the envoys had met.",
        "Halden contributed 40 prisoners to the exchange.",
        "With Ana Costa gone, nobody answered the telephone.",
        "He arrived with Ana Costa.",
        "He left (with Ana Costa).",
        "Source: NATO.",
        "Source: the ministry of finance",
        "A source: Reuters and others, he said, were wrong.",
        "— Ana Costa",
        "— the commission is silent.",
        "(Laughter)",
        "Reporting by night was banned.",
        "Editing by hand, she said, took a year.",
        "Copyright law is clear, he said.",
        "The story was first published by a blogger, he said.",
        "",
    ],
)
def test_no_credits(line):
    assert credit_hands(line, 0, len(line)) == []


@pytest.mark.parametrize(
    "piece", ["(reporting by A B", "A and ", "A B, ", "contributed ", "© ", " reported from A", "with ", "((", "by; "]
)
def test_a_hostile_line_costs_nothing(piece):
    line = (piece * 3000)[:3000]
    start = time.perf_counter()
    credit_hands(line, 0, len(line))
    credit_hands(line[:600], 0, 600)
    assert time.perf_counter() - start < 0.3
