"""The bank of prompts: what comes with the program and what one wrote, and when each was used.

Each action is one step of undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from app.calendar.adding import add_event
from app.calendar.event import Event, Status
from app.calendar.kind import Kind
from app.errors import KnownError
from app.message import say
from app.playbook.order import UNPLACED, save_order
from app.store import Store
from app.tasks.adding import add_task
from app.tasks.task import Task
from app.tasks.today import today_of
from app.workflows.enrolment import Enrolment, Way
from app.workflows.prompt import Prompt, PromptKind, PromptUse
from app.workflows.sending import write_for_one
from app.workflows.sequence import Sequence as Campaign
from app.workflows.snapshot import Workflows

STAGES: Final = ("awareness", "activation", "contribution", "advocacy")
TITLE_MOST: Final = 80  # letters of what is made of a text
TEXT_MOST: Final = 4_000
THEME_MOST: Final = 80


@dataclass(frozen=True, slots=True)
class Banked:
    """One text as the bank shows it."""

    key: str  # of one that comes with the program, or the id of one's own
    kind: PromptKind
    stage: str
    theme: str  # in words
    texts: Mapping[str, str]  # by language
    own: bool = False
    used: date | None = None  # when it was used last
    times: int = 0

    def text(self, language: str) -> str:
        """Return the text in a language, else in any."""
        return self.texts.get(language) or next((text for text in self.texts.values() if text), "")


@dataclass(frozen=True, slots=True)
class PromptFilter:
    """Empty sides show all."""

    words: str = ""
    kinds: frozenset[PromptKind] = frozenset()
    stages: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    language: str = ""  # only those written in it
    unused: int = 0  # weeks in which it was not used
    own: bool = False  # only one's own

    def matches(self, it: Banked, today: date) -> bool:
        """Return whether a text is shown."""
        text = "\n".join((*it.texts.values(), it.theme)).casefold()
        return (
            (not self.kinds or it.kind in self.kinds)
            and (not self.stages or it.stage in self.stages)
            and (not self.themes or it.theme in self.themes)
            and (not self.language or bool(it.texts.get(self.language)))
            and (not self.own or it.own)
            and (not self.unused or it.used is None or it.used <= today - timedelta(weeks=self.unused))
            and all(word in text for word in self.words.casefold().split())
        )


def read_bank(raw: Mapping[str, Any], store: Store) -> list[Banked]:
    """Return what is in the bank, one's own first; `raw` is what comes with the program."""
    used, times = dict[str, date](), dict[str, int]()
    for use in store.of(PromptUse).all():
        used[use.prompt] = max(use.day, used.get(use.prompt, use.day))
        times[use.prompt] = times.get(use.prompt, 0) + 1
    own = sorted(store.of(Prompt).all(), key=lambda it: (it.position, it.id))
    found = [Banked(it.id, it.kind, it.stage, it.theme, dict(it.texts), own=True) for it in own]
    found += [
        Banked(key, PromptKind(one["kind"]), one["stage"], one["theme"], one["texts"]) for key, one in raw.items()
    ]
    return [replace(it, used=used.get(it.key), times=times.get(it.key, 0)) for it in found]


def note_use(store: Store, key: str, place: str, title: str) -> None:
    """Remember that a text was used today."""
    with store.change(say("prompts.step.use", title=title)):
        store.of(PromptUse).save([PromptUse(store.new_id(), key, today_of(store), place)])


def use_as_task(store: Store, it: Banked, language: str) -> str:
    """Make a task for today whose notes are the text; return its id."""
    text = it.text(language)
    with store.change(say("prompts.step.task", title=title_of(text))):
        task = add_task(store, Task("", title_of(text), "", due=today_of(store), effort=0.25, notes=text))
        note_use(store, it.key, "task", title_of(text))
    return task


def use_as_event(store: Store, it: Banked, language: str) -> str:
    """Put a discussion prompt with the text for members into the backlog of the calendar; return its id."""
    text = it.text(language)
    kinds = sorted(store.of(Kind).all(), key=lambda kind: (kind.key != "prompt", kind.key != "other", kind.id))
    if not kinds:
        raise KnownError(say("prompts.no_kind"))
    event = Event("", title_of(text), kinds[0].id, None, status=Status.IDEA, public_text=tuple(it.texts.items()))
    with store.change(say("prompts.step.event", title=event.title)):
        made = add_event(store, event)
        note_use(store, it.key, "event", event.title)
    return made


def use_in_loop(store: Store, it: Banked, language: str) -> str:
    """Word the next message of the first loop that runs by a text; return the name of the loop."""
    flows = Workflows.read(store)
    for run in sorted(flows.runs.values(), key=lambda run: (run.start, run.id)):
        campaign = flows.sequences.get(run.sequence)
        following = flows.next_of(run)
        if campaign and campaign.every and run.way is Way.ACTIVE and following:
            title = title_of(it.text(language))
            with store.change(say("prompts.step.loop", title=title, name=campaign.name)):
                write_for_one(store, following.id, it.text(language))
                note_use(store, it.key, "loop", title)
            return campaign.name
    raise KnownError(say("prompts.no_loop"), say("prompts.no_loop.do"))


def has_loop(store: Store) -> bool:
    """Return whether a loop runs whose next message could be worded."""
    loops = {it.id for it in store.of(Campaign).all() if it.every}
    return any(run.way is Way.ACTIVE and run.sequence in loops for run in store.of(Enrolment).all())


def add_prompt(store: Store, prompt: Prompt) -> str:
    """Add a text of one's own to the end of the list; return its id, or of the one that is there word for word."""
    added = add_prompts(store, [prompt])
    same = (it.id for it in store.of(Prompt).all() if (it.kind, it.texts) == (prompt.kind, prompt.texts))
    return added[0] if added else next(same)


def add_prompts(store: Store, prompts: Sequence[Prompt]) -> list[str]:
    """Add texts of one's own, such as those of a file; those that are there word for word are left out."""
    own = sorted(store.of(Prompt).all(), key=lambda it: (it.position, it.id))
    there = {(it.kind, it.texts) for it in own}
    new = [replace(it, id=store.new_id(), position=UNPLACED) for it in prompts if (it.kind, it.texts) not in there]
    if new:
        with store.change(say("prompts.step.add", n=len(new))):
            save_order(store, [*own, *new])
    return [it.id for it in new]


def edit_prompt(store: Store, prompt: str, **fields: Any) -> None:
    """Give fields of one's own text other values. Typing folds into one step."""
    found = store.of(Prompt).get(prompt)
    changed = replace(found, **fields)
    merge = f"edit:{prompt}:texts" if set(fields) == {"texts"} else None
    with store.change(say("prompts.step.edit", title=title_of(first_text(changed))), merge=merge):
        if changed != found:
            store.of(Prompt).save([changed])


def delete_prompts(store: Store, prompts: Iterable[str]) -> None:
    """Delete texts of one's own; that they were used stays known."""
    there = list(store.of(Prompt).some(dict.fromkeys(prompts)))
    if there:
        with store.change(say("prompts.step.delete", n=len(there))):
            store.of(Prompt).delete(it.id for it in there)


def first_text(prompt: Prompt) -> str:
    """Return a text of a prompt in any language."""
    return next((text for _, text in prompt.texts if text.strip()), "")


def title_of(text: str) -> str:
    """Return the first line of a text, shortened at a word to what a title holds."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= TITLE_MOST:
        return line
    return line[: TITLE_MOST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
