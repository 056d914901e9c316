"""Regions of public holidays by their own names, and time zones: what somebody can choose from."""

from PySide6.QtCore import QTimeZone

_GERMANY = {
    "DE": "Deutschland (nur bundesweite)",
    "DE-BW": "Baden-Württemberg",
    "DE-BY": "Bayern",
    "DE-BE": "Berlin",
    "DE-BB": "Brandenburg",
    "DE-HB": "Bremen",
    "DE-HH": "Hamburg",
    "DE-HE": "Hessen",
    "DE-MV": "Mecklenburg-Vorpommern",
    "DE-NI": "Niedersachsen",
    "DE-NW": "Nordrhein-Westfalen",
    "DE-RP": "Rheinland-Pfalz",
    "DE-SL": "Saarland",
    "DE-SN": "Sachsen",
    "DE-ST": "Sachsen-Anhalt",
    "DE-SH": "Schleswig-Holstein",
    "DE-TH": "Thüringen",
}
_NEIGHBOURS = {
    "AT": "Österreich",
    "CH": "Schweiz (nur bundesweite)",
    "CH-AG": "Aargau",
    "CH-BE": "Bern",
    "CH-BL": "Basel-Landschaft",
    "CH-BS": "Basel-Stadt",
    "CH-FR": "Freiburg",
    "CH-GE": "Genf",
    "CH-GR": "Graubünden",
    "CH-LU": "Luzern",
    "CH-SG": "St. Gallen",
    "CH-SO": "Solothurn",
    "CH-TG": "Thurgau",
    "CH-TI": "Tessin",
    "CH-VD": "Waadt",
    "CH-VS": "Wallis",
    "CH-ZG": "Zug",
    "CH-ZH": "Zürich",
    "LI": "Liechtenstein",
    "LU": "Luxemburg",
}
REGIONS = _GERMANY | _NEIGHBOURS
"""Code of the region, and what people call it; any other code can be typed."""

_NEAR = ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/Luxembourg", "Europe/Vaduz")


def zone_names() -> tuple[str, ...]:
    """All time zones, those of German-speaking countries first."""
    known = sorted({bytes(each.data()).decode() for each in QTimeZone.availableTimeZoneIds()})
    return _NEAR + tuple(each for each in known if "/" in each and each not in _NEAR)


def zone_here() -> str:
    """This computer's zone, where it is a place and not merely UTC."""
    here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return here if here in zone_names() and not here.startswith("Etc/") else _NEAR[0]
