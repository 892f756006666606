// Egrets over a mangrove wetland at sunrise: 8 seconds, drawn frame by frame.
// Still layers (sky, hills, mangroves) are painted once as SVG; each frame slides them
// for parallax, mirrors them in rippling water, and draws the birds as small 3-D wings.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { rng } from '../pictures/draw/kit.mjs';

export const W = 960, H = 640, FPS = 24, SECONDS = 8;
const HOR = 330, TAU = Math.PI * 2;

// ---- small kit: seeded random, noise, colour, shapes -------------------------------------
const hash = (n, s) => { let h = Math.imul(n | 0, 374761393) + Math.imul(s | 0, 668265263); h = Math.imul(h ^ (h >>> 13), 1274126177); return ((h ^ (h >>> 16)) >>> 0) / 4294967296; };
const noise = (x, s) => { const i = Math.floor(x), t = x - i, k = t * t * (3 - 2 * t); return hash(i, s) * (1 - k) + hash(i + 1, s) * k; };
const fbm = (x, s, oct = 4) => { let v = 0, a = 0.55, f = 1; for (let o = 0; o < oct; o++) { v += a * (noise(x * f, s + o * 17) * 2 - 1); a *= 0.5; f *= 2.03; } return v; };
const clamp = (x, a = 0, b = 1) => Math.max(a, Math.min(b, x));
const step = (a, b, x) => { const t = clamp((x - a) / (b - a)); return t * t * (3 - 2 * t); };
const lerp = (a, b, t) => a + (b - a) * t;
const hex = (c) => [1, 3, 5].map((i) => parseInt(c.slice(i, i + 2), 16));
const mix = (a, b, t) => { const A = hex(a), B = hex(b); return '#' + A.map((v, i) => Math.round(lerp(v, B[i], t)).toString(16).padStart(2, '0')).join(''); };
const F = (n) => +n.toFixed(2);

function blob(cx, cy, rx, ry, r, n = 13, rough = 0.18) {
  const off = r() * 6, pts = Array.from({ length: n }, (_, i) => { const a = off + (i / n) * TAU, k = 1 + (r() * 2 - 1) * rough; return [cx + Math.cos(a) * rx * k, cy + Math.sin(a) * ry * k]; });
  let d = `M${F(pts[0][0])} ${F(pts[0][1])}`;
  for (let i = 1; i <= n; i++) { const a = pts[i - 1], b = pts[i % n], R = Math.hypot(b[0] - a[0], b[1] - a[1]) * (0.52 + r() * 0.15); d += `A${F(R)} ${F(R)} 0 0 1 ${F(b[0])} ${F(b[1])}`; }
  return d + 'Z';
}

// ---- still layers ------------------------------------------------------------------------
const grad = (id, stops) => `<linearGradient id="${id}" x2="0" y2="1">${stops.map(([o, c, a = 1]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`).join('')}</linearGradient>`;
const wobble = (w, h, k, seed) => `<filter id="wob" x="-20" y="-20" width="${w + 40}" height="${h + 40}" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feTurbulence result="n" type="fractalNoise" baseFrequency=".05" numOctaves="2" seed="${seed}"/><feDisplacementMap in="SourceGraphic" in2="n" scale="${k}" xChannelSelector="R" yChannelSelector="G"/></filter>`;
const washes = (w, h, seed) => `<filter id="wash" x="0" y="0" width="${w}" height="${h}" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".006 .017" numOctaves="4" seed="${seed}"/><feColorMatrix values="2 0 0 0 -0.5 2 0 0 0 -0.5 2 0 0 0 -0.5 0 0 0 0 1"/></filter>`;
const svg = (w, h, defs, art) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><defs>${defs}</defs>${art}</svg>`;

