
"use strict";
(() => {
  const form = document.getElementById("filters");
  const rows = [...document.querySelectorAll("tbody tr")];
  const marks = [...document.querySelectorAll("mark[data-claims]")];
  const idOf = (row) => row.id.slice("claim-".length);

  // Light up one claim in the article and in the table; null lets go.
  let current = null;
  const select = (id) => {
    current = id;
    for (const row of rows) row.classList.toggle("on", idOf(row) === id);
    for (const mark of marks) {
      mark.classList.toggle("on", id !== null && mark.dataset.claims.split(" ").includes(id));
    }
  };
  const show = (id) => {
    select(id);
    const row = document.getElementById("claim-" + id);
    if (row.hidden) form.reset();
    row.scrollIntoView({ block: "nearest" });
    const first = document.querySelector("mark.on");
    if (first) first.scrollIntoView({ block: "center" });
  };
  const fromHash = () => {
    const found = /^#(?:claim|cite)-([0-9a-f]+)$/.exec(location.hash);
    if (found && document.getElementById("claim-" + found[1])) show(found[1]);
  };
  const visit = (id, side) => {
    const hash = "#" + side + "-" + id;
    // Not location.hash: that navigates later, and takes the focus from whoever is typing by then.
    if (location.hash !== hash) history.pushState(null, "", hash);
    show(id);
  };

  const fill = (select, values) => {
    for (const value of [...new Set(values)].filter(Boolean).sort((a, b) => a.localeCompare(b))) {
      select.add(new Option(value, value));
    }
  };
  const placesOf = (row) => [...row.querySelectorAll("[data-place]")].map((e) => e.dataset.place);
  fill(form.elements.speaker, rows.map((row) => row.dataset.speaker));
  fill(form.elements.place, rows.flatMap(placesOf));
  const filter = () => {
    const wanted = form.elements.text.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const { speaker, place, certainty } = form.elements;
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const fits = wanted.every((word) => text.includes(word))
        && (!speaker.value || row.dataset.speaker === speaker.value)
        && (!place.value || placesOf(row).includes(place.value))
        && (!certainty.value || row.dataset.certainty === certainty.value
          || (certainty.value === "negated" && "negated" in row.dataset));
      row.hidden = !fits;
      shown += fits;
    }
    form.elements.count.value = shown + " of " + rows.length + " claims";
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  window.addEventListener("hashchange", fromHash);
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-claims]");
    const row = event.target.closest("tbody tr");
    if (event.target.closest("a") || String(getSelection())) return;
    if (mark) visit(mark.dataset.claims.split(" ")[0], "claim");
    else if (row) visit(idOf(row), "cite");
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select");
    if (event.key === "Escape") {
      if (typing) event.target.blur();
      select(null);
    } else if (!typing && event.key === "/") {
      event.preventDefault();
      form.elements.text.focus();
    } else if (!typing && (event.key === "j" || event.key === "k")) {
      const shown = rows.filter((row) => !row.hidden).map(idOf);
      if (!shown.length) return;
      const at = shown.indexOf(current);
      const step = event.key === "j" ? 1 : -1;
      const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step;
      const id = shown[Math.min(Math.max(next, 0), shown.length - 1)];
      visit(id, "claim");
      document.getElementById("claim-" + id).querySelector("a").focus({ preventScroll: true });
    }
  });

  document.documentElement.classList.add("js");
  form.hidden = false;
  filter();
  fromHash();
})();
