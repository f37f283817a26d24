/* What the components of the page « Projets » share: elements, a sheet that is there, a file fetched once. */

const fichiers = new Map();

/* An element with a class and words: text only, never HTML. */
export function morceau(nom, classe, texte = "") {
  const element = document.createElement(nom);
  element.className = classe;
  element.textContent = texte;
  return element;
}

export function bouton(classe, texte) {
  const b = morceau("button", classe);
  b.type = "button";
  b.append(morceau("span", "", texte));
  return b;
}

export function enveloppe(element) {
  const li = document.createElement("li");
  li.append(element);
  return li;
}

/* A JSON file, asked for once in the life of the page; a failure is not kept. */
export function charger(adresse) {
  if (!fichiers.has(adresse)) {
    const reponse = fetch(new URL(adresse, document.baseURI)).then((r) => {
      if (!r.ok) throw new Error(`${r.status} ${adresse}`);
      return r.json();
    });
    reponse.catch(() => fichiers.delete(adresse));
    fichiers.set(adresse, reponse);
  }
  return fichiers.get(adresse);
}

/* Nothing is drawn before its sheet is there: a list without style would flash. */
export function habiller(parent) {
  const lien = parent.querySelector("link[rel=stylesheet]");
  if (!lien || lien.sheet) return null;
  return new Promise((pret) => (lien.onload = lien.onerror = pret));
}

/* Without accents, case, hyphens or apostrophes, as the search of the atlas reads names. */
export function plier(texte) {
  const nu = texte.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return nu.replace(/œ/g, "oe").replace(/[-'’]/g, " ").replace(/\s+/g, " ").trim();
}

/* Calls `faire` when the focus goes elsewhere; a press on a label gives it for an instant to what stands around. */
export function auDepart(place, faire) {
  place.addEventListener("focusout", ({ relatedTarget: vers }) => {
    if (vers && !place.contains(vers) && !vers.contains(place)) faire();
  });
}