function skySvg() {
  return svg(W, HOR + 4, grad('s', [[0, '#56719b'], [0.3, '#b08a9c'], [0.52, '#e5a48f'], [0.78, '#fac68e'], [1, '#ffeabb']]) + washes(W, HOR + 4, 31),
    `<rect width="${W}" height="${HOR + 4}" fill="url(#s)"/><rect width="${W}" height="${HOR + 4}" filter="url(#wash)" opacity=".34" style="mix-blend-mode:soft-light"/>`);
}
function cloudSvg(w) {
  const r = rng(77); let d = '', e = '';
  for (let i = 0; i < 13; i++) {
    const x = r() * w - 100, y = 34 + Math.pow(r(), 0.8) * 190, L = 120 + r() * 260, t = 5 + r() * 10, k = (r() - 0.5) * 8;
    const p = `M${F(x)} ${F(y)}q${F(L * 0.3)} ${F(-t)} ${F(L * 0.55)} ${F(k - t * 0.3)}t${F(L * 0.45)} ${F(k)}q${F(-L * 0.3)} ${F(t * 0.7)} ${F(-L * 0.5)} ${F(-k + t * 0.5)}t${F(-L * 0.5)} ${F(-k - t * 0.2)}Z`;
    if (i % 3) d += p; else e += p;
  }
  return svg(w, HOR, wobble(w, HOR, 5, 5), `<g filter="url(#wob)"><path d="${d}" fill="#ffdcb8" opacity=".5"/><path d="${e}" fill="#fff0d6" opacity=".5"/></g>`);
}
function hillSvg(w, y, amp, freq, seed, top, foot, blur = 0) {
  let d = `M-20 ${HOR + 6}`;
  for (let x = -20; x <= w + 20; x += 8) d += `L${x} ${F(y - amp * (0.5 + 0.62 * fbm((x * freq) / 1000, seed, 4)))}`;
  return svg(w, HOR + 6, grad('h', [[0, top], [1, foot]]) + wobble(w, HOR + 6, 3, seed), `<g filter="url(#wob)"><path d="${d}L${w + 20} ${HOR + 6}Z" fill="url(#h)"/></g>`);
}
function groveSvg(w, y, s, seed, top, foot, light) {
  const r = rng(seed); let x = -30, py = y, d = `M-30 ${HOR + 3}L-30 ${y}`, q = '';
  while (x < w + 30) {
    const g = s * (0.5 + r() * 0.8), env = 0.25 + 1.1 * Math.max(0, fbm(x / 170, seed, 2) + 0.45), ny = HOR - 3 - s * env * (0.75 + 0.35 * r()), nx = x + g, R = Math.hypot(g, ny - py) * (0.52 + r() * 0.12);
    d += `A${F(R)} ${F(R)} 0 0 1 ${F(nx)} ${F(ny)}`;
    for (let j = 0; j < 2; j++) { const yy = ny + r() * s * 0.5; if (yy < HOR - 4) q += `M${F(x + r() * g)} ${F(yy)}l${F(s * 0.13)} ${F(-s * 0.06)}`; }
    x = nx; py = ny;
  }
  return svg(w, HOR + 3, grad('g', [[0, top], [1, foot]]), `<path d="${d}V${HOR + 3}Z" fill="url(#g)"/><path d="${q}" stroke="${light}" stroke-width="${F(s * 0.12)}" stroke-linecap="round" opacity=".55"/>`);
}

/** One mangrove: arching prop roots, three tones of crown, leaf dabs lit from the sun side. */
function mangrove(x, y, k, c, r, side) {
  let roots = '', fine = '';
  for (let i = 0; i < 17; i++) {
    const q = r() * 2 - 1, tx = x + q * 62 * k, ty = y - (104 + r() * 26) * k, ex = x + q * (120 + r() * 26) * k, ey = y + (r() * 9 - 3) * k;
    const s = `M${F(tx)} ${F(ty)}C${F(tx + q * 26 * k)} ${F(ty + 14 * k)} ${F(ex - q * 6 * k)} ${F(y - 52 * k)} ${F(ex)} ${F(ey)}`;
    if (i % 3) roots += s; else fine += s;
  }
  const trunks = `M${F(x - 24 * k)} ${F(y - 60 * k)}q${F(6 * k)} ${F(-46 * k)} ${F(-8 * k)} ${F(-96 * k)}M${F(x + 22 * k)} ${F(y - 56 * k)}q${F(-4 * k)} ${F(-50 * k)} ${F(14 * k)} ${F(-100 * k)}M${F(x)} ${F(y - 46 * k)}v${F(-90 * k)}`;
  const crown = blob(x, y - 178 * k, 168 * k, 72 * k, r, 15) + blob(x - 96 * k, y - 152 * k, 84 * k, 42 * k, r, 10) + blob(x + 104 * k, y - 156 * k, 78 * k, 44 * k, r, 10);
  const mid = blob(x + side * 34 * k, y - 208 * k, 104 * k, 44 * k, r, 12) + blob(x - side * 78 * k, y - 178 * k, 58 * k, 27 * k, r, 9);
  const lit = blob(x + side * 62 * k, y - 226 * k, 56 * k, 22 * k, r, 9);
  let dabs = '', low = '';
  for (let i = 0; i < 74; i++) {
    const a = r() * TAU, q = Math.sqrt(r()), px = x + Math.cos(a) * 158 * k * q, py = y - 182 * k + Math.sin(a) * 74 * k * q, s = `M${F(px)} ${F(py)}l${F((r() * 16 - 8) * k)} ${F(7 * k)}`;
    if ((px - x) * side > -60 * k && py < y - 160 * k) dabs += s; else low += s;
  }
  return `<path d="${roots}" fill="none" stroke="${c.root}" stroke-width="${F(5.4 * k)}" stroke-linecap="round"/><path d="${fine}" fill="none" stroke="${mix(c.root, c.body, 0.35)}" stroke-width="${F(3.6 * k)}" stroke-linecap="round"/><path d="${trunks}" fill="none" stroke="${c.root}" stroke-width="${F(10 * k)}" stroke-linecap="round"/>`
    + `<path d="${crown}" fill="${c.body}"/><path d="${mid}" fill="${c.mid}"/><path d="${lit}" fill="${c.lit}" opacity=".7"/><path d="${low}" stroke="${c.mid}" stroke-width="${F(5.6 * k)}" stroke-linecap="round"/><path d="${dabs}" stroke="${c.leaf}" stroke-width="${F(5.8 * k)}" stroke-linecap="round" opacity=".85"/>`;
}
function bankSvg(w, trees, c, seed, foot) {
  const r = rng(seed), art = trees.map(([x, y, k, side]) => `<ellipse cx="${x}" cy="${F(y + 3 * k)}" rx="${F(150 * k)}" ry="${F(11 * k)}" fill="${foot}" opacity=".55"/>` + mangrove(x, y, k, c, r, side)).join('');
  return svg(w, H, wobble(w, H, 4.5, seed), `<g filter="url(#wob)">${art}</g>`);
}

