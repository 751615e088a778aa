"""Files dropped on the window: playbooks open, calendars are shown before they come in, pages take what is theirs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.errors import KnownError
from app.exchange.recognise import CALENDAR_ENDINGS
from app.message import say
from app.playbook.files import SUFFIX
from widgets.shell.pages import PAGES


class FileDrop(QObject):
    """Watches a window; pages that take a drop themselves come first.

    Signals:
        playbook_dropped, import_dropped: a file of that sort came (its path).
        page_dropped: a file came that a page brings in (id of the page, path).
        refused: a file came that nobody can read (a KnownError).
    """

    playbook_dropped = Signal(str)
    import_dropped = Signal(str)
    page_dropped = Signal(str, str)
    refused = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def take(self, files: list[Path]) -> None:
        """Do with files what they are for."""
        if len(files) > 1:
            self.refused.emit(KnownError(say("shell.drop.many"), say("shell.drop.many.do")))
            return
        for file in files:
            if file.suffix.lower() == SUFFIX:
                self.playbook_dropped.emit(str(file))
            elif file.is_dir():
                self.refused.emit(KnownError(say("shell.drop.folder", file=file.name), say("shell.drop.do")))
            elif file.suffix.lower() in CALENDAR_ENDINGS:
                self.import_dropped.emit(str(file))
            elif page := next((it.id for it in PAGES if file.suffix.lower() in it.takes), ""):
                self.page_dropped.emit(page, str(file))
            else:
                self.refused.emit(KnownError(say("shell.drop.unknown", file=file.name), say("shell.drop.do")))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and _files(event):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and _files(event):
            event.acceptProposedAction()
            self.take(_files(event))
            return True
        return False


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
