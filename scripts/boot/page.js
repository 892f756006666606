// What the boot module knows of the page, and of what happens in it.

import { isInside } from "../shared/inside.js";

/** Where all is that may be asked for later, in the boot module's own tag. */
export const { reader, wasm, integrity, style, weight, site, worker, failed } = document.querySelector("script[data-words]").dataset;
export const root = document.documentElement;
export const { dataset } = root;

const { connection } = navigator;
export const isSlowLine = connection?.saveData || /2g|3g/.test(connection?.effectiveType);
if (isSlowLine) dataset.line = "slow";
if (isInside) dataset.inside = "";

/** What an event happened in; nothing where that was no element. */
export const around = ({ target }, css) => target.closest?.(css);
export const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }) => !(button || ctrlKey || metaKey || shiftKey || altKey);

/** Does something when the page is there and nothing else is to be done. */
export function idle(act) {
  if (document.readyState !== "complete") addEventListener("load", () => idle(act));
  else if (window.requestIdleCallback) requestIdleCallback(act, { timeout: 3000 });
  else setTimeout(act, 300);
}
