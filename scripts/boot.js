// All the code that a one-page visit downloads. Until the reader (WASM) runs, and where it cannot, every link is a plain
// link to a printed page. What starts when, in this order:

// at once: nothing may become markup, nothing but the worker a script
import "./boot/trusted_types.js";
// at a sign of the hand, or when the page is idle, but not on a slow line: the reader
import "./boot/reader.js";
// when one goes back to a page that no reader is there to show, and at the second click of two
import "./boot/history.js";
// at a click while the reader wakes up: the link is held for it
import "./boot/hold.js";
// at a click: tools, sharing, choices
import "./boot/tools.js";
import "./boot/share.js";
import "./boot/choices.js";
// when the page is idle: what remembers, keeps and tells
import "./boot/idle.js";
