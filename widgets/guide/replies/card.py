"""The card of one reply: variants, languages, the text, who approved it, and what the tone would rather not say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.guide import replying
from app.guide.reply import Reply
from app.guide.tone import ToneLine
from app.guide.tone_words import places, unwanted
from widgets.common.elided_label import ElidedLabel
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon, put_icon
from widgets.common.paragraph import Paragraph
from widgets.common.theme import theme
from widgets.common.words import day, tr
from widgets.guide.bench import Bench
from widgets.guide.names import person_names
from widgets.guide.replies.pill_text import PillText
from widgets.guide.replies.tabs import LanguageTabs, VariantTabs


class ReplyCard(QFrame):
    """One reply; the variant and the language that were chosen stay for the next one.

    Signals:
        pressed: it was pressed beside its controls.
        opened: it was pressed twice there.
        copy_requested: the text is to be copied.
    """

    pressed = Signal()
    opened = Signal()
    copy_requested = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self._reply: Reply | None = None
        self._chosen = False
        self.setProperty("look", "card")
        self.variants, self.languages = VariantTabs(), LanguageTabs()
        self.facts, self.copy_button, self.text = ElidedLabel(look="caption"), QPushButton(), PillText()
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.copy_button.setProperty("look", "small")
        put_icon(self.copy_button, icon("copy"), 14)
        self.wrong = _Notice("triangle-alert", "warning")
        self.approval = _Notice("circle-check", "success")
        self._arrange()
        self.variants.chosen.connect(self._on_variant)
        self.languages.chosen.connect(self._on_language)
        self.copy_button.clicked.connect(self.copy_requested)
        bench.worded.connect(self._on_worded)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.variants)
        top.addWidget(self.languages)
        top.addWidget(self.facts, 1)
        top.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 11, 13, 11)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.text)
        column.addWidget(self.wrong)
        column.addWidget(self.approval)

    @property
    def variant(self) -> str:
        """The variant that is shown, or the first that there is."""
        there = replying.variants(self.bench.guide, self._reply.id) if self._reply else []
        return self.bench.variant if self.bench.variant in there else there[min(1, len(there) - 1)] if there else ""

    @property
    def language(self) -> str:
        """The language that is shown: the last one chosen where something is said in it."""
        guide = self.bench.guide
        known = replying.spoken(guide, self._reply.id, self.variant) if self._reply else []
        wanted = self.bench.language or guide.language
        return wanted if wanted in known or not known else known[0]

    def show_reply(self, reply: Reply) -> None:
        """Show a reply in the variant and language that were shown last, where it has them."""
        self._reply = reply
        guide = self.bench.guide
        there = replying.variants(guide, reply.id)
        known = replying.spoken(guide, reply.id, self.variant)
        self.variants.show_keys(there, self.variant)
        self.languages.show_languages(self.language, known)
        text = replying.text_of(guide, reply.id, self.variant, self.language)
        said = text.text if text else ""
        wrong = places(said, unwanted(guide.of(ToneLine).values()))
        self.text.show_text(said or tr("guide.replies.unwritten"), wrong)
        words = tr("guide.replies.words", n=len(said.split()))
        used = tr("guide.replies.used", n=reply.used) if reply.used else tr("guide.replies.unused")
        self.facts.setText(f"{words} · {used}")
        found = list(dict.fromkeys(said[begin:end].casefold() for begin, end in wrong))
        self.wrong.setVisible(bool(found))
        self.wrong.say(tr("guide.replies.wrong", n=len(found), words=", ".join(f"“{it}”" for it in found)))
        self._show_approval(reply)
        self.copy_button.setText(tr("guide.replies.copy"))
        self.copy_button.setAccessibleName(tr("guide.replies.copy.this", name=reply.name))
        self.copy_button.setEnabled(bool(said.strip()))

    def _show_approval(self, reply: Reply) -> None:
        by = ", ".join(person_names(self.bench.guide, [reply.approved_by])) if reply.approved_by else ""
        when = day(reply.approved, "d MMM yyyy") if reply.approved else ""
        parts = []
        if by and when:
            parts.append(tr("guide.replies.approved", by=by, day=when))
        elif by or when:
            parts.append(tr("guide.replies.approved.only", what=by or when))
        else:
            parts.append(tr("guide.replies.unapproved"))
        late = replying.overdue(reply, self.bench.today())
        if reply.review:
            due = day(reply.review, "d MMM yyyy")
            parts.append(tr("guide.replies.late", day=due) if late else tr("guide.replies.review", day=due))
        approved = bool(by or when)
        sign, role = ("circle-check", "success") if approved else ("circle", "text_muted")
        self.approval.say(" · ".join(parts), *(("triangle-alert", "warning") if late else (sign, role)))

    def mark(self, *, chosen: bool) -> None:
        """Show whether it is the chosen row."""
        self._chosen = chosen
        self.update()

    def _on_variant(self, key: str) -> None:
        self.bench.word(key, self.language)

    def _on_language(self, key: str) -> None:
        self.bench.word(self.variant, key)

    def _on_worded(self) -> None:
        if self._reply:
            self.show_reply(self._reply)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._chosen:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)


class _Notice(QWidget):
    """A sign and a line of small text."""

    def __init__(self, sign: str, look: str) -> None:
        super().__init__()
        self._sign = IconLabel(sign, look, 14)
        self._text = Paragraph(look="step")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        column = QVBoxLayout()
        column.setContentsMargins(0, 2, 0, 0)
        column.addWidget(self._sign)
        column.addStretch()
        row.addLayout(column)
        row.addWidget(self._text, 1)

    def text(self) -> str:
        """Return the line."""
        return self._text.text()

    def say(self, text: str, sign: str = "", look: str = "") -> None:
        """Write the line; the sign changes where one is given."""
        self._text.setText(text)
        if sign:
            self._sign.set_icon(sign, look)
