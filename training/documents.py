"""The texts to learn from: PolNeAR, our own annotated reports, GUM, and texts without labels.

Each set says what it knows. PolNeAR knows the attributions of the report itself and nothing about those inside
contents; our own reports know both, and many of them who is who; GUM is trusted for the inner attributions only,
because its units draw other borders, and for mentions of all types; the rest is text for the teacher to label.
"""

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

from firsthand.scores import MENTION_TYPES
from training.cast import CAST, read_cast
from training.events import DEEDS, EVENTS, read_report
from training.gum import gum_documents
from training.markup import OWN, read_marked

NEWS = Path(__file__).parent / "news.jsonl"
ROOTS = {"YIELD": ("CONCEDE", "RETREAT")}
TOGETHER = 8  # sentences of the factuality data in one text
CLOSE_UP = re.compile(r"[.,;:?!%)]|'(s|m|d|re|ve|ll)?|n't")  # tokens that stand close to the one before

GUM_TYPES = {t: t for t in MENTION_TYPES} | {"animal": "person"}
CAST_TYPES = {
    "person": "person", "group": "person", "organization": "organization", "outlet": "organization",
    "country": "place", "place": "place", "document": "thing",
}  # fmt: skip


@dataclass(frozen=True)
class Quote:
    """One gold attribution: spans by role, and whether it stands inside another's content."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]
    inner: bool = False


@dataclass(frozen=True)
class Mention:
    """A stretch of the text that speaks of an entity, whose name means something within the document only."""

    start: int
    end: int
    type: str
    entity: str


@dataclass(frozen=True)
class Happening:
    """One gold event: its trigger, PLOVER's terms for it, and the spans that fill its roles."""

    trigger: tuple[int, int]
    type: str
    mode: str | None
    factuality: str
    contexts: list[str]
    roles: dict[str, list[tuple[int, int]]]


@dataclass(frozen=True)
class Pair:
    """What one of two marked parties does to the other, somewhere in a text: the types among which it is."""

    source: tuple[int, int]
    target: tuple[int, int]
    types: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A text and what is known of it.

    Attributes:
        quotes: the gold attributions.
        outer: the attributions of the report itself are all marked.
        inner: those inside contents are all marked.
        mentions: of entities; known: the types of which all are marked.
        happenings: the events; told: all of them are marked.
        sure: (start, end, from -3 to 3) how sure it is that what the words name happened.
        pairs: of parties, with what the one does to the other.
        share: how much its gold counts where a teacher speaks too; the teacher has the rest.
        set: where it is from.
    """

    id: str
    text: str
    quotes: list[Quote] = field(default_factory=list)
    outer: bool = False
    inner: bool = False
    mentions: list[Mention] = field(default_factory=list)
    known: frozenset[str] = frozenset()
    happenings: list[Happening] = field(default_factory=list)
    told: bool = False
    sure: list[tuple[int, int, float]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    share: float = 1.0
    set: str = ""


def _quote(row: Mapping[str, Any], inner: bool = False) -> Quote:
    """A gold attribution from any set's row, which has spans under the names of the roles."""
    source, cue, content = ([(s, e) for s, e in row[role]] for role in ("source", "cue", "content"))
    return Quote(source, cue, content, inner)


def _is_inner(quote: Mapping[str, Any], others: list[dict[str, Any]]) -> bool:
    s, e = quote["cue"][0]
    return any(a <= s and e <= b for o in others if o is not quote for a, b in o["content"])


