"""Whether the journal is whole, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from praxidesk.engine.journal import Finding, Flaw, JournalProof, SealSeen
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate


def proof_words(proof: JournalProof, zone: Zone, now: int) -> str:
    """``unverändert bis Zeile 12.345 · geprüft 10:42``; else the first flaw, and how many there are."""
    if proof.findings:
        first = finding_words(proof.findings[0])
        others = len(proof.findings) - 1
        return f"{first} · {counted.more_flaws(others)}" if others else first
    if proof.unsealed:
        return translate("history", "{count} written by another program, without a seal").format(
            count=counted.journal_lines(proof.unsealed)
        )
    text = translate("history", "Unchanged up to line {line} · checked at {time} · seal {seal}")
    return text.format(
        line=QLocale().toString(proof.head.seq), time=dates.clock(zone, now), seal=proof.head.hash[:12] or "–"
    )


def missed_seal_words(seen: SealSeen) -> str:
    """That the journal is not the one this desk knew."""
    text = translate(
        "history",
        "The journal no longer holds what this desk saw of it last (line {line}): somebody has rewritten it"
        " or cut it off, or an older copy of the data was put in its place. See “Who changed what”.",
    )
    return text.format(line=QLocale().toString(seen.noted.seq))


def missed_seal_short(seen: SealSeen) -> str:
    """The same where there is little room."""
    text = translate("history", "No longer holds what this desk saw last (line {line})")
    return text.format(line=QLocale().toString(seen.noted.seq))


def finding_words(finding: Finding) -> str:
    """``Zeile 17: Was dort stand, ist verändert``."""
    what = {
        Flaw.LINE_CHANGED: translate("history", "what stood there was changed"),
        Flaw.SEAL_CHANGED: translate("history", "its seal does not follow from the one before"),
        Flaw.SEAL_MISSING: translate("history", "its seal is gone"),
        Flaw.LINE_MISSING: translate("history", "the line is gone"),
        Flaw.ELSEWHERE: translate("history", "it stands in another history than its own"),
        Flaw.CUT: translate("history", "the chain ends here, its head says otherwise"),
        Flaw.ANCHOR: translate("history", "it is not what this desk has noted of it"),
    }[finding.flaw]
    line = QLocale().toString(finding.seq)
    return translate("history", "Line {line}: {what}").format(line=line, what=what)
