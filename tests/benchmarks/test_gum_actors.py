import pytest

from benchmarks import gold, gum_actors
from benchmarks.gum_actors import (
    GUM_TYPES,
    Gold,
    Marked,
    clusters,
    compare,
    coreference_rows,
    linked,
    mention_rows,
    name_rows,
    names,
    table,
)
from firsthand.spans import Link, Mention

TEXT = "Mayor Marta Vell spoke in Tarsia. She left the Bank of Tarsia with a Tarsian aide."


def mark(words, kind, entity=None):
    start = TEXT.index(words)
    return Marked((start, start + len(words)), kind, entity)


VELL = mark("Mayor Marta Vell", "person", "v")
SHE = mark("She", "person", "v")
TARSIA = mark("Tarsia", "place", "t")
BANK = mark("the Bank of Tarsia", "organization", "b")
INNER = Marked((BANK.span[1] - 6, BANK.span[1]), "place", "t")
AIDE = mark("a Tarsian aide", "person", "a")
MARKS = [VELL, TARSIA, SHE, BANK, INNER, AIDE]
DOCUMENTS = Gold({"d": TEXT}, {"d": ""}, {"d": MARKS})


def mention(start, *links):
    return Mention(span=(start, start + 1), type="person", links=tuple(Link(to, chance) for to, chance in links))


def test_a_mention_joins_its_likeliest_antecedent_if_that_is_likelier_than_none():
    found = linked([mention(0), mention(2, (0, 0.6)), mention(4, (1, 0.4), (0, 0.1)), mention(6, (1, 0.4), (2, 0.3))])
    assert [m.entity for m in found] == [0, 0, 2, 0]


def test_gold_against_itself_is_whole():
    rows = mention_rows(DOCUMENTS, DOCUMENTS.marks) | name_rows(DOCUMENTS, DOCUMENTS.marks)
    assert {name: row.f1 for name, row in rows.items() if row.gold} == dict.fromkeys(set(rows) - {"thing"}, 1.0)
    for name, row in coreference_rows(DOCUMENTS, DOCUMENTS.marks).items():
        assert {key: one.f1 for key, one in row.items()} == {"MUC": 1.0, "B³": 1.0, "CEAFφ4": 1.0}, name


def test_a_wrong_type_is_a_right_span():
    marks = {"d": [Marked(m.span, "organization" if m is TARSIA else m.type, m.entity) for m in MARKS]}
    rows = mention_rows(DOCUMENTS, marks)
    assert rows["all"].f1 == 1.0
    assert rows["all, typed"].f1 == pytest.approx(5 / 6)
    assert (rows["place"].precision, rows["place"].recall) == (1.0, 0.5)
    assert (rows["organization"].precision, rows["organization"].recall) == (0.5, 1.0)


def test_names_are_told_from_other_mentions():
    assert names({"d": TEXT}, {"d": MARKS}, typed=False, reduced=False) == {
        "d": {(m.span, None) for m in (VELL, TARSIA, BANK, INNER)}
    }


def test_reduced_names_make_borders_alike_and_do_not_nest():
    other = {"d": [mark("Marta Vell", "person"), TARSIA, mark("Bank of Tarsia", "organization")]}
    rows = name_rows(DOCUMENTS, other)
    assert rows["reduced, typed"].f1 == 1.0
    assert rows["reduced, typed"].gold == 3
    assert rows["as marked, typed"].precision == pytest.approx(1 / 3)


def test_a_name_of_a_thing_is_not_asked_for():
    assert names({"d": TEXT}, {"d": [Marked(BANK.span, "thing")]}, typed=True, reduced=True) == {"d": set()}


def test_clusters_of_one_can_be_left_out():
    assert len(clusters(MARKS)) == 4
    assert {len(c) for c in clusters(MARKS, 2)} == {2}


def test_named_clusters_keep_their_pronouns_and_no_nameless_ones():
    found = gum_actors.only_named(TEXT, MARKS)
    assert SHE in found
    assert AIDE not in found


def test_a_pronoun_left_alone_costs_its_link():
    apart = {"d": [Marked(m.span, m.type, "x" if m is SHE else m.entity) for m in MARKS]}
    row = coreference_rows(DOCUMENTS, apart)["all types"]
    assert (row["MUC"].recall, row["MUC"].precision) == (0.5, 1.0)
    assert row["B³"].recall == pytest.approx(5 / 6)


def test_documents_do_not_mix():
    assert compare({"a": {1}, "b": {2}}, {"a": {2}, "b": {2}}).recall == 0.5


def test_one_span_counts_once():
    assert gum_actors._once([VELL, Marked(VELL.span, "thing")]) == [VELL]


def test_a_tool_that_links_nothing_has_no_coreference():
    shown = table(DOCUMENTS, {"gold": DOCUMENTS.marks, "bare": {"d": [Marked(VELL.span, "person")]}})
    before, after = shown.split("\ncoreference")
    assert "bare" in before
    assert "bare" not in after
    assert "all types" in after


def test_words_of_a_tree_become_spans(monkeypatch):
    monkeypatch.setattr(gum_actors.resolvers, "xrenner", lambda trees: [[(1, 3, "person", "7"), (2, 2, "animal", "8")]])
    found = gum_actors.xrenner({"d": "tree"}, {"d": [(0, 5), (6, 11), (12, 16)]})
    assert found == {"d": [Marked((0, 16), "person", "7"), Marked((6, 11), "person", "8")]}


def test_missing_gold_is_named(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("FIRSTHAND_SHARED", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["gum_actors", "--alone"])
    assert gum_actors.main() == 2
    assert "set FIRSTHAND_SHARED" in capsys.readouterr().err


def test_gold_has_every_type_and_no_span_twice():
    if not gold.shared().exists():
        pytest.skip("no gold here")
    documents = gum_actors.read_gold()
    for key, marks in documents.marks.items():
        assert len({m.span for m in marks}) == len(marks)
        assert all(documents.texts[key][slice(*m.span)].strip() for m in marks)
    assert {m.type for marks in documents.marks.values() for m in marks} == set(GUM_TYPES.values()) | {"thing"}
