import { applied, switchedHead, type HeadForm } from '../../document/headForm/headForm.ts';
import { parseDocuments } from '../../document/parseDocuments.ts';
import { parseSource } from '../../source/parseSource.ts';
import type { Losses } from './losses.ts';
import { WordRefusal } from './refusal.ts';
import { unfolded } from './unfolded.ts';
import type { Loss } from './wordContent.ts';
import { readWordFile } from './wordFile.ts';
import { MarkdownWriter } from './wordMarkdown.ts';

/** A picture that lies beside the text. */
export interface ImportedPicture {
  /** As the text names it, from its own folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ImportedWord {
  readonly markdown: string;
  readonly pictures: readonly ImportedPicture[];
  /** What could not be carried over; empty when all was. */
  readonly losses: readonly Loss[];
}

/**
 * A Word file as Markdown: its words in the order in which they are read. Pictures are named below `folder`. With
 * `head` as front matter the head is declared where that says the same in every component. Throws a `WordRefusal` for what cannot be read, and nothing else.
 */
export function importWord(bytes: Uint8Array, folder: string, head: HeadForm): ImportedWord {
  try {
    return read(bytes, folder, head);
  } catch (error) {
    // more than the stack or one string holds
    if (error instanceof RangeError) throw new WordRefusal('too-large', error.message);
    throw error;
  }
}

function read(bytes: Uint8Array, folder: string, head: HeadForm): ImportedWord {
  const { blocks, notes, contactLine, parts, losses } = readWordFile(bytes);
  const pictures = new Map<string, ImportedPicture>();
  const place = (part: string): string | undefined => {
    const content = parts.get(part);
    const extension = /\.(?<name>png|jpe?g|gif)$/iu.exec(part)?.groups?.['name']?.toLowerCase();
    if (!content || extension === undefined) {
      losses.add('picture', part);
      return undefined;
    }
    const known = pictures.get(part);
    const path = known?.path ?? `${folder}/hinh-${pictures.size + 1}.${extension}`;
    pictures.set(part, { path, bytes: content });
    return path;
  };
  const flow = [...unfolded(blocks), ...(contactLine ? [contactLine] : [])];
  const writer = new MarkdownWriter(notes, place);
  const markdown = writer.write(flow);
  tellNotes(notes, writer.referredNotes, losses);
  return {
    markdown: head === 'frontMatter' ? declaredHead(markdown) : markdown,
    pictures: [...pictures.values()],
    losses: losses.list,
  };
}

function tellNotes(
  notes: ReadonlyMap<string, string>,
  referred: ReadonlySet<string>,
  losses: Losses,
): void {
  for (const [id, text] of notes) {
    if (text !== '' && !referred.has(id)) losses.add('note', text);
  }
  for (const id of referred) {
    if (!notes.has(id)) losses.add('noNote', '');
  }
}

function declaredHead(markdown: string): string {
  const documents = parseDocuments(parseSource(markdown));
  const [first] = documents;
  if (!first?.recognised || first.origin !== 'text') return markdown;
  const outcome = switchedHead(first, documents);
  return 'edits' in outcome ? applied(markdown, outcome.edits) : markdown;
}
