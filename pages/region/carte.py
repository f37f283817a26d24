"""The map of a région: its projects, a full disc in a territory and a ring outside, with both counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import AdresseRegion
from components.carte import EtatCarte, afficher, zone
from components.html import balise, poser, tracer
from francais import accorder, nombre
from geo.atlas import REGIONS_D_OUTRE_MER
from geo.millesimes import MILLESIMES
from pages.region import calculs, etat
from pages.region.absente import lien

if TYPE_CHECKING:
    from components.html import Html
    from geo.atlas import Atlas

__all__ = ["montrer", "outre_mer"]


def montrer(atlas: Atlas, adresse: AdresseRegion, nom: str) -> None:
    """Draw the map and say its counts in words."""
    code = str(adresse.code)
    visibles, dedans, dans, hors, sans = calculs.points(atlas, code, adresse.millesime)
    afficher(
        EtatCarte(
            millesime=adresse.millesime,
            visibles=visibles,
            symbole="label",
            dedans=dedans,
            zone=zone(atlas, code),
        ),
        cle=etat.CARTE,
        titre=f"Carte des projets\u00a0: {nom}",
        au_clic=etat.presser_la_carte,
    )
    poser(_comptes(dans, hors, sans, adresse.millesime))


def outre_mer(atlas: Atlas, millesime: int) -> Html:
    """The overseas régions one by one, which a single map cannot show together: their counts and a link."""
    lignes = []
    for code in REGIONS_D_OUTRE_MER:
        _, _, dans, hors, _ = calculs.points(atlas, code, millesime)
        adresse = AdresseRegion(code=code, millesime=millesime)
        lignes.append([lien(adresse, atlas.nom_region[code]), nombre(dans), nombre(hors)])
    tetes = ("● En territoire", "○ Hors")
    return balise("h3", "Région par région") + tracer(
        "Projets des régions d’outre-mer", ("Région", *tetes), lignes, chiffres=tetes
    )


def _comptes(dans: int, hors: int, sans: int, millesime: int) -> Html:
    total = dans + hors
    if not total + sans:
        rien = "Aucun projet de l’extrait d’avril 2022 de France Relance n’est dans cette région."
        return balise("p", rien, classe="atlas-region-comptes")
    retrospectif = ", rétrospectif" if MILLESIMES[millesime].retrospectif else ""
    part = f" ({nombre(100 * dans / total, 0, '%')}{retrospectif})" if total else ""
    suite = f" · {accorder(sans, 'projet')} sans commune connue" if sans else ""
    return balise(
        "p",
        balise("b", f"● {nombre(dans)}"),
        f" dans un territoire{part} · ",
        balise("b", f"○ {nombre(hors)}"),
        f" hors des territoires{suite}. Cliquez sur un territoire pour ouvrir sa fiche.",
        classe="atlas-region-comptes",
    )
