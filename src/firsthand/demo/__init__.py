"""A short report of our own invention: every kind of source and answer that Firsthand tells apart is in it."""

from pathlib import Path

REPORT = Path(__file__).with_name("report.json")
"""Where it lies; a JSON file with the keys of a report."""
