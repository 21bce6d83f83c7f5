import random
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")

from training.examples import Example, batches  # noqa: E402 - they import torch
from training.fit import Plan, fit  # noqa: E402

PLAN = Plan(epochs=3, rate=0.1, head_rate=0.1, pieces=20)


class Row:
    """Stands for a window: as many pieces as it has ids."""

    def __init__(self, length):
        self.ids = [0] * length


def rows(lengths, text=None):
    return [Example(Row(n), text=text) for n in lengths]


def test_batches_hold_all_windows_once_and_are_about_as_long_as_asked():
    made = rows([5, 9, 5, 7, 3, 9, 4])
    found = batches(made, 20, random.Random(1))
    assert sorted(id(r) for b in found for r in b) == sorted(map(id, made))
    assert all(len(b) * max(len(r.input.ids) for r in b) <= 20 for b in found)


def test_windows_of_one_text_share_a_batch():
    found = batches([*rows([3, 9], "a"), *rows([5, 5, 5]), *rows([4, 4], "b")], 24, random.Random(1))
    for text in "ab":
        assert sum(any(r.text == text for r in b) for b in found) == 1


class Line(torch.nn.Module):
    """A network of one number, and the loss that pulls it to each batch's length."""

    def __init__(self):
        super().__init__()
        self.heads = torch.nn.Linear(1, 1)


@pytest.fixture
def line(monkeypatch):
    def loss(network, batch):
        return (network.heads(torch.ones(1, 1)) - batch).pow(2).sum() + 0.01 * torch.rand(())

    monkeypatch.setattr("training.fit.collate", lambda chosen, device: float(len(chosen)))
    monkeypatch.setattr("training.fit._loss", loss)
    monkeypatch.setattr("training.fit.KEEP", 1)
    torch.manual_seed(0)
    return Line()


def given(epoch):
    return rows([4 + epoch, 5, 6, 7, 8, 9])


def test_a_stopped_training_goes_on_as_if_nothing_had_been(line, tmp_path, monkeypatch):
    start = {k: v.clone() for k, v in line.state_dict().items()}
    whole = fit(line, given, PLAN, torch.device("cpu"), tmp_path / "a.state")

    class KilledError(Exception):
        pass

    def kill(epoch, average):
        if epoch == 2:
            raise KilledError

    again = Line()
    again.load_state_dict(start)
    with pytest.raises(KilledError):
        fit(again, given, PLAN, torch.device("cpu"), tmp_path / "b.state", kill)
    assert (tmp_path / "b.state").exists()
    resumed = fit(Line(), given, PLAN, torch.device("cpu"), tmp_path / "b.state")
    assert not (tmp_path / "b.state").exists()
    for key, value in whole.state_dict().items():
        assert torch.equal(value, resumed.state_dict()[key])


def test_frozen_parameters_stay(line, tmp_path):
    line.heads.bias.requires_grad_(False)
    before = line.heads.bias.clone()
    after = fit(line, given, replace(PLAN, epochs=1), torch.device("cpu"), tmp_path / "c.state")
    assert torch.equal(after.heads.bias, before)
    assert not torch.equal(after.heads.weight, torch.zeros(1, 1))
