"""From a trained network to a model folder, and the proof that the two agree."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx

from firsthand.decoding import decode
from firsthand.scores import Options
from firsthand.tagger import Tagger
from firsthand.tagger.model import EVENT_LABELS, LABELS
from firsthand.tagger.windows import FEATURES
from training.documents import Document
from training.evaluate import evaluate, measure, scorer
from training.graph import Graph, encoder
from training.heads import HEADS, events
from training.network import Network


def build(network: Network) -> onnx.ModelProto:
    """The network as an int8 graph over one window: ids and features of pieces, first piece of each word."""
    weights = {k: v.float().cpu().numpy() for k, v in network.state_dict().items()}

    def under(prefix: str) -> dict[str, np.ndarray]:
        return {k.removeprefix(prefix): v for k, v in weights.items() if k.startswith(prefix)}

    g = Graph()
    pieces = encoder(g, under("encoder.bert."), network.encoder.bert.config.num_attention_heads)
    hidden = g.op("Gather", g.op("Squeeze", pieces, g.weight(np.array([0]))), "first")
    outputs: dict[str, tuple[int, list[Any]]] = {}
    for head in (head for head in HEADS if head.NAME in network.heads):
        for name, (node, kind, shape) in head.export(g, under(f"heads.{head.NAME}."), hidden).items():
            g.nodes.append(onnx.helper.make_node("Identity", [node], [name]))
            outputs[name] = (kind, shape)
    model = g.model({"ids": ["pieces"], "features": ["pieces"], "first": ["words"]}, outputs)
    onnx.checker.check_model(model)
    return model


def export(network: Network, vocabulary: Path, folder: Path, facts: dict[str, Any], options: Options) -> None:
    """Write the model folder: graph, vocabulary, facts. The card is written by hand, from these facts."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(build(network), folder / "model.onnx")
    shutil.copyfile(vocabulary, folder / "vocab.txt")
    known = {
        "name": facts["name"],
        "labels": LABELS | (EVENT_LABELS if events.NAME in network.heads else {}),
        "features": FEATURES,
        "data": facts["digest"],
        "decoding": asdict(options),
    }
    (folder / "model.json").write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def parity(network: Network, folder: Path, documents: list[Document], shared: Path, options: Options) -> dict[str, Any]:
    """Measure the network as trained and as exported on the same documents; F1 in percent, and the loss by int8."""
    tagger = Tagger(folder)
    trained = evaluate([network], documents, tagger.pieces, shared, options, exact=True)
    exported = measure(scorer(shared), documents, [list(tagger.tag(d.text)) for d in documents], options)
    same = sum(decode(tagger.tag(d.text), options) == decode(tagger.tag(d.text), options) for d in documents[:5])
    if same != len(documents[:5]):
        raise AssertionError("the exported model does not repeat itself")
    return {
        "trained": trained,
        "exported": exported,
        "loss by int8": round(trained["lenient all"] - exported["lenient all"], 2),
    }