def polnear(shared: Path, split: str) -> list[Document]:
    """PolNeAR's articles; the one attribution of train that has no cue is left out."""
    documents = []
    with (shared / f"data/polnear/{split}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            quotes = [_quote(a) for a in row["attributions"] if a["cue"]]
            documents.append(Document(row["id"], row["text"], quotes, outer=True, share=0.3, set="polnear"))
    return documents


def own() -> list[Document]:
    """Our own annotated reports."""
    documents = []
    for path in sorted(OWN.glob("*.txt")):
        marked = read_marked(path)
        quotes = [_quote(a, _is_inner(a, marked.attributions)) for a in marked.attributions]
        document = Document(marked.id, marked.text, quotes, outer=True, inner=True, set="own")
        if (CAST / path.name).exists():
            mentions = [
                Mention(s, e, CAST_TYPES[m.kind], str(m.number)) for m in read_cast(CAST / path.name, marked.text)
                for s, e in m.mentions
            ]  # fmt: skip
            document = replace(document, mentions=mentions, known=frozenset(CAST_TYPES.values()) - {"thing"})
        if (EVENTS / path.name).exists():
            document = replace(document, happenings=_happenings(EVENTS / path.name), told=True)
        documents.append(document)
    return documents


def _happenings(path: Path) -> list[Happening]:
    return [Happening(e.trigger, e.type, e.mode, e.factuality, e.contexts, e.roles) for e in read_report(path)[1]]


def deeds() -> list[Document]:
    """Our own reports of which only the events are known."""
    return [
        Document(f"deeds-{path.stem}", read_report(path)[0], happenings=_happenings(path), told=True, set="deeds")
        for path in sorted(DEEDS.glob("*.txt"))
    ]


def gum(shared: Path, split: str) -> list[Document]:
    """GUM's documents in the genres that may be used in a released model, with their inner attributions."""
    return [
        Document(
            d["id"],
            d["text"],
            [_quote(a, a["nested"]) for a in d["attributions"]],
            inner=True,
            mentions=[Mention(s, e, GUM_TYPES.get(kind, "thing"), entity) for s, e, kind, entity in d["mentions"]],
            known=frozenset(MENTION_TYPES),
            share=0.3,
            set="gum",
        )
        for d in gum_documents(shared / "data/gum", split)
        if not d["nc"]
    ]


def plover(shared: Path) -> list[Document]:
    """Sentences in which the one of two marked parties does something to the other.

    Their YIELD is PLOVER's CONCEDE or RETREAT. Where a party is not marked, its first place in the sentence counts.
    """
    documents = []
    with (shared / "data/plover_train/PLV_train.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            text = row["sentence"]
            types = ROOTS.get(row["gold_root"], (row["gold_root"],))
            spans = [_party(row, text, mark) for mark in ("source", "target")]
            if spans[0] and spans[1]:
                pair = Pair(spans[0], spans[1], types)
                documents.append(Document(f"plover-{row['sentence_id']}", text, pairs=[pair], set="plover"))
    return documents


def _party(row: dict[str, str], text: str, name: str) -> tuple[int, int] | None:
    """Where a marked party stands in the sentence without marks."""
    marked, letter = row["marked_sentence"], name[0]
    before = re.sub(r"</?[st]>", "", marked.partition(f"<{letter}>")[0]) if f"<{letter}>" in marked else ""
    start = text.find(row[name].strip(), max(0, len(before) - 2))
    return (start, start + len(row[name].strip())) if start >= 0 else None


def news(shared: Path) -> list[Document]:
    """Wikinews articles and PLOVER's sentences with the events that we marked in them.

    ``news.jsonl`` has our marks as offsets only; the texts stay where they are.
    """
    texts = {d.id: d.text for d in [*unlabelled(shared), *plover(shared)]}
    documents = []
    with NEWS.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            happenings = [
                Happening(
                    trigger=(e["trigger"][0], e["trigger"][1]),
                    type=e["type"],
                    mode=e["mode"],
                    factuality=e["factuality"],
                    contexts=e["contexts"],
                    roles={role: [(s, t) for s, t in spans] for role, spans in e["roles"].items()},
                )
                for e in row["events"]
            ]
            documents.append(Document(row["id"], texts[row["id"]], happenings=happenings, told=True, set="news"))
    return documents


def paragraphs(document: Document) -> Iterator[Document]:
    """Yield the document's paragraphs as documents, each with the events that stand in it."""
    for m in re.finditer(r"[^\n]+", document.text):
        start, end = m.span()

        def moved(spans: list[tuple[int, int]], start: int = start, end: int = end) -> list[tuple[int, int]]:
            return [(s - start, e - start) for s, e in spans if start <= s and e <= end]

        happenings = [
            replace(h, trigger=moved([h.trigger])[0], roles={k: moved(v) for k, v in h.roles.items()})
            for h in document.happenings
            if moved([h.trigger])
        ]
        yield Document(f"{document.id}-{start}", m[0], happenings=happenings, told=document.told, set=document.set)


def mixed(documents: list[Document], rng: Random, words: int = 200) -> Iterator[Document]:
    """Yield documents made of paragraphs of many, at random, of about so many words.

    The style of a whole text then tells nothing of how much happens in it: a student that had only whole texts found
    events in those that we wrote for the purpose, and hardly any in articles.
    """
    pool = [p for d in documents for p in paragraphs(d)]
    rng.shuffle(pool)
    while pool:
        part = [pool.pop()]
        while pool and sum(len(p.text.split()) for p in part) < words:
            part.append(pool.pop())
        yield joined(part)


def joined(parts: list[Document]) -> Document:
    """Return one document of several that know their events, a paragraph each."""
    text, happenings = "", []
    for part in parts:
        by = len(text)
        happenings += [
            replace(
                h,
                trigger=(h.trigger[0] + by, h.trigger[1] + by),
                roles={k: [(s + by, e + by) for s, e in v] for k, v in h.roles.items()},
            )
            for h in part.happenings
        ]
        text += part.text.rstrip("\n") + "\n\n"
    return Document(parts[0].id, text, happenings=happenings, told=True, set=parts[0].set)


def factuality(shared: Path, split: str) -> list[Document]:
    """Web sentences with how sure it is that what their verbs name happened, a few in a row to a text.

    The labels are the means of what annotators said (UDS It-Happened 2).
    """
    with (shared / f"data/factuality/{split}.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    documents = []
    for at in range(0, len(rows), TOGETHER):
        text, sure = "", []
        for row in rows[at : at + TOGETHER]:
            places = []
            for token in row["text"].split(" "):
                text += "" if CLOSE_UP.fullmatch(token) or text.endswith(("(", "\n")) or not text else " "
                places.append((len(text), len(text) + len(token)))
                text += token
            text += "\n"
            sure += [(places[t["span1"][0]][0], places[t["span1"][1] - 1][1], t["label"]) for t in row["targets"]]
        documents.append(Document(f"uds-{split}-{at}", text, sure=sure, set="uds"))
    return documents


def unlabelled(shared: Path) -> Iterator[Document]:
    """News text without attributions: synthetic stories, and Wikinews put together again from its tokens."""
    with (shared / "data/ngec_synthetic/stories.csv").open(encoding="utf-8") as lines:
        for i, row in enumerate(csv.DictReader(lines)):
            if len(row["text"].split()) > 60:
                yield Document(f"ngec-{i}", row["text"], share=0.0, set="ngec")
    yield from _tdg((shared / "data/tdg/train.txt").read_text(encoding="utf-8"))


def _tdg(text: str) -> Iterator[Document]:
    for part in text.split("filename:<doc ")[1:]:
        head, _, body = part.partition(":SNT_LIST\n")
        sentences = body.partition("EDGE_LIST")[0].strip().splitlines()
        number = re.search(r'id="(\d+)"', head)
        yield Document(f"tdg-{number[1] if number else crc32(head.encode())}", join(sentences), share=0.0, set="tdg")


def join(sentences: list[str]) -> str:
    """Undo tokenisation well enough to read: brackets, quotes and clitics go back to their words."""
    text = "\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))
    text = text.replace("-LRB- ", "(").replace(" -RRB-", ")").replace("`` ", "“").replace(" ''", "”")
    return re.sub(r" (?=[.,;:?!%’)]|'s\b|n't\b|'\w+\b)", "", text).replace("$ ", "$")


def held_out(document: Document) -> bool:
    """Is the document in the part of train that choices are made on? One in twenty by its id, of PLOVER's one in five.

    What is reported of the type between two parties is measured on that fifth, so nothing is chosen by it.
    """
    return crc32(document.id.encode()) % (5 if document.id.startswith("plover-") else 20) == 0


def forget(document: Document) -> Document:
    """Return the document without its mentions: for those that choices about mentions are made on."""
    return replace(document, mentions=[], known=frozenset())


def without_happenings(document: Document) -> Document:
    """Return the document without its events."""
    return replace(document, happenings=[], told=False)


def only_happenings(document: Document) -> Document:
    """Return what is known of the document's events alone."""
    return replace(forget(document), quotes=[], outer=False, inner=False, share=1.0)


def digest(documents: list[Document]) -> str:
    """SHA-256 over ids, texts and gold, in order: what a model was trained on."""
    h = hashlib.sha256()
    for d in documents:
        mentions = [[m.start, m.end, m.type, m.entity] for m in d.mentions]
        quotes = [[q.source, q.cue, q.content] for q in d.quotes]
        row = [d.id, d.text, quotes, mentions]
        if d.happenings or d.sure or d.pairs:
            row.append([[*map(asdict, d.happenings)], d.sure, [*map(asdict, d.pairs)]])
        h.update(json.dumps(row).encode())
    return h.hexdigest()


def edit(document: Document, edits: list[tuple[int, int, str]]) -> Document:
    """Return the document with stretches of its text replaced, and its spans moved along.

    edits: (start, end, new) in the order of the text, not overlapping. Spans that become empty are dropped.
    """
    moved, parts, last = list(range(len(document.text) + 1)), [], 0
    shift, k = 0, 0
    for start, end, new in edits:
        for i in range(k, start + 1):
            moved[i] += shift
        for i in range(start + 1, end + 1):
            moved[i] = start + shift + min(i - start, len(new))
        parts += [document.text[last:start], new]
        last, k = end, end + 1
        shift += len(new) - (end - start)
        moved[end] = end + shift
    for i in range(k, len(moved)):
        moved[i] += shift

    def move(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(moved[s], moved[e]) for s, e in spans if moved[s] < moved[e]]

    quotes = [replace(q, source=move(q.source), cue=move(q.cue), content=move(q.content)) for q in document.quotes]
    mentions = [replace(m, start=moved[m.start], end=moved[m.end]) for m in document.mentions]
    happenings = [
        replace(e, trigger=(moved[e.trigger[0]], moved[e.trigger[1]]), roles={k: move(v) for k, v in e.roles.items()})
        for e in document.happenings
    ]
    text = "".join([*parts, document.text[last:]])
    return replace(
        document,
        text=text,
        happenings=[e for e in happenings if e.trigger[0] < e.trigger[1]],
        sure=[(moved[s], moved[e], value) for s, e, value in document.sure if moved[s] < moved[e]],
        pairs=[replace(p, source=move([p.source])[0], target=move([p.target])[0]) for p in document.pairs],
        quotes=[q for q in quotes if q.cue],
        mentions=[m for m in mentions if m.start < m.end],
    )
