// npm run bench: installs the peers, builds, measures, prints tables. `--quick` leaves out what takes minutes.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from '../../scripts/run.mjs';
import { measureBatch } from './batch.mjs';
import { measureKeystrokes } from './keystroke.mjs';
import { measureStart } from './start.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const quick = process.argv.includes('--quick');
const write = (line) => console.log(line);

// `npm ci` wants every platform's binary of rumdl in the lockfile, which npm itself does not write
if (!existsSync(`${folder}/node_modules`))
  await run('npm', ['install', '--no-save', '--prefix', folder]);
write('\n## Keystroke to diagnostics, ms\n');
await measureKeystrokes(quick ? [5000, 28_000] : [5000, 28_000, 280_000, 2_800_000], write);
write('\n## Start\n');
await measureStart(quick ? 3 : 9, write);
write('\n## Many files\n');
measureBatch(quick ? 200 : 2000, quick ? 1 : 3, write);
