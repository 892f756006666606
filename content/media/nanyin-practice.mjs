// "Evening practice": a slow pentatonic piece in the manner of Nanyin, our own melody, 24 seconds.
// A plucked pipa (Karplus-Strong) opens, an end-blown dongxiao (sine partials + breath noise)
// joins a little behind the beat, a wooden clapper marks the first beat of each measure.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rng } from '../pictures/draw/kit.mjs';

const SR = 44100, LEN = 24, N = SR * LEN, TAU = Math.PI * 2;
const clamp = (x, a = 0, b = 1) => Math.max(a, Math.min(b, x));
const smooth = (a, b, x) => { const t = clamp((x - a) / (b - a)); return t * t * (3 - 2 * t); };
const hz = (m) => 440 * 2 ** ((m - 69) / 12);

/** Two-pole filters (bandpass with unit peak, lowpass). */
function biquad(type, f, q) {
  const w = (TAU * f) / SR, al = Math.sin(w) / (2 * q), c = Math.cos(w), a0 = 1 + al;
  const [b0, b1, b2] = type === 'bp' ? [al, 0, -al] : [(1 - c) / 2, 1 - c, (1 - c) / 2];
  let x1 = 0, x2 = 0, y1 = 0, y2 = 0;
  return (x) => { const y = (b0 * x + b1 * x1 + b2 * x2 + 2 * c * y1 - (1 - al) * y2) / a0; x2 = x1; x1 = x; y2 = y1; y1 = y; return y; };
}

// ---- pipa --------------------------------------------------------------------------------
/** One plucked string: noise burst shaped by touch and place, looped through a soft filter. */
function pluck(out, t0, midi, vel, o = {}) {
  const { bend = 0, hold = 3.2, seed = 1, pan = 0.13 } = o, r = rng(seed * 7919 + midi * 31 + Math.round(t0 * 1000));
  const f0 = hz(midi), period = SR / f0, size = Math.ceil(period * 1.1) + 4, line = new Float64Array(size);
  // excitation: darker when soft; comb from the plucking place
  const L = Math.floor(period), ex = new Float64Array(L), tone = 0.25 + 0.5 * vel; let lp = 0;
  for (let i = 0; i < L; i++) { lp += tone * ((r() * 2 - 1) - lp); ex[i] = lp; }
  const mean = ex.reduce((a, b) => a + b, 0) / L, back = Math.max(1, Math.round(L * pan));
  for (let i = 0; i < L; i++) line[i] = (ex[i] - mean) - 0.85 * (ex[(i - back + L) % L] - mean);
  let w = L, prev = 0; const start = Math.round(t0 * SR), n = Math.min(N - start, Math.round(hold * SR));
  const t60 = 4.6 * (220 / f0) ** 0.3, g = 10 ** (-3 / (t60 * f0)), damp = 0.42 - 0.12 * vel - 0.12 * (f0 / 600);
  for (let i = 0; i < n; i++) {
    const s = i / SR, cents = 9 * vel * Math.exp(-s / 0.05) + bend * smooth(0.12, 0.3, s) * (1 - smooth(0.5, 0.75, s)) + (o.vib || 0) * Math.sin(TAU * 5.1 * s) * smooth(0.2, 0.5, s);
    const d = period / 2 ** (cents / 1200) - damp, p = (w - d + size * 4) % size, k = Math.floor(p), fr = p - k;
    const y = line[k] * (1 - fr) + line[(k + 1) % size] * fr, z = g * ((1 - damp) * y + damp * prev);
    prev = y; line[w] = z; w = (w + 1) % size;
    out[start + i] += z * vel * clamp(i / 30) * (1 - smooth(hold - 0.25, hold, s));
  }
  // nail click on the wooden face
  const bp = biquad('bp', 2300, 1.4); for (let i = 0; i < 1100 && start + i < N; i++) out[start + i] += bp((r() * 2 - 1) * Math.exp(-i / 120)) * 0.16 * vel;
}
function pipaBody(x) {
  const res = [[190, 3, 0.55], [405, 3.2, 0.6], [760, 2.6, 0.42], [1550, 2, 0.3], [2700, 1.8, 0.16]].map(([f, q, g]) => [biquad('bp', f, q), g]), top = biquad('lp', 6200, 0.7);
  return x.map((v) => top(v * 0.62 + res.reduce((a, [b, g]) => a + b(v) * g, 0)));
}

