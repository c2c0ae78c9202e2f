// Turns the page that is shown into a later state of its source, in place. Knows nothing of servers and events.
//
// For every node its source is remembered, and only what the sources say differently is changed: what scripts and
// readers made of a page (open details, typed text, what lies scrolled) stays where its source stays. Nodes that no
// source had (of scripts, of extensions) are left alone. Nothing of this is marked in the page.
const siteBuilderPage = (() => {
  "use strict";
  const sources = new WeakMap();

  const remember = (shown, source) => {
    sources.set(shown, source);
    shown.childNodes.forEach((child, at) => remember(child, source.childNodes[at]));
  };

  const kind = (node) => `${node.nodeName} ${node.namespaceURI ?? ""}`;
  const text = (node) => node.outerHTML ?? node.data;
  const attributes = (node) => [...(node.attributes ?? [])].map(({ name, value }) => `${name}=${value}`).join("\n");

  // What two nodes have in common that stand for the same, surest first. An id is a name: who has one is nobody else.
  const LIKENESS = [
    (node) => node.id && `${kind(node)} ${node.id}`,
    (node) => !node.id && `${kind(node)} ${text(node)}`,
    (node) => !node.id && node.firstElementChild && `${kind(node)} ${attributes(node)} ${text(node.firstElementChild)}`,
    (node) => !node.id && `${kind(node)} ${attributes(node)}`,
    (node) => !node.id && kind(node),
  ];

  // For each of the later children the one that is shown already, in order among those that are alike.
  const pairs = (shown, later) => {
    const found = new Map();
    const isEqual = (child, next) => sources.get(child).isEqualNode(next);
    while (shown.length && later.length && isEqual(shown[0], later[0])) found.set(later.shift(), shown.shift());
    while (shown.length && later.length && isEqual(shown.at(-1), later.at(-1))) found.set(later.pop(), shown.pop());
    const free = new Set(shown);
    for (const likeness of LIKENESS) {
      const waiting = new Map();
      for (const child of free) {
        const key = likeness(sources.get(child));
        if (!key) continue;
        if (!waiting.has(key)) waiting.set(key, []);
        waiting.get(key).push(child);
      }
      for (const next of later) {
        const child = found.has(next) ? null : waiting.get(likeness(next))?.shift();
        if (child) found.set(next, child);
        free.delete(child);
      }
    }
    return { found, gone: free };
  };

  const born = (next) => {
    const made = document.importNode(next, true);
    remember(made, next);
    return made;
  };

  const updateAttributes = (shown, before, next) => {
    for (const { name } of before.attributes) if (!next.hasAttribute(name)) shown.removeAttribute(name);
    for (const { namespaceURI, name, value } of next.attributes) {
      if (before.getAttribute(name) !== value) shown.setAttributeNS(namespaceURI, name, value);
    }
  };

  const updateChildren = (shown, next) => {
    const isOwn = (child) => sources.has(child);
    const { found, gone } = pairs([...shown.childNodes].filter(isOwn), [...next.childNodes]);
    for (const child of gone) child.remove();
    let at = shown.firstChild;
    for (const later of next.childNodes) {
      while (at && !isOwn(at)) at = at.nextSibling;
      const child = found.get(later);
      if (child) update(child, later);
      if (child && child === at) at = at.nextSibling;
      else shown.insertBefore(child ?? born(later), at);
    }
  };

  const update = (shown, next) => {
    const before = sources.get(shown);
    if (before.isEqualNode(next)) return;
    sources.set(shown, next);
    if (next.nodeType !== Node.ELEMENT_NODE) shown.data = next.data;
    else {
      updateAttributes(shown, before, next);
      updateChildren(shown, next);
    }
  };

  // Moving a node takes the focus from it, and with the focus what is selected in a field.
  const keepingFocus = (task) => {
    const focused = document.activeElement;
    const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = focused ?? {};
    task();
    if (!focused?.isConnected || document.activeElement === focused) return;
    focused.focus({ preventScroll: true });
    if (typeof start === "number") focused.setSelectionRange(start, end, direction);
  };

  const RUNS = new Set(["", "module", "importmap", "text/javascript", "application/javascript"]);
  const scripts = (root) => [...root.querySelectorAll("script")].filter((script) => RUNS.has(script.type.toLowerCase()));

  const source = () => sources.get(document.documentElement);

  return {
    // Take the page as it is now for its source. A copy in a document that shows nothing loads no image twice.
    begin() {
      const still = document.implementation.createHTMLDocument("");
      remember(document.documentElement, still.importNode(document.documentElement, true));
    },

    // The paths of the scripts that the source names.
    scripts: () => scripts(source()).map((script) => script.getAttribute("src")).filter(Boolean),

    // Throws where a page can only be loaded anew: scripts that run once, templates, whose content no node shows.
    become(later) {
      // Without scripts at work, as in a document that shows nothing, these are read as elements.
      for (const one of later.querySelectorAll("noscript")) one.textContent = one.innerHTML;
      const words = (root) => scripts(root).map(text).join("\n");
      if (words(source()) !== words(later) || later.querySelector("template")) throw new Error("not in place");
      keepingFocus(() => update(document.documentElement, later.documentElement));
    },

    // One node takes the place of another: `fresh` is now what the source of `old` is about.
    succeed(old, fresh) {
      if (!sources.has(old)) return;
      sources.set(fresh, sources.get(old));
      sources.delete(old);
    },
  };
})();
