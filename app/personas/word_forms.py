"""Words of a sentence as they are compared: without endings, without what carries no meaning, in English and Bulgarian.

The endings are few and cut off blindly: enough to tell that two words are one, not to say which word it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[.,;:!?–—]")
PAUSES: Final = frozenset(".,;:!?–—")
SHORTEST: Final = 3  # letters that stay when endings go
CYRILLIC: Final = re.compile(r"[а-яѝ]")
BARE: Final = _words(
    "a an the to of in on at for with and or is are be been was were it its they them their he she his her who whom "
    "that which by from as than then do does did has have had when while if into about every each any some such so up "
    "out over very just only own one ones there this these those i we you us our your my me can could may might should "
    "would will shall get gets got wants want needs need likely comes come came along themselves himself herself "
    "themself stays stay stayed other others people person somebody someone which what how "
    "да се си го я ги ѝ му им ме ми те ти ни ви вас нас на в във с със за от до по при през над под към и или а но че "
    "който която което които когото е са съм сме сте бъде беше бяха има имат ще би като когато ако то тя той те този "
    "тази това тези онова всеки всяка всяко също още вече само много-много някой някого нещо неща иска искат трябва "
    "може могат остава остане хора човек души друг друга друго други другите свой своя своите си"
)
NOT: Final = _words(
    "no not never without nobody nothing none neither nor cannot can't don't doesn't didn't won't isn't aren't lacks "
    "lack lacking forbid forbids forbidden не няма нямат нямам нямаше без никой никого нищо никога нито липсва липсват "
    "забранява забраняват"
)
LIGHT: Final = _words(
    "too many much most more less few first last two early late often new good твърде много малко повече първи първата "
    "първия последен два две двама рано късно често нов нова добър добри добрите"
)  # they say how much or when: half as much as what something is about
TURNS_BACK: Final = _words("but yet although но обаче а")  # a "not" reaches no further
REACH: Final = 4  # words that a "not" turns round
ENGLISH: Final = ("ations", "ation", "ments", "ment", "ingly", "ings", "ing", "iness", "ness", "edly", "ies", "ied",
                  "ers", "est", "ed", "es", "er", "ly", "s", "e", "y")  # fmt: skip
BULGARIAN: Final = (
    "ванията", "ването", "вания", "ване", "нето", "ията", "ищата", "овете", "евете", "ите", "ата", "ята", "ото", "ето",
    "ове", "еве", "ища", "ихте", "ихме", "аха", "яха", "иха", "ват", "вам", "ваш", "ва", "ът", "ят", "та", "то", "те",
    "ат", "им", "ем", "ам", "ям", "иш", "еш", "аш", "и", "а", "я", "о", "е", "у", "ю", "й",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One word that means something: as it is compared, as it was written, and whether a "not" turns it round."""

    stem: str
    written: str
    turned: bool = False

    @property
    def weight(self) -> float:
        """How much it says of what the sentence is about."""
        return 0.5 if self.written in LIGHT else 1.0


def forms(text: str) -> list[Form]:
    """Return the words of a text that mean something, in order."""
    found: list[Form] = []
    left = 0
    for word in WORD.findall(text.casefold()):
        if word in PAUSES or word in TURNS_BACK:
            left = 0
        elif word in NOT or word.endswith("n't"):
            left = 0 if left and not CYRILLIC.search(word) else REACH  # two say yes, but in Bulgarian they say no twice
        elif word not in BARE:
            found.append(Form(stem(word), word, left > 0))
            left = max(0, left - 1)
    return found


def stem(word: str) -> str:
    """Return a word without its ending; numbers stay."""
    word = word.removesuffix("'s").removesuffix("’s")
    if not word[-1:].isalpha():
        return word
    endings, times = (BULGARIAN, 2) if CYRILLIC.search(word) else (ENGLISH, 2)
    for _ in range(times):
        cut = next((it for it in endings if word.endswith(it) and len(word) - len(it) >= SHORTEST), "")
        word = word.removesuffix(cut) if cut else word
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] else word
