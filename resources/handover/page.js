"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const search = find("search"), found = find("found"), told = find("told"), theme = find("theme");
  const sections = Array.from(document.querySelectorAll("main > section"));
  const entries = Array.from(document.querySelectorAll("nav li"));
  const PARTS = ".find, .prose > *";
  const plain = (text) => text.toLocaleLowerCase();

  function unmark(root) {
    for (const mark of Array.from(root.querySelectorAll("mark"))) {
      const parent = mark.parentNode;
      parent.replaceChild(document.createTextNode(mark.textContent), mark);
      parent.normalize();
    }
  }

  function markIn(root, words) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("button")) nodes.push(walker.currentNode);
    let count = 0;
    for (const node of nodes) count += markNode(node, words);
    return count;
  }

  function markNode(start, words) {
    let node = start, count = 0;
    for (;;) {
      const text = plain(node.data);
      if (text.length !== node.data.length) return count;
      let at = -1, length = 0;
      for (const word of words) {
        const here = text.indexOf(word);
        if (here >= 0 && (at < 0 || here < at || (here === at && word.length > length))) { at = here; length = word.length; }
      }
      if (at < 0) return count;
      const hit = node.splitText(at);
      node = hit.splitText(length);
      const mark = document.createElement("mark");
      hit.parentNode.replaceChild(mark, hit);
      mark.appendChild(hit);
      count += 1;
    }
  }

  function filter() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    unmark(document);
    let count = 0;
    sections.forEach((section, number) => {
      const parts = Array.from(section.querySelectorAll(PARTS));
      const says = (part) => { const text = plain(part.textContent); return words.every((word) => text.includes(word)); };
      const named = words.length > 0 && says(section.querySelector("h2"));
      let shown = named || words.length === 0;
      for (const part of parts) {
        part.hidden = !(words.length === 0 || named || says(part));
        if (!part.hidden) shown = true;
      }
      for (const wide of section.querySelectorAll(".wide, .legend, h3")) {
        if (wide.matches(".wide")) wide.hidden = Array.from(wide.querySelectorAll(".find")).every((part) => part.hidden);
      }
      section.hidden = !shown;
      if (entries[number]) entries[number].hidden = !shown;
      if (words.length) {
        count += markIn(section.querySelector("h2"), words);
        for (const part of parts) if (!part.hidden && !part.parentElement.closest(PARTS)) count += markIn(part, words);
      }
    });
    found.textContent = !words.length ? "" : count ? found.dataset.found.replace("{n}", count) : found.dataset.nothing;
  }

  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 80); });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && search.value) { search.value = ""; filter(); event.preventDefault(); }
    if (event.key === "Enter") { const first = document.querySelector("mark"); if (first) first.scrollIntoView({ block: "center" }); }
  });

  let saying = 0;
  function tell(text) {
    told.textContent = "";
    clearTimeout(saying);
    setTimeout(() => { told.textContent = text; }, 20);
    saying = setTimeout(() => { told.textContent = ""; }, 4000);
  }

  function copyOldWay(text) {
    const field = document.createElement("textarea");
    field.className = "aside";
    field.value = text;
    document.body.appendChild(field);
    const before = document.activeElement;
    field.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    field.remove();
    if (before && before.focus) before.focus();
    return done;
  }

  function choose(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  async function copy(button) {
    const node = button.closest("div").parentElement.querySelector(".wording");
    const text = node.textContent;
    let done = false;
    if (navigator.clipboard && navigator.clipboard.writeText) {
      try { await navigator.clipboard.writeText(text); done = true; } catch (error) { done = false; }
    }
    if (!done) done = copyOldWay(text);
    if (!done) choose(node);
    tell(done ? told.dataset.copied : told.dataset.not);
  }
  for (const button of document.querySelectorAll(".copy")) button.addEventListener("click", () => copy(button));

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const worn = () => document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
  const show = () => theme.setAttribute("aria-pressed", String(worn() === "dark"));
  theme.addEventListener("click", () => { document.documentElement.dataset.theme = worn() === "dark" ? "light" : "dark"; show(); });
  dark.addEventListener("change", show);
  show();

  const head = document.querySelector("header"), tools = document.querySelector(".tools");
  const stick = () => head.style.setProperty("--title", `${tools.offsetTop}px`);
  addEventListener("resize", stick);
  stick();
})();
