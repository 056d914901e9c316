"""The journal of all that was done: one line a deed, each sealed onto the one before.

A seal is a hash over the line and the seal before it. So a line that is changed, left out or put in later
breaks the chain at its place; a chain that is cut short, or written anew from some place on, disagrees with
every anchor that was noted elsewhere: the number and hash of a seal.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

NO_HASH = ""
"""What stands before the first seal."""


class Deed(StrEnum):
    """What was done to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    READ = "read"
    """Somebody opened it; of patients only."""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One deed, as the database wrote it down."""

    id: int
    at: int
    """Seconds since 1970-01-01 UTC, by the database's clock."""
    deed: Deed
    subject: str
    """The table."""
    subject_key: str
    """Its row: the primary key, several columns with commas between."""
    before: str | None
    """The row as JSON; nothing where there was none."""
    after: str | None
    entry: int | None = None
    """The entry whose history shows it; sealed only in so far as the row itself says so."""
    patient: int | None = None
    """The patient on whose card it stands; as above."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What holds a line in its place, and who did it."""

    seq: int
    """1, 2, 3 … without a gap."""
    line: int
    login: str
    client: str
    """From where: the address a server sees, or the machine's name."""
    process: int
    content_hash: str
    """Of what was before and after."""
    hash: str
    desk: str = ""
    """What the desk calls itself: a label, which nobody has checked."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A seal noted outside the store: whoever rewrites the chain cannot rewrite it there."""

    seq: int
    hash: str

    def __str__(self) -> str:
        """As it is printed and typed."""
        return f"{self.seq}:{self.hash}"

    @classmethod
    def parse(cls, text: str) -> "Anchor":
        """Read one that was printed. Raises ``ValueError`` where it is none."""
        found = re.fullmatch(r"(\d{1,18}):([0-9a-f]{64}|)", text.strip())
        if found is None or (found[2] == NO_HASH) != (int(found[1]) == 0):
            raise ValueError(f"{text!r} is no seal")
        return cls(int(found[1]), found[2])


class Flaw(StrEnum):
    """What is wrong with a journal."""

    LINE_CHANGED = "line-changed"
    """A line is no longer what was sealed."""
    SEAL_CHANGED = "seal-changed"
    """A seal does not follow from the one before."""
    SEAL_MISSING = "seal-missing"
    """A number of the chain is left out."""
    LINE_MISSING = "line-missing"
    """A seal's line is gone."""
    ELSEWHERE = "elsewhere"
    """A line stands in the history of another entry or patient than it tells of, or in none."""
    CUT = "cut"
    """The chain ends elsewhere than its head says."""
    ANCHOR = "anchor"
    """A seal is not what was noted of it outside."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw, at its place."""

    flaw: Flaw
    seq: int


@dataclass(frozen=True, slots=True)
class JournalProof:
    """What looking through the whole journal found."""

    head: Anchor
    """The newest seal: note it elsewhere."""
    findings: tuple[Finding, ...]
    """Empty where it is whole; never more than ``MOST_FINDINGS``."""
    unsealed: int
    """Lines that another program wrote into the file; they are no part of the chain yet."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.findings and not self.unsealed


@dataclass(frozen=True, slots=True)
class SealSeen:
    """What this desk keeps of the journal outside of it, and whether the journal still agrees."""

    head: Anchor
    """The newest seal now."""
    noted: Anchor
    """The one that was kept from the last time; number 0 where there was none."""
    is_there: bool
    """Whether the journal still holds it: else it was written anew, cut, or taken from an older copy."""


def digest(*parts: str | int | None) -> str:
    """SHA-256 in hex over texts that cannot be mistaken for each other: each with its length in bytes.

    A database function of the same name gives the same (migration 0010).
    """
    written = []
    for part in parts:
        if part is None:
            written.append(b"-")
        else:
            raw = str(part).encode()
            written.append(b"%d:%s" % (len(raw), raw))
    return sha256(b"".join(written)).hexdigest()


def sealed(previous: str, seq: int, line: JournalLine, seal: Seal) -> str:
    """The hash that a seal must have, given the one before."""
    return seal_digest(
        previous, seq, line.at, line.deed.value, line.subject, line.subject_key,
        seal.content_hash, seal.login, seal.client, seal.process, seal.desk,
    )  # fmt: skip


def seal_digest(*parts: str | int | None) -> str:
    """The hash of a seal's parts; the last is the desk's label, and none where it has none."""
    return digest(*(parts if parts[-1] else parts[:-1]))


_ENTRY_OF = {"entry": "id", "allocation": "entry_id", "milestone": "entry_id"}
_PATIENT_OF = {"patient": "actor_id", "entry": "patient_id"}
"""By which column a row belongs to an entry, and to a patient."""


def _is_in_its_place(line: JournalLine) -> bool:
    """Whether it stands in the history of the entry and of the patient that it tells of."""
    of_entry, of_patient = _ENTRY_OF.get(line.subject), _PATIENT_OF.get(line.subject)
    if of_entry is None and of_patient is None:
        return line.entry is None and line.patient is None
    if line.deed is Deed.READ:
        return (line.entry, str(line.patient)) == (None, line.subject_key)
    try:
        row = json.loads(line.after or line.before or "", strict=False)
        return (line.entry, line.patient) == (row.get(of_entry), row.get(of_patient))
    except (ValueError, AttributeError):
        return False  # sealed by whoever may write the file, and no row of ours


class Inspection:
    """A walk along the chain, seal by seal. After a flaw the rest is held against what is there.

    So one change is one finding.
    """

    def __init__(self, anchors: Sequence[Anchor] = ()) -> None:
        self._noted: dict[int, set[str]] = {}
        for anchor in anchors:
            self._noted.setdefault(anchor.seq, set()).add(anchor.hash)
        self.last = Anchor(0, NO_HASH)
        """The seal looked at last."""

    def look_at(self, seal: Seal, line: JournalLine | None) -> Iterator[Finding]:
        """What is wrong with the next seal; it comes without its line where that is gone."""
        for seq in range(self.last.seq + 1, seal.seq):
            yield Finding(Flaw.SEAL_MISSING, seq)
        if line is None:
            yield Finding(Flaw.LINE_MISSING, seal.seq)
        elif digest(line.before, line.after) != seal.content_hash:
            yield Finding(Flaw.LINE_CHANGED, seal.seq)
        elif seal.seq == self.last.seq + 1 and sealed(self.last.hash, seal.seq, line, seal) != seal.hash:
            yield Finding(Flaw.SEAL_CHANGED, seal.seq)
        elif not _is_in_its_place(line):
            yield Finding(Flaw.ELSEWHERE, seal.seq)
        if any(hash_ != seal.hash for hash_ in self._noted.pop(seal.seq, ())):
            yield Finding(Flaw.ANCHOR, seal.seq)
        self.last = Anchor(seal.seq, seal.hash)

    def end(self, head: Anchor) -> Iterator[Finding]:
        """What is wrong with where it ends."""
        if self.last != head:
            yield Finding(Flaw.CUT, min(self.last.seq, head.seq))
        for seq in sorted(self._noted):
            if seq > 0:
                yield Finding(Flaw.ANCHOR, seq)


def flaws(
    chain: Iterable[tuple[Seal, JournalLine | None]], head: Anchor, anchors: Sequence[Anchor] = ()
) -> Iterator[Finding]:
    """All that is wrong with a chain, in its order; ``chain`` sorted by number, read once."""
    inspection = Inspection(anchors)
    for seal, line in chain:
        yield from inspection.look_at(seal, line)
    yield from inspection.end(head)
