"""Asks whose rhythm shall fill the quarter, and fills it in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QLabel

from resources.templates import COMMUNITIES, content
from widgets.common.choice import Choice, Option
from widgets.common.labelled import Labelled
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.words import tr

if TYPE_CHECKING:
    from app.playbook.templates import Template
    from widgets.calendar.gestures import Gestures
    from widgets.calendar.page import CalendarPage


class RhythmQuestion(QObject):
    """One popover: the community, what its rhythm comes to, and a button that fills."""

    def __init__(self, page: CalendarPage, gestures: Gestures) -> None:
        super().__init__(page)
        self._page, self._gestures = page, gestures

    def ask(self) -> None:
        """Open the question in the middle of the view."""
        from app.playbook.glance import glance_at  # 5 ms with all that it needs, which no start waits for
        from app.playbook.rhythm import fill_quarter

        page, templates = self._page, self._templates()
        there = len(page.plan.occurrences(page.quarter.first, page.quarter.last))
        about = tr("playbook.rhythm.about")
        panel = SmallPanel(
            tr("playbook.rhythm.title"),
            f"{about} {tr('playbook.rhythm.there', n=there)}" if there else about,
            tr("playbook.rhythm.do"),
        )
        choice, facts = Labelled(Choice()), QLabel()
        choice.set_label(tr("playbook.rhythm.community"))
        choice.field.show_options([Option(template.key, template.name) for template in templates.values()])
        choice.field.show_value(COMMUNITIES[0])
        facts.setTextFormat(Qt.TextFormat.PlainText)
        facts.setProperty("look", "subtitle")

        def show_facts() -> None:
            template, capacity = templates[choice.field.value() or COMMUNITIES[0]], page.plan.playbook.capacity
            glance = glance_at(template, capacity, with_tasks=False)  # a quarter is filled with the rhythm alone
            facts.setText(tr("playbook.rhythm.facts", n=glance.events, hours=round(glance.hours)))

        def take() -> bool:
            template = templates[choice.field.value() or COMMUNITIES[0]]
            self._gestures.run(lambda: fill_quarter(page.open_store(), template))
            return True

        choice.field.chosen.connect(show_facts)
        show_facts()
        panel.fields.addWidget(choice)
        panel.fields.addWidget(facts)
        view = page.views.current
        open_small(panel, view, QRect(view.rect().center().x(), view.height() // 3, 1, 1), take)

    def _templates(self) -> dict[str, Template]:
        """Return the communities, dated for the quarter that shows, in the language of the playbook."""
        from app.playbook.templates import read_template

        language, start = self._page.plan.playbook.language, self._page.quarter.first
        return {key: read_template(content(language, key), start, language, key) for key in COMMUNITIES}
