"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const make = (tag, props = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), props);
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  };
  const PAGE = 100;
  const COLUMNS = ["type", "measure", "value", "unit", "date", "place", "roles", "quote", "doc"];
  const number = (value) => (value === null || value === undefined ? "" : Number(value).toLocaleString("en"));
  const date = (e) => {
    if (!e.date_start && !e.date_end) return "";
    return e.date_start === e.date_end ? e.date_end : `${e.date_start || ""}…${e.date_end || ""}`;
  };
  const roles = (e) => Object.entries(e.roles).map(([role, name]) => `${role}: ${name}`).join("  ");
  const measure = (e) => [e.measure, e.accumulation, e.modality === "actual" ? "" : e.modality].filter(Boolean).join(", ");
  const amount = (e) => number(e.value) + (e.value_max != null ? `–${number(e.value_max)}` : "");
  const cell = { type: (e) => e.type, measure, value: amount, unit: (e) => (e.unit || "") + (e.per ? `/${e.per}` : ""), date, place: (e) => e.place || "", roles, quote: (e) => e.quote, doc: (e) => e.title || e.doc };
  const haystack = data.events.map((e) => COLUMNS.map((c) => cell[c](e)).concat(e.sentence || "").join("\n").toLowerCase());
  let shown = [];
  let page = 0;

  function filter() {
    const words = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const type = $("type").value, place = $("place").value.trim(), from = $("from").value, to = $("to").value;
    shown = data.events.filter((e, i) =>
      (!type || e.type === type) && (!place || (e.place || "").includes(place)) &&
      (!from || (e.date_end && e.date_end >= from)) && (!to || (e.date_end && e.date_end <= to)) &&
      words.every((word) => haystack[i].includes(word)));
    page = 0;
    draw();
  }

  function draw() {
    const body = $("table").tBodies[0];
    body.replaceChildren(...shown.slice(page * PAGE, (page + 1) * PAGE).map((e) => {
      const row = make("tr", { tabIndex: 0, onclick: () => detail(e), onkeydown: (k) => { if (k.key === "Enter") detail(e); } });
      for (const name of COLUMNS) {
        const td = make("td", { className: name === "value" ? "number" : "" });
        if (name === "type") {
          const tag = make("span", { className: "type", textContent: e.type });
          tag.style.background = data.colours[e.type] || "#e8e8e8";
          td.append(tag);
        } else td.textContent = cell[name](e);
        row.append(td);
      }
      return row;
    }));
    const pages = Math.max(1, Math.ceil(shown.length / PAGE));
    $("where").textContent = `${page + 1} / ${pages}`;
    $("back").disabled = page === 0;
    $("next").disabled = page + 1 >= pages;
    $("summary").textContent = `${number(shown.length)} of ${number(data.events.length)} events`;
  }

  function detail(e) {
    const box = $("detail"), text = e.sentence || e.quote;
    const quoted = e.at ? [text.slice(0, e.at[0]), make("mark", { textContent: text.slice(...e.at) }), text.slice(e.at[1])] : [text];
    const list = make("dl");
    for (const [key, value] of Object.entries(e)) {
      if (["sentence", "at", "roles", "schema"].includes(key) || value === null) continue;
      list.append(make("dt", { textContent: key }), make("dd", { textContent: String(value) }));
    }
    const others = data.events.filter((o) => o !== e && o.type === e.type && o.measure === e.measure && o.value === e.value && o.unit === e.unit && o.place === e.place);
    const also = make("ul", {}, ...others.slice(0, 20).map((o) => make("li", { textContent: `${o.title || o.doc}: ${o.sentence || o.quote}` })));
    const close = make("button", { textContent: "Close", onclick: () => { box.hidden = true; } });
    box.replaceChildren(close, make("p", {}, ...quoted), list, others.length ? make("h2", { textContent: "Other sources of the same figure" }) : null, others.length ? also : null);
    box.hidden = false;
    box.focus();
  }

  function chart(rows) {
    const first = rows[0], W = 720, H = 180, L = 60, B = 24;
    const days = rows.map((r) => Date.parse(r.day)), values = rows.map((r) => Number(r.value));
    const lo = Math.min(...days), hi = Math.max(...days), top = Math.max(...values, 1), low = Math.min(0, ...values);
    const x = (d) => L + (hi === lo ? 0.5 : (d - lo) / (hi - lo)) * (W - L - 12);
    const y = (v) => 10 + (1 - (v - low) / (top - low || 1)) * (H - B - 10);
    const ns = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(ns, "svg");
    svg.setAttribute("viewBox", `0 0 ${W} ${H}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${first.entity} ${first.measure}`);
    const add = (tag, attrs, text) => {
      const node = document.createElementNS(ns, tag);
      for (const [k, v] of Object.entries(attrs)) node.setAttribute(k, v);
      if (text) node.textContent = text;
      svg.append(node);
      return node;
    };
    add("path", { d: rows.map((r, i) => `${i ? "L" : "M"}${x(days[i])},${y(values[i])}`).join("") });
    rows.forEach((r, i) => {
      const dot = add("circle", { cx: x(days[i]), cy: y(values[i]), r: 4, class: r.other_values || r.flags ? "conflict" : "" });
      const tip = document.createElementNS(ns, "title");
      tip.textContent = `${r.day}: ${number(r.value)} ${r.unit || ""}\n${r.quote} (${r.doc}), ${r.sources} source(s)` + (r.other_values ? `\nothers say ${r.other_values}` : "");
      dot.append(tip);
    });
    add("text", { x: L, y: H - 6 }, rows[0].day);
    add("text", { x: W - 12, y: H - 6, "text-anchor": "end" }, rows[rows.length - 1].day);
    add("text", { x: L - 6, y: 16, "text-anchor": "end" }, number(top));
    return make("figure", {}, make("figcaption", { textContent: [first.entity, first.type, first.measure, first.accumulation].filter(Boolean).join(" · ") }), svg);
  }

  function plain(rows) {
    if (!rows.length) return make("p", { textContent: "None." });
    const names = Object.keys(rows[0]).filter((name) => rows.some((r) => r[name] !== null && r[name] !== "" && !(Array.isArray(r[name]) && !r[name].length)));
    const head = make("thead", {}, make("tr", {}, ...names.map((name) => make("th", { textContent: name }))));
    const body = make("tbody", {}, ...rows.map((r) => make("tr", {}, ...names.map((name) => make("td", { textContent: Array.isArray(r[name]) ? r[name].join("、") : r[name] === null ? "" : String(r[name]) })))));
    return make("div", { className: "scroll" }, make("table", {}, head, body));
  }

  function save() {
    const names = [...new Set(shown.flatMap((e) => Object.keys(e)))].filter((n) => !["at", "roles"].includes(n));
    const quote = (v) => (v === undefined || v === null ? "" : `"${String(v).replaceAll('"', '""')}"`);
    const lines = [names.join(","), ...shown.map((e) => names.map((n) => quote(e[n])).join(","))];
    const link = make("a", { href: URL.createObjectURL(new Blob(["\ufeff" + lines.join("\n")], { type: "text/csv" })), download: "events.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function view(name) {
    for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== name;
    for (const tab of document.querySelectorAll("nav button")) tab.setAttribute("aria-selected", String(tab.dataset.view === name));
  }

  $("table").tHead.append(make("tr", {}, ...COLUMNS.map((name) => make("th", { textContent: name, scope: "col" }))));
  for (const type of [...new Set(data.events.map((e) => e.type))].sort()) $("type").append(make("option", { value: type, textContent: type }));
  for (const place of [...new Set(data.events.map((e) => e.place).filter(Boolean))].sort()) $("places").append(make("option", { value: place }));
  for (const id of ["search", "type", "place", "from", "to"]) $(id).addEventListener("input", filter);
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("export").addEventListener("click", save);
  $("back").addEventListener("click", () => { page -= 1; draw(); });
  $("next").addEventListener("click", () => { page += 1; draw(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") $("detail").hidden = true; });
  for (const tab of document.querySelectorAll("nav button")) tab.addEventListener("click", () => view(tab.dataset.view));
  $("series").append(...(data.series.length ? data.series.map(chart) : [make("p", { textContent: "No entity has figures for more than one day." })]));
  $("ledger").append(plain(data.ledger));
  $("conflicts").append(plain(data.conflicts));
  view("events");
  filter();
})();
