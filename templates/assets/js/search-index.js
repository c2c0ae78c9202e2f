/* The search index in memory, and what it finds: values in, values out. It knows nothing of the page (search.js).

   Each shard of the index is a script that calls siteBuilderSearch(name, values); what the values are is
   declared in site_builder/pages/search_values.py. siteBuilderSearch.find("atalanta napoli 2021") asks. */
"use strict";

(() => {
  const MOST_MATCHES = 50;
  const KINDS = ["teams", "competitions", "people", "venues", "authors", "tags", "pages"];
  const DAY = 86400000;

  // -- Folding: words as slugs spell them. Shards bring the letters of their own names along.

  const letters = new Map(
    Object.entries({ ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", þ: "th", ð: "d", ı: "i", ħ: "h", ŋ: "ng", ŧ: "t", "’": "", "‘": "" }),
  );

  function spelt(letter) {
    if (letter < "\x80") return letter;
    const told = letters.get(letter) ?? letters.get(letter.toLowerCase());
    if (told !== undefined) return told;
    return letter.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\x00-\x7f]/gu, " ");
  }

  /** Small ASCII letters and digits with single spaces between words. */
  function folded(text) {
    const plain = /^[\x00-\x7f]*$/.test(text) ? text : Array.from(text.normalize("NFC"), spelt).join("");
    return plain.replace(/['`]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
  }

  const slugOf = (text) => folded(text).replace(/ /g, "-");
  const searchable = (text) => ` ${folded(text)}`;

  // -- The index, as far as it has been loaded.

  const index = { things: [], bySlug: { teams: new Map(), competitions: new Map() }, seasons: [], headlines: [] };
  const newestFirst = (a, b) => b.date - a.date;

  function thingOf(kind, entry) {
    const [name, slug, ...others] = typeof entry === "string" ? [entry] : entry;
    const own = slug || slugOf(name);
    const address = kind === "pages" ? own : `${kind}/${own}`;
    return { kind, name, slug: own, address, names: [name, ...others].map(searchable) };
  }

  function receiveThings(values) {
    for (const kind of KINDS) {
      const things = (values[kind] ?? []).map((entry) => thingOf(kind, entry));
      for (const thing of things) index.things.push(thing);
      if (index.bySlug[kind]) index.bySlug[kind] = new Map(things.map((thing) => [thing.slug, thing]));
    }
  }

  /** Days as numbers that sort and read: 20210210. */
  function numberOf(iso) {
    return Number(iso.slice(0, 10).replace(/-/g, ""));
  }

  function datesOf(start, days) {
    let time = Date.parse(start);
    let date = numberOf(start);
    return Int32Array.from(days, (step) => {
      if (step) {
        time += step * DAY;
        date = numberOf(new Date(time).toISOString());
      }
      return date;
    });
  }

  /** What the names say of a team or competition; one that is newer than they are goes by its slug. */
  const known = (kind, slug) => index.bySlug[kind].get(slug) ?? thingOf(kind, slug);

  function teamOf(entry) {
    const [slug, nameOfDay] = typeof entry === "string" ? [entry] : entry;
    const team = known("teams", slug);
    return { slug, name: nameOfDay ?? team.name, names: nameOfDay ? [...team.names, searchable(nameOfDay)] : team.names };
  }

  function scoreOf(packed, at) {
    return packed[2 * at] === "-" ? null : [parseInt(packed[2 * at], 36), parseInt(packed[2 * at + 1], 36)];
  }

  function receiveSeason(text, values) {
    const scores = values.home.map((_, at) => scoreOf(values.scores, at));
    for (const [at, home, away] of values.large ?? []) scores[at] = [home, away];
    const start = Number(text.slice(0, 4));
    index.seasons.push({
      text,
      years: text.length > 4 ? [start, start + 1] : [start],
      dates: datesOf(values.start, values.days),
      teams: values.teams.map(teamOf),
      competitions: values.competitions.map((slug) => known("competitions", slug)),
      home: values.home,
      away: values.away,
      of: values.of,
      scores,
      notes: new Map(values.notes),
      addresses: new Map(values.addresses),
    });
  }

  function headlineOf([title, address, day]) {
    const last = address.slice(address.lastIndexOf("/") + 1);
    const told = day ?? (/^\d{4}-\d\d-\d\d/.test(last) ? last.slice(0, 10) : "");
    return { title, address, day: told, date: numberOf(told), words: `${searchable(title)}${searchable(last)}` };
  }

  const waiting = [];
  let hasNames = false;

  /** What shards call. A season is read once the names are known. */
  function receive(name, values) {
    for (const [letter, spelling] of values.letters ?? []) letters.set(letter, spelling);
    if (name === "things") {
      receiveThings(values);
      hasNames = true;
    } else {
      waiting.push([name, values]);
    }
    for (const [shard, held] of hasNames ? waiting.splice(0) : []) {
      if (held.headlines) for (const one of held.headlines) index.headlines.push(headlineOf(one));
      else receiveSeason(shard, held);
    }
  }

  // -- What was typed, as terms. Each may be meant in several ways, and one of them has to fit.

  const language = document.documentElement.lang || "en";
  const monthNames = Array.from({ length: 12 }, (_, month) =>
    folded(new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(Date.UTC(2020, month, 15))),
  );

  /** The days whose number begins like this: "2021-02-1" is from the 10th to the 19th. */
  function daysOf(written) {
    const digits = written.replace(/-/g, "");
    return [Number(digits.padEnd(8, "0")), Number(digits.padEnd(8, "9"))];
  }

  function termOf(written) {
    const word = folded(written);
    const term = { word: word.includes(" ") ? "" : word, days: null, season: "", score: null, months: [], day: 0 };
    const european = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(written);
    if (european) term.days = daysOf(`${european[3]}${european[2].padStart(2, "0")}${european[1].padStart(2, "0")}`);
    if (/^([12]\d{0,3}|[12]\d{3}-\d{0,2}(-\d{0,2})?)$/.test(written)) term.days = daysOf(written);
    const season = /^((?:\d\d)?\d\d)[-/](?:\d\d)?(\d\d)$/.exec(written);
    if (season && (Number(season[1]) + 1) % 100 === Number(season[2])) term.season = `${season[1]}-${season[2]}`;
    const score = /^(\d{1,3})[-:](\d{0,3})$/.exec(written);
    if (score) term.score = [Number(score[1]), score[2] ? Number(score[2]) : null];
    if (/^[a-z]{3}/.test(word)) term.months = monthNames.map((name) => name.startsWith(word));
    if (/^\d{1,2}$/.test(written)) term.day = Number(written);
    return term;
  }

  /** `versus` is the site's word between two teams; between other words it asks for nothing, nor do "v" and "vs". */
  function termsOf(text, versus) {
    const written = text.normalize("NFC").replace(/[‐‑–—−]/g, "-").split(/[\s,;]+/).filter(Boolean);
    const between = new Set(["v", "vs", folded(versus)]);
    const asking = written.filter((part, at) => at === 0 || at === written.length - 1 || !between.has(folded(part)));
    const terms = asking.flatMap((part) => {
      const term = termOf(part);
      const isWords = !term.word && !term.days && !term.season && !term.score;
      return isWords ? folded(part).split(" ").filter(Boolean).map(termOf) : [term];
    });
    // A bare number is a day only beside a month: "10 february".
    if (!terms.some((term) => term.months.some(Boolean))) for (const term of terms) term.day = 0;
    return terms;
  }

  const isNamed = (names, term) => term.word !== "" && names.some((name) => name.includes(` ${term.word}`));

  function isOnDay(date, term) {
    const { days, months, day } = term;
    return (days && date >= days[0] && date <= days[1]) || months[(Math.trunc(date / 100) % 100) - 1] || (day > 0 && date % 100 === day);
  }

  function isInSeason(season, term) {
    if (term.season) return season.text === term.season || season.text.slice(2) === term.season;
    return Boolean(term.days) && season.years.some((year) => daysOf(String(year))[0] === term.days[0] && term.word.length === 4);
  }

  const isScore = (score, wanted) => score[0] === wanted[0] && (wanted[1] === null || score[1] === wanted[1]);

  // -- Finding.

  /** How well a name fits: 0 is the very name, 1 begins like it, 2 has all words; other names come after. */
  function rankOf(thing, words, query) {
    let best = Infinity;
    let other = 0;
    for (const name of thing.names) {
      if (words.every((word) => name.includes(word))) {
        const rank = name === query ? 0 : name.startsWith(query) ? 1 : 2;
        best = Math.min(best, rank + other);
      }
      other = 0.5;
    }
    return best;
  }

  function findThings(terms) {
    if (terms.some((term) => !term.word)) return [];
    const words = terms.map((term) => ` ${term.word}`);
    const query = words.join("");
    const found = [];
    for (const thing of index.things) {
      const rank = rankOf(thing, words, query);
      if (rank < Infinity) found.push({ rank, thing });
    }
    // Things stand by kind and slug already, and sorting keeps the order of equals.
    return found.sort((a, b) => a.rank - b.rank).map(({ thing }) => thing);
  }

  /** Seasons of teams and competitions: some words are the name, the others the season. */
  function findSeasons(terms) {
    const found = [];
    for (const season of index.seasons) {
      const names = terms.filter((term) => !isInSeason(season, term));
      if (!names.length || names.length === terms.length) continue;
      for (const [kind, things] of [["competitions", season.competitions], ["teams", season.teams]]) {
        for (const thing of things) {
          if (!names.every((term) => isNamed(thing.names, term))) continue;
          found.push({ name: thing.name, season: season.text, date: season.years[0], address: `${kind}/${thing.slug}/${season.text}` });
        }
      }
    }
    return found.sort(newestFirst);
  }

  function findHeadlines(terms) {
    const fits = (one, term) => isNamed([one.words], term) || isOnDay(one.date, term);
    return index.headlines.filter((one) => terms.every((term) => fits(one, term))).sort(newestFirst);
  }

  /** Whether a match of a season fits a term; what concerns its teams and competitions is looked up once. */
  function fitsIn(season, term) {
    const sides = season.teams.map((team) => isNamed(team.names, term));
    const competitions = season.competitions.map((competition) => isNamed(competition.names, term));
    const isWhole = term.season !== "" && isInSeason(season, term);
    return (at) =>
      isWhole ||
      sides[season.home[at]] ||
      sides[season.away[at]] ||
      competitions[season.of[at]] ||
      isOnDay(season.dates[at], term) ||
      (term.score !== null && season.scores[at] !== null && isScore(season.scores[at], term.score));
  }

  function findMatches(terms) {
    const found = [];
    let count = 0;
    for (const season of index.seasons) {
      const fits = terms.map((term) => fitsIn(season, term));
      let taken = 0;
      for (let at = season.home.length - 1; at >= 0; at -= 1) {
        if (!fits.every((one) => one(at))) continue;
        count += 1;
        if (taken < MOST_MATCHES) found.push({ season, at, date: season.dates[at] });
        taken += 1;
      }
    }
    return { count, found: found.sort(newestFirst).slice(0, MOST_MATCHES).map(matchOf) };
  }

  /** A match as a value. Its address follows from day and teams unless the shard says otherwise. */
  function matchOf({ season, at, date }) {
    const [home, away] = [season.teams[season.home[at]], season.teams[season.away[at]]];
    const day = String(date).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
    const last = season.addresses.get(at) ?? `${day}-${home.slug}-${away.slug}`;
    return {
      home: home.name,
      away: away.name,
      score: season.scores[at],
      note: season.notes.get(at) ?? "",
      day,
      competition: season.competitions[season.of[at]].name,
      address: `matches/${day.slice(0, 4)}/${last}`,
    };
  }

  const nothing = () => ({ groups: { things: [], seasons: [], headlines: [], matches: [] }, count: 0 });

  /** Everything that fits what was typed, best first: values only; null where nothing is asked. */
  function find(text, versus = "v") {
    const terms = termsOf(text, versus);
    // Letters that no name here is written with fit nothing; without letters nothing is asked.
    if (!terms.length) return /[\p{L}\p{N}]/u.test(text) ? nothing() : null;
    const matches = findMatches(terms);
    const groups = { things: findThings(terms), seasons: findSeasons(terms), headlines: findHeadlines(terms), matches: matches.found };
    return { groups, count: groups.things.length + groups.seasons.length + groups.headlines.length + matches.count };
  }

  window.siteBuilderSearch = Object.assign(receive, { find, slugOf });
})();
