"""Where a program error happened, in words that carry no patient's data."""

from pathlib import Path
from traceback import extract_tb


def bug_trace(error: BaseException) -> str:
    """Type and places of an error, innermost last, for the log.

    Never its message: that may quote a name or a statement's values.
    """
    lines: list[str] = []
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        frames = extract_tb(each.__traceback__)
        places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
        lines.append(f"{type(each).__module__}.{type(each).__qualname__} at {places or 'an unknown place'}")
        each = each.__cause__ or each.__context__
    return " caused by ".join(lines)
