"""What can go wrong, by who is at fault: the input, the model folder, or Firsthand itself."""


class FirsthandError(Exception):
    """Base of all errors that Firsthand raises on purpose: one line with the value at fault and the remedy.

    Args:
        what: what is wrong, naming the value at fault ("dates.txt: not a date: 'Tuesdayish'").
        remedy: what the user can do about it; empty where nothing can be done.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what} ({remedy})" if remedy else what)
        self.what = what
        self.remedy = remedy


class InputError(FirsthandError):
    """The input can't be read: a missing file, a binary, a page without an article, a refused URL."""


class ModelError(FirsthandError):
    """The model folder is missing, damaged, or does not fit this version of the code."""


class InternalError(FirsthandError):
    """Firsthand broke a promise of its own; always a bug worth reporting."""
