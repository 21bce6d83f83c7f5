"""Who is spoken of in GUM's dev documents: mentions found, and put together, beside other tools in the same run.

Documents whose texts bear a non-commercial licence are left out. GUM marks mentions of everything, nested, pronouns
and what is mentioned only once included. Its types become Firsthand's four: person (with animal), organization, place,
thing (all else). A mention is right when its first and last character are those of the gold.

mentions     all; typed: all four types, each type, and persons, organizations and places together (no things).
names        only mentions of persons, organizations and places that are names by the rule of ``benchmarks/named.py``,
             the same for gold and tools, so that spaCy's entities (PERSON; ORG; GPE, LOC, FAC) can stand beside them.
             *as marked*: with the borders that each side drew. *reduced*: gold and tools cut down to the names, without
             articles, titles and what stands around them; names inside names are left out on both sides, because
             spaCy's entities do not nest.
coreference  the CoNLL score of ``benchmarks/coreference.py`` on exact mentions; mentions found that are none, and those
             missed, count as the measures say. Without singletons: clusters of one mention are left out on both
             sides. *named*: only clusters of persons, organizations and places with a name in one of their mentions.

``Firsthand`` is what decoding finds, each mention put with its likeliest antecedent where that is likelier than none;
``actors`` is what the actors of the analysis have: those that are named or are somebody's source. Every figure is in
per cent. Ends with 1 when Firsthand finds names less well than spaCy (reduced, typed).
"""

import argparse
import sys
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from benchmarks import gold, resolvers
from benchmarks.coreference import MEASURES, Clusters, Score, conll, score
from benchmarks.named import Names, Span, outermost
from benchmarks.running import BenchmarkError
from benchmarks.trees import conllu
from firsthand.decoding import decode
from firsthand.errors import FirsthandError
from firsthand.pipeline import analyse
from firsthand.spans import Mention
from firsthand.tagger import Tagger
from firsthand.types import ActorKind, Report
from training.gum import gum_documents
from training.gum_files import read_tokens

