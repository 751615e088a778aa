"""The two views of the page: the document of one persona, or several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.message import say
from widgets.common.drop_button import DropButton
from widgets.common.view_switch import ViewSwitch
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.personas.compare.part import ComparePart
    from widgets.personas.page import PersonasPage

DOCUMENT: Final = "document"
COMPARE: Final = "compare"


class Views(QObject):
    """What of the header belongs to the views, and the stack in which they lie."""

    def __init__(self, page: PersonasPage) -> None:
        super().__init__(page)
        self._page = page
        self.current = DOCUMENT
        self.stack = QStackedWidget()
        self.marks, self.people = QPushButton(), DropButton("drop")
        self.marks.setProperty("look", "filter")
        self.marks.setCheckable(True)
        self.marks.setChecked(True)
        self.switch = ViewSwitch(
            say("personas.view"), {DOCUMENT: say("personas.view.document"), COMPARE: say("personas.view.compare")}
        )
        for part in (self.marks, self.people, self.switch):
            page.header.add_action(part)
        self.switch.chosen.connect(self.show)
        self.marks.toggled.connect(self._on_marks)
        self.people.clicked.connect(self._ask_people)
        self._show_buttons()

    @cached_property
    def comparison(self) -> ComparePart:
        """The personas side by side, made when that is first looked at."""
        from widgets.personas.compare.part import ComparePart

        part = ComparePart(self._page)
        self.stack.addWidget(part.whole)
        return part

    def stand(self, document: QWidget) -> QStackedWidget:
        """Take in the view of the document."""
        self.stack.addWidget(document)
        return self.stack

    @property
    def compares(self) -> bool:
        """Whether personas stand side by side."""
        return self.current == COMPARE

    def show(self, view: str) -> None:
        """Show another view."""
        self._page.flush()
        self.current = view
        self.switch.show_value(view)
        self._show_buttons()
        if self.compares:
            self.stack.setCurrentWidget(self.comparison.whole)
        else:
            self.stack.setCurrentIndex(0)
        self.refresh()
        self._page.actions_changed.emit()

    def refresh(self) -> None:
        """Show what is said now, where that is looked at."""
        if self.compares and self._page.store is not None:
            self.comparison.refresh()
            self.people.setText(tr("personas.compare.people", n=len(self.comparison.personas())))

    def retranslate(self) -> None:
        """Say everything anew."""
        self.marks.setText(tr("personas.compare.marks"))
        self.people.setText(tr("personas.compare.people", n=0))
        self.people.setAccessibleName(tr("personas.compare.choose"))

    def regions(self) -> Sequence[QWidget]:
        """Return what F6 goes through while personas stand side by side."""
        return (self._page.header, self.comparison.view, self.comparison.side)

    def _on_marks(self, on: bool) -> None:
        self.comparison.set_marked(on)

    def _show_buttons(self) -> None:
        self.marks.setVisible(self.compares)
        self.people.setVisible(self.compares)

    def _ask_people(self) -> None:
        menu = self.comparison.menu(self._page)
        menu.aboutToHide.connect(self.refresh)
        menu.popup(self.people.mapToGlobal(self.people.rect().bottomLeft()))
