"""How many examples a property is tried on: always the same few, or very many new ones."""

import os

from hypothesis import HealthCheck, settings


def examples(count: int) -> settings:
    """A fixed choice of examples; with PRAXIDESK_EXAMPLES=20 twenty times as many, at random."""
    factor = int(os.environ.get("PRAXIDESK_EXAMPLES", "0"))
    return settings(
        max_examples=count * max(factor, 1),
        derandomize=not factor,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
