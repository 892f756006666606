// Nothing may become markup, and nothing but the worker a script (Trusted Types, W3C): what makes markup is missing.

import { worker } from "./page.js";

window.trustedTypes?.createPolicy("default", { createScriptURL: (url) => (url === worker ? url : null) });
