// Our news fits into the pages of partners when `strait serve` serves it.

import { leaveItToStrait } from "./support/paper.mjs";

leaveItToStrait();
await import("./our_news_fits_into_the_pages_of_partners.test.mjs");
