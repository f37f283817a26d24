/* The menu of a phone closes on a choice, on Escape and on a press outside, and the focus goes back to its button; a page
   that is opened again finds it closed. No module: it stands in the page itself, before Streamlit's script, which would
   remember that it was open (service/page.py). */
(() => {
  const OUVERT = '[data-testid="stSidebar"][data-collapsed="false"]';
  const FERMER = '[data-testid="stSidebarCollapseButton"] button';
  const BOUTON = '[data-testid="stExpandSidebarButton"]';
  const SOUVENIR = "stSidebarCollapsed-";

  try {
    for (const nom of Object.keys(localStorage)) if (nom.startsWith(SOUVENIR)) localStorage.removeItem(nom);
  } catch {
    // no store in this browser: nothing is remembered
  }

  const menu = () => document.querySelector(OUVERT);

  function fermer() {
    const bouton = menu()?.querySelector(FERMER);
    if (bouton instanceof HTMLElement) bouton.click(); // else Streamlit closed it already
    let images = 20; // during which React draws the button that opens, and the browser may still move the focus
    const rendre = () => {
      const ouvrir = document.querySelector(BOUTON);
      if (ouvrir instanceof HTMLElement && !menu()) ouvrir.focus();
      if (images-- > 0) requestAnimationFrame(rendre);
    };
    requestAnimationFrame(rendre);
  }

  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && menu()) fermer();
  });
  /** @type {Element | null} the menu, if it was open when the press began */
  let place = null;
  addEventListener(
    "pointerdown",
    () => {
      place = menu();
    },
    { capture: true },
  );
  addEventListener("click", ({ target }) => {
    const choix = target instanceof Element && target.closest('a, [data-testid="stLogoLink"]');
    if (choix && place?.contains(choix)) setTimeout(fermer);
  });
  /* Streamlit may close the menu itself before the press is a click. */
  addEventListener(
    "pointerup",
    ({ target }) => {
      if (place && target instanceof Element && !place.contains(target)) setTimeout(fermer, 60);
    },
    { capture: true },
  );
})();
