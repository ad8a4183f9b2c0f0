import { Losses } from './losses.ts';
import { WordRefusal } from './refusal.ts';
import { WordBody, type WordContext } from './wordBody.ts';
import {
  textOfParagraph,
  type WordBlock,
  type WordContent,
  type WordParagraph,
} from './wordContent.ts';
import { ReadWords } from './readWords.ts';
import { WordNumbering } from './wordNumbering.ts';
import { WordStyleSheet } from './wordStyleSheet.ts';
import { wordParts } from './wordZip.ts';
import { child, elements, xmlTree, type XmlElement } from './xmlTree.ts';

export interface WordFile extends WordContent {
  /** The contact line of a file that this program wrote, from its first page's foot. */
  readonly contactLine: WordParagraph | undefined;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly losses: Losses;
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  /** Whether the target lies outside the package. */
  readonly isExternal: boolean;
}

/** What a Word file holds, in the order in which it is read. Throws a `WordRefusal`. */
export function readWordFile(bytes: Uint8Array): WordFile {
  const parts = wordParts(bytes);
  const main = relations(parts, '').find(
    ({ kind, isExternal }) => kind === 'officeDocument' && !isExternal,
  )?.target;
  const name = main ?? 'word/document.xml';
  const root = tree(parts, name);
  const body = child(root, 'w:body');
  if (!body) {
    throw new WordRefusal(
      parts.has('[Content_Types].xml') && main ? 'corrupt' : 'not-word',
      'no body',
    );
  }
  const all = relations(parts, name);
  const related = all.filter(({ isExternal }) => !isExternal);
  const partOf = (kind: string): string | undefined =>
    related.find((relation) => relation.kind === kind)?.target;
  const losses = new Losses();
  if (/vbaProject/u.test(Buffer.from(bytes).toString('latin1'))) losses.add('macro', '');
  const words = new ReadWords();
  const context: WordContext = {
    parts,
    words,
    links: new Map(
      all.flatMap(({ id, kind, target }) => (kind === 'hyperlink' ? [[id, target] as const] : [])),
    ),
    styles: new WordStyleSheet(tree(parts, partOf('styles'))),
    numbering: new WordNumbering(tree(parts, partOf('numbering'))),
    targets: new Map(related.map(({ id, target }) => [id, target])),
    losses,
  };
  const reader = new WordBody(context);
  const blocks = reader.blocks(body);
  const noteParts = (['footnotes', 'endnotes'] as const).map((kind) => tree(parts, partOf(kind)));
  const notes = new Map(
    noteParts.flatMap((part, index) => notesOf(part, reader, index === 0 ? '' : 'e', losses)),
  );
  for (const comment of elementsOf(tree(parts, partOf('comments')))) {
    losses.add('comment', words.take(comment));
  }
  const margins = related.filter(({ kind }) => kind === 'header' || kind === 'footer');
  const marginParts = margins.map(({ target }) => tree(parts, target));
  const contactLine = headersAndFooters(margins, marginParts, reader, losses);
  for (const part of [body, ...noteParts, ...marginParts]) {
    if (part) for (const left of words.left(part)) losses.add('unread', left);
  }
  return { blocks, notes, contactLine, parts, losses };
}

function tree(
  parts: ReadonlyMap<string, Uint8Array>,
  name: string | undefined,
): XmlElement | undefined {
  const part = name === undefined ? undefined : parts.get(name);
  return part && xmlTree(part);
}

/** What a part refers to; `` is the package itself. */
function relations(parts: ReadonlyMap<string, Uint8Array>, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const root = tree(parts, `${folder}_rels/${part.slice(slash)}.rels`);
  return elementsOf(root).flatMap(({ attributes }) => {
    const { Id: id, Type: type, Target: target } = attributes;
    if (id === undefined || type === undefined || target === undefined) return [];
    const kind = type.slice(type.lastIndexOf('/') + 1);
    const isExternal = attributes['TargetMode'] === 'External';
    const inside = target.startsWith('/') ? target.slice(1) : folder + target;
    return [{ id, kind, target: isExternal ? target : inside, isExternal }];
  });
}

function notesOf(
  root: XmlElement | undefined,
  reader: WordBody,
  prefix: string,
  losses: Losses,
): readonly (readonly [string, string])[] {
  return elementsOf(root).flatMap((note) => {
    const { 'w:id': id, 'w:type': type } = note.attributes;
    if (id === undefined || (type !== undefined && type !== 'normal')) return [];
    const blocks = reader.blocks(note);
    tellPictures(blocks, losses);
    const paragraphs = blocks.map((block) => textOf([block]));
    const text = paragraphs.filter((each) => each !== '').join('\n');
    return [[`${prefix}${id}`, text] as const];
  });
}

/** Tells what stands in headers and footers, page numbers apart; gives our own contact line. */
function headersAndFooters(
  margins: readonly Relation[],
  trees: readonly (XmlElement | undefined)[],
  reader: WordBody,
  losses: Losses,
): WordParagraph | undefined {
  let contactLine: WordParagraph | undefined;
  for (const [index, { kind }] of margins.entries()) {
    const root = trees[index];
    const blocks = root ? reader.blocks(root) : [];
    tellPictures(blocks, losses);
    const contact = blocks.find(
      (block) => block.kind === 'paragraph' && block.style === 'ContactLine',
    );
    const isContact =
      contact?.kind === 'paragraph' &&
      (!contactLine || textOfParagraph(contactLine) === textOfParagraph(contact));
    if (isContact) contactLine = contact;
    const text = textOf(isContact ? blocks.filter((block) => block !== contact) : blocks);
    if (!isPageNumber(text)) losses.add(kind === 'header' ? 'header' : 'footer', text);
  }
  return contactLine;
}

/** Of what is read as text alone, such as a note, the pictures are lost. */
function tellPictures(blocks: readonly WordBlock[], losses: Losses): void {
  for (const block of blocks) {
    if (block.kind === 'image') losses.add('picture', block.alt);
    else if (block.kind === 'table') {
      tellPictures(
        block.rows.flat().flatMap((cell) => cell.blocks),
        losses,
      );
    }
  }
}

/** A page's number, with the dashes or the word that some set around it, or nothing. */
function isPageNumber(text: string): boolean {
  return /^[\s\p{P}]*(?:trang|page)?\s*\d{0,4}[\s\p{P}]*$/iu.test(text);
}

function elementsOf(root: XmlElement | undefined): readonly XmlElement[] {
  return root ? elements(root) : [];
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
