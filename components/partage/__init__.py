"""What all sessions of a server share: the atlas, the search, the projects ready to be filtered."""

from components.partage import annuaire, donnees, projets_prets
from components.partage.projets_prets import ProjetsPrets

__all__ = ["ProjetsPrets", "annuaire", "donnees", "projets_prets"]
