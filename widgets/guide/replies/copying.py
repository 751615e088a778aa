"""Copies a reply: what is known fills its blanks, what cannot be known is asked beside the button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.guide.reply import Reply
from app.guide.replying import count_use
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.workflows.filling import blanks_in, filled, values_for
from widgets.common.labelled import Labelled
from widgets.common.popover import Popover
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.replies.pill_text import blank_name

KNOWN_BY_ITSELF = ("product",)  # the owner may be somebody else than who leads: it is proposed


def copy_reply(bench: Bench, reply: str, text: str, beside: QWidget) -> Popover | None:
    """Copy a text; return the question when there is something to ask first."""
    playbook = bench.guide.get(Playbook, PLAYBOOK_ID)
    known = values_for(None, playbook) if playbook else {}
    asked = [blank for blank in blanks_in(text) if blank not in KNOWN_BY_ITSELF or blank not in known]
    if not asked:
        _take(bench, reply, filled(text, known))
        return None
    fields = {blank: Labelled(TextField()) for blank in asked}
    called = bench.guide.get(Reply, reply)
    panel = SmallPanel(tr("guide.copy.title"), called.name if called else "", tr("guide.replies.copy"))
    for blank, field in fields.items():
        field.set_label(blank_name(blank))
        field.field.show_value(known.get(blank, ""))
        panel.fields.addWidget(field)
    panel.about.setText(tr("guide.copy.about"))
    panel.about.show()

    def take() -> bool:
        typed = {blank: field.field.text().strip() for blank, field in fields.items()}
        _take(bench, reply, filled(text, _given(known, typed)))
        return True

    popover = open_small(panel, beside, beside.rect(), take)
    fields[asked[0]].field.setFocus()
    return popover


def _given(known: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, str]:
    return {**known, **{blank: value for blank, value in typed.items() if value}}


def _take(bench: Bench, reply: str, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    bench.run(lambda store: count_use(store, reply))
    bench.desk.tell(say("guide.copied"))
