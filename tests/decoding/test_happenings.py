import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.decoding.happenings import happenings
from firsthand.plover import CONTEXTS, MODES
from firsthand.scores import (
    CUE_TAGS,
    EVENT_MODES,
    EVENT_ROLES,
    EVENT_TAGS,
    LAYERS,
    ROLE_TAGS,
    Happenings,
    Options,
    Window,
)
from firsthand.types import Factuality

NONE = Options()


def window(tags, roles=None, modes=None, factuality=None, contexts=None):
    """One window; tags: {word: (tag, chance)}; roles: {(anchor, word): role}; words are one character, two apart."""
    n = 8
    chances = np.full((n, len(EVENT_TAGS)), 1e-4, np.float32)
    chances[:, 0] = 1.0
    for word, (tag, chance) in tags.items():
        chances[word, EVENT_TAGS.index(tag)] = chance
        chances[word, 0] = 1 - chance
    anchors = [w for w, (tag, _) in sorted(tags.items()) if tag != "I"]
    odds = np.full((len(anchors), n, len(EVENT_ROLES)), -5, np.float32)
    for (anchor, word), role in (roles or {}).items():
        odds[anchor, word, EVENT_ROLES.index(role)] = 5
    told = np.full((len(anchors), len(EVENT_MODES)), -5, np.float32)
    for anchor, mode in (modes or {}).items():
        told[anchor, EVENT_MODES.index(mode)] = 5
    sure = np.full((len(anchors), len(Factuality)), -5, np.float32)
    for anchor, how in (factuality or {}).items():
        sure[anchor, list(Factuality).index(how)] = 0
    about = np.full((len(anchors), len(CONTEXTS)), -5, np.float32)
    for anchor, name, value in contexts or ():
        about[anchor, CONTEXTS.index(name)] = value
    scores = Happenings(
        np.log(chances), np.arange(n, dtype=np.float32) / 4, np.array(anchors, np.int64), told, sure, about, odds
    )
    words = np.array([(2 * i, 2 * i + 1) for i in range(n)], np.int64)
    cue = np.zeros((len(LAYERS), n, len(CUE_TAGS)), np.float32)
    return Window(words, cue, np.zeros(0, np.int64), np.zeros((0, n, len(ROLE_TAGS)), np.float32), happenings=scores)


def test_a_trigger_with_its_type_mode_factuality_and_contexts():
    scored = window(
        {2: ("CONSULT", 0.9), 3: ("I", 0.9)},
        modes={0: "visit"},
        factuality={0: Factuality.PLANNED},
        contexts=[(0, "military", 1.0), (0, "diplomatic", 2.0)],
    )
    [event] = happenings(scored, NONE)
    assert (event.trigger, event.type, event.mode, event.factuality) == ((4, 7), "CONSULT", "visit", Factuality.PLANNED)
    assert (event.contexts, event.certainty, event.score) == (("diplomatic", "military"), 0.5, 0.9)


def test_a_mode_of_another_type_is_none():
    [event] = happenings(window({2: ("PROTEST", 0.9)}, modes={0: "visit"}), NONE)
    assert event.mode in (None, *MODES["PROTEST"])


def test_the_words_of_roles_in_their_stretches():
    roles = {(0, 0): "actor", (0, 1): "actor", (0, 4): "actor", (0, 5): "recipient", (0, 7): "time"}
    [event] = happenings(window({2: ("AID", 0.9)}, roles), NONE)
    assert (event.actor, event.recipient, event.place, event.time) == (((0, 3), (8, 9)), ((10, 11),), (), ((14, 15),))


def test_a_word_may_have_two_roles():
    scored = window({2: ("CONSULT", 0.9)}, {(0, 0): "actor"})
    scored.happenings.roles[0, 0, EVENT_ROLES.index("recipient")] = 5
    [event] = happenings(scored, NONE)
    assert event.actor == event.recipient == ((0, 1),)


def test_unlikely_events_are_dropped_and_an_option_brings_them_back():
    scored = window({2: ("AID", 0.4)})
    assert list(happenings(scored, NONE)) == []
    assert len(list(happenings(scored, Options(event=1.0)))) == 1


def test_a_trigger_does_not_begin_inside_another():
    scored = window({2: ("AID", 0.9), 3: ("I", 0.6)})
    one = scored.happenings
    told = [np.repeat(part, 2, 0) for part in (one.modes, one.factuality, one.contexts, one.roles)]
    both = Happenings(one.tags, one.certainty, np.array([2, 3]), *told)
    found = list(happenings(Window(scored.words, scored.cue, scored.anchors, scored.roles, happenings=both), NONE))
    assert [event.trigger for event in found] == [(4, 7)]


def test_a_window_of_a_model_without_events():
    bare = window({})
    assert list(happenings(Window(bare.words, bare.cue, bare.anchors, bare.roles), NONE)) == []


@given(st.dictionaries(st.integers(0, 7), st.tuples(st.sampled_from(EVENT_TAGS[1:]), st.floats(0.1, 0.99))))
def test_triggers_stand_in_order_and_never_meet(tags):
    found = list(happenings(window(tags), NONE))
    ends = [0, *(event.trigger[1] for event in found)]
    assert all(end <= event.trigger[0] for end, event in zip(ends, found, strict=False))
    assert all(event.mode is None or event.mode in MODES[event.type] for event in found)
