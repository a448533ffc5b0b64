// Series as charts, drawn when they come into sight; and ledgers: a flow chart above the entries.
const CHARTS = 40;

class SeriesView {
  constructor(home) {
    this.home = make("div", { className: "charts" });
    this.more = make("button", { type: "button", textContent: "More", onclick: () => { this.most += CHARTS; this.draw(); } });
    this.none = make("p", { className: "empty", textContent: "No entity has figures for more than one day." });
    home.append(this.none, this.home, make("div", { className: "pages" }, this.more));
    this.index = data.series.map((one) => described(one.type, one.place, one.entity, "", [one.label, one.type]));
    home.addEventListener("click", (event) => this.open(event.target));
    home.addEventListener("keydown", (key) => { if (key.key === "Enter" || key.key === " ") { if (this.open(key.target)) key.preventDefault(); } });
    this.most = CHARTS;
  }

  filter() {
    const inDays = (day) => (!asked.from || day >= asked.from) && (!asked.to || day <= asked.to);
    const days = { from: asked.from, to: asked.to };
    Object.assign(asked, { from: "", to: "" });
    this.shown = data.series.filter((one, place) => answers(this.index[place]) && one.cells.some((cell) => cell.day >= days.from && (!days.to || cell.day <= days.to)));
    Object.assign(asked, days);
    this.inDays = inDays;
    this.most = CHARTS;
    this.draw();
    return this.shown.length;
  }

  draw() {
    this.home.innerHTML = this.shown.slice(0, this.most).map((one) => one.svg).join("");
    this.more.hidden = this.shown.length <= this.most;
    this.none.hidden = this.shown.length > 0;
  }

  open(target) {
    const fact = target.dataset && target.dataset.fact;
    if (!fact) return false;
    const [series, place] = fact.split(":").map(Number);
    const one = data.series[series], cell = one.cells[place];
    const notes = [...cell.flags.map((flag) => data.kinds[flag] || flag), cell.why && `the value is decided by ${cell.why}`].filter(Boolean);
    showStory({ title: `${one.label}, ${cell.day}`, note: notes.join("; "), statements: [cell.chosen, ...cell.others], shown: cell.chosen.events[0] });
    return true;
  }

  csvRows() { return this.shown.flatMap((one) => one.rows.filter((row) => this.inDays(row.day))); }
}

class LedgersView {
  constructor(home) {
    this.picks = make("div", { className: "picks", role: "group", ariaLabel: "Ledger" });
    this.place = make("div");
    home.append(this.picks, this.place);
    this.tables = {};
    for (const [type, ledger] of Object.entries(data.ledgers)) {
      const page = make("div", { hidden: true });
      page.insertAdjacentHTML("beforeend", ledger.svg);
      const index = ledger.rows.map((row) => described(type, row.place, LEDGER_NAMES.map((name) => row[name] || "").join("、"), row.day, [...LEDGER_NAMES.map((name) => row[name] || ""), row.quote, row.measure || ""]));
      const open = (place) => {
        const row = ledger.rows[place];
        showStory({ title: `${type}: ${row.quote.trim()}`, note: row.flags ? `${row.flags}: not added to the sum` : "", statements: [{ value: row.value, sources: row.sources, events: row.events }], shown: row.events[0] });
      };
      const table = new TableView(page, ledgerColumns(ledger.rows), ledger.rows, index, open, ({ events, ...row }) => row);
      const button = make("button", { type: "button", textContent: type, onclick: () => this.pick(type) });
      this.tables[type] = { page, table, button };
      this.picks.append(button);
      this.place.append(page);
    }
    if (!Object.keys(this.tables).length) home.append(make("p", { className: "empty", textContent: "No ledger has entries." }));
    else this.pick(Object.keys(this.tables)[0]);
  }

  pick(type) {
    this.picked = type;
    for (const [name, { page, button }] of Object.entries(this.tables)) {
      page.hidden = name !== type;
      button.setAttribute("aria-pressed", String(name === type));
    }
  }

  filter() {
    let all = 0;
    for (const [type, { table, button }] of Object.entries(this.tables)) {
      const found = table.filter();
      button.textContent = `${type} (${number(found)})`;
      all += found;
    }
    return all;
  }

  csvRows() { return this.picked ? this.tables[this.picked].table.csvRows() : []; }
}
