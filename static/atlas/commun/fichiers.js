/* JSON files by their address: each is asked for once in the life of the page, a failure may be tried again. */

/** @type {Map<string, Promise<any>>} */
const promesses = new Map();

/**
 * @param {string} adresse from the page or the frame that asks
 * @returns {Promise<any>} what the file holds
 */
export function lire(adresse) {
  const connue = promesses.get(adresse);
  if (connue) return connue;
  const promesse = fetch(new URL(adresse, document.baseURI)).then((reponse) => {
    if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
    return reponse.json();
  });
  promesse.catch(() => promesses.delete(adresse));
  promesses.set(adresse, promesse);
  return promesse;
}
