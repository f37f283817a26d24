"""`/donnees`: what a person reads before writing a program, made from the same declarations.

One small page without any script, whose sheet stands in it: it opens at once, and where scripts are blocked.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from components.html import balise, gabarit, joindre, style
from francais import nombre
from geo.millesimes import MILLESIMES
from geo.sources import projets_de, sources_de
from service.ouvertes.adresses import PREFIXE, adresses
from service.ouvertes.contenu import LICENCE, citations
from service.ouvertes.reponses import LICENCE_EN_LIGNE, TEXTE, Reponse
from theme import COULEURS, NOM, POLICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from components.html import Html
    from service.ouvertes.adresses import Adresse
    from service.ouvertes.matiere import Matiere
    from service.ouvertes.parametres import Parametre

__all__ = ["Page"]

STYLE: Final = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
DITES_MAX: Final = 20
"""Values that the page lists; a longer list stands in the description."""

CHAPEAU: Final = (
    "Ce que montrent les pages, en fichiers à télécharger ou à lire par un programme, sans clé ni compte. "
    "Les fichiers sont faits par le même code que les pages et leurs téléchargements : les chiffres sont "
    "les mêmes."
)
USAGES: Final = (
    (
        "Par morceaux",
        (
            "« limite » et « depuis » découpent une réponse. L’en-tête X-Total-Count donne le nombre de "
            "lignes en tout ; l’en-tête Link, l’adresse de la page suivante."
        ),
    ),
    (
        "Sans tout retélécharger",
        (
            "Renvoyez l’en-tête ETag d’une réponse dans If-None-Match : si rien n’a changé, le serveur "
            "répond 304, sans contenu."
        ),
    ),
    (
        "Depuis une autre page web",
        "La lecture est ouverte à toutes les origines (CORS), sans témoin de connexion.",
    ),
    (
        "En cas de faute",
        (
            "Un paramètre inconnu, une valeur fausse ou répétée est refusé : la réponse, en français, nomme "
            "le paramètre, cite sa valeur et donne le remède (application/problem+json). Rien n’est "
            "ignoré en silence."
        ),
    ),
    (
        "Les vides",
        "Une valeur vide (CSV) ou nulle (GeoJSON, Parquet) n’est pas renseignée : ce n’est pas zéro.",
    ),
    (
        "Dans un tableur",
        (
            "Les CSV s’ouvrent tels quels : points-virgules, virgules décimales, UTF-8. Les sources et les "
            "filtres sont au pied du fichier, après une ligne vide."
        ),
    ),
)


SOURCES: Final = sources_de(*(projets_de(millesime) for millesime in MILLESIMES))
"""What the page cites: its files are of every year."""


@dataclass(frozen=True)
class Page:
    """The page.

    Attributes:
        police: Address of the typeface, relative to the page; the system's without it.
    """

    police: str = ""

    def __call__(self, matiere: Matiere) -> Reponse:
        """`/donnees`."""
        entetes = {"content-type": f"text/html{TEXTE}", "content-language": "fr"}
        return Reponse.de(self._ecrire(matiere).encode(), entetes)

    def _ecrire(self, matiere: Matiere) -> Html:
        tete = (
            balise("meta", charset="utf-8"),
            balise("meta", name="viewport", content="width=device-width, initial-scale=1"),
            balise("title", f"Données ouvertes · {NOM}"),
            style(self._style()),
        )
        corps = (balise("header", _lien("./", NOM)), balise("main", *_contenu(matiere)), _pied())
        page = balise("html", balise("head", *tete), balise("body", *corps), lang="fr")
        return gabarit("<!doctype html>\n{page}\n", page=page)

    def _style(self) -> str:
        proprietes = " ".join(f"--{nom.replace('_', '-')}: {valeur};" for nom, valeur in COULEURS.items())
        fonte = (
            f"@font-face {{ font-family: 'Source Sans'; src: url('{self.police}') format('woff2'); "
            "font-weight: 200 900; font-display: swap; }\n"
            if self.police
            else ""
        )
        return f"{fonte}:root {{ {proprietes} --police: {POLICE}; }}\n{STYLE}"


def _contenu(matiere: Matiere) -> Iterable[Html]:
    yield balise("h1", "Données ouvertes")
    yield balise("p", CHAPEAU, classe="chapeau")
    sommaire = (balise("li", _lien(f"#{_ancre(a)}", a.resume)) for a in adresses())
    description = _lien("donnees/openapi.json", "description OpenAPI")
    yield balise("nav", balise("ul", *sommaire), aria_label="Fichiers")
    yield balise(
        "p",
        "Pour un programme : ",
        description,
        ", d’où viennent ces listes. Tout est sous ",
        _licence(),
        " : citez les sources.",
    )
    yield from (_adresse(adresse, matiere) for adresse in adresses())
    yield balise("h2", "S’en servir")
    yield balise("dl", *(balise("dt", t) + balise("dd", sens) for t, sens in USAGES))


def _licence() -> Html:
    return balise("a", LICENCE, href=LICENCE_EN_LIGNE, rel="license")


def _adresse(adresse: Adresse, matiere: Matiere) -> Html:
    tout = f"donnees/{adresse.fichier}"
    exemple = f"{tout}?{adresse.exemple}"
    parametres = adresse.parametres(matiere)
    dites = adresse.colonnes
    return balise(
        "section",
        balise("h2", adresse.resume, id=_ancre(adresse)),
        balise("p", adresse.sens),
        balise("p", "Tout : ", _lien(tout, adresse.chemin), classe="adresse"),
        balise("p", "Exemple : ", _lien(exemple, f"{adresse.chemin}?{adresse.exemple}"), classe="adresse"),
        _pli(f"Paramètres ({len(parametres)})", _parametres(parametres)),
        _pli(f"Colonnes ({len(dites)})", _colonnes(dites)),
        aria_labelledby=_ancre(adresse),
    )


def _pli(titre: str, contenu: Html) -> Html:
    return balise("details", balise("summary", titre), contenu)


def _parametres(parametres: Iterable[Parametre]) -> Html:
    tete = _rangee("th", "Paramètre", "Sens", "Valeurs")
    rangees = (
        balise(
            "tr",
            balise("th", balise("code", p.nom), scope="row"),
            balise("td", p.sens + (" Se répète." if p.plusieurs else "")),
            balise("td", _valeurs(p)),
        )
        for p in parametres
    )
    return _table(tete, rangees)


def _colonnes(dites: Mapping[str, str]) -> Html:
    rangees = (
        balise("tr", balise("th", nom, scope="row"), balise("td", sens)) for nom, sens in dites.items()
    )
    return _table(_rangee("th", "Colonne", "Sens"), rangees)


def _table(tete: Html, rangees: Iterable[Html]) -> Html:
    table = balise("table", balise("thead", tete), balise("tbody", *rangees))
    return balise("div", table, classe="table", tabindex="0", role="region", aria_label="Tableau")


def _rangee(case: str, *textes: str) -> Html:
    return balise("tr", *(balise(case, texte, scope="col") for texte in textes))


def _valeurs(parametre: Parametre) -> Html:
    """What may be written, and what is understood when nothing is."""
    schema = parametre.schema
    permises: str
    if len(parametre.valeurs) > DITES_MAX:
        liste = _lien(f"{PREFIXE.removeprefix('/')}/openapi.json", "liste")
        permises = gabarit("{combien} valeurs ({liste})", combien=nombre(len(parametre.valeurs)), liste=liste)
    elif parametre.valeurs:
        permises = joindre((balise("code", valeur) for valeur in parametre.valeurs), ", ")
    elif schema["type"] == "integer":
        permises = f"de {nombre(schema['minimum'])} à {nombre(schema['maximum'])}"
    elif "pattern" in schema:
        permises = "un mois, comme " + balise("code", "2021-03")
    else:
        permises = f"{nombre(schema['maxLength'])} caractères au plus"
    defaut = schema.get("default")
    return joindre([permises] if defaut is None else [permises, " ; sinon ", balise("code", defaut)])


def _lien(adresse: str, texte: str) -> Html:
    return balise("a", texte, href=adresse)


def _ancre(adresse: Adresse) -> str:
    return adresse.fichier.replace(".", "-")


def _pied() -> Html:
    lignes = (balise("span", source) for source in citations(SOURCES))
    return balise("footer", *lignes, aria_label="Sources et licences")
