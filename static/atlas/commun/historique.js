/* One gesture of the reader makes one entry of the browser's history, so that Back undoes the last gesture. Streamlit
   makes an entry each time that Python writes the address: several for one gesture (a search writes the address before it
   changes the page), one for an address that is only put into its usual form. No module: it stands in the page itself,
   before Streamlit's script (service/page.py). */
(() => {
  /** What the reader did since the last entry: pressed something, or typed in this field. */
  /** @type {EventTarget | "pression" | null} */
  let geste = null;
  /** The field whose letters made the last entry: its next letters go on with it. */
  /** @type {EventTarget | null} */
  let saisi = null;

  const presser = () => {
    geste = "pression";
  };
  /** @param {Event} evenement */
  const taper = ({ target }) => {
    geste = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : "pression";
  };
  /* A press in the frame of the map comes as the answer of a component; a frame also answers on its own, when it is ready. */
  /** @param {MessageEvent} evenement */
  const repondre = ({ data }) => {
    if (data?.type === "streamlit:setComponentValue" && navigator.userActivation?.isActive !== false) presser();
  };
  for (const nom of ["pointerdown", "click", "keydown", "drop"]) addEventListener(nom, presser, { capture: true });
  addEventListener("input", taper, { capture: true });
  addEventListener("message", repondre);
  /* Back and Forward are no gesture of the page: what Python writes then takes the place of the entry that was reached. */
  addEventListener("popstate", () => {
    geste = null;
    saisi = null;
  });

  const pousser = history.pushState.bind(history);
  history.pushState = (etat, titre, adresse) => {
    if (adresse && new URL(adresse, location.href).href === location.href) return;
    const suite = geste === null || (geste === saisi && saisi !== null);
    if (geste !== null) saisi = geste === "pression" ? null : geste;
    geste = null;
    if (suite) history.replaceState(etat, titre, adresse);
    else pousser(etat, titre, adresse);
  };
})();
