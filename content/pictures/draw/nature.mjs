// Sky, clouds, hills, trees, water, birds.
import { fbm, mix, dark, lite, I, F, blob, soft } from './kit.mjs';

export function sky(p, cs, h = p.h) { p.rect(-20, -20, p.w + 40, h + 40, p.lin(cs)); }

/** Cumulus with a flat foot; lit edge above, shade below. */
export function cloud(p, x, y, w, h, col, shade, op = 1) {
  const n = Math.max(6, I(w / 55));
  const mk = (k, dx, dy) => {
    let d = `M${I(x + dx)} ${I(y + dy)}`, px = x + dx, py = y + dy;
    for (let i = 1; i <= n; i++) {
      const t = i / n, e = Math.pow(Math.sin(Math.PI * Math.min(1, t)), 0.8);
      const nx = x + dx + w * k * t, ny = y + dy - h * k * e * (0.6 + 0.5 * p.r());
      const R = I(Math.hypot(nx - px, ny - py) * 0.58);
      d += `A${R} ${R} 0 0 1 ${I(nx)} ${I(i === n ? y + dy : ny)}`;
      px = nx; py = ny;
    }
    return d + `Q${I(x + dx + w * k * 0.5)} ${I(y + dy + h * 0.18)} ${I(x + dx)} ${I(y + dy)}Z`;
  };
  p.g(`opacity="${op}"`, () => {
    p.path(mk(1, 0, 0), col);
    if (shade) p.path(mk(0.72, w * 0.2, 4), shade, 'opacity=".7"');
  });
}

/** Long brush streaks of cloud. */
export function streaks(p, n, y0, y1, col, op = 0.5, len = 500, th = 16) {
  let d = '';
  for (let i = 0; i < n; i++) {
    const x = p.rr(-200, p.w), y = p.rr(y0, y1), w = p.rr(0.3, 1) * len, t = p.rr(0.3, 1) * th, k = p.rr(-8, 8);
    d += `M${I(x)} ${I(y)}q${I(w * 0.3)} ${I(-t)} ${I(w * 0.55)} ${I(k - t * 0.3)}t${I(w * 0.45)} ${I(k)}q${I(-w * 0.3)} ${I(t * 0.7)} ${I(-w * 0.5)} ${I(-k + t * 0.5)}t${I(-w * 0.5)} ${I(-k - t * 0.2)}Z`;
  }
  p.path(d, col, `opacity="${op}"`);
}

export function sun(p, x, y, r, col, halo, op = 0.8) {
  p.glow(x, y, r * 7, halo, op); p.circ(x, y, r, col); p.glow(x, y, r * 2.2, halo, op * 0.7);
}

/** Noise ridge; returns the y function so that things can stand on it. */
export function hill(p, y, amp, freq, fill, o = {}) {
  const { x0 = -20, x1 = p.w + 20, base = p.h + 20, step = 22, oct = 4, seed = I(p.r() * 9999), env = () => 1 } = o;
  const at = (x) => y - amp * (0.5 + 0.5 * fbm(x * freq / 1000, seed, oct)) * env((x - x0) / (x1 - x0));
  let d = `M${x0} ${I(base)}`;
  for (let x = x0; x <= x1; x += step) d += `L${I(x)} ${I(at(x))}`;
  p.path(d + `L${x1} ${I(at(x1))}V${I(base)}Z`, fill, o.at || '');
  return at;
}
export const hump = (t) => Math.pow(Math.sin(Math.PI * Math.max(0, Math.min(1, t))), 0.7);

/** A bank of tree crowns along a line. */
export function grove(p, y, s, fill, o = {}) {
  const { x0 = -20, x1 = p.w + 20, base = p.h + 20, wave = s, lightc, seed = I(p.r() * 9999) } = o;
  const yy = typeof y === 'function' ? y : (x) => y - wave * fbm(x / (s * 5), seed, 3);
  let d = `M${I(x0)} ${I(base)}L${I(x0)} ${I(yy(x0))}`, x = x0, py = yy(x0), tops = [];
  while (x < x1) {
    const w = s * p.rr(0.5, 1.25), nx = Math.min(x1, x + w), ny = yy(nx) + p.rr(-0.3, 0.3) * s, R = I(Math.hypot(nx - x, ny - py) * p.rr(0.52, 0.66));
    d += `A${R} ${R} 0 0 1 ${I(nx)} ${I(ny)}`;
    tops.push([(x + nx) / 2, (py + ny) / 2, w]); x = nx; py = ny;
  }
  p.path(d + `V${I(base)}Z`, fill, o.at || '');
  if (lightc) p.dabs(tops.length * 4, (i) => { const t = tops[i >> 2]; return [t[0] + p.rr(-0.5, 0.4) * t[2], t[1] + p.rr(-0.1, 0.9) * s, s * 0.12, -s * 0.05]; }, lightc, Math.max(2, s * 0.13), 'opacity=".6"');
}

