"""Asks before the program closes without the copy that it should have made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.errors import KnownError
from widgets.common.words import tr, words


def close_without_copy(window: QWidget, error: KnownError) -> bool:
    """Whether the person wants to close although no copy could be made; what is in the file is safe either way."""
    box = QMessageBox(QMessageBox.Icon.Warning, tr("shell.no_copy"), words(error.what), parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    remedy = words(error.remedy) if error.remedy is not None else ""
    box.setInformativeText(" ".join(part for part in (remedy, tr("shell.no_copy.note")) if part))
    stay = box.addButton(tr("shell.no_copy.stay"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(tr("shell.no_copy.leave"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
