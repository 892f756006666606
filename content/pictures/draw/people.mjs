// Figures: a small skeleton with poses, flat colour clothes, one shade.
import { F, dark, lite, soft, poly } from './kit.mjs';

const P = {
  stand: { l: [[5, -2], [-6, -7]], a: [[8, 16], [-10, 4]], lean: 0 },
  walk: { l: [[24, 6], [-16, -34]], a: [[-24, -6], [22, 40]], lean: 4 },
  stroll: { l: [[14, 4], [-12, -20]], a: [[-14, 0], [12, 26]], lean: 2 },
  run: { l: [[56, -14], [-22, -82]], a: [[-52, 40], [36, 122]], lean: 12 },
  run2: { l: [[30, -4], [-34, -60]], a: [[46, 128], [-58, 24]], lean: 14 },
  sit: { l: [[84, 4], [76, -6]], a: [[30, 74], [18, 62]], lean: 4 },
  sitfloor: { l: [[100, 40], [84, 60]], a: [[30, 70], [-24, -10]], lean: -10 },
  row: { l: [[84, 24], [78, 14]], a: [[66, 80], [52, 70]], lean: 30 },
  rail: { l: [[4, -4], [-14, -16]], a: [[46, 84], [34, 70]], lean: 12 },
  reach: { l: [[14, 4], [-14, -18]], a: [[100, 112], [-12, 10]], lean: 6 },
  point: { l: [[6, 0], [-8, -10]], a: [[84, 92], [-10, 8]], lean: 0 },
  work: { l: [[8, 2], [-10, -14]], a: [[34, 84], [24, 76]], lean: 12 },
  bend: { l: [[10, -14], [-12, -26]], a: [[30, 14], [14, 24]], lean: 66 },
  crouch: { l: [[104, -30], [62, -80]], a: [[50, 40], [62, 56]], lean: 34 },
  up: { l: [[10, -4], [-10, -14]], a: [[160, 172], [-150, -170]], lean: 0 },
  kite: { l: [[12, 2], [-14, -18]], a: [[120, 138], [100, 130]], lean: -10 },
  kick: { l: [[62, 48], [-12, -26]], a: [[-62, -40], [60, 84]], lean: -10 },
  jump: { l: [[36, -40], [-40, -96]], a: [[168, 150], [-100, -60]], lean: -6 },
  wave: { l: [[5, -2], [-6, -8]], a: [[140, 172], [-10, 6]], lean: 0 },
  hold: { l: [[10, 2], [-10, -14]], a: [[30, 92], [16, 86]], lean: 2 },
};
const SK = ['#e8b48c', '#d99f74', '#c98a62', '#f0c4a0'];

