"""Who is who: the actors of a report, which of them each source is (``who``), and over reports (``Registry``)."""

from firsthand.actors.registry import Registry
from firsthand.actors.step import Who, who

__all__ = ["Registry", "Who", "who"]
