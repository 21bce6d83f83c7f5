"""Trains Firsthand's model from scratch: ``python -m training --shared ../shared --out out``.

Teachers, labels, student, export: each stage leaves its result in the output folder and is skipped when that is there,
and a stopped one goes on where it was. Teachers are fine-tuned on the gold of attributions: the six-layer start, and a
larger one (110 M parameters; 33 minutes an epoch on two processor cores). They label more text together. The student
is the six-layer teacher with fewer layers, taught by gold and by those labels; at the end its head of mentions is
trained alone. ``--events`` adds a round between in which it learns events as well; the model that ships has not had
it yet. ``--device cuda`` runs the same on a graphics card.
"""

import argparse
import json
import pickle
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import torch

from firsthand.scores import Options
from firsthand.tagger.pieces import WordPieces
from training.augment import augment
from training.documents import (
    Document,
    deeds,
    digest,
    factuality,
    forget,
    gum,
    held_out,
    mixed,
    news,
    only_happenings,
    own,
    plover,
    polnear,
    unlabelled,
    without_happenings,
)
from training.evaluate import evaluate, evaluate_events, evaluate_mentions, soften
from training.examples import Example, examples
from training.export import export, parity
from training.fit import Plan, fit
from training.heads import TAUGHT, attribution, events, mentions
from training.network import Network, large, minilm_folder, mpnet_folder, shallower, small

NAME, NEXT = "firsthand-en 2", "firsthand-en 3"
SIX = tuple(range(6))
TEACHERS = {
    "minilm": Plan(epochs=8, rate=2e-4, head_rate=1e-3),
    "mpnet": Plan(epochs=2, rate=6e-5, head_rate=5e-4, average=0.995),
}
STUDENT = Plan(epochs=6, rate=1.5e-4, head_rate=1e-3, average=0.995)
SECOND = Plan(epochs=4, rate=1e-4, head_rate=1e-3, average=0.995, seed=2)
HEAD_ALONE = Plan(epochs=6, rate=0.0, head_rate=2e-3, average=0.995)
BLOCK = 8  # windows in a row that are heard in the same epoch, so that mentions are still linked over them
THIRD = 3  # one part in so many of the sentences about certainty is heard each epoch
LAYERS = (0, 1, 2, 3, 5)  # of the six, those the student keeps
PASSES = 1  # differently augmented and cut readings of every text that the teachers label
PLAIN = 300  # texts without gold among them
FIRST = (attribution, mentions)  # the heads of the student's first round
PAIRS_TIMES = 2  # sentences about two parties are few, and short
OWN_TIMES = 2  # our own reports are few, and the only ones with refusals and nesting marked throughout
# Chosen on the held-out articles; `inner_floor`, of which they know nothing, so that what is nested is likely right.
OPTIONS = Options(outer=0.2, content=-0.5, floor=0.35, inner_floor=0.5, shared=0.7, mention=0.75)


