"""The head of the guide page: its versions and its handing over stand at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from widgets.common.icons import icon, put_icon
from widgets.common.page_header import PageHeader


class GuideHeader(PageHeader):
    """`versions` and `export` are shown by whoever has something behind them."""

    def __init__(self) -> None:
        super().__init__()
        self.version = QLabel()
        self.version.setProperty("look", "caption")
        self.versions, self.export = QPushButton(), QPushButton()
        put_icon(self.versions, icon("history"))
        put_icon(self.export, icon("upload"))
        for widget in (self.version, self.versions, self.export):
            self.add_action(widget)
            widget.hide()
