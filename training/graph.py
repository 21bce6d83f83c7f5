"""Writes the network as an int8 ONNX graph by hand, operator by operator, from its weights.

Hand-made because the generic exporters leave work in the graph that one window does not need (an attention mask,
padding), and because attention, dynamic quantisation and layer norms are one operator each in onnxruntime's own
domain. Weights of matrix products are int8 with one scale a column; activations are quantised as they come, with one
scale a window, which is why each window runs by itself.
"""

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, MICROSOFT = 17, "com.microsoft"
# Seven bits of the eight: sums of two products overflow sixteen bits on processors without VNNI instructions. On the
# held-out articles the loss of linked F1 was 0.06 with 63 and 0.55 with 127, on a processor that has them.
LARGEST = 63


class Graph:
    """A graph in the making; every method adds nodes and returns the name of the result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._count = 0

    def weight(self, value: Any) -> str:
        """Add a constant."""
        self._count += 1
        name = f"w{self._count}"
        self.weights.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def op(self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: Any) -> Any:
        """Add a node; return its result's name, or a list of them."""
        self._count += 1
        names = [f"n{self._count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray | None = None) -> str:
        """``x @ weight.T + bias`` with the weight in int8; weight is (out, in) as torch keeps it."""
        matrix = weight.T.astype(np.float32)
        scale = np.maximum(np.abs(matrix).max(0), 1e-8) / LARGEST
        quantised = np.clip(np.round(matrix / scale), -LARGEST, LARGEST).astype(np.int8)
        inputs = [x, self.weight(quantised), self.weight(scale.astype(np.float32)), ""]
        if bias is not None:
            inputs.append(self.weight(bias.astype(np.float32)))
        return self.op("DynamicQuantizeMatMul", *inputs, domain=MICROSOFT)

    def norm(self, x: str, gain: np.ndarray, bias: np.ndarray) -> str:
        """Layer norm, spelt out: onnxruntime's one-operator norms take twice the time on a processor."""
        middle = self.op("Sub", x, self.op("ReduceMean", x, axes=[-1], keepdims=1))
        spread = self.op("ReduceMean", self.op("Mul", middle, middle), axes=[-1], keepdims=1)
        scale = self.op("Reciprocal", self.op("Sqrt", self.op("Add", spread, self.weight(np.float32(1e-12)))))
        return self.op("Add", self.op("Mul", self.op("Mul", middle, scale), self.weight(gain)), self.weight(bias))

    def float_linear(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """``x @ weight.T + bias`` in floats, for products too small to gain from int8."""
        return self.op("Add", self.op("MatMul", x, self.weight(weight.T)), self.weight(bias))

    def axis(self, number: int) -> str:
        """Add the number of an axis, as operators take it."""
        return self.weight(np.array([number]))

    def range(self, x: str) -> str:
        """The numbers of the rows of ``x``, from 0."""
        rows = self.op("Gather", self.op("Shape", x), self.weight(np.array(0)))
        return str(self.op("Range", self.weight(np.array(0)), rows, self.weight(np.array(1))))

    def model(self, inputs: dict[str, list[Any]], outputs: dict[str, tuple[int, list[Any]]]) -> onnx.ModelProto:
        """Close the graph. inputs: int64 shapes by name; outputs: element type and shape by name."""
        graph = helper.make_graph(
            self.nodes,
            "firsthand",
            [helper.make_tensor_value_info(n, TensorProto.INT64, s) for n, s in inputs.items()],
            [helper.make_tensor_value_info(n, t, s) for n, (t, s) in outputs.items()],
            self.weights,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10)


def encoder(g: Graph, w: dict[str, np.ndarray], heads: int) -> str:
    """BERT over the inputs ``ids`` and ``features``, both (pieces,); returns (1, pieces, width).

    w: the weights by their names in transformers' BertModel.
    """
    e = "embeddings."
    types = w[e + "token_type_embeddings.weight"]
    words = g.op("Gather", _table(g, w[e + "word_embeddings.weight"]), "ids")
    words = g.op("Cast", words, to=TensorProto.FLOAT)
    words = g.op("Mul", words, g.op("Gather", g.weight(_row_scales(w[e + "word_embeddings.weight"])), "ids"))
    x = g.op("Add", words, g.op("Gather", g.weight(types), "features"))
    pieces = g.op("Shape", "ids")
    places = g.op(
        "Slice", g.weight(w[e + "position_embeddings.weight"]), g.weight(np.array([0])), pieces, g.weight(np.array([0]))
    )
    x = g.op("Unsqueeze", g.op("Add", x, places), g.weight(np.array([0])))
    x = g.norm(x, w[e + "LayerNorm.weight"], w[e + "LayerNorm.bias"])
    n = 1 + max(int(k.split(".")[2]) for k in w if k.startswith("encoder.layer."))
    for i in range(n):
        x = _layer(g, {k.removeprefix(f"encoder.layer.{i}."): v for k, v in w.items()}, x, heads)
    return x


def _row_scales(table: np.ndarray) -> np.ndarray:
    return (np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127).astype(np.float32)


def _table(g: Graph, table: np.ndarray) -> str:
    """An embedding table as int8, one scale a row: half the file is this table."""
    return g.weight(np.clip(np.round(table / _row_scales(table)), -127, 127).astype(np.int8))


def _layer(g: Graph, w: dict[str, np.ndarray], x: str, heads: int) -> str:
    a = "attention.self."
    qkv = g.linear(
        x,
        np.concatenate([w[a + f"{r}.weight"] for r in ("query", "key", "value")]),
        np.concatenate([w[a + f"{r}.bias"] for r in ("query", "key", "value")]),
    )
    q, k, v = g.op("Split", qkv, outputs=3, axis=2)
    mixed = g.op("MultiHeadAttention", q, k, v, domain=MICROSOFT, num_heads=heads)
    a = "attention.output."
    out = g.linear(mixed, w[a + "dense.weight"], w[a + "dense.bias"])
    x = g.norm(g.op("Add", x, out), w[a + "LayerNorm.weight"], w[a + "LayerNorm.bias"])
    wide = g.linear(x, w["intermediate.dense.weight"])
    wide = g.op("BiasGelu", wide, g.weight(w["intermediate.dense.bias"]), domain=MICROSOFT)
    out = g.linear(wide, w["output.dense.weight"], w["output.dense.bias"])
    return g.norm(g.op("Add", x, out), w["output.LayerNorm.weight"], w["output.LayerNorm.bias"])
