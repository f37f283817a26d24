"""The layers that a reader switches on the map, each declared once: its word, its file, how it is painted.

The address, the choices of the page, the build of the files, the table of towns and the frame of the map all
read this declaration (`components.leaflet.couches` tells it to the frame): one more layer of a kind that is
painted already is one more entry here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = [
    "AUCUNE",
    "AU_DEPART",
    "COUCHES",
    "PAR_DEFAUT",
    "PROGRAMMES",
    "Couche",
    "Marque",
    "Peinture",
    "Trait",
]


class Peinture(StrEnum):
    """What the frame draws a layer with (`static/atlas/carte/couches.js`)."""

    PROJETS = "projets"
    """The projects, gathered where they are many."""

    BORDS = "bords"
    """The borders of the ground itself, which change with the level of detail."""

    TRAITS = "traits"
    """Outlines, as thin lines: the object of the topologies that has the word of the layer."""

    SURFACES = "surfaces"
    """The same, and the name of what is under the pointer."""

    NOMS = "noms"
    """Names of towns, as many as there is room for."""

    MARQUES = "marques"
    """Small marks with a name, which grow as the reader comes near."""

    PLAN = "plan"
    """Tiles, below a ground that lets them through."""


@dataclass(frozen=True, kw_only=True)
class Trait:
    """A thin line.

    Attributes:
        couleur: Name of its colour (`theme.COULEURS`).
        epaisseur: Width in pixels.
        opacite: From 0 to 1.
        tirets: Pixels drawn and left out, « 4 3 »; empty for a whole line.
        signe: Width of the line in the legend, pixels.
    """

    couleur: str
    epaisseur: float
    opacite: float
    tirets: str = ""
    signe: float


@dataclass(frozen=True, kw_only=True)
class Marque:
    """A small mark.

    Attributes:
        forme: Its shape (`static/atlas/carte/marques.js`).
        rayon: Pixels, at a middle zoom.
        couleur: Name of the colour that fills it (`theme.COULEURS`).
        bord: Name of the colour of its outline; None for that of the ground, which the legend leaves out.
        signe: Side of the mark in the legend, pixels.
    """

    forme: str
    rayon: float
    couleur: str
    bord: str | None = None
    signe: float


@dataclass(frozen=True, kw_only=True)
class Couche:
    """One layer of the map.

    Attributes:
        mot: Its word in the address.
        libelle: What a reader sees among the choices.
        peinture: What draws it.
        fichier: File of `static/couches` that it is drawn from; empty for none.
        style: Its line or its mark, where it has one.
        legende: What the legend says of it; empty for nothing.
        rang: Of two layers in the legend, the lower rank comes first; of two lines, it is drawn above.
        programme: Initials of the programme whose towns it shows (table `villes`).
        source: Key of `data/sources/sources.toml` that these towns come from.
        tuiles: Address of its tiles, which the browser asks for only when a reader wants the layer.
        mention: What the map then says of its source.
    """

    mot: str
    libelle: str
    peinture: Peinture
    fichier: str = ""
    style: Trait | Marque | None = None
    legende: str = ""
    rang: int = 9
    programme: str = ""
    source: str = ""
    tuiles: str = ""
    mention: str = ""


def programme(*, sigle: str, source: str, libelle: str, legende: str, style: Marque) -> Couche:
    """The layer of the towns of one programme: word and file have the name of its initials."""
    return Couche(
        mot=sigle.lower(),
        libelle=libelle,
        peinture=Peinture.MARQUES,
        fichier=sigle.lower(),
        style=style,
        legende=legende,
        programme=sigle,
        source=source,
    )


IGN: Final = (
    "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&STYLE=normal&FORMAT=image/png"
    "&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
)

COUCHES: Final = {
    couche.mot: couche
    for couche in (
        Couche(mot="projets", libelle="Projets", peinture=Peinture.PROJETS, fichier="projets"),
        Couche(
            mot="regions",
            libelle="Régions",
            peinture=Peinture.BORDS,
            fichier="territoires",
            style=Trait(couleur="discret", epaisseur=1, opacite=0.75, signe=1.5),
            legende="Limite de région",
            rang=1,
        ),
        Couche(
            mot="epci",
            libelle="EPCI",
            peinture=Peinture.SURFACES,
            fichier="epci",
            style=Trait(couleur="encre_claire", epaisseur=0.6, opacite=0.9, signe=1),
            legende="Limite d’EPCI",
            rang=3,
        ),
        Couche(
            mot="departements",
            libelle="Départements",
            peinture=Peinture.TRAITS,
            fichier="territoires",
            style=Trait(couleur="discret", epaisseur=0.8, opacite=0.8, tirets="4 3", signe=1.5),
            legende="Limite de département",
            rang=2,
        ),
        Couche(mot="villes", libelle="Villes principales", peinture=Peinture.NOMS, fichier="villes"),
        programme(
            sigle="ACV",
            source="acv_2024",
            libelle="Action cœur de ville",
            legende="Action cœur de ville",
            style=Marque(forme="carre", rayon=4.5, couleur="encre", signe=9),
        ),
        programme(
            sigle="PVD",
            source="pvd_2024",
            libelle="Petites villes de demain",
            legende="Petite ville de demain",
            style=Marque(forme="losange", rayon=3, couleur="choix", bord="encre", signe=8),
        ),
        Couche(
            mot="ign", libelle="Fond IGN", peinture=Peinture.PLAN, tuiles=IGN, mention="Fond : IGN, Plan IGN"
        ),
    )
}
"""Every layer by its word, in the order in which they are offered."""

PROGRAMMES: Final = {couche.programme: couche for couche in COUCHES.values() if couche.programme}
"""The layers of the towns of a programme, by its initials: Action cœur de ville, Petites villes de demain."""

AU_DEPART: Final = ("territoires", "projets")
"""Files that every map asks for at once; those of the other layers come when a reader wants them."""

PAR_DEFAUT: Final = ("projets", "regions")
"""Words of the layers that are shown before any choice."""

AUCUNE: Final = "aucune"
"""How the address says that every layer is off."""
