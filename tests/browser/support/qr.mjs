// Reads QR codes off the screen with an independent decoder.

import jsqr from "jsqr";
import { PNG } from "pngjs";

const decode = jsqr.default ?? jsqr;

/** What the QR code in a screenshot (PNG, base64) says; null where no code is seen. */
export function readCode(screenshot) {
  const { data, width, height } = PNG.sync.read(Buffer.from(screenshot, "base64"));
  return decode(new Uint8ClampedArray(data), width, height)?.data ?? null;
}
