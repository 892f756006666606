// No page or frame breaks the policy that `strait serve` sends with it, or says anything on the console.

import { leaveItToStrait } from "./support/paper.mjs";

leaveItToStrait();
await import("./nothing_breaks_the_policy.test.mjs");
