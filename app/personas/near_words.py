"""Words that stand for one another where communities are spoken of, and such as say the opposite.

Each line names one meaning by the beginnings of its words; "-" before a beginning means that it says the opposite.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

MEANINGS: Final[dict[str, str]] = {
    "fear": "afraid fear scare shy worr nervous hesita anxi -confident -happy "
            "страх притесн бои боят срам неудоб тревож -уверен",
    "public": "public everyb everyo openly crowd публич всичк -privat -насам -лично",
    "basic": "basic silly stupid elementar beginner element елемент глупав прост начал",
    "thread": "thread discuss topic нишк тем дискус обсъжд",
    "long": "long lengthy дълг -short -brief -кратк -къс",
    "time": "time врем -busy -overload -зает",
    "answer": "answer repl respon отговор",
    "ask": "ask question пита въпрос зада",
    "credit": "recogni credit acknowledg appreciat thanked признан споменав заслуг благодар",
    "fast": "fast quick rapid soon бърз -slow -бавн",
    "learn": "learn understand grasp master усво науч учи уче учен",
    "colleague": "colleague coworker teammate peer колег",
    "introduce": "introduc introduct представя представи представят",
    "post": "post publi публикац пост",
    "meet": "meet find found search look намир намер намя търс срещ",
    "same": "same repeat repetit again identical същ еднакв едни повтар",
    "job": "job work profession trade работ професия занаят върш",
    "new": "new newcom novic нов -experienc -опит",
    "leave": "leav left churn quit disappear тръгва тръгв напуск изчез -join -влиз -влез",
    "bring": "bring brought довежд довед водя води",
    "copy": "copi copy reus копир преизполз",
    "share": "shar сподел",
    "product": "product tool app program продукт програм инструмент",
    "like": "like enjoy love prefer обич харес предпоч -dislik -hate -мраз",
    "more": "more повече -fewer -less -по-малк",
    "often": "often frequent regular usual често чест редовн -rare -seldom -рядк",
    "easy": "easy simpl eas лес лесн -hard -difficult -труд",
    "write": "writ wrote пиш напи",
    "read": "read чет чете прочет",
    "help": "help support assist помаг помощ помог",
    "week": "week седмиц седмич",
    "influence": "influenc say влия",
    "company": "company employer firm фирм компан",
    "trust": "trust довер вярва",
    "on": "включ -изключ",
    "see": "see seen видя вижда виждат",
}  # fmt: skip


@lru_cache(maxsize=8192)
def meaning(word: str, stem: str) -> tuple[str, bool]:
    """Return what a word stands for, and whether it says the opposite of it; its stem when it is not known."""
    if found := _known(word):
        return found
    if word.startswith("un") and (found := _known(word[2:])):  # "unanswered"
        return found[0], not found[1]
    return stem, False


def _known(word: str) -> tuple[str, bool] | None:
    best, found = 0, None
    for name, beginnings in MEANINGS.items():
        for beginning in beginnings.split():
            plain = beginning.removeprefix("-")
            if best < len(plain) and word.startswith(plain):
                best, found = len(plain), (name, beginning != plain)
    return found
