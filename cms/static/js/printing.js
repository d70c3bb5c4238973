/* Buttons that print the page. Without this script they are not shown, and the browser's own menu prints as well. */
"use strict";
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
