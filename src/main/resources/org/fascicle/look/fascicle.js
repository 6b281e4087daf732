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

  /* An answer that rules out the others takes them away, and is taken away by them. */
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.type === "checkbox" && box.checked && box.closest(".choices")) {
      box.closest(".choices").querySelectorAll("input:checked").forEach((other) => {
        if (other !== box && (box.dataset.alone || other.dataset.alone)) {
          other.checked = false;
        }
      });
    }
  }, true);

  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    const target = event.detail.elt;
    announce(target.dataset ? target.dataset.announce : "");
  });
})();
