import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { planSample } from '../../../server/rules/samples.ts';
import { Folder, vanban, type Ran } from '../../support/commandLine.ts';

const add = ['register', 'add', '--number', '12/KH-UBND', '--date', '10/02/2026'];
const wrongPlan = planSample().replace('Độc lập - Tự do', 'Độc lập – Tự do');

describe('files of a folder from elsewhere', () => {
  let folder: Folder;
  const at = (name: string): string => join(folder.path, name);
  const run = (...args: string[]): Promise<Ran> => vanban(at('làm việc'), args);
  beforeEach(() => {
    folder = new Folder({ 'làm việc/a.md': wrongPlan, 'nhà/.bashrc': 'export A=1\n' });
  });
  afterEach(() => folder.remove());

  it('name no baseline to be written outside of the folder', async () => {
    for (const place of ['../nhà/tự chạy/x.yml', at('nhà/tự chạy/x.yml')]) {
      folder.write('làm việc/.vanban/config.yml', `baseline: ${JSON.stringify(place)}\n`);
      const ran = await run('baseline', 'write', '.');
      assert.equal(ran.status, 2);
      assert.match(ran.err, /nằm ngoài thư mục/u);
      assert.ok(!existsSync(at('nhà/tự chạy')));
      const named = await run('baseline', 'write', '--baseline', '../nhà/được.yml', '.');
      assert.equal(named.status, 0, named.err);
    }
    assert.ok(existsSync(at('nhà/được.yml')));
  });

  it('name a baseline inside of it, which is written', async () => {
    folder.write('làm việc/.vanban/config.yml', 'baseline: sổ/cũ.yml\n');
    assert.equal((await run('baseline', 'write', '.')).status, 0);
    assert.ok(existsSync(at('làm việc/sổ/cũ.yml')));
  });

  it('link to no file outside that would be written', async function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(at('làm việc/.vanban'));
    for (const [name, ...args] of [
      ['register.csv', ...add],
      ['baseline.yml', 'baseline', 'write', '.'],
    ] as const) {
      symlinkSync(at('nhà/.bashrc'), at(`làm việc/.vanban/${name}`));
      const ran = await run(...args);
      assert.equal(ran.status, 2, name);
      assert.equal(readFileSync(at('nhà/.bashrc'), 'utf8'), 'export A=1\n');
    }
  });

  it('are written to through no link in the place of .vanban', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync(at('nhà'), at('làm việc/.vanban'));
    const ran = await run(...add);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /nằm ngoài thư mục/u);
    assert.ok(!existsSync(at('nhà/register.csv')));
  });
});

describe('an empty word for a path', () => {
  it('is no path, rather than the whole folder', async () => {
    const folder = new Folder({ 'a.md': wrongPlan });
    for (const args of [
      ['lint', '--fix', ''],
      ['export', '--to', 'html', '-o', '', 'a.md'],
      ['import', ''],
    ]) {
      const ran = await vanban(folder.path, args);
      assert.equal(ran.status, 2);
      assert.equal(ran.err, 'vanban: đường dẫn rỗng\n');
    }
    assert.equal(readFileSync(join(folder.path, 'a.md'), 'utf8'), wrongPlan);
    folder.remove();
  });
});
