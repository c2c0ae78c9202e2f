// Listens for changes of the page that it was put into, and shows what is wrong with the sources over it.
// Part of the watch mode only: no file of the output has it. Nothing here is made of markup: problems are text.
(() => {
  "use strict";
  const own = document.currentScript;
  let seen = own.dataset.version;
  let source = null;
  let host = null;

  const look = `
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 60vh;
      overflow: auto; padding: 1rem 1.25rem; background: #2b1210; color: #fff; border-top: 4px solid #ff6b5e;
      font: 16px/1.5 system-ui, sans-serif; }
    h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
    article { margin: .75rem 0; }
    p { margin: .1rem 0; overflow-wrap: anywhere; }
    .place { font: .9rem/1.5 ui-monospace, monospace; color: #ffb4ab; }
    pre { margin: .25rem 0; padding: .35rem .6rem; background: #00000059; overflow: auto; font: .9rem/1.5 ui-monospace, monospace; }
    .fix { color: #ffe0a3; }`;

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

  const show = (problems) => {
    host?.remove();
    host = null;
    if (!problems.length) return;
    host = document.createElement("site-builder-problems");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
    const section = document.createElement("section");
    section.setAttribute("role", "alert");
    section.append(part("h2", "The site was not rebuilt: this is the last good page"), ...problems.map(article));
    root.append(section);
    document.documentElement.append(host);
  };

  // The new sheet is loaded beside the old one, which goes when it is there: the page is never without style.
  const restyle = () => {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(link.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("version", seen);
      const next = link.cloneNode();
      next.href = address.href;
      next.addEventListener("load", () => link.remove(), { once: true });
      next.addEventListener("error", () => next.remove(), { once: true });
      link.after(next);
    }
  };

  const listen = () => {
    if (source) return;
    const query = new URLSearchParams({ page: location.pathname, seen });
    source = new EventSource(`/.site-builder/events?${query}`);
    source.addEventListener("change", (event) => {
      seen = event.lastEventId || seen;
      if (event.data === "css") restyle();
      else location.reload();
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
  follow();
})();