// ---- dongxiao ----------------------------------------------------------------------------
/** Phrases of notes [start, length, midi, loudness, ornament]; pitch glides inside a phrase. */
function xiao(out, phrases) {
  const r = rng(4242);
  for (const notes of phrases) {
    const t0 = notes[0][0], last = notes[notes.length - 1], t1 = last[0] + last[1], a = Math.floor(t0 * SR), b = Math.min(N, Math.floor((t1 + 0.35) * SR));
    let ph = 0, pitch = notes[0][2] - 0.7, loud = 0, k = 0, drift = 0, air = 0, slow = 0;
    const breath = [biquad('bp', 900, 0.8), biquad('bp', 3600, 0.7)]; let tuned = biquad('bp', hz(notes[0][2]), 14), tunedAt = notes[0][2];
    for (let i = a; i < b; i++) {
      const t = i / SR; while (k < notes.length - 1 && t >= notes[k + 1][0]) k++;
      const [s, len, m, v, orn] = notes[k], u = t - s; let goal = m;
      if (orn === 'up' && u < 0.11) goal = m + 2; else if (orn === 'down' && u < 0.12) goal = m - 3;
      else if (orn === 'turn') { if (u < 0.12) goal = m; else if (u < 0.24) goal = m + 2; else if (u < 0.34) goal = m; }
      else if (orn === 'slide') goal = m - 2 * (1 - smooth(0.02, 0.42, u));
      pitch += (goal - pitch) * (1 - Math.exp(-1 / (SR * (k === 0 && u < 0.15 ? 0.05 : 0.018))));
      const vibOn = smooth(0.45, 1.15, u) * smooth(0, 0.6, len - 0.7), rate = 4.7 + 0.25 * Math.sin(t * 0.9), vib = Math.sin(TAU * rate * t);
      if (i % 64 === 0) drift += (r() - 0.5) * 0.012 - drift * 0.01;
      if (Math.abs(pitch - tunedAt) > 0.3) { tuned = biquad('bp', hz(pitch), 14); tunedAt = pitch; }
      const swell = 0.72 + 0.28 * Math.sin(Math.PI * clamp(u / Math.max(len, 0.3), 0, 1) ** 0.8), dip = k > 0 ? 1 - 0.22 * Math.exp(-((u / 0.035) ** 2)) : 1;
      const want = t < t1 ? v * swell * dip : 0; loud += (want - loud) * (1 - Math.exp(-1 / (SR * (t < t1 ? 0.07 : 0.11))));
      const f = hz(pitch + drift + 0.17 * vibOn * vib), am = 1 + 0.13 * vibOn * Math.sin(TAU * rate * t - 0.6); ph += (TAU * f) / SR;
      const bright = clamp(loud * 1.15), low = clamp((74 - pitch) / 14);
      const tone = Math.sin(ph) + (0.3 + 0.16 * low) * bright * Math.sin(2 * ph + 0.4) + (0.2 * bright + 0.1 * low * bright) * Math.sin(3 * ph + 1.1) + 0.07 * bright * bright * Math.sin(4 * ph + 0.2) + 0.035 * bright * bright * Math.sin(5 * ph);
      const n = r() * 2 - 1; slow += 0.0009 * (n - slow);
      air = breath[0](n) * 0.05 + breath[1](n) * 0.028 + tuned(n) * 0.3; const chiff = k === 0 ? Math.exp(-u / 0.09) * 1.1 : 0.35 * Math.exp(-u / 0.05);
      out[i] += loud * am * (tone * 0.5 + air * (0.85 + chiff)) * (1 + slow * 2.2);
    }
  }
}

