/* The search page, without loading it anew: results change in place, and titles, organisations and labels are offered
   while one types. Everything works without this script, at the same addresses. */
"use strict";
(() => {
  const head = document.querySelector("[data-complete]");
  const says = document.querySelector("[data-says]");
  if (!head || !says || !window.AbortController || !Element.prototype.replaceChildren) return;
  const field = head.querySelector("input[type=search]");
  const parts = () => [...document.querySelectorAll("[data-swap]")];
  const isHere = (url) => url.origin === location.origin && url.pathname === location.pathname;
  // Once empty, so that the same sentence is said again.
  const say = (sentence) => {
    says.textContent = "";
    requestAnimationFrame(() => { says.textContent = sentence; });
  };

  /* Results in place */

  let running = null;

  // Not `form.action`: a field of that name stands in its way.
  const addressOf = (form) => {
    const url = new URL(form.getAttribute("action"), location.href);
    for (const [name, value] of new FormData(form)) if (value !== "") url.searchParams.append(name, value);
    return url;
  };

  async function go(url, { push = true, focus = "" } = {}) {
    if (running) running.abort();
    const mine = running = new AbortController();
    for (const part of parts()) part.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal: mine.signal, headers: { Accept: "text/html" } });
      if (!isHere(new URL(answer.url)) || !(answer.ok || answer.status === 404)) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      show(page, { url, push, focus });
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    }
  }

  function show(page, { url, push, focus }) {
    const pairs = parts().map((part) => [part, page.querySelector(`[data-swap="${part.dataset.swap}"]`)]);
    if (pairs.some((pair) => !pair[1])) throw new Error("another page");
    const opened = new Map([...document.querySelectorAll("[data-keep]")].map((one) => [one.dataset.keep, one.open]));
    const held = focus || whereFocusIs();
    const address = page.querySelector("[data-address]").dataset.address;
    for (const [part, fresh] of pairs) {
      part.replaceChildren(...fresh.childNodes);
      part.removeAttribute("aria-busy");
    }
    for (const one of document.querySelectorAll("[data-keep]")) {
      if (opened.has(one.dataset.keep)) one.open = opened.get(one.dataset.keep);
    }
    if (push) history.pushState(null, "", location.pathname + (address === "?" ? "" : address));
    document.title = page.title;
    if (document.activeElement !== field || !push) field.value = page.getElementById(field.id).value;
    keepFocus(held, { scrolls: Boolean(focus) });
    const count = document.getElementById("count");
    say(count ? count.innerText.trim() : "");
  }

  // How the focused thing is found again in the new page; empty when it is not among what is exchanged.
  function whereFocusIs() {
    const one = document.activeElement;
    if (!one || !one.closest("[data-swap]")) return "";
    if (one.name && one.type === "checkbox") return `[name="${CSS.escape(one.name)}"][value="${CSS.escape(one.value)}"]`;
    if (one.name) return `[data-swap] [name="${CSS.escape(one.name)}"]:not([type=hidden])`;
    const keep = one.matches("summary") && one.parentElement.dataset.keep;
    return keep ? `[data-keep="${CSS.escape(keep)}"] > summary` : "#count";
  }

  function keepFocus(where, { scrolls }) {
    if (!where) return;
    const one = document.querySelector(where) || document.getElementById("count");
    if (!one) return;
    one.focus({ preventScroll: true });
    if (scrolls) one.scrollIntoView({ block: "start" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-swap] a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    if (link.hasAttribute("download") || !isHere(url) || url.hash || url.href === location.href) return;
    event.preventDefault();
    go(url, { focus: link.closest(".pages") ? "#count" : "" });
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-at-once], .find") || !isHere(addressOf(form))) return;
    event.preventDefault();
    close();
    const sheet = form.closest(".sheet");
    const covers = sheet && sheet.querySelector("summary").offsetParent;
    if (covers) sheet.open = false;
    go(addressOf(form), { focus: covers ? "#count" : "" });
  });

  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form && form.matches("[data-at-once]")) go(addressOf(form));
  });

  addEventListener("popstate", () => go(new URL(location.href), { push: false }));

  /* Completion: a combobox with a list (ARIA Authoring Practices, "list autocomplete with manual selection") */

  const list = document.createElement("ul");
  list.className = "offers";
  list.id = "offers";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0].textContent);
  field.form.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
    ["aria-controls", list.id]]) field.setAttribute(name, value);

  const answers = new Map();
  let asking = null;
  let waiting = 0;
  let active = -1;
  const letters = (text) => (text.match(/[\p{L}\p{N}]/gu) || []).length;

  function close() {
    clearTimeout(waiting);
    if (asking) asking.abort();
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(number) {
    active = number;
    [...list.children].forEach((line, place) => line.setAttribute("aria-selected", String(place === number)));
    if (number < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[number].id);
    return list.children[number].scrollIntoView({ block: "nearest" });
  }

  function offer({ completions, said }) {
    list.replaceChildren(...completions.map((item, place) => {
      const line = document.createElement("li");
      line.id = `offer-${place}`;
      line.dataset.href = item.href;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      const label = document.createElement("span");
      label.textContent = item.label;
      if (item.language) label.lang = item.language;
      label.dir = "auto";
      const name = document.createElement("small");
      name.textContent = item.name;
      line.append(label, " ", name);
      return line;
    }));
    choose(-1);
    list.hidden = !completions.length;
    field.setAttribute("aria-expanded", String(completions.length > 0));
    say(said);
  }

  async function ask(text) {
    if (asking) asking.abort();
    asking = new AbortController();
    const url = `${head.dataset.complete}?${new URLSearchParams({ q: text })}`;
    try {
      const answer = answers.get(text) || await (await fetch(url, { signal: asking.signal })).json();
      answers.set(text, answer);
      if (document.activeElement === field && field.value.trim() === text) offer(answer);
    } catch (error) {
      close(); // nothing is offered; what was typed can still be sent
    }
  }

  function take(line) {
    const url = new URL(line.dataset.href, location.href);
    close();
    if (!isHere(url)) return location.assign(url);
    field.blur();
    return go(url, { focus: "#count" });
  }

  field.addEventListener("input", (event) => {
    const text = field.value.trim().slice(0, 100);
    clearTimeout(waiting);
    if (event.isComposing) return;
    if (letters(text) < 2) close();
    else waiting = setTimeout(ask, answers.has(text) ? 0 : 120, text);
  });

  field.addEventListener("keydown", (event) => {
    const most = list.children.length;
    if (event.isComposing || (list.hidden && !(event.key === "ArrowDown" && most && letters(field.value) > 1))) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((active + 1 + step + most + 1) % (most + 1) - 1); // past either end lies the field itself
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(list.children[active]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });

  field.addEventListener("blur", close);
  // A finger or a mouse on the list must not take the focus, and the list with it, before it has chosen.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const line = event.target.closest("[role=option]");
    if (line) take(line);
  });
})();
