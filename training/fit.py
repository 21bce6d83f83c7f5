"""One training loop for teacher and student: AdamW, warm-up and linear decay, an average of the weights at the end."""

import copy
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import nn

from training.examples import Example, batches, collate
from training.heads import HEADS
from training.network import Network


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


def _groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    """Parameters by rate and weight decay: new parts learn faster, biases and norms do not decay."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, p in network.named_parameters():
        rate = plan.head_rate if name.startswith("heads") or "features" in name else plan.rate
        groups.setdefault((rate, 0.01 if p.ndim > 1 else 0.0), []).append(p)
    return [{"params": ps, "lr": rate, "weight_decay": decay} for (rate, decay), ps in groups.items()]


def _loss(network: Network, batch: dict) -> torch.Tensor:
    """Loss per window, over heads; where a teacher speaks too, gold has its share and the teacher the rest."""
    hidden = network(batch["ids"], batch["features"], batch["mask"], batch["first"])
    total = hidden.new_zeros((), dtype=torch.float32)
    for head in HEADS:
        module, soft = network.heads[head.NAME], batch.get("soft " + head.NAME)
        share = batch["share"] if soft else torch.ones_like(batch["share"])
        total = total + module.loss(hidden, batch[head.NAME], share)
        if soft:
            total = total + module.distil(hidden, soft, batch["words"], 1 - share)
    return total / 32  # of the order of one, so that clipping at 1 cuts only outliers


def _schedule(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """Warm up over the first twelfth, at most 400 steps, then fall in a straight line to a fiftieth."""
    warm = max(1, min(steps // 12, 400))
    return torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min(1.0, (i + 1) / warm) * max(0.02, 1 - i / steps))


@torch.no_grad()
def _follow(average: Network, network: Network, decay: float) -> None:
    """Move the average towards the network."""
    for a, b in zip(average.parameters(), network.parameters(), strict=True):
        a.lerp_(b, 1 - decay)


def fit(
    network: Network,
    rows: Callable[[int], list[Example]],
    plan: Plan,
    device: torch.device,
    after: Callable[[int, Network], None] | None = None,
) -> Network:
    """Train a network and return the moving average of its weights.

    rows: gives the examples of an epoch; after: is called with each epoch's number and the average so far.
    """
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    network.to(device)
    optimizer = torch.optim.AdamW(_groups(network, plan), betas=(0.9, 0.98), eps=1e-6, fused=True)
    average = copy.deepcopy(network)
    schedule, step, begun = None, 0, time.monotonic()
    for epoch in range(plan.epochs):
        todo = batches(rows(epoch), plan.pieces, rng)
        schedule = schedule or _schedule(optimizer, len(todo) * plan.epochs)
        network.train()
        seen = torch.zeros((), device=device)
        for i, chosen in enumerate(todo):
            batch = collate(chosen, device)
            with torch.autocast(device.type, torch.bfloat16):
                loss = _loss(network, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            _follow(average, network, min(plan.average, (1 + step) / (10 + step)))
            seen += loss.detach()
            if (i + 1) % 100 == 0 or i + 1 == len(todo):
                done = (epoch + (i + 1) / len(todo)) / plan.epochs
                _tell(f"epoch {epoch + 1}/{plan.epochs} step {i + 1}/{len(todo)}", float(seen) / (i + 1), done, begun)
        if after:
            after(epoch, average)
    return average


def _tell(where: str, loss: float, done: float, begun: float) -> None:
    """Print progress. done: share of the work; begun: monotonic seconds."""
    seconds = time.monotonic() - begun
    print(
        f"{where} loss {loss:.4f} {seconds:.0f} s, {seconds / done - seconds:.0f} s to go", file=sys.stderr, flush=True
    )
