"""Lines to choose from: what does not fit is left out by whole parts."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from praxidesk.ui.overlays.choices import shortened

TEAM = "Dr. Yıldız · Dr. Sörensen · Arthroskopieturm 1"


def test_a_list_of_people_is_not_cut_in_the_middle_of_a_name(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    width = metrics.horizontalAdvance(TEAM) + 2
    assert shortened(TEAM, metrics, width) == TEAM
    assert shortened(TEAM, metrics, width - 3) == "Dr. Yıldız · Dr. Sörensen · …"
    assert shortened(TEAM, metrics, width // 2) == "Dr. Yıldız · …"
