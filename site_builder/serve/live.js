// Listens for changes of the page that it was put into, shows what is wrong with the sources over it, and goes to
// the page that is edited where somebody wants it. Part of the watch mode only: no file of the output has it.
// Nothing here is made of markup: problems are text.
(() => {
  "use strict";
  const own = document.currentScript;
  let seen = own.dataset.version;
  let source = null;
  let host = null;
  let turn = 0;
  own.remove();
  siteBuilderPage.begin();

  const look = `
    @media print { :host { display: none; } }
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 60vh;
      overflow: auto; padding: 1rem 1.25rem; background: #2b1210; color: #fff; border-top: 4px solid #ff6b5e;
      font: 16px/1.5 system-ui, sans-serif; }
    h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
    article { margin: .75rem 0; }
    p { margin: .1rem 0; overflow-wrap: anywhere; }
    .place { font: .9rem/1.5 ui-monospace, monospace; color: #ffb4ab; }
    pre { margin: .25rem 0; padding: .35rem .6rem; background: #00000059; overflow: auto; font: .9rem/1.5 ui-monospace, monospace; }
    .fix { color: #ffe0a3; }
    button { position: fixed; inset: auto .5rem .5rem auto; z-index: 2147483646; margin: 0; padding: .3rem .7rem; opacity: .75;
      font: 13px/1.4 system-ui, sans-serif; color: #fff; background: #2a2a2e; border: 1px solid #8a8a92; border-radius: 1rem;
      cursor: pointer; }
    button:is(:hover, :focus-visible) { opacity: 1; }
    button:focus-visible { outline: 3px solid #4c9aff; outline-offset: 2px; }`;

  const part = (name, text, kind) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const article = (problem) => {
    const made = document.createElement("article");
    if (problem.place) made.append(part("p", problem.place, "place"));
    made.append(part("p", problem.message));
    if (problem.excerpt) made.append(part("pre", problem.excerpt));
    if (problem.fix) made.append(part("p", problem.fix, "fix"));
    return made;
  };

  // An element beside the page, in which the page's styles do not reach.
  const beside = (name, content) => {
    const made = document.createElement(name);
    const root = made.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
    root.append(content);
    document.documentElement.append(made);
    return made;
  };

  const show = (problems) => {
    host?.remove();
    host = null;
    if (!problems.length) return;
    const section = document.createElement("section");
    section.setAttribute("role", "alert");
    section.append(part("h2", "The site was not rebuilt: this is the last good page"), ...problems.map(article));
    host = beside("site-builder-problems", section);
  };

  // Whether this tab goes where one edits: of one's own choice, or since `watch --open` asked for it.
  const KEY = "site-builder-follow";
  const isFollowing = () => sessionStorage.getItem(KEY) === "on";
  const offerToFollow = () => {
    const address = new URL(location.href);
    if (address.searchParams.has(KEY)) {
      address.searchParams.delete(KEY);
      history.replaceState(history.state, "", address);
      sessionStorage.setItem(KEY, "on");
    }
    const button = part("button", "");
    const say = () => {
      button.textContent = `Follow edits: ${isFollowing() ? "on" : "off"}`;
    };
    button.title = "Go to the page of the report that is saved, in this tab";
    button.addEventListener("click", () => {
      sessionStorage.setItem(KEY, isFollowing() ? "off" : "on");
      say();
    });
    say();
    beside("site-builder-follow", button);
  };

  // The new sheet is loaded beside the old one, which goes when it is there: the page is never without style.
  const restyle = () => {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(link.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("version", seen);
      const next = link.cloneNode();
      next.href = address.href;
      siteBuilderPage.succeed(link, next);
      next.addEventListener("load", () => link.remove(), { once: true });
      next.addEventListener("error", () => {
        siteBuilderPage.succeed(next, link);
        next.remove();
      }, { once: true });
      link.after(next);
    }
  };

  // The address of a file, with the version where it is one of those that changed.
  const renewed = (address, files) => {
    const whole = new URL(address, document.baseURI);
    if (whole.origin !== location.origin || !files.has(decodeURIComponent(whole.pathname).slice(1))) return address;
    whole.searchParams.set("version", seen);
    return whole.href;
  };

  const refreshImages = (files) => {
    for (const name of ["src", "srcset", "href", "poster"]) {
      for (const one of document.querySelectorAll(`:is(img, source, image, video, input, link[rel~="icon"])[${name}]`)) {
        const before = one.getAttribute(name);
        const after = before.replace(/(^|,\s+)([^\s,]\S*?)(?=,?(?:\s|$))/g, (_, gap, address) => gap + renewed(address, files));
        if (after !== before) one.setAttribute(name, after);
      }
    }
  };

  // Scripts ran already, and what a style sheet loaded cannot be exchanged by itself. Scripts that scripts load are theirs.
  const cannotExchange = (files) => {
    const ofStyles = performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType === "css");
    const addresses = [...siteBuilderPage.scripts(), ...ofStyles.map(({ name }) => name)];
    return addresses.some((address) => renewed(address, files) !== address);
  };

  // Whether the page is now what its file says. A server that is gone changes nothing, and so does a later turn.
  const morph = async () => {
    turn += 1;
    const mine = turn;
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" }).catch(() => null);
    const text = await answer?.text().catch(() => null);
    if (text == null || mine !== turn) return;
    if (!answer.ok || answer.redirected) throw new Error("no such page");
    const later = new DOMParser().parseFromString(text, "text/html");
    const script = later.querySelector('script[src^="/.site-builder/"]');
    seen = script.dataset.version;
    script.remove();
    siteBuilderPage.become(later);
  };

  const change = async ({ page, files }) => {
    const names = new Set(files);
    try {
      if (cannotExchange(names)) throw new Error("not in place");
      if (page) await morph();
      refreshImages(names);
      if (files.some((path) => path.endsWith(".css"))) restyle();
    } catch {
      location.reload();
    }
  };

  const goTo = (address) => {
    turn += 1; // what is on its way comes too late
    rest();
    location.assign(address);
  };

  const listen = () => {
    if (source) return;
    const query = new URLSearchParams({ page: location.pathname, seen });
    source = new EventSource(`/.site-builder/events?${query}`);
    source.addEventListener("change", (event) => {
      seen = event.lastEventId;
      change(JSON.parse(event.data));
    });
    source.addEventListener("reload", () => location.reload());
    source.addEventListener("edited", (event) => {
      seen = event.lastEventId;
      if (isFollowing()) goTo(event.data);
    });
    source.addEventListener("problems", (event) => show(JSON.parse(event.data)));
  };

  const rest = () => {
    source?.close();
    source = null;
  };

  // A tab that nobody sees does not listen: browsers allow a server six connections only. It catches up when it is seen again.
  const follow = () => (document.hidden ? rest() : listen());
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", rest);
  addEventListener("pageshow", follow);
  offerToFollow();
  follow();
})();
