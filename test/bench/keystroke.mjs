// Keystroke to diagnostics, in one run: the servers take turns, so that a busy machine slows all of them alike.
import { fileURLToPath } from 'node:url';
import { startServer } from './client.mjs';
import { median, quantile } from './figures.mjs';
import { plan } from './plan.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const servers = {
  empty: [here('servers/empty.mjs'), '--stdio'],
  vanban: [here('../../dist/vanban.cjs'), 'lsp', '--stdio'],
  unified: [here('servers/unified.mjs'), '--stdio'],
};

/** Rounds of a person's first minute, in which the engine still compiles what runs. */
const opening = 30;

/** Rounds in all: as many as the time allows at that size. */
const often = (size) => (size > 1_000_000 ? 60 : size > 100_000 ? 150 : 330);
const rounds = { empty: often, vanban: often, unified: (size) => (size > 100_000 ? 4 : 10) };

/** In the middle of a word near the start, the middle and the end of the text. */
function places(text) {
  const word = (from) => from + /\p{L}{3}/u.exec(text.slice(from)).index + 1;
  const after = (mark, from) => text.indexOf(mark, from) + mark.length;
  return {
    start: word(after('ban hành Kế hoạch', 0)),
    middle: word(after('Việc tổ chức phải ', text.length / 2)),
    end: word(text.lastIndexOf('đề nghị các đơn vị')),
  };
}

export async function measureKeystrokes(sizes, write) {
  write(
    '| kB | where | empty p50 / p95 | vanban, first minute, p50 / p95 | vanban p50 / p95 | 2 × empty + 2 ms | unified p50 | unified ÷ vanban |',
  );
  write('|---|---|---|---|---|---|---|---|');
  for (const size of sizes) {
    const text = plan(size);
    const at = places(text);
    const times = {};
    const early = { start: [], middle: [], end: [] };
    const open = {};
    const running = {};
    for (const [name, args] of Object.entries(servers)) {
      if (name === 'unified' && size > 1_000_000) continue;
      running[name] = await startServer(args);
      open[name] = await running[name].open(text);
      for (const where of Object.keys(at)) times[`${name} ${where}`] = [];
    }
    for (let round = 0; round < often(size); round += 1) {
      for (const name of Object.keys(running)) {
        if (round >= rounds[name](size)) continue;
        for (const [where, offset] of Object.entries(at)) {
          const taken = await open[name].type(offset);
          const isEarly = round < opening && name !== 'unified';
          if (!isEarly) times[`${name} ${where}`].push(...taken);
          else if (name === 'vanban') early[where].push(...taken);
        }
      }
    }
    for (const where of Object.keys(at)) {
      const [empty, vanban, unified] = ['empty', 'vanban', 'unified'].map(
        (name) => times[`${name} ${where}`] ?? [],
      );
      const [floor, ours, theirs] = [median(empty), median(vanban), median(unified)];
      const ms = (value) => (Number.isNaN(value) ? '–' : value.toFixed(1));
      const both = (taken) => `${ms(median(taken))} / ${ms(quantile(taken, 0.95))}`;
      write(
        `| ${Math.round(Buffer.byteLength(text) / 1000)} | ${where} | ${both(empty)} | ${both(early[where])} | ${both(vanban)} | ${ms(2 * floor + 2)} | ${ms(theirs)} | ${ms(theirs / ours)} |`,
      );
    }
    for (const server of Object.values(running)) await server.stop();
  }
}
