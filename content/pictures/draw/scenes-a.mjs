// The strait by boat, old streets, food.
import { Pic, mix, dark, lite, blob, pebble, soft, I, F } from './kit.mjs';
import { sky, cloud, streaks, sun, hill, hump, grove, tree, palm, water, gulls, steam } from './nature.mjs';
import { skyline, ferry, qilou, lantern } from './city.mjs';
import { person, crowd } from './people.mjs';

const N = (name, seed, base, o) => new Pic(name, 1600, 1067, seed, { base, ...o });

function ferryDawn(s) {
  const p = N('ferry-dawn', s, '#d98a72');
  sky(p, [[0, '#4a5a8c'], [0.35, '#b98aa0'], [0.6, '#f6b48a'], [1, '#ffe0a8']], 640);
  streaks(p, 16, 120, 480, '#ffd2b0', 0.5, 700, 26); streaks(p, 10, 60, 360, '#6d648f', 0.45, 620, 22);
  sun(p, 1130, 545, 52, '#fff3cf', '#ff9d5c', 0.8);
  hill(p, 600, 150, 2.6, '#b88a98', { base: 650, env: hump, x0: -300, x1: 1000 });
  p.g('id="sl"', () => { skyline(p, -10, 900, 622, 50, 210, ['#8d7394', '#977a94', '#7d6a8e'], { lit: '#ffdf9a', wlit: 0.25, env: (t) => 0.4 + 0.6 * Math.sin(3.1 * t) }); skyline(p, 1250, 1640, 622, 30, 110, ['#a27f92', '#937592'], { wlit: 0.2 }); });
  grove(p, 612, 16, '#6b5f80', { base: 630, x1: 900 });
  water(p, 618, 1067, ['#f3b48c', '#9f7f9a', '#3f4f7a'], { glint: '#ffe1bf', light: { x: 1130, w: 90, c: '#fff0c4' } });
  p.mirror('sl', 622, 0.28, 0.8, 3);
  p.path('M40 800Q400 770 560 760L300 776Z', '#fff3df', 'opacity=".7"'); ferry(p, 760, 780, 2.15, { shade: '#7a6f92', deck: '#f3d9c8', hull: '#fbeadb' });
  p.dabs(60, () => [p.rr(200, 700), p.rr(780, 840), p.rr(20, 120), p.rr(-3, 3)], '#fff2e2', 5, 'opacity=".7"'); p.dabs(30, () => [p.rr(1050, 1220), p.rr(776, 800), p.rr(10, 60), 2], '#fff6ea', 6, 'opacity=".8"');
  p.poly([[-20, 920], [620, 960], [660, 1000], [640, 1090], [-20, 1090]], '#33344f'); p.poly([[-20, 912], [620, 952], [650, 975], [-20, 950]], '#5d5570');
  for (let i = 0; i < 5; i++) { const x = 40 + i * 142, y = 908 + i * 10; p.rect(x, y - 44, 26, 50, '#24263f').oval(x + 13, y - 44, 19, 8, '#454362'); if (i) p.line(`M${x - 128} ${y - 48}Q${x - 60} ${y + 4} ${x} ${y - 36}`, '#e8c9a0', 4); }
  p.line('M466 905Q560 850 620 795', '#d9c2a0', 3);
  person(p, 300, 945, 190, { pose: 'wave', top: '#e0703e', bot: '#2c2d4a', d: 1, vest: '#f2b44a' }); person(p, 120, 936, 180, { pose: 'stand', top: '#3b4a70', bot: '#25263c', bag: '#a8443a' });
  gulls(p, 9, 200, 180, 1500, 480, 24, '#f8ead9'); gulls(p, 4, 850, 330, 1400, 520, 34, '#5b4f74');
  return p;
}

