"""The words of time and order as people type them, German and English together, folded."""

from collections.abc import Mapping

from praxidesk.engine.typed_values import Between
from praxidesk.engine.vocabulary import Ranking

_GERMAN_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_GERMAN = ("mo", "di", "mi", "do", "fr", "sa", "so")
_SHORT_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LEAST_OF_A_DAY = 4
"""So many letters of a day's name stand for it."""


def _weekdays() -> dict[str, int]:
    found: dict[str, int] = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "sonnabend": 5}
    for names in (_GERMAN_DAYS, _ENGLISH_DAYS):
        for number, name in enumerate(names):
            for length in range(_LEAST_OF_A_DAY, len(name) + 1):
                found[name[:length]] = number
            found[name + "s"] = number
    for short in (_SHORT_GERMAN, _SHORT_ENGLISH):
        found |= {name: number for number, name in enumerate(short)}
    return found


WEEKDAYS: Mapping[str, int] = _weekdays()
GERMAN_DAYS = frozenset({*_SHORT_GERMAN, *_GERMAN_DAYS, "heute", "morgen", "uebermorgen"})
"""Before these, ``am`` is a German preposition, not an English morning."""
NEAR_DAYS: Mapping[str, int] = {
    "heute": 0,
    "heut": 0,
    "today": 0,
    "tod": 0,
    "morgen": 1,
    "mrg": 1,
    "tomorrow": 1,
    "tmrw": 1,
    "tom": 1,
    "uebermorgen": 2,
    "ubermorgen": 2,
    "overmorrow": 2,
}
NEXT: Mapping[str, int] = {
    **dict.fromkeys(("naechste", "naechsten", "naechster", "naechstes", "nachste", "nachsten"), 1),
    **dict.fromkeys(("kommende", "kommenden", "next", "coming"), 1),
    **dict.fromkeys(("diese", "dieser", "diesen", "this"), 0),
    **dict.fromkeys(("uebernaechste", "uebernaechsten", "ubernachste", "ubernachsten"), 2),
}
"""How many calendar weeks, or months, ahead."""
WEEK = frozenset({"woche", "week", "wo", "wk"})
MONTH = frozenset({"monat", "month"})
CALENDAR_WEEK = frozenset({"kw", "wk", "week", "woche", "cw"})
COUNTED: Mapping[str, int] = {
    **dict.fromkeys(("tag", "tage", "tagen", "t", "day", "days", "d"), 1),
    **dict.fromkeys(("woche", "wochen", "w", "wo", "week", "weeks", "wk", "wks"), 7),
    **dict.fromkeys(("monat", "monate", "monaten", "month", "months"), 0),
}
"""Days of what is counted; 0 for months."""
NUMBERS: Mapping[str, int] = {
    **dict.fromkeys(("ein", "eine", "einem", "einer", "einen", "a", "an", "one"), 1),
    **dict.fromkeys(("zwei", "two"), 2),
    **dict.fromkeys(("drei", "three"), 3),
    **dict.fromkeys(("vier", "four"), 4),
    **dict.fromkeys(("fuenf", "funf", "five"), 5),
    **dict.fromkeys(("sechs", "six"), 6),
    **dict.fromkeys(("acht", "eight"), 8),
}
MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januar", "january", "jaenner"),
            ("feb", "februar", "february"),
            ("mrz", "maerz", "marz", "mar", "march"),
            ("apr", "april"),
            ("mai", "may"),
            ("jun", "juni", "june"),
            ("jul", "juli", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("okt", "oktober", "oct", "october"),
            ("nov", "november"),
            ("dez", "dezember", "dec", "december"),
        ),
        start=1,
    )
    for name in names
}

