"""Who has something open at another desk, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.at_work import Editor, is_absence, is_of_patient

translate = QCoreApplication.translate
_MOST = 3


def editors_text(editors: Iterable[Editor]) -> str:
    """``Platz 2 bearbeitet diesen Termin``, a line for each of the first few; empty for nobody."""
    shown = list(editors)
    lines = [_line(each) for each in shown[:_MOST]]
    if len(shown) > _MOST:
        lines.append(translate("editors", "and {count} more").format(count=len(shown) - _MOST))
    return "\n".join(lines)


def _line(editor: Editor) -> str:
    if not editor.record:
        said = translate("editors", "{who} is editing this entry")
    elif is_of_patient(editor.record):
        said = translate("editors", "{who} is editing this patient's data")
    elif is_absence(editor.record):
        said = translate("editors", "{who} is entering an absence here, too")
    else:
        said = translate("editors", "{who} is editing this page of the settings")
    said = said.format(who=editor.login or editor.desk)
    return f"{said} ({editor.desk})" if editor.login else said
