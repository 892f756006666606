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
      for (const sheet of document.styleSheets) overrule(sheet.cssRules);
    }
  }

  function keep() {
    try {
      localStorage.setItem(KEY, new URLSearchParams([...chosen]));
    } catch {
      // Nothing may be kept here: it holds for this page.
    }
  }

  // Tools that need a script can be shown from now on.
  root.dataset.scripts = "";
  try {
    for (const choice of new URLSearchParams(localStorage.getItem(KEY) ?? "")) if (isKnown(choice)) chosen.set(...choice);
  } catch {
    // As if nothing had been chosen.
  }
  // What this reader chose counts more than what came with a link or a QR code.
  const size = ["size", new URLSearchParams(location.search).get("size")];
  if (!chosen.has("size") && isKnown(size)) {
    chosen.set(...size);
    keep();
  }
  if (chosen.size) apply();
  // A reader of one script who follows a link to the other goes on in their own; without a network only this one may be kept.
  const twin = chosen.has("edition") && navigator.onLine && document.querySelector(`link[hreflang="${chosen.get("edition")}"]`);
  if (twin) {
    const { pathname } = new URL(twin.href);
    if (pathname !== location.pathname) location.replace(pathname + location.search + location.hash);
  }

  addEventListener("choose", ({ detail }) => {
    for (const choice of Object.entries(detail)) {
      if (isKnown(choice)) chosen.set(...choice);
      else chosen.delete(choice[0]);
    }
    keep();
    apply();
    dispatchEvent(new Event("chosen"));
  });
})();
