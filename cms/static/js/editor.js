// Wagtail's editors leave two things without a name: a field that is a whole block, since its panel's heading says what
// it is, and the box in which rich text is written. Each gets the heading of the panels around it as its name.
const FIELDS = ".w-panel :is(input:not([type=hidden], [type=file]), textarea, select, [contenteditable=true])";
const hasName = (field) =>
  field.matches("[aria-label], [aria-labelledby], [title]") || (field.labels && field.labels.length > 0);

function nameFields() {
  for (const field of document.querySelectorAll(FIELDS)) {
    if (hasName(field)) continue;
    const headings = [];
    for (let panel = field.closest(".w-panel"); panel && headings.length < 2; panel = panel.parentElement.closest(".w-panel")) {
      const id = panel.getAttribute("aria-labelledby");
      if (id && document.getElementById(id)) headings.unshift(id);
    }
    if (headings.length) field.setAttribute("aria-labelledby", headings.join(" "));
  }
}

let isAsked = false;
function nameSoon() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    nameFields();
  });
}

// Blocks come and go while somebody writes.
nameSoon();
new MutationObserver(nameSoon).observe(document.body, { childList: true, subtree: true });
