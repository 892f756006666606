// Partners put this script into their pages. It makes frames of our news as high as they need to be, and
// never moves what the reader is looking at. Any number of times on a page is once; without it all is readable.

(() => {
  // Where the paper begins: this script lies at its top, or in `assets` under a name that never changes.
  const home = document.currentScript.src.replace(/(assets\/)?[^/]*$/, "");
  const mark = Symbol.for(home);
  if (window[mark]) return;
  window[mark] = 1;

  const LOWEST = 100;
  const HIGHEST = 10_000;
  /** How long a frame waits between two changes, in milliseconds. */
  const PAUSE = 200;
  /** Our frames, each with what it told of its height. */
  const frames = new Map();

  /** Stronger than any rule of the page. */
  const dress = (element, rules) => {
    for (const name in rules) element.style.setProperty(name, rules[name], "important");
  };

  /** What stands for a frame until it shows something: all else in our element, or the quotation before it. */
  const wordsOf = (frame) =>
    [...frame.parentElement.children].filter((child) =>
      frame.parentElement.localName == "strait-embed" ? child != frame : child.localName == "blockquote" && child.nextElementSibling == frame,
    );

  const adopt = (frame) => {
    if (frames.has(frame)) return;
    frames.set(frame, {});
    if (wordsOf(frame)[0]) dress(frame, { visibility: "hidden" });
    // It may have told its height before anybody listened.
    frame.contentWindow.postMessage("height", "*");
  };

  /** Gives a frame its height. In sight its box keeps the room that it has, and only grows. */
  const fit = (frame, told) => {
    told.timer = 0;
    const box = frame.parentElement;
    if (!box) return;
    const words = told.width ? [] : wordsOf(frame);
    const isInSight = (words[0] ?? frame).getBoundingClientRect().top < innerHeight && frame.getBoundingClientRect().bottom > 0;
    // A turned phone is another page.
    const keeps = isInSight && (!told.width || told.width == frame.offsetWidth);
    const height = keeps ? Math.max(told.height, frame.offsetHeight) : told.height;
    const room = box.offsetHeight;
    for (const word of words) dress(word, { display: "none" });
    dress(frame, { display: "block", visibility: "visible", border: 0, width: "100%", "max-height": "none", height: height + "px" });
    const lost = room - box.offsetHeight;
    if (keeps && lost > 0) dress(frame, { height: height + lost + "px" });
    told.width = frame.offsetWidth;
  };

  addEventListener("message", ({ data, origin, source }) => {
    if (!Number.isFinite(data?.strait)) return;
    for (const [frame, told] of frames) {
      // A sandboxed frame has an origin that nothing else has, and is called "null".
      if (frame.contentWindow != source || origin != (/^$|same/.test(frame.sandbox) ? new URL(home).origin : "null")) continue;
      told.height = Math.min(Math.max(Math.ceil(data.strait), LOWEST), HIGHEST);
      told.timer ||= setTimeout(fit, told.width ? PAUSE : 0, frame, told);
    }
  });

  class StraitEmbed extends HTMLElement {
    connectedCallback() {
      if (this.querySelector("iframe")) return;
      const wish = (name) => this.getAttribute(name) || "";
      const kind = wish("kind") || "article";
      const what = `${kind}/${wish("section") || wish("article")}/`.replace(/^full(.*)/, "article$1full/");
      const wishes = ["theme", "accent", "scale"].map((name) => name + "=" + wish(name)).join("&");
      const frame = document.createElement("iframe");
      frame.title = this.title || this.textContent.trim() || home;
      // Cards and whole articles come before lists in the alphabet.
      frame.height = wish("height") || (kind < "r" ? "450" : "600");
      frame.width = "100%";
      frame.loading = "lazy";
      frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      frame.src = `${home}${wish("edition")}/embed/${what}#${wishes}`.replace(/([^:])\/\//, "$1/");
      this.append(frame);
      adopt(frame);
    }
  }

  const look = () => {
    for (const frame of document.getElementsByTagName("iframe")) {
      if (frame.src.startsWith(home)) adopt(frame);
    }
  };

  customElements.get("strait-embed") || customElements.define("strait-embed", StraitEmbed);
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})();
