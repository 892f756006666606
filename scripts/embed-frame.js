// In a page that partners frame: takes their wishes from the address, and tells how high it wants to be, in
// every dialect that hosts listen to. To whom it speaks it cannot know: so it says a number and nothing else,
// beside the words that the host itself gave it.

(() => {
  const root = document.documentElement;
  // WordPress adds `#?secret=…` to an address that may have a `#` already; pym.js asks before it.
  const wishes = new URLSearchParams(`${location.search}${location.hash}`.replace(/[#?]+/g, "&"));
  const wish = (name, form) => form.exec(wishes.get(name) ?? "")?.[0];
  const theme = wish("theme", /^(dark|light)$/);
  const accent = wish("accent", /^([0-9a-f]{3}){1,2}$/i);
  const scale = wish("scale", /^[0-9.]+$/);
  const secret = wish("secret", /^[0-9a-z]+$/i);
  const pym = wish("childId", /^[\w-]+$/);

  /** Answers what the style sheet asks the device, down to the rules in its layers. */
  const overrule = (rules) => {
    for (const rule of rules) {
      const media = rule.media?.mediaText ?? "";
      if (media.includes("color-scheme")) {
        rule.media.mediaText = media.replace(/\(prefers-color-scheme: ?dark\)/, theme == "dark" ? "(min-width: 0)" : "(max-width: 0)");
      }
      if (rule.cssRules) overrule(rule.cssRules);
    }
  };
  if (theme) for (const sheet of document.styleSheets) overrule(sheet.cssRules);
  if (accent) root.style.setProperty("--mark", `#${accent}`);
  if (scale) root.style.fontSize = `${Math.min(Math.max(scale, 0.8), 1.5) * 100}%`;
  if (parent == window) return;

  let last, asked;
  const tell = () => {
    const frame = document.querySelector("main");
    // Its own height, not that of the window it fills.
    frame.style.minHeight = "0";
    const height = Math.ceil(frame.getBoundingClientRect().height);
    frame.style.minHeight = "";
    const say = (message) => parent.postMessage(message, "*");
    if (!height || height == last) return;
    last = height;
    // Ours, AMP, Datawrapper and WordPress read objects; Medium and the Guardian JSON; pym.js a line.
    say({ strait: height, sentinel: "amp", type: "embed-size", height, "datawrapper-height": { strait: height }, message: "height", value: height, secret });
    say(JSON.stringify({ context: "iframe.resize", type: "set-height", src: location.href, height, value: height }));
    if (pym) say(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
  };

  const answer = () => {
    asked = last = 0;
    tell();
  };

  addEventListener("message", ({ source }) => {
    // A host that came later asks; however often, it is told in its time.
    if (source == parent) asked ||= setTimeout(answer, 50);
  });
  addEventListener("DOMContentLoaded", () => {
    new ResizeObserver(tell).observe(document.querySelector("main"));
  });
  addEventListener("load", tell);
  // In WordPress' sandbox a link leads nowhere: the host follows it, when it is asked.
  if (secret) {
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link) return;
      event.preventDefault();
      parent.postMessage({ message: "link", value: link.href, secret }, "*");
    });
  }
})();
