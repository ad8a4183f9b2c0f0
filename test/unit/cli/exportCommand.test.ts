import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionSample, letterSample, planSample } from '../../../server/rules/samples.ts';
import { Folder, vanban, type Ran } from '../../support/commandLine.ts';
import { bundledWorkerAssets } from '../output/installedAssets.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const begins = { docx: 'PK', pdf: '%PDF-', html: '<!DOCTYPE html>' } as const;

describe('vanban export', function () {
  let folder: Folder;
  const { assets, remove } = bundledWorkerAssets();
  const given = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    folder = new Folder(files);
  };
  const run = (...args: string[]): Promise<Ran> =>
    vanban(folder.path, ['export', ...args], { typesetter: assets });
  const bytes = (name: string): string => readFileSync(join(folder.path, name)).toString('latin1');
  const there = (): readonly string[] =>
    readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:docx|pdf|html|tmp)$/u.test(name))
      .map((name) => name.normalize('NFC'))
      .sort();
  afterEach(() => folder.remove());
  after(remove);

  it('makes a file of each format beside the text, the same bytes every time', async () => {
    given({ 'kế hoạch số 1.md': planSample() });
    for (const format of ['docx', 'pdf', 'html'] as const) {
      const name = `kế hoạch số 1.${format}`;
      const ran = await run('--to', format, 'kế hoạch số 1.md');
      assert.equal(ran.status, 0, ran.err);
      assert.ok(ran.out.startsWith(`kế hoạch số 1.md → ${name}\n`), ran.out);
      const first = bytes(name);
      assert.ok(first.startsWith(begins[format]));
      assert.equal((await run('--to', format, '--force', 'kế hoạch số 1.md')).status, 0);
      assert.ok(bytes(name) === first, name);
    }
  });

  it('makes an archive where that is asked for, of PDF alone', async () => {
    given({ 'a.md': planSample() });
    assert.equal((await run('--to', 'pdf', '--pdfa', 'a.md')).status, 0);
    assert.match(bytes('a.pdf'), /pdfaid:part/u);
    assert.equal((await run('--to', 'docx', '--pdfa', 'a.md')).status, 2);
  });

  it('tells which characters the font has not, and makes no archive with them', async () => {
    given({ 'a.md': planSample({ body: 'Đánh dấu ☐ vào ô 😀./.' }) });
    const told = 'a.md: phông không có ☐ (U+2610), 😀 (U+1F600)';
    const archive = await run('--to', 'pdf', '--pdfa', 'a.md');
    assert.equal(archive.status, 2);
    assert.ok(archive.err.includes(told), archive.err);
    const plain = await run('--to', 'pdf', 'a.md');
    assert.equal(plain.status, 1);
    assert.ok(plain.err.includes(told), plain.err);
    assert.equal((await run('--to', 'docx', 'a.md')).status, 0);
  });

  it('names the documents of one file by their place in it', async () => {
    given({ 'ba.md': [planSample(), letterSample(), decisionSample()].join('\n\n') });
    const ran = await run('--to', 'docx', 'ba.md');
    assert.equal(ran.status, 0, ran.err);
    assert.deepEqual(there(), ['ba-1.docx', 'ba-2.docx', 'ba-3.docx']);
  });

  it('keeps the folders of a tree below the output folder, and passes over other texts', async () => {
    given({
      'nguồn/a.md': planSample(),
      'nguồn/2026/b.vb.md': letterSample(),
      'nguồn/README.md': '# x',
    });
    const ran = await run('--to', 'docx', '-o', 'kết quả', 'nguồn');
    assert.equal(ran.status, 0, ran.err);
    assert.deepEqual(there(), ['kết quả/2026/b.docx', 'kết quả/a.docx']);
    assert.match(ran.out, /Đã xuất 2 văn bản; bỏ qua 1 tệp/u);
  });

  it('takes one file as output for one document alone', async () => {
    given({ 'a.md': planSample(), 'b.md': letterSample() });
    const one = await run('--to', 'docx', '-o', 'x/kết quả.docx', 'a.md');
    assert.equal(one.status, 0, one.err);
    const two = await run('--to', 'docx', '-o', 'y.docx', 'a.md', 'b.md');
    assert.equal(two.status, 2);
    assert.match(two.err, /2 văn bản/u);
    assert.equal((await run('--to', 'docx', '-o', 'y.pdf', 'a.md')).status, 2);
    assert.deepEqual(there(), ['x/kết quả.docx']);
  });

  it('never writes over a file unless told to, and goes on with the others', async () => {
    given({ 'a.md': planSample(), 'b.md': letterSample(), 'a.docx': 'của tôi' });
    const ran = await run('--to', 'docx', '.');
    assert.equal(ran.status, 2);
    assert.match(ran.err, /^vanban: a\.docx đã có; thêm --force để ghi đè\n$/u);
    assert.equal(readFileSync(join(folder.path, 'a.docx'), 'utf8'), 'của tôi');
    assert.ok(bytes('b.docx').startsWith('PK'));
    assert.equal((await run('--to', 'docx', '--force', 'a.md')).status, 0);
    assert.ok(bytes('a.docx').startsWith('PK'));
  });

  it('never lets two documents of one run share a file, not even when told to overwrite', async () => {
    given({ 'x/a.md': planSample(), 'y/A.md': letterSample() });
    const ran = await run('--to', 'docx', '--force', '-o', 'ra', 'x/a.md', 'y/A.md');
    assert.equal(ran.status, 2);
    assert.match(ran.err, /hai văn bản cùng ghi/u);
    assert.equal(there().length, 1);
  });

  it('leaves nothing half written where it cannot write', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    given({ 'a.md': planSample(), 'khóa/b.md': letterSample() });
    chmodSync(join(folder.path, 'khóa'), 0o500);
    const ran = await run('--to', 'docx', '.');
    chmodSync(join(folder.path, 'khóa'), 0o700);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /^vanban: không ghi được khóa\/b\.docx: không có quyền ghi ở đây\n$/u);
    assert.deepEqual(there(), ['a.docx']);
  });

  it('says why where a file or a folder is in the way', async () => {
    given({ 'a.md': planSample(), tệp: 'x', 'a.docx/x.txt': 'x' });
    const inFile = await run('--to', 'docx', '-o', 'tệp/trong', 'a.md');
    assert.equal(inFile.status, 2);
    assert.match(inFile.err, /là tên một tệp\n$/u);
    const ran = await run('--to', 'docx', '--force', 'a.md');
    assert.equal(ran.status, 2);
    assert.match(ran.err, /a\.docx: đã có thư mục tên này\n$/u);
    assert.deepEqual(there(), ['a.docx']);
  });

  it('says which pictures are missing, by line, and never reads one from outside', async () => {
    const body =
      'Như sau:\n\n![Có](anh/co.png)\n\n![Mất](mất.png)\n\n![Ngoài](../../bi-mat.png)\n\nHết./.';
    given({ 'vb/a.md': planSample({ body }), 'vb/anh/co.png': pixel });
    const ran = await run('--to', 'html', 'vb/a.md');
    assert.equal(ran.status, 1);
    assert.match(ran.err, /vb\/a\.md:\d+: không đọc được ảnh mất\.png/u);
    assert.match(ran.err, /bi-mat\.png/u);
    assert.equal((bytes('vb/a.html').match(/<image /gu) ?? []).length, 1);
  });

  it('tells a named file that it holds no document, or is no text', async () => {
    given({ 'README.md': '# x', 'cũ.md': Buffer.from([0xff, 0xfe, 0x00]) });
    const ran = await run('--to', 'docx', 'README.md', 'cũ.md', 'không có.md');
    assert.equal(ran.status, 2);
    for (const words of [
      'README.md: chưa nhận ra',
      'cũ.md: không phải văn bản UTF-8',
      'không có.md',
    ]) {
      assert.ok(ran.err.includes(words), ran.err);
    }
    assert.deepEqual(there(), []);
  });

  it('lays out by the office’s choices', async () => {
    given({
      '.vanban/config.yml': 'layout:\n  size: 13\n',
      'a.md': planSample(),
      'b/a.md': planSample(),
    });
    await run('--to', 'docx', 'a.md');
    const small = bytes('a.docx');
    folder.remove();
    given({ 'a.md': planSample() });
    await run('--to', 'docx', 'a.md');
    assert.ok(small !== bytes('a.docx'));
  });

  it('shows a watching person how far it is, and cleans up behind', async () => {
    given({ 'a.md': planSample(), 'b.md': letterSample() });
    const args = ['export', '--to', 'docx', '.'];
    const { err } = await vanban(folder.path, args, { watched: true });
    assert.ok(err.includes('[1/2] a.md') && err.includes('[2/2] b.md'), err);
    assert.ok(err.endsWith('\r\u001B[K'));
  });

  it('refuses what it does not know in one line', async () => {
    given({ 'a.md': planSample() });
    for (const args of [
      ['a.md'],
      ['--to', 'odt', 'a.md'],
      ['--to', 'pdf'],
      ['--to', 'pdf', '--x'],
    ]) {
      const ran = await run(...args);
      assert.equal(ran.status, 2);
      assert.match(ran.err, /^vanban: [^\n]+\n$/u);
    }
    const bare = await vanban(folder.path, ['export', '--to', 'pdf', 'a.md']);
    assert.match(bare.err, /thiếu bộ dàn trang/u);
    assert.ok(!existsSync(join(folder.path, 'a.pdf')));
  });
});
