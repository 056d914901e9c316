"""Why an entry cannot stay where it stands, in words: for tooltips, screen readers and the details."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.stranding import Stranding, away_times
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import words
from praxidesk.ui.wording.actor_names import short_name

translate = QCoreApplication.translate

_LONGEST = 200


def is_stranded(practice: Practice, zone: Zone, entry: Entry) -> bool:
    """Whether it has to be moved."""
    return bool(away_times(practice, zone).strandings(entry))


def stranded_text(practice: Practice, zone: Zone, entry: Entry) -> str:
    """``Zu verlegen: Dr. Weber abwesend (Krank)``; empty of one that can stay."""
    why = [_why(practice, each) for each in away_times(practice, zone).strandings(entry)]
    if not why:
        return ""
    return translate("stranded", "To be moved: {why}").format(why="; ".join(dict.fromkeys(why)))


def _why(practice: Practice, stranding: Stranding) -> str:
    reason = " ".join(stranding.reason[:_LONGEST].split())
    if stranding.actor is None:
        shut = translate("stranded", "practice closed")
        return translate("stranded", "{what} ({reason})").format(what=shut, reason=reason) if reason else shut
    name = short_name(words.actor_name(practice, stranding.actor))
    absent = translate("stranded", "{who} absent").format(who=name)
    return translate("stranded", "{what} ({reason})").format(what=absent, reason=reason) if reason else absent
