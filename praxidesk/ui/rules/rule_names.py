"""What the rules are called, by the kind of conflict that breaks them."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.vocabulary import ConflictKind, Severity

translate = QCoreApplication.translate

GROUPS: tuple[tuple[ConflictKind, ...], ...] = (
    (
        ConflictKind.PATIENT_BUSY,
        ConflictKind.BLOCKOUT,
        ConflictKind.RESERVED,
        ConflictKind.TENTATIVE,
        ConflictKind.GAP_TOO_SHORT,
        ConflictKind.TRAVEL_TOO_SHORT,
    ),
    (
        ConflictKind.PRACTICE_CLOSED,
        ConflictKind.OUTSIDE_HOURS,
        ConflictKind.NO_HOURS,
        ConflictKind.ON_BREAK,
        ConflictKind.ABSENT,
    ),
    (
        ConflictKind.NOT_QUALIFIED,
        ConflictKind.NEED_UNMET,
        ConflictKind.EQUIPMENT_MISSING,
        ConflictKind.OUT_OF_SERVICE,
        ConflictKind.INACTIVE,
        ConflictKind.POSSIBLE_DUPLICATE,
    ),
    (
        ConflictKind.QUOTA_FULL,
        ConflictKind.TOO_CLOSE,
        ConflictKind.TOO_MANY_AT_ONCE,
        ConflictKind.NOTICE_TOO_SHORT,
        ConflictKind.TOO_FAR_AHEAD,
        ConflictKind.IN_THE_PAST,
    ),
)
"""Everything a practice may choose: who is taken, hours, people and things, how often and when."""


def group_names() -> tuple[str, ...]:
    """A heading for each group."""
    return (
        translate("rules", "Taken"),
        translate("rules", "Hours"),
        translate("rules", "People and things"),
        translate("rules", "How often and when"),
    )


def rule_name(kind: ConflictKind) -> str:
    """What is weighed."""
    return {
        ConflictKind.PATIENT_BUSY: translate("rules", "Patient has another appointment"),
        ConflictKind.BLOCKOUT: translate("rules", "Time is blocked"),
        ConflictKind.RESERVED: translate("rules", "Time is reserved for others"),
        ConflictKind.TENTATIVE: translate("rules", "Meets a request"),
        ConflictKind.GAP_TOO_SHORT: translate("rules", "Gap too short"),
        ConflictKind.TRAVEL_TOO_SHORT: translate("rules", "Travel time too short"),
        ConflictKind.PRACTICE_CLOSED: translate("rules", "Practice closed"),
        ConflictKind.OUTSIDE_HOURS: translate("rules", "Outside working hours"),
        ConflictKind.NO_HOURS: translate("rules", "No hours are known"),
        ConflictKind.ON_BREAK: translate("rules", "During a break"),
        ConflictKind.ABSENT: translate("rules", "Absent"),
        ConflictKind.NOT_QUALIFIED: translate("rules", "Does not fit the type"),
        ConflictKind.NEED_UNMET: translate("rules", "Somebody is missing"),
        ConflictKind.EQUIPMENT_MISSING: translate("rules", "Equipment is missing"),
        ConflictKind.OUT_OF_SERVICE: translate("rules", "Inspection is due"),
        ConflictKind.INACTIVE: translate("rules", "No longer active"),
        ConflictKind.POSSIBLE_DUPLICATE: translate("rules", "Patient may be known already"),
        ConflictKind.QUOTA_FULL: translate("rules", "Quota is full"),
        ConflictKind.TOO_CLOSE: translate("rules", "Two of a type too near"),
        ConflictKind.TOO_MANY_AT_ONCE: translate("rules", "Too many at once"),
        ConflictKind.NOTICE_TOO_SHORT: translate("rules", "Notice too short"),
        ConflictKind.TOO_FAR_AHEAD: translate("rules", "Too far ahead"),
        ConflictKind.IN_THE_PAST: translate("rules", "In the past"),
    }[kind]


def severity_name(severity: Severity) -> str:
    """What a rule does."""
    return {
        Severity.BLOCKING: translate("rules", "Blocks"),
        Severity.WARNING: translate("rules", "Warns"),
        Severity.OFF: translate("rules", "Off"),
    }[severity]
