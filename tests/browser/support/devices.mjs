// Devices as a test needs them: scripts that run before a page's own.

/**
 * A device with voices for these languages, or none. `sentenceEnds()` lets the sentence that is spoken end. As on iOS,
 * nothing is spoken unless a tap has begun it: `isBegun`.
 */
export const withVoices = (languages) => `
  const voices = ${JSON.stringify(languages)}.map((lang) => ({ lang, name: lang, localService: true }));
  globalThis.spoken = [];
  globalThis.isBegun = false;
  globalThis.sentenceEnds = () => spoken.at(-1).dispatchEvent(new Event("end"));
  Object.defineProperty(globalThis, "speechSynthesis", { value: {
    getVoices: () => voices, addEventListener() {}, cancel() {}, speak(utterance) {
      isBegun ||= globalThis.event?.type === "click";
      if (utterance.text && isBegun) spoken.push(utterance);
    },
  } });
  globalThis.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
`;

/** Minutes pass as seconds; `waits` has those that were asked for, in milliseconds. */
export const HURRIED = `
  const later = setTimeout;
  globalThis.waits = [];
  globalThis.setTimeout = (act, time, ...more) => (time >= 5000 && waits.push(time), later(act, time >= 5000 ? 300 : time, ...more));
`;

/** A device on which waits of these lengths, in milliseconds, are over at once; all others take their time. */
export const without = (waits) => `
  const later = setTimeout;
  globalThis.setTimeout = (act, time, ...more) => later(act, ${JSON.stringify(waits)}.includes(time) ? 0 : time, ...more);
`;

/** How long one stays on a page before it is kept: `STAY` in `scripts/tools/visit.js`. */
export const STAY = [1500];

/** The pauses before a second and a third try: `PAUSES` in `src/reader/desk.rs`. */
export const PAUSES = [400, 1200];

/** A browser in which nothing may be kept. */
export const FORBIDDEN = `
  const refuse = () => { throw new DOMException("forbidden", "SecurityError"); };
  Object.defineProperty(window, "localStorage", { get: refuse });
  Object.defineProperty(window, "caches", { get: refuse });
  if (navigator.serviceWorker) navigator.serviceWorker.register = async () => refuse();
`;

/** A device that has no room. */
export const FULL = `
  Cache.prototype.put = async () => { throw new DOMException("full", "QuotaExceededError"); };
`;