/** Paint an SVG at double size; keep double width so that slow slides stay smooth. */
function layer(Resvg, source, o = {}) {
  const img = new Resvg(source, { fitTo: { mode: 'zoom', value: 2 } }).render(), w = img.width, h = img.height >> 1, p = img.pixels, out = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y++) for (let i = 0, a = y * 2 * w * 4, b = a + w * 4, q = y * w * 4; i < w * 4; i++) out[q + i] = (p[a + i] + p[b + i] + 1) >> 1;
  let y0 = 0, y1 = h;
  const blank = (y) => { for (let i = y * w * 4 + 3; i < (y + 1) * w * 4; i += 4) if (out[i]) return false; return true; };
  while (y0 < y1 && blank(y0)) y0++;
  while (y1 > y0 && blank(y1 - 1)) y1--;
  return { px: out, w, h, y0, y1, ...o };
}
// premultiplied colour of a layer at (x, row): three taps around 2x
const T = new Float64Array(4);
function tap(L, x, y) {
  let u = x * 2; const m = L.w - 4; u = u < 0 ? 0 : u > m ? m : u;
  const i = u | 0, f = u - i, p = L.px, q = (y * L.w + i) * 4;
  for (let c = 0; c < 4; c++) T[c] = (p[q + c] * (1 - f) + p[q + 4 + c] + p[q + 8 + c] * f) * 0.5;
}
function slide(buf, L, shift, op = 1) {
  for (let y = L.y0; y < Math.min(L.y1, H); y++) for (let x = 0, q = y * W * 3; x < W; x++, q += 3) {
    tap(L, x + shift, y); if (T[3] < 0.5) continue;
    const k = 1 - (T[3] * op) / 255;
    buf[q] = buf[q] * k + T[0] * op; buf[q + 1] = buf[q + 1] * k + T[1] * op; buf[q + 2] = buf[q + 2] * k + T[2] * op;
  }
}
function over(buf, px) {
  for (let i = 0, q = 0, n = W * H; i < n; i++, q += 3) {
    const a = px[i * 4 + 3]; if (!a) continue; const k = 1 - a / 255;
    buf[q] = buf[q] * k + px[i * 4]; buf[q + 1] = buf[q + 1] * k + px[i * 4 + 1]; buf[q + 2] = buf[q + 2] * k + px[i * 4 + 2];
  }
}

// ---- egrets ------------------------------------------------------------------------------
// x forward, y to the bird's near side, z up; one unit is about the bird's length.
const SEMI = 0.86, N = 30, DEG = Math.PI / 180;