/** Broadleaf tree: trunk, three tones of crown, leaf dabs. */
export function tree(p, x, y, h, o = {}) {
  const { cols = ['#1f4a3a', '#2f6b4a', '#6f9d55'], trunk = '#4a3528', wide = 0.42, lx = -1, n = 40, roots = 0 } = o;
  const w = h * wide, cy = y - h * 0.64, tw = h * 0.045;
  p.path(`M${F(x - tw * 1.6)} ${I(y)}Q${F(x - tw * 0.6)} ${I(y - h * 0.2)} ${F(x - tw)} ${I(y - h * 0.45)}L${F(x - w * 0.45)} ${I(cy - h * 0.05)}L${F(x - tw * 0.2)} ${I(y - h * 0.42)}L${F(x + tw * 0.3)} ${I(cy - h * 0.1)}L${F(x + tw * 0.8)} ${I(y - h * 0.4)}L${F(x + w * 0.5)} ${I(cy)}L${F(x + tw)} ${I(y - h * 0.32)}Q${F(x + tw * 0.7)} ${I(y - h * 0.12)} ${F(x + tw * 1.8)} ${I(y)}Z`, trunk);
  if (roots) p.dabs(roots, () => [x + p.rr(-w * 0.7, w * 0.7), cy + p.rr(0, h * 0.1), p.rr(-4, 4), h * p.rr(0.1, 0.3)], dark(trunk, 0.1), Math.max(1.5, h * 0.006), 'opacity=".8"');
  p.path(blob(x, cy, w, h * 0.3, p.r, 15) + blob(x - w * 0.5, cy + h * 0.08, w * 0.6, h * 0.17, p.r, 10) + blob(x + w * 0.55, cy + h * 0.06, w * 0.55, h * 0.16, p.r, 10), cols[0]);
  p.path(blob(x + lx * w * 0.22, cy - h * 0.07, w * 0.62, h * 0.2, p.r, 12) + blob(x - lx * w * 0.55, cy, w * 0.3, h * 0.09, p.r, 8), cols[1]);
  p.path(blob(x + lx * w * 0.38, cy - h * 0.14, w * 0.34, h * 0.1, p.r, 9), cols[2], 'opacity=".75"');
  const dab = (k) => () => { const a = p.rr(0, 6.3), q = Math.sqrt(p.r()) * k; return [x + Math.cos(a) * w * q, cy + Math.sin(a) * h * 0.3 * q, p.rr(-1, 1) * h * 0.02, h * 0.012]; };
  p.dabs(n, dab(1.1), cols[1], h * 0.018); p.dabs(n, dab(0.9), cols[2], h * 0.014);
}

export function palm(p, x, y, h, o = {}) {
  const { col = '#2c5b45', col2 = '#5c8d52', trunk = '#6b5240', bend = 0.12, wind = 0, n = 11 } = o;
  const tx = x + h * bend, ty = y - h;
  p.path(`M${F(x - h * 0.03)} ${I(y)}Q${F(x + h * bend * 0.2)} ${I(y - h * 0.5)} ${F(tx - h * 0.012)} ${I(ty)}L${F(tx + h * 0.014)} ${I(ty)}Q${F(x + h * bend * 0.35)} ${I(y - h * 0.5)} ${F(x + h * 0.03)} ${I(y)}Z`, trunk);
  for (let k = 0; k < n; k++) {
    let a = -Math.PI / 2 + (k / (n - 1) - 0.5) * 4.6 + p.rr(-0.15, 0.15);
    const L = h * p.rr(0.34, 0.46);
    let ex = tx + Math.cos(a) * L, ey = ty + Math.sin(a) * L * 0.75 + L * 0.3;
    let mx = tx + Math.cos(a) * L * 0.55, my = ty + Math.sin(a) * L * 0.6 - L * 0.12;
    if (wind) { ex = tx + Math.abs(ex - tx) * Math.sign(wind) * 0.8 + wind * L * 0.6; mx = tx + wind * L * 0.45; ey -= L * 0.25; }
    const t = L * 0.13;
    let d = `M${I(tx)} ${I(ty)}Q${I(mx)} ${I(my - t)} ${I(ex)} ${I(ey)}`;
    for (let j = 1; j < 7; j++) {
      const u = 1 - j / 7, v = 1 - u, bx = v * v * 0 + (2 * u * v * mx + u * u * ex + v * v * tx), by = 2 * u * v * my + u * u * ey + v * v * ty;
      d += `L${I(bx + (wind * t))} ${I(by + t * 1.1)}L${I(bx - 2)} ${I(by + 2)}`;
    }
    p.path(d + 'Z', k % 3 ? col : col2);
  }
}

