// The evidence of one figure: its sentence, marked in its article, its slots, the rule, and the other sources.
let openedFrom = null;

const markedText = (event) => {
  const text = article(event).text;
  const box = make("div", { className: "text", tabIndex: 0 });
  if (!text) {
    const words = sentence(event), at = Math.max(0, event.start - event.from);
    const before = part(words, 0, at), fits = words.startsWith(event.quote, before.length);
    box.append(...(fits ? [before, make("mark", { textContent: event.quote }), words.slice(before.length + event.quote.length)] : [words]));
    return box;
  }
  const points = pointsOf(text);
  const edges = new Set([0, points.length, event.start, event.end, event.from, event.to]);
  const slots = Object.entries(event.spans || {});
  for (const [, [a, b]] of slots) edges.add(a).add(b);
  const sorted = [...edges].filter((edge) => edge >= 0 && edge <= points.length).sort((a, b) => a - b);
  let mark = null;
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    const [a, b] = [sorted[i], sorted[i + 1]];
    const inside = (span) => span[0] <= a && b <= span[1];
    const held = slots.filter(([, span]) => inside(span)).map(([slot]) => slot);
    const quoted = inside([event.start, event.end]);
    const node = make(quoted ? "mark" : "span", { textContent: part(text, a, b), title: held.join(", ") });
    if (inside([event.from, event.to])) node.classList.add("sentence");
    if (held.length && !quoted) node.classList.add("slot");
    if (quoted) mark = node;
    box.append(node);
  }
  if (mark) requestAnimationFrame(() => { box.scrollTop = Math.max(0, mark.offsetTop - box.offsetTop - box.clientHeight / 3); });
  return box;
};

const facts = (event) => {
  const told = article(event);
  const rows = {
    measure: event.measure, value: [amount(event), event.unit, event.per && `per ${event.per}`].filter(Boolean).join(" "),
    bound: event.bound, accumulation: event.accumulation, modality: event.modality, each: event.each && "each",
    date: period(event), place: event.place, excluding: event.excluding, ...event.roles,
    rule: event.rule, outlet: told.outlet, published: told.published, "copy of": told.copy_of, document: event.doc,
  };
  const list = make("dl");
  for (const [name, value] of Object.entries(rows)) {
    if (value) list.append(make("dt", { textContent: name }), make("dd", { textContent: String(value) }));
  }
  return list;
};

const sourceItem = (number_, story, isShown) => {
  const event = data.events[number_];
  const outlet = article(event).outlet;
  const button = make("button", { type: "button", onclick: () => showStory({ ...story, shown: number_ }) },
    make("strong", { textContent: event.quote.trim() }), ` ${outlet ? `${outlet}: ` : ""}${headline(event)}`,
    make("div", { className: "quiet", textContent: sentence(event).trim().slice(0, 160) }));
  if (isShown) button.setAttribute("aria-current", "true");
  return make("li", {}, button);
};

// A story: {title, note, statements: [{value, sources, events}], shown}. The first statement is the one taken.
const showStory = (story) => {
  const event = data.events[story.shown];
  const box = $("detail");
  const close = make("button", { type: "button", textContent: "Close (Esc)", onclick: closeDetail });
  const parts = [make("div", { className: "bar" }, make("strong", { textContent: story.title || event.quote }), close)];
  if (story.note) parts.push(make("p", { className: "flag", textContent: story.note }));
  parts.push(make("h2", {}, tag(event.type), ` ${headline(event)}`), markedText(event), facts(event));
  story.statements.forEach((statement, place) => {
    const others = statement.events.filter((one) => story.statements.length > 1 || one !== story.shown);
    if (!others.length) return;
    const told = `${number(statement.value)} — ${statement.sources} independent source${statement.sources === 1 ? "" : "s"}`;
    const heading = place === 0 ? (story.statements.length > 1 ? `Taken: ${told}` : "Other sources of this figure") : `Others say ${told}`;
    parts.push(make("h2", { textContent: heading }), make("ul", { className: "sources" }, ...others.slice(0, 50).map((one) => sourceItem(one, story, one === story.shown))));
  });
  if (box.hidden) openedFrom = document.activeElement;
  box.replaceChildren(...parts);
  box.hidden = false;
  box.scrollTop = 0;
  box.focus();
};

const closeDetail = () => {
  if ($("detail").hidden) return;
  $("detail").hidden = true;
  if (openedFrom && document.contains(openedFrom)) openedFrom.focus();
};

// Every event's statement: the one of a series or a ledger that holds it, so that a click shows its other sources.
const statementOf = new Map();
for (const one of data.series) for (const cell of one.cells) for (const held of [cell.chosen, ...cell.others]) for (const e of held.events) statementOf.set(e, held);
for (const ledger of Object.values(data.ledgers)) for (const row of ledger.rows) for (const e of row.events) {
  if (!statementOf.has(e)) statementOf.set(e, { value: row.value, sources: row.sources, events: row.events });
}
const showEvent = (place) => showStory({ shown: place, statements: [statementOf.get(place) || { events: [place], sources: 1 }] });
