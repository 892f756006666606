// Starts each browser engine with the least noise, and speaks its own dialect: DevTools for
// Chromium, BiDi for Firefox, a virtual screen for WebKitGTK.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Builder, Capabilities, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { CHROMEDRIVER, CHROMIUM, FIREFOX, GECKODRIVER, MINIBROWSER, WEBKITDRIVER, XVFB } from "./environment.mjs";
import { freePort } from "./server.mjs";

export const SIZES = {
  phone: { width: 360, height: 740, isTouch: true },
  narrow: { width: 320, height: 740, isTouch: true },
  desktop: { width: 1280, height: 900, isTouch: false },
};

const WITNESS = readFileSync(new URL("./witness.js", import.meta.url), "utf8");

/** Starts an engine. What it returns is the same for all: see `Reader` in `browsers.mjs`. */
export function start(engine, wishes) {
  return { chromium: startChromium, firefox: startFirefox, webkit: startWebKit }[engine](wishes);
}

/** Takes away what a test may have left in a browser. */
export async function refresh({ driver, forgetPreloaded, forgetEmulation, console }) {
  const [own, ...others] = await driver.getAllWindowHandles();
  for (const window of others) {
    await driver.switchTo().window(window);
    await driver.close();
  }
  await driver.switchTo().window(own);
  await forgetPreloaded();
  await forgetEmulation?.();
  await console();
}

async function startChromium({ scripts = true }) {
  const messages = new logging.Preferences();
  messages.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  const options = new chrome.Options().setChromeBinaryPath(CHROMIUM).addArguments(
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
  );
  options.setLoggingPrefs(messages);
  options.excludeSwitches("enable-logging");
  const service = new chrome.ServiceBuilder(CHROMEDRIVER);
  const driver = await new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  const devtools = (command, words = {}) => driver.sendAndGetDevToolsCommand(command, words);
  await devtools("Page.enable");
  if (!scripts) await devtools("Emulation.setScriptExecutionDisabled", { value: true });
  const preloaded = [(await devtools("Page.addScriptToEvaluateOnNewDocument", { source: WITNESS })).identifier];
  return {
    driver,
    devtools,
    preload: async (source) => void preloaded.push((await devtools("Page.addScriptToEvaluateOnNewDocument", { source })).identifier),
    async forgetPreloaded() {
      for (const identifier of preloaded.splice(1)) await devtools("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    },
    async forgetEmulation() {
      await devtools("Emulation.setEmulatedMedia", { media: "", features: [] });
      await devtools("Emulation.setCPUThrottlingRate", { rate: 1 });
      await devtools("Emulation.setUserAgentOverride", { userAgent: "" });
    },
    async resize({ width, height, isTouch }) {
      await devtools("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: isTouch ? 2 : 1, mobile: isTouch });
      await devtools("Emulation.setTouchEmulationEnabled", { enabled: isTouch });
    },
    async console() {
      const entries = await driver.manage().logs().get(logging.Type.BROWSER);
      return entries.map((entry) => `${entry.level.name}: ${entry.message}`);
    },
    stop: () => driver.quit(),
  };
}

async function startFirefox({ scripts = true, dark = false, reducedMotion = false }) {
  const options = new firefox.Options().setBinary(FIREFOX).addArguments("-headless").enableBidi();
  const preferences = {
    "javascript.enabled": scripts,
    "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
    "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
    // As on a phone: a scroll bar takes no room.
    "ui.useOverlayScrollbars": 1,
    "widget.gtk.overlay-scrollbars.enabled": true,
    "browser.cache.disk.enable": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "app.update.enabled": false,
    // Each of a thousand documents would be compiled twice, and have a process made ready for the next.
    "javascript.options.wasm_optimizingjit": false,
    "dom.ipc.processPrelaunch.enabled": false,
    "browser.newtab.preload": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "browser.safebrowsing.downloads.remote.enabled": false,
    "services.settings.server": "data:,",
  };
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  // Its default port for BiDi is one for all, and two Firefoxes on a machine would meet there.
  const service = new firefox.ServiceBuilder(GECKODRIVER).addArguments(`--websocket-port=${await freePort()}`);
  const driver = await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
  const bidi = await driver.getBidi();
  const messages = [];
  bidi.socket.on("message", (data) => {
    const { method, params } = JSON.parse(data.toString());
    if (method === "log.entryAdded") messages.push(`${params.level}: ${params.text}`);
  });
  await bidi.subscribe("log.entryAdded");
  const preloaded = [];
  const preload = async (source) => {
    const answer = await bidi.send({ method: "script.addPreloadScript", params: { functionDeclaration: `() => {${source}\n}` } });
    preloaded.push(answer.result.script);
  };
  await preload(WITNESS);
  return {
    driver,
    preload,
    async forgetPreloaded() {
      for (const script of preloaded.splice(1)) await bidi.send({ method: "script.removePreloadScript", params: { script } });
    },
    async resize({ width, height }) {
      const context = await driver.getWindowHandle();
      const answer = await bidi.send({ method: "browsingContext.setViewport", params: { context, viewport: { width, height } } });
      if (answer.error) throw new Error(answer.message);
    },
    console: async () => messages.splice(0),
    stop: () => driver.quit(),
  };
}

async function startWebKit() {
  const screen = await startScreen();
  const port = await freePort();
  const environment = { ...process.env, DISPLAY: screen.display, GDK_BACKEND: "x11", WEBKIT_DISABLE_COMPOSITING_MODE: "1", LIBGL_ALWAYS_SOFTWARE: "1" };
  const service = spawn(WEBKITDRIVER, [`--port=${port}`], { env: environment, stdio: "ignore" });
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: MINIBROWSER, args: ["--automation"] },
  });
  const driver = await retry(() => new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build());
  return {
    driver,
    preload: async () => {},
    forgetPreloaded: async () => {},
    resize: async ({ width, height }) => void (await driver.manage().window().setRect({ x: 0, y: 0, width, height: height + 80 })),
    console: async () => [],
    async stop() {
      await driver.quit().catch(() => {});
      service.kill();
      screen.stop();
    },
  };
}

/** A virtual screen, which picks a free number and tells it. */
async function startScreen() {
  const server = spawn(XVFB, ["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const number = await new Promise((resolve, reject) => {
    server.stdout.once("data", (data) => resolve(data.toString().trim()));
    server.once("error", reject);
  });
  return { display: `:${number}`, stop: () => server.kill() };
}

async function retry(attempt, left = 20) {
  try {
    return await attempt();
  } catch (error) {
    if (left === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return retry(attempt, left - 1);
  }
}
