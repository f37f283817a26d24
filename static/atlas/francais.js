/* What Streamlit's shell says in English, to assistive technologies or in a dialogue, said in French as soon
   as it is drawn. */
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
  // Title of a dialogue of Streamlit's own -> ours, and what it says whatever Streamlit's reason is.
  const DIALOGUES = {
    "Connection error": [
      "Connexion interrompue",
      "L’atlas ne répond pas pour l’instant. La page reprendra d’elle-même dès qu’il répondra, là où vous en étiez.",
    ],
    "Page not found": ["Page introuvable", "Cette adresse n’existe pas dans l’atlas : voici la carte."],
    "Bad message format": [
      "Message illisible",
      "Une réponse de l’atlas est arrivée abîmée. Rechargez la page : son adresse garde ce que vous aviez choisi.",
    ],
  };
  // Whatever Streamlit says when a file that was asked for could not be made.
  const FICHIER = "Ce fichier n’a pas pu être fait. Réessayez ; si cela persiste, signalez l’adresse de cette page.";
  const choix = Object.keys(NOMS);
  const tous = choix.join(", ");

  function nommer() {
    for (const element of document.querySelectorAll(tous)) {
      const nom = NOMS[choix.find((c) => element.matches(c))];
      if (element.getAttribute("aria-label") !== nom) element.setAttribute("aria-label", nom);
    }
  }

  function dire() {
    for (const titre of document.querySelectorAll('[role="dialog"] [slot="title"]')) {
      const dialogue = DIALOGUES[titre.textContent];
      const corps = titre.nextElementSibling;
      if (!dialogue || !corps) continue;
      titre.textContent = dialogue[0];
      for (const enfant of corps.children) enfant.style.display = "none";
      corps.appendChild(document.createElement("p")).textContent = dialogue[1];
    }
  }

  function excuser() {
    for (const p of document.querySelectorAll('[data-testid="stDownloadButtonError"] p')) {
      if (p.textContent !== FICHIER) p.textContent = FICHIER;
    }
  }

  new MutationObserver(() => {
    nommer();
    dire();
    excuser();
  }).observe(document, { childList: true, subtree: true });
})();
