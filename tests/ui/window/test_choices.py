"""Lines to choose from: what does not fit is left out by whole parts."""

from datetime import timedelta

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from praxidesk.engine.outcomes import Slot
from praxidesk.ui.overlays.choices import shortened
from praxidesk.ui.overlays.slot_lines import slot_when
from tests.ui.desk import Desk
from tests.ui.desk_practice import ZONE, at

TEAM = "Dr. Yıldız · Dr. Sörensen · Arthroskopieturm 1"


def test_a_list_of_people_is_not_cut_in_the_middle_of_a_name(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    width = metrics.horizontalAdvance(TEAM) + 2
    assert shortened(TEAM, metrics, width) == TEAM
    assert shortened(TEAM, metrics, width - 3) == "Dr. Yıldız · Dr. Sörensen · …"
    assert shortened(TEAM, metrics, width // 2) == "Dr. Yıldız · …"


def test_a_button_names_the_date_of_a_time_weeks_away(desk: Desk) -> None:
    slot = Slot(at("10:30"), at("10:45"), ())
    day = ZONE.day_of(slot.starts_at)
    assert slot_when(ZONE, slot, day - timedelta(days=6)) == "Mo 10:30"
    assert slot_when(ZONE, slot, day - timedelta(days=7)) == "Mo 23. Nov. 10:30"
