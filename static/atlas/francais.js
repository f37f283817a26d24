/* What Streamlit's shell says in English to assistive technologies, said in French as soon as it is drawn. */
(function () {
  "use strict";

  const NOMS = {
    '[data-testid="stSkipToContent"]': "Aller au contenu",
    '[data-testid="stTopNav"], [data-testid="stSidebarNav"]': "Pages de l’atlas",
    '[data-testid="stLogoLink"]': "Atlas des Territoires d’industrie : revenir à la carte",
    '[data-testid="stHeaderLogo"], [data-testid="stSidebarLogo"]': "Atlas des Territoires d’industrie",
    '[data-testid="stSidebar"]': "Navigation",
    '[aria-label="Expand sidebar"]': "Ouvrir la navigation",
    '[aria-label="Collapse sidebar"]': "Fermer la navigation",
    '[aria-label="Link to heading"]': "Lien vers ce titre",
    '[aria-label="Open"]': "Ouvrir la liste",
    '[aria-label="Close"]': "Fermer",
  };
  const choix = Object.keys(NOMS);
  const tous = choix.join(", ");

  function nommer() {
    for (const element of document.querySelectorAll(tous)) {
      const nom = NOMS[choix.find((c) => element.matches(c))];
      if (element.getAttribute("aria-label") !== nom) element.setAttribute("aria-label", nom);
    }
  }

  new MutationObserver(nommer).observe(document, { childList: true, subtree: true });
})();
