"""From scores to quotations: the best cues, for each cue its best source and contents, then who is inside whom.

Best paths are found by Viterbi's algorithm over all windows at once, in which a later tag may only
follow its own beginning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace

from firsthand.scores import CUE_TAGS, ROLE_TAGS, Floats, Ints, Options, Window
from firsthand.spans import Quotation
from firsthand.types import Span, Spans

_BARRED = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class _Cue:
    window: int
    anchor: int
    inner: bool
    first: int
    last: int
    score: float


def _steps(tags: Sequence[str]) -> Floats:
    """(from, to) log scores: a tag ``I-x`` may only follow ``B-x`` or ``I-x``."""
    allowed = [[not b.startswith("I") or a[1:] == b[1:] for b in tags] for a in tags]
    return np.where(np.array(allowed), np.float32(0), _BARRED)


_CUE_STEPS, _ROLE_STEPS = _steps(["O", "B-cue", "I-cue"]), _steps(ROLE_TAGS)


def best_paths(scores: Floats, steps: Floats) -> Ints:
    """Return the best tag sequence of each row by Viterbi's algorithm.

    scores: (rows, words, tags) log scores; steps: (tags, tags) log scores of going from one tag to the next; a path
    may begin with any tag that may follow the first one. Returns (rows, words) tag numbers.
    """
    rows, words, tags = scores.shape
    back = np.empty((words, rows, tags), dtype=np.int64)
    state = scores[:, 0] + steps[0]
    for w in range(1, words):
        through = state[:, :, None] + steps
        back[w] = through.argmax(1)
        state = through.max(1) + scores[:, w]
    path = np.empty((rows, words), dtype=np.int64)
    path[:, -1] = state.argmax(1)
    every = np.arange(rows)
    for w in range(words - 1, 0, -1):
        path[:, w - 1] = back[w, every, path[:, w]]
    return path


def _together(parts: list[Floats], width: int) -> Floats:
    """Stack (n, words, tags) arrays over windows; padding words are surely outside."""
    out = np.full((sum(len(p) for p in parts), width, parts[0].shape[2]), _BARRED, dtype=np.float32)
    out[:, :, 0] = 0
    at = 0
    for p in parts:
        out[at : at + len(p), : p.shape[1]] = p
        at += len(p)
    return out


def runs(tags: Ints, begin: int) -> list[tuple[int, int]]:
    """Return the (first, last) words of each run that starts with tag ``begin`` and goes on with ``begin + 1``."""
    found: list[tuple[int, int]] = []
    for w in np.flatnonzero((tags == begin) | (tags == begin + 1)).tolist():
        if found and tags[w] != begin and found[-1][1] == w - 1:
            found[-1] = (found[-1][0], w)
        else:
            found.append((w, w))
    return found


def _cues(windows: Sequence[Window], options: Options) -> list[_Cue]:
    """The cues of all windows, both layers; one that the model would not ask about is left out."""
    width = max(len(w.words) for w in windows)
    scores = _together([w.cue for w in windows], width)
    scores[0::2, :, 1] += options.outer
    scores[1::2, :, 1] += options.inner
    paths = best_paths(scores, _CUE_STEPS)
    found = []
    for i, window in enumerate(windows):
        asked = {word: n for n, word in enumerate(window.anchors.tolist())}
        for layer in (0, 1):
            for first, last in runs(paths[2 * i + layer, : len(window.words)], CUE_TAGS.index("B")):
                if first in asked:
                    score = float(np.exp(window.cue[layer, first, 1]))
                    found.append(_Cue(i, asked[first], bool(layer), first, last, score))
    return found


def _roles(windows: Sequence[Window], cues: list[_Cue], options: Options) -> list[tuple[Ints, float]]:
    """For each cue the role tags of its window's words, and how sure they are (mean probability)."""
    width = max(len(w.words) for w in windows)
    rows = []
    for cue in cues:
        row = windows[cue.window].roles[cue.anchor].copy()
        row[:, ROLE_TAGS.index("B-content")] += options.content
        row[cue.first : cue.last + 1, 1:] = _BARRED
        rows.append(row[None])
    scores = _together(rows, width)
    paths = best_paths(scores, _ROLE_STEPS)
    chosen = np.take_along_axis(scores, paths[:, :, None], 2)[:, :, 0]
    marked = paths > 0
    mean = np.exp((chosen * marked).sum(1) / np.maximum(marked.sum(1), 1))
    return [(path, float(min(1.0, m))) for path, m in zip(paths, mean, strict=True)]


