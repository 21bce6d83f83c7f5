"""Word lists, written as plain text."""


def word_set(words: str) -> frozenset[str]:
    """Make a set of words that are written with spaces between them."""
    return frozenset(words.split())
