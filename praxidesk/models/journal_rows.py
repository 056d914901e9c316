"""What is read of a line of the journal and of its seal, and the values that become of it."""

from collections.abc import Sequence
from typing import Any

from praxidesk.engine.journal import Deed, JournalLine, Seal
from praxidesk.models.tables import journal, journal_seal

LINE = (
    journal.c.id,
    journal.c.at,
    journal.c.deed,
    journal.c.subject,
    journal.c.subject_key,
    journal.c.before,
    journal.c.after,
    journal.c.entry_id,
    journal.c.patient_id,
)
SEAL = (
    journal_seal.c.seq,
    journal_seal.c.journal_id,
    journal_seal.c.login,
    journal_seal.c.client,
    journal_seal.c.process,
    journal_seal.c.content_hash,
    journal_seal.c.hash,
    journal_seal.c.desk,
)


def line_of(values: Sequence[Any]) -> JournalLine:
    """Of the columns ``LINE``, in their order."""
    id_, at, deed, *rest = values
    return JournalLine(id_, at, Deed(deed), *rest)


def seal_of(values: Sequence[Any]) -> Seal:
    """Of the columns ``SEAL``, in their order."""
    return Seal(*values)
