// What was read is remembered, and kept for a time without a network; on a slow line only where that costs nothing, or
// little beside the reader.

import { idle, isSlowLine } from "./page.js";

const remember = () => import("../tools/idle.js").catch(console.warn);
if (!isSlowLine || navigator.serviceWorker?.controller) idle(remember);
else addEventListener("reader-ready", () => idle(remember));
