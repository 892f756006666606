// Skylines, towers, arcades, swallow-tail houses, boats, lamps.
import { F, I, mix, dark, lite, poly } from './kit.mjs';

/** A row of towers with varied crowns and window lights. */
export function skyline(p, x0, x1, base, h0, h1, cols, o = {}) {
  const { lit = '#ffe2a0', wlit = 0.5, wop = 0.8, w0 = 34, w1 = 80, gap = 0.2, env = () => 1, lx = -1, shade = 0.18 } = o;
  let x = x0, win = '', body = {}, sh = '';
  while (x < x1) {
    const w = p.rr(w0, w1), h = p.rr(h0, h1) * env((x - x0) / (x1 - x0)), t = I(p.r() * 6), y = base - h, c = p.pick(cols);
    let d;
    if (t === 0) d = `M${I(x)} ${I(base)}V${I(y + w * 0.5)}L${I(x + w)} ${I(y)}V${I(base)}Z`;
    else if (t === 1) d = `M${I(x)} ${I(base)}V${I(y + h * 0.14)}H${I(x + w * 0.2)}V${I(y)}H${I(x + w * 0.8)}V${I(y + h * 0.14)}H${I(x + w)}V${I(base)}Z`;
    else if (t === 2) d = `M${I(x)} ${I(base)}V${I(y + w * 0.4)}Q${I(x + w * 0.5)} ${I(y - w * 0.3)} ${I(x + w)} ${I(y + w * 0.4)}V${I(base)}Z`;
    else if (t === 3) d = `M${I(x)} ${I(base)}V${I(y)}H${I(x + w * 0.46)}V${I(y - h * 0.14)}H${I(x + w * 0.54)}V${I(y)}H${I(x + w)}V${I(base)}Z`;
    else d = `M${I(x)} ${I(base)}V${I(y)}H${I(x + w)}V${I(base)}Z`;
    body[c] = (body[c] || '') + d;
    sh += `M${I(lx < 0 ? x + w * 0.6 : x)} ${I(base)}V${I(y + w * 0.5)}h${I(w * 0.4)}V${I(base)}Z`;
    const sx = Math.max(7, w / 6), sy = Math.max(9, w / 5);
    if (wlit) for (let yy = y + w * 0.55; yy < base - sy; yy += sy) for (let xx = x + sx * 0.7; xx < x + w - sx * 0.4; xx += sx) if (p.r() < wlit * 0.6) win += `M${I(xx)} ${I(yy)}h${F(sx * 0.32)}`;
    x += w * (1 - p.rr(-gap, gap));
  }
  for (const c of Object.keys(body)) p.path(body[c], c);
  if (shade) p.path(sh, '#0b1024', `opacity="${shade}"`);
  if (win) p.line(win, lit, Math.max(2.5, w0 / 9), `opacity="${wop}" style="stroke-linecap:butt"`);
}

