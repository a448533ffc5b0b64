// The page: views, tabs, filters, keys.
const conflictIndex = data.conflicts.map((c) => described(c.type, c.entity, c.entity, c.day, [c.kind, c.entity, c.type, c.measure || "", c.says]));
const openConflict = (place) => {
  const one = data.conflicts[place];
  const why = one.kind === "values" ? `; decided by ${one.why}` : one.why && one.why !== one.says ? `: ${one.why}` : "";
  showStory({ title: `${one.entity}: ${one.measure || one.type}, ${one.day || ""}`, note: one.says + why, statements: one.statements, shown: one.statements[0].events[0] });
};
const views = {
  events: new TableView($("events"), EVENT_COLUMNS, data.events, eventIndex, showEvent, plainEvent),
  series: new SeriesView($("series")),
  ledgers: new LedgersView($("ledgers")),
  conflicts: new TableView($("conflicts"), CONFLICT_COLUMNS, data.conflicts, conflictIndex, openConflict, ({ statements, ...row }) => row),
};
const tabs = [...document.querySelectorAll("#tabs button")];
let current = "events";

const show = (name) => {
  current = name;
  for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== name;
  for (const tab of tabs) {
    const isOn = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(isOn));
    tab.tabIndex = isOn ? 0 : -1;
  }
};

const refresh = () => {
  readFilters();
  for (const tab of tabs) {
    const name = tab.id.slice(4), found = views[name].filter();
    tab.replaceChildren(`${name[0].toUpperCase()}${name.slice(1)} `, make("span", { className: "count", textContent: number(found) }));
    if (name === "events") $("summary").textContent = `${number(found)} of ${number(data.events.length)} events in ${number(Object.keys(data.articles).length)} articles`;
  }
};

let waiting = 0;
const soon = () => { clearTimeout(waiting); waiting = setTimeout(refresh, 120); };

fillChoices();
for (const id of FILTERS) $(id).addEventListener("input", soon);
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("filters").addEventListener("reset", () => setTimeout(refresh));
$("export").addEventListener("click", () => download(csv(views[current].csvRows()), `${current}.csv`));
tabs.forEach((tab, place) => {
  tab.addEventListener("click", () => show(tab.id.slice(4)));
  tab.addEventListener("keydown", (key) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key.key];
    if (!step) return;
    const next = tabs[(place + step + tabs.length) % tabs.length];
    show(next.id.slice(4));
    next.focus();
  });
});
document.addEventListener("keydown", (key) => {
  if (key.key === "Escape") closeDetail();
  if (key.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    key.preventDefault();
    $("search").focus();
  }
});
show("events");
refresh();