function ferryDeck(s) {
  const p = N('ferry-deck', s, '#bfe0dc');
  sky(p, ['#5fb3c4', '#a9d8d3', '#f4efd6'], 560); cloud(p, 820, 430, 620, 170, '#fffdf2', '#d9e8e2'); cloud(p, 120, 380, 420, 110, '#fbfaee', '#cfe3e0', 0.9); cloud(p, 1300, 300, 360, 90, '#fdfbf0', null, 0.7);
  hill(p, 530, 110, 5, '#8fb3b0', { x0: 700, x1: 1500, base: 540, env: hump }); hill(p, 532, 60, 7, '#6f9a94', { x0: 860, x1: 1300, base: 540, env: hump }); p.rect(1062, 418, 9, 40, '#f4efe0').path('M1056 420h21l-10-16Z', '#c8402f');
  water(p, 534, 1067, ['#a3d3c8', '#3f9aa0', '#17626f'], { n: 220, glint: '#eafaf0' });
  p.dabs(80, () => { const t = p.r(); return [1010 + (p.r() - 0.6) * 420 * t, 560 + 500 * t, 60 * t, 4]; }, '#fff', 5, 'opacity=".7"');
  p.poly([[-20, -20], [1640, -20], [1640, 60], [-20, 120]], '#e9ede4'); p.poly([[-20, 120], [1640, 60], [1640, 78], [-20, 150]], '#8fa8a8'); p.rect(90, 80, 34, 1000, p.lin(['#fff', '#b8c8c4'], 1, 0)).rect(1500, 60, 30, 1020, p.lin(['#fff', '#b8c8c4'], 1, 0));
  p.poly([[-20, 990], [1640, 970], [1640, 1090], [-20, 1090]], '#2f6b62'); p.dabs(50, () => [p.rr(0, 1600), p.rr(1000, 1060), p.rr(30, 120), -1], '#4a8d80', 4, 'opacity=".7"');
  const rail = (y, w, c) => p.line(`M-20 ${y + 8}L1640 ${y - 8}`, c, w); const posts = () => p.dabs(14, (i) => [i * 124, 745, 0, 260], '#dfe6de', 9); rail(830, 7, '#dfe6de'); rail(910, 7, '#dfe6de');
  person(p, 250, 1050, 520, { pose: 'rail', d: 1, back: 1, top: '#e0a93e', bot: '#39506b', lx: 1 }); person(p, 470, 1040, 470, { pose: 'point', d: 1, back: 1, long: 1, top: '#c8503f', bot: '#f0e4cc', skirt: '#f0e4cc' });
  person(p, 670, 1048, 310, { pose: 'stand', kid: 1, d: 1, back: 1, top: '#f4f0e0', bot: '#2f6b8c', hat: 'brim', shorts: 1 }); person(p, 1300, 1045, 500, { pose: 'rail', d: -1, top: '#3f5d7d', bot: '#c8b48c', hat: 'cap', hatc: '#e9e2cf' });
  posts(); rail(745, 20, '#8a5a3a'); rail(740, 8, '#b9825a'); p.circ(1090, 890, 78, 'none', 'stroke="#e4572e" stroke-width="34"'); p.circ(1090, 890, 78, 'none', 'stroke="#fbf3e4" stroke-width="34" stroke-dasharray="52 70"');
  gulls(p, 7, 500, 180, 1400, 420, 30, '#fffdf6'); gulls(p, 2, 620, 220, 800, 330, 64, '#fff'); return p;
}

