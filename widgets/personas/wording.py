"""What cards, signals and events say in short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from app.calendar.plan import Plan
from app.exchange.persona_markdown.writing import Wording
from app.personas.section import PersonaCard, Shape
from app.personas.serving import Serving
from app.purpose.reading import Reading
from widgets.common.words import day, effort, locale, tr

PER_TEXTS: Final[Mapping[str, str]] = {
    "": "personas.per.none",
    "day": "personas.per.day",
    "week": "personas.per.week",
    "month": "personas.per.month",
    "quarter": "personas.per.quarter",
}
QUOTATION: Final = '„“”«»"'
SHORT_PER_TEXTS: Final[Mapping[str, str]] = {
    "day": "personas.short.day",
    "week": "personas.short.week",
    "month": "personas.short.month",
    "quarter": "personas.short.quarter",
}
STRENGTH_TEXTS: Final[Mapping[int, str]] = {
    0: "personas.strength.none",
    1: "personas.strength.weak",
    2: "personas.strength.middle",
    3: "personas.strength.strong",
}
SHAPE_TEXTS: Final[Mapping[Shape, str]] = {
    Shape.CHIPS: "personas.shape.chips",
    Shape.LIST: "personas.shape.list",
    Shape.SIGNALS: "personas.shape.signals",
    Shape.QUOTES: "personas.shape.quotes",
    Shape.TEXT: "personas.shape.text",
    Shape.PROGRAMS: "personas.shape.programs",
}
CARD_TEXTS: Final[Mapping[str, str]] = {  # what one card of a built section is called
    "profile": "personas.card.profile",
    "motivations": "personas.card.motivation",
    "blockers": "personas.card.blocker",
    "behaviours": "personas.card.behaviour",
    "risks": "personas.card.risk",
    "signals": "personas.card.signal",
    "quotes": "personas.card.quote",
}


def quoted(text: str) -> str:
    """Return what somebody says in quotation marks, nothing for nothing."""
    return tr("personas.quoted", text=text) if text else ""


def unquoted(text: str) -> str:
    """Return what was typed without the quotation marks around it."""
    return text.strip().strip(QUOTATION).strip()


def amount(value: float, unit: str) -> str:
    """Write a number with its unit: "48%", "2 answers", "1.5"."""
    figures = locale().toString(round(value, 2), "g", 10)
    if unit == "%":
        return tr("personas.percent", value=figures)
    return f"{figures} {unit}".strip()


def caption_of(card: PersonaCard, shape: Shape, readings: Sequence[Reading]) -> str:
    """Return the quiet line of a card."""
    match shape:
        case Shape.SIGNALS:
            parts = [amount(readings[-1].value, card.unit)] if readings else []
            if card.target is not None:
                parts.append(tr("personas.target", amount=amount(card.target, card.unit)))
            if card.per in SHORT_PER_TEXTS and not readings:  # beside the line there is no room for it
                parts.append(tr(SHORT_PER_TEXTS[card.per]))
            return " · ".join(parts)
        case Shape.QUOTES:
            parts = [card.source, day(card.day) if card.day else ""]
            return " · ".join(part for part in parts if part)
        case Shape.LIST:
            said = tr("personas.said", said=card.said, asked=card.asked) if card.asked else ""
            return " · ".join(part for part in (said, card.source) if part)
    return ""


def spoken(card: PersonaCard, shape: Shape, caption: str) -> str:
    """Return what a screen reader says of a card."""
    text = f"{card.label}: {card.text}" if card.label else card.text
    strength = tr(STRENGTH_TEXTS[card.strength]) if shape is Shape.LIST and card.strength in (1, 2, 3) else ""
    return ", ".join(part for part in (text, strength, caption) if part)


def serving_caption(plan: Plan, serving: Serving) -> str:
    """Say in which stage and when an event serves, and how many hours that takes."""
    stage = plan.stages.get(serving.event.stage)
    return served_in(stage.name if stage else "", serving)


def served_in(stage: str, serving: Serving) -> str:
    """Say the same of a stage by its name."""
    parts = [stage, when(serving), effort(serving.hours) if serving.hours else ""]
    return " · ".join(part for part in parts if part)


def wording() -> Wording:
    """Return what says in the language in force what else there is to cards, and what serves a persona."""
    return Wording(
        lambda part, one: caption_of(one.card, part.section.shape, one.readings),
        lambda one: f"{one.serving.event.title} · {served_in(one.stage, one.serving)}",
    )


def when(serving: Serving) -> str:
    """Say when an event of the quarter takes place: a day, a stretch of days, or how often."""
    if serving.times > 1:
        return tr("personas.times", n=serving.times)
    length = serving.event.length
    if length > 1:
        last = serving.first + timedelta(days=length - 1)
        return tr("personas.days", first=day(serving.first), last=day(last))
    return day(serving.first)
