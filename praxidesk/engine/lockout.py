"""How long a login waits after wrong passwords: longer each time, and no clock set back shortens it."""

from dataclasses import dataclass, replace

FREE_FAILURES = 4
"""So often anybody mistypes without waiting."""
FIRST_WAIT_SECONDS = 30
"""After the next one; each further one doubles them."""
LONGEST_WAIT_SECONDS = 3_600
"""So there are at most nine guesses in a quarter of an hour, and then one in an hour."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong passwords since the last right one."""

    failures: int = 0
    failed_at: int | None = None
    """When the last one was; nothing where there was none."""

    @property
    def wait(self) -> int:
        """Seconds from the last failure until the next attempt is heard."""
        beyond = self.failures - FREE_FAILURES
        # Long past the longest wait, 2 ** beyond would be a number of its own size.
        return 0 if beyond <= 0 else min(FIRST_WAIT_SECONDS << min(beyond - 1, 30), LONGEST_WAIT_SECONDS)

    def seen(self, now: int) -> "Attempts":
        """As they count now: where the clock was set back, the whole wait begins again."""
        if self.failed_at is None or self.failed_at <= now:
            return self
        return replace(self, failed_at=now)

    def waits_until(self, now: int) -> int | None:
        """From when on an attempt is heard; ``None`` where it is now."""
        seen = self.seen(now)
        if seen.failed_at is None or seen.failed_at + seen.wait <= now:
            return None
        return seen.failed_at + seen.wait

    def failed(self, now: int) -> "Attempts":
        """With one more."""
        return Attempts(self.failures + 1, now)