function qilouStreet(s) {
  const p = N('qilou-street', s, '#3a3357');
  sky(p, ['#27325e', '#6a5a8e', '#d88a7e', '#f8c58a'], 720); streaks(p, 9, 120, 420, '#e9a08e', 0.4, 600, 30);
  p.g('id="q"', () => {
    skyline(p, 640, 980, 660, 60, 150, ['#6d5c86', '#7c6488'], { wlit: 0.4, w0: 26, w1: 46 });
    const wl = ['#d9b08c', '#c9847a', '#e3cfa8', '#b78f9a', '#d4a070'];
    [[640, 90, 300, 340], [530, 130, 370, 370], [360, 190, 480, 430], [140, 260, 640, 520], [-170, 330, 840, 640]].forEach(([x, w, h, top], i) => qilou(p, x, 700 - h * 0.74, w, h * 0.74 + i * 12, mix(wl[i], '#5a4a78', 0.42 - i * 0.07), {}));
    [[860, 90, 300], [940, 140, 380], [1060, 200, 490], [1240, 270, 650], [1490, 340, 860]].forEach(([x, w, h], i) => qilou(p, x, 700 - h * 0.74, w, h * 0.74 + i * 12, mix(wl[4 - i], '#4a3f70', 0.5 - i * 0.05), {}));
  });
  p.poly([[-20, 760], [640, 690], [950, 690], [1640, 760], [1640, 1090], [-20, 1090]], p.lin(['#a8727e', '#4c4268', '#241f3f']));
  p.clip('M-20 762L640 692H950L1640 762V1090H-20Z', () => p.mirror('q', 735, 0.55, 1.15, 5));
  p.dabs(90, () => { const t = p.r(); return [p.rr(0, 1600), 720 + t * 340, 20 + 90 * t, 0]; }, '#ffcf8a', 4, 'opacity=".35"'); p.dabs(60, () => [p.rr(0, 1600), p.rr(780, 1060), p.rr(40, 160), 0], '#1c1836', 5, 'opacity=".4"');
  for (const [x, y, h, o] of [[760, 735, 74, {}], [830, 742, 80, { d: -1 }], [700, 765, 110, { top: '#7a3f4a' }], [905, 790, 140, { d: -1, top: '#3f5878' }], [560, 850, 235, { top: '#c2523f', bot: '#26223c', long: 1, skirt: '#3a2f4f' }], [500, 856, 250, { top: '#2f3f5e', bot: '#1c1a30' }], [1060, 930, 330, { d: -1, top: '#e0b45a', bot: '#2a2440', bag: '#7a3a34' }], [1170, 935, 215, { d: -1, kid: 1, top: '#d9684a', bot: '#3f5a78' }]]) {
    p.g(`opacity=".35" transform="translate(0 ${2 * y}) scale(1 -1)"`, () => p.path(`M${x - h * 0.08} ${y}L${x - h * 0.1} ${y - h * 0.8}h${h * 0.2}L${x + h * 0.08} ${y}Z`, '#151030')); person(p, x, y, h, { pose: p.r() < 0.5 ? 'walk' : 'stroll', side: 1, ...o });
  }
  p.line('M-20 250Q400 420 800 330T1640 210', '#2b2748', 2.5); for (let i = 0; i < 11; i++) { const t = i / 10; lantern(p, 100 + i * 140, 320 + Math.sin(t * 3.1) * 60 - (i > 5 ? (i - 5) * 18 : 0), 15 + Math.abs(t - 0.5) * 26); }
  p.over(); for (const [x, y, r] of [[120, 640, 260], [1480, 650, 280], [800, 640, 300], [330, 660, 160], [1200, 660, 170]]) p.glow(x, y, r, '#ffab54', 0.5);
  return p;
}

