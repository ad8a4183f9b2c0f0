import { SaxesParser } from 'saxes';
import { WordRefusal } from './refusal.ts';

/** An element of a part, with its prefix as Word writes it: `w:p`. Text lies between its children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Deeper than any document nests. */
const deepest = 400;

/** More elements than a document of a thousand pages has. */
const mostElements = 6_000_000;

/** The prefixes that the reader knows, by what stands behind them. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);

/**
 * The root of a part. No document type is taken, so that nothing expands and nothing is fetched; throws a
 * `WordRefusal` for one, and for what is no XML.
 */
export function xmlTree(bytes: Uint8Array): XmlElement {
  let text: string;
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    throw new WordRefusal('corrupt', String(error));
  }
  const parser = new SaxesParser({ xmlns: true });
  const document: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [document];
  let count = 0;
  parser.on('error', (error) => {
    throw new WordRefusal('corrupt', error.message);
  });
  parser.on('doctype', () => {
    throw new WordRefusal('unsafe-xml');
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > mostElements || open.length > deepest) throw new WordRefusal('too-large');
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ uri, local, value }) => [named(uri, local), value]),
    );
    const element: OpenElement = { name: named(tag.uri, tag.local), attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text_) => open.at(-1)?.children.push(text_));
  parser.on('cdata', (text_) => open.at(-1)?.children.push(text_));
  parser.write(text).close();
  const root = document.children.find((child) => typeof child !== 'string');
  if (!root) throw new WordRefusal('corrupt', 'no root');
  return root;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function named(uri: string, local: string): string {
  const prefix = prefixes.get(uri);
  return prefix === undefined ? (uri === '' ? local : `?:${local}`) : `${prefix}:${local}`;
}

/** The element's children that are elements. */
export function elements({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && elements(element).find((each) => each.name === name);
}

/** The `w:val` of the first child of that name. */
export function value(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** The whole number that an attribute gives; undefined for anything else: a file may say what it likes. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Whether a child that switches something is there and on; undefined when it is not there. */
export function flag(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  if (!found) return undefined;
  const said = found.attributes['w:val'];
  return said === undefined || !['0', 'false', 'off', 'none'].includes(said);
}

/** The text of the element and all below it. */
export function textOf(element: XmlElement): string {
  return element.children.map((each) => (typeof each === 'string' ? each : textOf(each))).join('');
}