_MORNING, _EARLY, _NOON = Between(0, 12 * 60), Between(0, 10 * 60), Between(11 * 60, 14 * 60)
_AFTERNOON, _EVENING = Between(12 * 60, 18 * 60), Between(17 * 60, 24 * 60)
PARTS: Mapping[str, Between] = {
    **dict.fromkeys(("vm", "vormittag", "vormittags", "morgens", "morning", "mornings", "am"), _MORNING),
    **dict.fromkeys(("frueh", "fruh", "fruehs", "early"), _EARLY),
    **dict.fromkeys(("mittag", "mittags", "noon", "midday", "lunchtime"), _NOON),
    **dict.fromkeys(("nm", "nachmittag", "nachmittags", "afternoon", "afternoons", "pm"), _AFTERNOON),
    **dict.fromkeys(("abend", "abends", "evening", "evenings", "spaet", "spat", "late"), _EVENING),
}
FROM = frozenset({"ab", "nach", "from", "after", "since", "seit"})
UNTIL = frozenset({"vor", "bis", "before", "until", "till", "by"})
AT = frozenset({"um", "at"})
AROUND = frozenset({"gegen", "around", "about", "ca", "circa"})
WITHIN = frozenset({"zwischen", "between", "von"})
TO = frozenset({"und", "and", "bis", "to", "until", "-", "–"})
HOUR = frozenset({"uhr", "oclock", "o'clock", "h"})
MINUTE_UNITS = frozenset({"min", "mins", "minute", "minuten", "minutes", "m", "'"})
HOUR_UNITS = frozenset({"h", "std", "stunde", "stunden", "hour", "hours", "hr", "hrs"})
LENGTHS: Mapping[str, int] = {
    "viertelstunde": 15,
    "dreiviertelstunde": 45,
    "stunde": 60,
    "halbestunde": 30,
}
HALVES = frozenset({"halbe", "half"})

ORDERS: Mapping[str, Ranking] = {
    **dict.fromkeys(
        ("frueheste", "fruehestens", "fruhestens", "asap", "earliest", "sofort", "bald", "schnellstens"),
        Ranking.EARLIEST,
    ),
    **dict.fromkeys(("lueckenlos", "luckenlos", "kompakt", "compact", "snug"), Ranking.COMPACT),
    **dict.fromkeys(("gleichmaessig", "gleichmassig", "verteilt", "evenly", "even"), Ranking.EVEN),
    **dict.fromkeys(("ueblich", "ublich", "uebliche", "gewohnt", "usual", "usually"), Ranking.PREFERRED),
}

FOR_PATIENT = frozenset({"fuer", "fur", "for", "patient", "patientin", "pat"})
"""The word behind is a patient's."""
WITH_ACTOR = frozenset({"bei", "mit", "with", "by", "zu", "dr", "doktor", "doctor", "prof"})
"""The word behind is somebody's who takes part."""
JOINING = frozenset(
    {
        *("herr", "herrn", "hr", "frau", "mr", "mrs", "ms", "termin", "appointment", "bitte", "please"),
        *("im", "in", "on", "um", "at", "den", "the", "am", "uhr", "einen", "ein", "eine", "a", "for"),
        *("fuer", "bei", "mit", "with", "dr", "zu", "und", "and"),
    }
)
"""What may stand beside the others and is passed over; a name only where nothing else can be one."""

SERVICE_WORDS: tuple[frozenset[str], ...] = (
    frozenset(
        {"kontrolle", "kontroll", "check", "checkup", "control", "follow", "followup", "nachkontrolle"}
    ),
    frozenset({"erst", "erstgespraech", "erstvorstellung", "erstberatung", "first", "new", "initial", "neu"}),
    frozenset({"verband", "verbandwechsel", "verbandswechsel", "dressing", "bandage"}),
    frozenset({"injektion", "infiltration", "spritze", "injection", "shot"}),
    frozenset({"sono", "sonographie", "sonografie", "ultraschall", "ultrasound", "us"}),
    frozenset({"roentgen", "rontgen", "xray", "radiograph"}),
    frozenset({"akut", "notfall", "urgent", "emergency", "acute"}),
    frozenset({"physio", "physiotherapie", "physiotherapy", "krankengymnastik"}),
    frozenset({"nachsorge", "aftercare", "postop"}),
    frozenset({"befund", "befundbesprechung", "befundgespraech", "results", "findings"}),
    frozenset({"narkose", "narkosegespraech", "anaesthesia", "anesthesia", "praemedikation"}),
    frozenset({"beratung", "sprechstunde", "consultation", "consult", "gespraech"}),
    frozenset({"impfung", "impfen", "vaccination", "vaccine"}),
    frozenset({"blut", "blutabnahme", "labor", "blood", "lab"}),
    frozenset({"ekg", "ecg"}),
    frozenset({"hausbesuch", "homevisit", "visite"}),
    frozenset({"hoertest", "hortest", "hearing", "audiometrie"}),
    frozenset({"knie", "knee"}),
    frozenset({"huefte", "hufte", "hip"}),
    frozenset({"schulter", "shoulder"}),
    frozenset({"faeden", "faden", "fadenzug", "sutures", "stitches"}),
)
"""Of each, one word stands for the others: what practices call it, and what people ask for."""
