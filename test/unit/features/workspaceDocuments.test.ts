import assert from 'node:assert/strict';
import {
  WorkspaceDocuments,
  type FirstReading,
} from '../../../server/features/workspaceDocuments.ts';
import { letterSample } from '../../../server/rules/samples.ts';
import { FileScanner } from '../../../server/workspace/fileScanner.ts';
import type { SavedText } from '../../../server/workspace/scanner.ts';

const letter = (number: number): string => letterSample({ number: `Số: ${number}/SNV-VP` });

/** A workspace of files in memory, as one session after another sees it. */
class Workspace {
  readonly files = new Map<string, { text: string; stamp: string }>();
  /** The addresses that a session read. */
  read: string[] = [];
  kept: string | undefined;

  write(uri: string, text: string, stamp: string): void {
    this.files.set(uri, { text, stamp });
  }

  /** One session: all is read, and written down. */
  async session(
    version = '1',
    isKept = true,
  ): Promise<{ reading: FirstReading; numbers: string[] }> {
    this.read = [];
    let written = (): void => undefined;
    const done = new Promise<void>((resolve) => (written = resolve));
    const store: SavedText = {
      read: () => Promise.resolve(this.kept),
      write: (text) => {
        this.kept = text;
        written();
        return Promise.resolve();
      },
    };
    let documents: WorkspaceDocuments | undefined;
    const reading = await new Promise<FirstReading>((readOnce) => {
      documents = new WorkspaceDocuments({
        read: () => Promise.resolve(undefined),
        openDocuments: () => undefined,
        now: () => performance.now(),
        changed: () => undefined,
        readOnce,
        fault: (error) => assert.fail(String(error)),
      });
      documents.start(['file:///w'], this.#scanner(version, store));
    });
    if (isKept) await done;
    const known = documents?.known('file:///w/x.md');
    const numbers = [1, 2, 3, 4].map((number) => `${number}/SNV-VP`);
    return { reading, numbers: numbers.filter((one) => known?.withNumber(one).length) };
  }

  #scanner(version: string, store: SavedText): FileScanner {
    const files = {
      list: () => Promise.resolve({ uris: [...this.files.keys()], isWhole: true }),
      read: (uri: string) => {
        this.read.push(uri);
        return Promise.resolve(this.files.get(uri)?.text);
      },
      stamp: (uri: string) => Promise.resolve(this.files.get(uri)?.stamp),
    };
    return new FileScanner(version, files, store);
  }
}

describe('the documents of a workspace', () => {
  it('are read once, and in the next session only where they changed', async () => {
    const workspace = new Workspace();
    for (const number of [1, 2, 3]) workspace.write(`file:///w/${number}.md`, letter(number), 'a');
    const first = await workspace.session();
    assert.deepEqual(first.numbers, ['1/SNV-VP', '2/SNV-VP', '3/SNV-VP']);
    assert.equal(workspace.read.length, 3);

    workspace.write('file:///w/2.md', letter(4), 'b');
    workspace.files.delete('file:///w/3.md');
    const second = await workspace.session();
    assert.deepEqual(second.numbers, ['1/SNV-VP', '4/SNV-VP']);
    assert.deepEqual(workspace.read, ['file:///w/2.md']);
    assert.deepEqual([second.reading.files, second.reading.known], [2, 1]);
  });

  it('are read again by another edition of the program, and where the index is damaged', async () => {
    const workspace = new Workspace();
    workspace.write('file:///w/1.md', letter(1), 'a');
    await workspace.session();
    await workspace.session('2');
    assert.equal(workspace.read.length, 1);
    workspace.kept = workspace.kept?.slice(0, -9);
    assert.deepEqual((await workspace.session('2')).numbers, ['1/SNV-VP']);
    assert.equal(workspace.read.length, 1);
    await workspace.session('2', false);
    assert.equal(workspace.read.length, 0);
  });
});
