// From nothing to the first diagnostics.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { startServer } from './client.mjs';
import { median } from './figures.mjs';
import { plan } from './plan.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export async function measureStart(rounds, write) {
  const text = plan(28_000);
  const server = new URL('../../dist/server.mjs', import.meta.url).href;
  const times = { node: [], load: [], ready: [], first: [] };
  for (let round = 0; round < rounds; round += 1) {
    let begun = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    times.node.push(performance.now() - begun);
    begun = performance.now();
    spawnSync(process.execPath, [
      ...['--input-type=module', '-e', `await import(${JSON.stringify(server)}); process.exit(0)`],
      ...['--', '--stdio'],
    ]);
    times.load.push(performance.now() - begun);
    begun = performance.now();
    const client = await startServer([here('../../dist/vanban.cjs'), 'lsp', '--stdio']);
    times.ready.push(client.ready);
    await client.open(text);
    times.first.push(performance.now() - begun);
    await client.stop();
  }
  const ms = (name) => `${median(times[name]).toFixed(0)} ms`;
  write('| `node -e 0` | bundle loaded | server ready | first diagnostics of 28 kB |');
  write('|---|---|---|---|');
  write(`| ${ms('node')} | ${ms('load')} | ${ms('ready')} | ${ms('first')} |`);
}
