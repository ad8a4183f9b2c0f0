// npm run bench:load -- [minutes]: fifty open documents edited in turn; latency and memory, minute by minute.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startServer } from './client.mjs';
import { median, quantile } from './figures.mjs';
import { plan } from './plan.ts';

const minutes = Number(process.argv[2] ?? 10);
const documents = 50;
/** Characters, and how often a hand types in one document before it goes to the next. */
const length = 28_000;
const keysInTurn = 4;

const server = await startServer([
  fileURLToPath(new URL('../../dist/vanban.cjs', import.meta.url)),
  'lsp',
  '--stdio',
]);
const open = [];
for (let index = 0; index < documents; index += 1) {
  const text = plan(length).replace('15/KH-UBND', `${index + 1}/KH-UBND`);
  open.push({ text, document: await server.open(text) });
}

/** Megabytes, 0 where the system does not tell. */
function memory() {
  try {
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1000);
  } catch {
    return 0;
  }
}

console.log('| phút | phím | p50 ms | p95 ms | bộ nhớ MB |');
console.log('|---|---|---|---|---|');
let turn = 0;
for (let minute = 1; minute <= minutes; minute += 1) {
  const end = Date.now() + 60_000;
  const times = [];
  while (Date.now() < end) {
    const { text, document } = open[turn % documents];
    const at = text.indexOf('Việc tổ chức phải ', (text.length * (turn % 7)) / 8) + 6;
    for (let key = 0; key < keysInTurn; key += 1) times.push(...(await document.type(at)));
    turn += 1;
  }
  const [p50, p95] = [median(times), quantile(times, 0.95)].map((ms) => ms.toFixed(1));
  console.log(`| ${minute} | ${times.length} | ${p50} | ${p95} | ${memory()} |`);
}
await server.stop();
