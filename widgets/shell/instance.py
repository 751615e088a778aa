"""One window for each playbook: a second start finds the first by a local socket and brings it to the front.

Whoever runs programs as this person may write into the socket, so only two short known lines do anything, and what a
file is worth is looked at when it is opened.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from widgets.shell.instance_name import server_name

RAISE: Final = b"sedyanka raise\n"
OPEN: Final = b"sedyanka open "
MOST: Final = 4200  # bytes of a line: a path and the words before it
PATIENCE: Final = 2000  # ms


def raise_window(path: Path | None) -> bool:
    """Bring the window of a playbook to the front; whether there is one."""
    return _send(server_name(path), RAISE)


def hand_over(path: Path | None) -> bool:
    """Leave a start to a window that is there: that of the playbook, or the one without; whether one heard."""
    if raise_window(path):
        return True
    return path is not None and _send(server_name(None), OPEN + os.fsencode(os.path.realpath(path)) + b"\n")


def _send(name: str, line: bytes) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(line)
    heard = socket.waitForBytesWritten(PATIENCE) and socket.waitForReadyRead(PATIENCE)
    socket.disconnectFromServer()
    return bool(heard)


class Instance(QObject):
    """Listens for second starts.

    Signals:
        raised: another start wants this window.
        file_received: another start was given a file, and this window has none (its path).
    """

    raised = Signal()
    file_received = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_file = False
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self, path: Path | None) -> None:
        """Listen for a playbook from now on; a socket left by a crash is taken over."""
        self._server.close()
        self._has_file = path is not None
        name = server_name(path)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.setReadBufferSize(MOST)
            socket.readyRead.connect(self._on_bytes)
            socket.disconnected.connect(socket.deleteLater)
            QTimer.singleShot(PATIENCE, socket, socket.abort)

    def _on_bytes(self) -> None:
        socket = self.sender()  # not held by a closure, which would outlive it
        if isinstance(socket, QLocalSocket):
            self._on_line(socket)

    def _on_line(self, socket: QLocalSocket) -> None:
        line = bytes(socket.peek(MOST).data())
        if not line.endswith(b"\n") and len(line) < MOST:
            return  # more may come; silence ends the connection
        if line == RAISE:
            self._answer(socket)
            self.raised.emit()
        elif line.startswith(OPEN) and line.endswith(b"\n") and not self._has_file:
            self._answer(socket)
            self.raised.emit()
            self.file_received.emit(os.fsdecode(line[len(OPEN) : -1]))
        socket.disconnectFromServer()

    def _answer(self, socket: QLocalSocket) -> None:
        socket.write(b"heard\n")
        socket.flush()