function nightMarket(s) {
  const p = N('night-market', s, '#1b1636', { vig: 0.5 });
  sky(p, ['#131433', '#33234f', '#7a3a50'], 1067); skyline(p, -10, 1620, 560, 160, 420, ['#221d45', '#2a2350', '#1c1a3c'], { lit: '#f5a85a', wlit: 0.25, wop: 0.6, w0: 60, w1: 130 });
  grove(p, 500, 60, '#1a2340', { base: 620, lightc: '#3f4668' });
  const stall = (x, y, w, h, c, glow) => {
    p.rect(x, y - h * 0.62, w, h * 0.62, p.lin([glow, mix(glow, '#a8402a', 0.5)])); p.dabs(16, () => [x + w * p.rr(0.08, 0.9), y - h * p.rr(0.32, 0.5), 0, -h * p.rr(0.03, 0.1)], p.pick(['#7a2f24', '#3f5a3c', '#fff0c0']), w * 0.035);
    p.rect(x + w * 0.06, y - h * 0.34, w * 0.88, 6, '#7a3a24'); let d = '';
    for (let i = 0; i < 8; i++) d += `M${F(x - w * 0.08 + i * w * 0.145)} ${F(y - h * 0.66)}L${F(x + w * 0.04 + i * w * 0.115)} ${F(y - h)}h${F(w * 0.0575)}L${F(x - w * 0.08 + (i + 0.5) * w * 0.145)} ${F(y - h * 0.66)}q${F(-w * 0.036)} ${F(h * 0.08)} ${F(-w * 0.0725)} 0Z`;
    p.path(`M${F(x - w * 0.08)} ${F(y - h * 0.66)}L${F(x + w * 0.04)} ${F(y - h)}H${F(x + w * 0.96)}L${F(x + w * 1.08)} ${F(y - h * 0.66)}Z`, '#f3dfc0'); p.path(d, c);
    p.rect(x - w * 0.02, y - h * 0.28, w * 1.04, h * 0.28, p.lin([dark(c, 0.2), dark(c, 0.65)])); p.rect(x - w * 0.05, y - h * 0.31, w * 1.1, h * 0.05, '#e8b878');
  };
  stall(560, 660, 210, 260, '#b8413a', '#ffc66e'); stall(830, 660, 200, 250, '#3f7a72', '#ffd488');
  crowd(p, 12, 380, 1240, 700, 120, ['#2a2148', '#4a2f55', '#6b3a4a', '#38315c'], { back: 1 });
  stall(130, 800, 380, 470, '#d98a34', '#ffbf62'); stall(1120, 800, 420, 500, '#b03a40', '#ffcb78');
  p.rect(-20, 790, 1640, 300, p.lin(['#6a3446', '#2c1f40', '#15122c'])); p.dabs(80, () => [p.rr(0, 1600), p.rr(800, 1050), p.rr(30, 140), 0], '#ff9d4f', 5, 'opacity=".35"');
  person(p, 330, 800, 330, { pose: 'work', d: 1, top: '#f2e6d0', apron: '#a8402a', hat: 'cap', hatc: '#b8413a', hip: 0.5 }); p.path('M400 620h120l-16 46h-88Z', '#3a2a30'); p.rect(130 - 8, 668, 396, 26, '#e8b878').rect(122, 690, 396, 112, '#7a4420');
  person(p, 1330, 800, 340, { pose: 'work', d: -1, top: '#5a8a80', apron: '#f0dfc0', bun: 1 }); for (let i = 0; i < 4; i++) { p.rect(1150 + i * 30 - (i % 2) * 4, 616 - (i % 2) * 12, 90 - i * 4, 24, '#c98f50'); } p.rect(1112, 660, 440, 26, '#e8b878').rect(1112, 684, 440, 120, '#6a2028');
  for (const [x, y, h, o] of [[640, 960, 390, { top: '#1f1a3c', bot: '#14122a', back: 1, d: -1 }], [760, 970, 360, { top: '#5a2f4a', skirt: '#2a1c38', back: 1, long: 1, pose: 'point', d: 1 }], [960, 940, 330, { top: '#2f4a5c', bot: '#1a1830', d: 1, pose: 'walk', side: 1 }], [1040, 950, 210, { kid: 1, top: '#d0603a', bot: '#2a2444', d: 1, pose: 'walk' }], [80, 1010, 420, { top: '#1a1734', bot: '#100f24', back: 1, pose: 'stroll' }]]) person(p, x, y, h, { pose: 'stroll', shadow: '#0c0a1e', ...o });
  for (const [y, n, r, a] of [[90, 9, 34, 70], [230, 13, 20, 50], [330, 17, 12, 30]]) { p.line(`M-20 ${y - r * 2}Q800 ${y + a * 2 - r * 2} 1620 ${y - r * 2}`, '#120f28', 2.5); for (let i = 0; i < n; i++) { const t = (i + 0.5) / n; lantern(p, t * 1600, y + a * 4 * t * (1 - t), r, i % 3 === 1 ? '#e88a2a' : '#d8342a'); } }
  p.over(); steam(p, 460, 620, 160, 320, '#ffe9cc', 0.5, 6); steam(p, 1220, 600, 170, 330, '#ffe9cc', 0.5, 6); steam(p, 680, 520, 100, 200, '#ffdcb0', 0.35, 3);
  for (const [x, y, r] of [[320, 560, 330], [1330, 560, 360], [660, 540, 200], [930, 540, 200], [800, 150, 420], [300, 140, 300], [1300, 140, 300]]) p.glow(x, y, r, '#ff8f3a', 0.5); return p;
}

