// Islands, bridges, towers, school, port.
import { Pic, mix, dark, lite, blob, pebble, soft, poly, I, F } from './kit.mjs';
import { sky, cloud, streaks, sun, hill, hump, grove, tree, palm, water, gulls, steam } from './nature.mjs';
import { skyline, swallow, bricks, arch, ferry } from './city.mjs';
import { person, crowd } from './people.mjs';
import { bust, bus, bougain, room, beam } from './extras.mjs';

const N = (name, seed, base, o) => new Pic(name, 1600, 1067, seed, { base, ...o });

function villa(p, x, y, w, h, wall, roof, o = {}) {
  const rh = h * 0.42;
  p.rect(x, y - h, w, h, p.lin([lite(wall, 0.1), dark(wall, 0.12)])); p.rect(x + w * 0.62, y - h, w * 0.38, h, '#3a2440', 'opacity=".22"');
  p.poly([[x - w * 0.07, y - h], [x + w * 0.2, y - h - rh], [x + w * 0.78, y - h - rh], [x + w * 1.07, y - h]], p.lin([lite(roof, 0.2), roof])); p.poly([[x + w * 0.5, y - h], [x + w * 0.78, y - h - rh], [x + w * 1.07, y - h]], dark(roof, 0.3), 'opacity=".55"');
  p.dabs(I(w / 9), (i) => { const u = i / (w / 9); return [x + w * (0.2 + 0.58 * u), y - h - rh + 4, w * (-0.22 + 0.44 * u), rh - 6]; }, dark(roof, 0.35), 2, 'opacity=".45"');
  const n = o.n || 4, fl = o.fl || 2; let a = '';
  for (let f = 0; f < fl; f++) for (let i = 0; i < n; i++) a += arch(x + w * (i + 0.22) / n, y - h + h * (f + 0.2) / fl, w * 0.56 / n, h * 0.62 / fl);
  p.path(a, o.glass || '#3d4a5c'); p.dabs(fl, (i) => [x, y - h + h * (i + 0.95) / fl, w, 0], lite(wall, 0.5), Math.max(3, h * 0.03)); p.rect(x + w * 0.3, y - h - rh * 1.25, w * 0.06, rh * 0.5, dark(wall, 0.2));
}

function gulangyu(s) {
  const p = N('gulangyu-roofs', s, '#6fa08a');
  sky(p, ['#6fb7c9', '#bfe0d2', '#fbeec4'], 420); cloud(p, 960, 250, 560, 130, '#fffaf0', '#e4e6da'); cloud(p, 200, 190, 380, 80, '#fdf6e8', null, 0.8);
  skyline(p, 620, 1640, 372, 30, 120, ['#a9c6c4', '#9dbcbf', '#b6cdc6'], { wlit: 0, w0: 18, w1: 44, env: (t) => 0.5 + 0.5 * Math.sin(t * 5) }); hill(p, 375, 70, 4, '#97bdb2', { base: 380, x0: -400, x1: 700, env: hump });
  water(p, 372, 640, ['#8fcfc6', '#3f9a9d'], { n: 120, glint: '#f2fbf0' }); ferry(p, 1230, 455, 0.32, { d: -1 }); ferry(p, 820, 415, 0.16);
  grove(p, (x) => 560 - 190 * Math.exp(-Math.pow((x - 230) / 190, 2)), 34, '#3f7a5e', { lightc: '#8fbf76' }); p.path(pebble(230, 350, 100, 74, p.r, 10, 0.12), '#c9b8a0'); p.path(pebble(265, 366, 62, 60, p.r, 10, 0.12), '#9a8880'); p.line('M200 290v-22M188 300h70', '#fff2d8', 5);
  grove(p, 600, 40, '#35705a', { lightc: '#7fb06a' });
  villa(p, 640, 690, 200, 100, '#f0dfc0', '#d2613c', { glass: '#5a6670' }); villa(p, 1010, 700, 260, 120, '#e9c8a8', '#c24f34', { n: 5 }); villa(p, 360, 720, 190, 110, '#f4e9d4', '#cf5b3a'); grove(p, 730, 46, '#2d6450', { lightc: '#86b565' });
  villa(p, 60, 860, 320, 190, '#d9876a', '#b8432c', { n: 5 }); villa(p, 560, 850, 340, 170, '#f2e3c6', '#d35f38', { n: 5 }); villa(p, 1080, 880, 400, 220, '#f5ead2', '#c44a2e', { n: 6 });
  p.path('M1240 590q40 -70 80 0Z', '#c24f34').rect(1276, 536, 6, 30, '#f5ead2');
  for (const [x, y, h] of [[470, 880, 330], [960, 870, 300], [1540, 860, 380], [20, 700, 190]]) tree(p, x, y, h, { cols: ['#1f4f40', '#357a50', '#8fbb58'], roots: 24, wide: 0.46 });
  palm(p, 930, 760, 230, { col: '#2a6450', col2: '#5f9a5a' }); grove(p, 930, 60, '#1d4a40', { lightc: '#4f8a55' }); villa(p, 620, 1140, 460, 200, '#c9695a', '#a83a28', { n: 6 });
  tree(p, 190, 1120, 420, { cols: ['#163d38', '#2a6048', '#79a852'], wide: 0.55, roots: 30, n: 60 }); tree(p, 1390, 1130, 420, { cols: ['#163d38', '#2a6048', '#79a852'], wide: 0.55, roots: 30, n: 60 }); bougain(p, 1090, 1010, 150, 110, { n: 90 }); bougain(p, 560, 1000, 120, 100, { n: 80, cols: ['#a8321f', '#e2643a', '#ffb060'] });
  gulls(p, 7, 500, 120, 1300, 330, 20, '#fff'); p.over().glow(1350, 40, 900, '#ffe2a0', 0.4); return p;
}

