"""What the sources of a report are, what they do, and through whose hands their words came; see ``source``."""

from firsthand.sourcing.step import source

__all__ = ["source"]
