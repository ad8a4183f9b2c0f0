import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asideOnDisk } from '../../../../client/exchange/diskFile.ts';
import { reasonOf } from '../../../../client/exchange/reasons.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file that the editor writes to the disk', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  const write = async (name: string, over = true): Promise<void> => {
    const aside = await asideOnDisk(at(name), bytes('mới'), over);
    try {
      await aside.settle();
    } finally {
      await aside.clear();
    }
  };
  /** Why it was not written. */
  const refused = async (name: string, over = true): Promise<string> => {
    try {
      await write(name, over);
    } catch (error) {
      return reasonOf(error).vi;
    }
    return 'đã ghi';
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vanban-disk-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('stays as it was where it is read-only, a folder, or not to be replaced', async () => {
    writeFileSync(at('ro.docx'), 'cũ', { mode: 0o444 });
    writeFileSync(at('có.docx'), 'cũ');
    mkdirSync(at('thư mục.docx'));
    assert.equal(await refused('ro.docx'), 'tệp chỉ cho đọc');
    assert.equal(await refused('thư mục.docx'), 'đã có thư mục tên này');
    assert.equal(await refused('có.docx', false), 'tệp vừa xuất hiện ở đó nên được để yên');
    assert.deepEqual([read('ro.docx'), read('có.docx')], ['cũ', 'cũ']);
    assert.equal(readdirSync(folder).length, 3);
  });

  it('keeps its permissions', async () => {
    writeFileSync(at('riêng.docx'), 'cũ', { mode: 0o600 });
    await write('riêng.docx');
    assert.equal(read('riêng.docx'), 'mới');
    assert.equal(statSync(at('riêng.docx')).mode & 0o777, 0o600);
  });

  it('is the one that a link leads to', async () => {
    writeFileSync(at('đích.docx'), 'cũ');
    symlinkSync('đích.docx', at('liên kết.docx'));
    await write('liên kết.docx');
    assert.ok(lstatSync(at('liên kết.docx')).isSymbolicLink());
    assert.equal(read('đích.docx'), 'mới');
  });

  it('may have a name as long as the disk allows, and is told when it is longer', async () => {
    const longest = `${'a'.repeat(250)}.docx`;
    await write(longest);
    assert.deepEqual(readdirSync(folder), [longest]);
    assert.equal(await refused(`a${longest}`), 'tên tệp quá dài');
    assert.deepEqual(readdirSync(folder), [longest]);
  });

  it('leaves alone one that has come to be there since, also when it is withdrawn', async () => {
    const aside = await asideOnDisk(at('a.docx'), bytes('mới'), false);
    writeFileSync(at('a.docx'), 'của người khác');
    await assert.rejects(aside.settle());
    await aside.withdraw();
    await aside.clear();
    assert.deepEqual(readdirSync(folder), ['a.docx']);
    assert.equal(read('a.docx'), 'của người khác');
  });

  it('is gone again when it is withdrawn, unless one was there before', async () => {
    writeFileSync(at('cũ.docx'), 'cũ');
    for (const name of ['cũ.docx', 'thư mục mới/mới.docx']) {
      const aside = await asideOnDisk(at(name), bytes('mới'), true);
      await aside.settle();
      await aside.withdraw();
      await aside.clear();
    }
    assert.equal(read('cũ.docx'), 'mới');
    assert.deepEqual(readdirSync(at('thư mục mới')), []);
  });
});
