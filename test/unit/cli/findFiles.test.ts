import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planSample } from '../../../server/rules/samples.ts';
import { Folder, vanban } from '../../support/commandLine.ts';

const text = planSample().replace('Độc lập - Tự do', 'Độc lập – Tự do');

describe('the files that operands stand for', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => {
    folder.remove();
  });

  for (const [typed, kept] of [
    ['NFC', 'NFD'],
    ['NFD', 'NFC'],
  ] as const) {
    it(`are found where the name is typed as ${typed} and kept as ${kept}`, async () => {
      const name = 'Kế hoạch số 1 (bản mới).md';
      folder.write(join('Tháng một'.normalize(kept), name.normalize(kept)), text);
      const operand = `Tháng một/${name}`.normalize(typed);
      const { status } = await vanban(folder.path, ['lint', '--fix', operand]);
      assert.equal(status, 0);
      const fixed = readFileSync(
        join(folder.path, 'Tháng một'.normalize(kept), name.normalize(kept)),
        'utf8',
      );
      assert.match(fixed, /Độc lập - Tự do/u);
    });
  }

  it('are found where each step of the path, or what a pattern stands for, has another form', async () => {
    folder.write(join('Tháng một'.normalize('NFD'), 'Kế hoạch 1.md'.normalize('NFC')), text);
    folder.write(join('Tháng hai'.normalize('NFC'), 'Kế hoạch 2.md'.normalize('NFD')), text);
    for (const operand of ['Tháng một/Kế hoạch 1.md', 'Tháng một/Kế*.md', '**/Kế hoạch 2.md']) {
      for (const form of ['NFC', 'NFD']) {
        const { out } = await vanban(folder.path, ['lint', operand.normalize(form)]);
        assert.match(out, /1 tệp, 1 văn bản/u, `${operand} ${form}`);
      }
    }
  });

  it('tell of a pattern that is none, and go on with the others', async () => {
    folder.write('a.md', text);
    const { status, out, err } = await vanban(folder.path, ['lint', '[z-a].md', '*.md']);
    assert.equal(status, 2);
    assert.match(out, /a\.md/u);
    assert.match(err, /\[z-a\]\.md: Khoảng “z-a”/u);
    assert.doesNotMatch(err, /trục trặc/u);
  });

  it('tell of a folder that cannot be read, and go on with the others', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    folder.write('a/b.md', text);
    folder.write('khóa/c.md', text);
    chmodSync(join(folder.path, 'khóa'), 0);
    const { status, out, err } = await vanban(folder.path, ['lint', '.']);
    chmodSync(join(folder.path, 'khóa'), 0o700);
    assert.equal(status, 2);
    assert.match(out, /a\/b\.md/u);
    assert.match(err, /không đọc được khóa: không có quyền đọc/u);
  });

  it('tell of a configuration that cannot be read, by its path', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    folder.write('a.md', text);
    folder.write('.vanban/config.yml', 'rules: {}\n');
    chmodSync(join(folder.path, '.vanban/config.yml'), 0);
    const { status, err } = await vanban(folder.path, ['lint', '.']);
    assert.equal(status, 2);
    assert.match(err, /không đọc được .*config\.yml: không có quyền đọc/u);
  });
});
