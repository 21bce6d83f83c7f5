"""Comparing names: how likely two written names are the same person, organization or company, and why."""

from firsthand.names.likeness import SAME, Likeness, compare, keys
from firsthand.names.written import Name, prepare

__all__ = ["SAME", "Likeness", "Name", "compare", "keys", "prepare"]
