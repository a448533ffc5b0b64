// A table of rows: filtered, sorted, a page at a time, by mouse or by keyboard.
const PAGE = 100;

class TableView {
  // columns: [name, show(row), {number, whole, sort}]; rows and index go side by side
  constructor(home, columns, rows, index, open, plain) {
    Object.assign(this, { columns, rows, index, open, plain, shown: [], page: 0, sorted: null, down: false });
    this.body = make("tbody");
    const head = make("tr", {}, ...columns.map(([name], place) => make("th", { scope: "col" }, make("button", { type: "button", textContent: name, onclick: () => this.sort(place) }))));
    this.table = make("table", {}, make("thead", {}, head), this.body);
    this.where = make("span");
    this.back = make("button", { type: "button", textContent: "Back", onclick: () => this.turn(-1) });
    this.next = make("button", { type: "button", textContent: "Next", onclick: () => this.turn(1) });
    home.append(this.table, make("div", { className: "pages" }, this.back, this.where, this.next));
    this.table.addEventListener("keydown", (key) => this.move(key));
  }

  filter() {
    this.shown = [];
    this.index.forEach((one, place) => { if (answers(one)) this.shown.push(place); });
    if (this.sorted !== null) this.order();
    this.page = 0;
    this.draw();
    return this.shown.length;
  }

  sort(place) {
    this.down = this.sorted === place && !this.down;
    this.sorted = place;
    this.order();
    this.page = 0;
    this.draw();
  }

  order() {
    const [, show, options = {}] = this.columns[this.sorted];
    const key = options.sort || show;
    const keys = new Map(this.shown.map((place) => [place, key(this.rows[place])]));
    const empty = (value) => value === "" || value === undefined || value === null;
    this.shown.sort((a, b) => {
      const [x, y] = [keys.get(a), keys.get(b)];
      if (empty(x) || empty(y)) return empty(x) - empty(y) || a - b;
      const less = x < y ? -1 : x > y ? 1 : 0;
      return (this.down ? -less : less) || a - b;
    });
  }

  turn(step) {
    this.page += step;
    this.draw();
    this.table.scrollIntoView();
  }

  draw() {
    const pages = Math.max(1, Math.ceil(this.shown.length / PAGE));
    this.body.replaceChildren(...this.shown.slice(this.page * PAGE, (this.page + 1) * PAGE).map((place) => this.row(place)));
    this.where.textContent = this.shown.length ? `${number(this.page * PAGE + 1)}–${number(Math.min(this.shown.length, (this.page + 1) * PAGE))} of ${number(this.shown.length)}` : "Nothing is found.";
    this.back.disabled = this.page === 0;
    this.next.disabled = this.page + 1 >= pages;
  }

  row(place) {
    const tr = opens(make("tr"), () => this.open(place));
    for (const [name, show, options = {}] of this.columns) {
      const shown = show(this.rows[place]);
      const td = make("td", { className: options.number ? "number" : options.whole ? "whole" : "" });
      td.dataset.name = name;
      if (shown !== "" && shown !== undefined && shown !== null) td.append(options.node ? options.node(shown) : String(shown));
      tr.append(td);
    }
    return tr;
  }

  move(key) {
    const row = key.target.closest("tbody tr");
    const other = row && { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[key.key];
    if (other) {
      key.preventDefault();
      other.focus();
    }
  }

  // what Save as CSV writes
  csvRows() { return this.shown.map((place) => this.plain(this.rows[place])); }
}

const eventMeasure = (e) => [e.measure, e.accumulation, e.modality === "actual" ? "" : e.modality].filter(Boolean).join(", ");
const rolesOf = (e) => Object.entries(e.roles).map(([role, name]) => `${role}: ${name}`).join("  ");
const EVENT_COLUMNS = [
  ["type", (e) => e.type, { node: tag }],
  ["measure", eventMeasure],
  ["value", amount, { number: true, sort: (e) => e.value }],
  ["unit", (e) => (e.unit || "") + (e.per ? `/${e.per}` : ""), { whole: true }],
  ["date", period, { whole: true, sort: (e) => e.date_end || e.date_start }],
  ["place", (e) => e.place],
  ["who and what", rolesOf],
  ["quote", (e) => e.quote.trim()],
  ["article", (e) => [article(e).outlet, headline(e)].filter(Boolean).join(": ")],
];
const plainEvent = (e) => {
  const { roles, spans, from, to, sentence: ignored, ...rest } = e;
  const told = article(e);
  return { ...rest, ...roles, sentence: sentence(e), title: told.title, published: told.published, source: told.outlet };
};

const LEDGER_NAMES = ["donor", "supplier", "org", "origin", "facility", "recipient", "destination", "via", "item", "place", "context"];
const ledgerColumns = (rows) => [
  ["day", (r) => r.day, { whole: true }],
  ...LEDGER_NAMES.filter((name) => rows.some((row) => row[name])).map((name) => [name, (r) => r[name]]),
  ["measure", (r) => [r.measure, r.modality === "actual" ? "" : r.modality, r.accumulation].filter(Boolean).join(", ")],
  ["value", amount, { number: true, sort: (r) => r.value }],
  ["unit", (r) => (r.unit || "") + (r.per ? `/${r.per}` : ""), { whole: true }],
  ["marks", (r) => r.flags, { whole: true }],
  ["sources", (r) => r.sources, { number: true }],
  ["quote", (r) => r.quote.trim()],
];

const CONFLICT_COLUMNS = [
  ["kind", (c) => c.kind],
  ["day", (c) => c.day, { whole: true }],
  ["entity", (c) => c.entity],
  ["measure", (c) => [c.type, c.measure, c.accumulation].filter(Boolean).join(", ")],
  ["taken", (c) => number(c.chosen), { number: true, sort: (c) => c.chosen }],
  ["others say", (c) => (c.others || "").split("、").filter(Boolean).map(number).join(", ")],
  ["why", (c) => (c.kind === "values" ? `decided by ${c.why}` : c.why)],
];
