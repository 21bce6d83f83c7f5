"""Who did what to whom, in PLOVER's terms; who tells of it, and when it was."""

from firsthand.events.states import states
from firsthand.events.step import happen
from firsthand.events.telling import dated

__all__ = ["dated", "happen", "states"]
