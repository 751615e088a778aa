"""Countries whose holidays can be shown, by name and with ticks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from widgets.common.search_field import SearchField
from widgets.common.words import tr

COUNTRY_TEXTS: Final = {
    "AL": "settings.country.AL",
    "AD": "settings.country.AD",
    "AR": "settings.country.AR",
    "AU": "settings.country.AU",
    "AT": "settings.country.AT",
    "BY": "settings.country.BY",
    "BE": "settings.country.BE",
    "BA": "settings.country.BA",
    "BR": "settings.country.BR",
    "BG": "settings.country.BG",
    "CA": "settings.country.CA",
    "CL": "settings.country.CL",
    "CN": "settings.country.CN",
    "CO": "settings.country.CO",
    "HR": "settings.country.HR",
    "CY": "settings.country.CY",
    "CZ": "settings.country.CZ",
    "DK": "settings.country.DK",
    "EG": "settings.country.EG",
    "EE": "settings.country.EE",
    "FI": "settings.country.FI",
    "FR": "settings.country.FR",
    "GE": "settings.country.GE",
    "DE": "settings.country.DE",
    "GR": "settings.country.GR",
    "HU": "settings.country.HU",
    "IS": "settings.country.IS",
    "IN": "settings.country.IN",
    "ID": "settings.country.ID",
    "IE": "settings.country.IE",
    "IL": "settings.country.IL",
    "IT": "settings.country.IT",
    "JP": "settings.country.JP",
    "KZ": "settings.country.KZ",
    "KE": "settings.country.KE",
    "KR": "settings.country.KR",
    "LV": "settings.country.LV",
    "LT": "settings.country.LT",
    "LU": "settings.country.LU",
    "MY": "settings.country.MY",
    "MT": "settings.country.MT",
    "MX": "settings.country.MX",
    "MD": "settings.country.MD",
    "ME": "settings.country.ME",
    "MA": "settings.country.MA",
    "NL": "settings.country.NL",
    "NZ": "settings.country.NZ",
    "NG": "settings.country.NG",
    "MK": "settings.country.MK",
    "NO": "settings.country.NO",
    "PK": "settings.country.PK",
    "PE": "settings.country.PE",
    "PH": "settings.country.PH",
    "PL": "settings.country.PL",
    "PT": "settings.country.PT",
    "RO": "settings.country.RO",
    "RS": "settings.country.RS",
    "SG": "settings.country.SG",
    "SK": "settings.country.SK",
    "SI": "settings.country.SI",
    "ZA": "settings.country.ZA",
    "ES": "settings.country.ES",
    "SE": "settings.country.SE",
    "CH": "settings.country.CH",
    "TH": "settings.country.TH",
    "TN": "settings.country.TN",
    "TR": "settings.country.TR",
    "UA": "settings.country.UA",
    "AE": "settings.country.AE",
    "GB": "settings.country.GB",
    "US": "settings.country.US",
    "UY": "settings.country.UY",
    "VN": "settings.country.VN",
}


def country_name(code: str) -> str:
    """Return the name of a country, or its code when it is none of ours."""
    return tr(COUNTRY_TEXTS[code]) if code in COUNTRY_TEXTS else code


class Countries(QWidget):
    """A list to tick countries in.

    Signals:
        chosen: the ticks changed (a tuple of codes).
    """

    chosen = Signal(object)

    def __init__(self, chosen: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = list(chosen)
        self.search = SearchField()
        self.search.set_texts(tr("settings.country.find"))
        self.list = QListWidget()
        self.list.setProperty("look", "bare")
        self.list.setAccessibleName(tr("settings.holidays"))
        for code in sorted(
            {*COUNTRY_TEXTS, *self._chosen}, key=lambda code: (code not in self._chosen, country_name(code))
        ):
            item = QListWidgetItem(country_name(code), self.list)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in self._chosen else Qt.CheckState.Unchecked)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.setFixedSize(280, 340)
        self.search.textChanged.connect(self._on_searched)
        self.list.itemChanged.connect(self._on_ticked)

    def _on_searched(self, words: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(words.casefold() not in item.text().casefold())

    def _on_ticked(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
        self._chosen = [code for code in self._chosen if code in ticked] + [c for c in ticked if c not in self._chosen]
        self.chosen.emit(tuple(self._chosen))
