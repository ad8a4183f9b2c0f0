import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { putWhole } from '../../../server/cli/outputFile.ts';
import { Folder } from '../../support/commandLine.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writing a file whole', () => {
  let folder: Folder;
  const at = (name: string): string => join(folder.path, name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => {
    folder.remove();
  });

  for (const name of [
    'kế hoạch năm.md',
    'kế hoạch năm.md'.normalize('NFD'),
    `${'ă'.repeat(120)}.md`,
  ]) {
    it(`makes ${name.slice(0, 20)} and leaves nothing beside it`, async () => {
      assert.deepEqual(await putWhole(at(name), bytes('a'), 'nothing'), { state: 'written' });
      assert.deepEqual(readdirSync(folder.path), [name]);
    });
  }

  it('keeps the permissions of what it replaces, and the link that leads there', async () => {
    folder.write('thật/a.md', 'cũ');
    chmodSync(at('thật/a.md'), 0o640);
    symlinkSync(at('thật/a.md'), at('a.md'));
    assert.deepEqual(await putWhole(at('a.md'), bytes('mới'), bytes('cũ')), { state: 'written' });
    assert.ok(lstatSync(at('a.md')).isSymbolicLink());
    assert.equal(read('thật/a.md'), 'mới');
    assert.equal(statSync(at('thật/a.md')).mode & 0o777, 0o640);
  });

  it('leaves a file alone that was changed, removed or made meanwhile', async () => {
    folder.write('a.md', 'của người khác');
    const changed = await putWhole(at('a.md'), bytes('mới'), bytes('cũ'));
    assert.equal(changed.state === 'failed' && /sửa ở nơi khác/u.test(changed.why.vi), true);
    assert.equal(read('a.md'), 'của người khác');
    const removed = await putWhole(at('b.md'), bytes('mới'), bytes('cũ'));
    assert.equal(removed.state, 'failed');
    assert.deepEqual(await putWhole(at('a.md'), bytes('mới'), 'nothing'), { state: 'exists' });
    assert.deepEqual(readdirSync(folder.path), ['a.md']);
  });

  it('replaces no read-only file, no folder, no pipe and no circle of links', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('khóa.md', 'cũ');
    chmodSync(at('khóa.md'), 0o444);
    mkdirSync(at('mục.md'));
    execFileSync('mkfifo', [at('ống.md')]);
    symlinkSync(at('vòng.md'), at('vòng.md'));
    const reasons: Readonly<Record<string, RegExp>> = {
      'khóa.md': /chỉ cho đọc/u,
      'mục.md': /thư mục/u,
      'ống.md': /đường ống/u,
      'vòng.md': /vòng/u,
      [`${'ă'.repeat(200)}.md`]: /quá dài/u,
    };
    const before = readdirSync(folder.path).sort();
    for (const [name, reason] of Object.entries(reasons)) {
      const result = await putWhole(at(name), bytes('mới'), 'any');
      assert.equal(result.state, 'failed', name);
      assert.match(result.state === 'failed' ? result.why.vi : '', reason);
    }
    assert.deepEqual(readdirSync(folder.path).sort(), before);
  });

  it('leaves nothing on a disk that is full', async function () {
    const disk = at('đĩa');
    // a small disk needs the right to mount one
    if (!mounted(disk)) this.skip();
    try {
      writeFileSync(join(disk, 'a.md'), 'cũ');
      const result = await putWhole(join(disk, 'a.md'), new Uint8Array(1_000_000), 'any');
      assert.equal(result.state === 'failed' && result.why.vi, 'đĩa đã đầy');
      assert.deepEqual(readdirSync(disk), ['a.md']);
      assert.equal(readFileSync(join(disk, 'a.md'), 'utf8'), 'cũ');
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

/** Whether a disk of 64 kB is now at the path. */
function mounted(path: string): boolean {
  if (process.platform !== 'linux') return false;
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
