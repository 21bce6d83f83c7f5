"""The archive: one SQLite file that survives a kill at any moment."""

from firsthand.store.archive import Archive, default_path
from firsthand.store.sanctions import Sanctions

__all__ = ["Archive", "Sanctions", "default_path"]