function shacha(s) {
  const p = N('shacha-noodles', s, '#8a5a3a');
  p.rect(-20, -20, 1640, 1110, p.lin(['#2f6b66', '#245650', '#18403e'], 1, 1)); p.dabs(120, () => [p.rr(0, 1600), I(p.r() * 8) * 140 + p.rr(-60, 60), p.rr(60, 260), p.rr(-3, 3)], '#3f857c', 3, 'opacity=".4"'); p.line('M-20 250H1620M-20 530H1620M-20 812H1620', '#123432', 5, 'opacity=".7"');
  p.path(pebble(1400, 190, 250, 180, p.r, 9, 0.05), '#e6d5b4', 'opacity=".0"'); const X = 770, Y = 545;
  p.oval(X + 60, Y + 70, 480, 460, '#0a2423', `opacity=".5" ${p.blur(22)}`);
  p.circ(X, Y, 466, p.lin(['#fbf6ea', '#d6cdbd'], 1, 1)); p.circ(X, Y, 430, 'none', 'stroke="#2b5c9a" stroke-width="12"'); p.circ(X, Y, 444, 'none', 'stroke="#2b5c9a" stroke-width="3"'); p.dabs(36, (i) => [X + Math.cos(i / 36 * 6.283) * 449, Y + Math.sin(i / 36 * 6.283) * 449, Math.cos(i / 36 * 6.283 + 1.2) * 10, Math.sin(i / 36 * 6.283 + 1.2) * 10], '#2b5c9a', 5);
  p.circ(X, Y, 402, '#c9c0ae'); p.circ(X, Y + 4, 394, p.rad(['#e8873a', '#cc5f22', '#8f3a16'], X - 90, Y - 90, 520));
  p.dabs(110, () => { const a = p.rr(0, 6.3), q = 388 * Math.sqrt(p.r()); return [X + Math.cos(a) * q, Y + Math.sin(a) * q, 1, 0]; }, '#ffb45a', 11, 'opacity=".55"'); p.dabs(60, () => { const a = p.rr(0, 6.3), q = 385 * Math.sqrt(p.r()); return [X + Math.cos(a) * q, Y + Math.sin(a) * q, 1, 1]; }, '#7a2410', 6, 'opacity=".7"');
  for (let k = 0; k < 3; k++) { let d = ''; for (let i = 0; i < 22; i++) { const a = p.rr(0, 6.3), q = p.rr(20, 190), x = X - 60 + Math.cos(a) * q, y = Y + 70 + Math.sin(a) * q, b = p.rr(0, 6.3); d += `M${I(x)} ${I(y)}q${I(Math.cos(b) * 120)} ${I(Math.sin(b) * 120)} ${I(Math.cos(b + 1) * 150)} ${I(Math.sin(b + 1) * 150)}t${I(Math.cos(b + 2.4) * 90)} ${I(Math.sin(b + 2.4) * 90)}`; } p.line(d, '#b0621c', 19, 'opacity=".45" transform="translate(4 6)"'); p.line(d, ['#e8b452', '#f3cb70', '#fbdf95'][k], [17, 14, 11][k]); }
  p.at(X + 170, Y - 150, 1, () => { p.oval(0, 8, 112, 90, '#7a2f10', 'opacity=".5"'); p.oval(0, 0, 108, 86, '#fdf3dc'); p.oval(-12, 4, 55, 52, p.rad(['#ffc23c', '#f08a1c'], -22, -8, 70)); p.oval(-28, -12, 14, 9, '#fff0c0', 'opacity=".8"'); }, -20);
  for (const [x, y, a] of [[-200, -190, 30], [-110, -250, 60], [-10, -265, 95]]) p.at(X + x, Y + y, 1.25, () => { p.path('M-70 30C-80 -40 -10 -76 50 -46C84 -28 84 14 58 30C66 4 40 -18 6 -10C-24 -2 -34 20 -36 44Z', '#e8643a'); p.line('M-46 -14q18 8 24 26M-14 -40q12 14 14 32M24 -48q2 18 -6 36M56 -30q-8 16 -22 24', '#fbd0b0', 7); p.path('M50 28l34 22-10 8 10 18-38-34Z', '#c8402a'); p.line('M-66 30q-30 30 -34 70M-60 36q-6 40 10 70', '#c8502f', 3); }, a);
  for (const [x, y, a] of [[200, 60, 20], [255, 130, -15], [150, 160, 60], [235, 210, 5]]) p.at(X + x, Y + y, 1, () => { p.path('M-62 -44Q0 -58 62 -42Q72 0 60 44Q0 56 -60 46Q-72 0 -62 -44Z', '#7a3010', 'opacity=".5" transform="translate(6 10)"'); p.path('M-62 -44Q0 -58 62 -42Q72 0 60 44Q0 56 -60 46Q-72 0 -62 -44Z', '#d99a48'); p.dabs(18, () => [p.rr(-48, 48), p.rr(-34, 34), 2, 1], '#a86420', 9); p.dabs(10, () => [p.rr(-48, 40), p.rr(-36, 20), 6, -2], '#f4cf88', 5); }, a);
  for (const [x, y] of [[-280, 20], [-255, 110], [-300, -70]]) { p.path(pebble(X + x, Y + y, 54, 42, p.r, 9, 0.12), '#b5562f'); p.path(pebble(X + x - 4, Y + y - 5, 42, 30, p.r, 9, 0.15), '#d98058'); p.dabs(6, () => [X + x + p.rr(-30, 20), Y + y + p.rr(-20, 20), 14, 3], '#f0b48c', 4); }
  p.dabs(26, () => [X + p.rr(-120, 90), Y + p.rr(-80, 60), p.rr(-14, 14), p.rr(-12, 12)], '#3f8a3c', 11); p.dabs(26, () => [X + p.rr(-120, 90), Y + p.rr(-80, 60), p.rr(-8, 8), p.rr(-8, 8)], '#8fc45a', 6);
  for (let i = 0; i < 7; i++) { const x = X - 230 + i * 16, y = Y + 180 + i * 18; p.line(`M${x} ${y}q40 ${20 + i * 3} 100 ${6 + i * 4}`, i % 2 ? '#f6f0dc' : '#e9dfbe', 9); p.circ(x, y, 7, '#e8c860'); }
  p.line('M1220 120L1370 980', '#0a2423', 20, 'opacity=".5" transform="translate(18 14)"'); p.line('M1230 110L1372 985', '#7a3a24', 19); p.line('M1290 104L1420 978', '#93492c', 19); p.line('M1230 110L1250 230M1290 104L1308 222', '#d8b060', 19);
  p.circ(190, 200, 142, '#0a2423', `opacity=".45" ${p.blur(12)}`); p.circ(176, 180, 140, '#e9dfc8'); p.circ(176, 180, 108, '#a8321e'); p.dabs(70, () => { const a = p.rr(0, 6.3), q = 92 * Math.sqrt(p.r()); return [176 + Math.cos(a) * q, 180 + Math.sin(a) * q, 5, 3]; }, '#e2643a', 9); p.dabs(30, () => { const a = p.rr(0, 6.3), q = 90 * Math.sqrt(p.r()); return [176 + Math.cos(a) * q, 180 + Math.sin(a) * q, 3, 1]; }, '#f4c860', 6);
  p.circ(150, 900, 120, '#d9c8a0'); p.circ(150, 900, 96, '#e8d9a0'); p.circ(150, 900, 92, '#b98a3a', 'opacity=".6"'); p.circ(126, 870, 22, '#fff8dc', 'opacity=".7"');
  p.over(); steam(p, 740, 600, 460, 520, '#fff6e4', 0.28, 8); p.veil([[0, '#ffdf9a', 0.35], [0.5, '#ffdf9a', 0], [1, '#0a1030', 0.35]], 'soft-light', 1, 1); return p;
}

