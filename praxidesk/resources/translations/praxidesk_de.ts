<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AbsenceLine</name>
    <message>
        <source>Whole days</source>
        <translation>Ganze Tage</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>AbsenceSheet</name>
    <message>
        <source>Whole days</source>
        <translation>Ganze Tage</translation>
    </message>
    <message>
        <source>Ill</source>
        <translation>Krank</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Urlaub</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Fortbildung</translation>
    </message>
    <message>
        <source>Enter an absence</source>
        <translation>Abwesenheit eintragen</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one day to another</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enter absence</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Looking whom it affects …</source>
        <translation>Betroffene Termine werden gesucht …</translation>
    </message>
    <message>
        <source>Enter all the same</source>
        <translation>Trotzdem eintragen</translation>
    </message>
    <message>
        <source>No entry is affected.</source>
        <translation>Kein Termin ist betroffen.</translation>
    </message>
    <message>
        <source>Absence entered: {name}, {days}</source>
        <translation>Abwesenheit eingetragen: {name}, {days}</translation>
    </message>
    <message>
        <source>{done} · {entries} to be moved (K)</source>
        <translation>{done} · {entries} zu verlegen (K)</translation>
    </message>
    <message>
        <source>Alt M</source>
        <translation>Alt M</translation>
    </message>
    <message>
        <source>Enter, then move them</source>
        <translation>Eintragen und verlegen</translation>
    </message>
</context>
<context>
    <name>AbsencesPart</name>
    <message numerus="yes">
        <source>Show %n past</source>
        <translation>
            <numerusform>%n vergangene zeigen</numerusform>
            <numerusform>%n vergangene zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>{action}: {what}</source>
        <translation>{action}: {what}</translation>
    </message>
</context>
<context>
    <name>ActorList</name>
    <message>
        <source>next free</source>
        <translation>nächster frei</translation>
    </message>
</context>
<context>
    <name>ActorMenu</name>
    <message>
        <source>Show only {name}</source>
        <translation>Nur {name} zeigen</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>{name} ausblenden</translation>
    </message>
    <message>
        <source>Show {name} too</source>
        <translation>{name} auch zeigen</translation>
    </message>
</context>
<context>
    <name>AffectedList</name>
    <message numerus="yes">
        <source>%n entry(s) would be affected.</source>
        <translation>
            <numerusform>%n Termin ist betroffen.</numerusform>
            <numerusform>%n Termine sind betroffen.</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay as they are, and are listed as breaking a rule until somebody moves them. The coming twelve months were looked at.</source>
        <translation>Sie bleiben stehen und werden als Regelverstoß (K) aufgeführt, bis sie verlegt sind. Geprüft wurden die kommenden zwölf Monate.</translation>
    </message>
    <message>
        <source>The list shows the first {shown}.</source>
        <translation>Die Liste zeigt die ersten {shown}.</translation>
    </message>
    <message>
        <source>More than {number} entries would be affected.</source>
        <translation>Mehr als {number} Einträge wären betroffen.</translation>
    </message>
</context>
<context>
    <name>Aftermath</name>
    <message>
        <source>Nothing has been changed here yet.</source>
        <translation>Hier wurde noch nichts geändert.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>Beginnings</name>
    <message>
        <source>Choose the practice file</source>
        <translation>Praxisdatei wählen</translation>
    </message>
    <message>
        <source>Practice files (*.toml)</source>
        <translation>Praxisdateien (*.toml)</translation>
    </message>
    <message>
        <source>The practice is set up. You can book now.</source>
        <translation>Die Praxis ist eingerichtet. Sie können jetzt Termine vergeben.</translation>
    </message>
    <message>
        <source>Nothing was created.</source>
        <translation>Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>The demo practice was not made.</source>
        <translation>Die Beispielpraxis wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>The database is up to date. As it was before it stays in {file}.</source>
        <translation>Die Datenbank ist auf dem neuen Stand. Wie sie vorher war, bleibt sie in {file}.</translation>
    </message>
</context>
<context>
    <name>BookingForm</name>
    <message>
        <source>Procedure</source>
        <translation>Eingriff</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>next free</source>
        <translation>nächste freie</translation>
    </message>
    <message>
        <source>Meeting, maintenance …</source>
        <translation>Besprechung, Wartung …</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Combined: {name}</source>
        <translation>Kombitermin: {name}</translation>
    </message>
</context>
<context>
    <name>BookingSheet</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Alt F</source>
        <translation>Alt F</translation>
    </message>
    <message>
        <source>waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Eine Zeile</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Alt W</source>
        <translation>Alt W</translation>
    </message>
    <message>
        <source>search on</source>
        <translation>weitere suchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>leave a dialog</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Correct: {field}</source>
        <translation>Berichtigen: {field}</translation>
    </message>
    <message>
        <source>Esc once more gives up the note, too.</source>
        <translation>Noch einmal Esc verwirft auch die Notiz.</translation>
    </message>
</context>
<context>
    <name>CancelSheet</name>
    <message>
        <source>Remove blocked time</source>
        <translation>Sperrzeit entfernen</translation>
    </message>
    <message>
        <source>Cancel entry</source>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Alt {digit}</source>
        <translation>Alt {digit}</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cancel {count}</source>
        <translation>{count} absagen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancelled by the patient</source>
        <translation>Patient hat abgesagt</translation>
    </message>
    <message>
        <source>Patient is ill</source>
        <translation>Patient ist erkrankt</translation>
    </message>
    <message>
        <source>Cancelled by the practice</source>
        <translation>Praxis sagt ab</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>Irrtümlich gebucht</translation>
    </message>
</context>
<context>
    <name>CardSheet</name>
    <message>
        <source>Go there</source>
        <translation>Zum Termin</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal laden</translation>
    </message>
    <message>
        <source>Next free time</source>
        <translation>Nächster freier Termin</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>Next appointment: {when}</source>
        <translation>Nächster Termin: {when}</translation>
    </message>
    <message>
        <source>{number} to come</source>
        <translation>{number} anstehend</translation>
    </message>
    <message>
        <source>{number} missed</source>
        <translation>{number} nicht erschienen</translation>
    </message>
    <message>
        <source>{number} cancelled</source>
        <translation>{number} abgesagt</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Anstehend</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>No appointment yet.</source>
        <translation>Noch kein Termin.</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>lädt …</translation>
    </message>
    <message>
        <source>Change data</source>
        <translation>Stammdaten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>ChainLine</name>
    <message>
        <source>Alt P</source>
        <translation>Alt P</translation>
    </message>
    <message>
        <source>Check journal</source>
        <translation>Journal prüfen</translation>
    </message>
    <message>
        <source>The journal is chained by hashes; not checked since this window was opened.</source>
        <translation>Das Journal ist durch Prüfsummen verkettet; seit dem Öffnen nicht geprüft.</translation>
    </message>
    <message>
        <source>checking … {count}</source>
        <translation>wird geprüft … {count}</translation>
    </message>
    <message>
        <source>I know why</source>
        <translation>Ist bekannt</translation>
    </message>
    <message>
        <source>The newest seal is kept from now on.</source>
        <translation>Das neueste Siegel ist von nun an gemerkt.</translation>
    </message>
</context>
<context>
    <name>ClashPage</name>
    <message>
        <source>All as saved</source>
        <translation>Alles wie gespeichert</translation>
    </message>
    <message>
        <source>All of mine</source>
        <translation>Alles von mir</translation>
    </message>
    <message>
        <source>What both have changed stays as it is saved unless you choose yours; everything else goes together.</source>
        <translation>Was beide geändert haben, bleibt wie gespeichert, wenn Sie nicht Ihres wählen; alles andere geht zusammen.</translation>
    </message>
</context>
<context>
    <name>ClashSheet</name>
    <message>
        <source>{clashing} of {count} cannot be changed so; all are as they were.</source>
        <translation>{clashing} von {count} lassen sich so nicht ändern; alle sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Shift ↵</source>
        <translation>Umschalt ↵</translation>
    </message>
    <message>
        <source>Only the {count} that fit</source>
        <translation>Nur die {count}, die passen</translation>
    </message>
    <message>
        <source>Leave all as they are</source>
        <translation>Alle so lassen</translation>
    </message>
    <message>
        <source>Not moved</source>
        <translation>Nicht verschoben</translation>
    </message>
    <message>
        <source>Not cancelled</source>
        <translation>Nicht abgesagt</translation>
    </message>
    <message>
        <source>Status not set</source>
        <translation>Status nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>ClosingSheet</name>
    <message>
        <source>Close the demo practice?</source>
        <translation>Beispielpraxis schließen?</translation>
    </message>
    <message>
        <source>The window goes back to your own practice. What you have tried out can stay for next time, or be deleted.</source>
        <translation>Das Fenster kehrt zu Ihrer eigenen Praxis zurück. Was Sie ausprobiert haben, kann für das nächste Mal bleiben oder gelöscht werden.</translation>
    </message>
    <message>
        <source>Close and delete</source>
        <translation>Schließen und löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hierbleiben</translation>
    </message>
</context>
<context>
    <name>CodesPart</name>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>nobody and nothing chosen</source>
        <translation>nichts gewählt</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Appointments</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>First cells</source>
        <translation>Erste Zellen</translation>
    </message>
    <message>
        <source>– not imported –</source>
        <translation>– nicht übernehmen –</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>{column} means</source>
        <translation>Bedeutung von {column}</translation>
    </message>
    <message>
        <source>The rows are</source>
        <translation>Die Zeilen sind</translation>
    </message>
</context>
<context>
    <name>CombinedSheet</name>
    <message>
        <source>Combined appointment: {name}</source>
        <translation>Kombitermin: {name}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Alt F</source>
        <translation>Alt F</translation>
    </message>
    <message>
        <source>search on</source>
        <translation>weitere suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>Alt {digit}</source>
        <translation>Alt {digit}</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Speichere …</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Book {time}</source>
        <translation>{time} buchen</translation>
    </message>
</context>
<context>
    <name>CommandSheet</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n Befehl</numerusform>
            <numerusform>%n Befehle</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>So heißt nichts.</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Which command, or which patient?</source>
        <translation>Welcher Befehl, welcher Patient?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>Patient öffnen</translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message>
        <source>Entries that break a rule</source>
        <translation>Einträge, die eine Regel verletzen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>go there</source>
        <translation>dorthin</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>the first {count}</source>
        <translation>die ersten {count}</translation>
    </message>
    <message>
        <source>Everything of the next {days} days keeps to the rules.</source>
        <translation>In den nächsten {days} Tagen hält alles die Regeln ein.</translation>
    </message>
    <message>
        <source>Move {count} of {day}</source>
        <translation>{count} vom {day} verlegen</translation>
    </message>
    <message numerus="yes">
        <source>Park all %n</source>
        <comment>entries</comment>
        <translation>
            <numerusform>Alle %n parken</numerusform>
            <numerusform>Alle %n parken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Connecting</name>
    <message>
        <source>Choose the practice&apos;s file</source>
        <translation>Datei der Praxis wählen</translation>
    </message>
    <message>
        <source>Practices (*.db *.sqlite *.praxidesk)</source>
        <translation>Praxen (*.db *.sqlite *.praxidesk)</translation>
    </message>
</context>
<context>
    <name>ConnectionStrip</name>
    <message>
        <source>Stop trying</source>
        <translation>Nicht weiter versuchen</translation>
    </message>
    <message>
        <source>What is booked already stays booked, and is told when the server answers again</source>
        <translation>Was schon gebucht ist, bleibt gebucht und wird gemeldet, sobald der Server wieder antwortet</translation>
    </message>
    <message>
        <source>Shown is what was known at {time}; it can be looked at, booking has to wait.</source>
        <translation>Gezeigt wird der Stand von {time}: Ansehen geht, Buchen muss warten.</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Wieder verbunden</translation>
    </message>
    <message>
        <source>Reconnecting …</source>
        <translation>Verbindung wird wiederhergestellt …</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Offline seit {time}</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) selected</source>
        <translation>
            <numerusform>%n Termin ausgewählt</numerusform>
            <numerusform>%n Termine ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <comment>12 of</comment>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Terminen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) in six weeks</source>
        <translation>
            <numerusform>%n Termin in sechs Wochen</numerusform>
            <numerusform>%n Termine in sechs Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the waiting room</source>
        <translation>
            <numerusform>%n im Wartezimmer</numerusform>
            <numerusform>%n im Wartezimmer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <comment>half hours nobody has taken</comment>
        <translation>
            <numerusform>%n frei</numerusform>
            <numerusform>%n frei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free half hour(s)</source>
        <translation>
            <numerusform>%n freie halbe Stunde</numerusform>
            <numerusform>%n freie halbe Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <comment>entries of a day that do not fit</comment>
        <translation>
            <numerusform>+ %n weiterer</numerusform>
            <numerusform>+ %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n Operation</numerusform>
            <numerusform>%n Operationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parked</source>
        <translation>
            <numerusform>%n geparkt</numerusform>
            <numerusform>%n geparkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <comment>without a room</comment>
        <translation>
            <numerusform>%n Operation</numerusform>
            <numerusform>%n Operationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <comment>after a few that are named</comment>
        <translation>
            <numerusform>Und %n weiterer.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>appointment(s)</source>
        <comment>behind their number</comment>
        <translation>
            <numerusform>Termin</numerusform>
            <numerusform>Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new patient(s)</source>
        <comment>behind their number</comment>
        <translation>
            <numerusform>neuer Patient</numerusform>
            <numerusform>neue Patienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>patient(s)</source>
        <comment>behind their number</comment>
        <translation>
            <numerusform>Patient</numerusform>
            <numerusform>Patienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <comment>practitioners, rooms and devices</comment>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>since %n day(s)</source>
        <comment>on the waiting list</comment>
        <translation>
            <numerusform>seit %n Tag</numerusform>
            <numerusform>seit %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n Patient</numerusform>
            <numerusform>%n Patienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <comment>found</comment>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n patient(s)</source>
        <translation>
            <numerusform>%n Patienten zeigen</numerusform>
            <numerusform>Alle %n Patienten zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n appointment(s)</source>
        <translation>
            <numerusform>%n Termin zeigen</numerusform>
            <numerusform>Alle %n Termine zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting list for %n day(s)</source>
        <translation>
            <numerusform>Warteliste seit %n Tag</numerusform>
            <numerusform>Warteliste seit %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting list since today</source>
        <translation>Warteliste seit heute</translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in cleaning</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n in Reinigung</numerusform>
            <numerusform>%n in Reinigung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n geplant</numerusform>
            <numerusform>%n geplant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n verspätet</numerusform>
            <numerusform>%n verspätet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <comment>names in a line</comment>
        <translation>
            <numerusform>{names} und %n weiterer</numerusform>
            <numerusform>{names} und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>where there is no room for a name</comment>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <comment>in the history</comment>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>of the journal</comment>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <comment>of a changed journal</comment>
        <translation>
            <numerusform>und %n weitere Stelle</numerusform>
            <numerusform>und %n weitere Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) still being saved …</source>
        <translation>
            <numerusform>%n Änderung wird noch gespeichert …</numerusform>
            <numerusform>%n Änderungen werden noch gespeichert …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Erneut möglich in %n Sekunde.</numerusform>
            <numerusform>Erneut möglich in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Erneut möglich in %n Minute.</numerusform>
            <numerusform>Erneut möglich in %n Minuten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be moved</source>
        <comment>entries in closed time</comment>
        <translation>
            <numerusform>%n zu verlegen</numerusform>
            <numerusform>%n zu verlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n× taken by another site</source>
        <translation>
            <numerusform>%n× anderswo belegt</numerusform>
            <numerusform>%n× anderswo belegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n× taken</source>
        <comment>by another site</comment>
        <translation>
            <numerusform>%n× belegt</numerusform>
            <numerusform>%n× belegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) now</source>
        <translation>
            <numerusform>jetzt %n Verbindung</numerusform>
            <numerusform>jetzt %n Verbindungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CursorGrid</name>
    <message>
        <source>{day}, {who}, {span}, no entry</source>
        <translation>{day}, {who}, {span}, kein Termin</translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>DelayBox</name>
    <message>
        <source>Move …</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Other room</source>
        <translation>Anderer Saal</translation>
    </message>
</context>
<context>
    <name>DescriptionSheet</name>
    <message>
        <source>This will be created</source>
        <translation>Das wird angelegt</translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation>Diese Datei lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>{file}: nothing was created. Each line names the key and what is wrong with its value.</source>
        <translation>{file}: Es wurde nichts angelegt. Jede Zeile nennt den Schlüssel und was an seinem Wert nicht stimmt.</translation>
    </message>
    <message>
        <source>{file}: {new} rows are new, {changed} are changed.</source>
        <translation>{file}: {new} Einträge sind neu, {changed} werden geändert.</translation>
    </message>
    <message>
        <source>{file}: {new} rows are new. Nothing has been stored yet.</source>
        <translation>{file}: {new} Einträge sind neu. Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Other file …</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create the practice</source>
        <translation>Praxis anlegen</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSheet</name>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Asking the store …</source>
        <translation>Die Datenbank wird gefragt …</translation>
    </message>
    <message>
        <source>Use cases</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Statements of the server</source>
        <translation>Anweisungen des Servers</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Ask anew</source>
        <translation>Neu fragen</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Save as text …</source>
        <translation>Als Text speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Counted by this program since {time}, on the way to the store and back. What exceeds its limit stands in the log, with ids only.</source>
        <translation>Von diesem Programm seit {time} gezählt, auf dem Weg zur Datenbank und zurück. Was seine Grenze überschreitet, steht im Protokoll, nur mit Nummern.</translation>
    </message>
    <message>
        <source>Counted by the server, of all desks together. Values are left out.</source>
        <translation>Vom Server gezählt, für alle Arbeitsplätze zusammen. Werte sind ausgelassen.</translation>
    </message>
    <message>
        <source>The largest tables of the database, with their indexes.</source>
        <translation>Die größten Tabellen der Datenbank mit ihren Indizes.</translation>
    </message>
    <message>
        <source>The server has counted nothing yet.</source>
        <translation>Der Server hat noch nichts gezählt.</translation>
    </message>
    <message>
        <source>A file does not tell the sizes of its tables.</source>
        <translation>Eine Datei sagt nicht, wie groß ihre Tabellen sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) over the limit</source>
        <translation>
            <numerusform>%n Antwort über ihrer Grenze</numerusform>
            <numerusform>%n Antworten über ihren Grenzen</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer over its limit</source>
        <translation>Keine Antwort über ihrer Grenze</translation>
    </message>
    <message>
        <source>Save the diagnosis</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Gespeichert als {file}</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>Wer wartet</translation>
    </message>
    <message>
        <source>An admin or OP manager ends a session with: praxidesk user end-session {process}. What it had not saved is lost to it.</source>
        <translation>Ein Administrator oder OP-Manager beendet eine Sitzung mit: praxidesk user end-session {process}. Was sie nicht gespeichert hatte, geht ihr verloren.</translation>
    </message>
</context>
<context>
    <name>DraftQuestions</name>
    <message>
        <source>Nothing was saved.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>EntryDetails</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>an entry</comment>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Note …</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Other appointments</source>
        <translation>Weitere Termine</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Way today</source>
        <translation>Weg heute</translation>
    </message>
    <message>
        <source>Way on that day</source>
        <translation>Weg an diesem Tag</translation>
    </message>
    <message>
        <source>Name not visible</source>
        <translation>Name nicht sichtbar</translation>
    </message>
</context>
<context>
    <name>ExceptionLine</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter: {passing} of {entries}</source>
        <translation>Filter: {passing} von {entries}</translation>
    </message>
    <message>
        <source>others are hidden, their time stays taken</source>
        <translation>übrige ohne Namen, ihre Zeit bleibt belegt</translation>
    </message>
    <message>
        <source>others are dimmed</source>
        <translation>übrige blass</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>Parts of the name, or the number</source>
        <translation>Teile des Namens oder die Nummer</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Type or procedure</source>
        <translation>Terminart oder Eingriff</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>Beteiligt</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>The others</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>dimmed</source>
        <translation>blass</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{passing} of {entries}</source>
        <translation>{passing} von {entries}</translation>
    </message>
    <message>
        <source>What does not match stays in its place, quietly: its time never looks free.</source>
        <translation>Was nicht passt, bleibt blass an seinem Platz: Seine Zeit sieht nie frei aus.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>GridHeader</name>
    <message>
        <source>{load}%</source>
        <translation>{load} %</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries} · {time} h free</source>
        <translation>{entries} · {time} h frei</translation>
    </message>
</context>
<context>
    <name>HeldPanel</name>
    <message>
        <source>Parked {count}</source>
        <translation>Geparkt {count}</translation>
    </message>
    <message>
        <source>Waiting list {count}</source>
        <translation>Warteliste {count}</translation>
    </message>
    <message>
        <source>Parked entries</source>
        <translation>Geparkte Einträge</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Each keeps its time until it is placed.</source>
        <translation>Jeder Eintrag behält seine Zeit, bis er neu gesetzt ist.</translation>
    </message>
    <message>
        <source>Drag an entry here, or press {key}, to place it later.</source>
        <translation>Eintrag hierher ziehen oder {key} drücken, um ihn später zu setzen.</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>All</source>
        <comment>kinds of changes</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Von Tag</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Bis Tag</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Every desk</source>
        <translation>Alle Plätze</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <source>the first {number} of {patients}</source>
        <translation>die ersten {number} von {patients}</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Whole history …</source>
        <translation>Ganzer Verlauf …</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>Who changed what</source>
        <translation>Wer hat was geändert</translation>
    </message>
    <message>
        <source>History of {name}</source>
        <translation>Verlauf: {name}</translation>
    </message>
    <message>
        <source>open</source>
        <comment>what a line is about</comment>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>lädt …</translation>
    </message>
</context>
<context>
    <name>HoldingGrid</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>aufgeben</translation>
    </message>
    <message>
        <source>park</source>
        <translation>parken</translation>
    </message>
    <message>
        <source>free instead of the {minutes} min grid</source>
        <translation>frei statt im {minutes}-min-Raster</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>put down</source>
        <translation>setzen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>longer, shorter</source>
        <translation>länger, kürzer</translation>
    </message>
    <message>
        <source>PgUp PgDn</source>
        <translation>Bild ↑ ↓</translation>
    </message>
    <message>
        <source>other day</source>
        <translation>anderer Tag</translation>
    </message>
