/* What a reader asks his own browser to keep (his list, his selections): IndexedDB, on his computer alone.
   Each thing has a name (« liste:mes-projets »); what it holds is a text that Python wrote and checks again when it
   comes back. A failure is an error whose message is the French sentence to show. */

const BASE = "atlas-territoires";
const VERSION = 1; // of the base: a later one adds to `installer`, and never loses what is there
const RAYON = "gardes";

const REFUS =
  "Ce navigateur ne garde rien pour ce site (navigation privée, ou stockage refusé). Enregistrez plutôt un fichier.";
const PLEIN =
  "Ce navigateur n’a plus de place pour garder cela. Effacez ce qu’il garde déjà, ou enregistrez plutôt un fichier.";
const AILLEURS =
  "Une version plus récente de l’atlas est ouverte dans un autre onglet : fermez-le, puis rechargez cette page.";

/** @typedef {{nom: string, date: string, contenu: string}} Garde what is kept: `date` is the ISO instant of its keeping */
/** @typedef {{nom: string, date: string, taille: number}} Etiquette what is said of it: `taille` in characters */

/** @type {Promise<IDBDatabase> | null} */
let base = null;

/**
 * What is kept under a name; null for nothing.
 * @param {string} nom
 * @returns {Promise<Garde | null>}
 */
export async function lire(nom) {
  return (await faire("readonly", (rayon) => rayon.get(nom))) ?? null;
}

/**
 * Keeps a text under a name, in the place of what was there.
 * @param {string} nom
 * @param {string} contenu
 * @returns {Promise<Etiquette>}
 */
export async function ecrire(nom, contenu) {
  const date = new Date().toISOString();
  await faire("readwrite", (rayon) => rayon.put({ nom, date, contenu }));
  return { nom, date, taille: contenu.length };
}

/**
 * Forgets what is kept under a name; nothing there is no failure.
 * @param {string} nom
 */
export async function effacer(nom) {
  await faire("readwrite", (rayon) => rayon.delete(nom));
}

/**
 * What is kept under the names that begin so, by name.
 * @param {string} debut
 * @returns {Promise<Etiquette[]>}
 */
export async function lister(debut = "") {
  const gardes = await faire("readonly", (rayon) => rayon.getAll(IDBKeyRange.bound(debut, `${debut}\uffff`)));
  return gardes.map((/** @type {Garde} */ { nom, date, contenu }) => ({ nom, date, taille: contenu.length }));
}

/**
 * One gesture, done when its transaction is.
 * @param {IDBTransactionMode} mode
 * @param {(rayon: IDBObjectStore) => IDBRequest} geste
 * @returns {Promise<any>} what the request gives
 */
async function faire(mode, geste) {
  try {
    const transaction = (await ouvrir()).transaction(RAYON, mode);
    return await new Promise((pret, echec) => {
      const demande = geste(transaction.objectStore(RAYON));
      transaction.oncomplete = () => pret(demande.result);
      transaction.onabort = () => echec(transaction.error);
    });
  } catch (erreur) {
    base = null; // the next gesture opens it again
    throw new Error(phrase(erreur), { cause: erreur });
  }
}

function ouvrir() {
  base ??= new Promise((pret, echec) => {
    const demande = indexedDB.open(BASE, VERSION);
    demande.onupgradeneeded = () => installer(demande.result);
    demande.onerror = () => echec(demande.error);
    demande.onsuccess = () => {
      const ouverte = demande.result;
      const lacher = () => {
        ouverte.close();
        base = null;
      };
      ouverte.onversionchange = lacher; // another tab brings a newer base, or erases everything
      ouverte.onclose = lacher;
      pret(ouverte);
    };
  });
  return base;
}

/** @param {IDBDatabase} ouverte */
function installer(ouverte) {
  if (!ouverte.objectStoreNames.contains(RAYON)) ouverte.createObjectStore(RAYON, { keyPath: "nom" });
}

/**
 * What went wrong, for a reader.
 * @param {unknown} erreur
 */
export function phrase(erreur) {
  const sorte = erreur instanceof DOMException ? erreur.name : "";
  if (sorte === "QuotaExceededError") return PLEIN;
  return sorte === "VersionError" ? AILLEURS : REFUS;
}
