// npm run bench:index -- [files]: the first reading of a workspace, the next session's, and what a
// key costs meanwhile; needs a build.
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
const folder = mkdtempSync(join(tmpdir(), 'vanban-index-'));
const storage = join(folder, '.storage');
for (let index = 0; index < count; index += 1) {
  const name = join(folder, `${index % 100}`, `${index}.md`);
  mkdirSync(join(name, '..'), { recursive: true });
  writeFileSync(name, plan(8000).replace('15/KH-UBND', `${index + 1}/KH-UBND`));
}
// younger files than two seconds are not taken to rest
await new Promise((resolve) => setTimeout(resolve, 2500));

const rows = [];
for (const session of ['lần đầu', 'lần sau']) {
  const begun = performance.now();
  const server = await startServer(
    [fileURLToPath(new URL('../../dist/vanban.cjs', import.meta.url)), 'lsp', '--stdio'],
    { root: pathToFileURL(folder).href, initializationOptions: { storage } },
  );
  const text = plan(28_000);
  const document = await server.open(text);
  const at = text.indexOf('Việc tổ chức phải ') + 6;
  let reading = true;
  void server.logged(/Đã đọc/).then(() => (reading = false));
  const during = [];
  // a hand that pauses: reading goes on between its keys, never while it types
  while (reading) {
    during.push(...(await document.type(at)));
    await Promise.race([server.logged(/Đã đọc/), new Promise((done) => setTimeout(done, 700))]);
  }
  const seconds = (performance.now() - begun) / 1000;
  const after = [];
  for (let key = 0; key < 40; key += 1) after.push(...(await document.type(at)));
  rows.push({ session, seconds, during, after, memory: memoryOf(server.pid) });
  while (!existsSync(join(storage, 'index.json'))) {
    await new Promise((done) => setTimeout(done, 100));
  }
  await server.stop();
}
console.log(
  '| phiên | đọc xong, s | phím khi đang đọc p50 / p95 ms | phím khi đã đọc | bộ nhớ MB |',
);
console.log('|---|---|---|---|---|');
for (const { session, seconds, during, after, memory } of rows) {
  const pair = (times) => `${median(times).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`;
  console.log(
    `| ${session} | ${seconds.toFixed(1)} | ${pair(during)} | ${pair(after)} | ${memory} |`,
  );
}
console.log(
  `${count} tệp, index.json ${(statSync(join(storage, 'index.json')).size / 1e6).toFixed(1)} MB`,
);
rmSync(folder, { recursive: true });

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1000);
}
