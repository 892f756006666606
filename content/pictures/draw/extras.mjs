// Close-up figures, hands, vehicles, flowers, rooms.
import { F, I, mix, dark, lite, blob, pebble } from './kit.mjs';

/** Head and shoulders, three-quarter view; x,y = middle of the face, s = head height. */
export function bust(p, x, y, s, o = {}) {
  const { skin = '#e3ab82', hair = '#221d26', top = '#3f5d7d', d = 1, style = 'short', age = 0, nod = 0, len = 420, wide = 1, smile = 5, down = 0, cast = 0.3 } = o;
  p.at(x, y, s / 112, () => {
    const sh = mix(skin, '#5a2a3a', 0.45);
    if (style === 'long') p.path('M-48 -20C-66 40 -60 110 -40 140L30 110L20 -20Z', hair);
    if (style === 'bun') p.circ(-56, -14, 26, hair);
    const W = 132 * wide;
    p.add('<g transform="translate(0 -24)">');
    p.path(`M${-W} ${len}C${-W - 10} 190 ${-W} 130 -40 92Q-26 84 -26 74L26 74Q30 88 44 92C${W - 12} 122 ${W} 180 ${W + 6} ${len}Z`, top);
    p.path(`M${-W} ${len}C${-W - 10} 190 ${-W} 130 -40 92Q-60 190 ${-W * 0.3} ${len}Z`, '#0b1024', 'opacity=".22"');
    p.path('M-26 40L-30 90Q0 122 36 92L28 50Z', mix(skin, sh, 0.5));
    if (o.collar) p.path('M-40 88Q-10 140 2 150Q26 130 46 88L62 100Q40 150 6 176Q-40 150 -58 98Z', o.collar);
    p.add('</g>');
    p.g(nod ? `transform="rotate(${nod})"` : '', () => {
      p.path('M-38 -30C-43 12 -32 42 -5 56C8 63 24 58 32 46C43 28 45 0 41 -26C36 -62 -34 -66 -38 -30Z', skin);
      p.path('M-38 -30C-43 12 -32 42 -5 56C-2 58 6 60 10 60C-10 40 -22 12 -18 -40Z', sh, `opacity="${cast}"`);
      p.oval(-36, 6, 9, 14, mix(skin, sh, 0.25)); p.circ(0, 22, 12, '#e0604a', 'opacity=".22"'); p.circ(37, 20, 7, '#e0604a', 'opacity=".2"');
      p.line('M-8 -16q11 -8 22 -3M26 -18q8 -5 14 0', age ? mix(hair, '#777', 0.3) : '#2a1e22', 4);
      p.line(down ? 'M-5 -2q10 6 18 2M27 -1q6 4 12 0' : 'M-5 -4q9 -7 18 1M27 -4q6 -5 12 1', '#2a1c20', 3.4);
      if (!down) p.circ(6, -2, 3.6, '#221820').circ(33, -2, 3.2, '#221820');
      p.line('M25 -4Q34 14 29 18Q23 22 17 18', sh, 3, 'opacity=".75"'); p.line(`M6 35Q18 ${35 + smile} 31 33`, '#9a4038', 3.6); p.line('M14 43q6 2 11 0', sh, 2, 'opacity=".5"');
      if (age) p.line('M-10 6q6 5 14 4M0 22q0 8 4 14M36 24q0 6 -2 10M-14 -34q18 -6 40 -1M-10 -42q18 -5 36 0M-18 2l-9 -4M-18 6l-9 2', sh, 1.8, 'opacity=".55"');
      if (style === 'bald') p.path('M-42 10C-48 -14 -46 -34 -36 -42C-38 -20 -34 -4 -32 8Z', hair);
      else p.path('M-42 10C-58 -40 -32 -80 4 -76C40 -74 52 -44 43 -16C36 -38 22 -46 6 -46C-10 -42 -22 -34 -25 -14C-27 -4 -33 -2 -33 8Z', hair).line('M-44 -20C-40 -56 -14 -70 14 -66M-38 -14C-34 -40 -16 -54 2 -58', lite(hair, 0.35), 2.2, 'opacity=".5"');
      if (style === 'bob' || style === 'long') p.path('M-25 -20C-30 10 -34 30 -26 56C-44 60 -58 50 -58 20C-58 -10 -50 -40 -30 -50Z', hair);
      if (o.glasses) p.line('M-9 0a14 13 0 1 0 28 0a14 13 0 1 0 -28 0M24 0a11 12 0 1 0 22 0a11 12 0 1 0 -22 0M19 -2q3 -3 5 0M-9 -3L-36 -2', o.glasses, 2.6);
      if (o.more) o.more();
    });
  }, 0, d);
}

/** Hand pointing right from the wrist at x,y; about 90 units long. */
export function hand(p, x, y, s, rot, skin = '#e3ab82', sx = 1, spread = 5) {
  p.at(x, y, s, () => {
    const dk = mix(skin, '#6a2a2a', 0.4);
    p.path('M-10 -22Q14 -30 44 -25Q54 -20 54 0Q54 20 42 26Q10 28 -10 20Z', skin);
    for (let i = 0; i < 4; i++) { const yy = -19 + i * 13, e = [84, 93, 90, 76][i]; p.line(`M42 ${yy}Q62 ${yy + (i - 1.5) * spread * 0.5 - 3} ${e} ${F(yy + (i - 1.5) * spread)}`, skin, 13); if (i) p.line(`M44 ${yy - 6.5}L${e - 14} ${F(yy - 6.5 + (i - 2) * spread * 0.8)}`, dk, 1.8, 'opacity=".6"'); }
    p.line('M10 -14Q30 -40 54 -40', skin, 15); p.line('M14 12Q30 14 44 8', dk, 2, 'opacity=".4"');
  }, rot, sx);
}

