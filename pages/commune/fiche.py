"""The page of a commune, part by part; the page lays them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import AdresseComparer, AdresseProjets, AdresseRegion, AdresseTerritoire
from components.carte import EtatCarte, afficher
from components.chiffres import vignettes
from components.entete import entete as entete_commun
from components.html import RIEN, balise, joindre, poser, tracer
from components.laureats import lister
from components.liens import territoire_lie
from data.sources import charger_registre
from francais import accorder
from geo.fiche import MESURE_DES_DISTANCES, SANS_EPCI, chiffres_de_commune, sources_de_commune
from geo.filtre import Filtre
from geo.indicateurs import LA_FRANCE
from geo.sens import UN_TERRITOIRE
from pages.commune import etat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from components.html import Html
    from geo.atlas import Atlas
    from geo.fiche import Appartenance, Commune

__all__ = ["carte", "chiffres", "entete", "proches", "projets", "sources"]

SANS_CONTOUR: Final = (
    "Séparée d’une autre depuis 2018, date des contours, elle n’a pas de contour à elle : la carte ne la "
    "dessine pas."
)
"""What is said of a commune that the source of the outlines does not know."""


def entete(fiche: Commune, avis: Sequence[str]) -> None:
    """Its name, its territory before anything else, where it is, and what a territory is."""
    region = AdresseRegion(code=fiche.code_region, millesime=fiche.millesime).lien()
    lieux = [
        f"{fiche.departement} ({fiche.code_departement})",
        balise("a", fiche.region, href=region, target="_self"),
        fiche.intercommunalite,
        f"code INSEE {fiche.code}",
    ]
    entete_commun(
        fiche.nom,
        onglet=f"{fiche.nom} · Commune",
        phrase=_situation(fiche),
        chapeau=joindre(lieux, " · ") + balise("small", UN_TERRITOIRE, classe="atlas-definition"),
        millesime=etat.millesime,
        actions=_ouvrir(fiche),
        avis=avis,
    )


def _situation(fiche: Commune) -> Html:
    """Its territory in the year shown, then in the others where it is another one, or the only one."""
    if fiche.ici:
        debut = joindre(("Dans le territoire ", _liee(fiche.ici, fiche.code), f" en {fiche.millesime}. "))
    else:
        debut = joindre([f"Dans aucun Territoire d’industrie en {fiche.millesime}. "])
    return debut + joindre(_autres(fiche))


def _ouvrir(fiche: Commune) -> Callable[[], object] | None:
    """What draws the way to the sheet of its territory, which then says by which commune the reader came."""
    if fiche.ici is None:
        return None
    adresse = AdresseTerritoire(ti=fiche.ici.id_ti, millesime=fiche.millesime, commune=fiche.code)
    return lambda: st.page_link(
        "pages/territoire/page.py",
        label="Ouvrir la fiche du territoire",
        icon=":material/factory:",
        query_params=adresse.ecrire(),
    )


def _autres(fiche: Commune) -> tuple[str, ...]:
    """« En 2023 : Creuse Industrie. »; empty when the other maps say the same."""
    connu = fiche.ici.nom if fiche.ici else ""
    differents = [autre for autre in fiche.ailleurs if autre.nom.replace("–", "-") != connu.replace("–", "-")]
    morceaux: list[str] = []
    for autre in differents:
        morceaux += [f"En {autre.millesime}\u00a0: ", _liee(autre, fiche.code), ". "]
    return tuple(morceaux)


def _liee(sien: Appartenance, code: str) -> Html:
    """A territory, as a link to its sheet, which then says by which commune the reader came."""
    adresse = AdresseTerritoire(ti=sien.id_ti, millesime=sien.millesime, commune=code)
    return balise("a", sien.nom, href=adresse.lien(), target="_self")


def chiffres(atlas: Atlas, fiche: Commune) -> None:
    """The figures of the commune beside those of its EPCI."""
    face = "la France" if fiche.epci == SANS_EPCI else "ceux de son intercommunalité, somme de ses communes"
    poser(
        balise("h2", "Ses chiffres")
        + balise("p", f"Publiés pour la commune, face à {face}.")
        + vignettes(chiffres_de_commune(atlas, fiche))
        + _comparaison(fiche)
    )


def _comparaison(fiche: Commune) -> Html:
    """A link that compares its EPCI, whose figures are those of a territory, with its région and France."""
    if not fiche.siren_epci:
        return RIEN
    objets = (f"epci-{fiche.siren_epci}", f"region-{fiche.code_region}", LA_FRANCE.mot)
    adresse = AdresseComparer(objets=objets, millesime=fiche.millesime).lien()
    lien = balise("a", f"Comparer {fiche.epci} à sa région et à la France", href=adresse, target="_self")
    return balise("p", lien, classe="atlas-chapeau")


def carte(fiche: Commune) -> None:
    """The commune outlined among the territories; a click opens a sheet."""
    afficher(
        EtatCarte(
            millesime=fiche.millesime,
            choisi=fiche.ici.id_ti if fiche.ici else None,
            commune=(fiche.code, fiche.nom),
            cadre=fiche.cadre,
        ),
        cle=etat.CARTE,
        titre=f"Carte de la commune {fiche.nom} et des territoires les plus proches",
        au_clic=etat.presser_la_carte,
    )
    if not fiche.dessinee:
        poser(balise("p", SANS_CONTOUR, classe="atlas-chapeau"))


def proches(fiche: Commune) -> None:
    """The nearest territories, with how far they are and how that is measured."""
    titre = balise("h2", "Autres territoires proches" if fiche.ici else "Territoires les plus proches")
    if not fiche.proches:
        poser(titre + balise("p", fiche.sans_proche))
        return
    lignes = [
        [
            territoire_lie(proche.id_ti, proche.nom, fiche.millesime)
            + balise("small", f"vers {proche.vers}"),
            proche.distance,
        ]
        for proche in fiche.proches
    ]
    table = tracer("Territoires proches", ("Territoire", "Distance"), lignes, chiffres=("Distance",))
    poser(titre + table + balise("p", MESURE_DES_DISTANCES, classe="atlas-chapeau"))


def projets(atlas: Atlas, fiche: Commune) -> None:
    """The projects in the commune, then how many are in its EPCI, with a link to them."""
    ici = atlas.projets[atlas.projets["code_commune"] == fiche.code]
    autour = atlas.projets[atlas.projets["siren_epci"] == fiche.siren_epci] if fiche.siren_epci else ici
    dits = accorder(len(ici), "projet") if len(ici) else "aucun projet"
    phrase = f"Extrait d’avril 2022\u00a0: {dits} dans la commune"
    if fiche.siren_epci:
        phrase += f", {accorder(len(autour), 'projet') if len(autour) else 'aucun'} dans son intercommunalité"
    lien = RIEN
    if len(autour) and fiche.siren_epci:
        filtre = Filtre(epci=(fiche.siren_epci,), millesime=fiche.millesime)
        adresse = AdresseProjets(filtre=filtre).lien()
        lien = balise("a", "Voir ceux de l’intercommunalité", href=adresse, target="_self")
    poser(balise("h2", "Projets France Relance") + balise("p", phrase, ". ", lien, classe="atlas-chapeau"))
    if len(ici):
        lister(ici, cle="commune-projets", legende="Projets France Relance de la commune")


@st.fragment
def sources(millesime: int) -> None:
    """Every source of the page; closed until it is asked for."""
    repli = st.expander(
        "Sources de cette page", key="commune-sources", on_change="rerun", icon=":material/menu_book:"
    )
    with repli:
        if repli.open:
            registre = charger_registre()
            lignes = [balise("li", registre[cle].citation()) for cle in sources_de_commune(millesime)]
            poser(balise("ul", *lignes, classe="atlas-sources"))
