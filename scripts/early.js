// What the reader chose, before the first paint. It stands in each page (its hash is in the policy), so nothing waits
// for it. A choice is made anywhere by the event `choose`: its `detail` names what is chosen, "" takes a choice back.
(() => {
  const KEY = "strait-choices";
  const CHOICES = {
    size: /^[1-5]$/,
    leading: /^[23]$/,
    theme: /^(dark|light)$/,
    contrast: /^more$/,
    motion: /^less$/,
    elder: /^on$/,
    rate: /^(0\.75|1\.25|1\.5|2)$/,
    edition: /^[\w-]+$/,
  };
  /** What the device says of these is overruled: the query, and the choice that makes it true. */
  const OVERRULED = [
    ["theme", /\(prefers-color-scheme: ?dark\)/, "dark"],
    ["contrast", /\(prefers-contrast: ?more\)/, "more"],
    ["motion", /\(prefers-reduced-motion: ?reduce\)/, "less"],
    ["motion", /\(prefers-reduced-motion: ?no-preference\)/, ""],
  ];
  const root = document.documentElement;
  const chosen = new Map();
  /** Each media query as it was written. */
  const written = new Map();
  let isOverruled;
  /** What is kept, as it was last seen. */
  let seen = "";

  const isKnown = ([name, value]) => CHOICES[name]?.test(value);

  function overrule(rules) {
    for (const { media, cssRules } of rules) {
      if (media) {
        if (!written.has(media)) written.set(media, media.mediaText);
        media.mediaText = OVERRULED.reduce(
          (text, [name, query, truth]) =>
            chosen.has(name) ? text.replace(query, chosen.get(name) === truth ? "(min-width: 0)" : "(max-width: 0)") : text,
          written.get(media),
        );
      }
      if (cssRules) overrule(cssRules);
    }
  }

  function apply() {
    for (const name in CHOICES) {
      if (chosen.has(name)) root.dataset[name] = chosen.get(name);
      else delete root.dataset[name];
    }
    if (isOverruled || OVERRULED.some(([name]) => chosen.has(name))) {
      isOverruled = true;
      for (const sheet of [...document.styleSheets, ...(document.adoptedStyleSheets ?? [])]) overrule(sheet.cssRules);
    }
  }

  /** Reads what is kept, by this window or by another; whether it is new. */
  function load() {
    try {
      const kept = localStorage.getItem(KEY) ?? "";
      if (kept === seen) return false;
      seen = kept;
    } catch {
      // As if nothing had been chosen.
      return false;
    }
    chosen.clear();
    for (const choice of new URLSearchParams(seen)) if (isKnown(choice)) chosen.set(...choice);
    return true;
  }

  function keep() {
    try {
      const kept = String(new URLSearchParams([...chosen]));
      localStorage.setItem(KEY, kept);
      seen = kept;
    } catch {
      // Nothing may be kept here: it holds for this page.
    }
  }

  // Tools that need a script can be shown from now on.
  root.dataset.scripts = "";
  load();
  // What this reader chose counts more than what came with a link or a QR code.
  const size = ["size", new URLSearchParams(location.search).get("size")];
  if (!chosen.has("size") && isKnown(size)) {
    chosen.set(...size);
    keep();
  }
  if (chosen.size) apply();
  // A reader of one script who follows a link to the other goes on in their own: but not without a network, where only
  // this one may be kept, nor from what was saved, nor from a page that stands in for one that is not there.
  const pathIn = (language) => new URL(document.querySelector(`link[hreflang="${language}"]`)?.href ?? location.href).pathname;
  const isSaved = () => Object.keys(localStorage).some((key) => key.startsWith("strait-saved ") && localStorage[key].includes(`"${location.pathname}"`));
  if (chosen.has("edition") && navigator.onLine && pathIn(root.lang) === location.pathname && !isSaved()) {
    const twin = pathIn(chosen.get("edition"));
    if (twin !== location.pathname) location.replace(twin + location.search + location.hash);
  }

  const tell = () => (apply(), dispatchEvent(new Event("chosen")));
  // Chosen in another window, or on the page that one comes back from.
  for (const sign of ["storage", "pageshow"]) addEventListener(sign, () => load() && tell());
  // Sheets that come later look as it was chosen, too.
  addEventListener("sheet", apply);
  addEventListener("choose", ({ detail }) => {
    load();
    for (const choice of Object.entries(detail)) {
      if (isKnown(choice)) chosen.set(...choice);
      else chosen.delete(choice[0]);
    }
    keep();
    tell();
  });
})();