function piano(s) {
  const p = N('gulangyu-piano', s, '#5a3a34', { vig: 0.4 });
  room(p, 770, ['#c58a5c', '#d9a36c', '#a8683f'], ['#8a4a30', '#4a2420']);
  const win = (x, w) => {
    p.path(arch(x - 22, 92, w + 44, 680), '#f1dcb8'); const a = arch(x, 120, w, 640);
    p.clip(a, () => { p.rect(x, 100, w, 700, p.lin(['#8fd0cf', '#d6ecd6', '#fff3c8'])); hill(p, 470, 60, 6, '#7fb3a4', { x0: x, x1: x + w, base: 520 }); p.rect(x, 490, w, 90, '#4fa3a3'); p.dabs(14, () => [x + p.r() * w, p.rr(496, 560), 40, 0], '#dff3e4', 3); tree(p, x + w * 0.15, 800, 520, { cols: ['#2c6a4a', '#4c9458', '#b9d270'], wide: 0.36 }); grove(p, 640, 30, '#3a7a4e', { x0: x, x1: x + w, base: 700, lightc: '#a9cf6a' }); p.rect(x, 660, w, 14, '#f4e6c8'); p.dabs(9, (i) => [x + 14 + i * w / 9, 680, 0, 70], '#f4e6c8', 12); });
    p.line(`M${x + w / 2} 120V760M${x} 330H${x + w}M${x} 560H${x + w}`, '#f4e4c4', 7);
  };
  win(150, 270); win(560, 330); win(1040, 270); p.rect(-20, -20, 1640, 70, '#8a5436').rect(-20, 50, 1640, 10, '#e8c898');
  p.path('M1370 -20Q1440 400 1390 780H1640V-20Z', '#e9dcc4'); p.dabs(9, (i) => [1410 + i * 28, -10, p.rr(-10, 10), 780], '#c9a988', 7, 'opacity=".6"'); p.path('M90 -20Q40 400 80 780H-20V-20Z', '#e9dcc4');
  p.poly([[200, 770], [480, 770], [900, 1090], [330, 1090]], '#ffcf8a', 'opacity=".5"'); p.poly([[620, 770], [920, 770], [1560, 1090], [1040, 1090]], '#ffcf8a', 'opacity=".5"'); p.dabs(24, () => [p.rr(0, 1600), p.rr(790, 1050), p.rr(100, 300), 0], '#2e1414', 3, 'opacity=".5"');
  p.oval(820, 1000, 540, 50, '#200c10', 'opacity=".5"');
  p.path('M560 760L500 990h26L600 770ZM1210 770L1250 990h-26L1170 780ZM860 790L850 1000h30L892 790Z', '#140c14'); p.path('M690 800v180h16V800Z', '#140c14'); p.rect(670, 976, 56, 10, '#c9a24a');
  p.path('M430 690Q430 660 470 656L1080 640Q1330 636 1330 700Q1330 750 1240 764L470 786Q430 786 430 760Z', p.lin(['#3c2430', '#1a0f18', '#0e0810'])); p.path('M640 650Q720 560 760 330Q1000 250 1210 330Q1330 400 1290 500Q1260 600 1120 640Z', p.lin(['#4a2c38', '#1c1119'], 1, 0.6)); p.path('M772 344Q1000 270 1200 342Q1300 400 1270 480Q1240 400 1160 372Q980 320 772 344Z', '#f2b877', 'opacity=".35"');
  p.line('M900 650L1010 400', '#0e0810', 9); p.path('M640 655L1120 642Q1250 636 1290 650L1260 672Q900 690 650 690Z', '#c9963f'); p.dabs(40, (i) => [680 + i * 13, 660, 10, 22], '#7a5420', 1.5);
  p.path('M410 716L640 706V746L400 758Z', '#fdf6e4'); p.dabs(22, (i) => [414 + i * 10.2, 720 - i * 0.4, 0, 18], '#1a1018', 5, 'style="stroke-linecap:butt"'); p.path('M396 758L644 746V770L396 784Z', '#1a0f18');
  p.path('M610 700L560 590L700 580L720 694Z', '#fdf4dc'); p.dabs(10, (i) => [590 + (i % 2) * 60, 604 + I(i / 2) * 17, 46, -3], '#6a5a50', 2); p.rect(230, 860, 170, 34, '#7a2f34').rect(230, 890, 170, 12, '#3a1820'); p.line('M246 900V1000M384 900V1000', '#1a0f18', 14);
  person(p, 318, 1002, 640, { pose: 'row', d: 1, side: 1, hip: 0.215, top: '#f0e2d0', bot: '#2f4a5c', skirt: '#2f5a6a', long: 1, skin: '#e8b48c', jit: 0, lx: -1, nod: 8 });
  p.path('M1330 640q-20 -70 30 -110q50 40 30 110Z', '#3f7d84').dabs(16, () => [1360 + p.rr(-20, 20), 540, p.rr(-60, 60), -p.rr(60, 150)], '#3c6a44', 6).dabs(12, () => [1360 + p.rr(-70, 70), p.rr(390, 470), 6, 4], '#f4efe0', 22); p.rect(1310, 640, 110, 160, '#5a2c22');
  p.over(); beam(p, [[150, 120], [420, 120], [900, 1060], [330, 1060]], '#ffdf9c', 0.34, 14); beam(p, [[560, 120], [890, 120], [1560, 1060], [1040, 1060]], '#ffdf9c', 0.32, 14); p.dabs(60, () => [p.rr(200, 1300), p.rr(200, 900), 1, 1], '#fff0c0', 4, 'opacity=".6"'); return p;
}

