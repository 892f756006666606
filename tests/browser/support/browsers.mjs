// A reader of the paper: a browser that visits, clicks and looks.

import { after, before, describe } from "node:test";
import { By, Key, error } from "selenium-webdriver";
import { SIZES, refresh, start } from "./engines.mjs";

export { By, Key };

/** How long anything may take before a test gives up: generous, since times are not what we test. */
export const PATIENCE = Number(process.env.STRAIT_PATIENCE ?? 20_000);

/** The screens that most tests run on. */
export const SCREENS = ["chromium", "firefox"].flatMap((engine) => ["phone", "desktop"].map((size) => ({ engine, size })));

/** Both engines, where the size of the screen does not matter. */
export const ENGINES = ["chromium", "firefox"].map((engine) => ({ engine, size: "desktop" }));

const open = new Map();
let areShared = false;

/** Keeps browsers for all files of this process, and closes them at its end. */
export function shareBrowsers() {
  areShared = true;
  after(closeAll);
}

/** Describes the same promises on each screen. One browser is kept for all screens of an engine with the same wishes. */
export function onScreens(screens, body) {
  for (const screen of screens) {
    const reader = new Reader(screen);
    describe(nameOf(screen), { concurrency: false }, () => {
      before(() => reader.open());
      body(reader, screen);
    });
  }
  if (!areShared) after(closeAll);
}

/** Chromium alone, for what only DevTools can ask for or see. */
export const inChromium = (body, size = "desktop") => onScreens([{ engine: "chromium", size }], body);

async function closeAll() {
  await Promise.all([...open.values()].map((browser) => browser.stop().catch(() => {})));
  open.clear();
}

function nameOf({ engine, size, ...wishes }) {
  return [engine, size, ...Object.entries(wishes).map(([name, value]) => `${name} ${value}`)].join(", ");
}

/** The first element that is not on a page which the reader has laid aside for going back. Runs in the page. */
function seen(css) {
  return [...document.querySelectorAll(css)].find((element) => !element.closest("main [hidden]")) ?? null;
}

export class Reader {
  constructor({ engine, size, ...wishes }) {
    Object.assign(this, { engine, size, wishes });
  }

  async open() {
    const key = nameOf({ engine: this.engine, ...this.wishes });
    // One that died takes no other file's tests with it.
    const isFresh = open.has(key) && (await refresh(open.get(key)).then(() => true, () => false));
    if (!isFresh) {
      await open.get(key)?.stop().catch(() => {});
      open.set(key, await start(this.engine, this.wishes));
    }
    this.browser = open.get(key);
    this.driver = this.browser.driver;
    // The page of the last test would, on another screen, ask for more of a server that is gone.
    await this.driver.get("about:blank");
    await this.resize(this.size);
  }

  resize(size) {
    return this.browser.resize(SIZES[size]);
  }

  /** Chromium's DevTools. */
  devtools(command, words) {
    return this.browser.devtools(command, words);
  }

  /** What was logged since this was last asked, the browser's own complaints included. */
  console() {
    return this.browser.console();
  }

  /** Opens an address as from outside: by the address bar. */
  async visit(url) {
    await this.driver.get(url);
  }

  /** Opens an address and waits until the reader runs. */
  async visitAwake(url) {
    await this.visit(url);
    await this.awake();
  }

  /** Waits until WASM runs. A touch of a key asks for it on any line. */
  async awake(state = "ready") {
    await this.until(`the reader is ${state}`, (state) => document.documentElement.dataset.reader === state, state);
  }

  /** Runs a function in the page; `seen(css)` is known there. */
  run(script, ...words) {
    return this.driver.executeScript(`${seen}\nreturn (${script}).apply(null, arguments);`, ...words);
  }

  /** Waits until a function in the page says yes; returns what it says. */
  async until(what, script, ...words) {
    const ask = () => this.run(script, ...words).catch(() => false);
    return this.driver.wait(ask, PATIENCE, `${what}: waited in vain at ${await this.url()}`, 25);
  }

  /** Waits until a page with this headline (or other `<h1>`) is on screen. */
  async sees(headline, css = "main h1") {
    const look = (css, headline) => seen(css)?.textContent.includes(headline);
    await this.until(`“${headline}” is on screen`, look, css, headline);
  }

  /** The first such element that is not on a page laid aside. Without scripts no page is. */
  async find(css) {
    const look = async () => {
      const [first] = await this.driver.findElements(By.css(css));
      return first && (this.wishes.scripts === false ? first : this.run((css) => seen(css), css));
    };
    return this.driver.wait(look, PATIENCE, `no ${css}`, 25);
  }

  async text(css) {
    return (await this.find(css)).getText();
  }

  /** Clicks or taps as a person does: what is covered or hidden cannot be clicked. What is drawn anew meanwhile is sought again. */
  async click(css, left = 3) {
    try {
      await (await this.bring(css)).click();
    } catch (reason) {
      if (!(reason instanceof error.StaleElementReferenceError) || typeof css !== "string" || left === 0) throw reason;
      await this.click(css, left - 1);
    }
  }

  /** Scrolls an element to the middle of the window. */
  async bring(css) {
    const element = typeof css === "string" ? await this.find(css) : css;
    await this.run((element) => element.scrollIntoView({ block: "center", behavior: "instant" }), element);
    return element;
  }

  async press(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  url() {
    return this.driver.getCurrentUrl();
  }

  async path() {
    return new URL(await this.url()).pathname;
  }

  title() {
    return this.driver.getTitle();
  }

  /** Marks the document, so that a full page load can be told from navigation in place. */
  mark() {
    return this.run(() => void (window.isSameDocument = true));
  }

  isSameDocument() {
    return this.run(() => window.isSameDocument === true);
  }

  /** How many pixels the page can be scrolled sideways. */
  sideways() {
    return this.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }
}
