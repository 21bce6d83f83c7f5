"""Firsthand reads news reports and recovers who said what, on whose word.

    >>> from firsthand import Firsthand
    >>> analysis = Firsthand().read("report.html", outlet="Meridian Post")
    >>> for attribution in analysis.attributions:
    ...     print(attribution.stance, attribution.via)

Importing the package is cheap: the model and what runs it are loaded by the first use of a name that needs them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from firsthand.errors import FirsthandError, InputError, InternalError, ModelError

if TYPE_CHECKING:
    from firsthand.pipeline import Firsthand
    from firsthand.types import (
        Analysis,
        Attribution,
        Dateline,
        Form,
        Hand,
        HandRole,
        Kind,
        Reason,
        Report,
        Span,
        Spans,
        Stance,
    )

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Attribution",
    "Dateline",
    "Firsthand",
    "FirsthandError",
    "Form",
    "Hand",
    "HandRole",
    "InputError",
    "InternalError",
    "Kind",
    "ModelError",
    "Reason",
    "Report",
    "Span",
    "Spans",
    "Stance",
    "__version__",
]


def __getattr__(name: str) -> object:
    """Load a public name on its first use."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "firsthand.pipeline" if name == "Firsthand" else "firsthand.types"
    value = globals()[name] = getattr(import_module(module), name)
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return __all__