/** Wing stations for phase ph; amp 1 is a full beat, near 0 a glide. */
function wing(ph, amp) {
  const lead = [], trail = [], quill = []; let x = 0.11, y = 0.035, z = 0.045;
  // Up-stroke: the wrist bends and the hand folds back; down-stroke: the wing opens flat.
  const rise = clamp(Math.cos(ph - 0.25)) * amp;
  for (let i = 0; i <= N; i++) {
    const s = i / N, hand = step(0.36, 0.62, s), lag = 0.25 + 1.25 * s;
    const th = (amp * ((30 + 12 * s) * Math.sin(ph - lag) + 8 - 7 * hand) + (1 - amp) * (9 - 30 * s)) * DEG;
    const sweep = (lerp(-8 - 16 * rise, 17 + 34 * rise, hand) + 16 * step(0.8, 1, s)) * DEG;
    const twist = (amp * (4 + 26 * s) * -Math.cos(ph - lag) - 3) * DEG;
    const lenK = 1 - 0.1 * rise * hand;
    if (i) { const ds = (SEMI / N) * lenK; x -= Math.sin(sweep) * ds; y += Math.cos(sweep) * Math.cos(th) * ds; z += Math.cos(sweep) * Math.sin(th) * ds; }
    // chord: broad arm, rounded hand, finger notches near the tip
    let ch = 0.285 * (0.86 + 0.2 * Math.sin(Math.PI * clamp(s * 1.15 - 0.05))) * Math.pow(clamp(1 - Math.pow(s, 3.4)), 0.62);
    const fingers = step(0.5, 0.72, s), saw = ((s - 0.5) * 13) % 1;
    if (s > 0.5 && s < 0.985) ch *= 1 - 0.17 * fingers * Math.pow(saw < 0 ? saw + 1 : saw, 2);
    else if (s <= 0.5) ch *= 1 - 0.05 * Math.abs(Math.sin(s * 6 * Math.PI));
    const cs = sweep * 0.75 * hand; // the hand's feathers fan outward
    const cx = -Math.cos(twist) * Math.cos(cs), cy = -Math.cos(twist) * -Math.sin(cs) * 0.6 * Math.cos(th), cz = Math.sin(twist) * -1 * Math.cos(th);
    lead.push([x, y, z]); trail.push([x + cx * ch, y + cy * ch, z - cz * ch]);
    quill.push([x + cx * ch * 0.42, y + cy * ch * 0.42, z - cz * ch * 0.42]);
  }
  return { lead, trail, quill };
}

const BODY = 'M-.3 .02C-.24 -.03 -.14 -.085 .02 -.088C.12 -.09 .2 -.06 .235 -.03C.25 -.075 .275 -.112 .32 -.115C.355 -.117 .385 -.098 .385 -.078C.385 -.06 .36 -.05 .335 -.052C.318 -.05 .318 -.025 .315 .01C.31 .06 .262 .086 .215 .07C.13 .088 -.02 .09 -.12 .062C-.2 .05 -.27 .045 -.345 .05C-.34 .035 -.325 .026 -.3 .02Z';
const BELLY = 'M-.345 .05C-.27 .02 -.12 .02 .02 .03C.12 .036 .17 .02 .21 -.008C.225 .024 .25 .03 .283 .02C.3 .01 .31 -.005 .316 -.02C.316 0 .317 .02 .31 .03C.298 .072 .258 .085 .215 .07C.13 .088 -.02 .09 -.12 .062C-.2 .05 -.27 .045 -.345 .05Z';