/** Curved Minnan roof with swallow-tail ridge. x,y = left end of ridge base, w wide, h slope. */
export function swallow(p, x, y, w, h, col = '#b5482f', o = {}) {
  const { ridge = dark(col, 0.42), tip = w * 0.08, sag = w * 0.05, ov = w * 0.05, tiles = I(w / 16) } = o;
  const top = (u) => y + sag * (1 - Math.pow(2 * u - 1, 2)) , eave = (u) => y + h + sag * 0.7 * (1 - Math.pow(2 * u - 1, 2));
  p.path(`M${F(x + ov)} ${F(y)}Q${F(x + w / 2)} ${F(y + sag * 2)} ${F(x + w - ov)} ${F(y)}L${F(x + w + ov)} ${F(y + h - sag * 0.3)}Q${F(x + w / 2)} ${F(y + h + sag * 1.5)} ${F(x - ov)} ${F(y + h - sag * 0.3)}Z`, p.lin([lite(col, 0.18), col, dark(col, 0.18)]));
  p.dabs(tiles, (i) => { const u = (i + 0.5) / tiles, a = x + ov + (w - 2 * ov) * u, b = x - ov + (w + 2 * ov) * u, yt = top(u); return [a, yt + 4, b - a, eave(u) - yt - 8]; }, dark(col, 0.35), Math.max(1.5, w / 230), 'opacity=".55"');
  p.path(`M${F(x - ov)} ${F(y + h - sag * 0.3)}Q${F(x + w / 2)} ${F(y + h + sag * 1.5)} ${F(x + w + ov)} ${F(y + h - sag * 0.3)}l0 ${F(h * 0.09)}Q${F(x + w / 2)} ${F(y + h * 1.1 + sag * 1.5)} ${F(x - ov)} ${F(y + h * 1.09 - sag * 0.3)}Z`, dark(col, 0.45));
  const t = Math.max(4, w * 0.017);
  p.path(`M${F(x - ov * 1.3)} ${F(y - tip)}Q${F(x + w * 0.12)} ${F(y + sag * 0.4)} ${F(x + w / 2)} ${F(y + sag * 0.55)}Q${F(x + w * 0.88)} ${F(y + sag * 0.4)} ${F(x + w + ov * 1.3)} ${F(y - tip)}L${F(x + w + ov * 0.7)} ${F(y - tip * 0.28)}L${F(x + w + ov * 1.5)} ${F(y - tip * 0.4)}Q${F(x + w * 0.9)} ${F(y + sag * 0.4 + t)} ${F(x + w / 2)} ${F(y + sag * 0.55 + t * 1.7)}Q${F(x + w * 0.1)} ${F(y + sag * 0.4 + t)} ${F(x - ov * 1.5)} ${F(y - tip * 0.4)}L${F(x - ov * 0.7)} ${F(y - tip * 0.28)}Z`, ridge);
}

/** Brick wall texture dabs. */
export function bricks(p, x, y, w, h, col, n = 60, s = 16) { p.dabs(n, () => [x + s + p.r() * (w - 2 * s), y + Math.round(p.r() * (h / (s * 0.6))) * s * 0.6, s * p.rr(0.4, 0.9), 0], col, s * 0.28, 'opacity=".5"'); }

/** Arched window or door. */
export const arch = (x, y, w, h) => `M${F(x)} ${F(y + h)}V${F(y + w / 2)}A${F(w / 2)} ${F(w / 2)} 0 0 1 ${F(x + w)} ${F(y + w / 2)}V${F(y + h)}Z`;

