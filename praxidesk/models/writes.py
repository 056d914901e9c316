"""Every write, under one name each. All of them need a connection of ``Store.write``."""

from praxidesk.models.actor_locks import ActorsMissing, lock_actors
from praxidesk.models.entry_writes import insert_entry, release, replace_allocations, update_entry
from praxidesk.models.milestone_writes import set_milestones
from praxidesk.models.offer_writes import save_combination, save_procedure, save_type
from praxidesk.models.patient_writes import (
    insert_patient,
    insert_patients,
    next_patient_number,
    save_patient,
    update_patient,
)
from praxidesk.models.practice_writes import (
    hold_practice,
    save_actor,
    save_actor_absences,
    save_branch,
    save_group,
    save_policy,
    save_site,
)
from praxidesk.models.reservation_writes import save_reservation
from praxidesk.models.seat_writes import reseat

__all__ = [
    "ActorsMissing",
    "hold_practice",
    "insert_entry",
    "insert_patient",
    "insert_patients",
    "lock_actors",
    "next_patient_number",
    "release",
    "replace_allocations",
    "reseat",
    "save_actor",
    "save_actor_absences",
    "save_branch",
    "save_combination",
    "save_group",
    "save_patient",
    "save_policy",
    "save_procedure",
    "save_reservation",
    "save_site",
    "save_type",
    "set_milestones",
    "update_entry",
    "update_patient",
]
