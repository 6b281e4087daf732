"use strict";

/* Everything works without this file. It says aloud what htmx changed, and what could not be sent. */
(() => {
  const announce = (words) => {
    const announcer = document.getElementById("announcer");
    if (announcer && words) {
      announcer.textContent = "";
      announcer.textContent = words;
    }
  };

  document.addEventListener("htmx:afterSettle", (event) => {
    const target = event.detail.elt;
    announce(target.dataset ? target.dataset.announce : "");
  });
})();
