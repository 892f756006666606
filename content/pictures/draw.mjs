// Draws every picture of the paper: node content/pictures/draw.mjs [name ...]
import { writeFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const want = process.argv.slice(2);
let seed = 1;
for (const f of readdirSync(join(here, 'draw')).filter((n) => n.startsWith('scenes-')).sort()) {
  const scenes = await import('./draw/' + f);
  for (const fn of Object.values(scenes.default)) {
    const p = fn(seed++);
    if (want.length && !want.includes(p.name)) continue;
    const s = p.svg();
    writeFileSync(join(here, p.name + '.svg'), s);
    if (s.length > 40000) console.log('large:', p.name, s.length);
  }
}
