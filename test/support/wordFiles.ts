import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import { documentProperties } from '../../server/output/documentProperties.ts';
import { wordDocument } from '../../server/output/docx/wordDocument.ts';
import { layOut } from '../../server/output/laidOut.ts';
import { parseSource } from '../../server/source/parseSource.ts';

/** The Word file that is exported for a text's first document. */
export async function exportedWord(text: string): Promise<Uint8Array> {
  const [document] = parseDocuments(parseSource(text));
  if (!document) throw new Error('no document');
  const { blocks, layout } = await layOut(document, {}, () => Promise.resolve(undefined));
  return wordDocument(blocks, layout, documentProperties(document));
}

/** The real Word files beside the repository; none where they are absent. */
export function sharedWordFiles(): readonly {
  readonly name: string;
  readonly bytes: Uint8Array;
}[] {
  return ['corpus/docx/', 'norm/nd30/'].flatMap((folder) => {
    const path = fileURLToPath(new URL(`../../../shared/${folder}`, import.meta.url));
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith('.docx'))
      .sort()
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path + name)) }));
  });
}
