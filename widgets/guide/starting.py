"""What the page shows while there is no guide: a sentence, and a button that begins with a ready one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout
from typing_extensions import override

from app.guide.ready import read_guide, start_guide
from resources.templates import COMMUNITIES, file_of
from resources.templates.guides import guide
from resources.texts import LANGUAGES
from widgets.common.empty_state import EmptyState
from widgets.common.words import Retranslated, tr
from widgets.guide.bench import Bench


class Starting(Retranslated):
    """The communities are offered below the button."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.empty = EmptyState()
        column = QVBoxLayout(self)
        column.addWidget(self.empty)
        self.empty.asked.connect(self.offer)
        self.retranslate()

    def offer(self) -> QMenu:
        """Offer the communities whose guide one can begin with."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for community, name in self.choices():
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=community: self.start(key))
        self.empty.pop_up(menu)
        return menu

    def choices(self) -> Sequence[tuple[str, str]]:
        """Return the communities with their names, in the language of the playbook."""
        language = self._language()
        return [(key, str(file_of(language, key)["about"]["name"])) for key in COMMUNITIES]

    def start(self, community: str) -> None:
        """Begin with the ready guide of a community."""
        ready = read_guide(guide(self._language(), community))
        self.bench.run(lambda store: start_guide(store, ready))

    def _language(self) -> str:
        language = self.bench.guide.language
        return language if language in LANGUAGES else LANGUAGES[0]

    @override
    def retranslate(self) -> None:
        self.empty.set_texts(tr("guide.empty"), tr("guide.empty.start"))