/** x,y = feet; h = height. o: pose,d,top,bot,skin,hair,shoe,hat,skirt,sleeve,kid,side,shadow,bag,sway */
export function person(p, x, y, h, o = {}) {
  const q = { ...P[o.pose || 'stand'] }, d = o.d || 1, kid = o.kid ? 1 : 0;
  const top = o.top || '#c2523f', bot = o.bot || '#2b3550', skin = o.skin || p.pick(SK), hair = o.hair || '#1d1a22';
  const LT = h * (kid ? 0.2 : 0.235), LS = h * (kid ? 0.2 : 0.235), T = h * (kid ? 0.3 : 0.31), A = h * 0.155, HR = h * (kid ? 0.09 : 0.066);
  const sw = h * (o.side ? 0.07 : 0.098) * (o.wide || 1), hw = h * (o.side ? 0.055 : 0.068) * (o.wide || 1);
  const v = (a, L) => [Math.sin(a * Math.PI / 180) * d * L, Math.cos(a * Math.PI / 180) * L];
  const j = o.jit === undefined ? 5 : o.jit, jt = () => (p.r() * 2 - 1) * j;
  const legs = q.l.map(([a, b]) => { const k = v(a + jt(), LT), f = v(b + jt() * 0.5, LS); return [k, [k[0] + f[0], k[1] + f[1]]]; });
  const low = o.hip ? o.hip * h : Math.max(legs[0][1][1], legs[1][1][1]) + h * 0.012;
  const hx = x, hy = y - low, ln = v(q.lean, T), sx = hx + ln[0], sy = hy - Math.abs(ln[1]) * (q.lean > 90 ? -1 : 1);
  const px = Math.cos(q.lean * Math.PI / 180), py = Math.sin(q.lean * Math.PI / 180) * d;
  const S = (c, w, ...pts) => p.line('M' + pts.map((t) => F(t[0]) + ' ' + F(t[1])).join('L'), c, w);
  if (o.shadow) p.oval(x, y, h * 0.22, h * 0.03, o.shadow, 'opacity=".45"');
  const off = hw * 0.5;
  const arm = (i, c) => {
    const s = i ? -1 : 1, [a, b] = q.a[i], rx = sx + px * sw * 0.86 * s * d * (o.side ? 0.3 : 1), ry = sy + h * 0.022 + py * sw * 0.8 * s * (o.side ? 0.3 : 1);
    const e = v(a + jt(), A), f = v(b + jt(), A * 0.95), E = [rx + e[0], ry + e[1]], W = [E[0] + f[0], E[1] + f[1]];
    S(o.bare ? skin : c, h * 0.048, [rx, ry], E);
    if (o.bare) S(c, h * 0.06, [rx, ry], [rx + e[0] * 0.45, ry + e[1] * 0.45]);
    S(o.sleeve === 0 || o.bare ? skin : c, h * 0.038, E, W);
    p.circ(W[0], W[1], h * 0.023, skin);
    return W;
  };
  const leg = (i, c) => {
    const s = i ? -1 : 1, rx = hx + off * s * (o.side ? 0.35 : 1), [k, f] = legs[i], K = [rx + k[0], hy + k[1]], E = [rx + f[0], hy + f[1]];
    S(c, h * 0.078, [rx, hy], K); S(o.shorts || o.skirt ? skin : c, h * 0.054, K, E);
    if (o.shorts) S(c, h * 0.082, [rx, hy], [rx + k[0] * 0.75, hy + k[1] * 0.75]);
    S(o.shoe || dark(bot, 0.5), h * 0.036, E, [E[0] + d * h * 0.04, E[1] + h * 0.004]);
  };
  const hands = [];
  hands[1] = arm(1, dark(top, 0.28)); leg(1, dark(bot, 0.22)); leg(0, bot);
  const at = (u, w) => [hx + (sx - hx) * u + px * w, hy + (sy - hy) * u + py * w];
  if (o.skirt) p.path(soft([at(0.35, -hw * d), at(0.2, hw * d), [hx + hw * 2.1, hy + LT * 0.9], [hx, hy + LT], [hx - hw * 2.1, hy + LT * 0.9]], true), o.skirt);
  const body = [at(-0.08, hw), at(0.1, hw * 1.05), at(0.45, hw * 0.98), at(0.85, sw * 1.02), at(0.99, sw * 0.92), at(1.06, sw * 0.4), at(1.06, -sw * 0.4), at(0.99, -sw * 0.92), at(0.85, -sw * 1.02), at(0.45, -hw * 0.98), at(0.1, -hw * 1.05), at(-0.08, -hw)];
  p.path(soft(body, true), top);
  const ls = o.lx || -1;
  p.path(soft([at(1.0, -ls * sw * 0.85), at(0.85, -ls * sw), at(0.4, -ls * hw), at(-0.06, -ls * hw), at(0.1, -ls * hw * 0.2), at(0.6, -ls * hw * 0.35)], true), dark(top, 0.5), 'opacity=".38"');
  if (o.apron) p.path(poly([at(0.75, -hw * 0.6), at(0.75, hw * 0.6), at(0.2, hw), at(-0.45, hw * 1.1), at(-0.45, -hw * 1.1), at(0.2, -hw)]), o.apron);
  if (o.vest) p.path(poly([at(0.98, -sw * 0.75), at(0.98, sw * 0.75), at(0.1, hw), at(0.05, -hw)]), o.vest);
  if (o.bag) p.path(soft([at(0.9, -sw * d * 1.1), at(0.9, -sw * d * 0.1), at(0.3, -sw * d * 0.1), at(0.3, -sw * d * 1.3)], true), o.bag);
  const nx = sx + px * 0 + ln[0] * 0.06, nk = v(q.lean * 0.55 + (o.nod || 0), HR * 1.75), Hx = nx + nk[0], Hy = sy - Math.abs(nk[1]) + h * 0.005;
  S(dark(skin, 0.15), h * 0.045, [nx, sy], [Hx, Hy]);
  p.oval(Hx, Hy, HR * 0.84, HR * 1.06, o.back ? hair : skin);
  const fd = o.front ? 0 : d;
  if (!o.back) p.path(`M${F(Hx + HR * (0.75 * fd + (fd ? 0 : 0.88)))} ${F(Hy - HR * 0.35)}Q${F(Hx + fd * HR * 0.1)} ${F(Hy - HR * 0.4)} ${F(Hx - fd * HR * 0.1)} ${F(Hy + HR * (fd ? 0.15 : -0.5))}L${F(Hx - HR * (fd ? 0.5 * fd : 0.88))} ${F(Hy + HR * (fd ? 0.75 : -0.2))}Q${F(Hx - HR * (fd ? 1.15 * fd : 1.1))} ${F(Hy - HR * 0.2)} ${F(Hx - fd * HR * 0.55)} ${F(Hy - HR * 1.05)}Q${F(Hx + HR * 0.3)} ${F(Hy - HR * 1.45)} ${F(Hx + HR * (0.75 * fd + (fd ? 0 : 0.88)))} ${F(Hy - HR * 0.35)}Z`, hair);
  if (o.long) p.path(soft([[Hx - d * HR * 0.2, Hy - HR * 0.9], [Hx - d * HR * 1.1, Hy - HR * 0.2], [Hx - d * HR * 1.2, Hy + HR * 1.9], [Hx - d * HR * 0.2, Hy + HR * 1.6]], true), hair);
  if (o.bun) p.circ(Hx - d * HR * 0.9, Hy - HR * 0.5, HR * 0.42, hair);
  if (o.tail) S(hair, HR * 0.4, [Hx - d * HR * 0.8, Hy - HR * 0.5], [Hx - d * HR * 1.6, Hy + HR * 0.3], [Hx - d * HR * 1.5, Hy + HR]);
  if (o.hat === 'cone') p.path(`M${F(Hx - HR * 2)} ${F(Hy - HR * 0.25)}L${F(Hx)} ${F(Hy - HR * 1.7)}L${F(Hx + HR * 2)} ${F(Hy - HR * 0.25)}Q${F(Hx)} ${F(Hy + HR * 0.25)} ${F(Hx - HR * 2)} ${F(Hy - HR * 0.25)}Z`, o.hatc || '#e6c68a');
  if (o.hat === 'brim') { p.oval(Hx, Hy - HR * 0.5, HR * 1.75, HR * 0.42, o.hatc || '#e6c68a'); p.path(`M${F(Hx - HR * 0.9)} ${F(Hy - HR * 0.5)}Q${F(Hx)} ${F(Hy - HR * 2.1)} ${F(Hx + HR * 0.9)} ${F(Hy - HR * 0.5)}Z`, lite(o.hatc || '#e6c68a')); }
  if (o.hat === 'cap') { p.path(`M${F(Hx - HR * 0.95)} ${F(Hy - HR * 0.35)}Q${F(Hx)} ${F(Hy - HR * 1.9)} ${F(Hx + HR * 0.95)} ${F(Hy - HR * 0.35)}Z`, o.hatc || '#c33'); S(dark(o.hatc || '#cc3333', 0.2), HR * 0.26, [Hx, Hy - HR * 0.4], [Hx + d * HR * 1.5, Hy - HR * 0.3]); }
  if (o.hat === 'helmet') p.path(`M${F(Hx - HR * 1.1)} ${F(Hy - HR * 0.2)}Q${F(Hx - HR)} ${F(Hy - HR * 1.6)} ${F(Hx)} ${F(Hy - HR * 1.6)}Q${F(Hx + HR)} ${F(Hy - HR * 1.6)} ${F(Hx + HR * 1.1)} ${F(Hy - HR * 0.2)}Z`, o.hatc || '#f2c230');
  hands[0] = arm(0, top);
  return { hands, head: [Hx, Hy], hip: [hx, hy], sh: [sx, sy], HR };
}

