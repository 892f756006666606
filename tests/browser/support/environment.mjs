// Where the tests find the site, the press and the browsers.

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const { env } = process;
/** The top of the project. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The printed demo site. */
export const SITE = env.STRAIT_SITE ?? join(ROOT, "target/site");
/** The native command, to print sites with other settings. */
export const STRAIT = env.STRAIT_BIN ?? env.STRAIT ?? join(ROOT, "target/press/strait");
/** The built reader. */
export const READER = env.STRAIT_READER ?? join(ROOT, "target/reader");
/** The demo newsroom. */
export const CONTENT = env.STRAIT_CONTENT ?? join(ROOT, "content");

export const CHROMIUM = env.CHROMIUM ?? "/usr/bin/chromium";
export const CHROMEDRIVER = env.CHROMEDRIVER ?? "/usr/bin/chromedriver";
export const FIREFOX = env.FIREFOX ?? "/usr/bin/firefox-esr";
export const GECKODRIVER = env.GECKODRIVER ?? join(homedir(), ".cache/strait/tools/geckodriver-0.37.0/bin/geckodriver");
export const WEBKITDRIVER = env.WEBKITDRIVER ?? "/usr/bin/WebKitWebDriver";
/** WebKitGTK's plain browser: its folder is named after the API version. */
export const MINIBROWSER =
  env.MINIBROWSER ??
  ["4.1", "6.0", "4.0"].map((version) => `/usr/lib/${debianTriplet()}/webkit2gtk-${version}/MiniBrowser`).find(existsSync);
export const XVFB = env.XVFB ?? "/usr/bin/Xvfb";

function debianTriplet() {
  return { x64: "x86_64-linux-gnu", arm64: "aarch64-linux-gnu" }[process.arch] ?? process.arch;
}