GUM_TYPES = {"person": "person", "animal": "person", "organization": "organization", "place": "place"}
SPACY_TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
ACTOR_TYPES = {
    ActorKind.PERSON: "person",
    ActorKind.GROUP: "person",
    ActorKind.ORGANIZATION: "organization",
    ActorKind.OUTLET: "organization",
    ActorKind.COUNTRY: "place",
    ActorKind.DOCUMENT: "thing",
}
ACTORS = frozenset({"person", "organization", "place"})
EVERY = ACTORS | {"thing"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention as gold or a tool has it.

    Attributes:
        span: where it stands.
        type: person, organization, place or thing.
        entity: what it speaks of, the same for mentions of the same; None where a tool does not tell.
    """

    span: Span
    type: str
    entity: Hashable = None


# The mentions of each document, by its id.
Marks: TypeAlias = Mapping[str, list[Marked]]


@dataclass(frozen=True, slots=True)
class Gold:
    """The documents: texts, dependency trees as CoNLL-U, and mentions, by id."""

    texts: dict[str, str]
    trees: dict[str, str]
    marks: Marks


def read_gold() -> Gold:
    """Reads GUM dev.

    Raises:
        FileNotFoundError: it is not there.
    """
    gold.files("gum")
    folder = gold.shared() / "data" / "gum"
    documents = [d for d in gum_documents(folder, "dev") if not d["nc"]]
    return Gold(
        texts={d["id"]: d["text"] for d in documents},
        trees={d["id"]: (folder / "dep" / f"{d['id']}.conllu").read_text(encoding="utf-8") for d in documents},
        marks={
            d["id"]: _once(Marked((s, e), GUM_TYPES.get(kind, "thing"), entity) for s, e, kind, entity in d["mentions"])
            for d in documents
        },
    )


def _once(marks: Iterable[Marked]) -> list[Marked]:
    """The first of the mentions that stand on one span, for no measure knows more than one."""
    first: dict[Span, Marked] = {}
    for mark in marks:
        first.setdefault(mark.span, mark)
    return list(first.values())


def firsthand(texts: Mapping[str, str], tagger: Tagger) -> Marks:
    """What decoding finds."""
    return {key: linked(decode(tagger.tag(text), tagger.decoding).mentions) for key, text in texts.items()}


def linked(mentions: Iterable[Mention]) -> list[Marked]:
    """Puts each mention with its likeliest antecedent where that is likelier than that it is new."""
    marks: list[Marked] = []
    for i, mention in enumerate(mentions):
        best = mention.links[0] if mention.links else None
        new = 1 - sum(link.chance for link in mention.links)
        entity = marks[best.to].entity if best and best.chance > new else i
        marks.append(Marked(mention.span, mention.type, entity))
    return marks


def actors(texts: Mapping[str, str], tagger: Tagger) -> Marks:
    """What the actors of whole analyses have."""
    marks = {}
    for key, text in texts.items():
        found = analyse(Report(id=key, text=text), tagger).actors
        marks[key] = _once(Marked(span, ACTOR_TYPES[one.kind], one.id) for one in found for span in one.mentions)
    return marks


def others(documents: Gold) -> dict[str, Marks]:
    """What other tools find: spaCy's entities, and xrenner's mentions over spaCy's trees and over GUM's own.

    Raises:
        BenchmarkError: one of them can't be run.
    """
    parsed = dict(zip(documents.texts, resolvers.spacy(list(documents.texts.values())), strict=True))
    entities = {key: _entities(one) for key, one in parsed.items()}
    trees = {key: conllu(one.sentences) for key, one in parsed.items()}
    words = {key: [(w.start, w.end) for words in one.sentences for w in words] for key, one in parsed.items()}
    own = {key: [(t.start, t.end) for t in read_tokens(tree)[1].values()] for key, tree in documents.trees.items()}
    return {
        "spaCy sm": entities,
        "xrenner": xrenner(trees, words),
        "xrenner, gold trees": xrenner(documents.trees, own),
    }


def _entities(parsed: resolvers.Parsed) -> list[Marked]:
    """The persons, organizations and places of spaCy."""
    return [Marked((s, e), SPACY_TYPES[label]) for s, e, label in parsed.entities if label in SPACY_TYPES]


def xrenner(trees: Mapping[str, str], words: Mapping[str, list[Span]]) -> Marks:
    """The mentions of xrenner.

    Args:
        trees: each document's as CoNLL-U, by id.
        words: where its words stand in the text.

    Raises:
        BenchmarkError: it can't be run.
    """
    return {
        key: _once(
            Marked((words[key][first - 1][0], words[key][last - 1][1]), GUM_TYPES.get(kind, "thing"), group)
            for first, last, kind, group in found
        )
        for key, found in zip(trees, resolvers.xrenner(list(trees.values())), strict=True)
    }


def compare(expected: Mapping[str, set[Hashable]], got: Mapping[str, set[Hashable]]) -> Score:
    """Counts what two sides have in common, document by document."""
    right = sum(len(one & got[key]) for key, one in expected.items())
    return Score(right, sum(map(len, expected.values())), right, sum(map(len, got.values())))


def spans(marks: Marks, types: frozenset[str] = EVERY, typed: bool = True) -> dict[str, set[Hashable]]:
    """The spans of mentions of some types, with their types if asked."""
    return {key: {(m.span, m.type if typed else None) for m in one if m.type in types} for key, one in marks.items()}


def names(texts: Mapping[str, str], marks: Marks, typed: bool, reduced: bool) -> dict[str, set[Hashable]]:
    """The spans of persons, organizations and places that are names; see the head of this module.

    Args:
        texts: by id.
        marks: the mentions.
        typed: with their types.
        reduced: cut down to the names, those inside others left out.
    """
    out: dict[str, set[Hashable]] = {}
    for key, one in marks.items():
        named = Names(texts[key])
        found = [(named.find(m.span), m) for m in one if m.type in ACTORS]
        pairs = {(name if reduced else m.span, m.type if typed else None) for name, m in found if name}
        kept = outermost(span for span, _ in pairs) if reduced else {span for span, _ in pairs}
        out[key] = {pair for pair in pairs if pair[0] in kept}
    return out


def clusters(marks: Iterable[Marked], least: int = 1) -> Clusters:
    """The spans of each entity that has at least so many mentions."""
    groups: dict[Hashable, set[Hashable]] = {}
    for mark in marks:
        groups.setdefault(mark.entity, set()).add(mark.span)
    return [frozenset(group) for group in groups.values() if len(group) >= least]


def only_actors(text: str, marks: list[Marked]) -> list[Marked]:
    """The mentions of persons, organizations and places."""
    return [m for m in marks if m.type in ACTORS]


def only_named(text: str, marks: list[Marked]) -> list[Marked]:
    """Those of them that speak of somebody with a name in one of these mentions."""
    named = Names(text)
    kept = {m.entity for m in only_actors(text, marks) if named.find(m.span)}
    return [m for m in only_actors(text, marks) if m.entity in kept]


CHOICES: dict[str, Callable[[str, list[Marked]], list[Marked]]] = {
    "all types": lambda text, marks: marks,
    "no things": only_actors,
    "named": only_named,
}


def mention_rows(documents: Gold, marks: Marks) -> dict[str, Score]:
    """The figures about mentions."""
    wanted: dict[str, tuple[frozenset[str], bool]] = {"all": (EVERY, False), "all, typed": (EVERY, True)}
    wanted |= {one: (frozenset({one}), True) for one in ("person", "organization", "place", "thing")}
    wanted["no things, typed"] = (ACTORS, True)
    return {
        name: compare(spans(documents.marks, types, typed), spans(marks, types, typed))
        for name, (types, typed) in wanted.items()
    }


def name_rows(documents: Gold, marks: Marks) -> dict[str, Score]:
    """The figures about names."""
    rows = {}
    for how in ("as marked", "reduced"):
        for typed in (False, True):
            sides = [names(documents.texts, one, typed, how == "reduced") for one in (documents.marks, marks)]
            rows[f"{how}, typed" if typed else how] = compare(sides[0], sides[1])
    return rows


def coreference_rows(documents: Gold, marks: Marks) -> dict[str, dict[str, Score]]:
    """The figures about coreference: each measure, by what is measured."""
    rows = {}
    for name, choose in CHOICES.items():
        for suffix, least in (("", 1), (", no singletons", 2)):
            rows[name + suffix] = score(
                (clusters(choose(text, documents.marks[key]), least), clusters(choose(text, marks[key]), least))
                for key, text in documents.texts.items()
            )
    return rows


def table(documents: Gold, tools: Mapping[str, Marks]) -> str:
    """All figures as text.

    Args:
        documents: the gold.
        tools: what each found, by its name.
    """
    resolving = {tool: m for tool, m in tools.items() if any(one.entity is not None for x in m.values() for one in x)}
    total = sum(map(len, documents.marks.values()))
    lines = [f"{len(documents.texts)} documents, {total} mentions"]
    for title, measure, those in (("mentions", mention_rows, resolving), ("names", name_rows, tools)):
        lines.append(f"\n{title:28s}{'gold':>27s}  precision  recall     F1")
        rows = {tool: measure(documents, marks) for tool, marks in those.items()}
        for name in next(iter(rows.values()), {}):
            lines += [_line(f"{name:28s} {tool:20s}", rows[tool][name]) for tool in rows]
    lines.append(f"\n{'coreference, F1':28s}{'':20s}   CoNLL" + "".join(f"{one:>8s}" for one in MEASURES))
    scores = {tool: coreference_rows(documents, marks) for tool, marks in resolving.items()}
    for name in next(iter(scores.values()), {}):
        for tool, row in scores.items():
            parts = "".join(f"{100 * one.f1:8.2f}" for one in row[name].values())
            lines.append(f"{name:28s} {tool:20s}{100 * conll(row[name]):8.2f}{parts}")
    return "\n".join(lines)


def _line(name: str, one: Score) -> str:
    return f"{name}{one.gold:7.0f}    {100 * one.precision:7.2f} {100 * one.recall:7.2f} {100 * one.f1:6.2f}"


def measure(model: Path | None, alone: bool) -> tuple[str, bool]:
    """Runs all over GUM dev.

    Args:
        model: a model folder; the one that ships if None.
        alone: without the other tools.

    Returns:
        The figures as text, and whether Firsthand finds names at least as well as spaCy; alone, it does.

    Raises:
        BenchmarkError: another tool can't be run.
        FileNotFoundError: GUM is not there.
        FirsthandError: the model can't be used.
    """
    documents, tagger = read_gold(), Tagger(model)
    tools = {"Firsthand": firsthand(documents.texts, tagger), "actors": actors(documents.texts, tagger)}
    if not alone:
        tools |= others(documents)
    reached = {tool: name_rows(documents, marks)["reduced, typed"].f1 for tool, marks in tools.items()}
    return table(documents, tools), reached["Firsthand"] >= reached.get("spaCy sm", 0)


def main() -> int:
    """Prints the figures; 1 when Firsthand is behind spaCy, 2 when they can't be taken."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gum_actors",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--setup", action="store_true", help="install spaCy and xrenner apart, and do nothing else")
    parser.add_argument("--model", type=Path, default=None, metavar="FOLDER", help="a model folder (default: shipped)")
    parser.add_argument("--alone", action="store_true", help="without the other tools")
    options = parser.parse_args()
    try:
        if options.setup:
            resolvers.setup()
            return 0
        text, ahead = measure(options.model, options.alone)
    except (BenchmarkError, FileNotFoundError, FirsthandError) as error:
        print(f"gum_actors: {error}", file=sys.stderr)
        return 2
    print(text)
    return int(not ahead)


if __name__ == "__main__":
    sys.exit(main())
