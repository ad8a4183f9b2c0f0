import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { span, type Span } from './span.ts';

export interface HtmlTag {
  readonly kind: 'tag';
  /** In lower case. */
  readonly name: string;
  readonly closes: boolean;
  readonly place: Span;
  /** The whole number that an attribute gives, from 1; undefined where it gives none. */
  number(attribute: NumberAttribute): number | undefined;
  /** The width in per cent that an attribute or a style gives. */
  widthPercent(): number | undefined;
}

type NumberAttribute = 'colspan' | 'rowspan' | 'span';

/** Blanks and line endings, which show as one blank. */
export interface HtmlBlank {
  readonly kind: 'blank';
  readonly place: Span;
}

export interface HtmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly place: Span;
}

const tagStart = /<\/?[A-Za-z][A-Za-z\d]{0,20}(?=[\s/>])/uy;
const blanks = /[ \t\r\n\f]+/uy;
/** Words with one blank between two show as they are typed. */
const words = /[^ \t\r\n\f<&]+(?: [^ \t\r\n\f<&]+)*/uy;
const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{0,31}));/uy;
const attributes = {
  colspan: /\scolspan\s{0,9}=\s{0,9}["']?\s{0,9}(\d{1,4})/iu,
  rowspan: /\srowspan\s{0,9}=\s{0,9}["']?\s{0,9}(\d{1,4})/iu,
  span: /\sspan\s{0,9}=\s{0,9}["']?\s{0,9}(\d{1,4})/iu,
} as const;

const percent = /[\s"';]width\s{0,9}[:=]\s{0,9}["']?\s{0,9}(\d{1,3}(?:\.\d{1,6})?)%/iu;

/** What stands in these is no text. */
const silent = new Set(['script', 'style', 'template']);

/** A tag with more attributes in quotes is none: looking for its end again and again would take long. */
const mostQuotes = 100;

/** How much of a tag's attributes is read. */
const readOfTag = 2000;

/** Raw HTML cut into tags, blanks and text, from left to right; comments and scripts are passed over. */
export class HtmlScanner {
  readonly length: number;
  readonly #html: string;
  #at = 0;
  /** Marks that stand nowhere in the rest, so that nobody looks for them again. */
  readonly #absent = new Set<string>();

  constructor(html: string) {
    this.#html = html;
    this.length = html.length;
  }

  /** The next token; undefined at the end. */
  next(): HtmlTag | HtmlBlank | HtmlText | undefined {
    while (this.#at < this.length) {
      const start = this.#at;
      if (this.#html.charAt(start) === '<') {
        const tag = this.#markup(start);
        if (tag) return tag;
        if (this.#at > start) continue;
      }
      return this.#take(blanks)
        ? { kind: 'blank', place: span(start, this.#at) }
        : this.#text(start);
    }
    return undefined;
  }

  #text(start: number): HtmlText {
    const decoded = this.#html.charAt(start) === '&' ? this.#reference() : undefined;
    if (decoded !== undefined) {
      return { kind: 'text', text: decoded, place: span(start, this.#at) };
    }
    // a mark that begins nothing stands for itself
    if (!this.#take(words)) this.#at = start + 1;
    return { kind: 'text', text: this.#html.slice(start, this.#at), place: span(start, this.#at) };
  }

  #reference(): string | undefined {
    const match = this.#take(reference);
    if (!match) return undefined;
    const [whole, decimal, hexadecimal, name] = match;
    const decoded =
      name !== undefined
        ? decodeNamedCharacterReference(name)
        : fromCode(
            decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '0', 16),
          );
    if (decoded !== false) return decoded;
    this.#at -= whole.length;
    return undefined;
  }

  /** A tag; undefined where none begins, with the place moved on past a comment or a declaration. */
  #markup(start: number): HtmlTag | undefined {
    const next = this.#html.charAt(start + 1);
    if (next === '!' || next === '?') {
      const close = this.#html.startsWith('<!--', start) ? '-->' : '>';
      const end = this.#find(close, start + 2);
      if (end !== undefined) this.#at = end + close.length;
      return undefined;
    }
    const match = this.#take(tagStart);
    if (!match) return undefined;
    const end = this.#tagEnd();
    if (end === undefined) {
      this.#at = start;
      return undefined;
    }
    this.#at = end;
    const typed = this.#html.slice(start, Math.min(end, start + readOfTag));
    const closes = typed.startsWith('</');
    const name = match[0].slice(closes ? 2 : 1).toLowerCase();
    if (silent.has(name) && !closes) this.#skipTo(name);
    return {
      kind: 'tag',
      name,
      closes,
      place: span(start, this.#at),
      number: (attribute) => {
        const value = Number(attributes[attribute].exec(typed)?.[1]);
        return value >= 1 ? value : undefined;
      },
      widthPercent: () => {
        const value = Number(percent.exec(typed)?.[1]);
        return value > 0 ? value : undefined;
      },
    };
  }

  /** After the `>` that closes the tag whose name was read; quoted ones do not count. */
  #tagEnd(): number | undefined {
    let at = this.#at;
    let quotes = 0;
    while (at < this.length && quotes <= mostQuotes) {
      const mark = this.#html.charAt(at);
      if (mark === '>') return at + 1;
      if (mark === '"' || mark === "'") {
        const close = this.#find(mark, at + 1);
        if (close === undefined) return undefined;
        at = close;
        quotes += 1;
      }
      // a tag does not run into the next one
      if (mark === '<') return undefined;
      at += 1;
    }
    return undefined;
  }

  /** Past the closing tag of a script or a style, or to the end where it is missing. */
  #skipTo(name: string): void {
    const closing = new RegExp(`</${name}[\\s>]`, 'giu');
    closing.lastIndex = this.#at;
    const match = closing.exec(this.#html);
    this.#at = match ? match.index : this.length;
  }

  #find(mark: string, from: number): number | undefined {
    if (this.#absent.has(mark)) return undefined;
    const found = this.#html.indexOf(mark, from);
    if (found >= 0) return found;
    this.#absent.add(mark);
    return undefined;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#html) ?? undefined;
    if (match) this.#at += match[0].length;
    return match;
  }
}

function fromCode(code: number): string {
  const isLone = code >= 0xd800 && code <= 0xdfff;
  return code > 0x10ffff || code === 0 || isLone ? '\uFFFD' : String.fromCodePoint(code);
}