// ---- clapper -----------------------------------------------------------------------------
function clap(out, t0, vel) {
  const r = rng(Math.round(t0 * 100) + 5), s = Math.round(t0 * SR);
  const res = [[840, 16, 0.5], [1310, 22, 1], [2090, 20, 0.7], [3170, 14, 0.3]].map(([f, q, g]) => [biquad('bp', f * (0.995 + r() * 0.01), q), g]);
  for (let i = 0; i < 8000 && s + i < N; i++) {
    // the boards meet, then touch once more very quickly
    const e = Math.exp(-i / 60) + (i > 420 ? 0.3 * Math.exp(-(i - 420) / 45) : 0), n = (r() * 2 - 1) * e;
    out[s + i] += vel * (res.reduce((a, [b, g]) => a + b(n) * g, 0) * 1.7 + n * 0.03);
  }
}

// ---- room --------------------------------------------------------------------------------
/** Eight-line feedback delay network with damped highs: a small wooden hall. */
function hall(x, rt = 1.7) {
  const D = [1493, 1789, 2131, 2459, 2777, 3109, 3491, 3833], buf = D.map((d) => new Float64Array(d)), pos = D.map(() => 0), lp = D.map(() => 0), g = D.map((d) => 10 ** ((-3 * d) / (SR * rt)));
  const pre = new Float64Array(1100), out = new Float64Array(N), tone = biquad('lp', 5200, 0.6); let pp = 0;
  const aps = [[347, 0], [113, 0]].map(([d]) => ({ b: new Float64Array(d), p: 0 }));
  for (let i = 0; i < N; i++) {
    let v = pre[pp]; pre[pp] = tone(x[i]); pp = (pp + 1) % pre.length;
    for (const a of aps) { const z = a.b[a.p], y = z - 0.6 * v; a.b[a.p] = v + 0.6 * y; a.p = (a.p + 1) % a.b.length; v = y; }
    let sum = 0; const y = buf.map((b, k) => { lp[k] += 0.52 * (b[pos[k]] - lp[k]); sum += lp[k]; return lp[k]; });
    for (let k = 0; k < 8; k++) { buf[k][pos[k]] = v * 0.35 + g[k] * (y[k] - sum / 4); pos[k] = (pos[k] + 1) % D[k]; }
    out[i] = y[0] - y[1] + y[2] - y[3] + y[4] - y[5] + y[6] - y[7];
  }
  return out;
}