/** SVG of one bird; flip mirrors it in the water (we then see it from below). */
function bird(b, t, flip) {
  const ph = TAU * (b.rate * t + b.ph), glide = step(b.glide[0], b.glide[0] + 0.55, t) * (1 - step(b.glide[1] - 0.55, b.glide[1], t)), amp = 1 - 0.94 * glide;
  const [bx, by, contact] = at(b, t), bob = Math.cos(ph - 0.5) * 0.03 * amp, yaw = b.yaw * DEG, el = 19 * DEG, S = b.s;
  const pitch = (b.pitch - 4 + 2.5 * Math.sin(ph + 0.6) * amp) * DEG, m = flip ? -1 : 1;
  const cy = Math.cos(yaw), sy = Math.sin(yaw), ce = Math.cos(el), se = Math.sin(el), cp = Math.cos(pitch), sp = Math.sin(pitch);
  const world = ([x, y, z], side) => { const X = x * cp - z * sp, Z = (x * sp + z * cp + bob) * m, Y = y * side; return [X * cy + Y * sy, X * sy - Y * cy, Z]; };
  const proj = (v) => [v[0] * S, -(v[2] * ce + v[1] * se) * S];
  const haze = (c) => mix(c, b.hazeC || '#f3c3a2', b.haze), w = wing(ph, amp);
  const sun = [0.25, 0.62, 0.74], cam = [0, -ce, se];
  const drawWing = (side) => {
    const L = w.lead.map((v) => world(v, side)), R = w.trail.map((v) => world(v, side)), Q = w.quill.map((v) => world(v, side));
    let out = '', lines = '';
    const cell = (a, c, d, e, cov) => {
      const u = [c[0] - a[0], c[1] - a[1], c[2] - a[2]], v = [e[0] - a[0], e[1] - a[1], e[2] - a[2]];
      let n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]; const l = Math.hypot(...n) || 1;
      n = n.map((q) => (q / l) * -side * m);
      const face = n[0] * cam[0] + n[1] * cam[1] + n[2] * cam[2], top = step(-0.1, 0.1, face), lit = clamp(0.5 + 0.5 * (n[0] * sun[0] + n[1] * sun[1] + n[2] * sun[2]));
      const up = mix(mix('#ead2cb', '#fffaf0', step(0.35, 0.8, lit)), '#f6dfd0', cov ? 0 : 0.38), dn = mix(mix('#d3b3b8', '#eed2c4', step(0.1, 0.75, 1 - lit)), '#ffdcb6', cov ? 0 : 0.35);
      const col = haze(mix(mix(dn, up, top), '#e0beb8', side > 0 ? 0 : 0.28));
      const p = [a, c, d, e].map((k) => proj(k).map(F).join(' ')).join('L');
      return `<path d="M${p}Z" fill="${col}" stroke="${col}" stroke-width=".7" stroke-linejoin="round"/>`;
    };
    const order = Array.from({ length: N }, (_, i) => i); if (side < 0) order.reverse();
    for (const i of order.reverse()) out += cell(Q[i], Q[i + 1], R[i + 1], R[i], false) + cell(L[i], L[i + 1], Q[i + 1], Q[i], true);
    if (S > 85) for (let i = 5; i < N - 1; i++) if (i > 14 ? i % 2 : i % 3 === 0) { const a = proj(Q[i]), c = proj(R[i]); lines += `M${F(lerp(a[0], c[0], 0.12))} ${F(lerp(a[1], c[1], 0.12))}L${F(lerp(a[0], c[0], 0.86))} ${F(lerp(a[1], c[1], 0.86))}`; }
    return out + (lines ? `<path d="${lines}" fill="none" stroke="${haze('#b9939b')}" stroke-width="${F(S * 0.006)}" stroke-linecap="round" opacity=".38"/>` : '');
  };
  const fx = cy, tilt = `matrix(${F(S * fx * cp)} ${F(S * -sp * m - S * sy * se)} ${F(S * sp * fx)} ${F(S * cp * m * ce)} 0 ${F(-bob * S * m)})`;
  const legs = `<path d="M-.24 .045Q-.42 .05 -.56 .072" fill="none" stroke="${haze('#37303c')}" stroke-width=".017" stroke-linecap="round"/><path d="M-.56 .07L-.645 .084" stroke="${haze('#37303c')}" stroke-width=".026" stroke-linecap="round"/>`;
  const head = `<path d="M.362 -.1L.57 -.068L.366 -.056Z" fill="${haze('#e8a02f')}"/><circle cx=".345" cy="-.086" r=".0085" fill="${haze('#2a2028')}"/><path d="M.356 -.083L.4 -.079" stroke="${haze('#d9b36a')}" stroke-width=".012"/>`;
  const body = `<g transform="${tilt}">${legs}${head}<path d="${BODY}" fill="${haze('#fffaf0')}"/><path d="${BELLY}" fill="${haze('#dcbcba')}" opacity=".8"/></g>`;
  const y = flip ? 2 * contact - by : by;
  return `<g transform="translate(${F(bx)} ${F(y)})">${drawWing(-1)}${body}${drawWing(1)}</g>`;
}
const at = (b, t) => { const u = t / SECONDS; return [lerp(b.from[0], b.to[0], u + 0.03 * Math.sin(u * TAU)), lerp(b.from[1], b.to[1], step(0, 1, u)) + b.sway * Math.sin(t * 0.9 + b.ph * 9), lerp(b.water[0], b.water[1], u)]; };

const BIRDS = [
  { s: 62, rate: 1.62, ph: 0.35, yaw: 15, pitch: 3, glide: [9, 10], from: [470, 150], to: [770, 118], water: [352, 352], sway: 4, haze: 0.2, hazeC: '#e8b49c', back: 1 },
  { s: 54, rate: 1.7, ph: 0.8, yaw: 15, pitch: 3, glide: [5.2, 7], from: [372, 186], to: [660, 160], water: [348, 348], sway: 4, haze: 0.28, hazeC: '#e8b49c', back: 1 },
  { s: 112, rate: 1.46, ph: 0.1, yaw: 13, pitch: 2, glide: [3.9, 6], from: [520, 296], to: [830, 262], water: [408, 404], sway: 6, haze: 0.06 },
  { s: 98, rate: 1.52, ph: 0.62, yaw: 15, pitch: 2, glide: [9, 10], from: [80, 318], to: [330, 286], water: [412, 408], sway: 6, haze: 0.06 },
  { s: 196, rate: 1.34, ph: 0.92, yaw: 12, pitch: 1.5, glide: [2.2, 4.3], from: [262, 412], to: [560, 392], water: [500, 498], sway: 7, haze: 0 },
];

