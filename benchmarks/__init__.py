"""Measures what Firsthand reaches: quality against gold, speed, footprint. See ``benchmarks/README.md``."""