/** A loose crowd of heads and shoulders along a line (cheap). */
export function crowd(p, n, x0, x1, y, h, tops, o = {}) {
  const rows = o.rows || 1;
  for (let k = 0; k < rows; k++) for (let i = 0; i < n; i++) {
    const x = x0 + (x1 - x0) * (i + p.rr(0.1, 0.9)) / n, yy = y + k * h * 0.28 + p.rr(-0.06, 0.06) * h, c = p.pick(tops), s = h * p.rr(0.85, 1.1), r = s * 0.13;
    p.path(`M${F(x - s * 0.2)} ${F(yy)}Q${F(x - s * 0.21)} ${F(yy - s * 0.38)} ${F(x - r * 0.6)} ${F(yy - s * 0.42)}H${F(x + r * 0.6)}Q${F(x + s * 0.21)} ${F(yy - s * 0.38)} ${F(x + s * 0.2)} ${F(yy)}Z`, c);
    if (!o.back) p.oval(x, yy - s * 0.56, r * 0.85, r * 1.1, p.pick(SK));
    p.path(`M${F(x - r)} ${F(yy - s * (o.back ? 0.48 : 0.56))}Q${F(x - r)} ${F(yy - s * 0.73)} ${F(x)} ${F(yy - s * 0.72)}Q${F(x + r)} ${F(yy - s * 0.73)} ${F(x + r)} ${F(yy - s * (o.back ? 0.48 : 0.56))}Z`, p.pick(['#1d1a22', '#2a2230', '#3a2a26']));
  }
}
export { SK };
