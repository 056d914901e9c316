<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>AbsencesPart</name>
    <message numerus="yes">
        <source>Show %n past</source>
        <translation>
            <numerusform>Show %n past</numerusform>
            <numerusform>Show %n past</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AffectedList</name>
    <message numerus="yes">
        <source>%n entry(s) would be affected.</source>
        <translation>
            <numerusform>%n entry would be affected.</numerusform>
            <numerusform>%n entries would be affected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandSheet</name>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Park all %n</source>
        <comment>entries</comment>
        <translation>
            <numerusform>Park %n</numerusform>
            <numerusform>Park all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) selected</source>
        <translation>
            <numerusform>%n entry selected</numerusform>
            <numerusform>%n entries selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <comment>12 of</comment>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <comment>practitioners, rooms and devices</comment>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) in six weeks</source>
        <translation>
            <numerusform>%n entry in six weeks</numerusform>
            <numerusform>%n entries in six weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation>
            <numerusform>%n clash</numerusform>
            <numerusform>%n clashes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the waiting room</source>
        <translation>
            <numerusform>%n in the waiting room</numerusform>
            <numerusform>%n in the waiting room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <comment>half hours nobody has taken</comment>
        <translation>
            <numerusform>%n free</numerusform>
            <numerusform>%n free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free half hour(s)</source>
        <translation>
            <numerusform>%n free half hour</numerusform>
            <numerusform>%n free half hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <comment>entries of a day that do not fit</comment>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be moved</source>
        <comment>entries in closed time</comment>
        <translation>
            <numerusform>%n to be moved</numerusform>
            <numerusform>%n to be moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <comment>names in a line</comment>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>where there is no room for a name</comment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parked</source>
        <translation>
            <numerusform>%n parked</numerusform>
            <numerusform>%n parked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <comment>without a room</comment>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <comment>after a few that are named</comment>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>appointment(s)</source>
        <comment>behind their number</comment>
        <translation>
            <numerusform>appointment</numerusform>
            <numerusform>appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new patient(s)</source>
        <comment>behind their number</comment>
        <translation>
            <numerusform>new patient</numerusform>
            <numerusform>new patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>patient(s)</source>
        <comment>behind their number</comment>
        <translation>
            <numerusform>patient</numerusform>
            <numerusform>patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>since %n day(s)</source>
        <comment>on the waiting list</comment>
        <translation>
            <numerusform>for %n day</numerusform>
            <numerusform>for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <comment>found</comment>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n patient(s)</source>
        <translation>
            <numerusform>Show %n patient</numerusform>
            <numerusform>Show all %n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n appointment(s)</source>
        <translation>
            <numerusform>Show %n appointment</numerusform>
            <numerusform>Show all %n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting list for %n day(s)</source>
        <translation>
            <numerusform>waiting list for %n day</numerusform>
            <numerusform>waiting list for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in cleaning</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n in cleaning</numerusform>
            <numerusform>%n in cleaning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n planned</numerusform>
            <numerusform>%n planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <comment>in the history</comment>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>of the journal</comment>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <comment>of a changed journal</comment>
        <translation>
            <numerusform>and %n more place</numerusform>
            <numerusform>and %n more places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) still being saved …</source>
        <translation>
            <numerusform>%n change still being saved …</numerusform>
            <numerusform>%n changes still being saved …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n× taken by another site</source>
        <translation>
            <numerusform>%n× taken by another site</numerusform>
            <numerusform>%n× taken by another site</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n× taken</source>
        <comment>by another site</comment>
        <translation>
            <numerusform>%n× taken</numerusform>
            <numerusform>%n× taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) now</source>
        <translation>
            <numerusform>%n connection now</numerusform>
            <numerusform>%n connections now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsSheet</name>
    <message numerus="yes">
        <source>%n answer(s) over the limit</source>
        <translation>
            <numerusform>%n answer over its limit</numerusform>
            <numerusform>%n answers over their limits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridHeader</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomePage</name>
    <message numerus="yes">
        <source>Nothing was imported: %n row(s) cannot be.</source>
        <translation>
            <numerusform>Nothing was imported: %n row cannot be.</numerusform>
            <numerusform>Nothing was imported: %n rows cannot be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were there already and stay as they are.</source>
        <translation>
            <numerusform>%n row was there already and stays as it is.</numerusform>
            <numerusform>%n rows were there already and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) break a rule and are marked.</source>
        <translation>
            <numerusform>%n appointment breaks a rule and is marked.</numerusform>
            <numerusform>%n appointments break a rule and are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out:</source>
        <translation>
            <numerusform>%n row was left out:</numerusform>
            <numerusform>%n rows were left out:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickLine</name>
    <message numerus="yes">
        <source>%n other(s) fit “{words}”: {names}</source>
        <translation>
            <numerusform>%n other fits “{words}”: {names}</numerusform>
            <numerusform>%n others fit “{words}”: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
</context>
</TS>
