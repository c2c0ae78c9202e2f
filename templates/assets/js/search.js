/* The page that searches: loads shards of the index as scripts when somebody types, and lists what it finds.

   Nothing is fetched, nothing is stored, and text of the index reaches the page as text only. What is found is
   the business of search-index.js. Without these files the page is a list of links. */
"use strict";

(() => {
  const { find } = window.siteBuilderSearch;
  const MOST = { things: 10, seasons: 6, headlines: 10, matches: 50 };
  const language = document.documentElement.lang || "en";

  const form = document.querySelector("[data-search]");
  const field = form.elements.q;
  const said = form.dataset;
  const results = document.querySelector(".hits");
  const status = results.querySelector("[role=status]");
  const lists = document.querySelector(".search-lists");
  let due = 0;
  let failed = false;

  function load(name) {
    const script = document.createElement("script");
    const done = () => {
      due -= 1;
      showSoon();
    };
    due += 1;
    script.src = `${said.root}search/${name}.js`;
    script.addEventListener("load", done);
    script.addEventListener("error", () => {
      failed = true;
      done();
    });
    document.head.append(script);
  }

  const once = (task) => {
    let isDone = false;
    return () => {
      if (!isDone) task();
      isDone = true;
    };
  };
  const listed = (text) => text.split(" ").filter(Boolean);

  /** The names, when somebody comes to the field. */
  const prepare = once(() => load("things"));
  /** The seasons, newest first, when somebody types. */
  const start = once(() => {
    for (const season of listed(said.seasons)) load(season);
    for (const season of listed(said.headlines)) load(`headlines/${season}`);
  });

  // The pages write the day first; "en" alone would be read as American.
  const dayFormat = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    day: "numeric", month: "short", year: "numeric", timeZone: "UTC",
  });
  const shownDay = (day) => (day ? dayFormat.format(Date.parse(day)) : "");
  const joined = (...parts) => parts.filter(Boolean).join(" · ");
  const shownSeason = (text) => text.replace("-", "–");

  function matchLine({ home, away, score, note, day, competition, address }) {
    const text = `${home} ${score ? score.join("–") : said.versus} ${away}`;
    return [text, joined(note, shownDay(day), competition), address];
  }

  const LINES = {
    things: (thing) => [thing.name, said[thing.kind], thing.address],
    seasons: (one) => [`${one.name} ${shownSeason(one.season)}`, "", one.address],
    headlines: (one) => [one.title, shownDay(one.day), one.address],
    matches: matchLine,
  };

  function element(tag, text, className) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function lineOf([text, note, address]) {
    const link = element("a", "", "hit");
    link.href = said.root + encodeURI(address) + said.suffix;
    link.append(element("span", text), " ", element("span", note, "note"));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  function statusOf(found) {
    if (!found) return "";
    const waits = due ? said.loading : "";
    if (!found.count) return waits || (failed ? said.failed : said.none);
    const number = found.count.toLocaleString(language);
    const all = found.count === 1 ? said.one : said.many.replace("{count}", number);
    const shown = results.querySelectorAll(".hit").length;
    const some = shown < found.count ? said.some.replace("{count}", shown.toLocaleString(language)) : "";
    return [all, some, waits, failed ? said.failed : ""].filter(Boolean).join(" ");
  }

  function show() {
    const found = find(field.value, said.versus);
    for (const section of results.querySelectorAll("[data-group]")) {
      const group = section.dataset.group;
      const lines = (found?.groups[group] ?? []).slice(0, MOST[group]).map((one) => lineOf(LINES[group](one)));
      section.querySelector("ul").replaceChildren(...lines);
      section.hidden = !lines.length;
    }
    lists.hidden = Boolean(found);
    const text = statusOf(found);
    if (status.textContent !== text) status.textContent = text;
  }

  let frame = 0;

  /** Once for all that arrives between two pictures of the screen. */
  function showSoon() {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      show();
    });
  }

  /** The address keeps what was typed, so that going back brings it back. */
  function keep() {
    const query = field.value.trim();
    try {
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    } catch {
      // A browser that forbids this on disk loses the query on reload, nothing else.
    }
  }

  function typed() {
    prepare();
    if (field.value.trim()) start();
    keep();
    show();
  }

  function clear() {
    field.value = "";
    typed();
    field.focus();
  }

  /** Arrows go through the links; above the first is the field. */
  function move(event) {
    const stops = [field, ...results.querySelectorAll(".hit")];
    const at = stops.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (at < 0 || to === undefined || !stops[to]) return;
    event.preventDefault();
    stops[to].focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "/" && event.target !== field) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === "Escape" && (event.target === field || results.contains(event.target))) {
      event.preventDefault();
      clear();
    } else {
      move(event);
    }
  });
  field.addEventListener("input", typed);
  field.addEventListener("focus", prepare);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector(".hit")?.focus();
  });

  form.hidden = false;
  document.querySelector("[data-without-search]").hidden = true;
  field.value = field.value || (new URLSearchParams(location.search).get("q") ?? "");
  field.focus({ preventScroll: true });
  if (field.value) typed();
})();
