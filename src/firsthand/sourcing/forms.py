"""Rules for the form of a content: direct, mixed or indirect speech, by its quotation marks."""

from firsthand.rules import Rule, rule
from firsthand.sourcing.case import Case
from firsthand.types import Form


@rule(0.97)
def no_quotes(case: Case) -> Form | None:
    """Nothing of the content stands in quotation marks."""
    return Form.INDIRECT if case.quoted[0] == 0 else None


@rule(0.95)
def partly_quoted(case: Case) -> Form | None:
    """A part of the content stands in quotation marks."""
    inside, words, _ = case.quoted
    return Form.MIXED if inside < words else None


@rule(0.8)
def quoted_fragment(case: Case) -> Form | None:
    """The quoted words begin in the middle of a sentence: a fragment in the reporter's clause."""
    return Form.MIXED if case.quoted[2].islower() else None


@rule(0.95)
def all_quoted(case: Case) -> Form | None:
    """All of the content stands in quotation marks."""
    return Form.DIRECT


FORMS: tuple[Rule[Case, Form], ...] = (no_quotes, partly_quoted, quoted_fragment, all_quoted)