/** Water: gradient, wavelets growing toward the viewer, optional light path. */
export function water(p, y0, y1, cs, o = {}) {
  const { n = 130, glint = lite(cs[0], 0.35), deep = dark(cs[cs.length - 1], 0.2), light } = o;
  p.rect(-20, y0, p.w + 40, y1 - y0 + 20, p.lin(cs));
  const H = y1 - y0, at = (pw) => Math.pow(p.r(), pw);
  for (const [c, w, lo, hi, op] of [[deep, 5, 0.35, 1, 0.35], [glint, 3, 0.1, 1, 0.45], [glint, 1.6, 0, 0.4, 0.6]])
    p.dabs(n / 2, () => { const t = lo + (hi - lo) * at(1.2); return [p.rr(-20, p.w), y0 + t * H, p.rr(0.3, 1) * (12 + 90 * t), p.rr(-1, 1)]; }, c, w, `opacity="${op}"`);
  if (light) {
    const { x, w = 60, c = '#ffe9b8', k = 90 } = light;
    for (const [lo, hi, sw] of [[0, 0.3, 2.5], [0.2, 0.65, 5], [0.5, 1, 8]])
      p.dabs(k / 2, () => { const t = p.rr(lo, hi), s = w * (0.4 + t * 1.6); const q = (p.r() + p.r() - 1) * s; return [x + q - s * 0.15, y0 + 3 + t * H, s * p.rr(0.1, 0.45), 0]; }, c, sw, 'opacity=".8"');
  }
}

/** Wave front with a foam edge. */
export function surf(p, y, amp, col, foam, o = {}) {
  const s = I(p.r() * 999), { base = p.h + 20, freq = 9, fw = 7 } = o, pts = [];
  for (let x = -20; x <= p.w + 40; x += 40) pts.push([x, y + amp * fbm(x * freq / 1000, s, 3)]);
  const d = soft(pts);
  p.path(d + `V${base}H-20Z`, col); p.line(d, foam, fw, 'opacity=".9"');
  p.dabs(50, () => { const q = pts[I(p.r() * (pts.length - 1))]; return [q[0] + p.rr(-30, 30), q[1] + p.rr(6, 30), p.rr(10, 60), p.rr(-2, 2)]; }, foam, fw * 0.4, 'opacity=".6"');
}

export function gulls(p, n, x0, y0, x1, y1, s, col) {
  let d = '';
  for (let i = 0; i < n; i++) {
    const x = p.rr(x0, x1), y = p.rr(y0, y1), k = s * p.rr(0.6, 1.3), t = p.rr(-0.3, 0.3) * k;
    d += `M${F(x - k)} ${F(y - k * 0.35 + t)}Q${F(x - k * 0.4)} ${F(y - k * 0.6)} ${F(x)} ${F(y)}Q${F(x + k * 0.4)} ${F(y - k * 0.6)} ${F(x + k)} ${F(y - k * 0.35 - t)}Q${F(x + k * 0.4)} ${F(y - k * 0.3)} ${F(x)} ${F(y + k * 0.16)}Q${F(x - k * 0.4)} ${F(y - k * 0.3)} ${F(x - k)} ${F(y - k * 0.35 + t)}Z`;
  }
  p.path(d, col);
}

export function steam(p, x, y, w, h, col = '#fff', op = 0.4, n = 5) {
  for (let i = 0; i < n; i++) {
    const sx = x + p.rr(-0.5, 0.5) * w, k = p.rr(0.5, 1) * h, s = p.rr(0.1, 0.2) * w * (p.r() < 0.5 ? -1 : 1), t = p.rr(0.05, 0.1) * w + 6;
    p.path(`M${I(sx)} ${I(y)}c${I(s * 2)} ${I(-k * 0.3)} ${I(-s * 2)} ${I(-k * 0.5)} ${I(s)} ${I(-k)}c${I(-s + t)} ${I(k * 0.4)} ${I(s * 2 + t)} ${I(k * 0.7)} ${I(-s + t * 0.4)} ${I(k)}Z`, col, `opacity="${op}" ${p.blur(7)}`);
  }
}

/** Grass blades or reeds. */
export function reeds(p, n, x0, x1, y, h, col, w = 3, lean = 0.2) {
  p.dabs(n, () => { const k = p.rr(0.4, 1) * h; return [p.rr(x0, x1), y + p.rr(0, h * 0.2), k * p.rr(-lean, lean * 1.4), -k]; }, col, w);
}
