import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../../server/cli/textFile.ts';
import { readRegular, readRegularNow } from '../../../server/regularFile.ts';
import { Folder } from '../../support/commandLine.ts';

/** What the standard's decoder makes of bytes, byte order mark and all; undefined of what is no UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

describe('a file’s text', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array(),
    fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
    fc.string().map((text) => new TextEncoder().encode(`\uFEFFSố ${text}`)),
  );

  it('is what the standard’s decoder makes of its bytes, a part of a longer buffer as well', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(9), (bytes, before) => {
        const buffer = new Uint8Array(before + bytes.length + 3);
        buffer.set(bytes, before);
        const read = decode(buffer.subarray(before, before + bytes.length));
        assert.equal(read && (read.mark ? '\uFEFF' : '') + read.text, decoded(bytes));
      }),
    );
  });
});

describe('a regular file', () => {
  it('is read at once as it is read in steps, with the same refusals', async () => {
    const folder = new Folder({ 'a.md': 'Số: 12/QĐ-UBND\n', empty: '' });
    try {
      for (const [name, largest] of [
        ['a.md', 100],
        ['a.md', 3],
        ['empty', 0],
        ['none', 100],
        ['.', 100],
      ] as const) {
        const path = `${folder.path}/${name}`;
        const code = (error: unknown): string =>
          String((error as NodeJS.ErrnoException).code ?? error);
        const later = await readRegular(path, largest).then(
          (bytes) => Buffer.from(bytes).toString(),
          code,
        );
        let now: string;
        try {
          now = Buffer.from(readRegularNow(path, largest)).toString();
        } catch (error) {
          now = code(error);
        }
        assert.equal(now, later, `${name} ${largest}`);
      }
    } finally {
      folder.remove();
    }
  });
});
