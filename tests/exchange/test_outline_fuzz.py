"""Damaged and hostile outlines: only ImportRejected comes out, and what is read can be written and read again.

Seeds are files of our own and pieces that broke other programs; each run mutates them from a fresh, told chance.
`make fuzz` runs for a minute.
"""

from __future__ import annotations

import random
import time

import pytest

from app.errors import ImportRejected
from app.exchange.freemind import read_freemind, write_freemind
from app.exchange.markdown_outline import read_markdown, write_markdown
from app.exchange.opml import read_opml, write_opml
from app.exchange.outline import Outline, OutlineItem, OutlineLine

SLOWEST = 5.0  # seconds for one small file, on a busy machine; some milliseconds are usual
MAP = Outline(
    "Kestrel",
    (
        OutlineItem("Awareness", own=(("kind", "stage"), ("target", "0.4"))),
        OutlineItem("Форум 🎉", 0, "One\n\n  Two <b>", True, True, (("role", "channels"),), '{"opml": {"a": "b"}}'),
        OutlineItem("# 1. [x] - \\ `", 1, foreign='{"mm": [{"COLOR": "#fff"}, [["font", {"SIZE": "9"}, ["x"]]]]}'),
        OutlineItem("Activation"),
    ),
    (OutlineLine(1, 2, "leads to"),),
)
SEEDS = [write_opml(MAP), write_freemind(MAP), write_markdown(MAP)]
NASTY = b"""
<!DOCTYPE x [<!ENTITY a "aaaa">]>
<!DOCTYPE x SYSTEM "file:///etc/passwd">
<?xml version="1.0" encoding="utf-7"?>
<?xml version="1.0" encoding="\xff"?>
<![CDATA[<node>]]>
<node><node><node><node>
</node></body></opml>
<richcontent TYPE="NOTE"><html><body><p>
<arrowlink DESTINATION="ID_0"/>
<attribute NAME="sedyanka." VALUE="["/>
TEXT="&lt;html&gt;&lt;br"
text="&#0;"
xmlns:x="y" x:text="z"
sedyanka:folded="maybe"
&undefined;
&#xD800;
# # #
- - - -
 1) 2) 3)
\t\t\t\t- x
```
<!--
-->
[x] [ ]
\xef\xbb\xbf
\xff\xfe<\x00
\x00\x01\x02
""".split(b"\n")


def mutated(chance: random.Random) -> bytes:
    data = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[at:at] = chance.choice(NASTY)
            case 1:
                del data[at : at + chance.randrange(40)]
            case 2:
                data[at:at] = data[at : at + chance.randrange(200)] * chance.randrange(1, 4)
            case 3:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                data[at:at] = chance.choice(NASTY) * chance.randrange(1, 30)
    return bytes(data)


def test_fuzz_outlines(pytestconfig: pytest.Config):
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    end = time.monotonic() + pytestconfig.getoption("--fuzz-seconds")
    tried = read_any = 0
    while time.monotonic() < end:
        data, tried = mutated(chance), tried + 1
        for read, write in (
            (read_opml, write_opml), (read_freemind, write_freemind), (read_markdown, write_markdown),
        ):  # fmt: skip
            begun = time.monotonic()
            try:
                outline = read(data, "f")
                read_any += 1
                again = read(write(outline), "f")
            except ImportRejected:
                continue
            except Exception as error:
                raise AssertionError(f"seed {seed}, {read.__name__}: {data!r}") from error
            assert time.monotonic() - begun < SLOWEST, f"seed {seed}, {read.__name__}: {data!r}"
            if read is not read_markdown:
                texts = [(it.text, it.parent, it.notes) for it in outline.items]
                assert texts == [(it.text, it.parent, it.notes) for it in again.items], f"seed {seed}: {data!r}"
    assert read_any > 10
    print(f"{tried} damaged outlines, {read_any} times read, seed {seed}")
