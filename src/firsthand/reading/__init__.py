"""Reading: bytes, files and addresses to reports.

>>> read_text("LISBON, March 3 (Baltika Wire) - Envoys met on Sunday, a diplomat said.").dateline.agency
'Baltika Wire'
"""

from firsthand.reading.report import Overrides
from firsthand.reading.source import read_source, read_text

__all__ = ["Overrides", "read_source", "read_text"]
