"""What a command says when it does nothing: one message for people, never a traceback."""

import sys

from praxidesk.worker.bug_trace import bug_trace


class CommandRefused(Exception):
    """Bad usage, an unreadable store or file, a refused set-up; the message names what and where."""


def warn(message: str) -> None:
    """Say something beside the answers, on stderr."""
    print(f"praxidesk: {message}", file=sys.stderr, flush=True)


def describe_fault(error: Exception) -> str:
    """An exception nobody foresaw, in one line: its type and place, for its message may quote a patient."""
    return f"internal error: {bug_trace(error)} (set PRAXIDESK_DEBUG=1 for the traceback)"
