"""Decks for PowerPoint and LibreOffice: native text, native charts and tables, maps as crisp pictures."""

from __future__ import annotations

from exports.diaporama.controle import debordements
from exports.diaporama.fichier import diaporama
from exports.diaporama.planche import Planche
from exports.diaporama.region import diaporama_region, planches_region
from exports.diaporama.seance import VueDessinee, diaporama_seance
from exports.diaporama.vues import vue_dessinee

__all__ = [
    "Planche",
    "VueDessinee",
    "debordements",
    "diaporama",
    "diaporama_region",
    "diaporama_seance",
    "planches_region",
    "vue_dessinee",
]
