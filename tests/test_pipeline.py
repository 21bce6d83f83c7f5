import threading
import time
from itertools import count, islice
from pathlib import Path

import pytest

import firsthand
from firsthand import Analysis, Firsthand, InputError, InternalError, Report
from firsthand.pipeline import PER_THREAD, is_source
from tests.fakes import PlainTagger

TEXT = "Luca Ferrand said the crossing would stay shut.\n\nTwo officials denied that it was ever open.\n"


@pytest.fixture
def reader():
    return Firsthand(tagger=PlainTagger(), threads=3)


def words(analysis, spans):
    return [analysis.report.text[start:end] for start, end in spans]


class SlowTagger(PlainTagger):
    """Takes as long as the text says, counts what it was given, and breaks when told to."""

    def __init__(self):
        self.started = []

    def tag(self, text):
        self.started.append(text)
        if "break" in text:
            raise ValueError("as told")
        time.sleep(float(text.split()[-1]))
        return ()


def numbered(n, seconds=0.0):
    return Report(id=str(n), text=f"report {n} takes {seconds}")


def test_text_is_read_from_end_to_end(reader):
    analysis = reader.read(TEXT)
    assert analysis.report.text == TEXT
    assert analysis.model == "plain 1"
    assert [words(analysis, one.source) for one in analysis.attributions] == [["Luca Ferrand"], ["Two officials"]]
    assert [words(analysis, one.content) for one in analysis.attributions] == [
        ["the crossing would stay shut"],
        ["that it was ever open"],
    ]
    assert analysis.attributions[1].unnamed
    assert analysis.attributions[1].count == 2


def test_what_the_user_says_about_a_report_wins(reader):
    report = reader.read(TEXT, published="2031-09-17", outlet="Meridian Post", title="Shut").report
    assert (report.published, report.outlet, report.title) == ("2031-09-17", "Meridian Post", "Shut")
    again = reader.read(report, title="Still shut").report
    assert (again.published, again.outlet, again.title) == ("2031-09-17", "Meridian Post", "Still shut")


def test_a_path_a_name_a_report_and_its_text_give_the_same(reader, tmp_path):
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    expected = reader.read(TEXT).attributions
    for item in (file, str(file), Report(id="x", text=TEXT)):
        assert reader.read(item).attributions == expected


@pytest.mark.parametrize(
    ("item", "source"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org/a", True),
        ("https://example.org/a said so", False),
        ("report.txt", True),
        ("-", True),
        ("He said so.", False),
        ("one\ntwo", False),
        ("", False),
        ("x" * 5000, False),
        ("a\0b", False),
    ],
)
def test_a_string_is_a_source_if_it_could_be_no_text(item, source):
    assert is_source(item) == source


def test_a_name_with_a_space_is_a_source_if_it_exists(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert not is_source("my report.txt")
    Path("my report.txt").write_text(TEXT)
    assert is_source("my report.txt")


def test_a_mistyped_name_is_an_error_and_not_a_report_of_one_word(reader):
    with pytest.raises(InputError, match=r"reprot\.txt"):
        reader.read("reprot.txt")


def test_read_takes_one_report(reader, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with pytest.raises(InputError, match="read_many"):
        reader.read(tmp_path)
    assert len(list(reader.read_many([tmp_path]))) == 2


def test_a_batch_names_what_it_can_t_read_and_goes_on(reader, tmp_path):
    outcomes = list(reader.read_many([TEXT, tmp_path / "missing.txt", "", Report(id="x", text=TEXT)]))
    assert [type(one) for one in outcomes] == [Analysis, InputError, InputError, Analysis]
    assert "missing.txt" in str(outcomes[1])


def test_a_bug_is_named_as_one_and_the_batch_goes_on():
    reader = Firsthand(tagger=SlowTagger(), threads=2)
    outcomes = list(reader.read_many([numbered(1), Report(id="bad", text="break"), numbered(2)]))
    assert [type(one) for one in outcomes] == [Analysis, InternalError, Analysis]
    assert "bad: ValueError: as told" in str(outcomes[1])
    assert isinstance(outcomes[1].__cause__, ValueError)
    with pytest.raises(InternalError):
        reader.read(Report(id="bad", text="break"))


def test_results_come_in_the_order_of_the_input():
    seconds = [0.05, 0.0, 0.03, 0.0, 0.01, 0.0, 0.02, 0.0]
    reader = Firsthand(tagger=SlowTagger(), threads=4)
    outcomes = reader.read_many(numbered(n, s) for n, s in enumerate(seconds))
    assert [one.report.id for one in outcomes] == [str(n) for n in range(len(seconds))]


def test_reports_are_worked_on_at_the_same_time():
    meet = threading.Barrier(3, timeout=10)

    class Meeting(PlainTagger):
        def tag(self, text):
            meet.wait()
            return ()

    outcomes = list(Firsthand(tagger=Meeting(), threads=3).read_many(numbered(n) for n in range(3)))
    assert [type(one) for one in outcomes] == [Analysis] * 3


def test_an_endless_input_is_read_no_further_than_it_must_be():
    taken = count()
    tagger = SlowTagger()
    outcomes = Firsthand(tagger=tagger, threads=2).read_many(numbered(next(taken)) for _ in count())
    assert len(list(islice(outcomes, 5))) == 5
    outcomes.close()
    assert next(taken) <= 5 + 2 * PER_THREAD + 1


def test_a_caller_that_stops_early_does_not_wait_for_the_rest():
    tagger = SlowTagger()
    outcomes = Firsthand(tagger=tagger, threads=1).read_many([numbered(0), *(numbered(n, 0.2) for n in range(1, 20))])
    next(outcomes)
    before = time.monotonic()
    outcomes.close()
    assert time.monotonic() - before < 0.15
    time.sleep(0.3)
    assert len(tagger.started) <= 4


@pytest.mark.parametrize("options", [{"threads": 0}, {"threads": -1}, {"model": "x", "tagger": PlainTagger()}])
def test_options_that_mean_nothing_are_refused(options):
    with pytest.raises(ValueError, match=r"threads must|not both"):
        Firsthand(**options)


def test_the_public_names_are_what_the_package_says():
    assert dir(firsthand) == firsthand.__all__
    for name in firsthand.__all__:
        assert getattr(firsthand, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Quotation'"):
        _ = firsthand.Quotation