// ---- the piece ---------------------------------------------------------------------------
// D pentatonic (D E F# A B); a beat is a little over a second and breathes at phrase ends.
const D3 = 50, A3 = 57, B3 = 59, D4 = 62, E4 = 64, Fs4 = 66, A4 = 69, B4 = 71, D5 = 74, E5 = 76;
function piece() {
  const pipa = new Float64Array(N), flute = new Float64Array(N), wood = new Float64Array(N); let seed = 1;
  const P = (t, m, v, o) => pluck(pipa, t, m, v, { seed: seed++, ...o });
  /** Nanyin's rolled note: strokes start apart, gather speed, then let the string ring. */
  const roll = (t, m, n, v) => { let gap = 0.36, x = t; for (let i = 0; i < n; i++) { P(x, m, v * (0.6 + 0.25 * (i / (n - 1))), { hold: i === n - 1 ? 3 : Math.max(0.28, gap + 0.12) }); x += gap; gap = Math.max(0.085, gap * 0.8); } return x; };

  // measure 1: pipa alone
  P(0.35, D3, 0.6); P(0.4, A3, 0.5); P(0.46, A4, 0.78, { vib: 7 });
  P(1.62, B4, 0.55); P(2.12, A4, 0.62, { bend: -60 }); P(2.72, Fs4, 0.6);
  P(3.3, E4, 0.55); P(3.62, Fs4, 0.5); P(3.95, D4, 0.7, { vib: 6 });
  // measure 2: rolled note calls the flute in
  P(4.98, D3, 0.5); const e = roll(5.05, A3, 9, 0.56); P(e + 0.1, D4, 0.6);
  // measure 3
  P(7.4, E4, 0.62); P(7.92, Fs4, 0.58); P(8.46, A4, 0.7, { bend: 40 }); P(9.1, A3, 0.42); P(9.62, B4, 0.62); P(10.16, A4, 0.55); P(10.44, Fs4, 0.5);
  P(11.0, D3, 0.52); P(11.06, E4, 0.68, { vib: 8 });
  // measure 4: the higher turn
  P(12.25, A4, 0.58); P(12.78, B4, 0.62); P(13.3, D5, 0.72, { vib: 9 }); P(14.0, A3, 0.4); P(14.42, B4, 0.55); P(14.72, D5, 0.5); P(15.02, B4, 0.54); P(15.55, A4, 0.66, { bend: -50 });
  // measure 5: coming down
  P(16.7, D3, 0.5); P(16.76, Fs4, 0.6); P(17.3, A4, 0.5); P(17.82, Fs4, 0.55); P(18.1, E4, 0.52); P(18.62, D4, 0.66, { vib: 6 }); P(19.2, B3, 0.5); P(19.74, A3, 0.6);
  roll(20.3, D4, 6, 0.5); P(21.95, D3, 0.5); P(22.0, A3, 0.44); P(22.07, D4, 0.55, { vib: 5 });

  xiao(flute, [
    [[5.5, 1.75, A4, 0.5, 'slide'], [7.25, 0.2, Fs4, 0.5], [7.46, 0.56, E4, 0.56, 'up'], [8.02, 0.5, Fs4, 0.6], [8.54, 1.02, A4, 0.74, 'turn'], [9.56, 0.14, D5, 0.6], [9.7, 0.52, B4, 0.7], [10.22, 0.3, A4, 0.6], [10.52, 0.58, Fs4, 0.58, 'up'], [11.12, 0.92, E4, 0.6, 'down']],
    [[12.34, 0.5, A4, 0.6, 'down'], [12.86, 0.5, B4, 0.68], [13.38, 1.1, D5, 0.8, 'turn'], [14.5, 0.3, B4, 0.66], [14.8, 0.14, E5, 0.6], [14.94, 0.18, D5, 0.62], [15.12, 0.48, B4, 0.64], [15.62, 0.92, A4, 0.68, 'up']],
    [[16.86, 0.5, Fs4, 0.56, 'slide'], [17.38, 0.5, A4, 0.6], [17.9, 0.28, Fs4, 0.56, 'up'], [18.18, 0.5, E4, 0.56], [18.7, 0.56, D4, 0.58], [19.26, 0.5, E4, 0.5, 'up'], [19.8, 0.34, Fs4, 0.5], [20.14, 0.28, E4, 0.5], [20.44, 2.5, D4, 0.56, 'down']],
  ]);
  for (const [t, v] of [[0.35, 0.5], [5.0, 0.62], [11.02, 0.66], [16.7, 0.62], [21.96, 0.5]]) clap(wood, t, v);
  return { pipa: pipaBody(pipa), flute, wood };
}

export async function makeAudio(file) {
  const { pipa, flute, wood } = piece(), dry = new Float64Array(N), send = new Float64Array(N);
  for (let i = 0; i < N; i++) { const a = pipa[i] * GAIN.pipa, b = flute[i] * GAIN.flute, c = wood[i] * GAIN.wood; dry[i] = a + b + c; send[i] = a * 0.8 + b * 1.15 + c * 0.9; }
  const wet = hall(send); let peak = 0, m = 0;
  for (let i = 0; i < N; i++) { const t = i / SR; let v = dry[i] + wet[i] * 0.34; m += 0.0035 * (v - m); v -= m * 0.6; dry[i] = v * smooth(0, 0.15, t) * (1 - smooth(LEN - 1.5, LEN - 0.03, t)); peak = Math.max(peak, Math.abs(dry[i])); }
  const pcm = Buffer.alloc(N * 2); for (let i = 0; i < N; i++) pcm.writeInt16LE(Math.round((Math.tanh((dry[i] / peak) * 1.25) / Math.tanh(1.25)) * 0.7 * 32767), i * 2);
  const ff = spawn('ffmpeg', ['-v', 'error', '-y', '-f', 's16le', '-ar', String(SR), '-ac', '1', '-i', '-', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags', '+bitexact', '-c:a', 'libmp3lame', '-b:a', '80k', '-compression_level', '0', '-id3v2_version', '0', file], { stdio: ['pipe', 'inherit', 'inherit'] });
  ff.stdin.end(pcm);
  const [code] = await once(ff, 'close');
  if (code) throw new Error('ffmpeg ended with ' + code);
}
const GAIN = { pipa: 0.9, flute: 0.42, wood: 2.2 };
export const parts = { piece, pluck, GAIN, SR, N };
