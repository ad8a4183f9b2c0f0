import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Report } from '../../../server/cli/report.ts';
import { planSample, letterSample } from '../../../server/rules/samples.ts';
import { Folder, vanban } from '../../support/commandLine.ts';
import schema from './lintOutput.schema.json' with { type: 'json' };

const enDashes = '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc**';
const noSuchDay = 'Hội nghị tổ chức ngày 31/9/2026./.';
const readme = '# Công cụ\n\n1. Cài đặt\n2. Chạy\n';

describe('vanban lint', () => {
  let folder: Folder;
  const given = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    folder = new Folder(files);
  };
  const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
  const lintJson = async (...args: string[]): Promise<Report> =>
    JSON.parse((await vanban(folder.path, ['lint', '--format', 'json', ...args])).out) as Report;
  afterEach(() => folder.remove());

  it('exits with 0 where there is no error and 1 where there is', async () => {
    given({ 'sound.md': planSample(), 'wrong.md': planSample({ nation: enDashes }) });
    assert.equal((await vanban(folder.path, ['lint', 'sound.md'])).status, 0);
    assert.equal((await vanban(folder.path, ['lint', 'wrong.md'])).status, 1);
  });

  it('writes JSON of the promised shape', async () => {
    given({ 'a.md': planSample({ nation: enDashes }), 'b/c.md': letterSample() });
    const report = await lintJson('.');
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ['a.md', 'b/c.md'],
    );
    const [plan] = report.files[0]?.documents ?? [];
    assert.equal(plan?.type, 'ke-hoach');
    assert.equal(plan?.number, '15/KH-UBND');
    assert.equal(plan?.date, '2026-03-05');
    assert.equal(plan?.title, 'Tổ chức Ngày hội đọc sách năm 2026');
    const found = report.files[0]?.diagnostics.find(({ rule }) => rule === 'national-title');
    assert.deepEqual(found?.range.start.line, 4);
    assert.equal(report.summary.files, 2);
    assert.equal(report.summary.documents, 2);
  });

  it('says null for what a draft leaves blank', async () => {
    given({
      'a.md': planSample({
        number: 'Số:      /KH-UBND',
        place: '*Hòa Bình, ngày    tháng 3 năm 2026*',
      }),
    });
    const [document] = (await lintJson('a.md')).files[0]?.documents ?? [];
    assert.equal(document?.number, null);
    assert.equal(document?.date, null);
  });

  it('leaves what holds no administrative document out of a folder, and counts it', async () => {
    given({ 'plan.md': planSample(), 'README.md': readme, 'notes/x.md': 'một', 'a.txt': 'hai' });
    const { files, summary } = await lintJson('.');
    assert.deepEqual(
      files.map(({ path }) => path),
      ['plan.md'],
    );
    assert.equal(summary.skipped, 2);
  });

  it('takes files, folders and patterns, each file once and in order', async () => {
    given({ 'b.md': planSample(), 'x/a.md': planSample(), 'x/y/z.md': planSample() });
    const { files } = await lintJson('x/**/*.md', 'b.md', 'x');
    assert.deepEqual(
      files.map(({ path }) => path),
      ['b.md', 'x/a.md', 'x/y/z.md'],
    );
  });

  it('never walks into hidden folders and packages', async () => {
    given({ '.git/a.md': planSample(), 'node_modules/p/a.md': planSample(), 'a.md': planSample() });
    assert.equal((await lintJson('.')).files.length, 1);
  });

  it('reads standard input under the name it is given', async () => {
    given({});
    const ran = await vanban(
      folder.path,
      ['lint', '--stdin', '--stdin-filename', 'kh.vb.md', '--format', 'json'],
      { input: planSample({ nation: enDashes }) },
    );
    assert.equal(ran.status, 1);
    assert.equal((JSON.parse(ran.out) as Report).files[0]?.path, 'kh.vb.md');
  });

  it('shows errors alone when quiet, yet counts warnings against the limit', async () => {
    given({ 'a.md': planSample({ nation: enDashes }) });
    const { files } = await lintJson('--quiet', 'a.md');
    assert.ok(files[0]?.diagnostics.every(({ severity }) => severity === 'error'));
    given({
      'a.md': planSample(),
      'config.json': '{"rules": {"national-title": "warning"}}',
      'b.md': planSample({ nation: enDashes }),
    });
    const args = ['lint', '--config', 'config.json', '--quiet', 'b.md'];
    assert.equal((await vanban(folder.path, args)).status, 0);
    assert.equal((await vanban(folder.path, [...args, '--max-warnings', '0'])).status, 1);
  });

  it('follows a config file in JSON or YAML', async () => {
    given({
      'a.md': planSample({ nation: enDashes }),
      'off.json': '{"rules": {"national-title": "off"}}',
      'en.yaml': 'language: en\nrules:\n  national-title: hint\n',
      'wrong.yaml': 'rules:\n  national-title: loud\n',
      'broken.yaml': 'rules: [',
    });
    assert.deepEqual((await lintJson('--config', 'off.json', 'a.md')).files[0]?.diagnostics, []);
    const [found] = (await lintJson('--config', 'en.yaml', 'a.md')).files[0]?.diagnostics ?? [];
    assert.equal(found?.severity, 'hint');
    const wrong = await vanban(folder.path, ['lint', '--config', 'wrong.yaml', 'a.md']);
    assert.equal(wrong.status, 1);
    assert.match(wrong.err, /wrong\.yaml:2:19: /u);
    assert.equal(
      (await vanban(folder.path, ['lint', '--config', 'broken.yaml', 'a.md'])).status,
      2,
    );
    assert.equal((await vanban(folder.path, ['lint', '--config', 'none.yaml', 'a.md'])).status, 2);
  });

  it('follows the files that a named config names, and tells which are not there', async () => {
    const rules = `rules:
  - id: nha/dong-chi
    kind: term
    write: đ/c
    message: Viết đủ đồng chí
    bad: Giao đ/c Nam.
`;
    given({
      'a.md': planSample({ body: 'Giao đ/c Nam theo dõi./.' }),
      'khac/config.yml': 'house:\n  - nha.yml\n  - thieu.yml\n',
      'khac/nha.yml': rules,
      'sai.yml': 'house: sai-quy-tac.yml\n',
      'sai-quy-tac.yml': rules.replace('kind: term', 'kind: từ'),
    });
    const { err } = await vanban(folder.path, ['lint', '--config', 'khac/config.yml', 'a.md']);
    assert.match(err, /khac\/config\.yml:3:5: .*thieu\.yml/u);
    const found = (await lintJson('--config', 'khac/config.yml', 'a.md')).files[0]?.diagnostics;
    assert.ok(found?.some(({ rule }) => rule === 'nha/dong-chi'));
    const wrong = await vanban(folder.path, ['lint', '--config', 'sai.yml', 'a.md']);
    assert.match(wrong.err, /sai-quy-tac\.yml:3:11: /u);
  });

  it('takes the register nearest above each file', async () => {
    const row = (day: string): string =>
      `"Số, ký hiệu",Ngày ban hành,Cơ quan,Trích yếu\n58/KH-SNV,${day},Sở Nội vụ,kiểm tra văn thư\n`;
    const text = planSample({
      bases: '',
      body: 'Theo Kế hoạch số 58/KH-SNV ngày 09/01/2026 của Sở Nội vụ./.',
    });
    given({
      '.vanban/register.csv': row('19/01/2026'),
      'a.md': text,
      'xa/.vanban/config.yml': '',
      'xa/b.md': text,
      'phuong/.vanban/register.csv': row('09/01/2026'),
      'phuong/c.md': text,
    });
    const { files } = await lintJson('a.md', 'xa/b.md', 'phuong/c.md');
    assert.deepEqual(
      files.map(({ path, diagnostics }) => [
        path,
        diagnostics.some(({ rule }) => rule === 'citation-register'),
      ]),
      [
        ['a.md', true],
        ['phuong/c.md', false],
        ['xa/b.md', true],
      ],
    );
  });

  it('fixes what is safe and leaves every other byte as it was', async () => {
    const before = `\uFEFF${planSample({ nation: enDashes })}`.replaceAll('\n', '\r\n');
    given({ 'a.md': before, 'b.md': planSample() });
    chmodSync(join(folder.path, 'a.md'), 0o640);
    const untouched = statSync(join(folder.path, 'b.md')).mtimeMs;
    const ran = await vanban(folder.path, ['lint', '--fix', '.']);
    assert.equal(ran.status, 0, ran.out);
    assert.equal(read('a.md'), before.replaceAll(' – ', ' - '));
    assert.equal(statSync(join(folder.path, 'a.md')).mode & 0o777, 0o640);
    assert.equal(statSync(join(folder.path, 'b.md')).mtimeMs, untouched);
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.md', 'b.md']);
  });

  it('only shows what it would fix on a dry run', async () => {
    const before = planSample({ nation: enDashes });
    given({ 'a.md': before });
    const ran = await vanban(folder.path, ['lint', '--fix-dry-run', 'a.md']);
    assert.equal(read('a.md'), before);
    assert.match(ran.out, /- Độc lập – Tự do – Hạnh phúc/u);
    assert.match(ran.out, /\+ Độc lập - Tự do - Hạnh phúc/u);
  });

  it('counts columns as editors do when a byte order mark stands first', async () => {
    given({
      'a.md': planSample({ nation: enDashes }),
      'b.md': `\uFEFF${planSample({ nation: enDashes })}`,
    });
    const { files } = await lintJson('.');
    assert.deepEqual(files[0]?.diagnostics, files[1]?.diagnostics);
  });

  it('says in one line what it cannot read, and checks the rest', async () => {
    given({ 'bad.md': Uint8Array.of(0xff, 0xfe, 0x41, 0), 'a.md': planSample() });
    const ran = await vanban(folder.path, ['lint', 'bad.md', 'none.md', 'a.md']);
    assert.equal(ran.status, 2);
    assert.equal(ran.err.trimEnd().split('\n').length, 2);
    assert.match(ran.out, /1 tệp, 1 văn bản/u);
  });

  it('refuses a wrong command line in one line', async () => {
    given({ 'a.md': planSample() });
    const wrong = [
      ['lint'],
      ['lint', '--nope', 'a.md'],
      ['lint', '--format', 'xml', 'a.md'],
      ['lint', '--fix', '--fix-dry-run', 'a.md'],
      ['lint', '--fix', '--stdin'],
      ['lint', '--stdin', 'a.md'],
      ['lint', '--max-warnings', '-1', 'a.md'],
      ['lint', '--jobs', '0', 'a.md'],
      ['explain'],
      ['explain', 'no-such-rule'],
      ['rules', 'a'],
      ['export', 'a.md'],
      ['export', '--to', 'odt', 'a.md'],
      ['import'],
      ['new', '--type', 'no-such-type'],
      ['what'],
      [],
    ];
    for (const args of wrong) {
      const ran = await vanban(folder.path, args);
      assert.equal(ran.status, 2, args.join(' '));
      assert.equal(ran.out, '', args.join(' '));
      assert.equal(ran.err.trimEnd().split('\n').length, 1, args.join(' '));
    }
  });

  it('speaks one language at a time', async () => {
    given({ 'a.md': planSample({ nation: enDashes }) });
    const ran = await vanban(folder.path, ['lint', 'a.md'], { language: 'en' });
    assert.match(ran.out, /1 files, 1 documents/u);
  });

  it('writes SARIF, GitHub and JUnit reports with places from one', async () => {
    given({ 'a,b.md': planSample({ nation: enDashes }) });
    const github = await vanban(folder.path, ['lint', '--format', 'github', 'a,b.md']);
    assert.match(github.out, /^::error file=a%2Cb\.md,line=5,endLine=\d+,col=1,/mu);
    const junit = await vanban(folder.path, ['lint', '--format', 'junit', 'a,b.md']);
    assert.match(junit.out, /<testcase classname="a,b\.md" name="national-title \(5:1\)">/u);
    const sarif = JSON.parse(
      (await vanban(folder.path, ['lint', '--format', 'sarif', 'a,b.md'])).out,
    ) as {
      readonly runs: readonly {
        readonly results: readonly {
          readonly ruleId: string;
          readonly locations: readonly {
            readonly physicalLocation: { readonly region: { readonly startLine: number } };
          }[];
        }[];
      }[];
    };
    const result = sarif.runs[0]?.results.find(({ ruleId }) => ruleId === 'national-title');
    assert.equal(result?.locations[0]?.physicalLocation.region.startLine, 5);
  });

  it('reports a day that the calendar has not', async () => {
    given({ 'a.md': planSample({ body: `${noSuchDay}` }) });
    const { files } = await lintJson('a.md');
    assert.ok(files[0]?.diagnostics.some(({ rule }) => rule === 'date-invalid'));
  });
});