class Recipe:
    """The stages, with what they share.

    Args:
        args: the parsed command line.
    """

    def __init__(self, args: argparse.Namespace) -> None:
        self.out: Path = args.out
        self.shared: Path = args.shared
        self.device = torch.device(args.device)
        self.teaching: list[str] = args.teachers
        self.events: bool = args.events
        self.out.mkdir(parents=True, exist_ok=True)
        self.minilm: Path = args.minilm or minilm_folder()
        self.mpnet: Path | None = args.mpnet
        self.pieces = WordPieces(self.minilm / "vocab.txt")
        articles = polnear(self.shared, "train")
        self.held = [d for d in articles if held_out(d)]
        self.told = [d for d in own() + gum(self.shared, "train") if held_out(d) and d.mentions]
        told = list(map(without_happenings, own())) * OWN_TIMES + gum(self.shared, "train")
        self.gold = [d for d in articles if not held_out(d)] + [d if not held_out(d) else forget(d) for d in told]
        happenings = [*deeds(), *news(self.shared), *(d for d in own() if d.told)]
        self.sure = factuality(self.shared, "train")
        self.tellings = [d for d in [*happenings, *self.sure] if held_out(d) and not d.pairs]
        self.happened = [only_happenings(d) for d in happenings if not held_out(d)]
        self.pairs = [d for d in plover(self.shared) if not held_out(d)]
        self.sure = [d for d in self.sure if not held_out(d)]
        self.plain = sorted(unlabelled(self.shared), key=lambda d: d.id)
        self.plain = random.Random(1).sample(self.plain, min(PLAIN, len(self.plain)))
        everything = self.gold + (self.happened + self.pairs + self.sure if args.events else []) + self.plain
        self.facts = {
            "name": NEXT if args.events else NAME,
            "digest": digest(everything),
            "documents": dict(Counter(d.set for d in everything)),
        }
        print(self.facts, file=sys.stderr)

    def read(self, documents: Iterable[Document], seed: int, every: bool = True) -> list[Example]:
        """One reading of the documents: augmented, cut into windows of differing length.

        every: also windows without attributions of a set that is not told for them.
        """
        rng, rows = random.Random(seed), []
        for document in documents:
            longest = rng.choice((254, 254, 254, 190, 128))
            windows = examples(augment(document, rng), self.pieces, longest)
            # GUM knows inner attributions only; its other windows teach nothing about them
            rows += [w for w in windows if every or document.set != "gum" or len(w.targets["attribution"].anchors)]
        return rows

    def report(self, networks: list[Network], label: str) -> None:
        """Print the held-out part's figures; they choose, they are not reported."""
        row = evaluate(networks, self.held, self.pieces, self.shared, OPTIONS)
        print(f"held out, {label}: {row}", flush=True)
        if all(mentions.NAME in network.heads for network in networks):
            print(f"held out, {label}: {evaluate_mentions(networks, self.told, self.pieces, OPTIONS)}", flush=True)
        if all(events.NAME in network.heads for network in networks):
            row = evaluate_events(networks, self.tellings, self.pieces, OPTIONS)
            print(f"held out, {label}: {row}", flush=True)

    def stage(
        self, name: str, make: Callable[[], Network], rows: Callable[[int], list[Example]], plan: Plan
    ) -> Network:
        """Train a network, or load it if that was done."""
        torch.manual_seed(plan.seed)
        network, path = make(), self.out / f"{name}.pt"
        if path.exists():
            network.load_state_dict(torch.load(path, map_location="cpu"))
            return network.to(self.device)

        def after(epoch: int, average: Network) -> None:
            self.report([average], f"{name} {epoch}")

        network = fit(network, rows, plan, self.device, self.out / f"{name}.state", after)
        torch.save(network.state_dict(), path)
        return network

    def teacher(self, name: str) -> Network:
        """Fine-tune a teacher on all gold of what is taught."""

        def make() -> Network:
            if name == "mpnet":
                return large(self.mpnet or mpnet_folder(self.out))
            return small(self.minilm, SIX, TAUGHT)

        return self.stage(f"teacher-{name}", make, lambda epoch: self.read(self.gold, epoch, False), TEACHERS[name])

    def labels(self) -> list[Path]:
        """Let the teachers label every text together, in PASSES readings."""
        paths = [self.out / f"labels-{k}.pkl" for k in range(PASSES)]
        if all(path.exists() for path in paths):
            return paths
        teachers = [self.teacher(name) for name in self.teaching]
        if len(teachers) > 1:
            self.report(teachers, "teachers together")
        for k, path in enumerate(paths):
            if path.exists():
                continue
            rows = self.read(self.gold + self.plain, 1000 + k)
            print(f"labelling {len(rows)} windows, reading {k + 1} of {PASSES}", file=sys.stderr, flush=True)
            for row, said in zip(rows, soften(teachers, rows, self.device), strict=True):
                row.soft = said
            part = path.with_suffix(".part")
            part.write_bytes(pickle.dumps(rows))
            part.rename(path)
        return paths

    def student(self) -> Network:
        """Distil the teachers into fewer layers, and train all heads."""
        labels = self.labels()
        readings: dict[int, list[Example]] = {}

        def make() -> Network:
            network = small(self.minilm, LAYERS, FIRST)
            if "minilm" in self.teaching:
                network.load_state_dict(shallower(self.teacher("minilm"), LAYERS).state_dict(), strict=False)
            return network

        def rows(epoch: int) -> list[Example]:
            k = epoch % PASSES
            if k not in readings:
                readings[k] = pickle.loads(labels[k].read_bytes())  # noqa: S301 - our own file, written above
            return readings[k]

        return self.stage("student", make, rows, STUDENT)

    def second(self) -> Network:
        """Go on with the student and teach it events as well; half of what it has heard is heard again each epoch."""
        labels = self.labels()

        def make() -> Network:
            network = small(self.minilm, LAYERS)
            network.load_state_dict(self.student().state_dict(), strict=False)
            return network

        def rows(epoch: int) -> list[Example]:
            heard = pickle.loads(labels[epoch // 2 % PASSES].read_bytes())  # noqa: S301 - our own file, written above
            half = [row for i, row in enumerate(heard) if i // BLOCK % 2 == epoch % 2]
            told = [*self.happened, *mixed(self.happened, random.Random(4000 + epoch))]
            return half + self.read(told + self.pairs * PAIRS_TIMES + self.sure[epoch % THIRD :: THIRD], 3000 + epoch)

        return self.stage("second", make, rows, SECOND)

    def finished(self) -> Network:
        """Train the head of mentions alone for a while: it knows less text than attribution does."""
        told = [d for d in self.gold if d.known]

        def make() -> Network:
            network = self.second() if self.events else self.student()
            for name, parameter in network.named_parameters():
                parameter.requires_grad_(name.startswith(f"heads.{mentions.NAME}."))
            return network

        return self.stage("finished", make, lambda epoch: self.read(told, 2000 + epoch), HEAD_ALONE)


def main() -> None:
    """Run all stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ and bench/")
    parser.add_argument("--out", type=Path, default=Path("out"), help="where results go; the model folder is out/model")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--teachers", choices=TEACHERS, nargs="+", default=list(TEACHERS), help="who labels the text")
    parser.add_argument("--events", action="store_true", help="teach the student events as well")
    parser.add_argument("--minilm", type=Path, help="folder of the small starting weights, if not from its package")
    parser.add_argument("--mpnet", type=Path, help="folder of the large starting weights, if not from its packages")
    args = parser.parse_args()
    begun = time.monotonic()
    recipe = Recipe(args)
    student = recipe.finished().cpu()
    export(student, recipe.minilm / "vocab.txt", args.out / "model", recipe.facts, OPTIONS)
    said = recipe.facts | {
        "parity on the held-out part": parity(student, args.out / "model", recipe.held, args.shared, OPTIONS)
    }
    (args.out / "model" / "training.json").write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(said, indent=1))
    print(f"done in {(time.monotonic() - begun) / 3600:.1f} h", file=sys.stderr)


if __name__ == "__main__":
    main()