/** One arcade-house front: upper floors with shuttered windows, arch below. */
export function qilou(p, x, y, w, h, wall, o = {}) {
  const { lit = '#ffd58a', glass = '#3a4a5c', floors = 2, arc = '#2a1d24', shop = '#ffb45e' } = o, g = h * 0.34, fh = (h - g) / floors;
  p.rect(x, y, w, h, p.lin([lite(wall, 0.12), wall, dark(wall, 0.12)]));
  p.path(`M${F(x - 4)} ${F(y)}V${F(y - h * 0.05)}H${F(x + w * 0.28)}Q${F(x + w * 0.34)} ${F(y - h * 0.13)} ${F(x + w / 2)} ${F(y - h * 0.14)}Q${F(x + w * 0.66)} ${F(y - h * 0.13)} ${F(x + w * 0.72)} ${F(y - h * 0.05)}H${F(x + w + 4)}V${F(y)}Z`, lite(wall, 0.2));
  p.circ(x + w / 2, y - h * 0.065, h * 0.026, dark(wall, 0.3));
  for (let f = 0; f < floors; f++) {
    const fy = y + f * fh; p.rect(x - 3, fy + fh - 9, w + 6, 9, lite(wall, 0.3)); p.rect(x, fy + fh, w, 5, dark(wall, 0.4), 'opacity=".5"');
    for (let i = 0; i < 3; i++) {
      const ww = w * 0.2, wx = x + w * (0.1 + i * 0.3), wy = fy + fh * 0.2, wh = fh * 0.6, on = p.r() < 0.55;
      p.path((f ? (a, b, c, d) => `M${F(a)} ${F(b)}h${F(c)}v${F(d)}h${F(-c)}Z` : arch)(wx, wy, ww, wh), on ? lit : glass);
      p.line(`M${F(wx + ww / 2)} ${F(wy)}v${F(wh)}M${F(wx)} ${F(wy + wh * 0.45)}h${F(ww)}`, dark(wall, 0.5), 2.5); p.rect(wx - 4, wy + wh, ww + 8, 5, lite(wall, 0.35));
      if (p.r() < 0.5) p.rect(wx - ww * 0.24, wy + wh * 0.1, ww * 0.22, wh * 0.9, '#3f6b5c').rect(wx + ww * 1.02, wy + wh * 0.1, ww * 0.22, wh * 0.9, '#3f6b5c');
    }
  }
  const gy = y + h - g; p.rect(x, gy, w, g, arc); p.rect(x + w * 0.12, gy + g * 0.25, w * 0.76, g * 0.75, p.lin([lite(shop, 0.4), shop, dark(shop, 0.4)]));
  p.dabs(14, () => [x + w * p.rr(0.16, 0.82), gy + g * p.rr(0.4, 0.75), 0, g * p.rr(0.05, 0.16)], p.pick(['#8f3a2a', '#5a3428', '#fff0c8']), w * 0.03, 'opacity=".7"');
  p.path(`M${F(x)} ${F(y + h)}V${F(gy)}H${F(x + w)}V${F(y + h)}h${F(-w * 0.1)}V${F(gy + g * 0.45)}A${F(w * 0.4)} ${F(g * 0.33)} 0 0 0 ${F(x + w * 0.1)} ${F(gy + g * 0.45)}V${F(y + h)}Z`, wall); p.rect(x, gy, w, 8, lite(wall, 0.3));
}

/** A white passenger ferry, bow to the right at d=1; 400 units long, waterline at y=0. */
export function ferry(p, x, y, s, o = {}) {
  const { hull = '#f2efe8', band = '#c8402f', deck = '#e7e2d6', glass = '#27405a', lit = '#ffd890', d = 1, shade = '#6f7f9a' } = o;
  p.at(x, y, s, () => {
    p.path('M-200 -34L-196 4Q0 14 150 4Q186 -14 208 -50L120 -44Z', hull); p.path('M-198 -12L-196 4Q0 14 150 4Q162 -2 172 -12Z', band);
    p.path('M-186 -36V-74H112Q130 -60 150 -46Z', deck); p.path('M-170 -74V-106H66Q84 -92 96 -74Z', hull); p.path('M-20 -106V-128H34Q46 -118 52 -106Z', deck);
    p.rect(-196, -38, 350, 5, shade, 'opacity=".6"').rect(-184, -76, 300, 4, shade, 'opacity=".6"').rect(-170, -107, 236, 4, shade, 'opacity=".5"');
    p.dabs(19, (i) => [-174 + i * 15, -58, 7, 0], glass, 12, 'style="stroke-linecap:butt"'); p.dabs(15, (i) => [-160 + i * 14.5, -91, 7, 0], lit, 11, 'style="stroke-linecap:butt"');
    p.path('M0 -122H32L42 -111H0Z', glass); p.path('M-120 -106L-112 -140H-76L-80 -106Z', band); p.rect(-112, -134, 35, 7, '#fff', 'opacity=".8"');
    p.line('M10 -128V-172M10 -160H34M10 -150L-60 -108M10 -170L150 -48', shade, 2); p.path('M10 -170l-22 5 22 6Z', '#d8342a');
    p.dabs(26, (i) => [-190 + i * 13, -38, 0, -9], shade, 1.6); p.dabs(10, (i) => [-170 + i * 16, -110, 0, -8], shade, 1.6);
    p.path('M-196 -34L-196 4Q0 14 150 4Q0 -8 -150 -14Z', '#22304a', 'opacity=".25"');
  }, 0, d);
}