function twinTowers(s) {
  const p = N('twin-towers', s, '#6a4a7c');
  sky(p, ['#232a5c', '#5b3f86', '#c9607f', '#ff9d6a'], 700); streaks(p, 14, 200, 560, '#ff9f86', 0.45, 800, 30); streaks(p, 8, 80, 300, '#3a2f6c', 0.5, 700, 26); sun(p, 340, 640, 44, '#ffe9b0', '#ff8a5c', 0.8);
  p.g('id="tw"', () => {
    hill(p, 690, 130, 3, '#7a4a80', { base: 706, env: (t) => 0.4 + t * 0.6 }); skyline(p, -20, 1640, 704, 40, 170, ['#4a3a72', '#553f78', '#3f3468'], { lit: '#ffcf8a', wlit: 0.5, w0: 30, w1: 64 });
    const sail = (x, d, H) => {
      const w = 124 * d, y = 706; p.path(`M${x} ${y}L${x} ${y - H * 0.97}Q${x + w * 0.1} ${y - H} ${x + w * 0.2} ${y - H * 0.99}C${x + w * 1.0} ${y - H * 0.75} ${x + w * 1.25} ${y - H * 0.3} ${x + w} ${y}Z`, p.lin(['#ffd2a0', '#b07a9c', '#3f4a86'], d > 0 ? 1 : -1, 0.8));
      p.path(`M${x} ${y}V${y - H * 0.97}L${x + w * 0.22} ${y - H * 0.98}L${x + w * 0.3} ${y}Z`, '#2a2a60', 'opacity=".55"');
      let d1 = ''; for (let i = 1; i < 34; i++) { const t = i / 34, q = Math.sin(Math.pow(1 - t, 0.6) * 1.45) ; d1 += `M${x + (d > 0 ? 4 : -4)} ${I(y - H * t)}h${F(w * (1 - Math.pow(t, 2.6)) * 0.96)}`; } p.line(d1, '#2f2f68', 1.6, 'opacity=".5"');
      p.dabs(80, () => { const t = p.rr(0.02, 0.86); return [x + w * p.rr(0.06, 0.9 * (1 - t * t * 0.8)), y - H * (I(t * 34) + 0.5) / 34, 7 * d, 0]; }, '#ffe6a8', 5, 'opacity=".85"'); p.line(`M${x + w * 0.08} ${y - H * 0.98}v-40`, '#ffd2a0', 3);
    };
    sail(890, -1, 545); sail(950, 1, 590); skyline(p, 700, 1200, 704, 20, 60, ['#2f2b5c', '#38306a'], { wlit: 0.8, w0: 30, w1: 70 }); grove(p, 700, 16, '#2a2756', { base: 712 });
  });
  water(p, 706, 1067, ['#e58a78', '#6f4a86', '#1f2350'], { glint: '#ffbf9a', light: { x: 340, w: 80, c: '#ffdca0' } }); p.mirror('tw', 706, 0.5, 0.62, 4);
  p.dabs(50, () => [p.rr(0, 1600), p.rr(740, 1050), p.rr(40, 180), 0], '#2a2050', 4, 'opacity=".5"'); p.dabs(50, () => { const t = p.r(); return [p.rr(800, 1080), 715 + 180 * t, p.rr(10, 60), 0]; }, '#ffd69a', 4, 'opacity=".6"');
  p.shape([[-60, 980], [200, 950], [460, 990], [700, 1040], [720, 1120], [-60, 1120]], '#17183c'); person(p, 230, 990, 150, { pose: 'stand', back: 1, top: '#2a2450', bot: '#141433' }); person(p, 286, 992, 140, { pose: 'stand', back: 1, long: 1, top: '#6a3a5c', bot: '#141433', skirt: '#221c44' }); reeds2(p);
  p.path('M1180 880L1330 880L1300 908H1210Z', '#1c1a42').path('M1250 870V740Q1310 800 1320 866ZM1240 870V770Q1200 820 1190 866Z', '#ffb48a'); gulls(p, 6, 480, 260, 800, 520, 18, '#ffd9c0');
  return p;
}
function reeds2(p) { p.dabs(70, () => [p.rr(-20, 680), p.rr(980, 1070), p.rr(-8, 20), -p.rr(20, 70)], '#0f1030', 4); palm(p, 70, 1000, 420, { col: '#0f1232', col2: '#1c1d48', trunk: '#14143a', bend: 0.2 }); }

