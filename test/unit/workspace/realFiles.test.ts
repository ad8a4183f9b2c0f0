import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { indexFile } from '../../../server/indexFile.ts';
import { letterSample } from '../../../server/rules/samples.ts';
import { FileScanner } from '../../../server/workspace/fileScanner.ts';
import { workspaceFiles } from '../../../server/workspaceFiles.ts';
import { Folder } from '../../support/commandLine.ts';
import { asNobody, smallDisk } from '../../support/disks.ts';

const letter = (number: number): string => letterSample({ number: `Số: ${10 + number}/SNV-VP` });

describe('the files of a workspace on a real disk', function () {
  let folder: Folder;
  const at = (name: string): string => join(folder.path, name);
  const uriOf = (name: string): string => pathToFileURL(at(name)).href;
  const scanner = (storage?: string): FileScanner =>
    new FileScanner(
      '1',
      workspaceFiles,
      storage === undefined ? undefined : indexFile(at(storage)),
    );
  /** The numbers that the files of the folder say of themselves. */
  const numbers = async (scan = scanner()): Promise<readonly string[]> => {
    const { uris } = await scan.list(uriOf(''));
    const found = await scan.scan(uris);
    return found.flatMap(({ documents }) => documents.map(({ number }) => number)).toSorted();
  };
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => {
    folder.remove();
  });

  it('bear any name: spaces, and Vietnamese in either form side by side', async () => {
    const name = 'Kế hoạch số 5 (dự thảo) %20 #1?.md';
    folder.write(`Sở Nội vụ/${name.normalize('NFC')}`, letter(1));
    folder.write(`Sở Nội vụ/${name.normalize('NFD')}`, letter(2));
    assert.deepEqual(await numbers(), ['11/SNV-VP', '12/SNV-VP']);
    const { uris } = await workspaceFiles.list(uriOf(''));
    assert.equal(new Set(uris).size, 2);
  });

  it('are left out where a link leads: file, folder, circle and nowhere', async () => {
    folder.write('trong/a.md', letter(1));
    const outside = new Folder({ 'b.md': letter(2) });
    try {
      symlinkSync(join(outside.path, 'b.md'), at('trong/b.md'));
      symlinkSync(outside.path, at('trong/ngoài'));
      symlinkSync(at('trong'), at('trong/vòng'));
      symlinkSync(at('không có'), at('trong/c.md'));
      assert.deepEqual(await numbers(), ['11/SNV-VP']);
      const linked = ['trong/b.md', 'trong/c.md'].map(uriOf);
      assert.deepEqual(
        (await scanner().scan(linked)).map(({ documents }) => documents.length),
        [0, 0],
      );
    } finally {
      outside.remove();
    }
  });

  it('may vanish after they were listed, or be no text, or be too large', async () => {
    for (const number of [1, 2]) folder.write(`${number}.md`, letter(number));
    folder.write('nhị phân.md', Uint8Array.of(0xff, 0xfe, 0xd8));
    folder.write('lớn.md', letter(3) + ' '.repeat(4_000_000));
    const scan = scanner();
    const { uris } = await scan.list(uriOf(''));
    rmSync(at('1.md'));
    const found = await scan.scan(uris);
    assert.deepEqual(
      found.flatMap(({ documents }) => documents.map(({ number }) => number)),
      ['12/SNV-VP'],
    );
    assert.deepEqual((await scan.list(uriOf('không có'))).uris, []);
  });

  it('may be closed to us, and their folders', async function () {
    folder.write('mở/1.md', letter(1));
    folder.write('khóa/2.md', letter(2));
    folder.write('mở/3.md', letter(3));
    chmodSync(folder.path, 0o755);
    chmodSync(at('khóa'), 0);
    chmodSync(at('mở/3.md'), 0);
    const found = await asNobody(() => numbers());
    chmodSync(at('khóa'), 0o700);
    if (!found) this.skip();
    assert.deepEqual(found, ['11/SNV-VP']);
  });

  it('are read again when they changed behind our back, though they look the same', async () => {
    folder.write('a.md', letter(1));
    const { size, atime, mtime } = statSync(at('a.md'));
    // younger files than two seconds are not taken to rest
    await pause(2100);
    const scan = scanner();
    const known = async (): Promise<boolean | undefined> =>
      (await scan.scan([uriOf('a.md')]))[0]?.isKnown;
    assert.deepEqual([await known(), await known()], [false, true]);
    writeFileSync(at('a.md'), letter(2));
    utimesSync(at('a.md'), atime, mtime);
    assert.equal(statSync(at('a.md')).size, size);
    assert.equal(await known(), false);
    assert.deepEqual(await numbers(scan), ['12/SNV-VP']);
  });

  it('are scanned all the same where nothing can be kept of them', async function () {
    const disk = smallDisk(at('đĩa'), 64);
    if (!disk) this.skip();
    try {
      for (let number = 0; number < 40; number += 1) folder.write(`${number}.md`, letter(number));
      await pause(2100);
      const full = scanner('đĩa');
      assert.equal((await numbers(full)).length, 40);
      await full.rest();
      const before = readFileSync(at('đĩa/index.json'), 'utf8');

      writeFileSync(at('đĩa/đầy'), new Uint8Array(60_000 - before.length));
      folder.write('40.md', letter(40));
      await pause(2100);
      const later = scanner('đĩa');
      assert.equal((await numbers(later)).length, 41);
      await later.rest();
      assert.equal(readFileSync(at('đĩa/index.json'), 'utf8'), before);
      assert.deepEqual(readdirSync(at('đĩa')).toSorted(), ['index.json', 'đầy']);

      disk.makeReadOnly();
      const last = scanner('đĩa');
      assert.equal((await numbers(last)).length, 41);
      await last.rest();
      assert.equal(readFileSync(at('đĩa/index.json'), 'utf8'), before);
    } finally {
      disk.remove();
    }
  });

  it('are scanned where the place of the index is taken by a file', async () => {
    folder.write('1.md', letter(1));
    folder.write('chỗ', '');
    mkdirSync(at('khác'));
    const scan = scanner('chỗ');
    assert.deepEqual(await numbers(scan), ['11/SNV-VP']);
    await scan.rest();
  });
});
