"""One training loop for teacher and student: AdamW, warm-up and linear decay, an average of the weights at the end."""

import copy
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.examples import Example, batches, collate
from training.network import Network

KEEP = 150  # steps between two savings of the state: a few minutes


@dataclass(frozen=True)
class Plan:
    """How to train.

    Attributes:
        epochs: passes over what ``rows`` gives.
        rate: peak learning rate of the encoder; head_rate: of everything new.
        pieces: word pieces in a batch.
        average: decay of the moving average of the weights that is kept at the end.
        seed: of data order, augmentation and new weights.
    """

    epochs: int
    rate: float
    head_rate: float
    pieces: int = 2000
    average: float = 0.998
    seed: int = 1


def _groups(network: Network, plan: Plan) -> list[dict[str, Any]]:
    """Parameters by rate and weight decay: new parts learn faster, biases and norms do not decay."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, p in network.named_parameters():
        rate = plan.head_rate if name.startswith("heads") or "features" in name else plan.rate
        if p.requires_grad:
            groups.setdefault((rate, 0.01 if p.ndim > 1 else 0.0), []).append(p)
    return [{"params": ps, "peak": rate, "weight_decay": decay} for (rate, decay), ps in groups.items()]


def _loss(network: Network, batch: dict[str, Any]) -> torch.Tensor:
    """Loss per window, over heads; where a teacher speaks too, gold has its share and the teacher the rest."""
    hidden = network(batch["ids"], batch["features"], batch["mask"], batch["first"])
    total = hidden.new_zeros((), dtype=torch.float32)
    for name, module in network.heads.items():
        if name not in batch:
            continue
        soft = batch.get("soft " + name)
        share = batch["share"] if soft else torch.ones_like(batch["share"])
        total = total + module.loss(hidden, batch[name], share)
        if soft:
            total = total + module.distil(hidden, soft, batch["words"], 1 - share)
    return total / 32  # of the order of one, so that clipping at 1 cuts only outliers


def _pace(step: int, steps: int) -> float:
    """Share of the peak rate: up over the first twelfth, at most 400 steps, then down in a straight line."""
    warm = max(1, min(steps // 12, 400))
    return min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)


@torch.no_grad()
def _follow(average: Network, network: Network, decay: float) -> None:
    """Move the average towards the network."""
    for a, b in zip(average.parameters(), network.parameters(), strict=True):
        if b.requires_grad:
            a.lerp_(b, 1 - decay)


class _State:
    """All that changes in a training, so that a stopped one goes on as if nothing had been.

    Attributes:
        epoch: the one under way; done: its steps that are done; step: steps done in all.
        seen: sum of this epoch's losses.
    """

    def __init__(self, network: Network, plan: Plan) -> None:
        self.network, self.average = network, copy.deepcopy(network)
        self.optimizer = torch.optim.AdamW(_groups(network, plan), betas=(0.9, 0.98), eps=1e-6, fused=True)
        self.epoch = self.done = self.step = 0
        self.seen = 0.0

    def save(self, path: Path) -> None:
        """Write the state; what was there stays until the new one is whole."""
        parts = {name: part.state_dict() for name, part in self._parts()}
        counts = {k: getattr(self, k) for k in ("epoch", "done", "step", "seen")}
        new = path.with_suffix(".new")
        torch.save({"parts": parts, "counts": counts, "random": torch.get_rng_state()}, new)
        new.replace(path)

    def load(self, path: Path) -> None:
        """Read what ``save`` wrote."""
        kept = torch.load(path, map_location="cpu")
        for name, part in self._parts():
            part.load_state_dict(kept["parts"][name])
        for k, v in kept["counts"].items():
            setattr(self, k, v)
        torch.set_rng_state(kept["random"])

    def _parts(self) -> list[tuple[str, Any]]:
        return [("network", self.network), ("average", self.average), ("optimizer", self.optimizer)]


def fit(
    network: Network,
    rows: Callable[[int], list[Example]],
    plan: Plan,
    device: torch.device,
    kept: Path,
    after: Callable[[int, Network], None] | None = None,
) -> Network:
    """Train a network and return the moving average of its weights.

    rows: gives the examples of an epoch; kept: the file from which a stopped training goes on, written every ``KEEP``
    steps and gone at the end; after: is called with each epoch's number and the average so far.
    """
    torch.manual_seed(plan.seed)
    state = _State(network.to(device), plan)
    if kept.exists():
        state.load(kept)
    begun, first = time.monotonic(), state.step
    while state.epoch < plan.epochs:
        todo = batches(rows(state.epoch), plan.pieces, random.Random(1000 * plan.seed + state.epoch))
        steps = len(todo) * plan.epochs  # epochs differ by a window or two
        network.train()
        for chosen in todo[state.done :]:
            for group in state.optimizer.param_groups:
                group["lr"] = group["peak"] * _pace(state.step, steps)
            batch = collate(chosen, device)
            with torch.autocast(device.type, torch.bfloat16):
                loss = _loss(network, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            state.optimizer.step()
            state.optimizer.zero_grad(set_to_none=True)
            state.step, state.done, state.seen = state.step + 1, state.done + 1, state.seen + loss.item()
            _follow(state.average, network, min(plan.average, (1 + state.step) / (10 + state.step)))
            if state.done % 50 == 0 or state.done == len(todo):
                each = (time.monotonic() - begun) / (state.step - first)
                where = f"epoch {state.epoch + 1}/{plan.epochs} step {state.done}/{len(todo)}"
                _tell(where, state.seen / state.done, (steps - state.step) * each)
            if state.step % KEEP == 0:
                state.save(kept)
        state.epoch, state.done, state.seen = state.epoch + 1, 0, 0.0
        state.save(kept)
        if after:
            after(state.epoch, state.average)
    kept.unlink(missing_ok=True)
    return state.average


def _tell(where: str, loss: float, left: float) -> None:
    """Print progress. left: seconds."""
    print(f"{where} loss {loss:.4f}, {left / 60:.0f} min to go", file=sys.stderr, flush=True)