function brt(s) {
  const p = N('brt-bridge', s, '#a9c2a0');
  sky(p, ['#4f9fc4', '#a3d3d6', '#f6ecd0'], 760); cloud(p, 500, 300, 560, 150, '#fffdf4', '#dfe9e6'); cloud(p, 1120, 190, 380, 90, '#fffdf4', null, 0.8);
  hill(p, 620, 190, 2.4, '#8fb8a8', { base: 760 }); skyline(p, 380, 1240, 760, 140, 330, ['#c4d3c9', '#b4c8c6', '#d9d6c2'], { lit: '#7fa0a8', wlit: 1, wop: 0.5, w0: 50, w1: 90 }); grove(p, 740, 40, '#5f9470', { lightc: '#a9cf84' });
  skyline(p, -40, 420, 900, 520, 840, ['#e0b998', '#c98f76', '#ecd9b8'], { lit: '#5f7480', wlit: 1.1, wop: 0.75, w0: 120, w1: 170 }); skyline(p, 1190, 1660, 900, 480, 800, ['#d9c4a0', '#b8796a', '#e8dcc4'], { lit: '#546a7a', wlit: 1.1, wop: 0.75, w0: 120, w1: 170, lx: 1 });
  grove(p, 860, 56, '#3c7558', { lightc: '#8fc06a' });
  const road = (o) => `M-40 ${620 + o}C300 ${600 + o} 520 ${520 + o * 0.8} 760 ${510 + o * 0.65}C980 ${504 + o * 0.6} 1060 ${560 + o * 0.7} 1000 ${640 + o * 0.85}C930 ${740 + o} 1180 ${800 + o * 1.2} 1660 ${760 + o * 1.5}`;
  for (const [x, y, w, b] of [[150, 640, 46, 900], [470, 580, 34, 860], [770, 545, 26, 820], [1020, 640, 40, 900], [1210, 830, 66, 1080], [1500, 840, 76, 1080]]) { p.path(`M${x - w * 1.7} ${y}H${x + w * 1.7}L${x + w * 0.6} ${y + w * 1.3}V${b}H${x - w * 0.6}V${y + w * 1.3}Z`, p.lin(['#8f9a94', '#d9d4c4', '#a9aca4'], 1, 0)); }
  p.line(road(34), '#6f8088', 66); p.line(road(6), '#e9e2d0', 60); p.line(road(-2), '#7b8890', 44); p.line(road(-4), '#f6eccb', 3, 'stroke-dasharray="26 22"'); p.line(road(-32), '#fbf6e6', 7); p.line(road(26), '#f4ecd8', 9);
  bus(p, 610, 536, 0.82, { rot: -9, col: '#2f8f7c' }); bus(p, 1330, 790, 1.2, { d: -1, col: '#e07a34' });
  p.rect(-20, 960, 1640, 130, p.lin(['#8a8f8c', '#5f6a70'])); p.dabs(12, (i) => [i * 145 - 20, 1020, 80, 0], '#f2ead2', 8); grove(p, 985, 26, '#2f6a4c', { base: 1000, lightc: '#86b862' });
  for (let i = 0; i < 5; i++) { const x = 130 + i * 330, c = ['#d8503a', '#f2efe6', '#2f5f8c', '#e6b23a', '#f2efe6'][i]; p.path(`M${x} 1062q0 -34 30 -36l30 -30h70l36 32q34 4 34 34Z`, c).path(`M${x + 44} 1022l24 -20h54l22 20Z`, '#2a3c4c').circ(x + 46, 1062, 18, '#1c1e28').circ(x + 150, 1062, 18, '#1c1e28'); }
  for (const x of [60, 900, 1130]) tree(p, x, 1010, 230, { cols: ['#2c6248', '#4a8c58', '#a9cc68'] }); p.over().glow(200, 0, 900, '#ffe9b0', 0.35); return p;
}

