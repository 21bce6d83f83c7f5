from benchmarks.gum import covered, match, measure, overlap

TEXT = "Vell said the bridge will close, aides knew it was unsafe."


def span(words):
    start = TEXT.index(words)
    return [[start, start + len(words)]]


def attribution(source, content, nested=False):
    return {"source": span(source) if source else [], "cue": [], "content": span(content), "nested": nested}


OUTER = attribution("Vell", "the bridge will close, aides knew it was unsafe")
INNER = attribution("aides", "it was unsafe", nested=True)
DOCUMENT = {"id": "d", "genre": "news", "nc": False, "text": TEXT, "attributions": [OUTER, INNER]}


def test_overlap_of_nothing_with_nothing_is_whole():
    assert overlap(frozenset(), frozenset()) == 1.0
    assert overlap(frozenset({1}), frozenset()) == 0.0


def test_covered_counts_tokens_that_share_a_character():
    assert covered("ab cd ef", [[1, 4]]) == {0, 3}


def test_content_and_source_must_both_be_found():
    assert match(DOCUMENT, {"attributions": [OUTER]}) == {0}
    assert (
        match(DOCUMENT, {"attributions": [attribution("aides", "the bridge will close, aides knew it was unsafe")]})
        == set()
    )
    assert match(DOCUMENT, {"attributions": [attribution(None, "it was unsafe")]}) == set()


def test_a_prediction_serves_one_gold_attribution_only():
    twice = {**DOCUMENT, "attributions": [INNER, INNER]}
    assert len(match(twice, {"attributions": [INNER]})) == 1


def test_nested_ones_are_counted_apart():
    tallies = measure([DOCUMENT], {"d": {"attributions": [OUTER]}})
    assert (tallies["all"].right, tallies["all"].of) == (1, 2)
    assert (tallies["nested"].right, tallies["nested"].of) == (0, 1)
    assert tallies["genre news"].share == 50.0
