"""Regions of public holidays by the names people call them, and time zones: what somebody can choose from."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTimeZone

translate = QCoreApplication.translate

_NEAR = ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/Luxembourg", "Europe/Vaduz")

_NATIONWIDE = {
    "Europe/Berlin": "DE",
    "Europe/Vienna": "AT",
    "Europe/Zurich": "CH",
    "Europe/Luxembourg": "LU",
    "Europe/Vaduz": "LI",
}


def regions() -> Mapping[str, str]:
    """Code of each region with its name, that of none first; any other code of ``holidays`` can be typed."""
    return {
        "": translate("regions", "no public holidays"),
        "DE": translate("regions", "Germany (nationwide only)"),
        "DE-BW": "Baden-Württemberg",
        "DE-BY": translate("regions", "Bavaria"),
        "DE-BE": "Berlin",
        "DE-BB": "Brandenburg",
        "DE-HB": "Bremen",
        "DE-HH": "Hamburg",
        "DE-HE": translate("regions", "Hesse"),
        "DE-MV": "Mecklenburg-Vorpommern",
        "DE-NI": translate("regions", "Lower Saxony"),
        "DE-NW": translate("regions", "North Rhine-Westphalia"),
        "DE-RP": translate("regions", "Rhineland-Palatinate"),
        "DE-SL": "Saarland",
        "DE-SN": translate("regions", "Saxony"),
        "DE-ST": translate("regions", "Saxony-Anhalt"),
        "DE-SH": "Schleswig-Holstein",
        "DE-TH": translate("regions", "Thuringia"),
        "AT": translate("regions", "Austria"),
        "CH": translate("regions", "Switzerland (nationwide only)"),
        "CH-AG": "Aargau",
        "CH-BE": "Bern",
        "CH-BL": "Basel-Landschaft",
        "CH-BS": "Basel-Stadt",
        "CH-FR": translate("regions", "Fribourg"),
        "CH-GE": translate("regions", "Geneva"),
        "CH-GR": translate("regions", "Grisons"),
        "CH-LU": translate("regions", "Lucerne"),
        "CH-SG": "St. Gallen",
        "CH-SO": "Solothurn",
        "CH-TG": "Thurgau",
        "CH-TI": translate("regions", "Ticino"),
        "CH-VD": translate("regions", "Vaud"),
        "CH-VS": translate("regions", "Valais"),
        "CH-ZG": "Zug",
        "CH-ZH": translate("regions", "Zurich"),
        "LI": "Liechtenstein",
        "LU": translate("regions", "Luxembourg"),
    }


def zone_names() -> tuple[str, ...]:
    """All time zones, those of German-speaking countries first."""
    known = sorted({bytes(each.data()).decode() for each in QTimeZone.availableTimeZoneIds()})
    return _NEAR + tuple(each for each in known if "/" in each and each not in _NEAR)


def zone_here() -> str:
    """This computer's zone, where it is a place and not merely UTC."""
    here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return here if here in zone_names() and not here.startswith("Etc/") else _NEAR[0]


def region_of(zone: str) -> str:
    """The holidays that hold all over the country of a zone: better than none, until somebody says which."""
    return _NATIONWIDE.get(zone, "")
