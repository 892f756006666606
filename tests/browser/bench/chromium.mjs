// A Chromium of its own, with an empty profile: nothing is kept from one visit to the next.

import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { CHROMEDRIVER, CHROMIUM } from "../support/environment.mjs";

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
];

/**
 * Opens a window of this size in CSS pixels. A `phone` has touch and a mobile viewport.
 * `isEager` returns from each navigation at once instead of at the load event.
 */
export async function openChromium({ width, height, density = 1, phone = false, isEager = false }) {
  const options = new chrome.Options()
    .setChromeBinaryPath(CHROMIUM)
    .addArguments(...FLAGS, `--window-size=${width},${height}`)
    .setPageLoadStrategy(isEager ? "none" : "normal");
  if (phone) options.setMobileEmulation({ deviceMetrics: { width, height, pixelRatio: density, touch: true, mobile: true } });
  const service = new chrome.ServiceBuilder(CHROMEDRIVER);
  const driver = await new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  if (!phone) await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: density, mobile: false });
  return driver;
}
