import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Uri as EditorUri } from 'vscode';
import type { Exchange } from '../../../../client/exchange/exchange.ts';
import type {
  ExportParams,
  ExportResult,
  ImportParams,
  ImportResult,
} from '../../../../server/features/exchangeProtocol.ts';
import type * as vscodeStandIn from '../../../support/vscodeStandIn.ts';
import { withStandIn } from '../../../support/withStandIn.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('files handed over in the editor', () => {
  let folder = '';
  let Uri: typeof vscodeStandIn.Uri;
  let person: typeof vscodeStandIn.person;
  let newPerson: typeof vscodeStandIn.newPerson;
  let newExchange: (answer: (params: ExportParams & ImportParams) => unknown) => Exchange;
  const uri = (name: string): EditorUri => Uri.file(join(folder, name)) as unknown as EditorUri;
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  /** A file named `*-hai.md` holds two documents. */
  const exporting = (): Exchange =>
    newExchange((params): ExportResult => {
      const name = decodeURI(params.uri).replace(/.*\//u, '');
      const suffixes = name.endsWith('-hai.md') ? ['-1', '-2'] : [''];
      const files = suffixes.map((suffix) => ({ suffix, base64: base64(`${name}${suffix}`) }));
      return { files, told: [] };
    });
  const importing = (): Exchange =>
    newExchange(({ pictures }): ImportResult => ({
      markdown: 'chữ mới',
      pictures: [
        { path: `${pictures}/anh-1.png`, base64: base64('ảnh mới') },
        { path: `${pictures}/anh-2.png`, base64: base64('ảnh hai') },
      ],
      told: [],
    }));

  before(async () => {
    ({ Uri, person, newPerson } = await withStandIn());
    const loaded = await import('../../../../client/exchange/exchange.ts');
    newExchange = (answer) =>
      new loaded.Exchange({
        request: (_method: string, params: ExportParams & ImportParams) =>
          Promise.resolve(answer(params)),
        note: () => undefined,
        warn: () => undefined,
        showOutput: () => undefined,
      } as never);
  });
  beforeEach(() => {
    newPerson();
    folder = mkdtempSync(join(tmpdir(), 'vanban-exchange-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('asks before it replaces what a further document of several files would go to', async () => {
    write('a-hai-1.docx', 'quý');
    const written = await exporting().export('docx', [uri('a-hai.md'), uri('b.md')]);
    assert.deepEqual(person.asked, [
      { message: '1 tệp đã có. Ghi đè lên?', modal: true, detail: 'a-hai-1.docx' },
    ]);
    assert.equal(read('a-hai-1.docx'), 'quý');
    assert.deepEqual(readdirSync(folder), ['a-hai-1.docx', 'b.docx']);
    assert.deepEqual(
      written.map((each) => each.path),
      [join(folder, 'b.docx')],
    );
    assert.deepEqual(person.told, ['Đã ghi b.docx. a-hai.md: không ghi, để giữ nguyên tệp đã có']);
  });

  it('asks once about each file, and replaces it then', async () => {
    for (const name of ['a.docx', 'b.docx', 'c-hai-2.docx']) write(name, 'cũ');
    person.answer = 'Ghi đè';
    await exporting().export('docx', [uri('a.md'), uri('b.md'), uri('c-hai.md')]);
    assert.deepEqual(
      person.asked.map(({ detail }) => detail),
      ['a.docx\nb.docx', 'c-hai-2.docx'],
    );
    assert.deepEqual(['a.docx', 'b.docx', 'c-hai-2.docx'].map(read), [
      'a.md',
      'b.md',
      'c-hai.md-2',
    ]);
  });

  it('asks about further documents beside a chosen place too', async () => {
    write('nơi khác-2.pdf', 'quý');
    person.saves = Uri.file(join(folder, 'nơi khác.pdf'));
    assert.deepEqual(await exporting().export('pdf', [uri('a-hai.md')]), []);
    assert.equal(person.asked[0]?.detail, 'nơi khác-2.pdf');
    assert.deepEqual(readdirSync(folder), ['nơi khác-2.pdf']);
  });

  it('loses none of two documents that would go into one file, and says so', async () => {
    const chosen = ['a.md', 'a.vb.md', 'A.md', 'b.md', 'b.md'].map(uri);
    const written = await exporting().export('docx', chosen);
    assert.equal(read('a.docx'), 'a.md');
    assert.equal(written.length, 2);
    assert.deepEqual(readdirSync(folder).sort(), ['a.docx', 'b.docx']);
    assert.match(person.told[0] ?? '', /a\.vb\.md: không ghi, vì hai tệp cùng ghi vào a\.docx/u);
    assert.match(person.told[0] ?? '', /A\.md: không ghi, vì hai tệp cùng ghi vào A\.docx/u);
  });

  it('asks before an import replaces pictures', async () => {
    mkdirSync(join(folder, 'a-hinh'));
    write('a-hinh/anh-1.png', 'quý');
    write('a.docx', 'Word');
    assert.deepEqual(await importing().import([uri('a.docx')]), []);
    assert.equal(person.asked[0]?.detail, 'anh-1.png');
    assert.deepEqual(readdirSync(folder), ['a-hinh', 'a.docx']);
    assert.equal(read('a-hinh/anh-1.png'), 'quý');
    person.answer = 'Ghi đè';
    assert.equal((await importing().import([uri('a.docx')])).length, 1);
    assert.equal(read('a-hinh/anh-1.png'), 'ảnh mới');
    assert.equal(read('a.md'), 'chữ mới');
  });

  it('replaces no picture where the text cannot be written', async () => {
    mkdirSync(join(folder, 'a-hinh'));
    write('a-hinh/anh-1.png', 'quý');
    write('a.docx', 'Word');
    writeFileSync(join(folder, 'a.md'), 'cũ', { mode: 0o444 });
    person.answer = 'Ghi đè';
    assert.deepEqual(await importing().import([uri('a.docx')]), []);
    assert.deepEqual(person.told, ['a.docx: tệp chỉ cho đọc']);
    assert.deepEqual(readdirSync(join(folder, 'a-hinh')), ['anh-1.png']);
    assert.equal(read('a-hinh/anh-1.png'), 'quý');
    assert.equal(read('a.md'), 'cũ');
  });

  it('leaves what is read-only alone where files are not on the disk, too', async () => {
    writeFileSync(join(folder, 'ro.docx'), 'cũ', { mode: 0o444 });
    for (const name of ['ro.docx', 'mới.docx']) {
      person.saves = Uri.elsewhere(join(folder, name));
      await exporting().export('docx', [uri('a.md')]);
    }
    assert.deepEqual(person.told, ['a.md: tệp chỉ cho đọc', 'Đã ghi mới.docx.']);
    assert.deepEqual(readdirSync(folder).sort(), ['mới.docx', 'ro.docx']);
  });

  it('imports .docm as .docx, also from a folder, and passes over Word’s own lock files', async () => {
    for (const name of ['a.docm', 'B.DOCX', '~$a.docm', 'thư.doc']) write(name, 'Word');
    person.opens = [Uri.file(join(folder, 'a.docm'))];
    const written = await importing().import([]);
    assert.deepEqual(
      written.map((each) => each.path),
      [join(folder, 'a.md')],
    );
    rmSync(join(folder, 'a.md'));
    rmSync(join(folder, 'a-hinh'), { recursive: true });
    await importing().import([uri(''), uri('a.docm')]);
    const made = readdirSync(folder).filter((name) => !/\.doc[xm]?$/iu.test(name));
    assert.deepEqual(made.sort(), ['B-hinh', 'B.md', 'a-hinh', 'a.md']);
  });

  it('tells that there is nothing to import, unless the person took it back', async () => {
    write('thư.doc', 'Word');
    await importing().import([uri('thư.doc')]);
    assert.deepEqual(person.told, ['Không có tệp Word (.docx, .docm) nào để nhập.']);
    await importing().import([]);
    assert.equal(person.told.length, 1);
  });

  it('takes no notice of what a key was bound with', async () => {
    exporting().register();
    const run = person.commands.get('vanban.export.docx');
    for (const given of ['file:///x.md', {}, 7, null]) await run?.(given, [given]);
    assert.deepEqual(new Set(person.told), new Set(['Hãy chọn một tệp Markdown để xuất.']));
    await run?.(uri('a.md'), [uri('a.md'), {}, uri('b.md')]);
    assert.deepEqual(readdirSync(folder).sort(), ['a.docx', 'b.docx']);
  });
});
