"""Sample replies: one at a time with its variants and languages; it is copied with one press."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolButton
from typing_extensions import override

from app.guide import replying
from app.guide.escalation import Scenario
from app.guide.reply import Reply, ReplyText
from app.guide.snapshot import Row
from widgets.common.drop_button import DropButton
from widgets.common.icons import icon
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.chapter_view import ChapterView
from widgets.guide.replies.card import ReplyCard
from widgets.guide.replies.copying import copy_reply


class RepliesChapter(ChapterView):
    """The head says which reply it is and leads to the others; the card below shows it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.shown = ""  # id of the Reply
        self.pick, self.count = DropButton("side", "chevron-down"), QLabel()
        self.back, self.on = QToolButton(), QToolButton()
        self.count.setProperty("look", "subtitle")
        for button, name, by in ((self.back, "chevron-left", -1), (self.on, "chevron-right", 1)):
            button.setIcon(icon(name, "text_muted"))
            button.setIconSize(QSize(14, 14))
            button.setFixedSize(22, 22)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._go_on if by > 0 else self._go_back)
        self.head.insertWidget(1, self.pick)
        for at, widget in enumerate((self.count, self.back, self.on)):
            self.head.insertWidget(3 + at, widget)
        self.card = ReplyCard(bench)
        self.card.pressed.connect(lambda: self.bench.show(Row(Reply, self.shown)))
        self.card.opened.connect(lambda: self.bench.open(Row(Reply, self.shown)))
        self.card.copy_requested.connect(self.copy)
        self.body.addWidget(self.card)
        self.pick.clicked.connect(self._offer)
        self.retranslate()

    def step(self, by: int) -> None:
        """Show the next reply or the one before, around the ends."""
        there = list(self.bench.guide.of(Reply))
        if there:
            at = there.index(self.shown) if self.shown in there else 0
            self.choose(there[(at + by) % len(there)])

    def choose(self, reply: str) -> None:
        """Show a reply; it is the chosen one."""
        self.shown = reply
        self.show_rows()
        if self.bench.chosen is not None:
            self.bench.choose(Row(Reply, reply))

    def copy(self) -> None:
        """Copy the text that is shown, its blanks filled; what cannot be known is asked."""
        text = replying.text_of(self.bench.guide, self.shown, self.card.variant, self.card.language)
        if text is not None and text.text.strip():
            copy_reply(self.bench, self.shown, text.text, self.card.copy_button)

    def _go_on(self) -> None:
        self.step(1)

    def _go_back(self) -> None:
        self.step(-1)

    def _offer(self) -> None:
        """Offer the replies, those of a scenario together."""
        guide, menu = self.bench.guide, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for reply in guide.of(Reply).values():
            scenario = guide.get(Scenario, reply.scenario)
            name = f"{reply.name} · {scenario.name}" if scenario else reply.name
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=reply.id: self.choose(key))
            action.setCheckable(True)
            action.setChecked(reply.id == self.shown)
        menu.popup(self.pick.mapToGlobal(self.pick.rect().bottomLeft()))

    @override
    def show_rows(self) -> None:
        replies = self.bench.guide.of(Reply)
        if self.shown not in replies:
            self.shown = next(iter(replies), "")
        reply = replies.get(self.shown)
        for widget in (self.pick, self.count, self.back, self.on, self.card):
            widget.setVisible(reply is not None)
        self.note.setText("" if reply else tr("guide.replies.nothing"))
        if reply is None:
            return
        at = list(replies).index(self.shown) + 1
        self.pick.setText(reply.name.replace("&", "&&"))
        self.pick.setAccessibleName(tr("guide.replies.choose", name=reply.name))
        self.count.setText(tr("guide.replies.at", n=at, all=len(replies)))
        self.card.show_reply(reply)

    @override
    def add(self) -> None:
        names = (tr("guide.variant.short"), tr("guide.variant.warm"), tr("guide.variant.formal"))
        language, made = self.bench.guide.language, list[str]()
        if self.bench.run(
            lambda store: made.append(replying.add_reply(store, tr("guide.replies.new"), names, language))
        ):
            self.choose(made[0])
            self.bench.open(Row(Reply, made[0]))

    @override
    def show_chosen(self, row: Row | None) -> None:
        chosen = row is not None and row.kind is Reply
        if chosen and row is not None and row.id != self.shown and row.id in self.bench.guide.of(Reply):
            self.shown = row.id
            self.show_rows()
        self.card.mark(chosen=chosen)

    @override
    def place_of(self, row: Row) -> QRect | None:
        text = self.bench.guide.get(ReplyText, row.id) if row.kind is ReplyText else None
        reply = text.reply if text else row.id
        if reply not in self.bench.guide.of(Reply):
            return super().place_of(row)
        self.shown = reply
        if text is not None:
            self.bench.word(text.variant, text.language)
        self.show_rows()
        return QRect(self.card.mapTo(self, QPoint()), self.card.size())

    @override
    def take_keyboard(self, row: Row) -> bool:
        if row.kind not in (Reply, ReplyText):
            return False
        self.card.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and event.key() in steps and self.shown:
            self.bench.shift(Row(Reply, self.shown), steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        for button, name in ((self.back, tr("guide.replies.back")), (self.on, tr("guide.replies.on"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        super().retranslate()
