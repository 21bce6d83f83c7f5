"""Trains Firsthand's model from scratch: ``python -m training --shared ../shared --out out``.

Teacher, labels, student, export: each stage leaves its result in the output folder and is skipped when that is there,
so that a stopped run goes on where it was. On two processor cores the whole takes a night; ``--device cuda`` runs the
same recipe on a graphics card.
"""

import argparse
import json
import pickle
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import torch
from tokenizers import Tokenizer

from firsthand.decoding import Options
from training.augment import augment
from training.documents import Document, digest, gum, held_out, own, polnear, unlabelled
from training.evaluate import measure, scorer, soften, windows
from training.examples import Example, examples
from training.fit import Plan, fit
from training.network import Network, large, minilm_folder, mpnet_folder, small

TEACHER = Plan(epochs=5, rate=6e-5, head_rate=5e-4)
STUDENT = Plan(epochs=12, rate=3e-4, head_rate=1e-3, gold=0.3, soft=0.7, average=0.999)
LAYERS = (0, 1, 3, 5)  # of the starting weights' six
PASSES = 3  # differently augmented and cut readings of every text that the teacher labels
OWN_TIMES = 2  # our own reports are few, and the only ones with refusals and nesting marked throughout


class Recipe:
    """The stages, with what they share.

    Args:
        args: the parsed command line.
    """

    def __init__(self, args: argparse.Namespace) -> None:
        self.out: Path = args.out
        self.shared: Path = args.shared
        self.device = torch.device(args.device)
        self.hold_out: bool = args.hold_out
        self.out.mkdir(parents=True, exist_ok=True)
        self.tokenizer = Tokenizer.from_file(str((args.minilm or minilm_folder()) / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.minilm: Path = args.minilm or minilm_folder()
        self.mpnet: Path | None = args.mpnet
        articles = polnear(self.shared, "train")
        self.held = [d for d in articles if held_out(d)]
        self.gold = [d for d in articles if not (self.hold_out and held_out(d))] + own() * OWN_TIMES
        self.gold += gum(self.shared, "train")
        self.plain = list(unlabelled(self.shared))
        facts = {
            "digest": digest(self.gold + self.plain),
            "documents": dict(Counter(d.set for d in self.gold + self.plain)),
            "held out": self.hold_out,
        }
        (self.out / "data.json").write_text(json.dumps(facts, indent=1))
        print(facts, file=sys.stderr)

    def read(self, documents: Iterable[Document], seed: int) -> list[Example]:
        """One reading of the documents: augmented, cut into windows of differing length."""
        rng, rows = random.Random(seed), []
        for document in documents:
            longest = rng.choice((254, 254, 254, 190, 128))
            windows = examples(augment(document, rng), self.tokenizer, longest)
            # GUM is here for its inner attributions; its other windows teach nothing
            rows += [w for w in windows if document.set != "gum" or len(w.targets["attribution"].anchors)]
        return rows

    def report(self, network: Network, label: str) -> None:
        """Print the held-out part's figures; they choose, they are not reported."""
        if not self.hold_out:
            return
        parts = [list(examples(d, self.tokenizer)) for d in self.held]
        said = iter(soften(network, [r for part in parts for r in part], self.device))
        scored = [windows(part, [next(said) for _ in part]) for part in parts]
        row = measure(scorer(self.shared), self.held, scored, Options())
        print(f"held out, {label}: {row}", flush=True)
        with (self.out / f"held-{label.split()[0]}.pkl").open("wb") as f:
            pickle.dump((self.held, scored), f)

    def teacher(self) -> Network:
        """Fine-tune the large encoder on all gold."""
        network = large(self.mpnet or mpnet_folder(self.out))
        path = self.out / "teacher.pt"
        if path.exists():
            network.load_state_dict(torch.load(path, map_location="cpu"))
            return network.to(self.device)
        network = fit(
            network,
            lambda e: self.read(self.gold, e),
            TEACHER,
            self.device,
            lambda e, n: self.report(n, f"teacher {e}"),
        )
        torch.save(network.state_dict(), path)
        return network

    def labels(self) -> list[Path]:
        """Let the teacher label every text, in PASSES readings."""
        paths = [self.out / f"labels-{k}.pkl" for k in range(PASSES)]
        if all(p.exists() for p in paths):
            return paths
        teacher = self.teacher()
        for k, path in enumerate(paths):
            if path.exists():
                continue
            rows = self.read(self.gold + self.plain, 1000 + k)
            print(f"labelling {len(rows)} windows, reading {k + 1} of {PASSES}", file=sys.stderr, flush=True)
            for row, said in zip(rows, soften(teacher, rows, self.device), strict=True):
                row.soft = said
            with path.with_suffix(".part").open("wb") as f:
                pickle.dump(rows, f)
            path.with_suffix(".part").rename(path)
        return paths

    def student(self, plan: Plan, layers: tuple[int, ...], feed_forward: int | None, name: str) -> Network:
        """Distil the teacher into the small encoder."""
        torch.manual_seed(plan.seed)
        network = small(self.minilm, layers, feed_forward)
        path = self.out / f"{name}.pt"
        if path.exists():
            network.load_state_dict(torch.load(path, map_location="cpu"))
            return network
        readings: dict[int, list[Example]] = {}

        def rows(epoch: int) -> list[Example]:
            k = epoch % PASSES
            if k not in readings:
                readings[k] = pickle.loads(self.labels()[k].read_bytes())  # noqa: S301 - our own file, written above
            return readings[k]

        network = fit(
            network, rows, plan, self.device, lambda e, n: self.report(n, f"{name} {e}") if e % 3 == 2 else None
        )
        torch.save(network.state_dict(), path)
        return network


def main() -> None:
    """Run all stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ and bench/")
    parser.add_argument("--out", type=Path, default=Path("out"), help="where results go")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--minilm", type=Path, help="folder of the small starting weights, if not from its package")
    parser.add_argument("--mpnet", type=Path, help="folder of the large starting weights, if not from its packages")
    parser.add_argument("--hold-out", action="store_true", help="train without a twelfth of train and measure on it")
    args = parser.parse_args()
    begun = time.monotonic()
    recipe = Recipe(args)
    recipe.labels()
    student = recipe.student(STUDENT, LAYERS, None, "student")
    from training.export import export

    export(student, recipe.tokenizer, args.out / "model", json.loads((args.out / "data.json").read_text()))
    print(f"done in {(time.monotonic() - begun) / 3600:.1f} h", file=sys.stderr)


if __name__ == "__main__":
    main()