</context>
<context>
    <name>HolidayLine</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>jedes Jahr</translation>
    </message>
    <message>
        <source>this year only</source>
        <translation>nur in diesem Jahr</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>HoursStep</name>
    <message>
        <source>Opening hours</source>
        <translation>Sprechzeiten</translation>
    </message>
    <message>
        <source>At first everybody works in these hours. People&apos;s own hours can be set later.</source>
        <translation>Zunächst arbeiten alle zu diesen Zeiten. Eigene Zeiten Einzelner lassen sich später festlegen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Lunch break</source>
        <translation>Mittagspause</translation>
    </message>
    <message>
        <source>All as on Monday</source>
        <translation>Alle wie Montag</translation>
    </message>
    <message>
        <source>Tick at least one day on which you are open.</source>
        <translation>Bitte kreuzen Sie mindestens einen Tag an, an dem geöffnet ist.</translation>
    </message>
    <message>
        <source>{day} opens at</source>
        <translation>{day} geöffnet ab</translation>
    </message>
    <message>
        <source>{day} closes at</source>
        <translation>{day} geöffnet bis</translation>
    </message>
    <message>
        <source>{day} lunch from</source>
        <translation>{day} Mittagspause ab</translation>
    </message>
    <message>
        <source>{day} lunch until</source>
        <translation>{day} Mittagspause bis</translation>
    </message>
    <message>
        <source>This is no time of day. Write 8, 8:30 or 18:00.</source>
        <translation>Das ist keine Uhrzeit. Schreiben Sie 8, 8:30 oder 18:00.</translation>
    </message>
    <message>
        <source>The practice must close after it opens.</source>
        <translation>Die Praxis muss nach dem Öffnen schließen.</translation>
    </message>
    <message>
        <source>The lunch break must end after it begins.</source>
        <translation>Die Mittagspause muss nach ihrem Beginn enden.</translation>
    </message>
    <message>
        <source>The lunch break must lie within the opening hours.</source>
        <translation>Die Mittagspause muss innerhalb der Sprechzeiten liegen.</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>imported from {file}</source>
        <translation>übernommen aus {file}</translation>
    </message>
    <message>
        <source>Given up: nothing was imported.</source>
        <translation>Abgebrochen: nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>Other file …</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>What do the columns say?</source>
        <translation>Was steht in den Spalten?</translation>
    </message>
    <message>
        <source>{file}, {rows} rows. PraxiDesk has guessed; correct what is wrong.</source>
        <translation>{file}, {rows} Zeilen. PraxiDesk hat geraten; bitte berichtigen, was nicht stimmt.</translation>
    </message>
    <message>
        <source>What do these words stand for?</source>
        <translation>Wofür stehen diese Wörter?</translation>
    </message>
    <message>
        <source>Rows with a word that stands for nothing cannot be imported.</source>
        <translation>Zeilen mit einem Wort ohne Zuordnung können nicht übernommen werden.</translation>
    </message>
    <message>
        <source>This is what would be imported</source>
        <translation>Das würde übernommen</translation>
    </message>
    <message>
        <source>All rows or none. Nothing has been stored yet.</source>
        <translation>Alle Zeilen oder keine. Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>{file} übernehmen</translation>
    </message>
    <message>
        <source>{file}, {rows} rows. First the practice is set up, with the people and types named here.</source>
        <translation>{file}, {rows} Zeilen. Zuerst wird die Praxis eingerichtet, mit den Personen und Terminarten von hier.</translation>
    </message>
    <message>
        <source>All rows or none. Nothing has been stored yet. Nobody can book while it lasts.</source>
        <translation>Alle Zeilen oder keine. Noch ist nichts gespeichert. Solange es dauert, kann niemand buchen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Set up the practice</source>
        <translation>Praxis einrichten</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Still missing: {what}.</source>
        <translation>Es fehlt noch: {what}.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde übernommen.</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Choose the table of patients or appointments</source>
        <translation>Tabelle mit Patienten oder Terminen wählen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv)</source>
        <translation>Tabellen (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde übernommen.</translation>
    </message>
</context>
<context>
    <name>Interruptions</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Colour: type</source>
        <translation>Farbe: Terminart</translation>
    </message>
    <message>
        <source>Colour: practitioner</source>
        <translation>Farbe: Behandler</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Behandler</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Colour by practitioner</source>
        <translation>Farbe nach Behandler</translation>
    </message>
    <message>
        <source>Colour by type</source>
        <translation>Farbe nach Terminart</translation>
    </message>
    <message>
        <source>A click shows only these</source>
        <translation>Ein Klick zeigt nur diese</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Take out</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>LoadKey</name>
    <message>
        <source>Load of each half hour {start}–{end}</source>
        <translation>Auslastung je halbe Stunde {start}–{end}</translation>
    </message>
    <message>
        <source>free → full</source>
        <translation>frei → voll</translation>
    </message>
</context>
<context>
    <name>LoginForm</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Behandler</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>every site</source>
        <translation>alle Standorte</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>bitte wählen</translation>
    </message>
    <message>
        <source>New login</source>
        <translation>Neuer Zugang</translation>
    </message>
    <message>
        <source>Change the login</source>
        <translation>Zugang ändern</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Zugang anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The first login: yours</source>
        <translation>Der erste Zugang: Ihrer</translation>
    </message>
    <message>
        <source>Introduce logins</source>
        <translation>Zugänge einführen</translation>
    </message>
    <message>
        <source>It is one of the administration, so that you can let the others in. When it is there, this window asks who works at it: sign in with it.</source>
        <translation>Er ist einer der Verwaltung, damit Sie die anderen anlegen können. Sobald es ihn gibt, fragt dieses Fenster, wer daran arbeitet: Melden Sie sich mit ihm an.</translation>
    </message>
    <message>
        <source>Other sites end the connections that this person has now.</source>
        <translation>Andere Standorte beenden die Verbindungen, die diese Person gerade hat.</translation>
    </message>
    <message>
        <source>the practitioner&apos;s, if none is given</source>
        <translation>der des Behandlers, wenn keiner angegeben ist</translation>
    </message>
    <message>
        <source>Anna Beck</source>
        <translation>Anna Beck</translation>
    </message>
    <message>
        <source>In a file everybody sees every site; on a server a login can be for some.</source>
        <translation>In einer Datei sieht jeder alle Standorte; auf einem Server kann ein Zugang für einige gelten.</translation>
    </message>
</context>
<context>
    <name>LoginListPage</name>
    <message>
        <source>Logins</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nobody is called so.</source>
        <translation>So heißt niemand.</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Strg+P</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Strg+B</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>New password …</source>
        <translation>Neues Passwort …</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>One login for each person; the server itself keeps to what its role may do.</source>
        <translation>Ein Zugang für jede Person. Was ihre Rolle darf, darüber wacht der Server selbst.</translation>
    </message>
    <message>
        <source>One login for each person. They protect from a colleague or visitor at this desk, not from whoever may read or write the file.</source>
        <translation>Ein Zugang für jede Person. Er schützt vor Kollegen und Besuchern an diesem Platz, nicht vor dem, der die Datei lesen oder schreiben darf.</translation>
    </message>
    <message>
        <source>Name, user</source>
        <translation>Name, Benutzer</translation>
    </message>
    <message>
        <source>Role, practitioner, sites</source>
        <translation>Rolle, Behandler, Standorte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>{login} (you)</source>
        <translation>{login} (Sie)</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>End the wait</source>
        <translation>Wartezeit beenden</translation>
    </message>
    <message>
        <source>Lock …</source>
        <translation>Sperren …</translation>
    </message>
    <message>
        <source>You change your own password in the menu: “Change your password …”.</source>
        <translation>Ihr eigenes Passwort ändern Sie im Menü: „Passwort ändern …“.</translation>
    </message>
</context>
<context>
    <name>LoginsSheet</name>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>New login …</source>
        <translation>Neuer Zugang …</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Asking the store …</source>
        <translation>Die Datenbank wird gefragt …</translation>
    </message>
    <message>
        <source>Introduce logins …</source>
        <translation>Zugänge einführen …</translation>
    </message>
    <message>
        <source>{happened} Whether it was done, the list says once it answers again.</source>
        <translation>{happened} Ob es geschehen ist, zeigt die Liste, sobald sie wieder antwortet.</translation>
    </message>
    <message>
        <source>Lock {name}?</source>
        <translation>{name} sperren?</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Remove the login of {name}?</source>
        <translation>Den Zugang von {name} entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>User {login}</source>
        <translation>Benutzer {login}</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Length of the week</source>
        <translation>Länge der Woche</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Von selbst sperren</translation>
    </message>
</context>
<context>
    <name>MakingSheet</name>
    <message>
        <source>Making the demo practice</source>
        <translation>Beispielpraxis wird angelegt</translation>
    </message>
    <message>
        <source>Twelve weeks of a surgical day clinic, all of it invented. It takes a few seconds.</source>
        <translation>Zwölf Wochen einer chirurgischen Tagesklinik, alles erfunden. Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>MilestoneTable</name>
    <message>
        <source>Milestones</source>
        <translation>Meilensteine</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Time of the milestone</source>
        <translation>Zeit des Meilensteins</translation>
    </message>
    <message>
        <source>Reached now</source>
        <translation>Jetzt erreicht</translation>
    </message>
    <message>
        <source>Another time …</source>
        <translation>Andere Zeit …</translation>
    </message>
    <message>
        <source>Remove the time</source>
        <translation>Zeit entfernen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>MonthHand</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>aufgeben</translation>
    </message>
    <message>
        <source>park</source>
        <translation>parken</translation>
    </message>
    <message>
        <source>put down</source>
        <translation>setzen</translation>
    </message>
    <message>
        <source>other day</source>
        <translation>anderer Tag</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
</context>
<context>
    <name>MovedAway</name>
    <message>
        <source>{name} has the status “{status}” now, set at another desk.</source>
        <translation>{name} hat jetzt den Status „{status}“, gesetzt an einem anderen Platz.</translation>
    </message>
    <message>
        <source>{name} was moved at another desk: {day} {time}</source>
        <translation>{name} wurde an einem anderen Platz verschoben: {day} {time}</translation>
    </message>
</context>
<context>
    <name>NameSheet</name>
    <message>
        <source>Name of this desk</source>
        <translation>Name dieses Platzes</translation>
    </message>
    <message>
        <source>The history says it beside every change that is made here, such as “Desk 2”.</source>
        <translation>Der Verlauf nennt ihn neben jeder Änderung, die hier gemacht wird, etwa „Platz 2“.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>It was given when the program was started, by --desk or PRAXIDESK_DESK.</source>
        <translation>Er wurde beim Start des Programms vorgegeben, mit --desk oder PRAXIDESK_DESK.</translation>
    </message>
    <message>
        <source>Nothing typed: the name of the computer, {name}.</source>
        <translation>Ohne Eingabe: der Name des Rechners, {name}.</translation>
    </message>
</context>
<context>
    <name>NeedLine</name>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>Auswahl nach</translation>
    </message>
    <message>
        <source>Equipment, such as ecg</source>
        <translation>Ausstattung, etwa ekg</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Ausstattung</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>with the specialty</source>
        <translation>mit Fachrichtung</translation>
    </message>
    <message>
        <source>one of these</source>
        <translation>eine(r) von diesen</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>of the kind</source>
        <translation>der Art</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>{name} has no later appointment.</source>
        <translation>{name} hat keinen späteren Termin.</translation>
    </message>
    <message>
        <source>{name} has no earlier appointment.</source>
        <translation>{name} hat keinen früheren Termin.</translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>Set the password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>New password for {name}</source>
        <translation>Neues Passwort für {name}</translation>
    </message>
    <message>
        <source>Tell it to the person yourself; they can change it in the menu.</source>
        <translation>Sagen Sie es der Person selbst; im Menü kann sie es ändern.</translation>
    </message>
    <message>
        <source>Who is signed in stays so.</source>
        <translation>Wer angemeldet ist, bleibt es.</translation>
    </message>
    <message>
        <source>It ends a wait after wrong passwords, too.</source>
        <translation>Es beendet auch die Wartezeit nach falschen Passwörtern.</translation>
    </message>
</context>
<context>
    <name>NewPatientFields</name>
    <message>
        <source>Family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Search again (Esc)</source>
        <translation>Wieder suchen (Esc)</translation>
    </message>
</context>
<context>
    <name>NoPractice</name>
    <message>
        <source>Opening the practice …</source>
        <translation>Die Praxis wird geöffnet …</translation>
    </message>
    <message>
        <source>PraxiDesk opens the practice by itself as soon as it can.</source>
        <translation>PraxiDesk öffnet die Praxis von selbst, sobald es geht.</translation>
    </message>
    <message>
        <source>For support: {detail}</source>
        <translation>Für den Support: {detail}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Tried again; nothing has changed yet.</source>
        <translation>Erneut versucht; noch hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Connect to a server …</source>
        <translation>Mit Server verbinden …</translation>
    </message>
    <message>
        <source>Open another file …</source>
        <translation>Andere Datei öffnen …</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>A copy of the file as it is now is kept beside it.</source>
        <translation>Eine Kopie der Datei, wie sie jetzt ist, bleibt daneben liegen.</translation>
    </message>
    <message>
        <source>Ask whoever administers PraxiDesk to bring it up to date.</source>
        <translation>Bitte lassen Sie sie von dem auf den neuen Stand bringen, der PraxiDesk verwaltet.</translation>
    </message>
    <message>
        <source>Bring it up to date</source>
        <translation>Auf den neuen Stand bringen</translation>
    </message>
    <message>
        <source>The database is being brought up to date …</source>
        <translation>Die Datenbank wird auf den neuen Stand gebracht …</translation>
    </message>
</context>
<context>
    <name>NothingSelected</name>
    <message>
        <source>No entry selected</source>
        <translation>Kein Termin gewählt</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Alt R</source>
        <translation>Alt R</translation>
    </message>
    <message>
        <source>Alt {digit}</source>
        <translation>Alt {digit}</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Possible instead</source>
        <comment>of a time that is taken</comment>
        <translation>Stattdessen möglich</translation>
    </message>
    <message>
        <source>Nothing is free as wished; next would be</source>
        <translation>Wie gewünscht ist nichts frei; als Nächstes ginge</translation>
    </message>
    <message>
        <source>Nothing is free with those chosen; colleagues are</source>
        <translation>Bei den Gewünschten ist nichts frei; frei ist bei</translation>
    </message>
    <message>
        <source>Proposals: no more is free as wished</source>
        <translation>Vorschläge: mehr ist so nicht frei</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>OperationDetails</name>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>an operation</comment>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Note …</source>
        <translation>Notiz …</translation>
    </message>
</context>
<context>
    <name>OthersAtWork</name>
    <message>
        <source>Changed at another desk meanwhile.</source>
        <translation>An einem anderen Platz inzwischen geändert.</translation>
    </message>
    <message>
        <source>What you save is shown beside it first.</source>
        <translation>Was Sie speichern, wird zuerst daneben gezeigt.</translation>
    </message>
</context>
<context>
    <name>OutcomePage</name>
    <message>
        <source>{done} of {all} rows</source>
        <translation>{done} von {all} Zeilen</translation>
    </message>
    <message>
        <source>Mend them in the file, assign their words, or go back and leave them out.</source>
        <translation>Berichtigen Sie sie in der Datei, ordnen Sie ihre Wörter zu, oder gehen Sie zurück und lassen sie aus.</translation>
    </message>
    <message>
        <source>Importing the table</source>
        <translation>Tabelle wird übernommen</translation>
    </message>
    <message>
        <source>The table is being imported …</source>
        <translation>Die Tabelle wird übernommen …</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was imported: %n row(s) cannot be.</source>
        <translation>
            <numerusform>Nichts wurde übernommen: %n Zeile geht nicht.</numerusform>
            <numerusform>Nichts wurde übernommen: %n Zeilen gehen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: {patients}, {appointments}.</source>
        <translation>Übernommen: {patients}, {appointments}.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were there already and stay as they are.</source>
        <translation>
            <numerusform>%n Zeile war schon da und bleibt, wie sie ist.</numerusform>
            <numerusform>%n Zeilen waren schon da und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) break a rule and are marked.</source>
        <translation>
            <numerusform>%n Termin verstößt gegen eine Regel und ist gekennzeichnet.</numerusform>
            <numerusform>%n Termine verstoßen gegen eine Regel und sind gekennzeichnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out:</source>
        <translation>
            <numerusform>%n Zeile wurde ausgelassen:</numerusform>
            <numerusform>%n Zeilen wurden ausgelassen:</numerusform>
        </translation>
    </message>
    <message>
        <source>The list shows the first {shown}.</source>
        <translation>Die Liste zeigt die ersten {shown}.</translation>
    </message>
    <message>
        <source>Which ones cannot be shown: the file has gone or changed since.</source>
        <translation>Welche, lässt sich nicht mehr zeigen: Die Datei ist seitdem weg oder geändert.</translation>
    </message>
</context>
<context>
    <name>OwnPasswordPage</name>
    <message>
        <source>Logins</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Whoever changes logins shows by their own password that it is themselves. It counts until you close this page, and is stored nowhere.</source>
        <translation>Wer Zugänge ändert, zeigt mit dem eigenen Passwort, dass er es selbst ist. Es gilt, bis Sie diese Seite schließen, und wird nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Ihr Passwort</translation>
    </message>
</context>
<context>
    <name>PagedSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Asking the store</source>
        <translation>Die Datenbank wird gefragt</translation>
    </message>
</context>
<context>
    <name>ParkCard</name>
    <message>
        <source>Park here</source>
        <translation>Hier parken</translation>
    </message>
</context>
<context>
    <name>PasswordSheet</name>
    <message>
        <source>Change your password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>Changing the password</source>
        <translation>Passwort wird geändert</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>PatientField</name>
    <message>
        <source>Patient: name, birth date, number or phone</source>
        <translation>Patient: Name, Geburtsdatum, Nummer oder Telefon</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Anderer Patient</translation>
    </message>
</context>
<context>
    <name>PeopleStep</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>Fachgebiet</translation>
    </message>
    <message>
        <source>Who treats</source>
        <translation>Behandler</translation>
    </message>
    <message>
        <source>Each has a column in the calendar. Tables and other programs know them by the code.</source>
        <translation>Jeder hat eine Spalte im Kalender. Am Kürzel erkennen ihn Tabellen und andere Programme.</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Tick what {name} does.</source>
        <translation>Bitte kreuzen Sie an, was {name} macht.</translation>
    </message>
    <message>
        <source>Please enter one name at least: appointments need somebody.</source>
        <translation>Bitte geben Sie mindestens einen Namen ein: Ohne Behandler gibt es keine Termine.</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>Offline since {time}: changes are possible again once the database answers.</source>
        <translation>Offline seit {time}: Ändern geht wieder, sobald die Datenbank antwortet.</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>Nothing is parked.</source>
        <translation>Es ist nichts geparkt.</translation>
    </message>
    <message>
        <source>Nobody is on the waiting list.</source>
        <translation>Niemand steht auf der Warteliste.</translation>
    </message>
    <message>
        <source>The window is too narrow for that. {key} takes the first one in hand.</source>
        <translation>Dafür ist das Fenster zu schmal. {key} nimmt den ersten in die Hand.</translation>
    </message>
    <message>
        <source>Parked: {name} · each keeps its time until it is placed</source>
        <translation>Geparkt: {name} · jeder behält seine Zeit, bis er neu gesetzt ist</translation>
    </message>
    <message>
        <source>Parked: {name} · {hint}</source>
        <translation>Geparkt: {name} · {hint}</translation>
    </message>
</context>
<context>
    <name>PolicyChanges</name>
    <message>
        <source>Rules saved.</source>
        <translation>Regeln gespeichert.</translation>
    </message>
    <message>
        <source>The rules were not saved.</source>
        <translation>Die Regeln wurden nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>PolicySheet</name>
    <message>
        <source>Rules of booking</source>
        <translation>Buchungsregeln</translation>
    </message>
    <message>
        <source>What blocks can be overridden with a reason. Two bookings of one person, room or device at one time are always refused.</source>
        <translation>Was sperrt, lässt sich mit einer Begründung übersteuern. Zwei Buchungen einer Person, eines Raums oder Geräts zur selben Zeit werden immer abgelehnt.</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Auslieferungszustand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Import appointments that break a rule too, and mark them</source>
        <translation>Auch Termine übernehmen, die gegen eine Regel verstoßen, und sie kennzeichnen</translation>
    </message>
    <message>
        <source>Leave out rows that cannot be imported</source>
        <translation>Zeilen auslassen, die nicht übernommen werden können</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Erste Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>The first rows are being checked …</source>
        <translation>Die ersten Zeilen werden geprüft …</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Of the first {shown} of {all} rows, {wrong} cannot be imported.</source>
        <translation>Von den ersten {shown} der {all} Zeilen können {wrong} nicht übernommen werden.</translation>
    </message>
    <message>
        <source>The first {shown} of {all} rows fit.</source>
        <translation>Die ersten {shown} von {all} Zeilen passen.</translation>
    </message>
    <message>
        <source>All {all} rows fit.</source>
        <translation>Alle {all} Zeilen passen.</translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>Select an appointment first</source>
        <translation>Wählen Sie zuerst einen Termin aus</translation>
    </message>
    <message>
        <source>A6</source>
        <translation>A6</translation>
    </message>
    <message>
        <source>A4, to cut out</source>
        <translation>A4 zum Ausschneiden</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Last here from</source>
        <translation>Zuletzt da von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Seitenbreite</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Page before (Page Up)</source>
        <translation>Vorige Seite (Bild auf)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>Nächste Seite (Bild ab)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>Nothing was printed: no printer is set up on this computer. Set one up, or save a PDF instead.</source>
        <translation>Es wurde nichts gedruckt: Auf diesem Rechner ist kein Drucker eingerichtet. Richten Sie einen ein oder speichern Sie ein PDF.</translation>
    </message>
    <message>
        <source>Not everything was printed: the printer did not take it. Check it and print again.</source>
        <translation>Es wurde nicht alles gedruckt: Der Drucker hat es nicht angenommen. Prüfen Sie ihn und drucken Sie noch einmal.</translation>
    </message>
    <message>
        <source>Sent to the printer: {title}, {pages}</source>
        <translation>An den Drucker gesendet: {title}, {pages}</translation>
    </message>
    <message>
        <source>Saved: {file}, {pages}</source>
        <translation>Gespeichert: {file}, {pages}</translation>
    </message>
    <message>
        <source>This entry is no longer there.</source>
        <translation>Diesen Eintrag gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This practice has no types of appointment yet.</source>
        <translation>Diese Praxis hat noch keine Terminarten.</translation>
    </message>
    <message>
        <source>Choose a first day that is not behind the last.</source>
        <translation>Wählen Sie einen ersten Tag, der nicht nach dem letzten liegt.</translation>
    </message>
    <message>
        <source>Choose at the left whom to print.</source>
        <translation>Wählen Sie links, für wen gedruckt wird.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Something in the program went wrong. What was saved is safe; check your last step. The log tells more.</source>
        <translation>Im Programm ist etwas schiefgegangen. Gespeichertes ist sicher; bitte prüfen Sie Ihren letzten Schritt. Mehr steht im Protokoll.</translation>
    </message>
</context>
<context>
    <name>PushSheet</name>
    <message>
        <source>Either all of them are moved, or none. One step takes it back.</source>
        <translation>Es werden alle verschoben oder keine. Ein Schritt macht es rückgängig.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave all as they are</source>
        <translation>Alle so lassen</translation>
    </message>
    <message>
        <source>Move all</source>
        <translation>Alle verschieben</translation>
    </message>
    <message>
        <source>Move</source>
        <comment>one operation</comment>
        <translation>Verschieben</translation>
    </message>
</context>
<context>
    <name>QuickLine</name>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Strg N</translation>
    </message>
    <message>
        <source>Alt B</source>
        <translation>Alt B</translation>
    </message>
    <message>
        <source>new patient</source>
        <translation>neuer Patient</translation>
    </message>
    <message>
        <source>Booking in one line</source>
        <translation>Termin in einer Zeile</translation>
    </message>
    <message>
        <source>What can be typed, in any order</source>
        <translation>Was Sie tippen können, in beliebiger Folge</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Verstanden als</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>anderer Patient</translation>
    </message>
    <message>
        <source>read otherwise</source>
        <translation>anders lesen</translation>
    </message>
    <message>
        <source>take this one</source>
        <translation>diesen nehmen</translation>
    </message>
    <message>
        <source>One moment: Enter waits for the answer.</source>
        <translation>Einen Moment: Enter wartet auf die Antwort.</translation>
    </message>
    <message>
        <source>Nothing is booked yet. Look at it and press Enter once more.</source>
        <translation>Noch ist nichts gebucht. Bitte ansehen und noch einmal Enter drücken.</translation>
    </message>
    <message>
        <source>For whom? Type a name, birth date, number or phone.</source>
        <translation>Für wen? Name, Geburtsdatum, Nummer oder Telefon tippen.</translation>
    </message>
    <message>
        <source>Known already? {name}, {about}</source>
        <translation>Schon bekannt? {name}, {about}</translation>
    </message>
    <message>
        <source>Family name and given name; birth date and phone if they are known.</source>
        <translation>Familienname und Vorname; Geburtsdatum und Telefon, falls bekannt.</translation>
    </message>
    <message>
        <source>No patient found for “{words}”.</source>
        <translation>Kein Patient gefunden für „{words}“.</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) fit “{words}”: {names}</source>
        <translation>
            <numerusform>%n weiterer passt auf „{words}“: {names}</numerusform>
            <numerusform>%n weitere passen auf „{words}“: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>“{word}” may be a patient too.</source>
        <translation>„{word}“ kann auch ein Patient sein.</translation>
    </message>
    <message>
        <source>“{word}” may be a practitioner or a room too.</source>
        <translation>„{word}“ kann auch ein Behandler oder Raum sein.</translation>
    </message>
    <message>
        <source>“{word}” may be a type too.</source>
        <translation>„{word}“ kann auch eine Terminart sein.</translation>
    </message>
    <message>
        <source>“{word}” may mean something else too.</source>
        <translation>„{word}“ kann auch etwas anderes bedeuten.</translation>
    </message>
    <message>
        <source>new patient “{name}”</source>
        <translation>neuer Patient „{name}“</translation>
    </message>
</context>
<context>
    <name>QuotaLine</name>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
</context>
<context>
    <name>ReadField</name>
    <message>
        <source>“{text}” cannot be read here.</source>
        <translation>„{text}“ ist hier nicht zu verstehen.</translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Not saved yet. Esc once more gives up what was changed.</source>
        <translation>Noch nicht gespeichert. Noch einmal Esc verwirft die Änderungen.</translation>
    </message>
    <message>
        <source>Patient&apos;s data</source>
        <translation>Stammdaten des Patienten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>leave a dialog</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>This patient is not in the database any more.</source>
        <translation>Diesen Patienten gibt es in der Datenbank nicht mehr.</translation>
    </message>
    <message>
        <source>The patient&apos;s data was not saved.</source>
        <translation>Die Stammdaten wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Changed at another desk meanwhile.</source>
        <translation>An einem anderen Platz inzwischen geändert.</translation>
    </message>
    <message>
        <source>You see the data as they are now.</source>
        <translation>Sie sehen die Daten, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>What you save is shown beside it first.</source>
        <translation>Was Sie speichern, wird zuerst daneben gezeigt.</translation>
    </message>
</context>
<context>
    <name>RefusalSheet</name>
    <message>
        <source>Possible instead</source>
        <translation>Stattdessen möglich</translation>
    </message>
    <message>
        <source>Nothing else is free within 14 days.</source>
        <translation>Innerhalb von 14 Tagen ist sonst nichts frei.</translation>
    </message>
    <message>
        <source>Shift ↵</source>
        <translation>Umschalt ↵</translation>
    </message>
    <message>
        <source>Overlapping all the same, with a reason …</source>
        <translation>Trotzdem, überlappend, mit Begründung …</translation>
    </message>
    <message>
        <source>Why all the same? (is kept with the entry)</source>
        <translation>Warum trotzdem? (bleibt beim Termin vermerkt)</translation>
    </message>
    <message>
        <source>Search on</source>
        <translation>weitere suchen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Take {time}</source>
        <translation>{time} nehmen</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>Trotzdem ausführen</translation>
    </message>
</context>
<context>
    <name>RepetitionRow</name>
    <message>
        <source>Number</source>
        <comment>how many times</comment>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>a day</comment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Number of appointments</source>
        <translation>Anzahl der Termine</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
</context>
<context>
    <name>RoomsHand</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>aufgeben</translation>
    </message>
    <message>
        <source>park</source>
        <translation>parken</translation>
    </message>
    <message>
        <source>free instead of the {minutes} min grid</source>
        <translation>frei statt im {minutes}-min-Raster</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>put down</source>
        <translation>setzen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>surgery longer, shorter</source>
        <translation>Schnitt–Naht länger, kürzer</translation>
    </message>
    <message>
        <source>PgUp PgDn</source>
        <translation>Bild ↑ ↓</translation>
    </message>
    <message>
        <source>other day</source>
        <translation>anderer Tag</translation>
    </message>
</context>
<context>
    <name>RoomsStep</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>An appointment takes a consulting room, so that two never meet in one. Leave this empty if you do not plan rooms.</source>
        <translation>Ein Termin belegt ein Sprechzimmer, damit sich nie zwei darin treffen. Lassen Sie die Liste leer, wenn Sie keine Räume planen.</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Zeile hinzufügen</translation>
    </message>
</context>
<context>
    <name>RoomsView</name>
    <message>
        <source>{room}, {span}, free</source>
        <translation>{room}, {span}, frei</translation>
    </message>
    <message>
        <source>OP plan</source>
        <translation>OP-Plan</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>New …</source>
        <translation>Neu …</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>no longer active</source>
        <translation>nicht mehr aktiv</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>RowsStep</name>
    <message>
        <source>Remove this line</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>This line has a code and no name.</source>
        <translation>Diese Zeile hat ein Kürzel, aber keinen Namen.</translation>
    </message>
    <message>
        <source>The code {code} stands twice.</source>
        <translation>Das Kürzel {code} steht zweimal da.</translation>
    </message>
