"""Programs that begin at the same moment: each says ``ready``, waits for ``go``, and reports as JSON."""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from tests.leftovers import ROOT


def raced(module: str, arguments: Iterable[Sequence[object]], timeout: float) -> list[Any]:
    """What each of them reported, in their order.

    :param arguments: of each program
    :param timeout: seconds in which each must have ended after its report
    """
    racers = [
        subprocess.Popen(
            [sys.executable, "-m", module, *map(str, given)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
        )
        for given in arguments
    ]
    for racer in racers:
        assert _line_of(racer) == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    # All are done before the first one may leave: ending a program is work, and others still race.
    reports = [_line_of(racer) for racer in racers]
    for racer in racers:
        racer.communicate(timeout=timeout)
    return [json.loads(report) for report in reports]


def _line_of(racer: subprocess.Popen[str]) -> str:
    assert racer.stdout is not None
    return racer.stdout.readline()
