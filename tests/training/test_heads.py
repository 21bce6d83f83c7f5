"""The event head: what it learns from, and that the graph says what the network says."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

import onnxruntime  # noqa: E402 - these need torch
from onnx import helper  # noqa: E402

from firsthand.plover import CONTEXTS  # noqa: E402
from firsthand.scores import EVENT_MODES, EVENT_ROLES, EVENT_TAGS, TYPES  # noqa: E402
from firsthand.tagger.windows import Input  # noqa: E402
from training.documents import Document, Happening, Pair  # noqa: E402
from training.graph import Graph  # noqa: E402
from training.heads import events  # noqa: E402

WIDTH = 32
TEXT = "Vesk accused the court on Monday."
WORDS = np.array([(0, 4), (5, 12), (13, 16), (17, 22), (23, 25), (26, 32), (32, 33)], np.int64)


def window():
    nothing = np.zeros(0, np.int64)
    return Input(ids=nothing, features=nothing, first=nothing, words=WORDS)


def document(**known):
    return Document("x", TEXT, **known)


def accused():
    roles = {"actor": [(0, 4)], "recipient": [(13, 22)], "time": [(26, 32)]}
    return Happening((5, 12), "ACCUSE", "disapprove", "occurred", ["legal"], roles)


def trained(documents, steps=60):
    torch.manual_seed(0)
    head = events.Head(WIDTH)
    head.eval()
    hidden = torch.randn(len(documents), len(WORDS), WIDTH)
    words = torch.ones(len(documents), len(WORDS), dtype=torch.bool)
    gold = events.collate([events.targets(d, window()) for d in documents], words)
    step = torch.optim.Adam(head.parameters(), lr=0.02)
    for _ in range(steps):
        loss = head.loss(hidden, gold, torch.ones(len(documents)))
        step.zero_grad()
        loss.backward()
        step.step()
    return head, hidden, words


def test_targets_of_an_event():
    made = events.targets(document(happenings=[accused()], told=True), window())
    assert [EVENT_TAGS[t] for t in made.tags] == ["O", "ACCUSE", *["O"] * 5]
    assert made.anchors.tolist() == [1]
    assert EVENT_MODES[made.modes[0]] == "disapprove"
    assert [EVENT_ROLES[r] for r in made.roles[0].argmax(1)[[0, 2, 5]]] == ["actor", "recipient", "time"]
    assert made.contexts[0].nonzero()[0].tolist() == [CONTEXTS.index("legal")]


def test_a_text_that_is_not_told_teaches_no_tags():
    assert set(events.targets(document(), window()).tags.tolist()) == {events.IGNORE}


def test_it_learns_what_it_is_told():
    head, hidden, words = trained([document(happenings=[accused()], told=True)])
    [said] = events.soften([head], [hidden], words)
    assert said["anchors"].tolist() == [1]
    assert EVENT_TAGS[said["tags"][1].argmax()] == "ACCUSE"
    assert (said["roles"][0, :, 0] > 0).tolist() == [True, *[False] * 6]


def test_it_learns_a_type_from_its_two_parties_alone():
    pair = Pair((0, 4), (13, 22), ("REJECT",))
    head, hidden, _ = trained([document(pairs=[pair])])
    tags = head.tags(hidden)[0, :, 1 : 1 + len(TYPES)]
    assert TYPES[int(tags.logsumexp(0).argmax())] == "REJECT"


def test_it_learns_how_sure_words_are():
    head, hidden, _ = trained([document(sure=[(5, 12, 3.0), (26, 32, -3.0)])])
    certainty = head.certainty(hidden)[0]
    assert certainty[1] > 2
    assert certainty[5] < -2


def test_a_batch_without_anything_costs_nothing():
    head, hidden, words = trained([document()], steps=0)
    gold = events.collate([events.targets(document(), window())], words)
    assert float(head.loss(hidden, gold, torch.ones(1))) == 0.0


def test_the_graph_says_what_the_network_says():
    head, hidden, words = trained([document(happenings=[accused()], told=True)], steps=20)
    [said] = events.soften([head], [hidden], words)
    g = Graph()
    outputs = {}
    weights = {k: v.numpy() for k, v in head.state_dict().items()}
    for name, (node, kind, shape) in events.export(g, weights, g.weight(hidden[0].numpy())).items():
        g.nodes.append(helper.make_node("Identity", [node], [name]))
        outputs[name] = (kind, shape)
    session = onnxruntime.InferenceSession(g.model({}, outputs).SerializeToString(), providers=["CPUExecutionProvider"])
    found = dict(zip(outputs, session.run(None, {}), strict=True))
    assert found["event_anchors"].tolist() == said["anchors"].tolist()
    for name, key in (
        ("modes", "modes"),
        ("factuality", "factuality"),
        ("contexts", "contexts"),
        ("event_roles", "roles"),
    ):
        np.testing.assert_allclose(found[name], said[key], atol=1e-4)
    # These go through int8.
    np.testing.assert_allclose(np.exp(found["event_tags"]), np.exp(said["tags"]), atol=0.05)
    np.testing.assert_allclose(found["certainty"], said["certainty"], atol=0.2)
