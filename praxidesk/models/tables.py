"""All tables by name, and the metadata that knows them all."""

from praxidesk.models.account_tables import account
from praxidesk.models.calendar_tables import (
    allocation,
    entry,
    entry_change,
    milestone,
    milestone_change,
    series,
)
from praxidesk.models.journal_tables import journal, journal_head, journal_seal
from praxidesk.models.offer_tables import (
    appointment_type,
    combination,
    combination_part,
    need,
    need_member,
    procedure,
    quota,
)
from praxidesk.models.practice_tables import (
    absence,
    actor,
    actor_site,
    day_exception,
    local_holiday,
    patient,
    patient_word,
    policy,
    practice,
    setting,
    site,
    weekly_window,
)
from praxidesk.models.request_tables import settled_request
from praxidesk.models.reservation_tables import (
    reservation,
    reservation_actor,
    reservation_holder,
    reservation_service,
    reservation_window,
)
from praxidesk.models.schema import METADATA

__all__ = [
    "METADATA",
    "absence",
    "account",
    "actor",
    "actor_site",
    "allocation",
    "appointment_type",
    "combination",
    "combination_part",
    "day_exception",
    "entry",
    "entry_change",
    "journal",
    "journal_head",
    "journal_seal",
    "local_holiday",
    "milestone",
    "milestone_change",
    "need",
    "need_member",
    "patient",
    "patient_word",
    "policy",
    "practice",
    "procedure",
    "quota",
    "reservation",
    "reservation_actor",
    "reservation_holder",
    "reservation_service",
    "reservation_window",
    "series",
    "setting",
    "settled_request",
    "site",
    "weekly_window",
]
