"""One search field on every page: what is typed leaves at each key stroke, answers come back as data.

A component of our own, for want of a better one: `st.selectbox` filters in the browser what it was given
whole (35 000 communes), and `streamlit-searchbox` lives in a frame that cuts its list or pushes the page
down, speaks English to screen readers and weighs 800 kB. The keyboard, the list and the words of assistive
technologies are in `static/atlas/commun/recherche.js`; the search itself is `geo.recherche.index`.

The field is a fragment: a key stroke runs nothing else of the page.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final, TypeVar

import streamlit as st

from components.adresses import AdresseCarte, AdresseCommune, AdresseProjets, AdresseTerritoire, barre
from components.html import gabarit
from components.partage import annuaire, donnees
from components.recherche import miens
from components.recherche.destinations import Commune, Piste, Proposition, Siens, destination
from components.statiques import amorce
from erreurs import FichierIllisible
from geo.adresse import AdresseDuMillesime
from geo.filtre import Filtre
from geo.millesimes import MILLESIMES
from geo.recherche import LIMITE, LONGUEUR_MAX

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from components.recherche.destinations import Suite
    from geo.adresse import Parametres
    from geo.recherche import Groupe, Reponse

__all__ = ["CLE", "champ", "ecrire", "millesime_de", "ouvrir", "repondre"]

CLE: Final = "recherche"
"""Key of the component, and class of its place: `.st-key-recherche`."""

SUITE: Final = "recherche-suite"
AVIS: Final = "recherche-avis"
PAGE: Final = "pages/territoire/page.py"
CARTE: Final = "pages/carte/page.py"
COMMUNE: Final = "pages/commune/page.py"
PROJETS: Final = "pages/projets/page.py"
CADRAGES: Final = "cadrages"
"""Key of the number of times that the reader asked the map for a place: asked again, it goes there again."""

LETTRES: Final = 2
"""Letters from which the search answers."""

DEPLIEES: Final = 80
"""Answers that the list holds once unfolded: about 16 kB; what is left is counted and said."""

INVITE: Final = "Commune, code postal, entreprise…"
NOM: Final = (
    "Rechercher une commune, un code postal, une intercommunalité, un territoire, une région, "
    "une entreprise ou un SIRET"
)

SORTES: Final = {
    "territoire": "territoire",
    "commune": "commune",
    "epci": "intercommunalité",
    "departement": "département",
    "region": "région",
    "arrondissement": "arrondissement",
    "recente": "commune plus récente",
    "ancienne": "ancienne commune",
    "ancien_nom": "ancien nom",
    "entreprise": "entreprise",
}
"""Kinds of answers, as a reader reads them."""

RIEN: Final[dict[str, Any]] = {"phrase": "", "lignes": []}
"""What the list shows when there is nothing to show."""

HTML: Final = gabarit(
    """
<div class="atlas-recherche" role="search">
  <label class="atlas-lecteurs" for="atlas-saisie">{nom}</label>
  <input id="atlas-saisie" type="text" role="combobox" placeholder="{invite}" maxlength="{longueur}"
    aria-autocomplete="list" aria-expanded="false" aria-controls="atlas-reponses" autocomplete="off"
    autocapitalize="off" autocorrect="off" spellcheck="false" enterkeyhint="go" data-lettres="{lettres}">
  <div class="atlas-volet" hidden>
    <p class="atlas-phrase" hidden></p>
    <ul id="atlas-reponses" role="listbox" aria-label="Réponses"></ul>
    <p class="atlas-fin" hidden></p>
  </div>
  <span class="atlas-lecteurs" role="status"></span>
