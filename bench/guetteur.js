/* Runs in the page: notes, on the page's own clock, the clicks and every drawing that the map's frame has finished.
   A drawing is noted once the browser has painted it: the atlas announces it so; for stock folium, two animation
   frames after the last expected path stands on the map. */
(function (attendus) {
  "use strict";

  if (window !== window.top) return;
  const banc = { dessins: [], clic: null, attendus };
  window.banc = banc;
  addEventListener("click", (e) => (banc.clic = e.timeStamp), true);

  const noter = (millesime) => banc.dessins.push({ millesime, instant: performance.now() });
  const ecoutes = new WeakSet();
  const finis = new WeakSet();

  /* The atlas: document.body.dataset.version grows with each drawing. */
  function ecouter(page) {
    if (ecoutes.has(page)) return;
    ecoutes.add(page);
    const lire = () => {
      const couche = (page.body.dataset.couches || "").split(",").find((nom) => nom.startsWith("ti_"));
      if (couche) noter(Number(couche.slice(3)));
    };
    new MutationObserver(lire).observe(page.body, { attributeFilter: ["data-version"] });
    lire();
  }

  /* Stock folium: the millésime that stands whole on this map, null while something is missing. */
  function entier({ L, map }) {
    if (!L || !(map instanceof L.Map)) return null;
    const traces = Object.values(map._layers).filter((couche) => couche instanceof L.Path);
    const territoire = traces.find((trace) => trace.feature && trace.feature.properties.millesime);
    const millesime = territoire && territoire.feature.properties.millesime;
    return traces.length === banc.attendus[millesime] ? millesime : null;
  }

  function examiner({ contentWindow: cadre, contentDocument: page }) {
    if (!page || !page.body || cadre.location.href === "about:blank") return;
    ecouter(page);
    if (cadre.atlas || finis.has(page)) return;
    const millesime = entier(cadre);
    if (millesime === null) return;
    finis.add(page);
    requestAnimationFrame(() => requestAnimationFrame(() => noter(millesime)));
  }

  requestAnimationFrame(function regarder() {
    document.querySelectorAll("iframe").forEach(examiner);
    requestAnimationFrame(regarder);
  });
})
