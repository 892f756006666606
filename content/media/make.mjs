// Remake the media files beside this script:  node make.mjs [video] [audio]
// (no word: both). Look at single frames:     node make.mjs still 0 2.5 6
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url)), tools = process.env.MEDIA_TOOLS || '/tmp/media-tools';
const resvg = () => createRequire(join(tools, 'x.cjs'))('@resvg/resvg-js').Resvg;
const [what, ...rest] = process.argv.slice(2), want = (w) => !what || what === w || rest.includes(w);

if (what === 'still') (await import('./egret-flight.mjs')).stills(resvg(), rest, '/tmp');
else {
  if (want('video')) await (await import('./egret-flight.mjs')).makeVideo(resvg(), join(here, 'egret-flight.mp4'));
  if (want('audio')) await (await import('./nanyin-practice.mjs')).makeAudio(join(here, 'nanyin-practice.mp3'));
}
