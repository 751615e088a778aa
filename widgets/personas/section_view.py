"""One section of the document: its name at the left, its cards at the right, and the line that adds one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.personas.section import PersonaCard, PersonaSection, Shape
from widgets.common.elided_label import plain_tooltip
from widgets.common.flow_layout import FlowLayout
from widgets.common.icons import icon, put_icon
from widgets.common.light_text import LightText
from widgets.common.painted_text import lines_of
from widgets.common.painting import paint_focus, paint_icon, paint_text
from widgets.common.reorder_drag import ReorderDrag
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.personas.add_line import AddLine
from widgets.personas.card_face import CardFace, CardLook
from widgets.personas.tile_layout import WIDE, TileLayout

HEAD: Final = 116
USUAL_ICON: Final = "list"
ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True)
class SectionContent:
    """What a section shows."""

    section: PersonaSection
    cards: tuple[PersonaCard, ...] = ()
    looks: tuple[CardLook, ...] = ()  # one for each card


class SectionHead(QAbstractButton):
    """Icon and name; pressed it is selected, a drag on it moves the section."""

    menu_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._selected = USUAL_ICON, False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.drag = ReorderDrag(self, self)
        theme().changed.connect(self.update)

    def show_section(self, section: PersonaSection, *, selected: bool) -> None:
        """Show what it is called."""
        self._sign, self._selected = section.icon or USUAL_ICON, selected
        self.setText(section.name.replace("&", "&&"))
        self.setAccessibleName(tr("personas.section.name", name=section.name))
        self.setToolTip(plain_tooltip(section.name))
        self.updateGeometry()
        self.update()

    def _lines(self) -> list[str]:
        return lines_of(self.text().replace("&&", "&"), theme().font("small", 600), theme().wide(HEAD) - 23, 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().wide(HEAD), theme().wide(24) + (len(self._lines()) - 1) * theme().wide(16))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()  # a button would give the keyboard to the next one: here the document walks
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.click()
        self.menu_requested.emit(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._selected or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("selection" if self._selected else "hover"))
            painter.drawRoundedRect(self.rect().adjusted(-1, 0, 0, 0), 5, 5)
        sign = "grip-vertical" if self.underMouse() else self._sign
        step = theme().wide(24)
        paint_icon(painter, QRect(0, 0, 14, step), sign, "text_muted", 14)
        for row, line in enumerate(self._lines()):
            words = QRect(21, row * theme().wide(16), self.width() - 23, step)
            paint_text(painter, words, line, theme().font("small", 600), "text_2")
        if self.hasFocus():
            paint_focus(painter, self.rect(), 5)


class SectionView(Retranslated):
    """Head and body of one section.

    Signals:
        selected: the section itself is to be selected (its id).
        card_selected, card_opened: a card is (its id).
        added: texts of new cards (id of the section, texts).
        menu_requested: what can be done is wanted (a place on the screen).
        link_pressed: a link in a text was pressed (its address).
    """

    selected = Signal(str)
    card_selected = Signal(str)
    card_opened = Signal(str)
    added = Signal(str, object)
    menu_requested = Signal(object)
    link_pressed = Signal(str)

    def __init__(self, section: PersonaSection) -> None:
        super().__init__()
        self.section = section
        self.faces: dict[str, CardFace] = {}
        self.texts: dict[str, LightText] = {}
        self._others: Sequence[QWidget] = ()
        self._shown: tuple[SectionContent, object] | None = None
        self.head, self.body = SectionHead(), QWidget()
        self.line: AddLine | None = None
        self.add = QPushButton()
        self.add.setProperty("look", "add-card")
        put_icon(self.add, icon("plus", "text_muted"), 12)
        self.add.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.plus = QToolButton()
        self.plus.setIcon(icon("plus", "text_muted"))
        self.plus.setIconSize(QSize(14, 14))
        self.plus.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ins does the same
        self._flow: QLayout = self._layout()
        self._build()
        self.head.clicked.connect(lambda: self.selected.emit(self.section.id))
        self.head.menu_requested.connect(self.menu_requested)
        self.add.clicked.connect(self.open_line)
        self.plus.clicked.connect(self.open_line)
        self.retranslate()

    def _layout(self) -> QLayout:
        if self.section.shape is Shape.CHIPS:
            return FlowLayout(self.body, 8)
        return TileLayout(self.body)

    def _build(self) -> None:
        rule = QFrame()
        rule.setProperty("look", "line")
        rule.setFixedHeight(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(8)
        left = QHBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head, 1)
        left.addWidget(self.plus)
        policy = self.plus.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # all bodies begin at one line
        self.plus.setSizePolicy(policy)
        self.plus.setFixedSize(20, 22)
        column = QVBoxLayout()
        column.addLayout(left)
        column.addStretch()
        row.addLayout(column)
        row.addWidget(self.body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addLayout(row)
        self._flow.addWidget(self.add)

    @override
    def retranslate(self) -> None:
        self.add.setText(tr("personas.add"))
        name = tr("personas.add.to", name=self.section.name)
        self.add.setAccessibleName(name)
        self.plus.setAccessibleName(name)
        self.plus.setToolTip(plain_tooltip(name))

    def show_content(
        self, content: SectionContent, key: object = None, others: Callable[[], Sequence[QWidget]] = tuple
    ) -> None:
        """Show cards; those that are there already stay the same widgets.

        `others` makes what stands after them; it is asked when its key is another one.
        """
        self.section = content.section
        self.retranslate()
        if (content, key) != self._shown:
            self._shown = (content, key)
            self._lay(content, others())

    def _lay(self, content: SectionContent, others: Sequence[QWidget]) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for other in self._others:
            other.hide()
            other.deleteLater()
        self._others = others
        looks = dict(zip((card.id for card in content.cards), content.looks, strict=True))
        wanted = {card.id: card for card in content.cards}
        self._drop_gone(wanted)
        for key, card in wanted.items():
            widget = self._text(card) if self.section.shape is Shape.TEXT else self._face(card, looks[key])
            self._flow.addWidget(widget)
            widget.show()
        self.faces = {key: self.faces[key] for key in wanted if key in self.faces}  # walked in this order
        self.texts = {key: self.texts[key] for key in wanted if key in self.texts}
        for other in others:
            self._flow.addWidget(other)
            other.show()
        if self.line is not None:
            self._flow.addWidget(self.line)
        self._flow.addWidget(self.add)
        self._show_add()
        self.body.updateGeometry()

    def _drop_gone(self, wanted: Mapping[str, PersonaCard]) -> None:
        for known in (self.faces, self.texts):
            for key in [key for key in known if key not in wanted]:
                gone = known.pop(key)
                gone.hide()
                gone.deleteLater()

    def _face(self, card: PersonaCard, look: CardLook) -> CardFace:
        face = self.faces.get(card.id)
        if face is None:
            face = self.faces[card.id] = CardFace(card, self.section.shape, look)
            face.pressed.connect(self.card_selected)
            face.opened.connect(self.card_opened)
            face.menu_requested.connect(lambda _, place: self.menu_requested.emit(place))
        face.show_card(card, look)
        return face

    def _text(self, card: PersonaCard) -> LightText:
        text = self.texts.get(card.id)
        if text is None:
            text = self.texts[card.id] = LightText()
            text.setProperty(WIDE, True)
            text.pressed.connect(lambda: self.card_selected.emit(card.id))
            text.link_pressed.connect(self.link_pressed)
        text.show_text(card.text or tr("personas.text.empty"))
        text.setAccessibleName(self.section.name)
        return text

    def show_selection(self, selected: str) -> None:
        """Show what is selected: a card, the section itself, or nothing here."""
        self.head.show_section(self.section, selected=selected == self.section.id)
        for key, face in self.faces.items():
            face.set_selected(key == selected)

    def _show_add(self) -> None:
        shape = self.section.shape
        closed = self.line is None and shape is not Shape.PROGRAMS
        beside = shape is not Shape.CHIPS and bool(self.faces or self.texts)
        self.add.setVisible(closed and not beside)
        self.plus.setVisible(closed and beside and not (shape is Shape.TEXT and self.texts))

    def open_line(self) -> None:
        """Open the line that adds a card after the last one."""
        if self.section.shape is Shape.PROGRAMS:
            return
        if self.section.shape is Shape.TEXT:
            self.added.emit(self.section.id, [""])
            return
        if self.line is None:
            self.line = AddLine(self.body)
            self.line.setPlaceholderText(tr("personas.add.hint"))
            self.line.setAccessibleName(self.add.accessibleName())
            self.line.added.connect(lambda texts: self.added.emit(self.section.id, texts))
            self.line.left.connect(self.close_line)
            self._flow.takeAt(self._flow.count() - 1)
            self._flow.addWidget(self.line)
            self._flow.addWidget(self.add)
            self.line.show()
            self._show_add()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Take the line away; the keyboard goes to the button that opens it."""
        line, self.line = self.line, None
        if line is None:
            return
        held = line.hasFocus()
        self._flow.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._show_add()
        if held:
            (self.head if self.add.isHidden() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Give what is being typed, now."""
        if self.line is not None:
            self.line.take()

    def place_at(self, place: QPoint, held: str) -> tuple[int, QRect]:
        """Return before which of the other cards a place on the screen is, and the line that shows it, in the body."""
        at = self.body.mapFromGlobal(place)
        others: list[QWidget] = [widget for key, widget in (*self.faces.items(), *self.texts.items()) if key != held]
        others.sort(key=lambda it: (it.y(), it.x()))
        for row, widget in enumerate(others):
            rect = widget.geometry()
            if at.y() < rect.top() or (at.y() <= rect.bottom() + 4 and at.x() < rect.center().x()):
                return row, QRect(rect.left() - 5, rect.top(), 2, rect.height())
        if others:
            rect = others[-1].geometry()
            return len(others), QRect(rect.right() + 5, rect.top(), 2, rect.height())
        return 0, QRect(0, 0, 2, max(24, self.body.height()))
