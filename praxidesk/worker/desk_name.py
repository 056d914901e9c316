"""What this desk is called, as the window may ask and say; the store's connections tell it to the journal."""

from praxidesk.models.at_desk import (
    LONGEST_NAME,
    choose_name,
    clean_name,
    desk_name,
    given_name,
    machine_name,
    own_name,
)

__all__ = [
    "LONGEST_NAME",
    "choose_name",
    "clean_name",
    "desk_name",
    "given_name",
    "machine_name",
    "own_name",
]
