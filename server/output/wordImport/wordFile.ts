import { Losses } from './losses.ts';
import { WordRefusal } from './refusal.ts';
import { WordBody, type WordContext } from './wordBody.ts';
import {
  textOfParagraph,
  type Loss,
  type WordBlock,
  type WordContent,
  type WordParagraph,
} from './wordContent.ts';
import { WordNumbering } from './wordNumbering.ts';
import { WordStyleSheet } from './wordStyleSheet.ts';
import { wordParts } from './wordZip.ts';
import { child, elements, textOf as textOfElement, xmlTree, type XmlElement } from './xmlTree.ts';

export interface WordFile extends WordContent {
  /** The contact line of a file that this program wrote, from its first page's foot. */
  readonly contactLine: WordParagraph | undefined;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly losses: readonly Loss[];
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** What a Word file holds, in the order in which it is read. Throws a `WordRefusal`. */
export function readWordFile(bytes: Uint8Array): WordFile {
  const parts = wordParts(bytes);
  const main = relations(parts, '').find(({ kind }) => kind === 'officeDocument')?.target;
  const name = main ?? 'word/document.xml';
  const root = tree(parts, name);
  const body = child(root, 'w:body');
  if (!body) {
    throw new WordRefusal(
      parts.has('[Content_Types].xml') && main ? 'corrupt' : 'not-word',
      'no body',
    );
  }
  const related = relations(parts, name);
  const partOf = (kind: string): string | undefined =>
    related.find((relation) => relation.kind === kind)?.target;
  const losses = new Losses();
  if (/vbaProject/u.test(Buffer.from(bytes).toString('latin1'))) losses.add('macro', '');
  const context: WordContext = {
    styles: new WordStyleSheet(tree(parts, partOf('styles'))),
    comments: commentsOf(tree(parts, partOf('comments'))),
    numbering: new WordNumbering(tree(parts, partOf('numbering'))),
    targets: new Map(related.map(({ id, target }) => [id, target])),
    losses,
  };
  const reader = new WordBody(context);
  const blocks = reader.blocks(body);
  const notes = new Map([
    ...notesOf(tree(parts, partOf('footnotes')), reader, ''),
    ...notesOf(tree(parts, partOf('endnotes')), reader, 'e'),
  ]);
  const contactLine = headersAndFooters(parts, related, reader, losses);
  return { blocks, notes, contactLine, parts, losses: losses.list };
}

function tree(
  parts: ReadonlyMap<string, Uint8Array>,
  name: string | undefined,
): XmlElement | undefined {
  const part = name === undefined ? undefined : parts.get(name);
  return part && xmlTree(part);
}

/** What a part refers to inside the package; `` is the package itself. */
function relations(parts: ReadonlyMap<string, Uint8Array>, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const root = tree(parts, `${folder}_rels/${part.slice(slash)}.rels`);
  return (root ? elements(root) : []).flatMap(({ attributes }) => {
    const { Id: id, Type: type, Target: target } = attributes;
    if (id === undefined || type === undefined || target === undefined) return [];
    if (attributes['TargetMode'] === 'External') return [];
    const kind = type.slice(type.lastIndexOf('/') + 1);
    return [{ id, kind, target: target.startsWith('/') ? target.slice(1) : folder + target }];
  });
}

/** What the comments say, by their ids. */
function commentsOf(root: XmlElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    (root ? elements(root) : []).map((comment) => [
      comment.attributes['w:id'] ?? '',
      elements(comment).map(textOfElement).join(' '),
    ]),
  );
}

function notesOf(
  root: XmlElement | undefined,
  reader: WordBody,
  prefix: string,
): readonly (readonly [string, string])[] {
  return (root ? elements(root) : []).flatMap((note) => {
    const { 'w:id': id, 'w:type': type } = note.attributes;
    if (id === undefined || (type !== undefined && type !== 'normal')) return [];
    const paragraphs = reader.blocks(note).map((block) => textOf([block]));
    const text = paragraphs.filter((each) => each !== '').join('\n');
    return [[`${prefix}${id}`, text] as const];
  });
}

/** Tells what stands in headers and footers, page numbers apart; gives our own contact line. */
function headersAndFooters(
  parts: ReadonlyMap<string, Uint8Array>,
  related: readonly Relation[],
  reader: WordBody,
  losses: Losses,
): WordParagraph | undefined {
  let contactLine: WordParagraph | undefined;
  for (const { kind, target } of related) {
    if (kind !== 'header' && kind !== 'footer') continue;
    const root = tree(parts, target);
    const blocks = root ? reader.blocks(root) : [];
    const contact = blocks.find(
      (block) => block.kind === 'paragraph' && block.style === 'ContactLine',
    );
    const text = textOf(blocks);
    if (contact?.kind === 'paragraph') contactLine = contact;
    else if (/\p{L}/u.test(text)) losses.add(kind, text);
  }
  return contactLine;
}

function textOf(blocks: readonly WordBlock[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'paragraph') return [textOfParagraph(block)];
      return block.kind === 'table'
        ? [textOf(block.rows.flat().flatMap((cell) => cell.blocks))]
        : [];
    })
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