// ---- water marks and reeds ---------------------------------------------------------------
const marks = (() => { const r = rng(404); return Array.from({ length: 110 }, () => ({ x: r(), t: Math.pow(r(), 1.25), l: 0.3 + 0.7 * r(), p: r() * TAU, w: 0.5 + r(), c: r() })); })();
const sparks = (() => { const r = rng(909); return Array.from({ length: 112 }, () => ({ q: r() + r() - 1, t: Math.pow(r(), 1.1), l: 0.3 + 0.7 * r(), p: r() * TAU, f: 0.2 + 0.3 * r() })); })();
const pace = (t) => lerp(16, 108, Math.pow(t, 0.8)); // parallax of the water surface, px/s
function waterMarks(t, sunX) {
  const D = { deep: ['', '', ''], glint: ['', '', ''], sun: ['', '', ''] }, h = H - HOR;
  for (const k of marks) {
    const span = W + 240, x = ((k.x * span * 3 - pace(k.t) * t) % span + span) % span - 140, y = HOR + 4 + k.t * h, L = k.l * (10 + 84 * k.t) * (0.8 + 0.2 * Math.sin(t * 1.3 + k.p));
    D[k.c < 0.45 ? 'deep' : 'glint'][Math.min(2, k.t * 3 | 0)] += `M${F(x)} ${F(y)}h${F(L)}`;
  }
  for (const k of sparks) {
    const on = step(-0.35, 0.7, Math.sin(TAU * k.f * t + k.p)); if (on < 0.05) continue;
    const y = HOR + 3 + k.t * h * 0.97, s = 20 + 84 * k.t, L = s * k.l * 0.52 * on, x = sunX + k.q * s + 5 * Math.sin(t * 0.8 + k.p * 3);
    D.sun[Math.min(2, k.t * 3 | 0)] += `M${F(x - L / 2)} ${F(y)}h${F(L)}`;
  }
  const line = (d, c, w, o) => (d ? `<path d="${d}" stroke="${c}" stroke-width="${w}" stroke-linecap="round" opacity="${o}"/>` : '');
  return [0, 1, 2].map((i) => line(D.deep[i], '#2f3f62', [1.2, 2, 3][i], 0.28) + line(D.glint[i], '#ffe7cc', [1.1, 1.7, 2.4][i], 0.42) + line(D.sun[i], '#fff3cd', [1.7, 3, 4.6][i], 0.85)).join('');
}
const reeds = (() => {
  const r = rng(55), out = [];
  for (const [x0, x1, n, h] of [[-90, 180, 34, 150], [700, 1010, 34, 118], [800, 1000, 9, 70], [1570, 1850, 34, 150], [430, 520, 8, 60], [1180, 1270, 8, 60]]) for (let i = 0; i < n; i++) out.push({ x: lerp(x0, x1, r()), h: h * (0.35 + 0.65 * r()), k: r() * 0.5 - 0.16, p: r() * TAU, c: r() });
  return out;
})();
function reedArt(t) {
  const D = ['', ''];
  for (const k of reeds) {
    const x = k.x - 100 * t; if (x < -120 || x > W + 120) continue;
    const sway = (0.07 * Math.sin(t * 1.5 + k.x * 0.012 + k.p * 0.25) + k.k) * k.h, b = H + 12, w = 2.3 + k.h * 0.013;
    D[k.c < 0.6 ? 0 : 1] += `M${F(x - w)} ${b}Q${F(x - w + sway * 0.2)} ${F(b - k.h * 0.6)} ${F(x + sway)} ${F(b - k.h)}Q${F(x + w + sway * 0.2)} ${F(b - k.h * 0.55)} ${F(x + w)} ${b}Z`;
  }
  return `<path d="${D[1]}" fill="#2c4c58"/><path d="${D[0]}" fill="#1d3846"/>`;
}

