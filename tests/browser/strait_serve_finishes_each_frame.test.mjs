// What partners frame is finished when `strait serve` serves it: its style is allowed.

import { leaveItToStrait } from "./support/paper.mjs";

leaveItToStrait();
await import("./a_frame_is_finished_in_every_state.test.mjs");