</context>
<context>
    <name>SaveViewSheet</name>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Change saved view</source>
        <translation>Gespeicherte Ansicht ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} ist frei.</translation>
    </message>
    <message>
        <source>Takes the place of “{name}” on {key}.</source>
        <translation>Ersetzt „{name}“ auf {key}.</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>F{key} is empty. Ctrl+F{key} saves the present view there.</source>
        <translation>F{key} ist noch leer. Strg+F{key} speichert dort die jetzige Ansicht.</translation>
    </message>
    <message>
        <source>View “{name}” (F{key})</source>
        <translation>Ansicht „{name}“ (F{key})</translation>
    </message>
    <message>
        <source>View “{name}” is on F{key} now.</source>
        <translation>Ansicht „{name}“ liegt jetzt auf F{key}.</translation>
    </message>
    <message>
        <source>View “{name}” deleted.</source>
        <translation>Ansicht „{name}“ gelöscht.</translation>
    </message>
</context>
<context>
    <name>SavedViewsSheet</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>A key brings back view, columns, filter, grid, zoom and colours; the day stays.</source>
        <translation>Eine Taste holt Ansicht, Spalten, Filter, Raster, Zoom und Farben zurück; der Tag bleibt.</translation>
    </message>
    <message>
        <source>None yet. Arrange the calendar as you like it, then save it on a key.</source>
        <translation>Noch keine. Richten Sie den Kalender ein, wie Sie ihn mögen, und speichern Sie ihn auf einer Taste.</translation>
    </message>
    <message>
        <source>Save present view …</source>
        <translation>Jetzige Ansicht speichern …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ScopeSheet</name>
    <message>
        <source>{count}, {first} to {last}</source>
        <translation>{count}, {first} bis {last}</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Cancel part of a combined appointment</source>
        <translation>Teil eines Kombitermins absagen</translation>
    </message>
    <message>
        <source>Change part of a combined appointment</source>
        <translation>Teil eines Kombitermins ändern</translation>
    </message>
    <message>
        <source>Cancel appointment of a series</source>
        <translation>Termin einer Serie absagen</translation>
    </message>
    <message>
        <source>Move appointment of a series</source>
        <translation>Termin einer Serie verschieben</translation>
    </message>
    <message>
        <source>Change appointment of a series</source>
        <translation>Termin einer Serie ändern</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Nur diesen</translation>
    </message>
    <message>
        <source>This one and those after it</source>
        <translation>Diesen und folgende</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>Alle Teile</translation>
    </message>
    <message>
        <source>All that are still to come</source>
        <translation>Alle künftigen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>{clashes}, which stay as they are</source>
        <translation>{clashes}, bleibt wie bisher</translation>
    </message>
    <message>
        <source>{count} changed before by itself, stays</source>
        <translation>{count} schon einzeln geändert, bleibt</translation>
    </message>
    <message>
        <source>{count} in the past, stays</source>
        <translation>{count} schon begonnen, bleibt</translation>
    </message>
    <message>
        <source>Cancel {count} …</source>
        <translation>{count} absagen …</translation>
    </message>
    <message>
        <source>Change {count}</source>
        <translation>{count} ändern</translation>
    </message>
</context>
<context>
    <name>SearchSheet</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Alt F</source>
        <translation>Alt F</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Strg N</translation>
    </message>
    <message>
        <source>new patient</source>
        <translation>neuer Patient</translation>
    </message>
    <message>
        <source>Patient, appointment, date …</source>
        <translation>Patient, Termin, Datum …</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Strg ↵</translation>
    </message>
    <message>
        <source>Alt J</source>
        <translation>Alt J</translation>
    </message>
    <message>
        <source>next free</source>
        <translation>nächster freier</translation>
    </message>
    <message>
        <source>show card</source>
        <translation>Akte zeigen</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Name in any order, date of birth or its year, number, phone</source>
        <translation>Name in beliebiger Folge, Geburtsdatum oder Jahrgang, Nummer, Telefon</translation>
    </message>
    <message>
        <source>Type, practitioner, room, day: “Weber today”, “check-up 26/11”</source>
        <translation>Terminart, Behandler, Raum, Tag: „Weber heute“, „Kontrolle 26.11.“</translation>
    </message>
    <message>
        <source>Nobody and nothing fits “{text}”.</source>
        <translation>Zu „{text}“ passt niemand und kein Termin.</translation>
    </message>
    <message>
        <source>book</source>
        <translation>Termin buchen</translation>
    </message>
    <message>
        <source>New patient “{text}”</source>
        <translation>Neuer Patient „{text}“</translation>
    </message>
    <message>
        <source>appointment for {name}</source>
        <translation>Termin für {name}</translation>
    </message>
    <message>
        <source>to the appointment</source>
        <translation>zum Termin</translation>
    </message>
    <message>
        <source>go to {day}</source>
        <translation>zum Termin am {day}</translation>
    </message>
    <message>
        <source>show all</source>
        <translation>alle zeigen</translation>
    </message>
    <message>
        <source>new patient “{text}”</source>
        <translation>neuer Patient „{text}“</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Neuer Patient</translation>
    </message>
    <message>
        <source>{patients} · appointments from two letters on</source>
        <translation>{patients} · Termine ab zwei Zeichen</translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>sucht …</translation>
    </message>
</context>
<context>
    <name>SeatChoice</name>
    <message>
        <source>any: {name}</source>
        <translation>beliebig: {name}</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>SeatRows</name>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>somebody or something …</source>
        <translation>jemand oder etwas …</translation>
    </message>
    <message>
        <source>Add a participant</source>
        <translation>Beteiligten hinzufügen</translation>
    </message>
</context>
<context>
    <name>SeriesSheet</name>
    <message>
        <source>Series of appointments</source>
        <translation>Terminserie</translation>
    </message>
    <message>
        <source>Alt {digit}</source>
        <translation>Alt {digit}</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>choose a date</source>
        <translation>Datum wählen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Only one appointment</source>
        <translation>Nur ein Termin</translation>
    </message>
    <message>
        <source>Instead of {day}:</source>
        <translation>Statt {day}:</translation>
    </message>
    <message>
        <source>Nothing else is free near {day}.</source>
        <translation>Um {day} ist nichts anderes frei.</translation>
    </message>
    <message>
        <source>{day} as in the series</source>
        <translation>{day} wie in der Serie</translation>
    </message>
    <message>
        <source>book {day} all the same</source>
        <translation>{day} doch buchen</translation>
    </message>
    <message>
        <source>leave out {day}</source>
        <translation>{day} auslassen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>{count}, {first} to {last}</source>
        <translation>{count}, {first} bis {last}</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} ausgelassen</translation>
    </message>
    <message>
        <source>{day} itself is no date of this series.</source>
        <translation>{day} selbst gehört nicht zu dieser Serie.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Speichere …</translation>
    </message>
    <message>
        <source>Book {count}, leave out {clashes}</source>
        <translation>{count} buchen, {clashes} auslassen</translation>
    </message>
    <message>
        <source>Book {count}</source>
        <translation>{count} buchen</translation>
    </message>
    <message>
        <source>Alt O</source>
        <translation>Alt O</translation>
    </message>
