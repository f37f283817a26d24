"""One project in full: what was published, what was read in it, where it was placed and how.

Its fields bear the names of the columns of the table (`geo.filtre.TRIS`), and say what the table says.
Published, deduced and edited do not look the same: each line says what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from components.adresses import AdresseTerritoire
from components.html import RIEN, balise, markdown, poser
from francais import NON_RENSEIGNE, nombre, tel_quel
from geo.filtre import FACETTE_DE, NATURES, TRIS, TYPES
from geo.millesimes import colonne_ti
from geo.projets import INCERTAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from components.html import Html
    from geo.atlas import Atlas

__all__ = ["SOURCES", "contenu", "ouvrir"]

SOURCES: Final = {
    "france_relance": "France Relance (DGE), extrait d’avril 2022",
    "inspirant": "Point d’étape à 3 ans, 24 septembre 2021",
    "liste": "votre liste",
}
"""Where a project comes from, as a reader reads it."""

LECTURE: Final = "lecture éditoriale de l’atlas"
"""How the fields that this project read in the descriptions are labelled."""

METHODES: Final = {
    "coordonnées": "d’après les coordonnées publiées",
    "coordonnées réparées": "d’après les coordonnées publiées, réparées",
    "code postal": "au centre du code postal publié",
    "département": "au centre du département : le lieu exact n’est pas connu",
    "commune": "au centre de la commune nommée",
    "aucune": "pas placé sur la carte : les lieux publiés se contredisent ou manquent",
}
"""How the place was found (`geo.contrats.projets.METHODES_PLACEMENT`)."""

Ligne = tuple[str, str, str]
"""A label, its value, and what to know of it."""


def contenu(atlas: Atlas, projet: Mapping[str, Any], millesime: int) -> Html:
    """The sheet of a project, as HTML that is already escaped.

    Args:
        atlas: Gives the names of régions, départements, EPCI and TI.
        projet: A row of `geo.projets.ensemble`.
        millesime: Year of the perimeters in which its territory is said.
    """
    return balise(
        "div",
        _partie("Le projet", _projet(projet)),
        _partie("L’entreprise", _entreprise(projet)),
        _partie("Le lieu", _lieu(atlas, projet), _territoire(atlas, projet, millesime)),
        _partie("D’où vient cette ligne", _provenance(projet)),
        classe="atlas-projet",
    )


def _partie(titre: str, lignes: list[Ligne], suite: Html = RIEN) -> Html:
    rangees = [
        balise(
            "div",
            balise("dt", nom),
            balise("dd", valeur, *([balise("small", note)] if note else [])),
        )
        for nom, valeur, note in lignes
    ]
    return balise("section", balise("h3", titre), balise("dl", *rangees, suite))


def _texte(valeur: object) -> str:
    return NON_RENSEIGNE if valeur is None or pd.isna(valeur) else str(valeur)


def _jour(valeur: object) -> str:
    return NON_RENSEIGNE if pd.isna(valeur) else pd.Timestamp(str(valeur)).strftime("%d/%m/%Y")


def _montant(valeur: object) -> str:
    return NON_RENSEIGNE if pd.isna(valeur) else tel_quel(float(str(valeur)))


def _nombre(valeur: object, decimales: int = 0, unite: str = "") -> str:
    return NON_RENSEIGNE if pd.isna(valeur) else nombre(float(str(valeur)), decimales, unite)


def _taille(valeur: object) -> str:
    return TYPES.get(str(valeur), _texte(valeur))


def _entiere(projet: Mapping[str, Any]) -> str:
    """The whole name of a scheme, where the table shows a shorter one."""
    nom = projet["mesure"]
    return "" if pd.isna(nom) or nom == projet["mesure_light"] else str(nom)


def _projet(projet: Mapping[str, Any]) -> list[Ligne]:
    source, jour = SOURCES.get(str(projet["stade_source"]), ""), _jour(projet["stade_date"])
    muette = FACETTE_DE["nature"].manquant
    nature = muette if pd.isna(projet["nature"]) else NATURES.get(str(projet["nature"]), projet["nature"])
    partage = (
        "" if pd.isna(projet["groupe_emplois"]) else "dits par plusieurs lignes : comptés une seule fois"
    )
    publie = projet["source"] == "france_relance"
    return [
        (TRIS["objet"], _texte(projet["objet"]), LECTURE if publie else ""),
        (TRIS["stade"], _texte(projet["stade"]), f"{source}, au {jour}" if source else ""),
        (TRIS["filiere"], _texte(projet["filiere"]), ""),
        (TRIS["nature"], str(nature), LECTURE if publie and pd.notna(projet["nature"]) else ""),
        (TRIS["mesure"], _texte(projet["mesure_light"]), _entiere(projet)),
        (TRIS["emplois"], _nombre(projet["emplois_prevus"]), partage),
        (TRIS["montant"], _montant(projet["montant_meur"]), ""),
        ("Émissions évitées", _nombre(projet["tco2"], 0, "t de CO₂ par an"), ""),
    ]


def _entreprise(projet: Mapping[str, Any]) -> list[Ligne]:
    notes = []
    publie, siren = projet["siren_publie"], projet["siren"]
    if pd.notna(siren) and not projet["siren_valide"]:
        notes.append("la clé de contrôle de cet identifiant est fausse")
    if pd.notna(publie) and publie != siren:
        notes.append(f"publié : {publie}")
    return [
        (TRIS["entreprise"], _texte(projet["entreprise"]), ""),
        ("SIREN", _texte(siren), " ; ".join(notes)),
        (TRIS["type"], _taille(projet["type_entreprise"]), ""),
    ]


def _lieu(atlas: Atlas, projet: Mapping[str, Any]) -> list[Ligne]:
    lignes = zip(atlas.departements["code"], atlas.departements["nom"], strict=True)
    departements = {code: f"{nom} ({code})" for code, nom in lignes}
    epci = dict(zip(atlas.epci["siren"], atlas.epci["libelle"], strict=True))
    code = projet["code_commune"]
    differe = pd.notna(projet["accord_commune"]) and not projet["accord_commune"]
    nom = _texte(projet["commune"]) + ("" if pd.isna(code) else f" ({code})")
    ecart = projet["ecart_km"]
    lieux = (
        "" if pd.isna(ecart) else f"les lieux publiés sont à {nombre(float(ecart), 1, 'km')} l’un de l’autre"
    )
    publiee = f"commune publiée : {_texte(projet['commune_publiee'])}" if differe else ""
    return [
        (TRIS["commune"], nom, _incertain(projet) or publiee),
        (TRIS["departement"], _nomme(departements, projet["code_departement"]), ""),
        (TRIS["region"], _nomme(atlas.nom_region, projet["code_region"]), ""),
        (TRIS["epci"], _nomme(epci, projet["siren_epci"]), ""),
        (
            "Placement",
            METHODES.get(str(projet["methode_placement"]), _texte(projet["methode_placement"])),
            lieux,
        ),
    ]


def _incertain(projet: Mapping[str, Any]) -> str:
    """Why the place is uncertain; empty when it is not."""
    if not projet["lieu_incertain"]:
        return ""
    dite = f"{projet['commune_publiee']} ({projet['code_postal']})"
    return f"{INCERTAIN} : le code postal et le nom publiés disent {dite}, le point est ici"


def _nomme(noms: Mapping[str, str], code: object) -> str:
    return NON_RENSEIGNE if pd.isna(code) else noms.get(str(code), str(code))


def _territoire(atlas: Atlas, projet: Mapping[str, Any], millesime: int) -> Html:
    """The TI as a line of the list, with a link to its sheet."""
    id_ti = projet[colonne_ti(millesime)]
    if pd.isna(id_ti):
        valeur = f"hors de tout territoire en {millesime}"
    else:
        table = atlas.territoires_de(millesime).set_index("id_ti")["lib_ti"]
        adresse = AdresseTerritoire(ti=str(id_ti), millesime=millesime).lien()
        nom = f"{table[id_ti]} ({id_ti}, millésime {millesime})"
        valeur = balise("a", nom, href=f"./{adresse}", target="_self")
    return balise("div", balise("dt", TRIS["ti"]), balise("dd", valeur))


def _provenance(projet: Mapping[str, Any]) -> list[Ligne]:
    lignes = [
        (TRIS["source"], SOURCES.get(str(projet["source"]), _texte(projet["source"])), ""),
        ("Identifiant", str(projet["id_projet"]), ""),
        (
            TRIS["date"],
            _jour(projet["date"]),
            "date de la ligne publiée : ni celle de la décision d’aide, ni celle de la fin des travaux",
        ),
    ]
    if pd.notna(projet["reparations"]):
        lignes.append(("Réparé", str(projet["reparations"]), ""))
    if pd.notna(projet["doublon_de"]):
        nature = _texte(projet["doublon_nature"])
        lignes.append(
            ("Répétition", f"{nature} du projet {projet['doublon_de']}", "les deux lignes sont gardées")
        )
    return lignes


def ouvrir(atlas: Atlas, projet: Mapping[str, Any], millesime: int, *, a_la_fermeture: Any = "rerun") -> None:
    """Show the sheet above the page; closing it calls `a_la_fermeture`."""

    @st.dialog(markdown(_texte(projet["entreprise"])[:120]), width="large", on_dismiss=a_la_fermeture)
    def _fenetre() -> None:
        poser(contenu(atlas, projet, millesime))

    _fenetre()
