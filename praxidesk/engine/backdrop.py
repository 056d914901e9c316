"""The backgrounds of site and actors over one span, each worked out when it is first asked for.

One for each check; one for a day of checks in bulk, or for a whole search.
"""

from praxidesk.engine.hours import Background, site_background
from praxidesk.engine.hours_conflicts import HoursConflicts, actor_conflicts, site_conflicts
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import Zone


class Backdrop:
    """What hours, breaks, absences and closures say of one span. Everything is clipped to it."""

    def __init__(self, practice: Practice, zone: Zone, span: Span) -> None:
        self.practice = practice
        self.zone = zone
        self.span = span
        self._site: Background | None = None
        self._against_site: HoursConflicts | None = None
        self._against: dict[ActorId, HoursConflicts] = {}

    @property
    def site(self) -> Background:
        """The background of the site."""
        if self._site is None:
            self._site = site_background(self.practice, self.zone, self.span)
        return self._site

    @property
    def against_site(self) -> HoursConflicts:
        """What speaks against anything at all."""
        if self._against_site is None:
            self._against_site = site_conflicts(self.site, self.span)
        return self._against_site

    def against(self, actor: ActorId) -> HoursConflicts:
        """What speaks against taking a practitioner, room or device."""
        found = self._against.get(actor)
        if found is None:
            found = self._against[actor] = actor_conflicts(
                self.practice, self.zone, actor, self.span, self.site
            )
        return found
