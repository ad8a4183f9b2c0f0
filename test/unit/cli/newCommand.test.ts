import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentTypes } from '../../../server/norms/documentTypes.ts';
import { lint } from '../../../server/lint/lint.ts';
import { vanban } from '../../support/commandLine.ts';

describe('vanban new', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vanban-new-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes the skeleton of a type, and never over a file', async () => {
    const first = await vanban(folder, ['new', '--type', 'to-trinh', '-o', 'a.md']);
    assert.equal(first.status, 0, first.err);
    const text = readFileSync(join(folder, 'a.md'), 'utf8');
    assert.ok(text.includes('**TỜ TRÌNH**'));
    const again = await vanban(folder, ['new', '--type', 'ke-hoach', '-o', 'a.md']);
    assert.equal(again.status, 2);
    assert.ok(again.err.includes('a.md'));
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), text);
  });

  it('takes a type by name or abbreviation, and lists the types for one it does not know', async () => {
    assert.equal((await vanban(folder, ['new', '--type', 'Báo cáo'])).status, 0);
    assert.equal((await vanban(folder, ['new', '--type', 'TTr'])).status, 0);
    for (const args of [['new'], ['new', '--type', 'thu-tay']]) {
      const ran = await vanban(folder, args);
      assert.equal(ran.status, 2);
      for (const { id } of documentTypes) assert.ok(ran.err.includes(id), id);
    }
  });

  it('fills in the office’s profile', async () => {
    const profile = [
      'cơ quan chủ quản: Ủy ban nhân dân tỉnh Phú Thọ',
      'cơ quan: Sở Nội vụ',
      'ký hiệu: SNV',
      'địa danh: Phú Thọ',
      'chức vụ: Giám đốc',
      'người ký: Lê Thị Hoa',
    ];
    writeFileSync(join(folder, 'so.yml'), profile.join('\n'));
    for (const form of ['plain', 'frontMatter']) {
      const args = ['new', '--type', 'bao-cao', '--profile', 'so.yml', '--form', form];
      const { out, status, err } = await vanban(folder, args);
      assert.equal(status, 0, err);
      assert.ok(out.includes('/BC-SNV'));
      assert.ok(out.includes('**GIÁM ĐỐC**\n\n**Lê Thị Hoa**'));
      const reports = lint(out).diagnostics.filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(reports, []);
    }
  });

  it('says where a profile is no YAML, in words', async () => {
    const broken: Readonly<Record<string, RegExp>> = {
      'cơ quan: Sở\nđịa danh: "Phú Thọ': /so\.yml:2:19: Thiếu dấu/u,
      'cơ quan: Sở\n\tđịa danh: Phú Thọ': /so\.yml:2:1: YAML không thụt dòng bằng Tab/u,
      'cơ quan: Sở\ncơ quan: Ban': /so\.yml:2:1: Khóa này đã có/u,
      'cơ quan: Sở\nđịa danh: [a, b]': /so\.yml:2:1: “địa danh” không dùng được/u,
      '- a': /so\.yml:1:1: cần các dòng/u,
      '': /so\.yml:1:1: cần các dòng/u,
      [`cơ quan: ${'['.repeat(500)}`]: /so\.yml:1:\d+: Quá nhiều giá trị/u,
      'a: &a [x,x]\nb: *a': /so\.yml:1:1: “a” không dùng được/u,
    };
    for (const [text, said] of Object.entries(broken)) {
      writeFileSync(join(folder, 'so.yml'), text);
      const ran = await vanban(folder, ['new', '--type', 'bao-cao', '--profile', 'so.yml']);
      assert.equal(ran.status, 2);
      assert.match(ran.err, said);
      assert.doesNotMatch(ran.err, /[A-Z]+_[A-Z]+/u);
    }
  });

  it('refuses a profile that it cannot use', async () => {
    writeFileSync(join(folder, 'so.yml'), 'tên: Sở Nội vụ');
    for (const name of ['so.yml', 'khong-co.yml']) {
      const ran = await vanban(folder, ['new', '--type', 'bao-cao', '--profile', name]);
      assert.equal(ran.status, 2);
      assert.ok(ran.err.includes(name));
    }
  });
});
