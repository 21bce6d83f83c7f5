"""What a rule is: a small named function over one case, whose docstring tells a user why it fired."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec

from firsthand.types import Reason

C = TypeVar("C")
T = TypeVar("T", covariant=True)


class Rule(msgspec.Struct, Generic[C, T], frozen=True):
    """One rule of a table: it looks at a case and gives a value, or None where it does not apply.

    Attributes:
        find: the function.
        reason: the function's name, the first line of its docstring, and how far to trust it.
    """

    find: Callable[[C], T | None]
    reason: Reason


def rule(score: float) -> Callable[[Callable[[C], T | None]], Rule[C, T]]:
    """Make a function a rule that is right with probability ``score``; its docstring is the reason that users see."""

    def wrap(find: Callable[[C], T | None]) -> Rule[C, T]:
        why = (find.__doc__ or "").strip().split("\n")[0]
        return Rule(find, Reason(rule=find.__name__, why=why, score=score))

    return wrap


def first(rules: Sequence[Rule[C, T]], case: C) -> tuple[T | None, Reason | None]:
    """Return what the first rule that applies finds, with its reason; ``(None, None)`` when none applies."""
    for one in rules:
        value = one.find(case)
        if value is not None:
            return value, one.reason
    return None, None
