"""The map of each view of a séance: what the frame is told, and the words of its legend.

Every view tells projects apart in the same way (a full disc in a territory, a ring outside), so that the
frame makes its marks once; the legend stands under the map, in letters that a room can read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from components.carte import SEPARATEUR, EtatCarte, zone
from components.leaflet import lot
from data.couches import magasin
from francais import accorder, nombre
from geo.atlas import OM
from geo.couches import PAR_DEFAUT
from geo.filtre import bits, filtrer
from geo.millesimes import colonne_ti
from geo.territoires import territoires_de
from theme import COULEURS

if TYPE_CHECKING:
    import numpy.typing as npt

    from components.partage import ProjetsPrets
    from geo.atlas import Atlas
    from geo.indicateurs import Objet
    from geo.seance import Vue

    Masque = npt.NDArray[np.bool_]

__all__ = ["Carte", "carte_de", "prechargements", "vierge"]

SANS_PROJETS: Final = tuple(couche for couche in PAR_DEFAUT if couche != "projets")
TERRITOIRE: Final = {"signe": "territoire", "texte": "Territoire d’industrie"}
SES_TERRITOIRES: Final = {"signe": "territoire", "texte": "Ses territoires"}
GRAPPE: Final = {"signe": "grappe", "texte": "plusieurs projets"}


@dataclass(frozen=True, kw_only=True)
class Carte:
    """A map and its legend.

    Attributes:
        etat: What the frame shows.
        legende: Signs (a class of `seance.css`, may be empty) and their words, in order.
    """

    etat: EtatCarte
    legende: tuple[dict[str, str], ...]


def carte_de(prets: ProjetsPrets, vue: Vue) -> Carte | None:
    """The map of a view; None for a view of bars."""
    if not vue.carte:
        return None
    if vue.objet is None:
        return _selection(prets, filtrer(prets.preparee, vue.filtre), vue)
    faire = {"france": _france, "region": _region, "ti": _territoire}[vue.objet.sorte]
    return faire(prets, vue.objet, vue.millesime)


def vierge(millesime: int) -> EtatCarte:
    """The map before the first view, which the browser puts on it: a run never tells it another one."""
    return EtatCarte(millesime=millesime, couches=SANS_PROJETS)


def _etat(prets: ProjetsPrets, millesime: int, masque: Masque | None = None, **plus: Any) -> EtatCarte:
    """The same marks for every view: only which ones are shown differs."""
    dedans = prets.projets[colonne_ti(millesime)].notna().to_numpy()
    montres = masque if masque is not None else np.zeros(len(prets.projets), dtype=np.bool_)
    couches = PAR_DEFAUT if masque is not None else SANS_PROJETS
    return EtatCarte(
        **{
            "millesime": millesime,
            "couches": couches,
            "visibles": bits(montres),
            "symbole": "label",
            "dedans": bits(dedans),
            "ajouts": prets.ajouts,
            **plus,
        }
    )


def _france(prets: ProjetsPrets, _objet: Objet, millesime: int) -> Carte:
    return Carte(etat=_etat(prets, millesime), legende=(TERRITOIRE,))


def _region(prets: ProjetsPrets, objet: Objet, millesime: int) -> Carte:
    atlas = prets.atlas
    cadre = zone(atlas, objet.code)
    codes = {cadre.removeprefix("region-")}
    masque = prets.projets["code_region"].isin(codes).to_numpy()
    ou = ({"signe": "", "texte": f"Carte\u00a0: {atlas.nom_region[next(iter(codes))]}"},)
    couleur = _siens(atlas, sorted(codes), millesime)
    siens = () if territoires_de(atlas, objet.code, millesime).empty else (SES_TERRITOIRES,)
    return Carte(
        etat=_etat(prets, millesime, masque, zone=cadre, couleur=couleur),
        legende=(*(ou if objet.code == OM else ()), *siens, *_comptes(prets, masque, millesime)),
    )


def _siens(atlas: Atlas, codes: list[str], millesime: int) -> dict[str, Any]:
    """The territories of a région in the colour of territories, the others as pale as the ground."""
    siens = {ti for code in codes for ti in territoires_de(atlas, code, millesime)["id_ti"]}
    ids = sorted(atlas.territoires_de(millesime)["id_ti"])
    lignes = [{"couleur": COULEURS["territoire"]}, {"couleur": COULEURS["terre"]}]
    return {
        "classes": "".join("1" if ti in siens else "2" for ti in ids),
        "valeurs": SEPARATEUR.join("dans la région" if ti in siens else "hors de la région" for ti in ids),
        "unite": "",
        "legende": {"titre": "", "precision": "", "lignes": lignes},
    }


def _territoire(prets: ProjetsPrets, objet: Objet, millesime: int) -> Carte:
    fiche = prets.atlas.fiche(objet.code, millesime)
    assert fiche is not None, objet.code
    masque = (prets.projets[colonne_ti(millesime)] == objet.code).to_numpy(dtype=np.bool_, na_value=False)
    tous = tuple(fiche.groupements["siren"])
    sirens = tous if len(tous) > 1 else ()  # the name of an only one stands under the title, not on the marks
    limites = ({"signe": "groupement", "texte": "Limite de groupement"},) if sirens else ()
    return Carte(
        etat=_etat(prets, millesime, masque, choisi=objet.code, groupements=sirens),
        legende=(
            {"signe": "choisi", "texte": "Le territoire"},
            *limites,
            *_siens_seuls(prets, masque),
        ),
    )


def _selection(prets: ProjetsPrets, masque: Masque, vue: Vue) -> Carte:
    """The map goes where the whole selection is: a territory, a région, else France."""
    filtre = vue.filtre
    choisi = filtre.ti[0] if len(filtre.ti) == 1 else None
    regions = prets.projets.loc[masque, "code_region"].dropna().unique().tolist()
    cadre = f"region-{regions[0]}" if len(regions) == 1 and not choisi else ""
    etat = _etat(prets, filtre.millesime, masque, choisi=choisi, zone=cadre, selection=True)
    return Carte(etat=etat, legende=(TERRITOIRE, *_comptes(prets, masque, filtre.millesime)))


def _comptes(prets: ProjetsPrets, masque: Masque, millesime: int) -> tuple[dict[str, str], ...]:
    """The two marks and how many of each the map shows: a project without a place is on no map."""
    places = masque & prets.projets["latitude"].notna().to_numpy()
    dedans = prets.projets[colonne_ti(millesime)].notna().to_numpy()
    dans, hors = int((places & dedans).sum()), int((places & ~dedans).sum())
    marques = [
        {"signe": "dedans", "texte": f"{accorder(dans, 'projet')} dans un territoire"},
        {"signe": "dehors", "texte": f"{nombre(hors)} hors des territoires"},
    ]
    montrees = [marque for marque, combien in zip(marques, (dans, hors), strict=True) if combien]
    return (*montrees, *([GRAPPE] if dans + hors > 1 else []))


def _siens_seuls(prets: ProjetsPrets, masque: Masque) -> tuple[dict[str, str], ...]:
    """The projects of a territory: all of them are inside."""
    places = int((masque & prets.projets["latitude"].notna().to_numpy()).sum())
    marque = {"signe": "dedans", "texte": accorder(places, "projet")}
    return (*([marque] if places else []), *([GRAPPE] if places > 1 else []))


def prechargements(vues: list[Carte], *, reserve: bool = False) -> list[str]:
    """Addresses, as the frame writes them, of what it will need beyond its first layers.

    Args:
        vues: The maps that are shown for sure.
        reserve: Whether any territory may be asked for.
    """
    config = lot.configuration(magasin.index())
    groupements = [config["couches"]["epci"]] if reserve or any(c.etat.groupements for c in vues) else []
    de_pres = reserve or any(c.etat.choisi or c.etat.zone for c in vues)
    fins = [adresse for _, adresse in sorted(config["fins"].items())] if de_pres else []
    ajouts = dict.fromkeys(ajout for c in vues for ajout in c.etat.ajouts)
    return [*ajouts, *groupements, *fins]
