import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
  openSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readPictureIn } from '../../../server/pictureFiles.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { workspaceFiles } from '../../../server/workspaceFiles.ts';
import { Folder, vanban } from '../../support/commandLine.ts';
import { heldFile, smallDisk, type Disk } from '../../support/disks.ts';

const main = fileURLToPath(new URL('../../../server/cli/main.ts', import.meta.url));

describe('what lies where a file is expected', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => {
    folder.remove();
  });

  it('never waits for a pipe, and goes on with the other files', async function () {
    if (process.platform === 'win32') this.skip();
    const pipe = join(folder.path, 'ống.md');
    folder.write('a.md', planSample());
    execFileSync('mkfifo', [pipe]);
    assert.equal(await workspaceFiles.read(pathToFileURL(pipe).href), undefined);
    assert.equal(await readPictureIn(folder.path, folder.path, 'ống.md'), undefined);
    const ran = await vanban(folder.path, ['lint', 'ống.md', 'a.md']);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /^vanban: không đọc được ống\.md: đây là đường ống/u);
    assert.match(ran.out, /1 tệp, 1 văn bản/u);
  });

  it('follows no link that a named folder holds, and the link that a person names', async () => {
    folder.write('ngoài/b.md', '# Không phải văn bản  của ta\n');
    mkdirSync(join(folder.path, 'trong'));
    const link = join(folder.path, 'trong', 'b.md');
    symlinkSync(join('..', 'ngoài', 'b.md'), link);
    const outside = readFileSync(join(folder.path, 'ngoài/b.md'));
    const walked = await vanban(folder.path, ['lint', '--fix', 'trong']);
    assert.match(walked.out, /^0 tệp/mu);
    assert.deepEqual(readFileSync(join(folder.path, 'ngoài/b.md')), outside);
    assert.equal(await workspaceFiles.read(pathToFileURL(link).href), undefined);
    const named = await vanban(folder.path, ['lint', 'trong/b.md']);
    assert.match(named.out, /^1 tệp/mu);
  });

  for (const [state, reason] of [
    ['full', /đĩa đã đầy/u],
    ['read-only', /đĩa chỉ cho đọc/u],
    ['held', /đang mở trong chương trình khác/u],
  ] as const) {
    it(`leaves a file whole that cannot be fixed: ${state}`, async function () {
      const place = join(folder.path, 'kế hoạch');
      const disk = smallDisk(place, 64);
      if (!disk) this.skip();
      let held: Disk | undefined;
      try {
        const path = join(place, 'a.md');
        const text = planSample().replace('Độc lập - Tự do', 'Độc lập – Tự do');
        writeFileSync(path, text);
        if (state === 'full') fill(place);
        if (state === 'read-only') disk.makeReadOnly();
        if (state === 'held') held = heldFile(path);
        const before = readdirSync(place);
        const ran = await vanban(folder.path, ['lint', '--fix', 'kế hoạch']);
        assert.equal(ran.status, 2, ran.out);
        assert.match(ran.err, /^vanban: không ghi được kế hoạch\/a\.md: [^\n]+\n$/u);
        assert.match(ran.err, reason);
        assert.equal(readFileSync(path, 'utf8'), text);
        assert.deepEqual(readdirSync(place), before);
      } finally {
        held?.remove();
        disk.remove();
      }
    });
  }

  it('says of a file that vanished that it is no longer there, and checks the others', async () => {
    folder.write('a.md', planSample());
    const ran = await vanban(folder.path, ['lint', 'đã mất.md', 'a.md']);
    assert.equal(ran.status, 2);
    assert.match(ran.out, /1 tệp, 1 văn bản/u);
    assert.equal(ran.err.trimEnd().split('\n').length, 1);
  });

  it('says in one line that the output cannot be written', function () {
    if (!existsSync('/dev/full')) this.skip();
    const ran = spawnSync(
      '/bin/sh',
      ['-c', `"${process.execPath}" --import tsx "${main}" rules > /dev/full`],
      { encoding: 'utf8' },
    );
    assert.equal(ran.status, 2);
    assert.equal(ran.stderr, 'vanban: không ghi được kết quả: đĩa đã đầy\n');
  });

  it('ends with the same status where what is wrong cannot be told', function () {
    if (!existsSync('/dev/full')) this.skip();
    const lint = `"${process.execPath}" --import tsx "${main}" lint "${folder.path}/không có"`;
    const ran = spawnSync('/bin/sh', ['-c', `${lint} 2> /dev/full`]);
    assert.equal(ran.status, 2);
  });
});

/** Writes until nothing more goes on the disk. */
function fill(place: string): void {
  const file = openSync(join(place, 'đầy'), 'w');
  try {
    for (;;) writeSync(file, new Uint8Array(4096));
  } catch {
    closeSync(file);
  }
}