function metro(s) {
  const p = N('metro-sea', s, '#9fd0d4');
  sky(p, ['#2f86bf', '#8fcbe0', '#eaf3e4'], 640); cloud(p, 60, 470, 820, 330, '#fffefa', '#d4e6ee'); cloud(p, 820, 420, 900, 260, '#fffefa', '#cfe2ec'); cloud(p, 520, 190, 520, 90, '#f6fbfa', null, 0.7); streaks(p, 8, 480, 560, '#fff', 0.6, 600, 16);
  hill(p, 610, 70, 4, '#7fa9b8', { base: 622 }); skyline(p, 1000, 1500, 618, 30, 100, ['#9fbfc9', '#8fb2c0'], { wlit: 0, w0: 18, w1: 36 });
  water(p, 616, 1067, ['#a9dcd4', '#46a8b4', '#17718c'], { n: 260, glint: '#f4fffb' });
  const at = (t) => [-60 + 1720 * t, 780 - 180 * t]; p.poly([[-40, 800], [1640, 634], [1640, 650], [-40, 866]], p.lin(['#f2ead8', '#b9b4a8'])); p.poly([[-40, 790], [1640, 628], [1640, 640], [-40, 812]], '#fbf6e8');
  for (let i = 0; i < 9; i++) { const t = Math.pow(i / 8, 0.75), x = -20 + t * 1640, y = 858 - t * 206, w = 58 - 44 * t; p.path(`M${I(x - w)} ${I(y - 10)}H${I(x + w)}L${I(x + w * 0.5)} ${I(y + w)}V${I(y + 210 - 170 * t)}H${I(x - w * 0.5)}V${I(y + w)}Z`, p.lin(['#f4ead4', '#c9bfae', '#8a98a0'], 1, 0)); p.dabs(6, (k) => [x - w, y + 214 - 170 * t + k * 9 * (1 - t * 0.7), w * 2 * p.rr(0.5, 1), 0], '#f2efe0', 5 - 3 * t, 'opacity=".6"'); }
  const e = (t, o) => [I(140 + 1280 * t), I(o[0] + (o[1] - o[0]) * t)], A = [770, 650], T = [606, 576]; p.path(`M120 ${774}L110 700Q116 616 190 600L1430 574Q1450 580 1450 646Z`, p.lin(['#fdfdf8', '#dfe7e6', '#b4c6cc'])); p.path('M112 730L1450 628V646L120 774Z', '#1f6fb0'); p.path('M116 700Q122 628 178 616L230 612L224 700Z', '#1c2f44'); p.path('M110 724L228 716V736L114 748Z', '#1f6fb0');
  for (let c = 0; c < 5; c++) for (let i = 0; i < 4; i++) { const t = (c * 5 + i + 1.2) / 25.5 + 0.06, u = t + 0.026, k = (q, f) => [140 + 1300 * q, (622 - 40 * q) + f * (86 - 56 * q)]; p.poly([k(t, 0.1), k(u, 0.1), k(u, 0.7), k(t, 0.7)], i === 3 ? '#8fb4c4' : '#2c4a62'); }
  p.dabs(4, (c) => { const q = 0.26 + c * 0.19; return [140 + 1300 * q, 606 - 36 * q, 0, 130 - 80 * q]; }, '#6f8894', 5); p.circ(132, 716, 9, '#fff2b0').circ(206, 708, 8, '#fff2b0');
  p.line('M200 596L150 540H260M700 584L660 545H750', '#4a5f70', 3); p.line('M-20 552L1640 520', '#4a5f70', 1.8); for (const [x, h] of [[40, 220], [520, 170], [940, 120], [1270, 86]]) p.line(`M${x} ${782 - x * 0.1}V${782 - x * 0.1 - h}h60`, '#7f8f98', 5);
  p.mirror('none', 0, 0); gulls(p, 10, 200, 150, 1500, 560, 26, '#fff'); gulls(p, 3, 700, 820, 1300, 980, 44, '#fff'); p.path('M1120 950l160 0-24 30h-110Z', '#7a3a2c').path('M1190 944v-110q60 50 66 106Z', '#fbf0d8'); return p;
}

