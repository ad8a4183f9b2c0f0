import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, vanban } from '../../support/commandLine.ts';

describe('vanban register', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({ 'log.csv': 'Số VB,Ngày BH,Trích yếu\n12/KH-UBND,10/02/2026,về đọc\n' });
  });
  afterEach(() => folder.remove());
  const register = (...args: string[]): ReturnType<typeof vanban> =>
    vanban(folder.path, ['register', ...args]);
  const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

  it('adds a document once', async () => {
    const args = ['add', '--number', '5/QĐ-UBND', '--date', '1/2/2026', '--subject', 'về việc x'];
    assert.equal((await register(...args)).status, 0);
    assert.match(read('.vanban/register.csv'), /^05\/QĐ-UBND,quyet-dinh,2026-02-01,,về việc x,/mu);
    const again = await register(...args);
    assert.match(again.out, /đã có/u);
    assert.equal(read('.vanban/register.csv').split('\n').length, 3);
  });

  it('refuses what is no document, and says why', async () => {
    const ran = await register('add', '--number', 'abc', '--date', '1/2/2026');
    assert.equal(ran.status, 2);
    assert.match(ran.err, /abc/u);
    assert.equal((await register('add', '--number', '5/QĐ-UBND')).status, 2);
    assert.equal((await register()).status, 2);
    assert.ok(!existsSync(join(folder.path, '.vanban')));
  });

  it('imports into the register that it finds above, and only what is new', async () => {
    folder.write('.vanban/register.csv', 'number,date,note\n1/KH-UBND,01/01/2026,giữ nguyên\n');
    folder.write('deep/x.md', '');
    const first = await vanban(join(folder.path, 'deep'), ['register', 'import', '../log.csv']);
    assert.equal(first.status, 0, first.err);
    const text = read('.vanban/register.csv');
    assert.match(text, /^1\/KH-UBND,01\/01\/2026,giữ nguyên$/mu);
    assert.match(text, /^12\/KH-UBND,2026-02-10,/mu);
    const second = await register('import', 'log.csv');
    assert.match(second.out, /nhập 0 .* 1 đã có sẵn, 0 bị từ chối/u);
    assert.equal(read('.vanban/register.csv'), text);
  });

  it('maps columns by name', async () => {
    folder.write('odd.csv', 'Mã;Lúc\n12/KH-UBND;10/02/2026\n');
    assert.equal((await register('import', 'odd.csv')).status, 1);
    const ran = await register('import', 'odd.csv', '--map', 'Mã=number,Lúc=date', '-o', 'out.csv');
    assert.equal(ran.status, 0, ran.err);
    assert.match(read('out.csv'), /^12\/KH-UBND,ke-hoach,2026-02-10/mu);
    assert.equal((await register('import', 'odd.csv', '--map', 'Mã=nummer')).status, 2);
  });

  it('overwrites no other file unless told to', async () => {
    folder.write('kept.csv', 'mine');
    const refused = await register('import', 'log.csv', '-o', 'kept.csv');
    assert.equal(refused.status, 2);
    assert.equal(read('kept.csv'), 'mine');
    assert.equal((await register('import', 'log.csv', '-o', 'kept.csv', '--force')).status, 0);
    assert.match(read('kept.csv'), /12\/KH-UBND/u);
  });

  it('checks a register line by line', async () => {
    const bad = 'number,date\n12/KH-UBND,10/02/2026\n12/KH-UBND,10/02/2026\n?,x\n';
    folder.write('.vanban/register.csv', bad);
    const ran = await register('check');
    assert.equal(ran.status, 1);
    assert.match(ran.out, /^\.vanban\/register\.csv:3: .*dòng 2/mu);
    assert.match(ran.out, /^\.vanban\/register\.csv:4: /mu);
    assert.equal((await register('check', 'log.csv')).status, 0);
    assert.equal((await register('check', 'none.csv')).status, 2);
  });
});