// ---- frames ------------------------------------------------------------------------------
export function painter(Resvg) {
  const trip = (v) => W + Math.ceil(v * SECONDS) + 4, v = { cloud: 4, hillA: 5, hillB: 9, grove: 15, mid: 30, near: 64 };
  const L = {
    sky: layer(Resvg, skySvg()), cloud: layer(Resvg, cloudSvg(trip(v.cloud))),
    hillA: layer(Resvg, hillSvg(trip(v.hillA), 292, 88, 4.2, 612, '#c3939a', '#f0bd9b')), hillB: layer(Resvg, hillSvg(trip(v.hillB), 318, 62, 5.6, 229, '#98758c', '#d9a096')),
    grove: layer(Resvg, groveSvg(trip(v.grove), HOR - 12, 17, 61, '#6d6c7e', '#8a7783', '#c79a84')),
    mid: layer(Resvg, bankSvg(trip(v.mid), [[150, 378, 0.34, 1], [62, 388, 0.46, 1], [905, 376, 0.36, -1], [1010, 386, 0.5, -1], [1120, 380, 0.4, -1]], { root: '#4a3c4e', body: '#52656c', mid: '#6f7f74', lit: '#c39a74', leaf: '#e2b07c' }, 17, '#4b4862')),
    near: layer(Resvg, bankSvg(trip(v.near), [[-20, 486, 0.86, 1], [1290, 470, 0.74, -1], [1425, 492, 0.98, -1]], { root: '#3a2c3a', body: '#294e55', mid: '#44725d', lit: '#a8a565', leaf: '#cdb867' }, 23, '#2b2e48')),
  };
  const mid0 = 382, near0 = 484; // water lines the mangrove reflections fold about
  const WATER = [[0, '#fbcb98'], [0.22, '#d9a394'], [0.5, '#a27f92'], [1, '#3c5678']].map(([o, c]) => [o, hex(c)]);
  const wcol = (t) => { let i = 0; while (i < 2 && t > WATER[i + 1][0]) i++; const [a, A] = WATER[i], [b, B] = WATER[i + 1], k = clamp((t - a) / (b - a)); return A.map((q, c) => lerp(q, B[c], k)); };
  const vig = new Float32Array(W * H);
  for (let y = 0, i = 0; y < H; y++) for (let x = 0; x < W; x++, i++) { vig[i] = 0.25 * step(0.6, 1.12, Math.hypot((x - W / 2) / (W / 2), (y - H / 2) / (H / 2)) / 1.25); }
  const draw = (art) => new Resvg(svg(W, H, '', art)).render().pixels;

  const buf = new Float32Array(W * H * 3);
  return (t) => {
    const sunX = 622, sunY = 226 - 1.3 * t, sunR = 47;
    slide(buf, L.sky, 0);
    for (let y = 0; y < HOR; y++) for (let x = 0, q = y * W * 3; x < W; x++, q += 3) {
      const d = Math.hypot(x - sunX, y - sunY), g = 0.5 * Math.exp(-d / 120) + 0.3 * Math.exp(-((d / 78) ** 2)), disc = clamp(sunR - d + 0.5);
      buf[q] += (255 - buf[q]) * g; buf[q + 1] += (255 - buf[q + 1]) * g * 0.66; buf[q + 2] += (255 - buf[q + 2]) * g * 0.4;
      buf[q] = lerp(buf[q], 255, disc); buf[q + 1] = lerp(buf[q + 1], 246, disc); buf[q + 2] = lerp(buf[q + 2], 214, disc);
    }
    slide(buf, L.cloud, v.cloud * t, 0.85); slide(buf, L.hillA, v.hillA * t);
    for (const [y0, y1, k] of [[236, 330, 0.42]]) for (let y = y0; y < y1; y++) { const a = k * Math.sin((Math.PI * (y - y0)) / (y1 - y0)); for (let x = 0, q = y * W * 3; x < W; x++, q += 3) { buf[q] += (255 - buf[q]) * a * 0.75; buf[q + 1] += (220 - buf[q + 1]) * a * 0.75; buf[q + 2] += (184 - buf[q + 2]) * a * 0.75; } }
    slide(buf, L.hillB, v.hillB * t);
    for (let y = 300; y < HOR; y++) { const a = 0.5 * step(300, HOR, y); for (let x = 0, q = y * W * 3; x < W; x++, q += 3) { buf[q] += (255 - buf[q]) * a; buf[q + 1] += (222 - buf[q + 1]) * a; buf[q + 2] += (182 - buf[q + 2]) * a; } }
    slide(buf, L.grove, v.grove * t);

    // water: the scene folded about the shore line, shaken sideways by perspective ripples
    const refl = draw(BIRDS.map((b) => bird(b, t, true)).join(''));
    for (let y = HOR; y < H; y++) {
      const k = (y - HOR) / (H - HOR), z = 1 / (k + 0.045), base = wcol(k), keep = lerp(0.74, 0.3, Math.pow(k, 0.7)), amp = 0.8 + 8 * k;
      const ra = Math.sin(z * 9 + t * 1.5) * 0.6 + Math.sin(z * 19 - t * 1.1 + 1) * 0.36 * step(0.03, 0.2, k) + Math.sin(y * 0.42 + t * 1.6) * 0.22, sy = clamp(HOR - 1 - (y - HOR) * 1.02, 0, HOR - 1) | 0;
      const my = Math.round(2 * mid0 - y), ny = Math.round(2 * near0 - y);
      for (let x = 0, q = y * W * 3; x < W; x++, q += 3) {
        const dx = amp * (ra + 0.45 * Math.sin(x * 0.011 + z * 5 + t * 1.2)), sx = clamp(x + dx, 0, W - 1.001), i = sx | 0, f = sx - i, s = (sy * W + i) * 3;
        for (let c = 0; c < 3; c++) buf[q + c] = lerp(base[c], buf[s + c] * (1 - f) + buf[s + 3 + c] * f, keep);
        if (my >= L.mid.y0 && my < mid0 + 2) { tap(L.mid, x + dx + v.mid * t, my); const o = 0.5 * step(mid0 + 2 - 190, mid0, my) , a = 1 - (T[3] / 255) * o; for (let c = 0; c < 3; c++) buf[q + c] = buf[q + c] * a + T[c] * o; }
        if (ny >= L.near.y0 && ny < near0 + 2) { tap(L.near, x + dx * 1.2 + v.near * t, ny); const o = 0.46, a = 1 - (T[3] / 255) * o; for (let c = 0; c < 3; c++) buf[q + c] = buf[q + c] * a + T[c] * o; }
        const bi = (y * W + (clamp(x + dx * 0.9, 0, W - 1) | 0)) * 4; if (refl[bi + 3]) { const o = 0.44, a = 1 - (refl[bi + 3] / 255) * o; for (let c = 0; c < 3; c++) buf[q + c] = buf[q + c] * a + refl[bi + c] * o; }
      }
    }
    over(buf, draw(waterMarks(t, sunX) + BIRDS.filter((b) => b.back).map((b) => bird(b, t, false)).join('')));
    slide(buf, L.mid, v.mid * t); slide(buf, L.near, v.near * t);
    over(buf, draw(BIRDS.filter((b) => !b.back).map((b) => bird(b, t, false)).join('') + reedArt(t)));

    const out = Buffer.alloc(W * H * 3);
    for (let y = 0, i = 0, q = 0; y < H; y++) for (let x = 0; x < W; x++, i++, q += 3) {
      const g = 0.17 * Math.exp(-Math.hypot(x - sunX, (y - sunY) * 1.1) / 210), k = 1 - vig[i];
      const a = buf[q] + (255 - buf[q]) * g, b = buf[q + 1] + (255 - buf[q + 1]) * g * 0.7, c = buf[q + 2] + (255 - buf[q + 2]) * g * 0.42;
      out[q] = clamp(lerp(20, a, k) + 0.5, 0, 255); out[q + 1] = clamp(lerp(12, b, k) + 0.5, 0, 255); out[q + 2] = clamp(lerp(34, c, k) + 0.5, 0, 255);
    }
    return out;
  };
}