</context>
<context>
    <name>ServerSheet</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>A PostgreSQL database for several desks. The password stays in memory until PraxiDesk is closed, and is stored nowhere; the other fields are remembered at this desk.</source>
        <translation>Eine PostgreSQL-Datenbank für mehrere Plätze. Das Passwort bleibt im Arbeitsspeicher, bis PraxiDesk geschlossen wird, und wird nirgends gespeichert; die anderen Felder merkt sich dieser Platz.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>such as db.practice.local, or postgresql://…</source>
        <translation>etwa db.praxis.local, oder postgresql://…</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>those that this computer trusts</source>
        <translation>denen dieser Rechner vertraut</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>Datei …</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>The database is there and empty. What PraxiDesk needs is created in it together with the practice.</source>
        <translation>Die Datenbank ist da und leer. Was PraxiDesk braucht, wird zusammen mit der Praxis darin angelegt.</translation>
    </message>
    <message>
        <source>Set up the practice here</source>
        <translation>Praxis hier einrichten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Whoever is in the same network could read or change patients&apos; data on the way.</source>
        <translation>Wer im selben Netz ist, könnte Patientendaten auf dem Weg lesen oder verändern.</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbinde …</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Please fill in: {field}.</source>
        <translation>Bitte ausfüllen: {field}.</translation>
    </message>
    <message>
        <source>Choose the certificate</source>
        <translation>Zertifikat wählen</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer)</source>
        <translation>Zertifikate (*.crt *.pem *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>SettingsBody</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Auslieferungszustand</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings of the practice</source>
        <translation>Einstellungen der Praxis</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Drop changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Looking whom it affects …</source>
        <translation>Betroffene Termine werden gesucht …</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Some of it is not saved. Close all the same?</source>
        <translation>Es gibt ungespeicherte Änderungen. Trotzdem schließen?</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n Änderung nicht gespeichert</numerusform>
            <numerusform>%n Änderungen nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Alles ist gespeichert</translation>
    </message>
    <message>
        <source>Nothing was saved: something is not right yet.</source>
        <translation>Nichts wurde gespeichert: Etwas stimmt noch nicht.</translation>
    </message>
    <message>
        <source>Rules of booking</source>
        <translation>Buchungsregeln</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>Einstellungen gespeichert.</translation>
    </message>
    <message>
        <source>Nothing was saved: another desk has changed {names} meanwhile.</source>
        <translation>Es wurde nichts gespeichert. Ein anderer Platz hat inzwischen geändert: {names}.</translation>
    </message>
    <message>
        <source>What they changed is taken over, and your changes are still here: save once more.</source>
        <translation>Das ist übernommen, und Ihre Änderungen sind noch da: Speichern Sie erneut.</translation>
    </message>
    <message>
        <source>Save the choice</source>
        <translation>Auswahl speichern</translation>
    </message>
    <message>
        <source>Everything stays as the other desk has saved it.</source>
        <translation>Alles bleibt, wie es der andere Platz gespeichert hat.</translation>
    </message>
</context>
<context>
    <name>SeveralSelected</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>With all of them</source>
        <translation>Mit allen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Earlier month</source>
        <translation>Früherer Monat</translation>
    </message>
    <message>
        <source>Later month</source>
        <translation>Späterer Monat</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Noch niemand angelegt.</translation>
    </message>
</context>
<context>
    <name>SignInSheet</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Remember on this computer</source>
        <translation>Auf diesem Rechner merken</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Other server …</source>
        <translation>Anderer Server …</translation>
    </message>
    <message>
        <source>The password is kept in this computer&apos;s keyring, and nowhere else.</source>
        <translation>Das Passwort liegt im Schlüsselbund dieses Rechners und nirgends sonst.</translation>
    </message>
    <message>
        <source>Not possible: this computer has no keyring in which a password would be safe.</source>
        <translation>Nicht möglich: Dieser Rechner hat keinen Schlüsselbund, in dem ein Passwort sicher wäre.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
</context>
<context>
    <name>SigningIn</name>
    <message>
        <source>The password is changed.</source>
        <translation>Das Passwort ist geändert.</translation>
    </message>
    <message>
        <source>A note of yours is not saved yet: it stands in the details of its entry.</source>
        <translation>Eine Notiz von Ihnen ist noch nicht gespeichert: Sie steht in den Details des Termins.</translation>
    </message>
</context>
<context>
    <name>SilentKeys</name>
    <message>
        <source>{action}: {reason}</source>
        <translation>{action}: {reason}</translation>
    </message>
</context>
<context>
    <name>SiteStep</name>
    <message>
        <source>The practice</source>
        <translation>Die Praxis</translation>
    </message>
    <message>
        <source>Stands on day lists and slips, and decides on which days you are closed.</source>
        <translation>Steht auf Tageslisten und Terminzetteln und bestimmt, an welchen Tagen geschlossen ist.</translation>
    </message>
    <message>
        <source>Name of the practice</source>
        <translation>Name der Praxis</translation>
    </message>
    <message>
        <source>such as Dr. Weber and colleagues, Berlin</source>
        <translation>zum Beispiel Gemeinschaftspraxis Dr. Weber, Berlin</translation>
    </message>
    <message>
        <source>Public holidays of</source>
        <translation>Feiertage von</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Days that only your town has can be added later, under closures.</source>
        <translation>Feiertage, die nur Ihr Ort hat, lassen sich später als Schließtage ergänzen.</translation>
    </message>
    <message>
        <source>Please enter the name of the practice.</source>
        <translation>Bitte geben Sie den Namen der Praxis ein.</translation>
    </message>
    <message>
        <source>This time zone is not known; one is Europe/Berlin.</source>
        <translation>Diese Zeitzone ist nicht bekannt; eine ist Europe/Berlin.</translation>
    </message>
</context>
<context>
    <name>StaleSheet</name>
    <message>
        <source>Changed at another desk</source>
        <translation>An einem anderen Platz geändert</translation>
    </message>
    <message>
        <source>{name} was changed by somebody else meanwhile. Nothing of yours is saved yet.</source>
        <translation>{name} wurde inzwischen von jemand anderem geändert. Von Ihnen ist noch nichts gespeichert.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Andere behalten</translation>
    </message>
    <message>
        <source>All as saved</source>
        <translation>Alles wie gespeichert</translation>
    </message>
    <message>
        <source>All of mine</source>
        <translation>Alles von mir</translation>
    </message>
    <message>
        <source>Take over the choice</source>
        <translation>Auswahl übernehmen</translation>
    </message>
    <message>
        <source>What both have changed stays as it is saved unless you choose yours.</source>
        <translation>Was beide geändert haben, bleibt wie gespeichert, wenn Sie nicht Ihres wählen.</translation>
    </message>
    <message>
        <source>Both changes go together: nothing of theirs is lost.</source>
        <translation>Beides passt zusammen: Von der anderen Änderung geht nichts verloren.</translation>
    </message>
    <message>
        <source>What you wanted is saved already.</source>
        <translation>Was Sie wollten, ist schon gespeichert.</translation>
    </message>
</context>
<context>
    <name>StateGrid</name>
    <message>
        <source>It was</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Saved now</source>
        <translation>Jetzt gespeichert</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Ihre Änderung</translation>
    </message>
    <message>
        <source>{field}, saved now: {value}</source>
        <translation>{field}, jetzt gespeichert: {value}</translation>
    </message>
    <message>
        <source>{field}, your change: {value}</source>
        <translation>{field}, Ihre Änderung: {value}</translation>
    </message>
    <message>
        <source>not changed here</source>
        <translation>hier nicht geändert</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>loading …</source>
        <translation>lädt …</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>speichert …</translation>
    </message>
    <message>
        <source>last change {time}</source>
        <translation>letzte Änderung {time}</translation>
    </message>
    <message>
        <source>connecting …</source>
        <translation>verbinde …</translation>
    </message>
    <message>
        <source>database {ms} ms</source>
        <translation>Datenbank {ms} ms</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>offline since {time}; what is shown may be old</source>
        <translation>ohne Verbindung seit {time}; der Stand kann veraltet sein</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>ohne Verbindung</translation>
    </message>
    <message>
        <source>Demo practice</source>
        <translation>Beispielpraxis</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>No practitioners yet</source>
        <translation>Kein Behandler angelegt</translation>
    </message>
    <message>
        <source>Stored on the server</source>
        <translation>Speicher: Server</translation>
    </message>
    <message>
        <source>Stored on this computer</source>
        <translation>Speicher: dieser Rechner</translation>
    </message>
    <message>
        <source>reconnecting …</source>
        <translation>verbindet wieder …</translation>
    </message>
    <message>
        <source>Server not checked</source>
        <translation>Server nicht geprüft</translation>
    </message>
    <message>
        <source>Connection not encrypted</source>
        <translation>Verbindung nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Whoever is in the same network could read or change patients&apos; data on the way.</source>
        <translation>Wer im selben Netz ist, könnte Patientendaten unterwegs lesen oder ändern.</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>after</source>
        <comment>a gap of minutes</comment>
        <translation>nach</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a gap of minutes</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Least gap in minutes</source>
        <translation>Kürzester Abstand in Minuten</translation>
    </message>
    <message>
        <source>Longest gap in minutes</source>
        <translation>Längster Abstand in Minuten</translation>
    </message>
</context>
<context>
    <name>SteppedSheet</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Alt+←</source>
        <translation>Alt+←</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>The note is not saved yet. Esc once more gives it up, Ctrl+Enter saves it.</source>
        <translation>Die Notiz ist noch nicht gespeichert. Noch einmal Esc verwirft sie, Strg+Enter speichert sie.</translation>
    </message>
</context>
<context>
    <name>Theatre</name>
    <message>
        <source>The window is too narrow for the details of the operation.</source>
        <translation>Das Fenster ist zu schmal für die Einzelheiten der Operation.</translation>
    </message>
    <message>
        <source>{room} · {time}</source>
        <translation>{room} · {time}</translation>
    </message>
    <message>
        <source>{room} · {time} · {reason}</source>
        <translation>{room} · {time} · {reason}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Patient, entry …</source>
        <translation>Patient, Termin …</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>TypedSheet</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>TypesStep</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Appointment types</source>
        <translation>Terminarten</translation>
    </message>
    <message>
        <source>These are usual ones. Change, remove and add what you like, now or later.</source>
        <translation>Das sind übliche Terminarten. Ändern, entfernen und ergänzen Sie, was Sie möchten, jetzt oder später.</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Please enter one type at least: every appointment has one.</source>
        <translation>Bitte geben Sie mindestens eine Terminart ein: Jeder Termin hat eine.</translation>
    </message>
</context>
<context>
    <name>WaysOn</name>
    <message>
        <source>Shift ↵</source>
        <translation>Umschalt ↵</translation>
    </message>
    <message>
        <source>Alt S</source>
        <translation>Alt S</translation>
    </message>
    <message>
        <source>Overlapping all the same, with a reason …</source>
        <translation>Trotzdem, überlappend, mit Begründung …</translation>
    </message>
    <message>
        <source>Why all the same? (is kept with the entry)</source>
        <translation>Warum trotzdem? (bleibt beim Termin vermerkt)</translation>
    </message>
    <message>
        <source>Repeat …</source>
        <translation>Wiederholen …</translation>
    </message>
</context>
<context>
    <name>WeekPart</name>
    <message>
        <source>Add a time on {day}</source>
        <translation>Zeit am {day} hinzufügen</translation>
    </message>
    <message>
        <source>no break</source>
        <translation>keine Pause</translation>
    </message>
    <message>
        <source>no hours</source>
        <translation>keine Sprechzeit</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>Welcome to PraxiDesk</source>
        <translation>Willkommen bei PraxiDesk</translation>
    </message>
    <message>
        <source>The calendar is still empty. How would you like to begin?</source>
        <translation>Der Kalender ist noch leer. Womit möchten Sie anfangen?</translation>
    </message>
    <message>
        <source>Set up the practice</source>
        <translation>Praxis einrichten</translation>
    </message>
    <message>
        <source>Name, hours, practitioners, rooms, types. About ten minutes; all can be changed later.</source>
        <translation>Name, Sprechzeiten, Behandler, Räume und Terminarten. Etwa zehn Minuten; alles lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Read a description</source>
        <translation>Beschreibung einlesen</translation>
    </message>
    <message>
        <source>A prepared practice file (TOML). PraxiDesk shows first what will be created.</source>
        <translation>Eine vorbereitete Praxisdatei (TOML). PraxiDesk zeigt vorher, was angelegt wird.</translation>
    </message>
    <message>
        <source>Choose file …</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Try it out first</source>
        <translation>Erst ausprobieren</translation>
    </message>
    <message>
        <source>A demo practice full of appointments. Kept apart, and deleted whenever you like.</source>
        <translation>Eine Beispielpraxis voller Termine. Getrennt gespeichert, jederzeit zu löschen.</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Your data lies on this computer, in a file that only you can read.</source>
        <translation>Ihre Daten liegen auf diesem Rechner, in einer Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>Your data lies on the database server {server}.</source>
        <translation>Ihre Daten liegen auf dem Datenbankserver {server}.</translation>
    </message>
    <message>
        <source>Import appointments</source>
        <translation>Termine übernehmen</translation>
    </message>
    <message>
        <source>Patients and appointments from the program used so far, as tables (CSV).</source>
        <translation>Patienten und Termine aus dem bisherigen Programm, als Tabellen (CSV).</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Other server …</source>
        <translation>Anderer Server …</translation>
    </message>
    <message>
        <source>For several desks it lies on a PostgreSQL server.</source>
        <translation>Für mehrere Plätze liegen sie auf einem PostgreSQL-Server.</translation>
    </message>
    <message>
        <source>Connect …</source>
        <translation>Verbinden …</translation>
    </message>
</context>
<context>
    <name>WhyBox</name>
    <message>
        <source>Alt E</source>
        <translation>Alt E</translation>
    </message>
    <message>
        <source>take the earlier one</source>
        <translation>früher nehmen</translation>
    </message>
</context>
<context>
    <name>WindowFields</name>
    <message>
        <source>{day} from</source>
        <translation>{day} von</translation>
    </message>
    <message>
        <source>{day} to</source>
        <translation>{day} bis</translation>
    </message>
    <message>
        <source>Weeks, season, other days</source>
        <translation>Wochen, Zeitraum, andere Tage</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>from</source>
        <comment>a day on</comment>
        <translation>ab</translation>
    </message>
    <message>
        <source>until</source>
        <comment>a day</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>Only in a season …</source>
        <translation>Nur in einem Zeitraum …</translation>
    </message>
    <message>
        <source>Take this day for Monday to Friday</source>
        <translation>Diesen Tag für Montag bis Freitag übernehmen</translation>
    </message>
    <message>
        <source>Take this day for the whole week</source>
        <translation>Diesen Tag für die ganze Woche übernehmen</translation>
    </message>
    <message>
        <source>Take this day for</source>
        <translation>Diesen Tag übernehmen für</translation>
    </message>
</context>
<context>
    <name>WizardSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create the practice</source>
        <translation>Praxis anlegen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Interrupt the set-up? What you have entered is kept until PraxiDesk is closed.</source>
        <translation>Einrichten unterbrechen? Was Sie eingegeben haben, bleibt erhalten, bis PraxiDesk beendet wird.</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>Unterbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>in every row</source>
        <translation>in jeder Zeile</translation>
    </message>
    <message>
        <source>{word} stands for</source>
        <translation>{word} steht für</translation>
    </message>
    <message>
        <source>– please choose –</source>
        <translation>– bitte wählen –</translation>
    </message>
</context>
<context>
    <name>absence</name>
    <message>
        <source>Taken back: {absence}</source>
        <translation>Zurückgenommen: {absence}</translation>
    </message>
    <message>
        <source>The absence was not taken back.</source>
        <translation>Die Abwesenheit wurde nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>The absence was not entered again.</source>
        <translation>Die Abwesenheit wurde nicht wieder eingetragen.</translation>
    </message>
    <message>
        <source>Another desk has changed it since, and it stays as they left it.</source>
        <translation>Ein anderer Platz hat sie seither geändert, und sie bleibt, wie sie dort ist.</translation>
    </message>
    <message>
        <source>absence of {name}, {days}</source>
        <translation>Abwesenheit von {name}, {days}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>Entered again: {absence} · those affected (K)</source>
        <translation>Wieder eingetragen: {absence} · Betroffene (K)</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>New appointment</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>Next free time</source>
        <translation>Nächster freier Termin</translation>
    </message>
    <message>
        <source>Block time</source>
        <translation>Zeit sperren</translation>
    </message>
    <message>
        <source>Open entry</source>
        <translation>Termin öffnen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Next appointment of this patient</source>
        <translation>Nächster Termin dieses Patienten</translation>
    </message>
    <message>
        <source>Previous appointment of this patient</source>
        <translation>Voriger Termin dieses Patienten</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Eingetroffen</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>Back to booked</source>
        <translation>Zurück auf gebucht</translation>
    </message>
    <message>
        <source>Cancel entry …</source>
        <translation>Absagen …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>OP plan</source>
        <translation>OP-Plan</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Entries that break a rule …</source>
        <translation>Regelverstöße …</translation>
    </message>
    <message>
        <source>Rules of booking …</source>
        <translation>Buchungsregeln …</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Whole day</source>
        <translation>Ganzer Tag</translation>
    </message>
    <message>
        <source>Show cancelled entries</source>
        <translation>Abgesagte zeigen</translation>
    </message>
    <message>
        <source>Filter …</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>End the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Left panel</source>
        <translation>Linke Leiste</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Colour by type</source>
        <translation>Farbe nach Terminart</translation>
    </message>
    <message>
        <source>Colour by practitioner</source>
        <translation>Farbe nach Behandler</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Columns: practitioners, rooms or both</source>
        <translation>Spalten: Behandler, Räume oder beides</translation>
    </message>
    <message>
        <source>Columns of practitioners only</source>
        <translation>Nur Spalten der Behandler</translation>
    </message>
    <message>
        <source>Columns of rooms and devices only</source>
        <translation>Nur Spalten der Räume und Geräte</translation>
    </message>
    <message>
        <source>Columns of practitioners and rooms</source>
        <translation>Spalten der Behandler und Räume</translation>
    </message>
    <message>
        <source>Week with or without weekend</source>
        <translation>Woche mit oder ohne Wochenende</translation>
    </message>
    <message>
        <source>Week as the practice opens</source>
        <translation>Woche wie die Praxis öffnet</translation>
    </message>
    <message>
        <source>Week of five days</source>
        <translation>Woche mit fünf Tagen</translation>
    </message>
    <message>
        <source>Week of seven days</source>
        <translation>Woche mit sieben Tagen</translation>
    </message>
    <message>
        <source>Grid follows the zoom</source>
        <translation>Raster passend zum Zoom</translation>
    </message>
    <message>
        <source>Grid of 5 minutes</source>
        <translation>Raster 5 Minuten</translation>
    </message>
    <message>
        <source>Grid of 10 minutes</source>
        <translation>Raster 10 Minuten</translation>
    </message>
    <message>
        <source>Grid of 15 minutes</source>
        <translation>Raster 15 Minuten</translation>
    </message>
    <message>
        <source>Grid of 20 minutes</source>
        <translation>Raster 20 Minuten</translation>
    </message>
    <message>
        <source>Grid of 30 minutes</source>
        <translation>Raster 30 Minuten</translation>
    </message>
    <message>
        <source>Enter an absence …</source>
        <translation>Abwesenheit eintragen …</translation>
    </message>
    <message>
        <source>Select the whole column</source>
        <translation>Ganze Spalte auswählen</translation>
    </message>
    <message>
        <source>Save view …</source>
        <translation>Ansicht speichern …</translation>
    </message>
    <message>
        <source>Saved views …</source>
        <translation>Gespeicherte Ansichten …</translation>
    </message>
    <message>
        <source>Saved view {number}</source>
        <translation>Gespeicherte Ansicht {number}</translation>
    </message>
    <message>
        <source>Save view on F{number} …</source>
        <translation>Ansicht auf F{number} speichern …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Appointment slip …</source>
        <translation>Terminzettel …</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Place what is parked</source>
        <translation>Geparktes setzen</translation>
    </message>
    <message>
        <source>Place who waits longest</source>
        <translation>Wer am längsten wartet, setzen</translation>
    </message>
    <message>
        <source>Onto the waiting list</source>
        <translation>Auf die Warteliste</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Next milestone of the operation now</source>
        <translation>Nächster Meilenstein der Operation jetzt</translation>
    </message>
    <message>
        <source>Close the demo practice …</source>
        <translation>Beispielpraxis schließen …</translation>
    </message>
    <message>
        <source>Time of a milestone …</source>
        <translation>Zeit eines Meilensteins …</translation>
    </message>
    <message>
        <source>OP plan for the wall, full screen</source>
        <translation>OP-Plan für die Wand, Vollbild</translation>
    </message>
    <message>
        <source>Import a table …</source>
        <translation>Tabelle übernehmen …</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>Patient öffnen</translation>
    </message>
    <message>
        <source>Change the patient&apos;s data …</source>
        <translation>Stammdaten ändern …</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Wartezimmer</translation>
    </message>
    <message>
        <source>Go to what was changed last</source>
        <translation>Zum zuletzt Geänderten</translation>
    </message>
    <message>
        <source>Who changed what …</source>
        <translation>Wer hat was geändert …</translation>
    </message>
    <message>
        <source>History of the entry …</source>
        <translation>Verlauf des Termins …</translation>
    </message>
    <message>
        <source>Name of this desk …</source>
        <translation>Name dieses Platzes …</translation>
    </message>
    <message>
        <source>Change your password …</source>
        <translation>Passwort ändern …</translation>
    </message>
    <message>
        <source>Sign out, change the user</source>
        <translation>Abmelden, Benutzer wechseln</translation>
    </message>
    <message>
        <source>Diagnosis …</source>
        <translation>Diagnose …</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Fenster sperren</translation>
    </message>
    <message>
        <source>After 1 minute</source>
        <translation>Nach 1 Minute</translation>
    </message>
    <message>
        <source>After 5 minutes</source>
        <translation>Nach 5 Minuten</translation>
    </message>
    <message>
        <source>After 15 minutes</source>
        <translation>Nach 15 Minuten</translation>
    </message>
    <message>
        <source>After an hour</source>
        <translation>Nach einer Stunde</translation>
    </message>
    <message>
        <source>Logins …</source>
        <translation>Zugänge …</translation>
    </message>
</context>
<context>
    <name>actor_row</name>
    <message>
        <source>Nothing free in the next two months</source>
        <translation>In den nächsten zwei Monaten nichts frei</translation>
    </message>
    <message>
        <source>Next free: {day} {time}</source>
        <translation>Nächster frei: {day} {time}</translation>
    </message>
    <message>
        <source>This login does not see everything that takes this time.</source>
        <translation>Diese Anmeldung sieht nicht alles, was diese Zeit belegt.</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>OP plan</source>
        <translation>OP-Plan</translation>
    </message>
    <message>
        <source>done</source>
        <comment>so many operations</comment>
        <translation>fertig</translation>
    </message>
    <message>
        <source>running</source>
        <comment>so many operations</comment>
        <translation>laufen</translation>
    </message>
    <message>
        <source>cleaning</source>
        <comment>so many operations</comment>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>planned</source>
        <comment>so many operations</comment>
        <translation>geplant</translation>
    </message>
    <message>
        <source>late</source>
        <comment>so many operations</comment>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>{name} free</source>
        <comment>reserved time</comment>
        <translation>{name} frei</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Next {time}</source>
        <translation>Nächste {time}</translation>
    </message>
    <message>
        <source>Incision {time}</source>
        <translation>Schnitt {time}</translation>
    </message>
    <message>
        <source>End {time}</source>
        <translation>Ende {time}</translation>
    </message>
    <message>
        <source>Free {time}</source>
        <translation>frei {time}</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>+ {minutes} min</source>
        <translation>+ {minutes} min</translation>
    </message>
    <message>
        <source>Patients by their initials only</source>
        <translation>Patienten nur mit Anfangsbuchstaben</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>Stand {time}</translation>
    </message>
    <message>
        <source>As of {time}, out of reach since {since}</source>
        <translation>Stand {time}, seit {since} nicht erreichbar</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>The OP plan is being loaded …</source>
        <translation>Der OP-Plan wird geladen …</translation>
    </message>
    <message>
        <source>This practice has no operating room.</source>
        <translation>Diese Praxis hat keinen OP-Saal.</translation>
    </message>
    <message>
        <source>There is no operating room “{code}” here.</source>
        <translation>Einen OP-Saal „{code}“ gibt es hier nicht.</translation>
    </message>
</context>
<context>
    <name>command reasons</name>
    <message>
        <source>nothing to take back</source>
        <translation>es gibt nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>nothing to do again</source>
        <translation>es gibt nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>only in the demo practice</source>
        <translation>nur in der Demo-Praxis</translation>
    </message>
    <message>
        <source>no practice is open</source>
        <translation>keine Praxis geöffnet</translation>
    </message>
    <message>
        <source>no appointment is selected</source>
        <translation>kein Termin ausgewählt</translation>
    </message>
    <message>
        <source>no operation with a milestone to come is selected</source>
        <translation>keine laufende Operation ausgewählt</translation>
    </message>
    <message>
        <source>the operation has begun: its times would have to go first</source>
        <translation>die Operation läuft schon: erst müssten ihre Zeiten gelöscht werden</translation>
    </message>
    <message>
        <source>it is booked already</source>
        <translation>er ist schon gebucht</translation>
    </message>
    <message>
        <source>the appointment is cancelled</source>
        <translation>der Termin ist abgesagt</translation>
    </message>
    <message>
        <source>blocked time has no patient</source>
        <translation>eine Sperrzeit hat keinen Patienten</translation>
    </message>
    <message>
        <source>its status does not allow it</source>
        <translation>der jetzige Status erlaubt es nicht</translation>
    </message>
    <message>
        <source>nobody has to sign in here</source>
        <translation>hier meldet sich niemand an</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Move appointment</source>
        <translation>Termin verschieben</translation>
    </message>
    <message>
        <source>Park appointment</source>
        <translation>Termin parken</translation>
    </message>
    <message>
        <source>Put appointment onto the waiting list</source>
        <translation>Termin auf die Warteliste setzen</translation>
    </message>
    <message>
        <source>Patient has arrived</source>
        <translation>Patient ist eingetroffen</translation>
    </message>
    <message>
        <source>Patient goes in</source>
        <translation>Patient aufnehmen</translation>
    </message>
    <message>
        <source>Appointment is done</source>
        <translation>Termin ist erledigt</translation>
    </message>
    <message>
        <source>Patient did not appear</source>
        <translation>Patient ist nicht erschienen</translation>
    </message>
    <message>
        <source>Set appointment back to booked</source>
        <translation>Termin zurück auf gebucht</translation>
    </message>
    <message>
        <source>Cancel appointment …</source>
        <translation>Termin absagen …</translation>
    </message>
    <message>
        <source>View: day</source>
        <translation>Ansicht: Tag</translation>
    </message>
    <message>
        <source>View: week</source>
        <translation>Ansicht: Woche</translation>
    </message>
    <message>
        <source>View: month</source>
        <translation>Ansicht: Monat</translation>
    </message>
    <message>
        <source>View: OP plan</source>
        <translation>Ansicht: OP-Plan</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Zu heute gehen</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>Zurückblättern</translation>
    </message>
    <message>
        <source>Page forward</source>
        <translation>Weiterblättern</translation>
    </message>
    <message>
        <source>Search patients and appointments</source>
        <translation>Patienten und Termine suchen</translation>
    </message>
    <message>
        <source>Draw the calendar larger</source>
        <translation>Kalender größer zeichnen</translation>
    </message>
    <message>
        <source>Draw the calendar smaller</source>
        <translation>Kalender kleiner zeichnen</translation>
    </message>
    <message>
        <source>Show the whole day</source>
        <translation>Den ganzen Tag zeigen</translation>
    </message>
    <message>
        <source>Show or hide the left panel</source>
        <translation>Linke Leiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Details zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Appearance: as the system</source>
        <translation>Aussehen: wie das System</translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation>Aussehen: hell</translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation>Aussehen: dunkel</translation>
    </message>
    <message>
        <source>Language: German</source>
        <translation>Sprache: Deutsch</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>Sprache: Englisch</translation>
    </message>
    <message>
        <source>Quit PraxiDesk</source>
        <translation>PraxiDesk beenden</translation>
    </message>
    <message>
        <source>Lock by itself after 1 minute</source>
        <translation>Von selbst sperren: nach 1 Minute</translation>
    </message>
    <message>
        <source>Lock by itself after 5 minutes</source>
        <translation>Von selbst sperren: nach 5 Minuten</translation>
    </message>
    <message>
        <source>Lock by itself after 15 minutes</source>
        <translation>Von selbst sperren: nach 15 Minuten</translation>
    </message>
    <message>
        <source>Lock by itself after an hour</source>
        <translation>Von selbst sperren: nach einer Stunde</translation>
    </message>
</context>
<context>
    <name>conflicts</name>
    <message>
        <source>another date of the same series</source>
        <translation>einem anderen Termin derselben Serie</translation>
    </message>
    <message>
        <source>another entry</source>
        <translation>einem anderen Termin</translation>
    </message>
    <message>
        <source>The patient already has an appointment {time}.</source>
        <translation>Der Patient hat {time} schon einen Termin.</translation>
    </message>
    <message>
        <source>{who} is blocked {time}.</source>
        <translation>{who} hat {time} eine Sperrzeit.</translation>
    </message>
    <message>
        <source>{who} has a request {time}.</source>
        <translation>{who} hat {time} eine Anfrage.</translation>
    </message>
    <message>
        <source>{who} is taken {time} by {other}.</source>
        <translation>{who} ist {time} mit {other} belegt.</translation>
    </message>
    <message>
        <source>{who} has no opening hours.</source>
        <translation>{who} hat keine Sprechzeiten.</translation>
    </message>
    <message>
        <source>The practice is closed {time}: {reason}.</source>
        <translation>Die Praxis ist {time} geschlossen: {reason}.</translation>
    </message>
    <message>
        <source>{who} needs a gap to {other}; there is none.</source>
        <translation>{who} braucht einen Abstand zu {other}; es gibt keinen.</translation>
    </message>
    <message>
        <source>{who} has only {minutes} min between this and {other}; that is too short.</source>
        <translation>{who} hat nur {minutes} min Abstand zu {other}; das ist zu kurz.</translation>
    </message>
    <message>
        <source>The patient already has an appointment {time}: {other}.</source>
        <translation>Der Patient hat {time} schon einen Termin: {other}.</translation>
    </message>
    <message>
        <source>The practice is closed {time}.</source>
        <translation>Die Praxis ist {time} geschlossen.</translation>
    </message>
    <message>
        <source>{who} has no hours {time}.</source>
        <translation>{who} hat {time} keine Sprechzeit.</translation>
    </message>
    <message>
        <source>{who} has a break {time}.</source>
        <translation>{who} hat {time} Pause.</translation>
    </message>
    <message>
        <source>{who} is absent {time}.</source>
        <translation>{who} ist {time} abwesend.</translation>
    </message>
    <message>
        <source>{who} is blocked {time}: {other}.</source>
        <translation>{who} hat {time} eine Sperrzeit: {other}.</translation>
    </message>
    <message>
        <source>{who} does not fit this type.</source>
        <translation>{who} passt nicht zu dieser Terminart.</translation>
    </message>
    <message>
        <source>{who} is no longer active.</source>
        <translation>{who} ist nicht mehr aktiv.</translation>
    </message>
    <message>
        <source>Somebody else has changed this entry meanwhile.</source>
        <translation>Jemand anderes hat diesen Termin inzwischen geändert.</translation>
    </message>
    <message>
        <source>{who} has no hours of their own; those of the site count.</source>
        <translation>{who} hat keine eigenen Sprechzeiten; es gelten die der Praxis.</translation>
    </message>
    <message>
        <source>This time has already passed.</source>
        <translation>Diese Zeit ist schon vorbei.</translation>
    </message>
    <message>
        <source>Still missing: {role}.</source>
        <translation>Es fehlt noch: {role}.</translation>
    </message>
    <message>
        <source>There is already a patient of this name and birth date.</source>
        <translation>Es gibt schon einen Patienten mit diesem Namen und Geburtsdatum.</translation>
    </message>
    <message>
        <source>{who} has a request {time}: {other}.</source>
        <translation>{who} hat {time} eine Anfrage: {other}.</translation>
    </message>
    <message>
        <source>{who} is reserved for others {time}.</source>
        <translation>{who} ist {time} für andere reserviert.</translation>
    </message>
    <message>
        <source>{who} has only {minutes} min for the way between this and {other}.</source>
        <translation>{who} hat für den Weg zwischen diesem Termin und {other} nur {minutes} min.</translation>
    </message>
    <message>
        <source>{who} does not have the equipment that this needs.</source>
        <translation>{who} hat nicht die Ausstattung, die hierfür nötig ist.</translation>
    </message>
    <message>
        <source>{who} is out of service then: its inspection is due.</source>
        <translation>{who} ist dann außer Betrieb: Die Prüfung ist fällig.</translation>
    </message>
    <message>
        <source>{who} has no place left {time}.</source>
        <translation>{who} hat {time} keinen Platz mehr.</translation>
    </message>
    <message>
        <source>{who} already has as many appointments of this type as the practice allows.</source>
        <translation>{who} hat schon so viele Termine dieser Art, wie die Praxis erlaubt.</translation>
    </message>
    <message>
        <source>{who} has another appointment of this type too near: {other}.</source>
        <translation>{who} hat zu nahe einen weiteren Termin dieser Art: {other}.</translation>
    </message>
    <message>
        <source>As many appointments of this type as the practice allows run already {time}.</source>
        <translation>{time} laufen schon so viele Termine dieser Art, wie die Praxis erlaubt.</translation>
    </message>
    <message>
        <source>This type must be booked further ahead.</source>
        <translation>Diese Terminart muss früher im Voraus gebucht werden.</translation>
    </message>
    <message>
        <source>This type cannot be booked so far ahead.</source>
        <translation>Diese Terminart kann nicht so weit im Voraus gebucht werden.</translation>
    </message>
    <message>
        <source>The entry cannot go from its present status to this one.</source>
        <translation>Von seinem jetzigen Status kann der Eintrag nicht in diesen wechseln.</translation>
    </message>
    <message>
        <source>{who} is only at another site.</source>
        <translation>{who} gehört nur zu einem anderen Standort.</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d</source>
        <comment>day of the month</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>dd/MM/yyyy</source>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>dd/MM</source>
        <translation>dd.MM.</translation>
    </message>
    <message>
        <source>Wk {number}</source>
        <translation>KW {number}</translation>
    </message>
    <message>
        <source>Wk</source>
        <comment>over week numbers</comment>
        <translation>KW</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>day way</name>
    <message>
        <source>Front desk</source>
        <translation>Anmeldung</translation>
    </message>
</context>
<context>
    <name>deviation</name>
    <message>
        <source>{name} ends at {expected} instead of {planned}.</source>
        <translation>{name} endet {expected} statt {planned}.</translation>
    </message>
    <message>
        <source>The room is ready at {expected} instead of {planned}.</source>
        <translation>Der Saal ist {expected} statt {planned} bereit.</translation>
    </message>
    <message>
        <source>{name} begins at {expected} instead of {planned}.</source>
        <translation>{name} beginnt {expected} statt {planned}.</translation>
    </message>
    <message>
        <source>Delay {room}</source>
        <translation>Verspätung {room}</translation>
    </message>
    <message>
        <source>moves to {time}</source>
        <translation>rückt auf {time}</translation>
    </message>
    <message>
        <source>room free {time}</source>
        <translation>Saal frei {time}</translation>
    </message>
    <message>
        <source>{name} moves to {time}</source>
        <translation>{name} rückt auf {time}</translation>
    </message>
    <message>
        <source>{name} must give way by {minutes} min</source>
        <translation>{name} muss um {minutes} min weichen</translation>
    </message>
    <message>
        <source>Moves to {time} instead of {planned}: one before it ends later.</source>
        <translation>Rückt auf {time} statt {planned}: eine Operation davor endet später.</translation>
    </message>
    <message>
        <source>Moves to {time} instead of {planned}: {name} in {room} ends later.</source>
        <translation>Rückt auf {time} statt {planned}: {name} in {room} endet später.</translation>
    </message>
    <message>
        <source>{milestone} {minutes} min after the plan.</source>
        <translation>{milestone} {minutes} min nach Plan.</translation>
    </message>
    <message>
        <source>{milestone} {minutes} min before the plan.</source>
        <translation>{milestone} {minutes} min vor Plan.</translation>
    </message>
    <message>
        <source>{milestone} as planned.</source>
        <translation>{milestone} nach Plan.</translation>
    </message>
    <message>
        <source>End probably at {expected}, as planned</source>
        <translation>Ende voraussichtlich {expected}, wie geplant</translation>
    </message>
    <message>
        <source>Room probably ready at {expected}, as planned</source>
        <translation>Saal voraussichtlich {expected} bereit, wie geplant</translation>
    </message>
    <message>
        <source>End probably at {expected} instead of {planned}</source>
        <translation>Ende voraussichtlich {expected} statt {planned}</translation>
    </message>
    <message>
        <source>Room probably ready at {expected} instead of {planned}</source>
        <translation>Saal voraussichtlich {expected} statt {planned} bereit</translation>
    </message>
    <message>
        <source>the next operation is not affected.</source>
        <translation>die nächste Operation ist nicht betroffen.</translation>
    </message>
    <message>
        <source>{moves}, and {count} more.</source>
        <translation>{moves}, und {count} weitere.</translation>
    </message>
</context>
<context>
    <name>diagnostics</name>
    <message>
        <source>Load a week</source>
        <translation>Woche laden</translation>
    </message>
    <message>
        <source>Book or change</source>
        <translation>Buchen oder ändern</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Cancel an entry</source>
        <translation>Eintrag absagen</translation>
    </message>
    <message>
        <source>Set a status</source>
        <translation>Status setzen</translation>
    </message>
    <message>
        <source>Record a milestone</source>
        <translation>Meilenstein festhalten</translation>
    </message>
    <message>
        <source>Check whether it is free</source>
        <translation>Prüfen, ob frei ist</translation>
    </message>
    <message>
        <source>Change several entries</source>
        <translation>Mehrere Einträge ändern</translation>
    </message>
    <message>
        <source>Check several dates</source>
        <translation>Mehrere Termine prüfen</translation>
    </message>
    <message>
        <source>Find free times</source>
        <translation>Freie Zeiten suchen</translation>
    </message>
    <message>
        <source>Find times of a combination</source>
        <translation>Zeiten einer Kombination suchen</translation>
    </message>
    <message>
        <source>Find a patient while booking</source>
        <translation>Patienten beim Buchen suchen</translation>
    </message>
    <message>
        <source>Load a series</source>
        <translation>Serie laden</translation>
    </message>
    <message>
        <source>List broken rules</source>
        <translation>Verletzte Regeln auflisten</translation>
    </message>
    <message>
        <source>Change the rules of booking</source>
        <translation>Buchungsregeln ändern</translation>
    </message>
    <message>
        <source>Look for others&apos; changes</source>
        <translation>Nach Änderungen anderer sehen</translation>
    </message>
    <message>
        <source>Read a patient&apos;s data</source>
        <translation>Patientendaten lesen</translation>
    </message>
    <message>
        <source>Open a patient&apos;s card</source>
        <translation>Patientenkarte öffnen</translation>
    </message>
    <message>
        <source>Change a patient&apos;s data</source>
        <translation>Patientendaten ändern</translation>
    </message>
    <message>
        <source>This diagnosis</source>
        <translation>Diese Diagnose</translation>
    </message>
    <message>
        <source>Entries around a patient&apos;s</source>
        <translation>Einträge um den eines Patienten</translation>
    </message>
    <message>
        <source>History of an entry</source>
        <translation>Verlauf eines Eintrags</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>Tabelle einlesen</translation>
    </message>
    <message>
        <source>Search: more entries</source>
        <translation>Suche: weitere Einträge</translation>
    </message>
    <message>
        <source>More of a patient&apos;s entries</source>
        <translation>Weitere Einträge eines Patienten</translation>
    </message>
    <message>
        <source>Search: more patients</source>
        <translation>Suche: weitere Patienten</translation>
    </message>
    <message>
        <source>A patient&apos;s next entry</source>
        <translation>Nächster Eintrag eines Patienten</translation>
    </message>
    <message>
        <source>Everybody&apos;s next free time</source>
        <translation>Nächste freie Zeit aller</translation>
    </message>
    <message>
        <source>Parked entries</source>
        <translation>Geparkte Einträge</translation>
    </message>
    <message>
        <source>Patients to be recalled</source>
        <translation>Patienten für den Rückruf</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Wartezimmer</translation>
    </message>
    <message>
        <source>Preview of settings</source>
        <translation>Vorschau der Einstellungen</translation>
    </message>
    <message>
        <source>Preview of an import</source>
        <translation>Vorschau beim Einlesen</translation>
    </message>
    <message>
        <source>Print days</source>
        <translation>Tage drucken</translation>
    </message>
    <message>
        <source>Print a slip</source>
        <translation>Terminzettel drucken</translation>
    </message>
    <message>
        <source>Operations without a room</source>
        <translation>Operationen ohne Saal</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Einstellungen speichern</translation>
    </message>
    <message>
        <source>Days of the month sheet</source>
        <translation>Tage des Monatsblatts</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>up to 10 ms</source>
        <translation>bis 10 ms</translation>
    </message>
    <message>
        <source>up to 100 ms</source>
        <translation>bis 100 ms</translation>
    </message>
    <message>
        <source>up to 1 s</source>
        <translation>bis 1 s</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>länger</translation>
    </message>
    <message>
        <source>Answers of the last hour</source>
        <translation>Antworten der letzten Stunde</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>How often it was answered</source>
        <translation>Wie oft geantwortet wurde</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>How often the store could not answer</source>
        <translation>Wie oft die Datenbank nicht antworten konnte</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Sent to the database each time</source>
        <translation>So viele gingen jedes Mal an die Datenbank</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>All its answers together</source>
        <translation>Alle Antworten zusammen</translation>
    </message>
    <message>
        <source>Half of all answers took at most this long</source>
        <translation>Die Hälfte aller Antworten dauerte höchstens so lang</translation>
    </message>
    <message>
        <source>99 of 100 answers took at most this long</source>
        <translation>99 von 100 Antworten dauerten höchstens so lang</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>The slowest answer</source>
        <translation>Die langsamste Antwort</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzte</translation>
    </message>
    <message>
        <source>When it was last answered, and how long it took</source>
        <translation>Wann zuletzt geantwortet wurde und wie lang es dauerte</translation>
    </message>
    <message>
        <source>Over limit</source>
        <translation>Über Grenze</translation>
    </message>
    <message>
        <source>How often its limit was exceeded</source>
        <translation>Wie oft die Grenze überschritten wurde</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Its values are left out</source>
        <translation>Ihre Werte sind ausgelassen</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>With its indexes</source>
        <translation>Mit ihren Indizes</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Of the whole database</source>
        <translation>An der ganzen Datenbank</translation>
    </message>
    <message>
        <source>{count} (&gt; {limit})</source>
        <translation>{count} (&gt; {limit})</translation>
    </message>
    <message>
        <source>Diagnosis of {program}</source>
        <translation>Diagnose von {program}</translation>
    </message>
    <message>
        <source>{at}, counted since {since}</source>
        <translation>{at}, gezählt seit {since}</translation>
    </message>
    <message>
        <source>connected since {time}</source>
        <translation>verbunden seit {time}</translation>
    </message>
    <message>
        <source>not connected since {time}</source>
        <translation>nicht verbunden seit {time}</translation>
    </message>
    <message>
        <source>{share} of {count}</source>
        <translation>{share} von {count}</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Weeks known beforehand</source>
        <translation>Wochen schon bekannt</translation>
    </message>
    <message>
        <source>Sessions on the server</source>
        <translation>Sitzungen am Server</translation>
    </message>
    <message>
        <source>Journal mode</source>
        <translation>Journal-Modus</translation>
    </message>
    <message>
        <source>This store is a file: only a database server counts statements by itself.</source>
        <translation>Diese Datenbank ist eine Datei: Nur ein Datenbankserver zählt Anweisungen selbst.</translation>
    </message>
    <message>
        <source>The server does not count its statements. An administrator can have it do so: shared_preload_libraries = &apos;pg_stat_statements&apos; in postgresql.conf, a restart of the server, and CREATE EXTENSION pg_stat_statements in this database.</source>
        <translation>Der Server zählt seine Anweisungen nicht. Ein Administrator kann es einschalten: shared_preload_libraries = &apos;pg_stat_statements&apos; in postgresql.conf, Neustart des Servers und CREATE EXTENSION pg_stat_statements in dieser Datenbank.</translation>
    </message>
    <message>
        <source>The extension is in this database, but the server was started without it: shared_preload_libraries = &apos;pg_stat_statements&apos; in postgresql.conf, then a restart of the server.</source>
        <translation>Die Erweiterung ist in dieser Datenbank, aber der Server wurde ohne sie gestartet: shared_preload_libraries = &apos;pg_stat_statements&apos; in postgresql.conf, dann Neustart des Servers.</translation>
    </message>
    <message>
        <source>This login may not read what the server counts. An administrator can allow it: GRANT pg_read_all_stats to this login.</source>
        <translation>Diese Anmeldung darf nicht lesen, was der Server zählt. Ein Administrator kann es erlauben: GRANT pg_read_all_stats für diese Anmeldung.</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>Wer hat was geändert</translation>
    </message>
    <message>
        <source>Who changed what: more lines</source>
        <translation>Wer hat was geändert: weitere Zeilen</translation>
    </message>
    <message>
        <source>Who changed an entry</source>
        <translation>Wer einen Eintrag geändert hat</translation>
    </message>
    <message>
        <source>Who has changed anything</source>
        <translation>Wer überhaupt geändert hat</translation>
    </message>
    <message>
        <source>Last change of an entry</source>
        <translation>Letzte Änderung eines Eintrags</translation>
    </message>
    <message>
        <source>Look at the journal&apos;s seal</source>
        <translation>Siegel des Journals ansehen</translation>
    </message>
    <message>
        <source>Prove the journal</source>
        <translation>Journal prüfen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>The login and the desk, and what it does</source>
        <translation>Die Anmeldung und der Arbeitsplatz, und was sie tut</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>How long it waits, or has changes open that are not saved yet</source>
        <translation>Wie lange sie schon wartet oder Änderungen offen hat, die noch nicht gespeichert sind</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>By which it is ended</source>
        <translation>Mit ihr wird sie beendet</translation>
    </message>
    <message>
        <source>This store is a file: programs take turns in it, and nobody keeps another waiting for long.</source>
        <translation>Dieser Bestand ist eine Datei: Programme wechseln sich darin ab, und niemand hält andere lange auf.</translation>
    </message>
    <message>
        <source>Nobody waits for anybody, and nobody has changes open for long.</source>
        <translation>Niemand wartet auf jemanden, und niemand hat lange Änderungen offen.</translation>
    </message>
    <message>
        <source>{who} waits for {others}</source>
        <translation>{who} wartet auf {others}</translation>
    </message>
    <message>
        <source>{who} keeps others waiting, and does nothing itself</source>
        <translation>{who} hält andere auf und tut selbst nichts</translation>
    </message>
    <message>
        <source>{who} keeps others waiting, and is at work</source>
        <translation>{who} hält andere auf und arbeitet</translation>
    </message>
    <message>
        <source>{who} has changes open, and does nothing</source>
        <translation>{who} hat Änderungen offen und tut nichts</translation>
    </message>
    <message>
        <source>{who} has changes open, and is at work</source>
        <translation>{who} hat Änderungen offen und arbeitet</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>done</name>
    <message>
        <source>Taken back: {name}</source>
        <translation>Rückgängig gemacht: {name}</translation>
    </message>
    <message>
        <source>Done again: {name}</source>
        <translation>Wiederholt: {name}</translation>
    </message>
    <message>
        <source>On the waiting list: {name}</source>
        <translation>Auf der Warteliste: {name}</translation>
    </message>
    <message>
        <source>Blocked: {name}, {when}, {who}</source>
        <translation>Gesperrt: {name}, {when}, {who}</translation>
    </message>
    <message>
        <source>Booked: {name}, {when}, {who}</source>
        <translation>Gebucht: {name}, {when}, {who}</translation>
    </message>
    <message>
        <source>Changed: {name}, {when} to {end}</source>
        <translation>Geändert: {name}, {when} bis {end}</translation>
    </message>
    <message>
        <source>Moved: {name} to {when}, {who}</source>
        <translation>Verschoben: {name} auf {when}, {who}</translation>
    </message>
    <message>
        <source>Changed: {name}, {when}</source>
        <translation>Geändert: {name}, {when}</translation>
    </message>
    <message>
        <source>Removed: {name}, {when}</source>
        <translation>Entfernt: {name}, {when}</translation>
    </message>
    <message>
        <source>Cancelled: {name}, {when}</source>
        <translation>Abgesagt: {name}, {when}</translation>
    </message>
    <message>
        <source>{status}: {name}</source>
        <translation>{status}: {name}</translation>
    </message>
    <message>
        <source>{what}: {name}</source>
        <translation>{what}: {name}</translation>
    </message>
    <message>
        <source>Booked: {name}, {count} from {when}</source>
        <translation>Gebucht: {name}, {count} ab {when}</translation>
    </message>
    <message>
        <source>Changed: {name}, {count} from {when}</source>
        <translation>Geändert: {name}, {count} ab {when}</translation>
    </message>
    <message>
        <source>Cancelled: {name}, {count} from {when}</source>
        <translation>Abgesagt: {name}, {count} ab {when}</translation>
    </message>
    <message>
        <source>left out: {days}</source>
        <translation>ausgelassen: {days}</translation>
    </message>
    <message>
        <source>unchanged: {days}</source>
        <translation>unverändert: {days}</translation>
    </message>
    <message>
        <source>cannot be taken back</source>
        <translation>lässt sich nicht rückgängig machen</translation>
    </message>
    <message>
        <source>Taken back: {name}, {count}</source>
        <translation>Rückgängig gemacht: {name}, {count}</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Taken back: {count}</source>
        <translation>Rückgängig gemacht: {count}</translation>
    </message>
    <message>
        <source>Moved: {count}</source>
        <translation>Verschoben: {count}</translation>
    </message>
    <message>
        <source>Cancelled: {count}</source>
        <translation>Abgesagt: {count}</translation>
    </message>
    <message>
        <source>{status}: {count}</source>
        <translation>{status}: {count}</translation>
    </message>
    <message>
        <source>the appointment is on {day} only</source>
        <translation>der Termin ist erst am {day}</translation>
    </message>
    <message>
        <source>the appointments are on {day} only</source>
        <translation>die Termine sind erst am {day}</translation>
    </message>
    <message>
        <source>on {day}</source>
        <comment>appointments of that day</comment>
        <translation>am {day}</translation>
    </message>
</context>
<context>
    <name>editors</name>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>{who} is editing this entry</source>
        <translation>{who} bearbeitet diesen Termin</translation>
    </message>
    <message>
        <source>{who} is editing this patient&apos;s data</source>
        <translation>{who} bearbeitet die Daten dieses Patienten</translation>
    </message>
    <message>
        <source>{who} is editing this page of the settings</source>
        <translation>{who} bearbeitet diese Seite der Einstellungen</translation>
    </message>
    <message>
        <source>{who} is entering an absence here, too</source>
        <translation>{who} trägt hier auch eine Abwesenheit ein</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>Procedure</source>
        <translation>Eingriff</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>Kombitermin</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>Trotzdem</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>part {number} of {count}</source>
        <translation>Teil {number} von {count}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>The booking was not saved.</source>
        <translation>Der Termin wurde nicht gebucht.</translation>
    </message>
    <message>
        <source>None of the series was saved.</source>
        <translation>Von der Serie wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Nothing was saved; all entries are as they were.</source>
        <translation>Es wurde nichts gespeichert; alle Einträge sind, wie sie waren.</translation>
    </message>
    <message>
        <source>None of its appointments was saved.</source>
        <translation>Keiner der Termine wurde gespeichert.</translation>
    </message>
    <message>
        <source>The change was not saved; all entries are as they were.</source>
        <translation>Die Änderung wurde nicht gespeichert; alle Termine sind wie zuvor.</translation>
    </message>
    <message>
        <source>None of the entries was cancelled.</source>
        <translation>Keiner der Termine wurde abgesagt.</translation>
    </message>
    <message>
        <source>The change was not saved; the entry is as it was.</source>
        <translation>Die Änderung wurde nicht gespeichert; der Termin ist, wie er war.</translation>
    </message>
    <message>
        <source>The entry was not cancelled.</source>
        <translation>Der Termin wurde nicht abgesagt.</translation>
    </message>
    <message>
        <source>The status was not saved.</source>
        <translation>Der Status wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The time was not saved.</source>
        <translation>Die Zeit wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Another program holds the database.</source>
        <translation>Ein anderes Programm hält die Datenbank fest.</translation>
    </message>
    <message>
        <source>The database may only be read.</source>
        <translation>Die Datenbank darf nur gelesen werden.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The database file is damaged.</source>
        <translation>Die Datenbankdatei ist beschädigt.</translation>
    </message>
    <message>
        <source>This database belongs to another program.</source>
        <translation>Diese Datenbank gehört einem anderen Programm.</translation>
    </message>
    <message>
        <source>A newer PraxiDesk has written this database.</source>
        <translation>Diese Datenbank stammt von einem neueren PraxiDesk.</translation>
    </message>
    <message>
        <source>This database is of an older PraxiDesk.</source>
        <translation>Diese Datenbank stammt von einem älteren PraxiDesk.</translation>
    </message>
    <message>
        <source>The database was not found.</source>
        <translation>Die Datenbank wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>There is no practice in this database yet.</source>
        <translation>In dieser Datenbank ist noch keine Praxis angelegt.</translation>
    </message>
    <message>
        <source>The database lies in a network or cloud folder, where it could be damaged.</source>
        <translation>Die Datenbank liegt in einem Netz- oder Cloud-Ordner; dort kann sie Schaden nehmen.</translation>
    </message>
    <message>
        <source>The database server does not answer.</source>
        <translation>Der Datenbankserver antwortet nicht.</translation>
    </message>
    <message>
        <source>Somebody who takes part is taken by an entry that your login does not see.</source>
        <translation>Jemand der Beteiligten ist durch einen Eintrag belegt, den Ihre Anmeldung nicht sieht.</translation>
    </message>
    <message>
        <source>The database was too busy.</source>
        <translation>Die Datenbank war überlastet.</translation>
    </message>
    <message>
        <source>The database could not do this.</source>
        <translation>Die Datenbank konnte das nicht ausführen.</translation>
    </message>
    <message>
        <source>Close the other program, then try again.</source>
        <translation>Schließen Sie das andere Programm und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Ask for the right to write the file, then try again.</source>
        <translation>Bitten Sie um Schreibrecht für die Datei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Stop booking and restore the last backup.</source>
        <translation>Buchen Sie nicht weiter und spielen Sie die letzte Sicherung zurück.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Update PraxiDesk on this computer.</source>
        <translation>Aktualisieren Sie PraxiDesk auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Run “praxidesk store upgrade”.</source>
        <translation>Führen Sie „praxidesk store upgrade“ aus.</translation>
    </message>
    <message>
        <source>Check the path, or set up a practice.</source>
        <translation>Prüfen Sie den Pfad oder richten Sie eine Praxis ein.</translation>
    </message>
    <message>
        <source>Run “praxidesk setup” with the practice file.</source>
        <translation>Führen Sie „praxidesk setup“ mit der Praxisdatei aus.</translation>
    </message>
    <message>
        <source>Move it to a local folder.</source>
        <translation>Legen Sie sie in einen lokalen Ordner.</translation>
    </message>
    <message>
        <source>Check the network; PraxiDesk keeps trying.</source>
        <translation>Prüfen Sie das Netzwerk; PraxiDesk versucht es weiter.</translation>
    </message>
    <message>
        <source>Choose another time.</source>
        <translation>Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, see the log.</source>
        <translation>Versuchen Sie es erneut; geschieht es wieder, sehen Sie im Protokoll nach.</translation>
    </message>
    <message>
        <source>Your login may not do that.</source>
        <translation>Das darf Ihre Anmeldung nicht.</translation>
    </message>
    <message>
        <source>Ask whoever administers PraxiDesk for the right.</source>
        <translation>Bitten Sie die Administration von PraxiDesk um das Recht dazu.</translation>
    </message>
    <message>
        <source>What was booked since the last backup may be lost.</source>
        <translation>Was seit der letzten Sicherung gebucht wurde, ist vielleicht verloren.</translation>
    </message>
    <message>
        <source>Nothing was changed; what was booked is on the server.</source>
        <translation>Nichts wurde verändert; was gebucht war, liegt auf dem Server.</translation>
    </message>
    <message>
        <source>Nothing was changed in it.</source>
        <translation>Nichts wurde darin verändert.</translation>
    </message>
    <message>
        <source>Nothing was changed; what was booked is still there.</source>
        <translation>Nichts wurde verändert; was gebucht war, ist noch da.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Sign in, then try again.</source>
        <translation>Melden Sie sich an und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>It was given up while the server did not answer.</source>
        <translation>Es wurde aufgegeben, während der Server nicht antwortete.</translation>
    </message>
</context>
<context>
    <name>file errors</name>
    <message>
        <source>Something must stand here.</source>
        <translation>Hier muss etwas stehen.</translation>
    </message>
    <message>
        <source>Only the years {low} to {high}.</source>
        <translation>Nur die Jahre {low} bis {high}.</translation>
    </message>
    <message>
        <source>This stands here twice.</source>
        <translation>Das steht hier doppelt.</translation>
    </message>
    <message>
        <source>This is a key that PraxiDesk does not know.</source>
        <translation>Diesen Schlüssel kennt PraxiDesk nicht.</translation>
    </message>
    <message>
        <source>{value} is no text: write it in quotes.</source>
        <translation>{value} ist kein Text: in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>{value} is no whole number.</source>
        <translation>{value} ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>{value} is neither true nor false.</source>
        <translation>{value} ist weder true noch false.</translation>
    </message>
    <message>
        <source>Here belongs a list in square brackets.</source>
        <translation>Hier gehört eine Liste in eckigen Klammern hin.</translation>
    </message>
    <message>
        <source>Here belong keys with values.</source>
        <translation>Hier gehören Schlüssel mit Werten hin.</translation>
    </message>
    <message>
        <source>{value} is not possible here; possible are: {choices}</source>
        <translation>{value} ist hier nicht möglich; möglich sind: {choices}</translation>
    </message>
    <message>
        <source>This cannot stand beside “{other}”.</source>
        <translation>Das kann nicht neben „{other}“ stehen.</translation>
    </message>
    <message>
        <source>This has no place here.</source>
        <translation>Das hat hier keinen Platz.</translation>
    </message>
    <message>
        <source>Here belong two numbers of minutes, such as [10, 60].</source>
        <translation>Hier gehören zwei Minutenzahlen hin, etwa [10, 60].</translation>
    </message>
    <message>
        <source>{value} is no date. An example: 2026-11-23</source>
        <translation>{value} ist kein Datum. Ein Beispiel: 2026-11-23</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>Diesen Tag gibt es nicht.</translation>
    </message>
    <message>
        <source>{value} is no date such as 2026-08-08 or 08-08.</source>
        <translation>{value} ist kein Datum wie 2026-08-08 oder 08-08.</translation>
    </message>
    <message>
        <source>{value} can only be an end; the day begins at 00:00.</source>
        <translation>{value} kann nur ein Ende sein; der Tag beginnt um 00:00.</translation>
    </message>
    <message>
        <source>{value} is no whole minute.</source>
        <translation>{value} ist keine ganze Minute.</translation>
    </message>
    <message>
        <source>This is no time of day. An example: 08:30</source>
        <translation>Das ist keine Uhrzeit. Ein Beispiel: 08:30</translation>
    </message>
    <message>
        <source>{value} is no date with a time. An example: 2026-11-23T09:00</source>
        <translation>{value} ist kein Datum mit Uhrzeit. Ein Beispiel: 2026-11-23T09:00</translation>
    </message>
    <message>
        <source>{value}: write the practice&apos;s own time, without an offset.</source>
        <translation>{value}: bitte die Ortszeit der Praxis, ohne Zeitverschiebung.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: this cannot be read. Missing quotes or a bracket?</source>
        <translation>Zeile {line}, Spalte {column}: nicht lesbar. Fehlen Anführungszeichen oder eine Klammer?</translation>
    </message>
    <message>
        <source>The file is not written as a practice file is (TOML).</source>
        <translation>Die Datei ist nicht wie eine Praxisdatei (TOML) geschrieben.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>The file cannot be read ({why}).</source>
        <translation>Die Datei kann nicht gelesen werden ({why}).</translation>
    </message>
    <message>
        <source>The file cannot be found under this name.</source>
        <translation>Unter diesem Namen ist keine Datei zu finden.</translation>
    </message>
    <message>
        <source>The file is larger than {most} MB.</source>
        <translation>Die Datei ist größer als {most} MB.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>Line {line}: a character cannot be read. Save the file as UTF-8.</source>
        <translation>Zeile {line}: ein Zeichen ist nicht lesbar. Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>and {count} more faults</source>
        <translation>und {count} weitere Fehler</translation>
    </message>
    <message>
        <source>[site] is missing: name and time zone of the practice.</source>
        <translation>[site] fehlt: Name und Zeitzone der Praxis.</translation>
    </message>
    <message>
        <source>This store holds another practice already: {code}</source>
        <translation>Dieser Speicher enthält schon eine andere Praxis: {code}</translation>
    </message>
    <message>
        <source>Time can be kept for practitioners only.</source>
        <translation>Zeit kann nur für Behandler freigehalten werden.</translation>
    </message>
    <message>
        <source>{found} cells instead of {due}.</source>
        <translation>{found} Zellen statt {due}.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and not closed: lines {first} to {last}.</source>
        <translation>Ein Anführungszeichen wird geöffnet und nicht geschlossen: Zeilen {first} bis {last}.</translation>
    </message>
    <message>
        <source>The quotation marks of this row cannot be read.</source>
        <translation>Die Anführungszeichen dieser Zeile sind nicht lesbar.</translation>
    </message>
    <message>
        <source>{value} has not been assigned.</source>
        <translation>{value} ist nicht zugeordnet.</translation>
    </message>
    <message>
        <source>{value} cannot be read.</source>
        <translation>{value} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{value} is no number.</source>
        <translation>{value} ist keine Zahl.</translation>
    </message>
    <message>
        <source>{value} is no length such as 1:30.</source>
        <translation>{value} ist keine Dauer wie 1:30.</translation>
    </message>
    <message>
        <source>{value} is no whole number of minutes.</source>
        <translation>{value} ist keine ganze Zahl von Minuten.</translation>
    </message>
    <message>
        <source>{value} is written otherwise than the other dates.</source>
        <translation>{value} ist anders geschrieben als die übrigen Angaben.</translation>
    </message>
    <message>
        <source>The clocks are put forward: this time does not exist.</source>
        <translation>Die Uhren werden vorgestellt: diese Zeit gibt es nicht.</translation>
    </message>
    <message>
        <source>This is shorter than the operation&apos;s other phases.</source>
        <translation>Das ist kürzer als die übrigen Abschnitte der Operation.</translation>
    </message>
    <message>
        <source>An entry lasts 1 to {most} minutes.</source>
        <translation>Ein Eintrag dauert 1 bis {most} Minuten.</translation>
    </message>
    <message>
        <source>This is not known in the practice.</source>
        <translation>Das ist in der Praxis nicht bekannt.</translation>
    </message>
    <message>
        <source>The appointment type is missing.</source>
        <translation>Die Terminart fehlt.</translation>
    </message>
    <message>
        <source>The same person or room stands here twice.</source>
        <translation>Dieselbe Person oder derselbe Raum steht hier doppelt.</translation>
    </message>
    <message>
        <source>This row was imported before, with other content.</source>
        <translation>Diese Zeile wurde schon einmal mit anderem Inhalt übernommen.</translation>
    </message>
    <message>
        <source>“{value}”</source>
        <translation>„{value}“</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
</context>
<context>
    <name>ghost</name>
    <message>
        <source>until {time} so far</source>
        <translation>bisher bis {time}</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>bisher {time}</translation>
    </message>
    <message>
        <source>That is not possible here.</source>
        <translation>Hier ist das nicht möglich.</translation>
    </message>
    <message>
        <source>Taken: {others}</source>
        <translation>Belegt: {others}</translation>
    </message>
    <message>
        <source>another entry</source>
        <translation>ein anderer Termin</translation>
    </message>
</context>
<context>
    <name>grid_header</name>
    <message>
        <source>This login does not see everything that takes this time.</source>
        <translation>Diese Anmeldung sieht nicht alles, was diese Zeit belegt.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>{load}% taken, {time} h free</source>
        <translation>{load} % belegt, {time} Std. frei</translation>
    </message>
</context>
<context>
    <name>ground</name>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>Mittag</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>ab {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
</context>
<context>
    <name>held</name>
    <message>
        <source>{what} · {who}, {minutes} min</source>
        <translation>{what} · {who}, {minutes} min</translation>
    </message>
    <message>
        <source>keeps {when} until it is placed</source>
        <translation>behält {when}, bis neu gesetzt</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>seit heute</translation>
    </message>
    <message>
        <source>fits {when}</source>
        <translation>passt {when}</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>{count} written by another program, without a seal</source>
        <translation>{count} von einem anderen Programm geschrieben, ohne Siegel</translation>
    </message>
    <message>
        <source>Unchanged up to line {line} · checked at {time} · seal {seal}</source>
        <translation>Unverändert bis Zeile {line} · geprüft {time} · Siegel {seal}</translation>
    </message>
    <message>
        <source>what stood there was changed</source>
        <translation>was dort stand, wurde verändert</translation>
    </message>
    <message>
        <source>its seal does not follow from the one before</source>
        <translation>das Siegel folgt nicht aus dem davor</translation>
    </message>
    <message>
        <source>its seal is gone</source>
        <translation>das Siegel fehlt</translation>
    </message>
    <message>
        <source>the line is gone</source>
        <translation>die Zeile fehlt</translation>
    </message>
    <message>
        <source>the chain ends here, its head says otherwise</source>
        <translation>die Kette endet hier, ihr Kopf sagt anderes</translation>
    </message>
    <message>
        <source>it is not what this desk has noted of it</source>
        <translation>es ist nicht, was dieser Platz sich gemerkt hat</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Zeile {line}: {what}</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>anderes Programm</translation>
    </message>
    <message>
        <source>the server itself</source>
        <translation>der Server selbst</translation>
    </message>
    <message>
        <source>Written by another program: nobody knows by whom.</source>
        <translation>Von einem anderen Programm geschrieben: niemand weiß, von wem.</translation>
    </message>
    <message>
        <source>Login {login}, from {client}</source>
        <translation>Anmeldung {login}, von {client}</translation>
    </message>
    <message>
        <source>The desk calls itself “{desk}”; nobody has checked that.</source>
        <translation>Der Platz nennt sich „{desk}“; das hat niemand geprüft.</translation>
    </message>
    <message>
        <source>Note: “{new}”</source>
        <translation>Notiz: „{new}“</translation>
    </message>
    <message>
        <source>Note: “{new}” instead of “{old}”</source>
        <translation>Notiz: „{new}“ statt „{old}“</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Patients</source>
        <comment>history</comment>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>Person, room or device</source>
        <translation>Person, Raum oder Gerät</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>Abwesenheit</translation>
    </message>
    <message>
        <source>Single day</source>
        <translation>Einzelner Tag</translation>
    </message>
    <message>
        <source>Local holiday</source>
        <translation>Örtlicher Feiertag</translation>
    </message>
    <message>
        <source>Rule of booking</source>
        <translation>Buchungsregel</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Appointment type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Eingriff</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Combination</source>
        <translation>Kombination</translation>
    </message>
    <message>
        <source>Reserved time</source>
        <translation>Reservierte Zeit</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>in spite of a rule: “{reason}”</source>
        <translation>trotz Regel: „{reason}“</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>until {new} instead of {old}</source>
        <translation>bis {new} statt {old}</translation>
    </message>
    <message>
        <source>another patient</source>
        <translation>anderer Patient</translation>
    </message>
    <message>
        <source>moved from {old} to {new}</source>
        <translation>verschoben von {old} auf {new}</translation>
    </message>
    <message>
        <source>with {names}</source>
        <translation>mit {names}</translation>
    </message>
    <message>
        <source>without {names}</source>
        <translation>ohne {names}</translation>
    </message>
    <message>
        <source>record opened</source>
        <translation>Karte geöffnet</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu angelegt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>{field}: {new}</source>
        <translation>{field}: {new}</translation>
    </message>
    <message>
        <source>{field} removed, was {old}</source>
        <translation>{field} entfernt, war {old}</translation>
    </message>
    <message>
        <source>{field}: {new} instead of {old}</source>
        <translation>{field}: {new} statt {old}</translation>
    </message>
    <message>
        <source>password changed</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>entsperrt</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>falsches Passwort</translation>
    </message>
    <message>
        <source>instead of {old}: {new}</source>
        <translation>statt {old}: {new}</translation>
    </message>
    <message>
        <source>note written</source>
        <translation>Notiz geschrieben</translation>
    </message>
    <message>
        <source>note changed</source>
        <translation>Notiz geändert</translation>
    </message>
    <message>
        <source>note removed</source>
        <translation>Notiz gelöscht</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>The journal no longer holds what this desk saw of it last (line {line}): somebody has rewritten it or cut it off, or an older copy of the data was put in its place. See “Who changed what”.</source>
        <translation>Das Journal enthält nicht mehr, was dieser Platz zuletzt davon gesehen hat (Zeile {line}): jemand hat es neu geschrieben oder abgeschnitten, oder eine ältere Kopie der Daten wurde eingesetzt. Siehe „Wer hat was geändert“.</translation>
    </message>
    <message>
        <source>No longer holds what this desk saw last (line {line})</source>
        <translation>Enthält nicht mehr, was dieser Platz zuletzt sah (Zeile {line})</translation>
    </message>
    <message>
        <source>Account {login} of the computer {client}</source>
        <translation>Konto {login} des Rechners {client}</translation>
    </message>
    <message>
        <source>connection ended</source>
        <translation>Verbindung beendet</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>it stands in another history than its own</source>
        <translation>sie steht in einem fremden Verlauf</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Patient: number</source>
        <translation>Patient: Nummer</translation>
    </message>
    <message>
        <source>Patient: family name</source>
        <translation>Patient: Nachname</translation>
    </message>
    <message>
        <source>Patient: given name</source>
        <translation>Patient: Vorname</translation>
    </message>
    <message>
        <source>Patient: whole name</source>
        <translation>Patient: ganzer Name</translation>
    </message>
    <message>
        <source>Patient: date of birth</source>
        <translation>Patient: Geburtsdatum</translation>
    </message>
    <message>
        <source>Patient: sex</source>
        <translation>Patient: Geschlecht</translation>
    </message>
    <message>
        <source>Patient: phone</source>
        <translation>Patient: Telefon</translation>
    </message>
    <message>
        <source>Patient: e-mail</source>
        <translation>Patient: E-Mail</translation>
    </message>
    <message>
        <source>Patient: note</source>
        <translation>Patient: Notiz</translation>
    </message>
    <message>
        <source>Beginning: date and time</source>
        <translation>Beginn: Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Duration in minutes</source>
        <translation>Dauer in Minuten</translation>
    </message>
    <message>
        <source>Appointment type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Behandler</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Appointment number</source>
        <translation>Terminnummer</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>diverse</source>
        <translation>divers</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Spalte {number}</translation>
    </message>
    <message>
        <source>The file cannot be read. Close it in other programs, and check who may read it.</source>
        <translation>Die Datei kann nicht gelesen werden. Schließen Sie sie in anderen Programmen, und prüfen Sie die Leserechte.</translation>
    </message>
    <message>
        <source>The file is larger than 64 MB. Split it in several.</source>
        <translation>Die Datei ist größer als 64 MB. Bitte in mehrere teilen.</translation>
    </message>
    <message>
        <source>There are no rows in the file.</source>
        <translation>In der Datei stehen keine Zeilen.</translation>
    </message>
    <message>
        <source>This is no table. Save it as CSV: in Excel under “Save as”, “CSV UTF-8”.</source>
        <translation>Das ist keine Tabelle. Bitte als CSV speichern: in Excel unter „Speichern unter“, „CSV UTF-8“.</translation>
    </message>
    <message>
        <source>The file was changed since it was looked at. Choose it again.</source>
        <translation>Die Datei wurde inzwischen geändert. Bitte noch einmal wählen.</translation>
    </message>
    <message>
        <source>{column}: {reason}</source>
        <translation>{column}: {reason}</translation>
    </message>
    <message>
        <source>Row {number} · {problems}</source>
        <translation>Zeile {number} · {problems}</translation>
    </message>
    <message>
        <source>The file is not where it was chosen any more: moved, renamed or deleted. Choose it again.</source>
        <translation>Die Datei ist nicht mehr da, wo sie gewählt wurde: verschoben, umbenannt oder gelöscht. Wählen Sie sie neu.</translation>
    </message>
</context>
<context>
    <name>legend</name>
    <message>
        <source>{name}, filtered for</source>
        <translation>{name}, im Filter</translation>
    </message>
</context>
<context>
    <name>line</name>
    <message>
        <source>mü 29.2.84</source>
        <translation>mü 29.2.84</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>name, birth date, number</source>
        <translation>Name, Geburtsdatum, Nummer</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>beginning or short name</source>
        <translation>Anfang oder Kürzel</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>else as usual</source>
        <translation>sonst wie üblich</translation>
    </message>
    <message>
        <source>thu · 26.11.</source>
        <translation>do · 26.11.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>tomorrow, next week</source>
        <translation>morgen, nächste Woche</translation>
    </message>
    <message>
        <source>pm · from 14</source>
        <translation>nm · ab 14</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>9:30, before 10</source>
        <translation>9:30, vor 10</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>practitioner, room</source>
        <translation>Behandler, Raum</translation>
    </message>
    <message>
        <source>mü {type} 20 thu pm {person}</source>
        <translation>mü {type} 20 do nm {person}</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Neuer Patient</translation>
    </message>
    <message>
        <source>new patient</source>
        <translation>neuer Patient</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>wird gesucht …</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>no patient</source>
        <translation>kein Patient</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>Patient?</source>
        <translation>Patient?</translation>
    </message>
    <message>
        <source>Type?</source>
        <translation>Terminart?</translation>
    </message>
    <message>
        <source>{before} min before, {after} after</source>
        <translation>{before} min davor, {after} danach</translation>
    </message>
    <message>
        <source>{minutes} min before</source>
        <translation>{minutes} min davor</translation>
    </message>
    <message>
        <source>{minutes} min after</source>
        <translation>{minutes} min danach</translation>
    </message>
    <message>
        <source>no buffer</source>
        <translation>ohne Puffer</translation>
    </message>
    <message>
        <source>instead of {minutes}</source>
        <translation>statt {minutes}</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>surgery; {minutes} in all</source>
        <translation>Operation; insgesamt {minutes}</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>aufgezogen</translation>
    </message>
    <message>
        <source>place chosen</source>
        <translation>Platz gewählt</translation>
    </message>
    <message>
        <source>from {day} on</source>
        <translation>ab {day}</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>um {time}</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>ab {time}</translation>
    </message>
    <message>
        <source>{start} – {end}</source>
        <translation>{start} – {end} Uhr</translation>
    </message>
    <message>
        <source>does not do {type}</source>
        <translation>macht kein {type}</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>room: any</source>
        <translation>Raum: beliebig</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>no such day</source>
        <translation>den Tag gibt es nicht</translation>
    </message>
    <message>
        <source>day or month first?</source>
        <translation>Tag oder Monat zuerst?</translation>
    </message>
    <message>
        <source>said before, otherwise</source>
        <translation>vorher anders gesagt</translation>
    </message>
    <message>
        <source>contradicts the rest</source>
        <translation>widerspricht dem Rest</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>nicht verstanden</translation>
    </message>
    <message>
        <source>Not heeded</source>
        <translation>Nicht beachtet</translation>
    </message>
    <message>
        <source>{place} of {count} · {about}</source>
        <translation>{place} von {count} · {about}</translation>
    </message>
    <message>
        <source>no such time</source>
        <translation>die Uhrzeit gibt es nicht</translation>
    </message>
    <message>
        <source>New patient …</source>
        <translation>Neuer Patient …</translation>
    </message>
    <message>
        <source>On to the combination …</source>
        <translation>Weiter zum Kombitermin …</translation>
    </message>
    <message>
        <source>{book} for {patient}</source>
        <translation>{book} für {patient}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
</context>
<context>
    <name>logins</name>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>waits: wrong passwords</source>
        <translation>wartet: falsche Passwörter</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>needs a new password</source>
        <translation>braucht ein neues Passwort</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>never signed in</source>
        <translation>noch nie angemeldet</translation>
    </message>
    <message>
        <source>last {day} {time}</source>
        <translation>zuletzt {day} {time}</translation>
    </message>
    <message>
        <source>Books, moves and cancels appointments and operations, and enters patients.</source>
        <translation>Bucht, verlegt und sagt Termine und Operationen ab und legt Patienten an.</translation>
    </message>
    <message>
        <source>Sees the OP plan and their own appointments, and says when a patient is there or done.</source>
        <translation>Sieht den OP-Plan und die eigenen Termine und setzt, ob ein Patient da oder fertig ist.</translation>
    </message>
    <message>
        <source>Plans operations and blocked time; sees everything.</source>
        <translation>Plant Operationen und gesperrte Zeiten; sieht alles.</translation>
    </message>
    <message>
        <source>Sees when something is and what, without names: for a screen in the corridor.</source>
        <translation>Sieht, wann was ist, ohne Namen: für einen Bildschirm im Flur.</translation>
    </message>
    <message>
        <source>Does everything, changes the settings of the practice and lets people in.</source>
        <translation>Darf alles, ändert die Einstellungen der Praxis und legt Zugänge an.</translation>
    </message>
    <message>
        <source>It was refused: {reason}</source>
        <translation>Es wurde abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>{refusal} {again}</source>
        <translation>{refusal} {again}</translation>
    </message>
    <message>
        <source>Your own password is another one.</source>
        <translation>Ihr eigenes Passwort ist ein anderes.</translation>
    </message>
    <message>
        <source>Too many wrong passwords.</source>
        <translation>Zu viele falsche Passwörter.</translation>
    </message>
    <message>
        <source>Only administration may change logins.</source>
        <translation>Nur die Verwaltung darf Zugänge ändern.</translation>
    </message>
    <message>
        <source>This server was not made ready for people&apos;s logins. Whoever looks after it does that with: praxidesk server init</source>
        <translation>Dieser Server ist nicht für Zugänge von Personen eingerichtet. Wer ihn betreut, tut das mit: praxidesk server init</translation>
    </message>
    <message>
        <source>A user&apos;s name is made of small letters without umlauts, digits, dots and hyphens, and begins with a letter; a few names are the server&apos;s own.</source>
        <translation>Ein Benutzername besteht aus kleinen Buchstaben ohne Umlaute, Ziffern, Punkten und Strichen und beginnt mit einem Buchstaben; einige Namen gehören dem Server.</translation>
    </message>
    <message>
        <source>There is a user {login} already.</source>
        <translation>Den Benutzer {login} gibt es schon.</translation>
    </message>
    <message>
        <source>The user {login} does not exist any more.</source>
        <translation>Den Benutzer {login} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This is your own login: another administrator has to do that.</source>
        <translation>Das ist Ihr eigener Zugang: Das muss ein anderer Administrator tun.</translation>
    </message>
    <message>
        <source>This is the last administrator who can sign in: make another one first.</source>
        <translation>Das ist der letzte Administrator, der sich anmelden kann: Legen Sie erst einen anderen an.</translation>
    </message>
    <message>
        <source>The first login has to be one of the administration.</source>
        <translation>Der erste Zugang muss einer der Verwaltung sein.</translation>
    </message>
    <message>
        <source>Please choose the practitioner whose login it is.</source>
        <translation>Bitte wählen Sie den Behandler, dem der Zugang gehört.</translation>
    </message>
    <message>
        <source>One of these sites does not exist any more.</source>
        <translation>Einen dieser Standorte gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The administration sees every site.</source>
        <translation>Die Verwaltung sieht alle Standorte.</translation>
    </message>
    <message>
        <source>A name has at most 200 characters, and none that cannot be seen.</source>
        <translation>Ein Name hat höchstens 200 Zeichen, und keine unsichtbaren.</translation>
    </message>
    <message>
        <source>On a server a login keeps its role and its practitioner: remove it, and make a new one.</source>
        <translation>Auf einem Server behält ein Zugang seine Rolle und seinen Behandler: Entfernen Sie ihn, und legen Sie einen neuen an.</translation>
    </message>
    <message>
        <source>It was refused.</source>
        <translation>Es wurde abgelehnt.</translation>
    </message>
    <message>
        <source>{name} can sign in now, with the password that you have chosen.</source>
        <translation>{name} kann sich jetzt anmelden, mit dem Passwort, das Sie gewählt haben.</translation>
    </message>
    <message>
        <source>The login of {name} is changed.</source>
        <translation>Der Zugang von {name} ist geändert.</translation>
    </message>
    <message>
        <source>{name} signs in with the new password from now on.</source>
        <translation>{name} meldet sich ab jetzt mit dem neuen Passwort an.</translation>
    </message>
    <message>
        <source>{name} is locked, and nowhere signed in any more.</source>
        <translation>{name} ist gesperrt und nirgends mehr angemeldet.</translation>
    </message>
    <message>
        <source>{name} may sign in again.</source>
        <translation>{name} darf sich wieder anmelden.</translation>
    </message>
    <message>
        <source>{name} is not locked any more, and needs a new password.</source>
        <translation>{name} ist nicht mehr gesperrt und braucht ein neues Passwort.</translation>
    </message>
    <message>
        <source>The login of {name} is removed.</source>
        <translation>Der Zugang von {name} ist entfernt.</translation>
    </message>
    <message>
        <source>The login of {name} is removed. If they may have copied the key: praxidesk store renew-key</source>
        <translation>Der Zugang von {name} ist entfernt. Falls die Person den Schlüssel kopiert haben kann: praxidesk store renew-key</translation>
    </message>
    <message>
        <source>Nobody gets in by this login until you unlock it. Where the person works now, the window is covered at once; what they have not saved stays in it, and is lost when it is closed.</source>
        <translation>Mit diesem Zugang kommt niemand herein, bis Sie ihn freigeben. Wo die Person gerade arbeitet, wird das Fenster sofort verdeckt; was sie nicht gespeichert hat, bleibt darin und ist verloren, wenn es geschlossen wird.</translation>
    </message>
    <message>
        <source>Nobody gets in by this login any more, and its connections end at once: what is not saved is lost. What the journal says of this person stays. It cannot be undone; for a while, lock it.</source>
        <translation>Mit diesem Zugang kommt niemand mehr herein, und seine Verbindungen enden sofort: Nicht Gespeichertes ist verloren. Was das Protokoll über diese Person sagt, bleibt. Das lässt sich nicht zurücknehmen; für eine Weile sperren Sie den Zugang besser.</translation>
    </message>
    <message>
        <source>Nobody gets in by this login any more, and the window of the person is covered at once. What the journal says of them stays. It cannot be undone; for a while, lock it.</source>
        <translation>Mit diesem Zugang kommt niemand mehr herein, und das Fenster der Person wird sofort verdeckt. Was das Protokoll über sie sagt, bleibt. Das lässt sich nicht zurücknehmen; für eine Weile sperren Sie den Zugang besser.</translation>
    </message>
    <message>
        <source>No logins yet</source>
        <translation>Noch keine Zugänge</translation>
    </message>
    <message>
        <source>Whoever sits at this computer sees everything, and may change everything.</source>
        <translation>Wer an diesem Rechner sitzt, sieht alles und darf alles ändern.</translation>
    </message>
    <message>
        <source>With logins this window asks who works at it, and locks itself when nobody does. Each person may do what their role allows, and the journal says who did what.</source>
        <translation>Mit Zugängen fragt dieses Fenster, wer daran arbeitet, und sperrt sich, wenn es niemand tut. Jede Person darf, was ihre Rolle erlaubt, und das Protokoll sagt, wer was getan hat.</translation>
    </message>
    <message>
        <source>They protect from a colleague or visitor at a desk that was left alone. They do not protect from whoever may read or write the file with other programs: for that encrypt it (praxidesk store encrypt), or use a server.</source>
        <translation>Sie schützen vor Kollegen und Besuchern an einem verlassenen Platz. Sie schützen nicht vor dem, der die Datei mit anderen Programmen lesen oder schreiben darf: Dafür verschlüsseln Sie sie (praxidesk store encrypt), oder nehmen Sie einen Server.</translation>
    </message>
    <message>
        <source>The first login is yours. If you forget its password, another administrator gives you a new one, or whoever has this computer: praxidesk user password.</source>
        <translation>Der erste Zugang ist Ihrer. Vergessen Sie sein Passwort, gibt Ihnen ein anderer Administrator ein neues, oder wer diesen Rechner hat: praxidesk user password.</translation>
    </message>
    <message>
        <source>Please fill in: {field}.</source>
        <translation>Bitte ausfüllen: {field}.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>milestones</name>
    <message>
        <source>{time} is still to come.</source>
        <translation>{time} liegt noch in der Zukunft.</translation>
    </message>
    <message>
        <source>{earlier} at {first} comes before {later} at {second}.</source>
        <translation>{earlier} ({first}) kommt vor {later} ({second}).</translation>
    </message>
    <message>
        <source>“{text}” is no time of day.</source>
        <translation>„{text}“ ist keine Uhrzeit.</translation>
    </message>
    <message>
        <source>{milestone}, planned {planned}, at {reached}</source>
        <translation>{milestone}, geplant {planned}, erreicht {reached}</translation>
    </message>
    <message>
        <source>{milestone}, planned {planned}</source>
        <translation>{milestone}, geplant {planned}</translation>
    </message>
</context>
<context>
    <name>month</name>
    <message>
        <source>{name} and others</source>
        <comment>are away</comment>
        <translation>{name} und andere</translation>
    </message>
    <message>
        <source>{name} until {time}</source>
        <translation>{name} bis {time}</translation>
    </message>
    <message>
        <source>{name} from {time}</source>
        <translation>{name} ab {time}</translation>
    </message>
    <message>
        <source>{name} away</source>
        <translation>{name} abwesend</translation>
    </message>
    <message>
        <source>{name} {reason}</source>
        <comment>somebody away, and why</comment>
        <translation>{name} {reason}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>month_sheet</name>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>{entries}, {time} h free</source>
        <translation>{entries}, {time} Std. frei</translation>
    </message>
    <message>
        <source>{entries}, nothing free</source>
        <translation>{entries}, nichts frei</translation>
    </message>
</context>
<context>
    <name>nobody</name>
    <message>
        <source>Nobody is chosen</source>
        <translation>Niemand ausgewählt</translation>
    </message>
    <message>
        <source>Tick in the left panel whom the calendar shall show.</source>
        <translation>Kreuzen Sie links an, wen der Kalender zeigen soll.</translation>
    </message>
</context>
<context>
    <name>offers</name>
    <message>
        <source>New patient “{name}” …</source>
        <translation>Neuer Patient „{name}“ …</translation>
    </message>
    <message>
        <source>Read as a booking line …</source>
        <translation>Als Buchungszeile lesen …</translation>
    </message>
</context>
<context>
    <name>operation</name>
    <message>
        <source>Overridden</source>
        <translation>Trotzdem</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Saal</translation>
    </message>
    <message>
        <source>none yet · {length}</source>
        <translation>noch keiner · {length}</translation>
    </message>
    <message>
        <source>Assistance</source>
        <translation>Assistenz</translation>
    </message>
    <message>
        <source>Anaesthesia</source>
        <translation>Anästhesie</translation>
    </message>
    <message>
        <source>from induction</source>
        <translation>ab Einleitung</translation>
    </message>
    <message>
        <source>from incision</source>
        <translation>ab Schnitt</translation>
    </message>
    <message>
        <source>from suture</source>
        <translation>ab Naht</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>ab {time}</translation>
    </message>
</context>
<context>
    <name>patient</name>
    <message>
        <source>Taken back: data of {name}</source>
        <translation>Zurückgenommen: Daten von {name}</translation>
    </message>
    <message>
        <source>Saved: data of {name}</source>
        <translation>Gespeichert: Daten von {name}</translation>
    </message>
    <message>
        <source>Not taken back: somebody else has changed this patient&apos;s data since.</source>
        <translation>Nicht zurückgenommen: Jemand anders hat die Daten dieses Patienten inzwischen geändert.</translation>
    </message>
    <message>
        <source>Not saved: somebody else has changed this patient&apos;s data since.</source>
        <translation>Nicht gespeichert: Jemand anders hat die Daten dieses Patienten inzwischen geändert.</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Familienname</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>not given</source>
        <comment>sex</comment>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>diverse</source>
        <comment>sex</comment>
        <translation>divers</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>sex</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Everybody has a family name.</source>
        <translation>Jeder hat einen Familiennamen.</translation>
    </message>
    <message>
        <source>Every patient has a number.</source>
        <translation>Jeder Patient hat eine Nummer.</translation>
    </message>
    <message>
        <source>Another patient has this number.</source>
        <translation>Diese Nummer hat ein anderer Patient.</translation>
    </message>
    <message>
        <source>No date of birth, such as 29.2.1984</source>
        <translation>Kein Geburtsdatum wie 29.2.1984</translation>
    </message>
    <message>
        <source>No e-mail address, such as name@example.org</source>
        <translation>Keine E-Mail-Adresse wie name@example.org</translation>
    </message>
    <message>
        <source>No phone number: there is no digit</source>
        <translation>Keine Telefonnummer: Es fehlen Ziffern</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
</context>
<context>
    <name>practice words</name>
    <message>
        <source>Anaesthesia</source>
        <translation>Anästhesie</translation>
    </message>
    <message>
        <source>Cardiology</source>
        <translation>Kardiologie</translation>
    </message>
    <message>
        <source>Dermatology</source>
        <translation>Dermatologie</translation>
    </message>
    <message>
        <source>ENT</source>
        <translation>HNO</translation>
    </message>
    <message>
        <source>General medicine</source>
        <translation>Allgemeinmedizin</translation>
    </message>
    <message>
        <source>Gynaecology</source>
        <translation>Gynäkologie</translation>
    </message>
    <message>
        <source>Internal medicine</source>
        <translation>Innere Medizin</translation>
    </message>
    <message>
        <source>Neurology</source>
        <translation>Neurologie</translation>
    </message>
    <message>
        <source>Ophthalmology</source>
        <translation>Augenheilkunde</translation>
    </message>
    <message>
        <source>Orthopaedics</source>
        <translation>Orthopädie</translation>
    </message>
    <message>
        <source>Paediatrics</source>
        <translation>Kinderheilkunde</translation>
    </message>
    <message>
        <source>Physiotherapy</source>
        <translation>Physiotherapie</translation>
    </message>
    <message>
        <source>Radiology</source>
        <translation>Radiologie</translation>
    </message>
    <message>
        <source>General surgery</source>
        <translation>Chirurgie</translation>
    </message>
    <message>
        <source>Urology</source>
        <translation>Urologie</translation>
    </message>
    <message>
        <source>Consulting room</source>
        <translation>Sprechzimmer</translation>
    </message>
    <message>
        <source>Operating room</source>
        <translation>OP-Saal</translation>
    </message>
    <message>
        <source>Procedure room</source>
        <translation>Eingriffsraum</translation>
    </message>
    <message>
        <source>Treatment room</source>
        <translation>Behandlungsraum</translation>
    </message>
    <message>
        <source>Arthroscopy tower</source>
        <translation>Arthroskopieturm</translation>
    </message>
    <message>
        <source>C-arm</source>
        <translation>C-Bogen</translation>
    </message>
    <message>
        <source>Laparoscopy tower</source>
        <translation>Laparoskopieturm</translation>
    </message>
    <message>
        <source>Microscope</source>
        <translation>Mikroskop</translation>
    </message>
    <message>
        <source>Ultrasound</source>
        <translation>Ultraschall</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>Röntgen</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>Day list</source>
        <translation>Tagesliste</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>OP plan</source>
        <translation>OP-Plan</translation>
    </message>
    <message>
        <source>Appointment slip</source>
        <translation>Terminzettel</translation>
    </message>
    <message>
        <source>Recall list</source>
        <translation>Recall-Liste</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>geb.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>here</source>
        <comment>a box to tick</comment>
        <translation>da</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Day list · {day} · {week}</source>
        <translation>Tagesliste · {day} · {week}</translation>
    </message>
    <message>
        <source>Nothing stands on this day.</source>
        <translation>An diesem Tag steht nichts an.</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>overlapping (bar at the left)</source>
        <translation>überlappend (Balken links)</translation>
    </message>
    <message>
        <source>min free</source>
        <translation>min frei</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a first visit</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
    <message>
        <source>overlaps</source>
        <translation>überlappt</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>Kombitermin</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>free, reserved</source>
        <translation>frei, reserviert</translation>
    </message>
    <message>
        <source>No consultation</source>
        <translation>Keine Sprechzeit</translation>
    </message>
    <message>
        <source>No hours on this day</source>
        <translation>Keine Sprechzeit an diesem Tag</translation>
    </message>
    <message>
        <source>free, reserved: {reason}</source>
        <translation>frei, reserviert: {reason}</translation>
    </message>
    <message>
        <source>Absent: {reason}</source>
        <translation>Abwesend: {reason}</translation>
    </message>
    <message>
        <source>Closed: {reason}</source>
        <translation>Geschlossen: {reason}</translation>
    </message>
    <message>
        <source>Printed {when} · as of {time}</source>
        <translation>Gedruckt {when} · Stand {time}</translation>
    </message>
    <message>
        <source>Confidential: patient data</source>
        <translation>Vertraulich: Patientendaten</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>There are more: choose fewer days to list them all.</source>
        <translation>Es gibt noch mehr: Wählen Sie weniger Tage, dann stehen alle hier.</translation>
    </message>
    <message>
        <source>Recall: {type}</source>
        <translation>Recall: {type}</translation>
    </message>
    <message>
        <source>Last here {first} – {last}, nothing arranged since</source>
        <translation>Zuletzt da {first} – {last}, seither nichts vereinbart</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>a patient&apos;s number</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Last here</source>
        <translation>zuletzt da</translation>
    </message>
    <message>
        <source>called</source>
        <comment>a box to tick</comment>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Nobody: all have come again, or have an appointment.</source>
        <translation>Niemand: Alle waren wieder da oder haben einen Termin.</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Eingriff</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Nothing planned.</source>
        <translation>Nichts geplant.</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>Fortsetzung</translation>
    </message>
    <message>
        <source>{start}–{end} kept: {name}</source>
        <translation>{start}–{end} freigehalten: {name}</translation>
    </message>
    <message>
        <source>{phases} min</source>
        <translation>{phases} min</translation>
    </message>
    <message>
        <source>Minutes in this order.</source>
        <translation>Minuten in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Your appointment</source>
        <translation>Ihr Termin</translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation>geb. {date}</translation>
    </message>
    <message>
        <source>{time}</source>
        <comment>time of day on a slip: 09:30 o&apos;clock</comment>
        <translation>{time} Uhr</translation>
    </message>
    <message>
        <source>Issued {when}</source>
        <translation>Ausgestellt {when}</translation>
    </message>
    <message>
        <source>Your next appointments</source>
        <translation>Ihre weiteren Termine</translation>
    </message>
    <message>
        <source>Week · {days} · {week}</source>
        <translation>Woche · {days} · {week}</translation>
    </message>
    <message>
        <source>{minutes} min free</source>
        <translation>{minutes} min frei</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>{file} was not saved: the disk is full. Make room or choose another folder.</source>
        <translation>{file} wurde nicht gespeichert: Der Datenträger ist voll. Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{file} was not saved: this folder may not be written. Choose another one.</source>
        <translation>{file} wurde nicht gespeichert: In diesen Ordner darf nicht geschrieben werden. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{file} was not saved: the folder is not there. Choose another one.</source>
        <translation>{file} wurde nicht gespeichert: Den Ordner gibt es nicht. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{file} was not saved: {reason}. Choose another folder.</source>
        <translation>{file} wurde nicht gespeichert: {reason}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Six weeks · {weeks}</source>
        <translation>Sechs Wochen · {weeks}</translation>
    </message>
    <message>
        <source>Taken by another site</source>
        <translation>Durch einen anderen Standort belegt</translation>
    </message>
    <message>
        <source>{start}–{end} taken by another site</source>
        <translation>{start}–{end} durch einen anderen Standort belegt</translation>
    </message>
</context>
<context>
    <name>ranking</name>
    <message>
        <source>earliest first</source>
        <translation>früheste zuerst</translation>
    </message>
    <message>
        <source>fewest gaps first</source>
        <translation>möglichst ohne Lücken</translation>
    </message>
    <message>
        <source>evenly spread</source>
        <translation>gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>usual times first</source>
        <translation>übliche Zeiten zuerst</translation>
    </message>
    <message>
        <source>instead of {names}</source>
        <translation>statt {names}</translation>
    </message>
    <message>
        <source>leaves no gap</source>
        <translation>lässt keine Lücke</translation>
    </message>
    <message>
        <source>leaves {minutes} min free beside it</source>
        <translation>daneben {minutes} min frei</translation>
    </message>
    <message>
        <source>{hours} h taken so far</source>
        <translation>bisher {hours} h belegt</translation>
    </message>
    <message>
        <source>no habit known yet</source>
        <translation>noch keine Gewohnheit bekannt</translation>
    </message>
    <message>
        <source>{day} {hour}–{next} h: {count} of {of}</source>
        <translation>{day} {hour}–{next} Uhr: {count} von {of}</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>Not booked</source>
        <translation>Nicht gebucht</translation>
    </message>
    <message>
        <source>Not moved</source>
        <translation>Nicht verschoben</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Nicht geändert</translation>
    </message>
    <message>
        <source>Not cancelled</source>
        <translation>Nicht abgesagt</translation>
    </message>
    <message>
        <source>Status not set</source>
        <translation>Status nicht gesetzt</translation>
    </message>
    <message>
        <source>Time not recorded</source>
        <translation>Zeit nicht erfasst</translation>
    </message>
    <message>
        <source>{title}: {name}</source>
        <translation>{title}: {name}</translation>
    </message>
    <message>
        <source>{name} stays at {time}.</source>
        <translation>{name} bleibt um {time}.</translation>
    </message>
    <message>
        <source>{minutes} min {what}</source>
        <translation>{minutes} min {what}</translation>
    </message>
</context>
<context>
    <name>regions</name>
    <message>
        <source>Bavaria</source>
        <translation>Bayern</translation>
    </message>
    <message>
        <source>Hesse</source>
        <translation>Hessen</translation>
    </message>
    <message>
        <source>Lower Saxony</source>
        <translation>Niedersachsen</translation>
    </message>
    <message>
        <source>North Rhine-Westphalia</source>
        <translation>Nordrhein-Westfalen</translation>
    </message>
    <message>
        <source>Rhineland-Palatinate</source>
        <translation>Rheinland-Pfalz</translation>
    </message>
    <message>
        <source>Saxony</source>
        <translation>Sachsen</translation>
    </message>
    <message>
        <source>Saxony-Anhalt</source>
        <translation>Sachsen-Anhalt</translation>
    </message>
    <message>
        <source>Thuringia</source>
        <translation>Thüringen</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxemburg</translation>
    </message>
    <message>
        <source>no public holidays</source>
        <translation>keine Feiertage</translation>
    </message>
    <message>
        <source>Germany (nationwide only)</source>
        <translation>Deutschland (nur bundesweite)</translation>
    </message>
    <message>
        <source>Switzerland (nationwide only)</source>
        <translation>Schweiz (nur landesweite)</translation>
    </message>
    <message>
        <source>Fribourg</source>
        <translation>Freiburg</translation>
    </message>
    <message>
        <source>Geneva</source>
        <translation>Genf</translation>
    </message>
    <message>
        <source>Grisons</source>
        <translation>Graubünden</translation>
    </message>
    <message>
        <source>Lucerne</source>
        <translation>Luzern</translation>
    </message>
    <message>
        <source>Ticino</source>
        <translation>Tessin</translation>
    </message>
    <message>
        <source>Vaud</source>
        <translation>Waadt</translation>
    </message>
    <message>
        <source>Valais</source>
        <translation>Wallis</translation>
    </message>
    <message>
        <source>Zurich</source>
        <translation>Zürich</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>This login sees no patients&apos; names.</source>
        <translation>Diese Anmeldung sieht keine Patientennamen.</translation>
    </message>
    <message>
        <source>This login does not see everything that takes this time.</source>
        <translation>Diese Anmeldung sieht nicht alles, was diese Zeit belegt.</translation>
    </message>
    <message>
        <source>This login does not see the whole calendar.</source>
        <translation>Diese Anmeldung sieht nicht den ganzen Kalender.</translation>
    </message>
    <message>
        <source>Only reception and administration may book and change appointments.</source>
        <translation>Nur Empfang und Verwaltung dürfen Termine buchen und ändern.</translation>
    </message>
    <message>
        <source>Only reception, OP management and administration may book and change entries.</source>
        <translation>Nur Empfang, OP-Leitung und Verwaltung dürfen Einträge buchen und ändern.</translation>
    </message>
    <message>
        <source>Only reception, OP management and administration may block time.</source>
        <translation>Nur Empfang, OP-Leitung und Verwaltung dürfen Zeit sperren.</translation>
    </message>
    <message>
        <source>Practitioners set the status of their own entries only.</source>
        <translation>Ärzte setzen nur den Status eigener Einträge.</translation>
    </message>
    <message>
        <source>Only reception, OP management and administration may book against a rule.</source>
        <translation>Nur Empfang, OP-Leitung und Verwaltung dürfen gegen eine Regel buchen.</translation>
    </message>
    <message>
        <source>Only reception, OP management and administration may change patients&apos; data.</source>
        <translation>Nur Empfang, OP-Leitung und Verwaltung dürfen Patientendaten ändern.</translation>
    </message>
    <message>
        <source>Only reception, OP management and administration may enter absences.</source>
        <translation>Nur Empfang, OP-Leitung und Verwaltung dürfen Abwesenheiten eintragen.</translation>
    </message>
    <message>
        <source>Only reception and administration may enter people&apos;s absences.</source>
        <translation>Nur Empfang und Verwaltung dürfen Abwesenheiten von Personen eintragen.</translation>
    </message>
    <message>
        <source>Only reception and administration may import tables.</source>
        <translation>Nur Empfang und Verwaltung dürfen Tabellen importieren.</translation>
    </message>
    <message>
        <source>Only administration may change the settings.</source>
        <translation>Nur die Verwaltung darf die Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Only administration may change the rules of booking.</source>
        <translation>Nur die Verwaltung darf die Buchungsregeln ändern.</translation>
    </message>
    <message>
        <source>Only administration may read the whole journal.</source>
        <translation>Nur die Verwaltung darf das ganze Journal lesen.</translation>
    </message>
    <message>
        <source>Only administration may let people in.</source>
        <translation>Nur die Verwaltung darf Zugänge anlegen und ändern.</translation>
    </message>
</context>
<context>
    <name>rooms</name>
    <message>
        <source>Su</source>
        <comment>surgeon, two letters</comment>
        <translation>Op</translation>
    </message>
    <message>
        <source>As</source>
        <comment>assistant, two letters</comment>
        <translation>As</translation>
    </message>
    <message>
        <source>An</source>
        <comment>anaesthetist, two letters</comment>
        <translation>An</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Naht</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>End {time}</source>
        <translation>Ende {time}</translation>
    </message>
    <message>
        <source>Closes {time}</source>
        <translation>Saalende {time}</translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation>Noch ohne Saal</translation>
    </message>
    <message>
        <source>This practice has no operating room.</source>
        <translation>Diese Praxis hat keinen OP-Saal.</translation>
    </message>
    <message>
        <source>A room is shown here as soon as a procedure asks for its kind.</source>
        <translation>Ein Saal erscheint hier, sobald ein Eingriff seine Art verlangt.</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Taken</source>
        <translation>Belegung</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>People and things</source>
        <translation>Personen und Dinge</translation>
    </message>
    <message>
        <source>How often and when</source>
        <translation>Wie oft und wann</translation>
    </message>
    <message>
        <source>Patient has another appointment</source>
        <translation>Patient hat einen anderen Termin</translation>
    </message>
    <message>
        <source>Time is blocked</source>
        <translation>Zeit ist gesperrt</translation>
    </message>
    <message>
        <source>Time is reserved for others</source>
        <translation>Zeit ist für andere reserviert</translation>
    </message>
    <message>
        <source>Meets a request</source>
        <translation>Trifft auf eine Anfrage</translation>
    </message>
    <message>
        <source>Gap too short</source>
        <translation>Pufferzeit zu kurz</translation>
    </message>
    <message>
        <source>Travel time too short</source>
        <translation>Wegzeit zu kurz</translation>
    </message>
    <message>
        <source>Practice closed</source>
        <translation>Praxis geschlossen</translation>
    </message>
    <message>
        <source>Outside working hours</source>
        <translation>Außerhalb der Sprechzeit</translation>
    </message>
    <message>
        <source>No hours are known</source>
        <translation>Keine Zeiten hinterlegt</translation>
    </message>
    <message>
        <source>During a break</source>
        <translation>In einer Pause</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Does not fit the type</source>
        <translation>Passt nicht zur Terminart</translation>
    </message>
    <message>
        <source>Somebody is missing</source>
        <translation>Jemand fehlt</translation>
    </message>
    <message>
        <source>Equipment is missing</source>
        <translation>Ausstattung fehlt</translation>
    </message>
    <message>
        <source>Inspection is due</source>
        <translation>Prüfung ist fällig</translation>
    </message>
    <message>
        <source>No longer active</source>
        <translation>Nicht mehr aktiv</translation>
    </message>
    <message>
        <source>Patient may be known already</source>
        <translation>Patient ist vielleicht schon bekannt</translation>
    </message>
    <message>
        <source>Quota is full</source>
        <translation>Kontingent ausgeschöpft</translation>
    </message>
    <message>
        <source>Two of a type too near</source>
        <translation>Zwei einer Art zu nahe</translation>
    </message>
    <message>
        <source>Too many at once</source>
        <translation>Zu viele gleichzeitig</translation>
    </message>
    <message>
        <source>Notice too short</source>
        <translation>Vorlauf zu kurz</translation>
    </message>
    <message>
        <source>Too far ahead</source>
        <translation>Zu weit im Voraus</translation>
    </message>
    <message>
        <source>In the past</source>
        <translation>In der Vergangenheit</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Sperrt</translation>
    </message>
    <message>
        <source>Warns</source>
        <translation>Warnt</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>{sentence} (and {count} more)</source>
        <translation>{sentence} (und {count} weitere)</translation>
    </message>
    <message>
        <source>{what} · overridden</source>
        <translation>{what} · übersteuert</translation>
    </message>
</context>
<context>
    <name>saved</name>
    <message>
        <source>grid {minutes} min</source>
        <translation>Raster {minutes} min</translation>
    </message>
    <message>
        <source>filter: {asked}</source>
        <translation>Filter: {asked}</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Name in any order, date of birth, number, phone; ä = ae; similar sound</source>
        <translation>Name in beliebiger Folge, Geburtsdatum, Nummer, Telefon; ä = ae; ähnlicher Klang</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Only the name fits</source>
        <translation>Nur der Name passt</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>no appointment</source>
        <translation>kein Termin</translation>
    </message>
</context>
<context>
    <name>series</name>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>has begun already, stays as it is</source>
        <translation>hat schon begonnen, bleibt</translation>
    </message>
    <message>
        <source>was changed by itself, stays as it is</source>
        <translation>schon einzeln geändert, bleibt</translation>
    </message>
    <message>
        <source>the clocks skip this time, stays as it is</source>
        <translation>die Zeit gibt es wegen der Zeitumstellung nicht, bleibt</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>Without a date, because the month has no such day: {months}.</source>
        <translation>Ohne Termin, weil der Monat diesen Tag nicht hat: {months}.</translation>
    </message>
    <message>
        <source>Without a date, because the clocks skip this time: {days}.</source>
        <translation>Ohne Termin, weil es die Zeit wegen der Zeitumstellung nicht gibt: {days}.</translation>
    </message>
    <message>
        <source>is cancelled</source>
        <translation>wird abgesagt</translation>
    </message>
    <message>
        <source>at another time · {people}</source>
        <translation>zu anderer Zeit · {people}</translation>
    </message>
    <message>
        <source>instead of {day} · {people}</source>
        <translation>statt {day} · {people}</translation>
    </message>
    <message>
        <source>is changed</source>
        <translation>wird geändert</translation>
    </message>
    <message>
        <source>until now {when}</source>
        <translation>bisher {when}</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>Monthly on day {day}</source>
        <translation>Monatlich am {day}.</translation>
    </message>
    <message>
        <source>Monthly on {weekday} no. {number}</source>
        <translation>Monatlich am {number}. {weekday}</translation>
    </message>
    <message>
        <source>Monthly on the last {weekday}</source>
        <translation>Monatlich am letzten {weekday}</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>every {n} days</source>
        <translation>alle {n} Tage</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source>every {n} weeks</source>
        <translation>alle {n} Wochen</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>jeden Monat</translation>
    </message>
    <message>
        <source>every {n} months</source>
        <translation>alle {n} Monate</translation>
    </message>
    <message>
        <source>Every date is left out.</source>
        <translation>Alle Termine sind ausgelassen.</translation>
    </message>
    <message>
        <source>There is no date in this time. A series lasts at most 10 years and has 1,000 dates.</source>
        <translation>In dieser Zeit gibt es keinen Termin. Eine Serie dauert höchstens 10 Jahre und hat höchstens 1.000 Termine.</translation>
    </message>
    <message>
        <source>Nothing is free within 4 weeks.</source>
        <translation>In den nächsten 4 Wochen ist nichts frei.</translation>
    </message>
</context>
<context>
    <name>server</name>
    <message>
        <source>Encrypted, the server proves who it is</source>
        <translation>Verschlüsselt, der Server weist sich aus</translation>
    </message>
    <message>
        <source>Encrypted, without checking the server</source>
        <translation>Verschlüsselt, ohne Prüfung des Servers</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>There is no server of this name. Check how it is written, and the network.</source>
        <translation>Einen Server dieses Namens gibt es nicht. Bitte die Schreibweise und das Netz prüfen.</translation>
    </message>
    <message>
        <source>The computer answers, but no database server on this port. Is PostgreSQL running there, and does it listen on the network?</source>
        <translation>Der Rechner antwortet, aber kein Datenbankserver an diesem Port. Läuft PostgreSQL dort, und ist es im Netz erreichbar?</translation>
    </message>
    <message>
        <source>The server does not answer. Check the network and the server&apos;s firewall.</source>
        <translation>Der Server antwortet nicht. Bitte das Netz und die Firewall des Servers prüfen.</translation>
    </message>
    <message>
        <source>The server does not know this user with this password.</source>
        <translation>Der Server kennt diesen Benutzer mit diesem Passwort nicht.</translation>
    </message>
    <message>
        <source>The server wants a password.</source>
        <translation>Der Server verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>The server lets nobody in from here, or not this user. Ask whoever looks after it.</source>
        <translation>Der Server lässt von diesem Rechner niemanden herein, oder diesen Benutzer nicht. Bitte fragen Sie, wer ihn betreut.</translation>
    </message>
    <message>
        <source>The server offers no encryption; patients&apos; data could be read on the way. Have it set up.</source>
        <translation>Der Server bietet keine Verschlüsselung; Patientendaten wären auf dem Weg lesbar. Bitte dort einrichten lassen.</translation>
    </message>
    <message>
        <source>This computer does not trust the server&apos;s certificate. Name the practice&apos;s own one.</source>
        <translation>Dieser Rechner vertraut dem Zertifikat des Servers nicht. Bitte das Zertifikat der Praxis angeben.</translation>
    </message>
    <message>
        <source>The server has no database of this name. It must be created there first.</source>
        <translation>Auf dem Server gibt es keine Datenbank dieses Namens. Sie muss dort zuerst angelegt werden.</translation>
    </message>
    <message>
        <source>The server is just starting. Try again in a moment.</source>
        <translation>Der Server startet gerade. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server has too many connections. Try again in a moment.</source>
        <translation>Der Server hat zu viele Verbindungen. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This is {detail}; PraxiDesk needs PostgreSQL 15 or later.</source>
        <translation>Das ist {detail}; PraxiDesk braucht PostgreSQL 15 oder neuer.</translation>
    </message>
    <message>
        <source>Unchecked or unencrypted, others in the same network could read and change patients&apos; data, or pretend to be the server. Only the administrator of this computer can permit that.</source>
        <translation>Ohne Prüfung oder Verschlüsselung könnten andere im selben Netz die Daten der Patienten lesen, ändern oder sich als der Server ausgeben. Erlauben kann das nur, wer diesen Rechner verwaltet.</translation>
    </message>
    <message>
        <source>This database belongs to another program. Choose one of its own for PraxiDesk.</source>
        <translation>Diese Datenbank gehört einem anderen Programm. Bitte eine eigene für PraxiDesk wählen.</translation>
    </message>
    <message>
        <source>The database is empty, and this user may create nothing in it: the right CREATE is missing.</source>
        <translation>Die Datenbank ist leer, und dieser Benutzer darf in ihr nichts anlegen: ihm fehlt das Recht CREATE.</translation>
    </message>
    <message>
        <source>The database lacks the extension btree_gist, and this user may not add it. Ask whoever looks after it.</source>
        <translation>Der Datenbank fehlt die Erweiterung btree_gist, und dieser Benutzer darf sie nicht hinzufügen. Bitte fragen Sie, wer sie betreut.</translation>
    </message>
    <message>
        <source>This practice is of an older PraxiDesk. Run “praxidesk store upgrade” once.</source>
        <translation>Diese Praxis stammt von einem älteren PraxiDesk. Bitte einmal „praxidesk store upgrade“ ausführen.</translation>
    </message>
    <message>
        <source>A newer PraxiDesk has written this practice. Update PraxiDesk on this computer.</source>
        <translation>Ein neueres PraxiDesk hat diese Praxis geschrieben. Bitte PraxiDesk auf diesem Rechner aktualisieren.</translation>
    </message>
    <message>
        <source>This is no address of a server.</source>
        <translation>Das ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <source>The connection failed ({detail}). The log tells more.</source>
        <translation>Die Verbindung ist gescheitert ({detail}). Das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>This login was valid until a day that is over. An administrator can extend it.</source>
        <translation>Diese Anmeldung ist abgelaufen. Ein Administrator kann sie verlängern.</translation>
    </message>
    <message>
        <source>This login is locked. An administrator can unlock it.</source>
        <translation>Diese Anmeldung ist gesperrt. Ein Administrator kann sie freigeben.</translation>
    </message>
    <message>
        <source>Only a copy that may be read answers. Another server has to be told to take over.</source>
        <translation>Es antwortet nur eine Kopie, aus der gelesen werden darf. Einem anderen Server muss gesagt werden, dass er übernimmt.</translation>
    </message>
    <message>
        <source>The file with the certificate by which the server is checked cannot be read. Name another one.</source>
        <translation>Die Datei mit dem Zertifikat, an dem der Server geprüft wird, kann nicht gelesen werden. Bitte eine andere angeben.</translation>
    </message>
    <message>
        <source>The server refuses the connection.</source>
        <translation>Der Server lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name. Enter the server by the name in its certificate.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Namen. Bitte den Server mit dem Namen eingeben, der im Zertifikat steht.</translation>
    </message>
    <message>
        <source>There is no safe way to the server.</source>
        <translation>Kein sicherer Weg führt zum Server.</translation>
    </message>
    <message>
        <source>An administrator has taken this user away.</source>
        <translation>Ein Administrator hat diesen Benutzer entfernt.</translation>
    </message>
</context>
<context>
    <name>setting errors</name>
    <message>
        <source>Say for whom or for what the time is kept.</source>
        <translation>Für wen oder wofür wird die Zeit reserviert?</translation>
    </message>
    <message>
        <source>Something must stand here.</source>
        <translation>Hier muss etwas stehen.</translation>
    </message>
    <message>
        <source>It must not begin or end with a space.</source>
        <translation>Kein Leerzeichen am Anfang oder Ende.</translation>
    </message>
    <message>
        <source>At most {most} characters.</source>
        <translation>Höchstens {most} Zeichen.</translation>
    </message>
    <message>
        <source>It holds characters that cannot be stored.</source>
        <translation>Enthält Zeichen, die nicht gespeichert werden können.</translation>
    </message>
    <message>
        <source>Only from {low} to {high}.</source>
        <translation>Nur von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{total} minutes in all: it must be 1 to {most}.</source>
        <translation>Zusammen {total} Minuten: 1 bis {most} sind möglich.</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>Das Ende muss nach dem Anfang liegen.</translation>
    </message>
    <message>
        <source>{start} – {end} overlaps {from} – {to}.</source>
        <translation>{start} – {end} überschneidet sich mit {from} – {to}.</translation>
    </message>
    <message>
        <source>Two of these times overlap.</source>
        <translation>Zwei dieser Zeiten überschneiden sich.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <source>There is no such day in that time.</source>
        <translation>In diesem Zeitraum gibt es keinen solchen Tag.</translation>
    </message>
    <message>
        <source>Only the years {low} to {high}.</source>
        <translation>Nur die Jahre {low} bis {high}.</translation>
    </message>
    <message>
        <source>This time zone is not known. An example: Europe/Berlin</source>
        <translation>Diese Zeitzone ist unbekannt. Ein Beispiel: Europe/Berlin</translation>
    </message>
    <message>
        <source>No holidays are known for this region. An example: DE-BE</source>
        <translation>Für diese Region sind keine Feiertage bekannt. Ein Beispiel: DE-BE</translation>
    </message>
    <message>
        <source>This code is taken already.</source>
        <translation>Dieses Kürzel ist schon vergeben.</translation>
    </message>
    <message>
        <source>This stands here twice.</source>
        <translation>Das steht hier doppelt.</translation>
    </message>
    <message>
        <source>{code} is a group without places.</source>
        <translation>{code} ist eine Gruppe ohne Plätze.</translation>
    </message>
    <message>
        <source>This person or thing cannot take that part.</source>
        <translation>Diese Person oder Sache kann diese Rolle nicht übernehmen.</translation>
    </message>
    <message>
        <source>This is not known in the practice.</source>
        <translation>Das gibt es in der Praxis nicht.</translation>
    </message>
    <message>
        <source>Only words without spaces.</source>
        <translation>Nur Wörter ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>The notice is longer than booking ahead is allowed.</source>
        <translation>Der Vorlauf ist länger, als im Voraus gebucht werden darf.</translation>
    </message>
    <message>
        <source>It needs two parts at least.</source>
        <translation>Mindestens zwei Teile sind nötig.</translation>
    </message>
    <message>
        <source>The longest gap is shorter than the least.</source>
        <translation>Der längste Abstand ist kürzer als der kürzeste.</translation>
    </message>
    <message>
        <source>At most {most}.</source>
        <translation>Höchstens {most}.</translation>
    </message>
    <message>
        <source>This code belongs to something else already.</source>
        <translation>Dieses Kürzel gehört schon zu etwas anderem.</translation>
    </message>
    <message>
        <source>This rule always blocks.</source>
        <translation>Diese Regel sperrt immer.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>Fachrichtung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Ausstattung</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Wechselzeit</translation>
    </message>
    <message>
        <source>min after each use</source>
        <translation>Min. nach jeder Nutzung</translation>
    </message>
    <message>
        <source>Inspected until</source>
        <translation>Geprüft bis</translation>
    </message>
    <message>
        <source>Place of</source>
        <translation>Platz von</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>can be booked</source>
        <translation>kann gebucht werden</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Further closed days</source>
        <translation>Weitere geschlossene Tage</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>Erstbesuch</translation>
    </message>
    <message>
        <source>whoever has it comes for the first time</source>
        <translation>wer sie hat, kommt zum ersten Mal</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>min before and after, of a home visit</source>
        <translation>Min. davor und danach, bei Hausbesuchen</translation>
    </message>
    <message>
        <source>Gap before</source>
        <translation>Abstand davor</translation>
    </message>
    <message>
        <source>Gap after</source>
        <translation>Abstand danach</translation>
    </message>
    <message>
        <source>How often, how near, how early</source>
        <translation>Wie oft, wie dicht, wie früh</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>at most, in the whole practice</source>
        <translation>höchstens, in der ganzen Praxis</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Mindestabstand</translation>
    </message>
    <message>
        <source>min from one start to the next</source>
        <translation>Min. von Beginn zu Beginn</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Vorlauf</translation>
    </message>
    <message>
        <source>min at least between booking and start</source>
        <translation>Min. mindestens zwischen Buchung und Beginn</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Im Voraus</translation>
    </message>
    <message>
        <source>days at most</source>
        <translation>Tage höchstens</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Quotas of each practitioner</source>
        <translation>Kontingente je Behandler</translation>
    </message>
    <message>
        <source>Add a quota</source>
        <translation>Kontingent hinzufügen</translation>
    </message>
    <message>
        <source>Who and what takes part</source>
        <translation>Wer und was beteiligt ist</translation>
    </message>
    <message>
        <source>Add somebody or something</source>
        <translation>Beteiligte hinzufügen</translation>
    </message>
    <message>
        <source>Whose time</source>
        <translation>Wessen Zeit</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>days before; empty: never</source>
        <translation>Tage vorher; leer: nie</translation>
    </message>
    <message>
        <source>Appointments in their order</source>
        <translation>Termine in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Add an appointment</source>
        <translation>Termin hinzufügen</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Practitioners</source>
        <translation>Behandler</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Groups of places</source>
        <translation>Platzgruppen</translation>
    </message>
    <message>
        <source>Appointment types</source>
        <translation>Terminarten</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Eingriffe</translation>
    </message>
    <message>
        <source>Reserved times</source>
        <translation>Reservierte Zeiten</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>Kombinationen</translation>
    </message>
    <message>
        <source>Taken back: {settings}</source>
        <translation>Zurückgenommen: {settings}</translation>
    </message>
    <message>
        <source>Saved again: {settings}</source>
        <translation>Wieder gespeichert: {settings}</translation>
    </message>
    <message>
        <source>Another desk has changed the same since, and it stays as they left it.</source>
        <translation>Ein anderer Platz hat dasselbe seither geändert; es bleibt, wie er es gespeichert hat.</translation>
    </message>
    <message>
        <source>The settings were not taken back.</source>
        <translation>Die Einstellungen wurden nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>The settings were not saved again.</source>
        <translation>Die Einstellungen wurden nicht wieder gespeichert.</translation>
    </message>
    <message>
        <source>settings of {name}</source>
        <translation>Einstellungen für {name}</translation>
    </message>
    <message>
        <source>Rules of booking</source>
        <translation>Buchungsregeln</translation>
    </message>
    <message>
        <source>New practitioner</source>
        <translation>Neuer Behandler</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Neuer Raum</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Neues Gerät</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>New appointment type</source>
        <translation>Neue Terminart</translation>
    </message>
    <message>
        <source>New procedure</source>
        <translation>Neuer Eingriff</translation>
    </message>
    <message>
        <source>New reserved time</source>
        <translation>Neue reservierte Zeit</translation>
    </message>
    <message>
        <source>New combination</source>
        <translation>Neue Kombination</translation>
    </message>
    <message>
        <source>No colour of its own</source>
        <translation>Keine eigene Farbe</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Azure</source>
        <translation>Azur</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosé</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Pflaume</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source>odd weeks</source>
        <translation>ungerade Wochen</translation>
    </message>
    <message>
        <source>even weeks</source>
        <translation>gerade Wochen</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Verschluss</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>low: is moved first</source>
        <translation>niedrig: wird zuerst verlegt</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>high: is moved last</source>
        <translation>hoch: wird zuletzt verlegt</translation>
    </message>
    <message>
        <source>each half day</source>
        <translation>je Halbtag</translation>
    </message>
    <message>
        <source>each day</source>
        <translation>je Tag</translation>
    </message>
    <message>
        <source>each week</source>
        <translation>je Woche</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Sprechzeiten</translation>
    </message>
    <message>
        <source>Closures</source>
        <translation>Schließzeiten</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Abwesenheiten</translation>
    </message>
    <message>
        <source>Add a closure</source>
        <translation>Schließzeit hinzufügen</translation>
    </message>
    <message>
        <source>Add an absence</source>
        <translation>Abwesenheit hinzufügen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>Other hours on single days</source>
        <translation>Andere Zeiten an einzelnen Tagen</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Other breaks on single days</source>
        <translation>Andere Pausen an einzelnen Tagen</translation>
    </message>
    <message>
        <source>no break</source>
        <translation>keine Pause</translation>
    </message>
    <message>
        <source>No practitioner yet</source>
        <translation>Noch kein Behandler</translation>
    </message>
    <message>
        <source>Everybody with appointments of their own has a column in the calendar.</source>
        <translation>Wer eigene Termine hat, bekommt eine Spalte im Kalender.</translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation>Noch kein Raum</translation>
    </message>
    <message>
        <source>A room that types or procedures need is never booked twice.</source>
        <translation>Ein Raum, den Terminarten oder Eingriffe brauchen, wird nie doppelt vergeben.</translation>
    </message>
    <message>
        <source>No device yet</source>
        <translation>Noch kein Gerät</translation>
    </message>
    <message>
        <source>A device that types or procedures need is never booked twice.</source>
        <translation>Ein Gerät, das Terminarten oder Eingriffe brauchen, wird nie doppelt vergeben.</translation>
    </message>
    <message>
        <source>No group of places yet</source>
        <translation>Noch keine Platzgruppe</translation>
    </message>
    <message>
        <source>A group is several places of one kind, such as four infusion chairs: whoever books the group gets one of them.</source>
        <translation>Eine Gruppe sind mehrere gleiche Plätze, etwa vier Infusionssessel: Wer die Gruppe bucht, bekommt einen davon.</translation>
    </message>
    <message>
        <source>No appointment type yet</source>
        <translation>Noch keine Terminart</translation>
    </message>
    <message>
        <source>A type says how long it takes, whom and what it needs, and its colour.</source>
        <translation>Eine Terminart sagt, wie lange es dauert, wer und was dazu gebraucht wird, und in welcher Farbe.</translation>
    </message>
    <message>
        <source>No procedure yet</source>
        <translation>Noch kein Eingriff</translation>
    </message>
    <message>
        <source>A procedure says how long its phases take and who takes part in them.</source>
        <translation>Ein Eingriff sagt, wie lange seine Phasen dauern und wer an ihnen teilnimmt.</translation>
    </message>
    <message>
        <source>No reserved time yet</source>
        <translation>Noch keine reservierte Zeit</translation>
    </message>
    <message>
        <source>It keeps hours of a practitioner for some types or groups of patients, and gives them back if nobody has booked until then.</source>
        <translation>Sie hält Stunden eines Behandlers für bestimmte Terminarten oder Patienten frei und gibt sie zurück, wenn bis dahin niemand gebucht hat.</translation>
    </message>
    <message>
        <source>No combination yet</source>
        <translation>Noch keine Kombination</translation>
    </message>
    <message>
        <source>It books several appointments of one patient after each other, such as X-ray and then consultation.</source>
        <translation>Sie bucht mehrere Termine eines Patienten nacheinander, etwa erst Röntgen, dann Sprechstunde.</translation>
    </message>
    <message>
        <source>Without hours, bookings while the practice is open are warned of.</source>
        <translation>Ohne Sprechzeiten wird bei Buchungen in den Öffnungszeiten gewarnt.</translation>
    </message>
    <message>
        <source>Without hours of its own it can be booked while the practice is open.</source>
        <translation>Ohne eigene Zeiten lässt sich während der Öffnungszeiten der Praxis buchen.</translation>
    </message>
    <message>
        <source>No further site yet</source>
        <translation>Noch kein weiterer Standort</translation>
    </message>
    <message>
        <source>People, rooms and devices can say at which site they are; on a server a login can be for one site only.</source>
        <translation>Behandler, Räume und Geräte können angeben, an welchem Standort sie sind; auf einem Server kann eine Anmeldung nur für einen Standort gelten.</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>Further sites</source>
        <translation>Weitere Standorte</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>Neuer Standort</translation>
    </message>
    <message>
        <source>Changed at another desk meanwhile: {names}. What you save is shown beside it first.</source>
        <translation>An einem anderen Platz inzwischen geändert: {names}. Was Sie speichern, wird vorher daneben gezeigt.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no hours, or no break, on that day</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>jedes Jahr</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>ab {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Behandler</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Appointment type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Eingriff</translation>
    </message>
    <message>
        <source>Reserved time</source>
        <translation>Reservierte Zeit</translation>
    </message>
    <message>
        <source>Combination</source>
        <translation>Kombination</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>is created</source>
        <translation>wird angelegt</translation>
    </message>
    <message>
        <source>is changed</source>
        <translation>wird geändert</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie es ist</translation>
    </message>
    <message>
        <source>{what} {code} {fate}</source>
        <translation>{what} {code} {fate}</translation>
    </message>
    <message>
        <source>Further site</source>
        <translation>Weiterer Standort</translation>
    </message>
</context>
<context>
    <name>sign in</name>
    <message>
        <source>Reception</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Ärztlicher Dienst</translation>
    </message>
    <message>
        <source>OP management</source>
        <translation>OP-Leitung</translation>
    </message>
    <message>
        <source>Display only</source>
        <translation>Nur Anzeige</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>{name} · {role}</source>
        <translation>{name} · {role}</translation>
    </message>
    <message>
        <source>Who works at this window?</source>
        <translation>Wer arbeitet an diesem Fenster?</translation>
    </message>
    <message>
        <source>Who works at this window? Practice “{name}” on {host}.</source>
        <translation>Wer arbeitet an diesem Fenster? Praxis „{name}“ auf {host}.</translation>
    </message>
    <message>
        <source>This login was valid until {date}. An administrator can extend it.</source>
        <translation>Diese Anmeldung galt bis {date}. Ein Administrator kann sie verlängern.</translation>
    </message>
    <message>
        <source>Ten characters or more: four or five words that do not belong together are good ones.</source>
        <translation>Zehn Zeichen oder mehr: Gut sind vier oder fünf Wörter, die nicht zusammengehören.</translation>
    </message>
    <message>
        <source>The present password is another one.</source>
        <translation>Das jetzige Passwort ist ein anderes.</translation>
    </message>
    <message>
        <source>The new password needs ten characters or more.</source>
        <translation>Das neue Passwort braucht zehn Zeichen oder mehr.</translation>
    </message>
    <message>
        <source>The new password is too long.</source>
        <translation>Das neue Passwort ist zu lang.</translation>
    </message>
    <message>
        <source>The new password holds the user&apos;s name; take another one.</source>
        <translation>Das neue Passwort enthält den Benutzernamen; nehmen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The new password holds a character that cannot be typed.</source>
        <translation>Das neue Passwort enthält ein Zeichen, das sich nicht tippen lässt.</translation>
    </message>
    <message>
        <source>Here nobody has a password of their own.</source>
        <translation>Hier hat niemand ein eigenes Passwort.</translation>
    </message>
    <message>
        <source>{name} works here, and finds everything as it was. Somebody else may sign in, too.</source>
        <translation>Hier arbeitet {name} und findet alles wieder vor, wie es war. Auch jemand anders kann sich anmelden.</translation>
    </message>
    <message>
        <source>No such user, or not this password.</source>
        <translation>Diesen Benutzer gibt es nicht, oder das Passwort ist ein anderes.</translation>
    </message>
    <message>
        <source>Too many wrong passwords.</source>
        <translation>Zu viele falsche Passwörter.</translation>
    </message>
    <message>
        <source>An administrator has locked this user.</source>
        <translation>Dieser Benutzer ist von der Verwaltung gesperrt.</translation>
    </message>
    <message>
        <source>{refusal} {again}</source>
        <translation>{refusal} {again}</translation>
    </message>
    <message>
        <source>{name} · {role} · {sites}</source>
        <translation>{name} · {role} · {sites}</translation>
    </message>
</context>
<context>
    <name>slot note</name>
    <message>
        <source>fills the gap exactly</source>
        <translation>füllt die Lücke genau</translation>
    </message>
    <message>
        <source>right after {name}</source>
        <translation>direkt nach {name}</translation>
    </message>
    <message>
        <source>right before {name}</source>
        <translation>direkt vor {name}</translation>
    </message>
    <message>
        <source>first of these hours</source>
        <translation>als Erster der Sprechzeit</translation>
    </message>
    <message>
        <source>then free until {time}</source>
        <translation>danach frei bis {time}</translation>
    </message>
</context>
<context>
    <name>stale</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>another patient</source>
        <translation>ein anderer Patient</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>settings (added)</source>
        <translation>Einstellungen (hinzugefügt)</translation>
    </message>
    <message>
        <source>booking of {name}</source>
        <translation>Buchung von {name}</translation>
    </message>
    <message>
        <source>move of {name}</source>
        <translation>Verschieben von {name}</translation>
    </message>
    <message>
        <source>change of {name}</source>
        <translation>Änderung von {name}</translation>
    </message>
    <message>
        <source>cancellation of {name}</source>
        <translation>Absage von {name}</translation>
    </message>
    <message>
        <source>“{status}” for {name}</source>
        <translation>„{status}“ bei {name}</translation>
    </message>
    <message>
        <source>booking ({count})</source>
        <translation>Buchung ({count})</translation>
    </message>
    <message>
        <source>move ({count})</source>
        <translation>Verschieben ({count})</translation>
    </message>
    <message>
        <source>cancellation ({count})</source>
        <translation>Absage ({count})</translation>
    </message>
    <message>
        <source>“{status}” ({count})</source>
        <translation>„{status}“ ({count})</translation>
    </message>
    <message>
        <source>What was added to the settings stays: nothing is deleted. Once more takes back what came before.</source>
        <translation>Was in den Einstellungen hinzukam, bleibt: Gelöscht wird nichts. Noch einmal nimmt zurück, was davor war.</translation>
    </message>
    <message>
        <source>None of them was changed.</source>
        <translation>Nichts davon wurde geändert.</translation>
    </message>
    <message>
        <source>{name} {time}: {reason}</source>
        <translation>{name} {time}: {reason}</translation>
    </message>
    <message>
        <source>Not taken back.</source>
        <translation>Nicht rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Not done again.</source>
        <translation>Nicht wiederholt.</translation>
    </message>
    <message>
        <source>It stays as they left it, and can no longer be taken back here.</source>
        <translation>Es bleibt, wie es dort steht, und lässt sich hier nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>Everything stays as it is.</source>
        <translation>Alles bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>data of {name}</source>
        <translation>Daten von {name}</translation>
    </message>
</context>
<context>
    <name>stranded</name>
    <message>
        <source>To be moved: {why}</source>
        <translation>Zu verlegen: {why}</translation>
    </message>
    <message>
        <source>practice closed</source>
        <translation>Praxis geschlossen</translation>
    </message>
    <message>
        <source>{what} ({reason})</source>
        <translation>{what} ({reason})</translation>
    </message>
    <message>
        <source>{who} absent</source>
        <translation>{who} abwesend</translation>
    </message>
</context>
<context>
    <name>theatre</name>
    <message>
        <source>Patient in room</source>
        <translation>Patient im Saal</translation>
    </message>
    <message>
        <source>Anaesthesia ready</source>
        <translation>Anästhesie bereit</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Time-out</translation>
    </message>
    <message>
        <source>Incision</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Suture</source>
        <translation>Naht</translation>
    </message>
    <message>
        <source>Patient out of room</source>
        <translation>Patient aus dem Saal</translation>
    </message>
    <message>
        <source>Room ready</source>
        <translation>Saal bereit</translation>
    </message>
    <message>
        <source>Room</source>
        <comment>patient in room, short</comment>
        <translation>Saal</translation>
    </message>
    <message>
        <source>Ana.</source>
        <comment>anaesthesia ready, short</comment>
        <translation>Anä.</translation>
    </message>
    <message>
        <source>out</source>
        <comment>patient out of room, short</comment>
        <translation>raus</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>room ready, short</comment>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Patient in room now</source>
        <translation>Patient im Saal jetzt</translation>
    </message>
    <message>
        <source>Anaesthesia ready now</source>
        <translation>Anästhesie bereit jetzt</translation>
    </message>
    <message>
        <source>Time-out now</source>
        <translation>Time-out jetzt</translation>
    </message>
    <message>
        <source>Incision now</source>
        <translation>Schnitt jetzt</translation>
    </message>
    <message>
        <source>Suture now</source>
        <translation>Naht jetzt</translation>
    </message>
    <message>
        <source>Patient out now</source>
        <translation>Patient raus jetzt</translation>
    </message>
    <message>
        <source>Room ready now</source>
        <translation>Saal bereit jetzt</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Rüsten</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>Einleitung</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>{milestone} removed</source>
        <translation>{milestone} entfernt</translation>
    </message>
    <message>
        <source>{milestone} {time}</source>
        <translation>{milestone} {time}</translation>
    </message>
    <message>
        <source>End {expected} instead of {planned}</source>
        <translation>Ende {expected} statt {planned}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>{minutes} min later</source>
        <translation>{minutes} min später</translation>
    </message>
    <message>
        <source>free at about {time}</source>
        <translation>frei ca. {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>no earlier there</source>
        <translation>dort nicht früher</translation>
    </message>
</context>
<context>
    <name>tile</name>
    <message>
        <source>{entry}, not in the filter</source>
        <translation>{entry}, nicht im Filter</translation>
    </message>
</context>
<context>
    <name>tooltip</name>
    <message>
        <source>{name}, born {date} ({age})</source>
        <translation>{name}, geb. {date} ({age})</translation>
    </message>
    <message>
        <source>Overridden: {reason}</source>
        <translation>Trotzdem gebucht: {reason}</translation>
    </message>
</context>
<context>
    <name>typed</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>day after tomorrow</source>
        <translation>übermorgen</translation>
    </message>
    <message>
        <source>o&apos;clock</source>
        <translation>uhr</translation>
    </message>
</context>
<context>
    <name>unseen</name>
    <message>
        <source>Taken</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Belongs to another site.</source>
        <translation>Gehört zu einem anderen Standort.</translation>
    </message>
    <message>
        <source>another site</source>
        <translation>anderer Standort</translation>
    </message>
    <message>
        <source>Times not visible</source>
        <translation>Zeiten nicht sichtbar</translation>
    </message>
    <message>
        <source>Not all times visible</source>
        <translation>Nicht alle Zeiten sichtbar</translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>nicht sichtbar</translation>
    </message>
    <message>
        <source>This login does not see when they are taken. Empty time need not be free.</source>
        <translation>Diese Anmeldung sieht nicht, wann hier belegt ist. Leere Zeit muss nicht frei sein.</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Nothing is free within 90 days.</source>
        <translation>Innerhalb von 90 Tagen ist nichts frei.</translation>
    </message>
    <message>
        <source>Somebody was faster: nothing is booked.</source>
        <translation>Jemand war schneller: Es ist nichts gebucht.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>{field}: “{text}” cannot be read. Nothing is saved before it can.</source>
        <translation>{field}: „{text}“ ist nicht lesbar. Vorher wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Speichert …</translation>
    </message>
    <message>
        <source>Choose {time}</source>
        <translation>{time} wählen</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Save {time}</source>
        <translation>{time} speichern</translation>
    </message>
    <message>
        <source>Book {time}</source>
        <translation>{time} buchen</translation>
    </message>
    <message>
        <source>Free.</source>
        <translation>Frei.</translation>
    </message>
    <message>
        <source>Free: {time}.</source>
        <translation>Frei: {time}.</translation>
    </message>
    <message>
        <source>Choose a patient.</source>
        <translation>Wählen Sie einen Patienten.</translation>
    </message>
    <message>
        <source>Choose a type or procedure.</source>
        <translation>Wählen Sie eine Terminart oder einen Eingriff.</translation>
    </message>
    <message>
        <source>Choose a time.</source>
        <translation>Wählen Sie eine Zeit.</translation>
    </message>
    <message>
        <source>This time does not exist: the clock is put forward in this night.</source>
        <translation>Diese Zeit gibt es nicht: In dieser Nacht wird die Uhr vorgestellt.</translation>
    </message>
    <message>
        <source>Choose for whom or what the time is blocked.</source>
        <translation>Wählen Sie, wer oder was gesperrt wird.</translation>
    </message>
    <message>
        <source>Somebody chosen does not do this: choose others or another type.</source>
        <translation>Jemand der Gewählten macht das nicht: Wählen Sie andere oder eine andere Terminart.</translation>
    </message>
    <message>
        <source>Say what the time is blocked for.</source>
        <translation>Sagen Sie, wofür die Zeit gesperrt wird.</translation>
    </message>
    <message>
        <source>The connection was lost before the answer came.</source>
        <translation>Die Verbindung ging verloren, bevor die Antwort kam.</translation>
    </message>
    <message>
        <source>It is still being booked, and once only; you need not wait here.</source>
        <translation>Es wird noch gebucht, und nur einmal; hier muss niemand warten.</translation>
    </message>
    <message>
        <source>Change {kind}</source>
        <translation>{kind} ändern</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>New operation</source>
        <translation>Neue Operation</translation>
    </message>
    <message>
        <source>Block time</source>
        <translation>Zeit sperren</translation>
    </message>
</context>
<context>
    <name>waiting</name>
    <message>
        <source>Waiting room</source>
        <translation>Wartezimmer</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} warten</translation>
    </message>
    <message>
        <source>{count} over time</source>
        <translation>{count} über der Zeit</translation>
    </message>
    <message>
        <source>mean {minutes} min</source>
        <translation>Mittel {minutes} min</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>Who has arrived ({key}) is listed here, with the minutes waited.</source>
        <translation>Wer eingetroffen ist ({key}), steht hier mit den Minuten des Wartens.</translation>
    </message>
    <message>
        <source>The waiting room shows today</source>
        <translation>Das Wartezimmer zeigt heute</translation>
    </message>
    <message>
        <source>{key} goes to today.</source>
        <translation>{key} geht zu heute.</translation>
    </message>
    <message>
        <source>by appointment</source>
        <translation>nach Termin</translation>
    </message>
    <message>
        <source>by arrival</source>
        <translation>nach Ankunft</translation>
    </message>
    <message>
        <source>by waiting time</source>
        <translation>nach Wartezeit</translation>
    </message>
    <message>
        <source>Order of those who wait</source>
        <translation>Reihenfolge der Wartenden</translation>
    </message>
    <message>
        <source>In treatment</source>
        <translation>In Behandlung</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>here since {time}</source>
        <translation>da seit {time}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>now: {where}</source>
        <translation>gerade: {where}</translation>
    </message>
    <message>
        <source>{minutes} min over time</source>
        <translation>{minutes} min über der Zeit</translation>
    </message>
    <message>
        <source>first {what} {time}</source>
        <translation>erst {what} {time}</translation>
    </message>
    <message>
        <source>came {minutes} min too early</source>
        <translation>{minutes} min zu früh gekommen</translation>
    </message>
    <message>
        <source>about {minutes} min more</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
</context>
<context>
    <name>why</name>
    <message>
        <source>Already {time} if {entry} moves to {other}.</source>
        <translation>Schon {time}, wenn {entry} auf {other} verlegt wird.</translation>
    </message>
    <message>
        <source>Already {time} with {actor} instead of {other}.</source>
        <translation>Schon {time} mit {actor} statt {other}.</translation>
    </message>
    <message>
        <source>{reasons} and {count} more</source>
        <translation>{reasons} und {count} weitere</translation>
    </message>
    <message>
        <source>{who} is taken {until} by {entry}</source>
        <translation>{who} ist {until} mit {entry} belegt</translation>
    </message>
    <message>
        <source>{who} is blocked {until}</source>
        <translation>{who} ist {until} gesperrt</translation>
    </message>
    <message>
        <source>the patient has another appointment {until}</source>
        <translation>der Patient hat {until} einen anderen Termin</translation>
    </message>
    <message>
        <source>{who} has a request {until}</source>
        <translation>{who} hat {until} eine Anfrage</translation>
    </message>
    <message>
        <source>{who} has no hours {until}</source>
        <translation>{who} hat {until} keine Sprechzeit</translation>
    </message>
    <message>
        <source>{who} has a break {until}</source>
        <translation>{who} hat {until} Pause</translation>
    </message>
    <message>
        <source>{who} is absent {until}</source>
        <translation>{who} ist {until} abwesend</translation>
    </message>
    <message>
        <source>{who} is reserved for others {until}</source>
        <translation>{who} ist {until} für andere reserviert</translation>
    </message>
    <message>
        <source>{who} needs a gap {until}</source>
        <translation>{who} braucht {until} Pufferzeit</translation>
    </message>
    <message>
        <source>{who} is on the way {until}</source>
        <translation>{who} ist {until} unterwegs</translation>
    </message>
    <message>
        <source>the quota of {who} is full {until}</source>
        <translation>das Kontingent von {who} ist {until} ausgeschöpft</translation>
    </message>
    <message>
        <source>{who} has another of this type too near {until}</source>
        <translation>{who} hat {until} zu nahe einen Termin dieser Art</translation>
    </message>
    <message>
        <source>too many of this type run at once {until}</source>
        <translation>{until} laufen schon genug Termine dieser Art</translation>
    </message>
    <message>
        <source>{who} has no place left {until}</source>
        <translation>{who} hat {until} keinen Platz mehr</translation>
    </message>
    <message>
        <source>the practice is closed {until}</source>
        <translation>die Praxis ist {until} geschlossen</translation>
    </message>
    <message>
        <source>the type needs more notice</source>
        <translation>die Terminart braucht mehr Vorlauf</translation>
    </message>
    <message>
        <source>the type cannot be booked so far ahead</source>
        <translation>die Terminart ist noch nicht so weit im Voraus buchbar</translation>
    </message>
    <message>
        <source>{who} is needed in another place</source>
        <translation>{who} wird an anderer Stelle gebraucht</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>another entry</source>
        <translation>einem anderen Eintrag</translation>
    </message>
    <message>
        <source>Why not earlier?</source>
        <translation>Warum nicht früher?</translation>
    </message>
    <message>
        <source>Why not earlier? {reasons}.</source>
        <translation>Warum nicht früher? {reasons}.</translation>
    </message>
</context>
<context>
    <name>wizard</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>Fachgebiet</translation>
    </message>
    <message>
        <source>Kind of room</source>
        <translation>Art des Raums</translation>
    </message>
    <message>
        <source>Consulting room</source>
        <translation>Sprechzimmer</translation>
    </message>
    <message>
        <source>Operating room</source>
        <translation>OP-Saal</translation>
    </message>
    <message>
        <source>Treatment room</source>
        <translation>Behandlungsraum</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>Erstgespräch</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Urgent visit</source>
        <translation>Akuttermin</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Beratung</translation>
    </message>
    <message>
        <source>Vaccination</source>
        <translation>Impfung</translation>
    </message>
    <message>
        <source>Video consultation</source>
        <translation>Videosprechstunde</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Azure</source>
        <translation>Azur</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosé</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Pflaume</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Eingetroffen</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Irrtümlich erfasst</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Behandler</translation>
    </message>
    <message>
        <source>Surgeon</source>
        <translation>Operateur</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistenz</translation>
    </message>
    <message>
        <source>Anaesthetist</source>
        <translation>Anästhesie</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Blocked time</source>
        <translation>Sperrzeit</translation>
    </message>
    <message>
        <source>Practitioners</source>
        <translation>Behandler</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>gebucht</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>angefragt</translation>
    </message>
    <message>
        <source>set to booked</source>
        <translation>auf gebucht gesetzt</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>eingetroffen</translation>
    </message>
    <message>
        <source>checked in</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>did not appear</source>
        <translation>nicht erschienen</translation>
    </message>
    <message>
        <source>on the waiting list</source>
        <translation>auf der Warteliste</translation>
    </message>
    <message>
        <source>marked as entered in error</source>
        <translation>als irrtümlich vermerkt</translation>
    </message>
    <message>
        <source>Combined appointment</source>
        <translation>Kombitermin</translation>
    </message>
    <message>
        <source>Series of appointments</source>
        <translation>Terminserie</translation>
    </message>
    <message>
        <source>f</source>
        <comment>sex, one letter</comment>
        <translation>w</translation>
    </message>
    <message>
        <source>m</source>
        <comment>sex, one letter</comment>
        <translation>m</translation>
    </message>
    <message>
        <source>d</source>
        <comment>sex, one letter</comment>
        <translation>d</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
    <message>
        <source>first visit</source>
        <translation>erster Besuch</translation>
    </message>
</context>
</TS>
