"""The names that communes bore, or bear since, after INSEE's official code (COG).

The atlas speaks of the communes of 1 January 2021. A reader types the name on the sign of his village: a
commune that merged in 1972, one that was renamed, or one that was made after 2021. Every such name leads to
the communes of 2021 that hold its territory, by the movements that INSEE publishes since 1943.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from geo.contrats import ANCIEN_NOM, ANCIENNE_COMMUNE, ARRONDISSEMENT, COMMUNE_RECENTE
from geo.noms import cle_commune

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Mouvements", "autres_noms"]

JOUR: Final = "2021-01-01"
"""Date of the geography of the atlas; what takes effect that day is in it."""

FIN: Final = "9999-12-31"

CHANGEMENT_DE_NOM: Final = "10"
"""Code of INSEE for a change of name alone."""

COLONNES: Final = ["sorte", "code", "nom", "annee", "commune"]


@dataclass(frozen=True, kw_only=True)
class Mouvements:
    """What became of each code, date by date.

    Attributes:
        suites: By INSEE code, the dates of its movements (ISO, rising) and the codes it then gave.
    """

    suites: Mapping[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]

    @classmethod
    def de(cls, mouvements: pd.DataFrame) -> Mouvements:
        """The movements from commune to commune of INSEE's table (DATE_EFF, COM_AV, COM_AP, TYPECOM_…)."""
        entieres = mouvements[_entieres(mouvements)]
        par_code: dict[str, dict[str, set[str]]] = {}
        for date, avant, apres in zip(
            entieres["DATE_EFF"], entieres["COM_AV"], entieres["COM_AP"], strict=True
        ):
            par_code.setdefault(avant, {}).setdefault(date, set()).add(apres)
        return cls(
            suites={
                code: (tuple(sorted(dates)), tuple(tuple(sorted(dates[d])) for d in sorted(dates)))
                for code, dates in par_code.items()
            }
        )

    def devenir(
        self, code: str, *, apres: str, jusqu_a: str = JOUR, sien: str = "", tout: bool = False
    ) -> set[str]:
        """Codes that hold, on a day, what a code was; itself when nothing happened to it.

        Args:
            code: INSEE code.
            apres: Date (ISO) after which its movements count.
            jusqu_a: That day, included.
            sien: Code that a commune takes again where it is given back.
            tout: Follow all that a divided commune gave, not only what kept its code.
        """
        dates, suites = self.suites.get(code, ((), ()))
        place = bisect_right(dates, apres)
        if place == len(dates) or dates[place] > jusqu_a:
            return {code}
        gardes = set(suites[place])
        if not tout:
            gardes = next(({c} for c in (sien, code) if c in gardes), gardes)
        suivants = {fin for garde in gardes for fin in self.le_jour_meme(garde, code, dates[place])}
        return {
            fin
            for suivant in suivants
            for fin in self.devenir(suivant, apres=dates[place], jusqu_a=jusqu_a, sien=sien, tout=tout)
        }

    def recues(self, suivant: str, code: str, date: str) -> set[str]:
        """Codes of the day that hold what a code gave to another one on a date."""
        return {
            fin
            for recu in self.le_jour_meme(suivant, code, date)
            for fin in self.devenir(recu, apres=date, sien=code)
        }

    def le_jour_meme(self, code: str, avant: str, date: str) -> tuple[str, ...]:
        """What a code that just received another one gave away the same day (« Pont-Farcy » in 2018)."""
        dates, suites = self.suites.get(code, ((), ()))
        if code == avant or date not in dates:
            return (code,)
        ensuite = suites[dates.index(date)]
        return (code,) if code in ensuite or avant in ensuite else ensuite


