"""What a command says when it does nothing: one message for people, never a traceback."""

import sys


class CommandRefused(Exception):
    """Bad usage, an unreadable store or file, a refused set-up; the message names what and where."""


def warn(message: str) -> None:
    """Say something beside the answers, on stderr."""
    print(f"praxidesk: {message}", file=sys.stderr, flush=True)


def describe_fault(error: Exception) -> str:
    """An exception nobody foresaw, in one line."""
    return f"internal error: {type(error).__name__}: {error} (set PRAXIDESK_DEBUG=1 for the traceback)"
