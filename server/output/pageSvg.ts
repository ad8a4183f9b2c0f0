import { createHash } from 'node:crypto';
import { drawnTexts, type DrawnText } from './drawnText.ts';
import { brightRed } from './layout.ts';
import { tagOf } from './letterTag.ts';

/** Elements that a page may hold, and the attributes that each may carry; everything else is dropped. */
const allowed: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    g: ['transform', 'fill', 'clip-path'],
    use: ['x', 'y', 'href', 'fill'],
    path: [
      'd',
      'id',
      'fill',
      'fill-rule',
      'stroke',
      'stroke-width',
      'stroke-linecap',
      'stroke-linejoin',
      'stroke-miterlimit',
      'stroke-dasharray',
      'transform',
    ],
    clipPath: ['id', 'clipPathUnits'],
    image: ['width', 'height', 'preserveAspectRatio'],
  }).map(([name, attributes]) => [name, new Set(attributes)]),
);

/** A picture that lies in the drawing itself. */
const picture = /\sxlink:href="(?<data>data:image\/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=]*)"/u;

/** Elements that go with all they hold. */
const dropped = new Set(['foreignObject', 'style', 'script', 'defs']);

const tag = /<(?<close>\/)?(?<name>[A-Za-z][\w:-]{0,40})(?<attributes>(?:[^<>"]|"[^"]*")*)>/gu;
const attribute = /(?<name>[A-Za-z][\w:-]{0,40})="(?<value>[^"]*)"/gu;
const glyph =
  /<path id="(?<id>[A-Za-z0-9+/_-]+)" class="outline_glyph" d="(?<outline>[A-Za-z0-9 .,-]*)"\/>/gu;

/** A page as it is drawn: a drawing of its own, and its texts. */
export interface DrawnPage {
  /** Of the drawing, as hexadecimal digits. */
  readonly hash: string;
  readonly svg: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly texts: readonly DrawnText[];
}

/**
 * One SVG a page from the renderer's drawing of all pages, each with the outlines it uses. Nothing is taken
 * on trust: only listed elements and attributes pass, and a reference points inside the page or is dropped.
 * Pages that `known` has from an earlier drawing are taken from there; it then holds those of this drawing.
 */
export function drawnPages(
  drawing: string,
  known: Map<string, DrawnPage> = new Map(),
): readonly DrawnPage[] {
  const outlines = new Map<string, string>();
  for (const { groups } of drawing.matchAll(glyph)) {
    if (groups?.['id'] && groups['outline'] !== undefined)
      outlines.set(groups['id'], groups['outline']);
  }
  const starts = [...drawing.matchAll(/<g class="typst-page"[^>]*>/gu)];
  const pages = starts.map((start, index): [string, DrawnPage] => {
    const end = starts[index + 1]?.index ?? drawing.lastIndexOf('</svg>');
    // the place among the other pages, which is no matter of the page itself
    const tag = start[0].replace(/ transform="[^"]*"/u, '');
    const content = drawing.slice(start.index + start[0].length, end);
    const key = tag + content;
    return [key, known.get(key) ?? page(tag, content, outlines)];
  });
  known.clear();
  for (const [key, drawn] of pages) known.set(key, drawn);
  return pages.map(([, drawn]) => drawn);
}

function page(tag: string, content: string, outlines: ReadonlyMap<string, string>): DrawnPage {
  const size = (name: string): number =>
    Number(new RegExp(`data-page-${name}="([\\d.]+)"`, 'u').exec(tag)?.[1] ?? 0);
  const used = new Set<string>();
  const drawn = clean(content, outlines, used);
  const defs = [...used].map((id) => `<path id="${id}" d="${outlines.get(id) ?? ''}"/>`).join('');
  const [width, height] = [size('width'), size('height')];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt"><defs>${defs}</defs>${drawn}</svg>`;
  return {
    hash: createHash('sha256').update(svg).digest('hex').slice(0, 32),
    svg,
    width,
    height,
    texts: drawnTexts(content),
  };
}

function clean(content: string, outlines: ReadonlyMap<string, string>, used: Set<string>): string {
  const written: string[] = [];
  const open: string[] = [];
  let hidden = 0;
  for (const { groups } of content.matchAll(tag)) {
    const name = groups?.['name'] ?? '';
    const attributes = groups?.['attributes'] ?? '';
    const selfClosing = attributes.endsWith('/');
    if (hidden > 0 || dropped.has(name)) {
      if (!selfClosing) hidden += groups?.['close'] ? -1 : 1;
      continue;
    }
    const names = allowed.get(name);
    if (!names) continue;
    if (groups?.['close']) {
      if (open.at(-1) !== name) continue;
      open.pop();
      written.push(`</${name}>`);
      continue;
    }
    if (name === 'use' && !refersTo(attributes, outlines, used)) continue;
    const data = name === 'image' ? picture.exec(attributes)?.groups?.['data'] : undefined;
    if (name === 'image' && data === undefined) continue;
    const href = data === undefined ? '' : ` href="${data}"`;
    const plain = attributes.includes('"typst-text"') ? inOwnColour(attributes) : attributes;
    written.push(`<${name}${cleanAttributes(plain, names)}${href}${selfClosing ? '/' : ''}>`);
    if (!selfClosing) open.push(name);
  }
  return withoutEmptyGroups([...written, ...open.reverse().map((name) => `</${name}>`)]).join('');
}

/** The colours of letters are tags (`ParagraphWriter`). */
function inOwnColour(attributes: string): string {
  const colour = tagOf(attributes).red ? brightRed : '#000';
  return attributes.replace(/ fill="[^"]*"/u, ` fill="${colour}"`);
}

/** The tags without groups that hold nothing. */
function withoutEmptyGroups(tags: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const each of tags) {
    if (each === '</g>' && /^<g(?:\s[^>]*[^/])?>$/u.test(kept.at(-1) ?? '')) kept.pop();
    else kept.push(each);
  }
  return kept;
}

/** Whether a `use` draws something: an outline of this drawing that is not a blank; notes that it is used. */
function refersTo(
  attributes: string,
  outlines: ReadonlyMap<string, string>,
  used: Set<string>,
): boolean {
  const id = /\shref="#([^"]+)"/u.exec(attributes)?.[1];
  if (id === undefined || !outlines.get(id)) return false;
  used.add(id);
  return true;
}

function cleanAttributes(text: string, names: ReadonlySet<string>): string {
  let written = '';
  for (const { groups } of text.matchAll(attribute)) {
    const name = groups?.['name'] ?? '';
    const value = groups?.['value'] ?? '';
    if (!names.has(name) || /[<>&]|url\((?!#)|:/u.test(value)) continue;
    if (name === 'href' && !value.startsWith('#')) continue;
    // the default, and on every glyph
    if (name === 'y' && value === '0') continue;
    written += ` ${name}="${value}"`;
  }
  return written;
}
