import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of a part, with its children in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without its children's. */
  readonly text: string;
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: OpenElement[];
  text: string;
}

/** The parts of a Word file by name. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(file)));
}

/** A part's root element. Throws where the part is absent or not well-formed. */
export function xmlOf(parts: ReadonlyMap<string, Uint8Array>, name: string): XmlElement {
  const part = parts.get(name);
  assert.ok(part, `${name} is missing`);
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    const element: OpenElement = {
      name: tag,
      attributes: { ...attributes },
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(part)).close();
  assert.ok(root, `${name} has no root`);
  return root;
}

/** The elements of that name below an element, in the order of the file. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

/** The style and the text of each paragraph, line breaks as `\n`. */
export function paragraphsIn(
  root: XmlElement,
): readonly (readonly [style: string, text: string])[] {
  return all(root, 'w:p').map((paragraph) => [
    all(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '',
    textIn(paragraph),
  ]);
}

function textIn(element: XmlElement): string {
  if (element.name === 'w:t') return element.text;
  if (element.name === 'w:br') return '\n';
  return element.children.map(textIn).join('');
}
