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
    :param timeout: seconds, for all of them
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
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    return [json.loads(racer.communicate(timeout=timeout)[0]) for racer in racers]
