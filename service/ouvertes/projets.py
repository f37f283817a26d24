"""The projects of a query, by the same filter, order and writers as the page « Projets »."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from exports.jour import aujourd_hui
from exports.tables import Contexte, exporter
from geo.adresse import citer, court
from geo.filtre import FACETTE_DE, Filtre, TexteCherche, decrire, filtrer, ordre
from geo.sources import projets_de
from service.ouvertes.contenu import Contenu, citations
from service.ouvertes.lecture import bornes
from service.ouvertes.parametres import pour_les_projets
from service.ouvertes.refus import Faute, Refus

if TYPE_CHECKING:
    from service.ouvertes.lecture import Demande
    from service.ouvertes.matiere import Matiere

__all__ = ["lire_filtre", "projets"]


def projets(matiere: Matiere, demande: Demande, *, format_: str) -> Contenu:
    """The projects that a query keeps, one page of them.

    Args:
        matiere: The atlas and its projects.
        demande: What is asked (`pour_les_projets`).
        format_: Word of `exports.tables.projets.FORMATS`.

    Raises:
        Refus: 404 for a territory that the millésime does not have, 422 for bounds or a text without sense.
    """
    filtre = lire_filtre(matiere, demande)
    rangs = ordre(matiere.preparee, filtrer(matiere.preparee, filtre), filtre.tri, filtre.millesime)
    depuis, fin = bornes(demande, pour_les_projets(matiere))
    contexte = Contexte(
        titre="Projets industriels, Atlas des Territoires d’industrie",
        jour=aujourd_hui(),
        lien=_lien(filtre),
        filtres=tuple(puce.texte for puce in decrire(filtre, matiere.vocabulaires)),
        sources=citations(projets_de(filtre.millesime)),
    )
    fichier = exporter(matiere.preparee.table.iloc[rangs[depuis:fin]], format_, contexte)
    return Contenu(
        nom=fichier.nom, octets=fichier.octets, total=len(rangs), fin=fin, sources=contexte.sources
    )


def _lien(filtre: Filtre) -> str:
    """The page that shows the same projects; without a host, which anybody may write in a request."""
    requete = urlencode(filtre.ecrire(), doseq=True)
    return f"/projets?{requete}" if requete else "/projets"


def lire_filtre(matiere: Matiere, demande: Demande) -> Filtre:
    """The filter of a query whose values are all known, one by one.

    Raises:
        Refus: 404 or 422 when they do not hold together.
    """
    filtre, avis = Filtre.lire(demande, matiere.vocabulaires)
    if not avis:
        return filtre
    for refus in (_hors_du_millesime(matiere, demande, filtre.millesime), _texte(demande), _bornes(demande)):
        if refus:
            raise refus
    raise Refus(statut=422, detail=" ".join(avis))


def _hors_du_millesime(matiere: Matiere, demande: Demande, millesime: int) -> Refus | None:
    connus = matiere.vocabulaires.de(millesime)
    for mot in sorted(FACETTE_DE.keys() & demande.keys()):
        for valeur in demande[mot]:
            if valeur not in connus[mot]:
                remede = f"Il n’existe pas au millésime {millesime} : essayez-en un autre."
                return _refus(404, mot, valeur, remede)
    return None


def _texte(demande: Demande) -> Refus | None:
    avis: list[str] = []
    for texte in demande.get("q", ()):
        TexteCherche().comprendre(texte, avis.append)
    remede = "Écrivez au moins une lettre ou un chiffre, sans caractère invisible, en peu de mots."
    return _refus(422, "q", demande["q"][0], remede) if avis else None


def _bornes(demande: Demande) -> Refus | None:
    for bas, haut in (("du", "au"), ("emplois_min", "emplois_max")):
        if bas in demande and haut in demande and _rang(demande[bas][0]) > _rang(demande[haut][0]):
            remede = f"« {bas} » dépasse « {haut} » : inversez-les, ou retirez l’un des deux."
            return _refus(422, bas, demande[bas][0], remede)
    return None


def _rang(valeur: str) -> int:
    """What orders two months, « 2021-03 », or two numbers."""
    return int(valeur.replace("-", ""))


def _refus(statut: int, mot: str, valeur: str, remede: str) -> Refus:
    faute = Faute(parametre=mot, valeur=court(valeur), remede=remede)
    return Refus(
        statut=statut, detail=f"Paramètre « {mot} », valeur {citer(valeur)} : {remede}", fautes=(faute,)
    )