</div>
""",
    nom=NOM,
    invite=INVITE,
    longueur=LONGUEUR_MAX,
    lettres=LETTRES,
)

T = TypeVar("T")


_composant = st.components.v2.component(
    "atlas_recherche", html=HTML, js=amorce("commun/recherche.js"), isolate_styles=False
)


def millesime_de(parametres: Parametres) -> int:
    """The millésime that the page shows, by its address."""
    return AdresseDuMillesime.lire(parametres)[0].millesime


def _texte(demande: object) -> str:
    """What was typed, whatever the browser sent."""
    texte = demande.get("texte") if isinstance(demande, dict) else None
    return texte.strip() if isinstance(texte, str) else ""


def _rang(demande: object) -> int:
    rang = demande.get("rang") if isinstance(demande, dict) else None
    return rang if isinstance(rang, int) else 0


def _ligne(reponse: Reponse) -> dict[str, Any]:
    return {
        "sorte": reponse.sorte,
        "cle": reponse.cle,
        "millesime": reponse.millesime,
        "libelle": reponse.libelle,
        "precision": reponse.precision,
        "nature": SORTES[reponse.sorte],
    }


def _lignes(groupes: tuple[Groupe, ...]) -> list[dict[str, Any]]:
    """The lines of the groups; the first line of each carries its heading, but for a lone nameless group."""
    lignes, dernier = [], ""
    for groupe in groupes:
        siennes = [_ligne(reponse) for reponse in groupe.reponses]
        if groupe.titre != dernier:
            siennes[0]["titre"] = dernier = groupe.titre
        lignes += siennes
    return lignes


def repondre(texte: str, *, millesime: int, limite: int = LIMITE) -> dict[str, Any]:
    """What the list shows for what was typed: a sentence, and lines.

    Args:
        texte: What was typed.
        millesime: Year that the page shows.
        limite: Largest number of lines.

    Returns:
        phrase (empty when the lines speak for themselves), lignes: sorte, cle, millesime, libelle, precision,
        nature, titre (on the first line under a heading, empty where a heading ends); total and depliees, how
        many answers there are and how many the unfolded list holds, when they are more than the lines.
    """
    repond = annuaire.index().repondre
    if len(texte) < LETTRES:
        return dict(RIEN)
    trouve = repond(texte, millesime=millesime, limite=limite)
    lignes = _lignes(trouve.groupes)
    reste = {"total": trouve.total, "depliees": min(trouve.total, DEPLIEES)}
    suite = reste if trouve.total > len(lignes) else {}
    sienne = miens.ligne(trouve.siren, millesime=millesime)
    if sienne:
        lignes = [*lignes, {**sienne, "titre": "Dans votre liste"}]
    return {"phrase": trouve.constat, "lignes": lignes, **suite}


def ouvrir(choix: object, *, millesime: int) -> Suite | None:
    """Where a line that the reader chose leads; None when the atlas knows no such line.

    Args:
        choix: sorte, cle and millesime of the line, and the texte that it answered, as the browser sends
            them; nothing of it is believed, the line is looked up again.
        millesime: Year that the page shows.
    """
    if not isinstance(choix, dict):
        return None
    atlas = donnees.atlas()
    annee = choix.get("millesime")
    if choix.get("sorte") == "territoire" and isinstance(annee, int) and annee in MILLESIMES:
        fiche = atlas.fiche(str(choix.get("cle")), annee)
        if fiche is None:
            return None
        ti = fiche.territoire
        return Piste(id_ti=ti["id_ti"], millesime=int(ti["millesime"]), libelle=ti["lib_ti"])
    texte = _texte(choix)
    trouvees = annuaire.index().repondre(texte, millesime=millesime, limite=DEPLIEES)
    if choix.get("sorte") == miens.SORTE:
        return Siens(siren=trouvees.siren) if trouvees.siren == choix.get("cle") else None
    for reponse in trouvees.toutes:
        if (reponse.sorte, reponse.cle) == (choix.get("sorte"), choix.get("cle")):
            return destination(atlas, reponse)
    return None


def ecrire(proposition: Proposition) -> dict[str, Any]:
    """A proposition as the list shows it."""
    lignes = [
        {
            "sorte": "territoire",
            "cle": piste.id_ti,
            "millesime": piste.millesime,
            "libelle": piste.libelle,
            "precision": piste.precision,
            "nature": "territoire",
        }
        for piste in proposition.pistes
    ]
    page = {"page": proposition.page} if proposition.page else {}
    return {"phrase": proposition.phrase, "lignes": lignes, **page}


def _choisir() -> None:
    """The reader chose a line: keep where it leads for the run that comes."""
    choix = st.session_state[CLE].get("choix")
    millesime = millesime_de(barre.parametres())
    suite = _sans_panne(lambda: ouvrir(choix, millesime=millesime))
    if suite is None:
        suite = Proposition(phrase="Cette réponse n’est plus là : tapez de nouveau ce que vous cherchez.")
    if not isinstance(suite, Proposition) or suite.zone:
        st.session_state[SUITE] = suite
    avis = ecrire(suite) if isinstance(suite, Proposition) else RIEN
    st.session_state[AVIS] = {"rang": _rang(choix), **avis}


def _a_montrer() -> dict[str, Any]:
    """What the field must show now: the answers to the last text, or what came of the last choice."""
    demande = st.session_state.get(CLE, {}).get("demande")
    avis = st.session_state.get(AVIS, {"rang": -1})
    rang = _rang(demande)
    if avis["rang"] > rang:
        return dict(avis)
    if demande is None:
        return {"rang": 0, **RIEN}
    millesime = millesime_de(barre.parametres())
    limite = DEPLIEES if demande.get("suite") is True else LIMITE
    trouve = _sans_panne(lambda: repondre(_texte(demande), millesime=millesime, limite=limite))
    return {"rang": rang, **(ecrire(trouve) if isinstance(trouve, Proposition) else trouve)}


def _sans_panne(faire: Callable[[], T]) -> T | Proposition:
    """What `faire` gives, or a sentence when it cannot: the field stands above pages that may be well."""
    try:
        return faire()
    except FichierIllisible as erreur:
        return Proposition(phrase=f"La recherche est indisponible. {erreur}")
    except Exception:  # whatever happens, a reader gets French and the log gets the trace
        logging.getLogger(__name__).exception("La recherche s’est arrêtée.")
        return Proposition(phrase="La recherche s’est arrêtée : le détail est dans le journal du serveur.")


@st.fragment
def champ() -> None:
    """Draw the field; once per page, before anything else."""
    suite = st.session_state.pop(SUITE, None)
    if suite is not None:
        page, parametres = _adresse(suite)
        if page == CARTE:
            st.session_state[CADRAGES] = st.session_state.get(CADRAGES, 0) + 1
        st.switch_page(page, query_params=parametres)
    _composant(
        key=CLE,
        data=_a_montrer(),
        on_demande_change=_ne_rien_faire,
        on_choix_change=_choisir,
    )


def _adresse(suite: Suite) -> tuple[str, Mapping[str, Any]]:
    """Page and parameters that a choice leads to: a sheet, own projects, or the map framed on a place."""
    if isinstance(suite, Commune):
        return COMMUNE, AdresseCommune(code=suite.code, millesime=suite.millesime).ecrire()
    if isinstance(suite, Siens):
        filtre = Filtre(texte=suite.siren, sources=("liste",))
        return PROJETS, AdresseProjets(filtre=filtre).ecrire()
    if isinstance(suite, Proposition):
        millesime = millesime_de(barre.parametres())
        return CARTE, AdresseCarte(zone=suite.zone, millesime=millesime).ecrire()
    adresse = AdresseTerritoire(ti=suite.id_ti, millesime=suite.millesime, commune=suite.commune or None)
    return PAGE, adresse.ecrire()


def _ne_rien_faire() -> None:
    """Streamlit keeps only the values that have a callback."""
