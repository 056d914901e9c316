"""The figures as a table that people read."""

from collections.abc import Iterable, Sequence

from benchmarks.figures import Figure

CURVE = "after 1 month"
"""How what is measured over the years says what it is measured against."""
_HEAD = ("what", "store", "entries", "statements", "ours", "ratio", "budget", "", "against")
_RIGHT = {2, 3, 4, 5, 6}


def table(figures: Sequence[Figure]) -> str:
    """All figures, and below them how those over the years grow."""
    largest = max((each.entries for each in figures if each.store), default=0)
    last = [each for each in figures if not each.against.endswith(CURVE) or each.entries == largest]
    parts = [_aligned([_HEAD, *map(_row, last)])]
    if curve := [each for each in figures if each.against.endswith(CURVE)]:
        parts += ["", "Over the years, against the same with one month of entries:", "", _curve(curve)]
    missed = [f"{each.what} ({each.store or 'screen'})" for each in figures if not each.met]
    parts += ["", f"MISSED: {', '.join(dict.fromkeys(missed))}" if missed else "All budgets are met."]
    return "\n".join(parts)


def _row(figure: Figure) -> tuple[str, ...]:
    few = figure.most_statements
    statements = "–" if figure.statements is None else f"{figure.statements}"
    faults = "".join(f", {count} {name}" for name, count in figure.faults.items())
    return (
        figure.what,
        figure.store or "–",
        f"{figure.entries:,}",
        statements if few is None else f"{statements} (≤ {few})",
        f"{figure.median_ms:,.4g} ms" if figure.median_ms < 1_000 else f"{figure.median_ms:,.0f} ms",
        times(figure.ratio, figure.budget),
        f"{'≥' if figure.budget < 1 else '≤'} {times(figure.budget, figure.budget)}",
        "met" if figure.met else "MISSED",
        figure.against + faults,
    )


def times(ratio: float, budget: float) -> str:
    """A ratio in words; the other way round where ours is to be many times faster."""
    if budget >= 1:
        return f"{ratio:.2f} ×"
    return f"1/{1 / ratio:.0f}" if ratio < 0.1 else f"1/{1 / ratio:.1f}"


def _curve(figures: Iterable[Figure]) -> str:
    stages = sorted({each.entries for each in figures})
    rows: dict[tuple[str, str], dict[int, str]] = {}
    for each in figures:
        words = f"{each.median_ms:.3g} ms {each.ratio:.2f} ×{'' if each.met else ' MISSED'}"
        rows.setdefault((each.what, each.store), {})[each.entries] = words
    head = ("what", "store", *(f"{stage:,} entries" for stage in stages))
    return _aligned([head, *((*key, *(row.get(stage, "") for stage in stages)) for key, row in rows.items())])


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            cell.rjust(width) if place in _RIGHT and len(row) == len(_HEAD) else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "  ".join("-" * min(width, 60) for width in widths), *lines[1:]])
