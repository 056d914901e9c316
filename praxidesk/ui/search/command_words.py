"""What commands are called where no menu stands around them, and what else people call them.

Other words are data, not texts: both languages are found whichever is spoken, so nobody need translate them.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from praxidesk.ui.actions.action_list import ActionId

translate = QCoreApplication.translate
A = ActionId


def command_names() -> dict[ActionId, str]:
    """Whole names of those that a menu calls by one word."""
    return {
        A.MOVE: translate("commands", "Move appointment"),
        A.PARK: translate("commands", "Park appointment"),
        A.WAITLIST: translate("commands", "Put appointment onto the waiting list"),
        A.ARRIVED: translate("commands", "Patient has arrived"),
        A.CHECKED_IN: translate("commands", "Patient goes in"),
        A.FULFILLED: translate("commands", "Appointment is done"),
        A.NOSHOW: translate("commands", "Patient did not appear"),
        A.RESTORE: translate("commands", "Set appointment back to booked"),
        A.CANCEL: translate("commands", "Cancel appointment …"),
        A.VIEW_DAY: translate("commands", "View: day"),
        A.VIEW_WEEK: translate("commands", "View: week"),
        A.VIEW_MONTH: translate("commands", "View: month"),
        A.VIEW_ROOMS: translate("commands", "View: OP plan"),
        A.TODAY: translate("commands", "Go to today"),
        A.PREVIOUS: translate("commands", "Page back"),
        A.NEXT: translate("commands", "Page forward"),
        A.SEARCH: translate("commands", "Search patients and appointments"),
        A.ZOOM_IN: translate("commands", "Draw the calendar larger"),
        A.ZOOM_OUT: translate("commands", "Draw the calendar smaller"),
        A.ZOOM_DAY: translate("commands", "Show the whole day"),
        A.SIDE_PANEL: translate("commands", "Show or hide the left panel"),
        A.DETAILS_PANEL: translate("commands", "Show or hide the details"),
        A.THEME_SYSTEM: translate("commands", "Appearance: as the system"),
        A.THEME_LIGHT: translate("commands", "Appearance: light"),
        A.THEME_DARK: translate("commands", "Appearance: dark"),
        A.GERMAN: translate("commands", "Language: German"),
        A.ENGLISH: translate("commands", "Language: English"),
        A.LOCK_ONE: translate("commands", "Lock by itself after 1 minute"),
        A.LOCK_FIVE: translate("commands", "Lock by itself after 5 minutes"),
        A.LOCK_FIFTEEN: translate("commands", "Lock by itself after 15 minutes"),
        A.LOCK_SIXTY: translate("commands", "Lock by itself after an hour"),
        A.QUIT: translate("commands", "Quit PraxiDesk"),
    }


OTHER_WORDS: Mapping[ActionId, str] = {
    A.BOOK: (
        "neuer Termin buchen anlegen eintragen vergeben Serie Terminserie Kombitermin Notfall neuer Patient"
        " new appointment book create add series combination emergency new patient"
    ),
    A.NEXT_FREE: "nächste freie Zeit nächster freier Termin Lücke finden next free time slot gap find",
    A.BLOCK: "Zeit sperren Sperrzeit Besprechung Blocker block time meeting",
    A.OPEN: "Termin öffnen ändern bearbeiten open entry appointment edit change",
    A.MOVE: "Termin verschieben verlegen umbuchen move appointment reschedule shift postpone",
    A.PARK: "Termin parken ablegen beiseite park appointment put aside",
    A.PLACE: "Geparktes einsetzen ablegen place parked",
    A.PLACE_WAITING: "Warteliste einsetzen nachrücken waiting list place fill",
    A.WAITLIST: "Termin Warteliste waiting list",
    A.PATIENT: "Patient öffnen Akte Karte zeigen open patient card show",
    A.EDIT_PATIENT: "Patient Stammdaten ändern bearbeiten Telefon Name edit patient data change phone",
    A.NOTE: "Notiz schreiben Bemerkung note write remark comment",
    A.NEXT_OF_PATIENT: "nächster Termin Patient springen next appointment patient jump",
    A.PREVIOUS_OF_PATIENT: "voriger letzter früherer Termin Patient previous appointment patient jump",
    A.SELECT_ALL: "alle auswählen Spalte markieren select all column",
    A.MILESTONE: "Meilenstein Schnitt Naht OP milestone incision suture",
    A.ARRIVED: "Patient eingetroffen da gekommen angemeldet arrived here",
    A.CHECKED_IN: "Patient aufgenommen aufnehmen aufrufen Behandlung check in call treatment",
    A.FULFILLED: "Termin erledigt fertig done finished fulfilled",
    A.NOSHOW: "Patient nicht erschienen ausgeblieben versäumt no-show missed",
    A.RESTORE: "Termin zurück gebucht wiederherstellen restore back booked",
    A.CANCEL: "Termin absagen stornieren löschen entfernen cancel delete remove",
    A.CHANGES: "wer hat was geändert Verlauf Journal Protokoll Änderungen who changed what journal audit log",
    A.ENTRY_HISTORY: "Verlauf Termin wer hat geändert history of appointment entry who changed",
    A.DESK_NAME: "Name Platz Arbeitsplatz Rechner benennen name desk workstation rename",
    A.UNDO: "rückgängig zurücknehmen undo take back",
    A.REDO: "wiederholen wiederherstellen redo again",
    A.VIEW_DAY: "Tag Tagesansicht day view",
    A.VIEW_WEEK: "Woche Wochenansicht week view",
    A.VIEW_MONTH: "Monat Monatsansicht month view",
    A.BOARD: "OP-Plan Wandanzeige Monitor Bildschirm Vollbild board wall display screen",
    A.WAITING_ROOM: "Wartezimmer wer wartet waiting room",
    A.IMPORT: "Tabelle CSV importieren Import einlesen Übernahme table csv import load",
    A.VIEW_ROOMS: "OP-Plan Säle Operationen theatre operating rooms plan",
    A.TODAY: "heute jetzt today now",
    A.PREVIOUS: "zurück blättern vorige previous back page",
    A.NEXT: "weiter vor blättern nächste next forward page",
    A.SHOW_CHANGED: "zuletzt geändert gebucht zeigen last changed booked show go",
    A.SEARCH: "Patienten Termine suchen finden search find patient",
    A.CONFLICTS: "Konflikte Regeln verletzt Umbuchen conflicts broken rules",
    A.RULES: "Buchungsregeln Regeln booking rules policy",
    A.LOGINS: "Zugänge Benutzer Konten Passwort sperren Rollen logins users accounts password lock roles",
    A.SETTINGS: (
        "Einstellungen Praxis Personal Behandler Räume Geräte Terminarten Eingriffe Feiertage Schließzeiten"
        " Sprechzeiten Öffnungszeiten Pausen Kombinationen Reservierungen"
        " settings preferences options staff rooms types holidays opening hours breaks"
    ),
    A.DIAGNOSIS: "Diagnose langsam Datenbank Tempo Verbindung diagnosis slow database speed connection",
    A.ABSENCE: "Abwesenheit Urlaub krank Fortbildung absence vacation holiday sick leave",
    A.PRINT: (
        "drucken Tagesliste Wochenplan Monat OP-Plan Recall Recall-Liste PDF ausdrucken"
        " print day week month plan recall list"
    ),
    A.PRINT_SLIP: "Terminzettel drucken slip print",
    A.ZOOM_IN: "vergrößern zoom larger in",
    A.ZOOM_OUT: "verkleinern zoom smaller out",
    A.ZOOM_DAY: "ganzer Tag einpassen whole day fit",
    A.SHOW_CANCELLED: "abgesagte Termine zeigen show cancelled",
    A.FILTER: "filtern einschränken filter restrict",
    A.CLEAR_FILTER: "Filter aufheben beenden clear filter",
    A.SAVE_VIEW: "Ansicht speichern merken save view bookmark",
    A.SAVED_VIEWS: "gespeicherte Ansichten verwalten saved views manage",
    A.COLUMNS_NEXT: "Spalten wechseln columns switch",
    A.COLUMNS_PRACTITIONERS: "Spalten Behandler Ärzte columns practitioners doctors",
    A.COLUMNS_ROOMS: "Spalten Räume Geräte columns rooms devices",
    A.COLUMNS_BOTH: "Spalten beide columns both",
    A.WEEKENDS: "Wochenende Samstag Sonntag weekend",
    A.SIDE_PANEL: "linke Leiste Monatsblatt left panel sidebar",
    A.DETAILS_PANEL: "Details rechte Leiste right panel",
    A.COLOUR_TYPE: "Farbe Terminart colour color type",
    A.COLOUR_PRACTITIONER: "Farbe Behandler colour color practitioner",
    A.THEME_SYSTEM: "Aussehen Design System theme appearance",
    A.THEME_LIGHT: "Aussehen Design hell theme light",
    A.THEME_DARK: "Aussehen Design dunkel Nacht theme dark night",
    A.GERMAN: "Sprache Deutsch language German",
    A.ENGLISH: "Sprache Englisch language English",
    A.CHANGE_PASSWORD: "Kennwort Passwort ändern password change",
    A.LOCK: "Fenster sperren Bildschirm Pause lock window screen away",
    A.LOCK_ONE: "automatisch sperren Minute lock automatically minute",
    A.LOCK_FIVE: "automatisch sperren Minuten lock automatically minutes",
    A.LOCK_FIFTEEN: "automatisch sperren Minuten lock automatically minutes",
    A.LOCK_SIXTY: "automatisch sperren Stunde lock automatically hour",
    A.SIGN_OUT: "abmelden ausloggen Benutzer wechseln logout log out switch user",
    A.CLOSE_DEMO: "Demo-Praxis schließen beenden close demo practice",
    A.QUIT: "beenden schließen Programm quit exit close",
}