/** Fishing trawler, 300 units long. */
export function trawler(p, x, y, s, o = {}) {
  const { hull = '#2d5f7c', trim = '#c94a34', cab = '#f0ead8', d = 1, flags = 9 } = o, fc = ['#d8342a', '#f0b429', '#e9e4d4', '#3e8e75', '#d8342a'];
  p.at(x, y, s, () => {
    p.path('M-150 -52Q-140 -8 -120 8H112Q146 -24 164 -78Q130 -58 90 -52Q0 -42 -150 -52Z', hull); p.path('M-141 -22Q-134 -4 -120 8H112Q128 -6 138 -24Z', trim);
    p.line('M-150 -52Q0 -42 90 -52Q130 -58 164 -78', lite(hull, 0.55), 5); p.path('M-122 -50V-112H-40V-47Z', cab); p.path('M-130 -112H-32V-120H-130Z', trim);
    p.path('M-96 -120V-146H-54V-120Z', cab); p.dabs(4, (i) => [-112 + i * 19, -94, 9, 0], '#27405a', 14, 'style="stroke-linecap:butt"'); p.dabs(3, (i) => [-90 + i * 13, -133, 6, 0], '#27405a', 10, 'style="stroke-linecap:butt"');
    p.line('M-62 -146V-230M40 -50V-210M110 -56V-150', '#4a3a34', 5); p.line('M40 -200L-20 -70M40 -180L120 -90M-62 -226L40 -206L160 -80M-62 -226L-148 -60', '#5a4a44', 1.6);
    for (let i = 0; i < flags; i++) { const t = (i + 0.5) / flags, fx = t < 0.45 ? -62 + 102 * t / 0.45 : 40 + 120 * (t - 0.45) / 0.55, fy = t < 0.45 ? -226 + 20 * t / 0.45 : -206 + 126 * (t - 0.45) / 0.55; p.path(`M${I(fx)} ${I(fy)}l14 3-3 14-12 2Z`, fc[i % 5]); }
    p.path('M-62 -230q18 -8 34 2t32 0v20q-16 8 -32 0t-34 2Z', '#d8342a'); p.path('M-30 -50q20 -26 50 -22t40 24Z', '#3c7a5c'); p.line('M-26 -54q30 -18 70 0M-20 -62q26 -10 50 0', '#7fb08a', 2);
    p.dabs(6, (i) => [-110 + i * 38, -26, 0, 10], '#20242c', 11); p.path('M-150 -52Q-140 -8 -120 8H-20Q-100 -16 -110 -50Z', '#0b1024', 'opacity=".25"');
  }, 0, d);
}

/** Paper lantern; drawn once per colour, then re-used. */
export function lantern(p, x, y, r, col = '#d8342a') {
  const key = 'lan' + col.slice(1);
  if (!p[key]) {
    p[key] = p.id();
    const out = p.out, c = dark(col, 0.3);
    p.out = [];
    p.line('M0 -36V-20', '#3a2020', 2).oval(0, 0, 20, 17, p.rad([[0, '#ffe9a8'], [0.4, mix(col, '#ffb040', 0.5)], [1, col]], 0, 3, 21));
    p.line('M-9 -14Q-15 0 -9 14M9 -14Q15 0 9 14M0 -16V16', c, 1, 'opacity=".6"').rect(-7, -20, 14, 4, '#e7b54a').rect(-6, 15, 12, 4, '#e7b54a').line('M0 20v14', '#e7b54a', 2.4);
    p.defs.push(`<g id="${p[key]}">${p.out.join('')}</g>`);
    p.out = out;
  }
  p.add(`<use href="#${p[key]}" transform="translate(${I(x)} ${I(y)}) scale(${Math.round(r * 5) / 100})"/>`);
}