// Fewer bits for the lower water and none hoarded by the still sky (mbtree off), so the birds stay crisp.
const CRF = '29';
export async function makeVideo(Resvg, file) {
  const paint = painter(Resvg);
  const ff = spawn('ffmpeg', ['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${W}x${H}`, '-r', String(FPS), '-i', '-', '-an', '-map_metadata', '-1', '-fflags', '+bitexact',
    '-vf', 'scale=out_color_matrix=bt709:out_range=tv,addroi=0:440:960:200:0.22', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709',
    '-c:v', 'libx264', '-profile:v', 'baseline', '-level', '3.1', '-pix_fmt', 'yuv420p', '-preset', 'veryslow', '-crf', CRF, '-aq-mode', '1', '-x264-params', 'mbtree=0:psy=0', '-g', '192', '-threads', '1', '-flags', '+bitexact', '-movflags', '+faststart', file], { stdio: ['pipe', 'inherit', 'inherit'] });
  for (let i = 0; i < FPS * SECONDS; i++) if (!ff.stdin.write(paint(i / FPS))) await once(ff.stdin, 'drain');
  ff.stdin.end();
  const [code] = await once(ff, 'close');
  if (code) throw new Error('ffmpeg ended with ' + code);
}

/** For looking: `node make.mjs still 0 2.5 6` writes raw frames as PNG under /tmp. */
export const parts = { bird, BIRDS, wing };
export function stills(Resvg, times, dir) {
  const paint = painter(Resvg);
  for (const t of times) { const f = `${dir}/still-${t}.ppm`; writeFileSync(f, Buffer.concat([Buffer.from(`P6 ${W} ${H} 255\n`), paint(+t)])); console.log(f); }
}