function omelette(s) {
  const p = N('oyster-omelette', s, '#3a2024', { vig: 0.45 });
  p.rect(-20, -20, 1640, 1110, p.lin(['#241a34', '#4f2a34', '#a8502c'])); skyline(p, -20, 1620, 600, 90, 300, ['#33233f', '#3f2944'], { lit: '#ffb45e', wlit: 0.5, w0: 90, w1: 160, wop: 0.35 });
  for (let i = 0; i < 8; i++) lantern(p, 90 + i * 205, 110 + (i % 2) * 46, 34 + (i % 3) * 8);
  crowd(p, 8, 850, 1600, 640, 190, ['#3a2646', '#5a3040', '#47305a', '#2f2444'], { back: 0 });
  const k = person(p, 470, 1150, 960, { pose: 'work', d: 1, top: '#e9e0d0', bot: '#222', apron: '#2f5d6a', skin: '#d99a6a', hat: 'cap', hatc: '#c8402f', sleeve: 0, bare: 1, jit: 0, lx: 1, hip: 0.47 });
  const [hx, hy] = k.head; p.line(`M${hx + 22} ${hy + 4}q10 -7 22 -2`, '#2a1a1c', 6); p.line(`M${hx + 26} ${hy + 34}q14 4 24 -4`, '#8a3a2c', 5); p.path(`M${hx + 50} ${hy + 2}q18 16 4 22Z`, '#d99a6a'); p.path(`M${hx - 40} ${hy + 30}q30 50 80 30q-40 -4 -80 -30Z`, '#7a3a24', 'opacity=".4"');
  p.path('M-20 800Q800 770 1640 800V1090H-20Z', '#6b6a74'); p.poly([[-20, 850], [1640, 850], [1640, 1090], [-20, 1090]], p.lin(['#8f8c94', '#4a4652', '#2a2433'])); p.dabs(40, () => [p.rr(0, 1600), p.rr(880, 1060), p.rr(60, 300), 0], '#b0aab0', 3, 'opacity=".4"');
  p.oval(860, 800, 570, 118, '#19141c'); p.oval(860, 786, 560, 108, p.rad(['#54464c', '#332a33', '#1f1a24'], 760, 770, 560));
  for (let i = 0; i < 26; i++) { const a = p.rr(0.1, 3.05), x = 860 + Math.cos(a) * 540, y = 812 + Math.sin(a) * 100, h = p.rr(40, 120); p.path(`M${I(x - 16)} ${I(y)}q-6 ${I(-h * 0.4)} 12 ${I(-h)}q4 ${I(h * 0.4)} 18 ${I(h * 0.6)}q4 ${I(h * 0.3)} -30 ${I(h * 0.4)}Z`, ['#ff9d2e', '#ffd35a', '#f0642a'][i % 3], 'opacity=".85"'); }
  const om = [[620, 780], [680, 722], [800, 716], [900, 708], [1010, 724], [1100, 752], [1140, 792], [1060, 838], [930, 850], [800, 852], [690, 840]]; p.shape(om.map(([x, y]) => [x + 4, y + 14]), '#7a3a14'); p.shape(om, p.rad(['#ffe08a', '#f3b63c', '#d98a24'], 850, 760, 330)); p.shape([[700, 772], [800, 742], [940, 738], [1050, 770], [1020, 812], [860, 826], [730, 812]], '#fff0c4', 'opacity=".65"');
  for (let i = 0; i < 13; i++) { const a = i * 2.4, q = 50 + i * 14, x = 870 + Math.cos(a) * q * 1.1, y = 784 + Math.sin(a) * q * 0.24; p.path(pebble(x, y + 4, 34, 16, p.r, 8, 0.2), '#7d7468'); p.path(pebble(x - 2, y, 28, 12, p.r, 8, 0.2), '#cfc4a8'); p.oval(x - 6, y - 3, 9, 4, '#fff6de'); }
  p.dabs(34, () => [p.rr(690, 1080), p.rr(740, 825), p.rr(-20, 20), p.rr(-6, 6)], '#4f9a3c', 9); p.dabs(20, () => [p.rr(690, 1080), p.rr(740, 825), p.rr(-12, 12), p.rr(-4, 4)], '#9ccf5a', 5);
  const [ax, ay] = k.hands[0]; p.line(`M${ax} ${ay}L${ax + 200} ${ay + 120}`, '#8a5a34', 20); p.poly([[ax + 180, ay + 96], [ax + 330, ay + 150], [ax + 300, ay + 196], [ax + 160, ay + 128]], '#c9ccd0'); p.line(`M${ax + 186} ${ay + 102}L${ax + 322} ${ay + 152}`, '#fff', 5); p.circ(ax, ay, 36, '#d99a6a');
  for (let i = 0; i < 4; i++) { p.oval(1330 + i * 82, 905 - (i % 2) * 14, 58, 20, '#f4ead8'); p.oval(1330 + i * 82, 900 - (i % 2) * 14, 44, 13, ['#b8321e', '#4f8a3c', '#d99a34', '#e8d9b0'][i]); }
  p.over(); steam(p, 880, 740, 460, 560, '#ffe2c0', 0.42, 9); p.glow(860, 800, 620, '#ff8a2e', 0.55); p.glow(400, 300, 260, '#ffb46a', 0.2); return p;
}
export default { ferryDawn, ferryDeck, qilouStreet, nightMarket, shacha, omelette };