def autres_noms(mouvements: pd.DataFrame, cog: pd.DataFrame, communes: pd.DataFrame) -> pd.DataFrame:
    """Names that no commune of 2021 bears in the tables, and the communes of 2021 that they lead to.

    Args:
        mouvements: INSEE's table of movements since 1943, as text.
        cog: INSEE's communes of 2026 with associated and delegated communes and arrondissements: TYPECOM,
            COM, LIBELLE, COMPARENT.
        communes: code, nom of 2021.

    Returns:
        sorte (`geo.contrats.SORTES_DE_NOM`), code (INSEE code of what bears or bore the name), nom, annee
        (last year of a name of before, first year of one of since, missing for an arrondissement), commune
        (code of 2021); one row for each commune, sorted.
    """
    noms = dict(zip(communes["code"], communes["nom"], strict=True))
    lignes = [
        *_arrondissements(cog, noms),
        *_recents(mouvements, cog, noms),
        *_anciens(mouvements, noms),
    ]
    table = pd.DataFrame(lignes, columns=COLONNES)
    districts = table["sorte"] == ARRONDISSEMENT
    table["cle"] = table["nom"].map(cle_commune).where(~districts, table["nom"])
    # The newest change of a name, and a commune of today before one that is gone.
    table = table.sort_values(["annee", "sorte", "code"], ascending=[False, False, True])
    table = table.drop_duplicates(["cle", "commune"]).drop(columns="cle")
    return table.astype({"annee": "Int64"}).sort_values(
        ["sorte", "code", "nom", "commune"], ignore_index=True
    )


def _entieres(mouvements: pd.DataFrame) -> pd.Series:
    """Rows from a commune to a commune: those of associated and delegated communes say nothing more."""
    return (mouvements["TYPECOM_AV"] == "COM") & (mouvements["TYPECOM_AP"] == "COM")


def _arrondissements(cog: pd.DataFrame, noms: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    districts = cog[cog["TYPECOM"] == "ARM"]
    for code, nom, commune in zip(
        districts["COM"], districts["LIBELLE"], districts["COMPARENT"], strict=True
    ):
        if commune in noms:
            yield ARRONDISSEMENT, code, nom, None, commune


def _anciens(mouvements: pd.DataFrame, noms: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    """Communes that were gone on the day, and names that were left by then."""
    suite = Mouvements.de(mouvements)
    passes = mouvements[_entieres(mouvements)]
    colonnes = (passes[nom] for nom in ("MOD", "DATE_EFF", "COM_AV", "LIBELLE_AV", "COM_AP"))
    for mod, date, code, nom, suivant in zip(*colonnes, strict=True):
        sorte = ANCIEN_NOM if mod == CHANGEMENT_DE_NOM else ANCIENNE_COMMUNE
        # The tables name the communes of 2021 as in 2022, and some have been renamed or merged since.
        for commune in suite.recues(suivant, code, date) if date <= JOUR else (code,):
            if commune in noms and cle_commune(noms[commune]) != cle_commune(nom):
                yield sorte, code, nom, _derniere(date), commune


def _derniere(date: str) -> int:
    """Year of the last day before a date (ISO): most changes take effect on 1 January."""
    return (dt.date.fromisoformat(date) - dt.timedelta(days=1)).year


def _recents(
    mouvements: pd.DataFrame, cog: pd.DataFrame, noms: Mapping[str, str]
) -> Iterator[tuple[object, ...]]:
    """Communes of today that the day did not have under their name, and what made them."""
    suite = Mouvements.de(mouvements)
    actuelles = cog[cog["TYPECOM"] == "COM"]
    origines: dict[str, list[str]] = {}
    for commune in noms:
        for code in suite.devenir(commune, apres=JOUR, jusqu_a=FIN, tout=True):
            origines.setdefault(code, []).append(commune)
    faites = _annees(mouvements)
    for code, nom in zip(actuelles["COM"], actuelles["LIBELLE"], strict=True):
        de = origines.get(code, ())
        if cle_commune(nom) in {cle_commune(noms[commune]) for commune in de}:
            continue
        for commune in de:
            yield COMMUNE_RECENTE, code, nom, faites.get(code), commune


def _annees(mouvements: pd.DataFrame) -> dict[str, int]:
    """Year of the last movement after the day that gave each code."""
    depuis = mouvements[_entieres(mouvements) & (mouvements["DATE_EFF"] > JOUR)].sort_values("DATE_EFF")
    return {code: int(date[:4]) for code, date in zip(depuis["COM_AP"], depuis["DATE_EFF"], strict=True)}
