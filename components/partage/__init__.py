"""What all sessions of a server share: the atlas, the search, the projects ready to be filtered."""

from components.partage import annuaire, donnees, projets_prets
from components.partage.communes import listes_des_communes
from components.partage.projets_prets import ProjetsPrets

__all__ = ["ProjetsPrets", "annuaire", "donnees", "listes_des_communes", "projets_prets"]
