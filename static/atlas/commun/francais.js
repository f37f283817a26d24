/* What Streamlit's shell says in English, to assistive technologies or in a dialogue, said in French as soon
   as it is drawn. No module: it stands in the page itself and runs as the page is read (service/page.py). */
(() => {
  const ATLAS = "Atlas des Territoires d’industrie";
  /** @type {Record<string, string>} */
  const NOMS = {
    '[data-testid="stSkipToContent"]': "Aller au contenu",
    '[data-testid="stTopNav"], [data-testid="stSidebarNav"]': "Pages de l’atlas",
    '[data-testid="stLogoLink"]': "Atlas des Territoires d’industrie : revenir à la carte",
    '[data-testid="stHeaderLogo"], [data-testid="stSidebarLogo"]': ATLAS,
    '[data-testid="stSidebar"]': "Navigation",
    '[aria-label="Expand sidebar"]': "Ouvrir la navigation",
    '[aria-label="Collapse sidebar"]': "Fermer la navigation",
    '[aria-label="Link to heading"]': "Lien vers ce titre",
    '[aria-label="Open"]': "Ouvrir la liste",
    '[aria-label="Close"], [aria-label="Dismiss"]': "Fermer",
    '[aria-label="Clear all"]': "Tout retirer",
    '[aria-label="Add files"]': "Choisir un autre fichier",
    '[data-testid="stFileUploaderDropzoneInput"]': "Choisir un fichier",
    '[aria-label="Selected values"]': "Ce qui est choisi",
    '[data-testid="stSelectboxVirtualDropdown"], [data-testid="stMultiSelectDropdown"]': "Choix possibles",
  };
  // Roles that Streamlit forgets, or that say « nothing » of what has a name: a list that stands outside any part of
  // the page, the place where a file is dropped.
  const ROLES = {
    '[data-testid="stSelectboxVirtualDropdown"], [data-testid="stMultiSelectDropdown"]': "region",
    '[data-testid="stFileUploaderDropzone"]': "group",
  };
  // Title of a dialogue of Streamlit's own -> ours, and what it says whatever Streamlit's reason is.
  /** @type {Record<string, [string, string]>} */
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
      const nom = NOMS[choix.find((c) => element.matches(c)) ?? ""];
      if (element.getAttribute("aria-label") !== nom) element.setAttribute("aria-label", nom);
    }
    for (const [lieu, role] of Object.entries(ROLES)) {
      for (const element of document.querySelectorAll(lieu)) {
        if (element.getAttribute("role") !== role) element.setAttribute("role", role);
      }
    }
  }

  /* What bears the name of a choice, and what is said aloud while a list is narrowed down. */
  function compter() {
    for (const element of document.querySelectorAll('[aria-label^="Remove "]')) {
      element.setAttribute("aria-label", (element.getAttribute("aria-label") ?? "").replace("Remove", "Retirer"));
    }
    for (const { firstChild: texte } of document.querySelectorAll('[data-testid="stSkipToContent"]')) {
      if (texte instanceof Text && texte.data !== "Aller au contenu") texte.data = "Aller au contenu";
    }
    for (const champ of document.querySelectorAll('[placeholder="Choose an option"]')) {
      champ.setAttribute("placeholder", "Choisissez");
    }
    for (const image of document.querySelectorAll('img[alt="Logo"]')) image.setAttribute("alt", ATLAS);
    for (const phrase of document.querySelectorAll('[data-live-announcer] [role="log"] > *')) {
      const dite = phrase.textContent
        .replace(/^([\d,]+) options? available\.?$/, (_, n) => `${n.replaceAll(",", "\u202f")} choix possibles.`)
        .replace(/, selected$/, ", choisi");
      if (phrase.textContent !== dite) phrase.textContent = dite;
    }
    // pages that find no room at the head of a narrow window; the text is changed in its place, where React writes it again
    for (const { firstChild: texte } of document.querySelectorAll('[data-testid="stTopNavSection"] p')) {
      if (texte instanceof Text && /^\d+ more$/.test(texte.data)) texte.data = texte.data.replace("more", "autres");
    }
  }

  function dire() {
    for (const titre of document.querySelectorAll('[role="dialog"] [slot="title"]')) {
      const dialogue = DIALOGUES[titre.textContent ?? ""];
      if (titre.textContent?.endsWith("introuvable")) intituler();
      const corps = titre.nextElementSibling;
      if (!dialogue || !corps) continue;
      titre.textContent = dialogue[0];
      for (const enfant of corps.children) /** @type {HTMLElement} */ (enfant).style.display = "none";
      corps.appendChild(document.createElement("p")).textContent = dialogue[1];
    }
  }

  /* While it is said that the address leads nowhere, so does the browser's tab; then it names the page again. */
  let page = "";
  function intituler() {
    if (document.title.startsWith("Page introuvable")) return;
    page = document.title;
    document.title = `Page introuvable · ${ATLAS}`;
  }
  function rendre() {
    if (!page || document.querySelector('[role="dialog"]')) return;
    document.title = page;
    page = "";
  }

  function excuser() {
    for (const p of document.querySelectorAll('[data-testid="stDownloadButtonError"] p')) {
      if (p.textContent !== FICHIER) p.textContent = FICHIER;
    }
  }

  /* What stands where a file is dropped: sizes, and why one is refused; texts are changed in their place, where React
     writes them again. */
  const UNITES = { B: "octets", KB: "ko", MB: "Mo", GB: "Go" };
  const REFUS =
    "Ce type de fichier n’est pas accepté : il faut un CSV, un XLSX, un GeoJSON ou une liste enregistrée ici.";
  /** @param {string} texte */
  function mesurer(texte) {
    return texte
      .replace(/\b(\d+)\.(\d)(B|KB|MB|GB)\b/g, (_, entier, dixieme, /** @type {keyof typeof UNITES} */ unite) => {
        const taille = dixieme === "0" ? entier : `${entier},${dixieme}`;
        return `${taille}\u202f${UNITES[unite]}`;
      })
      .replace(/^File must be (.+) or smaller\.$/, "Ce fichier dépasse $1 : l’atlas ne le lit pas.")
      .replace(/^\S* files are not allowed\.$/, REFUS)
      .replace(/^Error: $/, "")
      .replace(/^add icon$/, "");
  }

  function televerser() {
    for (const depot of document.querySelectorAll('[data-testid="stFileUploader"]')) {
      const textes = document.createTreeWalker(depot, NodeFilter.SHOW_TEXT);
      for (let noeud = textes.nextNode(); noeud; noeud = textes.nextNode()) {
        const dit = mesurer(noeud.nodeValue ?? "");
        if (dit !== noeud.nodeValue) noeud.nodeValue = dit;
      }
      for (const puce of depot.querySelectorAll('[data-testid="stFileChip"]')) {
        const nom = puce.getAttribute("aria-label") ?? "";
        if (mesurer(nom) !== nom) puce.setAttribute("aria-label", mesurer(nom));
      }
    }
  }

  // Called by the few bytes that fetch the script of a component (components/statiques/amorce.py), when it cannot be read.
  window.atlasAbsent = (lieu, fichier) => {
    lieu.textContent = `Cette partie de la page ne s’affiche pas : « static/atlas/${fichier} », ou un fichier qu’il lui faut, n’a pas pu être lu. Rechargez la page ; si cela persiste, dites-le à qui tient ce serveur.`;
  };

  new MutationObserver(() => {
    nommer();
    compter();
    dire();
    rendre();
    excuser();
    televerser();
  }).observe(document, { childList: true, characterData: true, subtree: true });
})();
