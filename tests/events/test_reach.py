from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from firsthand.events.reach import Reach
from firsthand.spans import Happening
from firsthand.types import Factuality
from tests.events.scenes import Scene

spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda made: (made[0], made[0] + made[1]))


@given(st.lists(spans), spans)
def test_what_shares_a_character(placed, asked):
    found = Reach((span, n) for n, span in enumerate(placed)).over(asked)
    wanted = [(span, n) for n, span in enumerate(placed) if span[0] < asked[1] and asked[0] < span[1]]
    assert sorted(found) == sorted(wanted)
    assert [span for span, _ in found] == sorted(span for span, _ in found)


def test_time_grows_with_the_text_and_not_with_its_square():
    def taken(n):
        marked = "{S1 {A1 Kell}} {C1 said} on Monday {X1 {a1 Troops} {t1 COERCE raided} the school on Friday}. "
        one = Scene(marked)
        scene = Scene(marked)
        scene.text = one.text * n
        scene.report = Scene("".join([one.text] * n)).report
        size, [event], [said] = len(one.text), one.happenings, one.attributions

        def moved(parts, by):
            return tuple((s + by, e + by) for s, e in parts)

        scene.happenings = [
            Happening(
                trigger=moved([event.trigger], i * size)[0], type=event.type, factuality=Factuality.OCCURRED,
                certainty=1.0, score=0.9, actor=moved(event.actor, i * size),
            ) for i in range(n)
        ]  # fmt: skip
        scene.attributions = tuple(
            structs.replace(
                said, id=f"a{i + 1}", source=moved(said.source, i * size), cue=moved(said.cue, i * size),
                content=moved(said.content, i * size),
            ) for i in range(n)
        )  # fmt: skip
        before = perf_counter()
        assert len(scene.events()) == n
        return perf_counter() - before

    taken(50)
    assert taken(2000) < 12 * taken(400)
