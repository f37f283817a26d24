"""What the page « Accessibilité » says: each line is held by a test, or named as a defect.

The words stand here and not in the page so that the tests can read them: a line of `VERIFIE` that no test
holds any more must go, and what axe-core still reports must stand in `NON_CONFORME`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["AUTREMENT", "ETAT", "NON_CONFORME", "VERIFIE", "liste"]

ETAT: Final = (
    "L’atlas vise les règles WCAG 2.2, niveau AA. Il n’a pas été audité selon le RGAA par une personne : "
    "ce qui suit vient de vérifications automatiques, refaites à chaque modification. "
    "Son état est donc « partiellement conforme »."
)

VERIFIE: Final = (
    (
        "**Toutes les pages, carte comprise**, passent les règles d’axe-core 4.14 sans défaut relevé, sur un "
        "ordinateur et sur un téléphone, que le système demande du clair ou du sombre. De même une séance "
        "projetée, et ce qui s’ouvre : fenêtres, filtres, listes de choix, parties dépliées."
    ),
    (
        "**Au clavier** : un lien « Aller au contenu » vient en premier. La touche Tab parcourt chaque page "
        "jusqu’à son dernier lien, entre dans la carte et en ressort, et un trait montre toujours où vous "
        "êtes."
    ),
    (
        "**Sans souris**, vous pouvez chercher un territoire et ouvrir sa fiche, filtrer les projets et en "
        "lire un, composer une comparaison, changer de région, préparer une séance et la projeter."
    ),
    (
        "**Agrandies à 200 %**, ou sur un téléphone de 390 pixels de large, les pages ne débordent pas en "
        "largeur et ne coupent pas leurs textes. Un nom trop long pour un graphique ou pour une ligne de la "
        "liste des projets est abrégé : il est entier dans le tableau du graphique, ou dans la fenêtre du "
        "projet."
    ),
    (
        "**Sans mouvement** : si votre système demande moins d’animations, la carte passe d’une vue à "
        "l’autre d’un coup, et rien d’autre ne bouge."
    ),
    (
        "**En couleurs imposées** par votre système, les mots de toutes les pages restent lisibles, ceux des "
        "graphiques aussi, et ce qui est choisi se voit autrement que par sa couleur. La carte garde les "
        "siennes, avec sa légende."
    ),
    (
        "**Couleurs** : les textes ont un contraste d’au moins 4,5 ; les échelles de couleurs restent "
        "distinctes pour une personne protanope, deutéranope ou tritanope (simulation de Machado, 2009)."
    ),
    "**Graphiques** : chacun est accompagné d’une phrase qui dit le fait principal, et d’un tableau.",
    "**Langue** : la page est annoncée en français, et les boutons de Streamlit sont renommés.",
)

NON_CONFORME: Final = (
    (
        "**La carte** ne se parcourt pas territoire par territoire au clavier. La recherche, en haut de "
        "chaque page, mène à chacun, et les mêmes chiffres se lisent dans les tableaux."
    ),
    (
        "**Les tableaux de « Méthode »**, et celui qui se déplie sous la carte, sont dessinés par Streamlit "
        "sur une toile : un lecteur d’écran en lit une version simplifiée."
    ),
    (
        "**Les fichiers à emporter** (PDF, PPTX, images) n’ont pas été vérifiés avec un lecteur d’écran ; "
        "leurs chiffres sont tous dans les pages."
    ),
    "**Pas de thème sombre** : l’atlas garde ses couleurs claires, même si le système demande du sombre.",
    "**Aucun essai** n’a encore été fait avec des personnes qui utilisent un lecteur d’écran.",
)

AUTREMENT: Final = (
    "Chaque vue a une adresse : elle se partage et se retrouve.",
    "Les données se téléchargent depuis les pages, et se lisent à l’adresse [Données ouvertes](donnees).",
    "Chaque page s’imprime sur du papier A4.",
)


def liste(lignes: Iterable[str]) -> str:
    """The lines as a list in Markdown."""
    return "\n".join(f"- {ligne}" for ligne in lignes)
