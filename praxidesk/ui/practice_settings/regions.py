"""What is offered as a region of public holidays and as a time zone; any other may be typed."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

ZONES = ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/Luxembourg", "Europe/London", "UTC")


def regions() -> list[tuple[str, str]]:
    """Codes of the ``holidays`` package with their names."""
    return [
        ("", translate("regions", "none")),
        ("DE-BW", "Baden-Württemberg"),
        ("DE-BY", translate("regions", "Bavaria")),
        ("DE-BE", "Berlin"),
        ("DE-BB", "Brandenburg"),
        ("DE-HB", "Bremen"),
        ("DE-HH", "Hamburg"),
        ("DE-HE", translate("regions", "Hesse")),
        ("DE-MV", "Mecklenburg-Vorpommern"),
        ("DE-NI", translate("regions", "Lower Saxony")),
        ("DE-NW", translate("regions", "North Rhine-Westphalia")),
        ("DE-RP", translate("regions", "Rhineland-Palatinate")),
        ("DE-SL", "Saarland"),
        ("DE-SN", translate("regions", "Saxony")),
        ("DE-ST", translate("regions", "Saxony-Anhalt")),
        ("DE-SH", "Schleswig-Holstein"),
        ("DE-TH", translate("regions", "Thuringia")),
        ("AT", translate("regions", "Austria")),
        ("CH", translate("regions", "Switzerland")),
        ("LU", translate("regions", "Luxembourg")),
    ]
