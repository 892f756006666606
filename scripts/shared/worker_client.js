// Speaks to the service worker, which keeps what was seen.

import { TOLD, base, edition, worker } from "./paper.js";

/** As the boot module found it. */
const isSlowLine = document.documentElement.dataset.line === "slow";

/**
 * Starts the worker where there is none, on a slow line only when it `isAsked` for. Browsers and private windows that
 * want none are left alone.
 */
export async function employ(isAsked = false) {
  if (!navigator.serviceWorker) return;
  if (!worker) return clear();
  if (isSlowLine && !isAsked) return;
  const wasThere = Boolean(navigator.serviceWorker.controller);
  const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
  const { active } = registration.active ? registration : await navigator.serviceWorker.ready;
  if (wasThere && !isFirst()) return;
  const here = location.href.replace(/[?#].*/, "");
  const address = (path) => new URL(`${edition}${path}`, location.href).href;
  // The page on screen, the front page that an icon on a home screen opens, and the page that says what is there. A
  // first visit does not pay for tools that nobody asked for; who comes again has them without a network too.
  active.postMessage({ keep: [...new Set([here, address("")])], home: document.querySelector(".masthead__tools a")?.href, isWhole: wasThere });
}

/** Where the paper wants no worker: what the last one kept for pages that were open when it was retired. */
async function clear() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`strait ${base} `)).map((name) => caches.delete(name)));
}

/** Whether this release of this edition was not told of yet, since the window was opened. */
function isFirst() {
  const told = `${TOLD}${edition} ${document.querySelector("script[data-words]").src}`;
  try {
    const isFirst = sessionStorage.getItem(told) === null;
    sessionStorage.setItem(told, "");
    return isFirst;
  } catch {
    return true;
  }
}

/** Keeps the page on screen, which was opened in place: without a network it may be loaded as a page. */
export function keepShown() {
  if (isSlowLine) return;
  navigator.serviceWorker?.controller?.postMessage({ keep: [location.href.replace(/[?#].*/, "")], isWhole: true });
}

/** Forgets all that was seen; answers when that is done, or where there is no worker. */
export function forgetSeen() {
  const active = navigator.serviceWorker?.controller;
  if (!active) return Promise.resolve();
  const { port1, port2 } = new MessageChannel();
  const done = new Promise((resolve) => (port1.onmessage = resolve));
  active.postMessage({ isForgotten: true }, [port2]);
  return Promise.race([done, new Promise((resolve) => setTimeout(resolve, 3000))]);
}
