// Many files, as whole processes: each program over the same folder, in turns.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { median } from './figures.mjs';
import { dossierFile } from './dossier.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const peer = (name) => here(`node_modules/.bin/${name}`);
const programs = {
  vanban: (folder) => [process.execPath, here('../../dist/vanban.cjs'), 'lint', '--quiet', folder],
  'markdownlint-cli2': (folder) => [peer('markdownlint-cli2'), `${folder}/*.md`],
  textlint: (folder) => [
    peer('textlint'),
    ...['--config', here('.textlintrc.json'), '--rules-base-directory', here('node_modules')],
    `${folder}/*.md`,
  ],
  rumdl: (folder) => [peer('rumdl'), 'check', '--no-cache', folder],
  'words alone': (folder) => [process.execPath, here('floor.mjs'), folder],
  'remark-parse alone': (folder) => [process.execPath, here('floor.mjs'), folder, '--parse'],
};

/** Writes files of about 8 kB, no two of the same words, and times each program over them. */
export function measureBatch(files, rounds, write) {
  const folder = mkdtempSync(join(tmpdir(), 'vanban-bench-'));
  try {
    let bytes = 0;
    for (let index = 0; index < files; index += 1) {
      const text = dossierFile(index, 6200);
      bytes += Buffer.byteLength(text);
      writeFileSync(join(folder, `${String(index).padStart(5, '0')}.md`), text);
    }
    const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, command] of Object.entries(programs)) {
        const [program, ...args] = command(folder);
        const begun = performance.now();
        const { error } = spawnSync(program, args, { stdio: 'ignore', cwd: folder });
        if (error) throw error;
        times[name].push(performance.now() - begun);
      }
    }
    write(
      `| ${files} files of ${(bytes / files / 1000).toFixed(1)} kB | s | files a second | ÷ vanban |`,
    );
    write('|---|---|---|---|');
    const ours = median(times.vanban);
    for (const [name, all] of Object.entries(times)) {
      const time = median(all);
      write(
        `| ${name} | ${(time / 1000).toFixed(2)} | ${((files / time) * 1000).toFixed(0)} | ${(ours / time).toFixed(2)} |`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
