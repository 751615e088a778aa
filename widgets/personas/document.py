"""The document in the middle: head and sections, walked by keys, put in order by drag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.personas.persona import Persona
from widgets.common.icons import icon, put_icon
from widgets.common.reorder_drag import DropLine
from widgets.common.words import tr
from widgets.personas.card_face import CardFace
from widgets.personas.document_head import DocumentHead
from widgets.personas.face import FindPicture
from widgets.personas.section_view import SectionContent, SectionHead, SectionView

WALK: Final[dict[int, int]] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
UPRIGHT: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down)
EDGE: Final = 24


class Document(QScrollArea):
    """Sections below each other; what is selected is told, what is dragged is told, nothing is changed here.

    Signals:
        selected: a card or a section is to be selected (its id).
        opened: a card is to be edited (its id).
        card_moved: a card is to stand elsewhere (its id, id of the section, row).
        section_moved: a section is to stand elsewhere (its id, row).
        deleted: a card or a section is to go (its id).
        section_wanted: a section is to be added.
    """

    selected = Signal(str)
    opened = Signal(str)
    card_moved = Signal(str, str, int)
    section_moved = Signal(str, int)
    deleted = Signal(str)
    section_wanted = Signal()

    def __init__(self, find: FindPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: dict[str, SectionView] = {}
        self._whose, self._selected = "", ""
        self.head = DocumentHead(find)
        self.add = QPushButton()
        self.add.setProperty("look", "ghost")
        put_icon(self.add, icon("plus"))
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(EDGE, 16, EDGE, 24)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        self._line = DropLine(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._body)
        self.add.clicked.connect(self.section_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.add.setText(tr("personas.section.add"))
        self.add.setAccessibleName(self.add.text())

    def show_head(self, persona: Persona | None, hours: float) -> None:
        """Show whose document it is."""
        self.head.show_persona(persona, hours)

    def show_sections(self, whose: str, contents: Sequence[SectionContent], selected: str) -> list[SectionView]:
        """Show other sections; return the views that were made."""
        if whose != self._whose:
            self._whose = whose
            self.verticalScrollBar().setValue(0)
        wanted = {it.section.id: it for it in contents}
        for key in list(self.sections):
            view = self.sections[key]
            if key not in wanted or view.section.shape is not wanted[key].section.shape:
                self.sections.pop(key)
                view.hide()
                view.deleteLater()
        made = [self._view(it) for it in contents if it.section.id not in self.sections]
        self.sections = {key: self.sections[key] for key in wanted}  # walked in this order
        for row, key in enumerate(wanted):
            self._column.insertWidget(1 + row, self.sections[key])
        self._selected = selected
        return made

    def show_selection(self, selected: str) -> None:
        """Show what is selected."""
        self._selected = selected
        for view in self.sections.values():
            view.show_selection(selected)

    def _view(self, content: SectionContent) -> SectionView:
        view = self.sections[content.section.id] = SectionView(content.section)
        view.selected.connect(self.selected)
        view.card_selected.connect(self.selected)
        view.card_opened.connect(self.opened)
        key = content.section.id
        view.head.drag.moved.connect(self._show_section_line)
        view.head.drag.dropped.connect(lambda place: self.section_moved.emit(key, self._section_row(place, key)))
        view.head.drag.ended.connect(self._line.hide)
        return view

    def hear(self, face: CardFace) -> None:
        """Take part in the drags of a card; each is heard once."""
        if face.property("heard"):
            return
        face.setProperty("heard", True)
        face.drag.moved.connect(lambda place: self._show_card_line(place, face.card.id))
        face.drag.dropped.connect(lambda place: self._drop_card(place, face.card.id))
        face.drag.ended.connect(self._line.hide)

    def reveal(self, id: str, *, take_keyboard: bool = True) -> None:
        """Bring a card or a section into view."""
        widget = self.widget_of(id)
        if widget is None:
            return
        self._column.activate()
        self.ensureWidgetVisible(widget, 0, 60)
        if take_keyboard:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def widget_of(self, id: str) -> QWidget | None:
        """Return what shows a card or the name of a section."""
        for key, view in self.sections.items():
            if key == id:
                return view.head
            found = view.faces.get(id) or view.texts.get(id)
            if found is not None:
                return found
        return None

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.head.flush()
        for view in self.sections.values():
            view.flush()

    # --- drags ---

    def _section_at(self, place: QPoint) -> SectionView | None:
        y = self._body.mapFromGlobal(place).y()
        views = [it for it in self.sections.values() if it.section.shape != "programs"]
        return min(views, key=lambda it: max(it.y() - y, y - it.geometry().bottom(), 0), default=None)

    def _show_card_line(self, place: QPoint, card: str) -> None:
        view = self._section_at(place)
        if view is not None:
            _, mark = view.place_at(place, card)
            corner = view.body.mapTo(self._body, mark.topLeft())
            self._line.stand(corner.x(), corner.y(), mark.height(), upright=True)
        self._scroll(place)

    def _drop_card(self, place: QPoint, card: str) -> None:
        view = self._section_at(place)
        if view is not None:
            row, _ = view.place_at(place, card)
            self.card_moved.emit(card, view.section.id, row)

    def _section_row(self, place: QPoint, held: str = "") -> int:
        y = self._body.mapFromGlobal(place).y()
        return sum(view.geometry().center().y() < y for key, view in self.sections.items() if key != held)

    def _show_section_line(self, place: QPoint) -> None:
        views = sorted(self.sections.values(), key=lambda it: it.y())
        at = self._section_row(place)
        y = views[at].y() if at < len(views) else views[-1].geometry().bottom()
        self._line.stand(EDGE - 4, y, self._body.width() - 2 * EDGE, upright=False)
        self._scroll(place)

    def _scroll(self, place: QPoint) -> None:
        here = self.viewport().mapFromGlobal(place)
        inner = QRect(self.viewport().rect()).adjusted(0, 40, 0, -40)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + min(0, here.y() - inner.top()) + max(0, here.y() - inner.bottom()))

    # --- keys ---

    def _stops(self) -> list[tuple[str, QWidget]]:
        stops: list[tuple[str, QWidget]] = []
        for key, view in self.sections.items():
            stops.append((key, view.head))
            stops += [(card.card.id, card) for card in view.faces.values()]
            stops += [(card, text) for card, text in view.texts.items()]
        return stops

    def _walk(self, step: int, now: QWidget) -> None:
        stops = self._stops()
        at = next((row for row, (_, widget) in enumerate(stops) if widget is now), -1) + step
        if 0 <= at < len(stops):
            key, widget = stops[at]
            self.selected.emit(key)
            self.ensureWidgetVisible(widget, 0, 40)
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _shift(self, key: int, held: QWidget) -> None:
        """Move by keys: a section up or down, a card within its section or into the next one."""
        ids, step = list(self.sections), WALK[key]
        for at, (section, view) in enumerate(self.sections.items()):
            if view.head is held:
                if 0 <= at + step < len(ids):
                    self.section_moved.emit(section, at + step)
                return
            cards = [card for card, _ in (*view.faces.items(), *view.texts.items())]
            own = next((row for row, card in enumerate(cards) if self.widget_of(card) is held), None)
            if own is None:
                continue
            if key not in UPRIGHT:
                if 0 <= own + step < len(cards):
                    self.card_moved.emit(cards[own], section, own + step)
                return
            beyond = ids[at + 1 :] if step > 0 else ids[:at][::-1]
            into = next((it for it in beyond if self.sections[it].section.shape != "programs"), None)
            if into is not None:
                there = self.sections[into]
                self.card_moved.emit(cards[own], into, 0 if step > 0 else len(there.faces) + len(there.texts))
            return

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = QApplication.focusWidget()
        key = event.key()
        ours = held is not None and any(widget is held for _, widget in self._stops())
        if held is None or not ours:
            super().keyPressEvent(event)
        elif key in WALK and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._shift(key, held)
        elif key in WALK and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._walk(WALK[key], held)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not isinstance(held, SectionHead):
            self.opened.emit(self._selected)
        else:
            super().keyPressEvent(event)
