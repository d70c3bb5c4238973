/* Escape closes an open menu of the header and leaves the focus on its button. All of it works without this script. */
"use strict";
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(".top details[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
