"""The comparison as a part of the page: reads what is compared, and does what is asked for at its side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.personas.compare import Comparison, compare
from app.personas.ideas import Idea, ideas
from app.personas.persona import Persona
from app.personas.planning import plan_for
from app.personas.verdicts import forget, join, part
from app.playbook.rhythm import free_days
from app.tasks.today import today_of
from widgets.common.check_menu import CheckMenu
from widgets.common.link_rows import Row
from widgets.common.page_side import PageSide
from widgets.common.words import tr
from widgets.personas.compare.columns import Line, lines
from widgets.personas.compare.side import CompareSide
from widgets.personas.compare.view import CompareView

if TYPE_CHECKING:
    from app.store import Store
    from widgets.personas.page import PersonasPage

MOST: Final = 4
FEWEST: Final = 2
USUAL: Final = 3
IDEAS: Final = 3
Chosen = tuple[str, tuple[str, str]]  # a persona, and what the pressed chip leads to


class ComparePart(QObject):
    """Two to four personas side by side, and at the side what the chosen chip is about."""

    def __init__(self, page: PersonasPage) -> None:
        super().__init__(page)
        self._page = page
        self._wanted: list[str] = []
        self.marked = True
        self.chosen: Chosen | None = None
        self.found: Comparison = Comparison((), (), {})
        self._lines: list[Line] = []
        self.view, self.side = CompareView(page.find_picture), CompareSide()
        self.page_side = PageSide(page.desk.settings, "personas_compare")
        self.page_side.add_side(self.side, "inspector", "inspector")
        self.whole = QWidget()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page_side.stand_beside(self.view))
        self.view.chosen.connect(self.choose)
        side = self.side
        side.closed.connect(lambda: self.choose("", ("", "")))
        side.confirmed.connect(lambda: self._judge(join))
        side.taken_back.connect(lambda: self._judge(forget))
        side.parted.connect(self._part)
        side.fix_requested.connect(self._fix)
        side.thing_requested.connect(lambda target: page.desk.go(*target))
        side.planned.connect(self.plan)

    def personas(self) -> list[Persona]:
        """Return who is compared: those chosen that are still there, else the first three."""
        there = {it.id: it for it in self._page.personas.current()}
        wanted = [it for it in self._wanted if it in there]
        if len(wanted) < FEWEST:
            wanted = [*wanted, *(it for it in there if it not in wanted)][:USUAL]
        return [there[it] for it in there if it in wanted]

    def refresh(self) -> None:
        """Show what is said now."""
        page, people = self._page, self.personas()
        self.found = compare(page.personas, [it.id for it in people], page.personas.verdicts)
        self._lines = lines(page.personas, self.found, page.shown.missing, marked=self.marked)
        captions = [tr("personas.compare.hours", n=len(page.shown.serving(it.id))) for it in people]
        self.view.show_lines(people, captions, self._lines)
        if self.chosen not in self.view.chips:
            self.chosen = None
        self.view.show_chosen(self.chosen)
        self.side.show_map(people, self.found)
        self._show_side()

    def choose(self, persona: str, leads: tuple[str, str]) -> None:
        """Show what a chip is about; the same one again closes that."""
        key = (persona, leads)
        self.chosen = None if key == self.chosen or not persona or not leads[0] else key
        self.view.show_chosen(self.chosen)
        self._show_side()

    def set_marked(self, on: bool) -> None:
        """Mark what several say, or not."""
        self.marked = on
        self.refresh()

    def menu(self, parent: QWidget) -> CheckMenu:
        """Return the menu in which two to four personas are chosen."""
        menu, shown = CheckMenu(parent), {it.id for it in self.personas()}
        for persona in self._page.personas.current():
            action = QAction(persona.name.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(persona.id in shown)
            action.setEnabled(persona.id in shown or len(shown) < MOST)
            action.toggled.connect(lambda on, whose=persona.id, menu=menu: self._toggle(whose, menu, on=on))
            menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _toggle(self, id: str, menu: CheckMenu, *, on: bool) -> None:
        shown = [it.id for it in self.personas()]
        self._wanted = [*shown, id] if on else [it for it in shown if it != id]
        self.refresh()
        now = [it.id for it in self.personas()]
        for action, persona in zip(menu.actions(), self._page.personas.current(), strict=False):
            action.blockSignals(True)
            action.setChecked(persona.id in now)
            action.blockSignals(False)
            action.setEnabled(persona.id in now or len(now) < MOST)

    # --- the side ---

    def _show_side(self) -> None:
        if self.chosen is None:
            self.side.show_nothing()
            return
        persona, (kind, thing) = self.chosen
        known, name = self._page.personas, self._page.personas.all[persona].name
        words = self.view.chips[self.chosen].words
        if kind == "card":
            overlap = self.found.overlap_of(thing)
            if overlap is None:
                self.side.show_card(words, name)
            else:
                names = [known.all[it].name for it in overlap.personas]
                self.side.show_overlap(overlap, words, self.view.chips[self.chosen].note, names)
        elif kind == "row":
            self.side.show_gap(words, tr("personas.compare.gap.row.about", who=name), tr("personas.compare.write"))
        people = self._people()
        found = self._ideas(people)
        if kind in {"open", "stage"}:
            about = tr("personas.compare.gap.help", who=name) if found else tr("personas.compare.gap.helpless")
            self.side.show_gap(words, about, tr("personas.compare.answer") if kind == "open" else "")
        self.side.show_help(self._answers(), found, people)

    def _people(self) -> tuple[str, ...]:
        """Return for whom something would be planned: all who say it."""
        assert self.chosen is not None
        persona, (kind, thing) = self.chosen
        overlap = self.found.overlap_of(thing) if kind == "card" else None
        return overlap.personas if overlap else (persona,)

    def _cards(self) -> tuple[str, ...]:
        assert self.chosen is not None
        _, (kind, thing) = self.chosen
        overlap = self.found.overlap_of(thing) if kind == "card" else None
        return overlap.cards if overlap else (thing,) if kind in {"card", "open"} else ()

    def _answers(self) -> list[Row]:
        """Return what answers the chosen cards already."""
        page, rows = self._page, []
        links = dict.fromkeys(it for card in self._cards() for it in page.personas.answers.get(card, ()))
        for kind, key in links:
            event, program = page.plan.events.get(key), page.plan.programs.get(key)
            if kind == "event" and event:
                rows.append(Row("calendar", "text_muted", event.title, "", ("calendar", key)))
            elif kind == "program" and program:
                rows.append(Row("layers", "text_muted", program.name, program.goal, ("calendar", "")))
        return rows

    def _ideas(self, people: tuple[str, ...]) -> list[Idea]:
        """Return ideas that answer the chosen cards, or that serve the chosen stage."""
        assert self.chosen is not None
        page, (_, (kind, thing)) = self._page, self.chosen
        if kind == "row":
            return []
        free = free_days(page.plan.playbook, page.shown.quarter)
        found = [
            idea
            for persona in people
            for idea in ideas(page.plan, page.personas, persona, page.shown.quarter, today_of(page.open_store()), free)
            if (idea.stage.id == thing if kind == "stage" else idea.card.id in self._cards())
        ]
        return list({idea.tactic.id: idea for idea in reversed(found)}.values())[::-1][:IDEAS]

    # --- what is done ---

    def plan(self, idea: Idea) -> None:
        """Put an idea on its day, for all who say what it answers."""
        people, cards = self._people(), self._cards() or (idea.card.id,)  # for a stage the idea says what it answers
        self._page.run(lambda store: plan_for(store, idea.tactic.id, people, cards, idea.day))

    def _judge(self, verdict: Callable[[Store, Iterable[str]], None]) -> None:
        cards = self._cards()
        self._page.run(lambda store: verdict(store, cards))

    def _part(self) -> None:
        assert self.chosen is not None
        _, (_, card) = self.chosen
        others = [it for it in self._cards() if it != card]
        self._page.run(lambda store: part(store, card, others))

    def _fix(self) -> None:
        """Write what is missing, or edit the card."""
        assert self.chosen is not None
        persona, (kind, thing) = self.chosen
        page = self._page
        page.show_document()
        page.open_persona(persona)
        if kind != "row":
            page.open_card(thing)
            return
        section = next((it for it in page.personas.sections.get(persona, ()) if it.key == thing), None)
        if section is not None:
            page.select(section.id)
            page.add_card()
