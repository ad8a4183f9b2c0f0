import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readPictureIn } from '../../../server/pictureFiles.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { workspaceFiles } from '../../../server/workspaceFiles.ts';
import { Folder, vanban } from '../../support/commandLine.ts';

const main = fileURLToPath(new URL('../../../server/cli/main.ts', import.meta.url));

describe('what lies where a file is expected', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => {
    folder.remove();
  });

  it('never waits for a pipe, and goes on with the other files', async function () {
    if (process.platform === 'win32') this.skip();
    const pipe = join(folder.path, 'ống.md');
    folder.write('a.md', planSample());
    execFileSync('mkfifo', [pipe]);
    assert.equal(await workspaceFiles.read(pathToFileURL(pipe).href), undefined);
    assert.equal(await readPictureIn(folder.path, folder.path, 'ống.md'), undefined);
    const ran = await vanban(folder.path, ['lint', 'ống.md', 'a.md']);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /^vanban: không đọc được ống\.md: đây là đường ống/u);
    assert.match(ran.out, /1 tệp, 1 văn bản/u);
  });

  it('follows no link that a named folder holds, and the link that a person names', async () => {
    folder.write('ngoài/b.md', '# Không phải văn bản  của ta\n');
    mkdirSync(join(folder.path, 'trong'));
    const link = join(folder.path, 'trong', 'b.md');
    symlinkSync(join('..', 'ngoài', 'b.md'), link);
    const outside = readFileSync(join(folder.path, 'ngoài/b.md'));
    const walked = await vanban(folder.path, ['lint', '--fix', 'trong']);
    assert.match(walked.out, /^0 tệp/mu);
    assert.deepEqual(readFileSync(join(folder.path, 'ngoài/b.md')), outside);
    assert.equal(await workspaceFiles.read(pathToFileURL(link).href), undefined);
    const named = await vanban(folder.path, ['lint', 'trong/b.md']);
    assert.match(named.out, /^1 tệp/mu);
  });

  it('says in one line that the output cannot be written', function () {
    if (!existsSync('/dev/full')) this.skip();
    const ran = spawnSync(
      '/bin/sh',
      ['-c', `"${process.execPath}" --import tsx "${main}" rules > /dev/full`],
      { encoding: 'utf8' },
    );
    assert.equal(ran.status, 2);
    assert.equal(ran.stderr, 'vanban: không ghi được kết quả: đĩa đã đầy\n');
  });
});
