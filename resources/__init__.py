"""Data that travels with the program: texts, themes, icons, fonts, templates. No code but a way to find it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
