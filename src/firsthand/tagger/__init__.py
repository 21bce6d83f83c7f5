"""The only place that knows the model: from text to scores for every word."""

from firsthand.tagger.model import Tagger

__all__ = ["Tagger"]