/** City bus, 300 long, wheels at y=0, front right. */
export function bus(p, x, y, s, o = {}) {
  const { col = '#2f8f86', glass = '#26384a', lit = null, d = 1, body = '#f2efe6', rot = 0 } = o;
  p.at(x, y, s, () => {
    p.path('M-150 -14V-98Q-150 -112 -136 -112H132Q150 -112 152 -92L156 -14Z', body); p.path('M-150 -14V-40H154L156 -14Z', col); p.path('M-150 -58H-60Q40 -58 154 -44V-34H-150Z', col, 'opacity=".8"');
    p.rect(-120, -124, 120, 12, dark(body, 0.15)); p.rect(-142, -100, 258, 38, lit || glass); p.path('M122 -102H138Q146 -102 148 -90L151 -50H122Z', lit ? mix(lit, glass, 0.3) : glass);
    p.dabs(6, (i) => [-100 + i * 43, -100, 0, 38], body, 4); if (lit) p.dabs(8, () => [-130 + p.r() * 236, -66, 0, -10], '#4a3040', 11);
    p.rect(-52, -100, 34, 82, glass, 'opacity=".55"').rect(84, -100, 30, 82, glass, 'opacity=".55"'); p.line('M-140 -96l60 30M20 -98l50 34', '#fff', 3, 'opacity=".35"');
    p.circ(-96, -14, 18, '#1a1c26').circ(100, -14, 18, '#1a1c26').circ(-96, -14, 8, '#9aa0a8').circ(100, -14, 8, '#9aa0a8'); p.rect(148, -34, 8, 9, '#fff2b0').rect(-151, -44, 5, 14, '#d83a2a');
  }, rot, d);
}

/** A hanging spill of bougainvillea. */
export function bougain(p, x, y, w, h, o = {}) {
  const { cols = ['#8f1f5c', '#c92f7c', '#f06aa8'], leaf = '#2f5f45', n = 160 } = o;
  p.path(blob(x, y, w * 0.5, h * 0.5, p.r, 14, 0.25), leaf);
  const at = (k, dy) => () => { const a = p.rr(0, 6.3), q = Math.sqrt(p.r()) * k; return [x + Math.cos(a) * w * 0.55 * q, y + dy + Math.sin(a) * h * 0.56 * q, p.rr(-4, 4), p.rr(-3, 3)]; };
  p.dabs(n * 0.3, at(1.15, 4), lite(leaf, 0.25), 10); p.dabs(n * 0.4, at(1.08, 8), cols[0], 17); p.dabs(n * 0.5, at(1, 0), cols[1], 14); p.dabs(n * 0.3, at(0.85, -h * 0.08), cols[2], 10);
}

/** Back wall, floor, skirting. */
export function room(p, y, wall, floor) { p.rect(-20, -20, p.w + 40, y + 20, p.lin(wall)); p.rect(-20, y, p.w + 40, p.h - y + 20, p.lin(floor)); p.rect(-20, y - 14, p.w + 40, 14, dark(wall[wall.length - 1], 0.35)); }
/** A shaft of light, as a polygon. */
export function beam(p, pts, col, op = 0.35, blur = 10) { p.poly(pts, p.lin([[0, col, op], [1, col, op * 0.15]]), `style="mix-blend-mode:screen" ${p.blur(blur)}`); }

/** A row of book or box spines. */
export function spines(p, x, y, w, h, cols) {
  const by = {}; let q = x;
  while (q < x + w - 4) { const t = p.rr(7, 17), k = h * p.rr(0.68, 0.97), c = p.pick(cols); by[c] = (by[c] || '') + `M${I(q)} ${I(y)}v${I(-k)}h${I(t)}v${I(k)}Z`; q += t + 1; if (p.r() < 0.05) q += 18; }
  for (const c of Object.keys(by)) p.path(by[c], c);
}

/** Tea set pieces and pots. */
export function teapot(p, x, y, s, col, d = 1) {
  p.at(x, y, s, () => {
    p.line('M52 -50Q104 -58 96 -22Q88 6 50 2', dark(col, 0.15), 11); p.path('M-50 -30Q-84 -36 -100 -66L-88 -70Q-70 -48 -44 -52Z', col);
    p.path('M-46 -66Q-70 -30 -50 4Q-40 18 0 18T50 4Q70 -30 46 -66Z', p.lin([lite(col, 0.3), col, dark(col, 0.45)], 1, 0.6)); p.path('M-48 -66Q0 -94 48 -66Q0 -54 -48 -66Z', dark(col, 0.12)); p.circ(0, -86, 9, dark(col, 0.2)); p.line('M-40 -50Q-52 -24 -42 -6', lite(col, 0.6), 5, 'opacity=".6"');
  }, 0, d);
}
