// The drawing kit: seeded noise, colour mixing, path makers and the Pic class
// that collects shapes and writes one SVG with painted edges and paper grain.

export function rng(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function hash(n, seed) {
  let h = Math.imul(n | 0, 374761393) + Math.imul(seed | 0, 668265263);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth 1-D value noise, 0..1. */
export function noise(x, seed) {
  const i = Math.floor(x), t = x - i, s = t * t * (3 - 2 * t);
  return hash(i, seed) * (1 - s) + hash(i + 1, seed) * s;
}

/** Fractal noise, about -1..1. */
export function fbm(x, seed, oct = 4) {
  let v = 0, a = 0.55, f = 1;
  for (let o = 0; o < oct; o++) { v += a * (noise(x * f, seed + o * 17) * 2 - 1); a *= 0.5; f *= 2.03; }
  return v;
}

const hex = (c) => {
  const s = c.length === 4 ? c.replace(/[0-9a-f]/gi, '$&$&') : c;
  return [1, 3, 5].map((i) => parseInt(s.slice(i, i + 2), 16));
};
/** Mix two hex colours. */
export function mix(a, b, t) {
  const A = hex(a), B = hex(b);
  return '#' + A.map((v, i) => Math.round(v + (B[i] - v) * t).toString(16).padStart(2, '0')).join('');
}
export const dark = (c, t = 0.25) => mix(c, '#0b1024', t);
export const lite = (c, t = 0.25) => mix(c, '#fff6e0', t);

export const F = (n) => (Math.abs(n) >= 40 ? Math.round(n) : +n.toFixed(1));
export const I = Math.round;

/** Polygon path from points. */
export const poly = (pts, close = true) => 'M' + pts.map((q) => F(q[0]) + ' ' + F(q[1])).join('L') + (close ? 'Z' : '');
/** Soft curve through the middles of the given points. */
export function soft(pts, close = false) {
  const m = (a, b) => F((a[0] + b[0]) / 2) + ' ' + F((a[1] + b[1]) / 2);
  const n = pts.length;
  if (close) {
    let d = 'M' + m(pts[n - 1], pts[0]);
    for (let i = 0; i < n; i++) d += 'Q' + F(pts[i][0]) + ' ' + F(pts[i][1]) + ' ' + m(pts[i], pts[(i + 1) % n]);
    return d + 'Z';
  }
  let d = 'M' + F(pts[0][0]) + ' ' + F(pts[0][1]);
  for (let i = 1; i < n - 1; i++) d += 'Q' + F(pts[i][0]) + ' ' + F(pts[i][1]) + ' ' + m(pts[i], pts[i + 1]);
  return d + 'L' + F(pts[n - 1][0]) + ' ' + F(pts[n - 1][1]);
}
/** Scalloped closed outline, for foliage, steam and cloud masses. */
export function blob(cx, cy, rx, ry, r, n = 14, rough = 0.2) {
  const pts = [];
  const off = r() * 6;
  for (let i = 0; i < n; i++) {
    const a = off + (i / n) * Math.PI * 2, k = 1 + (r() * 2 - 1) * rough;
    pts.push([cx + Math.cos(a) * rx * k, cy + Math.sin(a) * ry * k]);
  }
  let d = `M${I(pts[0][0])} ${I(pts[0][1])}`;
  for (let i = 1; i <= n; i++) {
    const a = pts[i - 1], b = pts[i % n];
    const R = Math.hypot(b[0] - a[0], b[1] - a[1]) * (0.52 + r() * 0.15);
    d += `A${I(R)} ${I(R)} 0 0 1 ${I(b[0])} ${I(b[1])}`;
  }
  return d + 'Z';
}
/** Organic smooth closed shape. */
export function pebble(cx, cy, rx, ry, r, n = 9, rough = 0.15) {
  const pts = [], off = r() * 6;
  for (let i = 0; i < n; i++) {
    const a = off + (i / n) * Math.PI * 2, k = 1.08 + (r() * 2 - 1) * rough;
    pts.push([cx + Math.cos(a) * rx * k, cy + Math.sin(a) * ry * k]);
  }
  return soft(pts, true);
}

export class Pic {
  constructor(name, w, h, seed, o = {}) {
    Object.assign(this, { name, w, h, seed, r: rng(seed * 7919 + 13), n: 0, defs: [], art: [], top: [], grain: 0.18, wash: 0.3, base: '#888', vig: 0.28 }, o);
    this.out = this.art;
  }
  id() { return 'a' + (this.n++).toString(36); }
  rr(a, b) { return a + (b - a) * this.r(); }
  pick(a) { return a[Math.floor(this.r() * a.length)]; }
  add(s) { this.out.push(s); return this; }
  over() { this.out = this.top; return this; }
  under() { this.out = this.art; return this; }
  stops(cs) {
    return cs.map((c, i) => {
      const [o, col, op] = Array.isArray(c) ? c : [i / (cs.length - 1), c];
      return `<stop offset="${F(o * 100)}%" stop-color="${col}"${op === undefined ? '' : ` stop-opacity="${op}"`}/>`;
    }).join('');
  }
  /** Linear gradient across the shape's box (vertical unless told). */
  lin(cs, x2 = 0, y2 = 1) {
    const id = this.id();
    this.defs.push(`<linearGradient id="${id}" x2="${x2}" y2="${y2}">${this.stops(cs)}</linearGradient>`);
    return `url(#${id})`;
  }
  rad(cs, cx, cy, r) {
    const id = this.id();
    this.defs.push(`<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${I(cx)}" cy="${I(cy)}" r="${I(r)}">${this.stops(cs)}</radialGradient>`);
    return `url(#${id})`;
  }
  blur(s) {
    const k = 'b' + String(s).replace('.', '_');
    if (!this[k]) {
      this[k] = this.id();
      this.defs.push(`<filter id="${this[k]}" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="${s}"/></filter>`);
    }
    return `filter="url(#${this[k]})"`;
  }
  rect(x, y, w, h, fill, at = '') { return this.add(`<rect x="${F(x)}" y="${F(y)}" width="${F(w)}" height="${F(h)}" fill="${fill}" ${at}/>`); }
  path(d, fill, at = '') { return this.add(`<path d="${d}" fill="${fill}" ${at}/>`); }
  poly(pts, fill, at = '') { return this.path(poly(pts), fill, at); }
  shape(pts, fill, at = '') { return this.path(soft(pts, true), fill, at); }
  line(d, s, w = 2, at = '') { return this.add(`<path d="${d}" fill="none" stroke="${s}" stroke-width="${F(w)}" stroke-linecap="round" stroke-linejoin="round" ${at}/>`); }
  circ(x, y, r, fill, at = '') { return this.add(`<circle cx="${F(x)}" cy="${F(y)}" r="${F(r)}" fill="${fill}" ${at}/>`); }
  oval(x, y, rx, ry, fill, at = '') { return this.add(`<ellipse cx="${F(x)}" cy="${F(y)}" rx="${F(rx)}" ry="${F(ry)}" fill="${fill}" ${at}/>`); }
  g(at, fn) { this.add(`<g ${at}>`); fn(this); return this.add('</g>'); }
  /** Place a drawing: moved, scaled, turned. */
  at(x, y, s, fn, rot = 0, sx = 1) { return this.g(`transform="translate(${F(x)} ${F(y)})${rot ? ` rotate(${F(rot)})` : ''} scale(${F(s * sx * 100) / 100} ${F(s * 100) / 100})"`, fn); }
  clip(d, fn) {
    const id = this.id();
    this.defs.push(`<clipPath id="${id}"><path d="${d}"/></clipPath>`);
    return this.g(`clip-path="url(#${id})"`, fn);
  }
  /** Many short strokes as one path: leaves, glints, grass, windows, rain. */
  dabs(n, fn, col, w, at = '') {
    let d = '';
    for (let i = 0; i < n; i++) {
      const q = fn(i, this.r);
      if (q) d += `M${I(q[0])} ${I(q[1])}l${F(q[2])} ${F(q[3])}`;
    }
    return d ? this.line(d, col, w, at) : this;
  }
  glow(x, y, r, col, op = 0.7, mode = 'screen') {
    return this.circ(x, y, r, this.rad([[0, col, op], [0.35, col, op * 0.42], [1, col, 0]], x, y, r), `style="mix-blend-mode:${mode}"`);
  }
  /** A soft band of mist between y and y+h. */
  mist(y, h, col, op = 0.7) { return this.rect(-20, y, this.w + 40, h, this.lin([[0, col, 0], [0.5, col, op], [1, col, 0]])); }
  /** Shade a whole area: multiply or screen a gradient. */
  veil(cs, mode = 'multiply', x2 = 0, y2 = 1) { return this.rect(-20, -20, this.w + 40, this.h + 40, this.lin(cs, x2, y2), `style="mix-blend-mode:${mode}"`); }
  /** Draw once, place often: returns a stamp(x, y, scale, flip, turn, attrs). */
  sym(fn) {
    const id = this.id(), out = this.out;
    this.out = []; fn(this); this.defs.push(`<g id="${id}">${this.out.join('')}</g>`); this.out = out;
    return (x, y, s = 1, d = 1, rot = 0, at = '') => this.add(`<use href="#${id}" ${at} transform="translate(${F(x)} ${F(y)})${rot ? ` rotate(${F(rot)})` : ''} scale(${Math.round(s * d * 1000) / 1000} ${Math.round(s * 1000) / 1000})"/>`);
  }
  /** Mirror a finished group in water. */
  mirror(id, y, op = 0.5, squash = 1, blur = 3) {
    return this.add(`<g opacity="${op}" ${blur ? this.blur(blur) : ''}><use href="#${id}" transform="translate(0 ${F(y + y * squash)}) scale(1 ${-squash})"/></g>`);
  }
  svg() {
    const { w, h } = this, full = `x="0" y="0" width="${w}" height="${h}" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"`;
    const f = (id, inner) => `<filter id="${id}" ${full}>${inner}</filter>`;
    const grey = (k, o) => `<feColorMatrix values="${k} 0 0 0 ${o} ${k} 0 0 0 ${o} ${k} 0 0 0 ${o} 0 0 0 0 1"/>`;
    const filters = f('grain', `<feTurbulence type="fractalNoise" baseFrequency=".7" numOctaves="2" seed="${this.seed % 89}"/>${grey(1.7, -0.35)}`)
      + f('wash', `<feTurbulence type="fractalNoise" baseFrequency=".004 .011" numOctaves="4" seed="${this.seed % 83}"/>${grey(2, -0.5)}`);
    const all = `x="0" y="0" width="${w}" height="${h}"`;
    const vg = this.vig ? `<rect ${all} fill="${this.rad([[0.55, '#140c20', 0], [1, '#140c20', this.vig]], w / 2, h / 2, Math.hypot(w, h) / 2)}"/>` : '';
    const out = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><defs>${filters}${this.defs.join('')}</defs>`
      + `<rect ${all} fill="${this.base}"/>${this.art.join('')}${this.top.join('')}${vg}`
      + `<rect ${all} filter="url(#wash)" opacity="${this.wash}" style="mix-blend-mode:soft-light"/><rect ${all} filter="url(#grain)" opacity="${this.grain}" style="mix-blend-mode:soft-light"/></svg>\n`;
    return out.replace(/ \/>/g, '/>').replace(/ d="[^"]*"/g, (d) => d.replace(/ -/g, '-'));
  }
}
