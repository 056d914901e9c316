"""The policy table: what each kind of conflict does, changed by the practice."""

from collections.abc import Mapping

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import NEVER_SOFTENED
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.models import writes
from praxidesk.models.settled_requests import Asked, claim
from praxidesk.services.answers import invalid
from praxidesk.services.desk import Desk


def change_policy(
    desk: Desk, changes: Mapping[ConflictKind, Severity], asked: Asked | None = None
) -> Invalid | None:
    """Change the severities named, keep the others; ``Invalid`` where one may not be softened.

    :param asked: its key; what was changed under it once is not changed again
    :raises StoreUnavailable: the policy is as it was, whatever the reason
    """
    for kind, severity in changes.items():
        if kind in NEVER_SOFTENED and severity is not Severity.BLOCKING:
            return invalid(f"policy.{kind}", "this kind is always blocking")
    with desk.store.write() as connection:
        if claim(connection, asked) is not None:
            connection.rollback()
            return None
        desk.reload(connection)
        writes.save_policy(connection, {**desk.practice.policy, **changes})
        desk.reload(connection)
    return None