function jimei(s) {
  const p = N('jimei-school', s, '#8fb49a');
  sky(p, ['#e8a06a', '#f6cf94', '#fdf0cc'], 600); cloud(p, 150, 330, 520, 110, '#fff3da', '#f3cfa0', 0.9); cloud(p, 1050, 260, 460, 100, '#fff3da', '#f3cfa0', 0.9); sun(p, 1330, 210, 46, '#fff6d8', '#ffd08a', 0.8);
  p.g('id="jm"', () => {
    hill(p, 560, 150, 2.6, '#b7a58a', { base: 700 }); grove(p, 590, 40, '#6f8f6a', { lightc: '#b8c47a', base: 720 });
    const hall = (x, y, w, h, fl) => {
      p.rect(x, y - h, w, h, p.lin(['#f3e4c8', '#d9b894'])); for (let i = 0; i < 5; i++) p.rect(x + w * (i + 0.0) / 4.55 , y - h, w * 0.045, h, '#b5512f');
      let a = '', b = ''; for (let f = 0; f < fl; f++) for (let i = 0; i < 12; i++) a += arch(x + w * (0.06 + i * 0.077), y - h + h * (f + 0.22) / fl, w * 0.048, h * 0.6 / fl); p.path(a, '#4f4a56'); p.dabs(fl, (f) => [x, y - h + h * (f + 0.94) / fl, w, 0], '#fff4dc', 6); p.dabs(fl, (f) => [x, y - h + h * (f + 0.9) / fl, w, 0], '#9a4a30', 3);
      swallow(p, x - w * 0.01, y - h - h * 0.26, w * 1.02, h * 0.28, '#3f8a6c', { tip: h * 0.12, sag: h * 0.05, ridge: '#f4e2bc' });
    };
    const wing = p.sym(() => hall(0, 0, 430, 200, 3)); wing(40, 690); wing(1130, 690); hall(470, 690, 660, 270, 4); p.rect(690, 300, 220, 130, '#f0dcb8'); p.path(arch(730, 330, 40, 90) + arch(780, 330, 40, 90) + arch(830, 330, 40, 90), '#4f4a56'); swallow(p, 650, 262, 300, 60, '#2f7a62', { tip: 34, ridge: '#f4e2bc' }); swallow(p, 710, 208, 180, 50, '#2f7a62', { tip: 26, ridge: '#f4e2bc' }); p.rect(728, 250, 144, 22, '#b5512f');
    const pl = p.sym(() => palm(p, 0, 0, 210, { col: '#3a6a4c', col2: '#7a9a52', bend: 0.08 })); [20, 460, 620, 990, 1140, 1580].forEach((x, i) => pl(x, 706, 1 - (i % 3) * 0.08, i % 2 ? 1 : -1));
    p.rect(-20, 690, 1640, 26, '#d9c4a0').rect(-20, 712, 1640, 16, '#a8876a');
  });
  water(p, 726, 1067, ['#e9c48c', '#7fa890', '#2f6a68'], { n: 160, glint: '#fff0cc' }); p.mirror('jm', 727, 0.45, 0.85, 3); p.dabs(80, () => [p.rr(0, 1600), p.rr(740, 1060), p.rr(30, 150), 0], '#f9e2b4', 3, 'opacity=".5"');
  const rower = p.sym(() => person(p, 0, 0, 110, { pose: 'row', side: 1, d: 1, hip: 0.16, top: '#f0c848', bot: '#2c3a50', jit: 0 }));
  const boat = (x, y, k) => { p.at(x, y, k, () => { p.path('M-330 -16Q-360 -60 -336 -84Q-330 -50 -290 -26Q0 6 290 -26Q330 -44 352 -96Q372 -60 326 -10Q0 44 -330 -16Z', '#b8382a'); p.line('M-300 -20Q0 12 300 -20', '#f4c860', 5); p.path('M352 -96q30 -24 48 0l-16 8 20 10q-26 14 -46 4Z', '#e0a030'); for (let i = 0; i < 9; i++) rower(-230 + i * 54, -2, 1, 1, (i % 3) * 2); for (let i = 0; i < 9; i++) p.line(`M${-190 + i * 54} -50l26 78`, '#8a5a34', 4); }); }; boat(700, 960, 1.15); boat(1240, 830, 0.6);
  p.dabs(40, () => [p.rr(300, 1100), p.rr(975, 1010), p.rr(20, 90), 0], '#fff6e0', 5, 'opacity=".7"'); return p;
}
export default { gulangyu, piano, twinTowers, brt, metro, jimei };
