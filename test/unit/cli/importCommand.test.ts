import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { letterSample, planSample } from '../../../server/rules/samples.ts';
import { Folder, vanban, type Ran } from '../../support/commandLine.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('vanban import', () => {
  let folder: Folder;
  const run = (...args: string[]): Promise<Ran> => vanban(folder.path, args);
  const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
  const names = (): readonly string[] =>
    readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[a-z]+$/u.test(name))
      .map((name) => name.normalize('NFC').replaceAll('\\', '/'))
      .sort();
  /** A folder with the Word files of these texts alone. */
  async function words(texts: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    folder = new Folder(texts);
    const ran = await run('export', '--to', 'docx', '-o', 'word', '.');
    assert.equal(ran.status, 0, ran.err);
  }
  afterEach(() => folder.remove());

  it('makes Markdown of a Word file, with the head declared or as lines', async () => {
    await words({ 'kế hoạch.md': planSample() });
    const ran = await run('import', 'word/kế hoạch.docx');
    assert.equal(ran.status, 0, ran.err);
    assert.equal(ran.out, 'word/kế hoạch.docx → word/kế hoạch.md\nĐã nhập 1 tệp Word\n');
    assert.match(read('word/kế hoạch.md'), /^---\nloại: Kế hoạch\n/u);
    assert.equal((await run('import', '--form', 'plain', '-o', 'a.md', 'word')).status, 0);
    assert.doesNotMatch(read('a.md'), /^---/u);
    assert.match(read('a.md'), /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/u);
  });

  it('walks folders for Word files, not for the locks beside them', async () => {
    await words({ 'a.md': planSample(), '2026/b.md': letterSample() });
    folder.write('word/~$a.docx', 'x');
    const ran = await run('import', '-o', 'ra', 'word');
    assert.equal(ran.status, 0, ran.err);
    assert.ok(names().includes('ra/a.md') && names().includes('ra/2026/b.md'));
    assert.match(ran.out, /Đã nhập 2 tệp Word/u);
  });

  it('puts pictures in a folder beside the text, where an export finds them again', async () => {
    const body = 'Như sau:\n\n![Sơ đồ](so-do.png)\n\nHết./.';
    await words({ '50% & <a>.md': planSample({ body }), 'so-do.png': pixel });
    assert.equal((await run('import', '-o', 'ra', 'word')).status, 0);
    assert.ok(names().includes('ra/50_ & _a_-hinh/hinh-1.png'), names().join());
    const again = await run('export', '--to', 'docx', 'ra');
    assert.equal(again.status, 0, again.err);
  });

  it('never writes over a text or a picture unless told to', async () => {
    const body = 'Như sau:\n\n![Sơ đồ](so-do.png)\n\nHết./.';
    await words({ 'a.md': planSample({ body }), 'so-do.png': pixel });
    const before = read('a.md');
    assert.equal((await run('import', '-o', '.', 'word')).status, 2);
    assert.equal(read('a.md'), before);
    folder.write('b-hinh/hinh-1.png', 'của tôi');
    const ran = await run('import', '-o', 'b.md', 'word/a.docx');
    assert.equal(ran.status, 2);
    assert.match(ran.err, /^vanban: b-hinh\/hinh-1\.png đã có; thêm --force để ghi đè\n$/u);
    assert.ok(!names().includes('b.md'));
    assert.equal((await run('import', '--force', '-o', 'b.md', 'word/a.docx')).status, 0);
    assert.deepEqual(readFileSync(join(folder.path, 'b-hinh/hinh-1.png')), pixel);
  });

  it('takes the pictures away again where the text cannot follow', async () => {
    const body = 'Như sau:\n\n![Sơ đồ](so-do.png)\n\nHết./.';
    await words({ 'a.md': planSample({ body }), 'so-do.png': pixel });
    folder.write('b.md/x.txt', 'a folder in the way');
    const ran = await run('import', '--force', '-o', 'ra', 'word/a.docx');
    assert.equal(ran.status, 0, ran.err);
    folder.write('khác/a.md/x.txt', 'x');
    const blocked = await run('import', '-o', 'khác', 'word/a.docx');
    assert.equal(blocked.status, 2);
    assert.match(blocked.err, /khác\/a\.md: đã có thư mục tên này/u);
    assert.deepEqual(readdirSync(join(folder.path, 'khác')), ['a.md']);
  });

  it('replaces no picture where the text may not be replaced', async () => {
    const body = 'Như sau:\n\n![Sơ đồ](so-do.png)\n\nHết./.';
    await words({ 'a.md': planSample({ body }), 'so-do.png': pixel });
    folder.write('ra/a.md', 'của tôi');
    folder.write('ra/a-hinh/hinh-1.png', 'của tôi');
    chmodSync(join(folder.path, 'ra/a.md'), 0o444);
    const ran = await run('import', '--force', '-o', 'ra', 'word/a.docx');
    assert.equal(ran.status, 2);
    assert.match(ran.err, /ra\/a\.md: tệp chỉ cho đọc/u);
    assert.equal(read('ra/a-hinh/hinh-1.png'), 'của tôi');
    assert.deepEqual(readdirSync(join(folder.path, 'ra')).sort(), ['a-hinh', 'a.md']);
  });

  it('says what is wrong with each file that it cannot read, and goes on with the others', async () => {
    await words({ 'a.md': planSample() });
    folder.write('word/hỏng.docx', 'PK no zip');
    folder.write('word/rỗng.docx', '');
    folder.write('word/cũ.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    folder.write('word/khác.docx', zipSync({ 'a.txt': new Uint8Array(1) }));
    const ran = await run('import', 'word', 'không có.docx');
    assert.equal(ran.status, 2);
    const told = ran.err.trimEnd().split('\n');
    assert.equal(told.length, 5, ran.err);
    for (const name of ['hỏng', 'rỗng', 'cũ', 'khác', 'không có']) {
      assert.ok(
        told.some((line) => line.startsWith('vanban: ') && line.includes(name)),
        name,
      );
    }
    assert.deepEqual(
      names().filter((name) => name.endsWith('.md')),
      ['a.md', 'word/a.md'],
    );
  });

  it('leaves nothing half written where it cannot write', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    await words({ 'a.md': planSample() });
    chmodSync(join(folder.path, 'word'), 0o500);
    const ran = await run('import', 'word');
    chmodSync(join(folder.path, 'word'), 0o700);
    assert.equal(ran.status, 2);
    assert.deepEqual(names(), ['a.md', 'word/a.docx']);
  });

  it('refuses what it does not know in one line', async () => {
    await words({ 'a.md': planSample(), 'b.md': letterSample() });
    for (const args of [
      [],
      ['--form', 'x', 'word'],
      ['-o', 'x.pdf', 'word'],
      ['-o', 'x.md', 'word'],
    ]) {
      const ran = await run('import', ...args);
      assert.equal(ran.status, 2);
      assert.match(ran.err, /^vanban: [^\n]+\n$/u);
    }
  });
});
