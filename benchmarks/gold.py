"""Where the gold lies, and which gold it is.

The gold is not part of this repository. It is looked for in ``$FIRSTHAND_SHARED``, or else in ``../shared``.
A figure holds for one gold only, so each corpus is known by a digest over its files.
"""

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPORA = {
    "polnear": ("data/polnear/dev.jsonl",),
    "gum": ("data/gum/splits.tsv", "data/gum/dep/*.conllu", "data/gum/rst/*.rsd"),
    "plover": ("data/plover_train/PLV_train.tsv",),
    "factuality": ("data/factuality/dev.jsonl",),
    "names": ("data/names/*.csv",),
    "reports": ("reports/*",),
    "stories": ("stories/*/gold.json", "stories/*/reports/*.json"),
}


def shared() -> Path:
    """The folder with the gold and its scorers; it may not exist."""
    return Path(os.environ.get("FIRSTHAND_SHARED", ROOT.parent / "shared")).resolve()


def files(corpus: str) -> list[Path]:
    """The files of a corpus, sorted.

    Raises:
        FileNotFoundError: a part of the corpus is not there.
    """
    found: list[Path] = []
    for pattern in CORPORA[corpus]:
        matches = sorted(shared().glob(pattern))
        if not matches:
            raise FileNotFoundError(f"{shared() / pattern}: no such gold (set FIRSTHAND_SHARED to the folder with it)")
        found += matches
    return found


def digest(corpus: str) -> str:
    """SHA-256 over the names and bytes of a corpus's files."""
    total = hashlib.sha256()
    for path in files(corpus):
        total.update(f"{path.relative_to(shared()).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
