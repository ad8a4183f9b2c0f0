// npm run bench:index -- [files]: the first reading of a workspace, the next session's, and what a key costs
// meanwhile, beside a server that does nothing; needs a build.
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startServer } from './client.mjs';
import { median, quantile } from './figures.mjs';
import { plan } from './plan.ts';

const count = Number(process.argv[2] ?? 10_000);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'vanban-index-'));
const folder = join(temporary, 'full');
const none = join(temporary, 'none');
const storage = (name) => join(temporary, name);
mkdirSync(none);
for (let index = 0; index < count; index += 1) {
  const name = join(folder, `${index % 100}`, `${index}.md`);
  mkdirSync(join(name, '..'), { recursive: true });
  writeFileSync(name, plan(8000).replace('15/KH-UBND', `${index + 1}/KH-UBND`));
}
// younger files than two seconds are not taken to rest
await new Promise((resolve) => setTimeout(resolve, 2500));

const sessions = [
  { name: 'không có tệp nào', folder: none, storage: storage('a'), typing: false },
  { name: 'lần đầu, không ai gõ', folder, storage: storage('b'), typing: false },
  { name: 'lần đầu, có người gõ', folder, storage: storage('c'), typing: true },
  { name: 'lần sau', folder, storage: storage('c'), typing: true },
];
const text = plan(28_000);
const at = text.indexOf('Việc tổ chức phải ') + 6;
const memories = [];
const pair = (times) =>
  times.length === 0 ? '–' : `${median(times).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`;
console.log(
  '| phiên | đọc xong, s | phím khi đang đọc p50 / p95 ms | `empty` khi đó | phím khi đã đọc | `empty` khi đó | bộ nhớ MB |',
);
console.log('|---|---|---|---|---|---|---|');
for (const session of sessions) {
  const idle = await startServer([here('servers/empty.mjs'), '--stdio']);
  const floor = await idle.open(text);
  const begun = performance.now();
  const server = await startServer([here('../../dist/vanban.cjs'), 'lsp', '--stdio'], {
    root: pathToFileURL(session.folder).href,
    initializationOptions: { storage: session.storage },
  });
  const read = session.folder === none ? Promise.resolve() : server.logged(/Đã đọc/);
  let seconds = 0;
  void read.then(() => (seconds = (performance.now() - begun) / 1000));
  const document = await server.open(text);
  const during = { ours: [], floor: [] };
  const after = { ours: [], floor: [] };
  /** A key in each server by turns. */
  const type = async ({ ours, floor: theirs }) => {
    ours.push(...(await document.type(at)));
    theirs.push(...(await floor.type(at)));
  };
  // a hand that pauses: reading goes on between its keys
  while (session.typing && seconds === 0) {
    await type(during);
    await Promise.race([read, new Promise((done) => setTimeout(done, 700))]);
  }
  await read;
  while (session.folder !== none && !existsSync(join(session.storage, 'index.json'))) {
    await new Promise((done) => setTimeout(done, 100));
  }
  // the thread that read has ended
  await new Promise((done) => setTimeout(done, 3000));
  for (let key = 0; key < 40; key += 1) await type(after);
  const memory = memoryOf(server.pid);
  memories.push(memory);
  const time = session.folder === none ? '–' : seconds.toFixed(1);
  const keys = [during.ours, during.floor, after.ours, after.floor].map(pair).join(' | ');
  console.log(`| ${session.name} | ${time} | ${keys} | ${memory} |`);
  await server.stop();
  await idle.stop();
}
const saved = statSync(join(storage('c'), 'index.json')).size;
const more = ((memories.at(-1) - memories[0]) * 1000) / count;
console.log(
  `${count} tệp, index.json ${(saved / 1e6).toFixed(1)} MB; bộ nhớ ở phiên sau tăng ${more.toFixed(1)} kB một tệp`,
);
rmSync(temporary, { recursive: true });

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1000);
}