def _heaviest(pieces: list[tuple[int, int]], tags: Ints, roles: Floats) -> list[tuple[int, int]]:
    """Of several candidate sources, the one that the model is surest of."""
    if len(pieces) < 2:
        return pieces
    gain = np.take_along_axis(roles, tags[: len(roles), None], 1)[:, 0] - roles[:, 0]
    return [max(pieces, key=lambda p: float(gain[p[0] : p[1] + 1].sum()))]


def _quotations(windows: Sequence[Window], options: Options) -> Iterator[tuple[Quotation, bool]]:
    """The quotations of all windows with their layer, not yet nested."""
    cues = _cues(windows, options)
    if not cues:
        return
    for cue, (tags, sure) in zip(cues, _roles(windows, cues, options), strict=True):
        window = windows[cue.window]
        source = _heaviest(runs(tags, ROLE_TAGS.index("B-source")), tags, window.roles[cue.anchor])
        content = runs(tags, ROLE_TAGS.index("B-content"))
        score = cue.score * sure
        if not (source or content) or score < (options.inner_floor if cue.inner else options.floor):
            continue

        def spans(pieces: list[tuple[int, int]], words: Ints = window.words) -> Spans:
            return tuple((int(words[a, 0]), int(words[b, 1])) for a, b in pieces)

        cue_span = spans([(cue.first, cue.last)])
        yield Quotation(source=spans(source), cue=cue_span, content=spans(content), score=round(score, 4)), cue.inner


def _inside(inner: Span, spans: Spans) -> bool:
    return any(s <= inner[0] and inner[1] <= e for s, e in spans)


def _size(spans: Spans) -> int:
    return sum(e - s for s, e in spans)


def _common(piece: Span, spans: Spans) -> int:
    return sum(max(0, min(e, piece[1]) - max(s, piece[0])) for s, e in spans)


def _distance(q: Quotation, piece: Span) -> int:
    return min(abs(piece[0] - q.cue[0][1]), abs(q.cue[0][0] - piece[1]))


def _settle(found: list[tuple[Quotation, bool]], options: Options) -> list[tuple[Quotation, bool]]:
    """Let outer quotations that claim the same words come to terms.

    A piece of several goes to the nearest cue that claims it. Of two that share most of a content, which only happens
    where one cites the other ("the Post reported, citing two officials"), an unsure one is dropped.
    """
    outer = [q for q, inner in found if not inner]

    def nearest(q: Quotation, piece: Span) -> bool:
        half = (piece[1] - piece[0]) / 2
        rivals = [o for o in outer if o.content != q.content and _common(piece, o.content) > half]
        return all(_distance(q, piece) <= _distance(o, piece) for o in rivals)

    def doubles(q: Quotation) -> bool:
        half = _size(q.content) / 2
        surer = (o for o in outer if o.score > q.score and not _inside(q.cue[0], o.content))
        return any(sum(_common(piece, o.content) for piece in q.content) > half for o in surer)

    out = []
    for q, inner in found:
        if not inner and len(q.content) > 1:
            kept = tuple(piece for piece in q.content if nearest(q, piece))
            q = replace(q, content=kept or q.content)
        if inner or not q.content or q.score >= options.shared or not doubles(q):
            out.append((q, inner))
    return out


def _nest(found: list[tuple[Quotation, bool]]) -> list[Quotation]:
    """Drop doubles, order by text, and point each quotation to the smallest content that its cue stands in.

    An inner quotation that stands in nobody's content has lost its frame and is dropped, as is one whose cue is that
    of an outer one.
    """
    outer = [q for q, inner in found if not inner]
    taken = [span for q in outer for span in q.cue]
    kept = outer + [
        q
        for q, inner in found
        if inner
        and not any(s < q.cue[0][1] and q.cue[0][0] < e for s, e in taken)
        and any(_inside(q.cue[0], o.content) for o in outer)
    ]
    kept.sort(key=lambda q: (q.cue, q.content))
    out = []
    for q in kept:
        frames = [(_size(o.content), i) for i, o in enumerate(kept) if o is not q and _inside(q.cue[0], o.content)]
        smaller = [(n, i) for n, i in frames if n > _size(q.content)]
        within = min(smaller)[1] if smaller else None
        out.append(replace(q, within=within))
    return out


def quotations(windows: Sequence[Window], options: Options) -> list[Quotation]:
    """Return the quotations of windows that follow each other, in the order of their cues."""
    return _nest(_settle(list(_quotations(windows, options)), options))
