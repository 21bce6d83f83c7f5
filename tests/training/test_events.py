import pytest

from training import events
from training.events import DEEDS, EVENTS, read_report

TEXT = "Vesk accused the court on Monday. The court met Vesk.\n"
LINE = "Vesk [accused] the court | ACCUSE disapprove | occurred | actor: Vesk | recipient: the court | context: legal"


def write(folder, monkeypatch, lines=LINE, text=TEXT):
    monkeypatch.setattr(events, "DEEDS", folder)
    path = folder / "made.txt"
    path.write_text(f"{text}\n---\n{lines}\n", encoding="utf-8")
    return path


def test_an_event_with_the_nearest_of_the_words(tmp_path, monkeypatch):
    met = "court [met] Vesk | CONSULT visit | planned | actor: court | recipient: Vesk"
    text, found = read_report(write(tmp_path, monkeypatch, f"{met}\n{LINE}"))
    assert text == TEXT
    assert [(text[slice(*e.trigger)], e.type, e.mode, e.factuality) for e in found] == [
        ("accused", "ACCUSE", "disapprove", "occurred"),
        ("met", "CONSULT", "visit", "planned"),
    ]
    assert found[0].roles == {"actor": [(0, 4)], "recipient": [(13, 22)]}
    assert found[1].roles == {"actor": [(38, 43)], "recipient": [(48, 52)]}
    assert found[0].contexts == ["legal"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (LINE.replace("[accused]", "accused"), "no .trigger."),
        (LINE.replace("Vesk [accused] the court", "[court]"), "stands 2 times"),
        (LINE.replace("[accused]", "[blamed]"), "stands 0 times"),
        (LINE.replace("ACCUSE", "BLAME"), "unknown type"),
        (LINE.replace("disapprove", "visit"), "unknown type or mode"),
        (LINE.replace("occurred", "sure"), "not a valid Factuality"),
        (LINE.replace("actor:", "agent:"), "unknown fact"),
        (LINE.replace("legal", "courts"), "unknown fact"),
        (LINE.replace("actor: Vesk", "actor: Orrin"), "'Orrin' is not in the report"),
    ],
)
def test_a_broken_line_is_named(tmp_path, monkeypatch, line, message):
    with pytest.raises(ValueError, match=f"made.txt, event 1: .*{message}"):
        read_report(write(tmp_path, monkeypatch, line))


def test_all_own_events_are_sound():
    paths = [*EVENTS.glob("*.txt"), *DEEDS.glob("*.txt")]
    assert sum(len(read_report(path)[1]) for path in paths) > 6000
