// What is asked for, and whether a row answers it. Every row of every view has type, place, names, day and words.
const FILTERS = ["search", "type", "place", "entity", "from", "to"];
const asked = {};

const described = (type, place, names, day, words) => ({ type, place: place || "", names: names || "", day: day || "", words: words.join("\n").toLowerCase() });

const readFilters = () => {
  for (const id of FILTERS) asked[id] = $(id).value.trim();
  asked.words = asked.search.toLowerCase().split(/\s+/).filter(Boolean);
};

const answers = (row) =>
  (!asked.type || row.type === asked.type) &&
  (!asked.place || row.place.includes(asked.place)) &&
  (!asked.entity || row.names.includes(asked.entity)) &&
  (!asked.from || (row.day && row.day >= asked.from)) &&
  (!asked.to || (row.day && row.day <= asked.to)) &&
  asked.words.every((word) => row.words.includes(word));

const eventIndex = data.events.map((e) => {
  const names = Object.values(e.roles).join("、");
  const words = [e.type, e.measure || "", e.quote, e.place || "", names, headline(e), article(e).outlet || "", sentence(e)];
  return described(e.type, e.place, names, e.date_end || e.date_start, words);
});

const fillChoices = () => {
  const frequent = (values, most) => {
    const counts = new Map();
    for (const value of values) if (value) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([value]) => value);
  };
  $("type").append(...frequent(data.events.map((e) => e.type), 99).map((value) => make("option", { value, textContent: value })));
  $("places").append(...frequent(data.events.map((e) => e.place), 400).map((value) => make("option", { value })));
  $("entities").append(...frequent(data.events.flatMap((e) => Object.values(e.roles)), 400).map((value) => make("option", { value })));
};
