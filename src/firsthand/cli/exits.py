"""The exit codes, all of them."""

from enum import IntEnum


class Exit(IntEnum):
    """What the process tells its caller at the end; scripts rely on these numbers."""

    ALL_READ = 0
    SOME_UNREAD = 1
    USAGE = 2
    NONE_READ = 3
    BAD_MODEL = 4
    CANNOT_WRITE = 5
    INTERNAL = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141

    @property
    def meaning(self) -> str:
        """One line for the help text."""
        return _MEANING[self]


_MEANING = {
    Exit.ALL_READ: "everything was read",
    Exit.SOME_UNREAD: "some inputs could not be read; the others were",
    Exit.USAGE: "the command line is wrong",
    Exit.NONE_READ: "nothing could be read",
    Exit.BAD_MODEL: "the model folder is missing, damaged or of another version",
    Exit.CANNOT_WRITE: "the output could not be written",
    Exit.INTERNAL: "a bug in Firsthand; please report it",
    Exit.INTERRUPTED: "interrupted from the keyboard",
    Exit.PIPE_CLOSED: "whoever read the output stopped reading, as `head` does",
}


def table() -> str:
    """Return the codes with their meanings, a line each."""
    return "\n".join(f"  {code.value:>3}  {code.meaning}" for code in Exit)
