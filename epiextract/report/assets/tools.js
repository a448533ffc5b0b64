"use strict";
// Small tools that every part of the page uses.
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
};

const number = (value) => (value === null || value === undefined ? "" : Number(value).toLocaleString("en", { maximumFractionDigits: 6 }));
const BOUND = { about: "≈", over: "≥", under: "≤" };
const amount = (row) => (row.value === undefined ? "" : (BOUND[row.bound] || "") + number(row.value) + (row.value_max === undefined ? "" : `–${number(row.value_max)}`));
const period = (e) => (e.date_start === e.date_end ? e.date_end || "" : `${e.date_start || ""}…${e.date_end || ""}`);

const article = (event) => data.articles[event.doc] || {};
const headline = (event) => article(event).title || event.doc;
// Offsets count code points; those of a string count code units, which differ behind an emoji.
const split = new Map();
const pointsOf = (text) => {
  if (!/[\ud800-\udfff]/.test(text)) return text;
  if (!split.has(text)) split.set(text, Array.from(text));
  return split.get(text);
};
const part = (text, from, to) => {
  const points = pointsOf(text).slice(from, to);
  return typeof points === "string" ? points : points.join("");
};
const sentence = (event) => event.sentence || part(article(event).text || "", event.from, event.to) || event.quote;

const tag = (type) => {
  const shown = make("span", { className: "tag", textContent: type });
  shown.style.background = data.colours[type] || "#e8e8e8";
  return shown;
};

// Enter and the space bar open what a click opens.
const opens = (node, action) => {
  node.tabIndex = 0;
  node.addEventListener("click", action);
  node.addEventListener("keydown", (key) => {
    if (key.target === node && (key.key === "Enter" || key.key === " ")) {
      key.preventDefault();
      action();
    }
  });
  return node;
};

const csv = (rows) => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quoted = (value) => {
    if (value === undefined || value === null) return "";
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    // a name that starts with a sign must not become a formula in a spreadsheet
    const safe = typeof value === "string" && /^[=+@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return "\ufeff" + [names.join(","), ...rows.map((row) => names.map((name) => quoted(row[name])).join(","))].join("\n") + "\n";
};

const download = (text, name) => {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
