import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document as YAMLDocument,
  type Pair,
  type YAMLError,
} from 'yaml';
import type { FrontMatterBlock } from '../source/source.ts';
import { span, type Span } from '../source/span.ts';
import { tooDeepAt } from '../source/yamlDepth.ts';
import { fieldOfKey, nearestKey, type FrontMatterField } from './frontMatterFields.ts';

/** A value, or an element of a list, as typed (without quotes), with its place in the file. */
export interface FrontMatterItem {
  readonly text: string;
  readonly span: Span;
}

/** One key of the front matter as typed, with its place. */
export interface FrontMatterEntry {
  /** The key as typed. */
  readonly key: string;
  readonly keySpan: Span;
  /** The name in code that the key stands for; undefined for a key we do not know. */
  readonly field: string | undefined;
  readonly value: string | boolean | readonly string[] | undefined;
  readonly valueSpan: Span;
  /** One item for a scalar, one an element for a list, none for an empty value. */
  readonly items: readonly FrontMatterItem[];
  /** Whether the value holds a map, or a list within a list: nothing that a key of ours takes. */
  readonly isNested: boolean;
}

export interface FrontMatterProblem {
  readonly span: Span;
  readonly kind:
    'syntax' | 'too-deep' | 'too-many-aliases' | 'not-a-map' | 'unknown-key' | 'wrong-kind';
  /** The parser's words for broken syntax; the key for the others. */
  readonly detail: string;
  /** The nearest known key, for `unknown-key`. */
  readonly suggestion?: string;
}

export interface FrontMatter {
  readonly span: Span;
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

/** An alias names what stands elsewhere; a head needs none, and a bomb of them is the only use seen. */
const mostAliases = 10;

/**
 * The keys and values of a YAML front matter with their places; broken YAML gives problems, never an exception.
 * Keys are known in Vietnamese with or without diacritics; unknown ones are a problem only beside a document type.
 */
export function parseFrontMatter(block: FrontMatterBlock): FrontMatter {
  const deep = tooDeepAt(block.yaml);
  if (deep !== undefined) {
    const at = block.start + deep;
    const problem = {
      span: span(at, Math.min(at + 1, block.start + block.yaml.length)),
      kind: 'too-deep',
      detail: '',
    } as const;
    return { span: block.span, entries: [], problems: [problem] };
  }
  const document = parseDocument(block.yaml, {
    lineCounter: new LineCounter(),
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const syntax = document.errors.map((error) => syntaxProblem(block, error));
  const whole = { span: block.span, entries: [] };
  if (document.contents === null) return { ...whole, problems: syntax };
  if (!isMap(document.contents)) {
    const problem = { span: contentSpan(block), kind: 'not-a-map', detail: '' } as const;
    return { ...whole, problems: syntax.length > 0 ? syntax : [problem] };
  }
  if (countAliases(document.contents) > mostAliases) {
    return {
      ...whole,
      problems: [{ span: contentSpan(block), kind: 'too-many-aliases', detail: '' }],
    };
  }
  const entries = document.contents.items.flatMap((pair) => entryOf(block, document, pair));
  return { span: block.span, entries, problems: [...syntax, ...keyProblems(entries)] };
}

function contentSpan(block: FrontMatterBlock): Span {
  const firstLine = /^[^\r\n]*/u.exec(block.yaml)?.[0].length ?? 0;
  return span(block.start, block.start + firstLine);
}

function syntaxProblem(block: FrontMatterBlock, error: YAMLError): FrontMatterProblem {
  const [from, to] = error.pos;
  const start = Math.min(from, block.yaml.length);
  const end = Math.min(Math.max(to, start), block.yaml.length);
  return {
    span: span(block.start + start, block.start + end),
    kind: 'syntax',
    detail: error.message,
  };
}

function countAliases(node: unknown): number {
  if (isAlias(node)) return 1;
  if (isSeq(node)) return node.items.reduce<number>((sum, item) => sum + countAliases(item), 0);
  if (isMap(node)) {
    return node.items.reduce<number>(
      (sum, pair) => sum + countAliases(pair.key) + countAliases(pair.value),
      0,
    );
  }
  return 0;
}

function entryOf(
  block: FrontMatterBlock,
  document: YAMLDocument,
  pair: Pair<unknown, unknown>,
): readonly FrontMatterEntry[] {
  const key = pair.key;
  if (!isScalar(key) || !key.range) return [];
  const name = textOf(block, document, key)?.text ?? '';
  const keySpan = span(block.start + key.range[0], block.start + key.range[1]);
  const values = isSeq(pair.value) ? pair.value.items : [pair.value];
  const items = values.flatMap((value) => textOf(block, document, value) ?? []);
  const first = items[0];
  const last = items.at(-1);
  return [
    {
      key: name,
      keySpan,
      field: fieldOfKey(name)?.field,
      value: valueOf(pair.value, items),
      valueSpan:
        first && last
          ? span(first.span.start, last.span.end)
          : (nodeSpan(block, pair.value) ?? span(keySpan.end, keySpan.end)),
      items,
      isNested: values.some((value) => isCollection(value)),
    },
  ];
}

/** A scalar's text without quotes; numbers and dates keep the figures that were typed. */
function textOf(
  block: FrontMatterBlock,
  document: YAMLDocument,
  node: unknown,
): FrontMatterItem | undefined {
  const place = nodeSpan(block, node);
  const scalar = isAlias(node) ? node.resolve(document) : node;
  if (!place || !isScalar(scalar) || scalar.value === null) return undefined;
  const typed = block.yaml.slice(place.start - block.start, place.end - block.start);
  const text = typeof scalar.value === 'string' ? scalar.value.trim() : typed;
  if (text === '') return undefined;
  return { text: text.normalize('NFC'), span: isAlias(node) ? place : contentOf(typed, place) };
}

/** The node's place without the blanks after it; undefined for what was not typed. */
function nodeSpan(block: FrontMatterBlock, node: unknown): Span | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const [from, to] = node.range;
  const typed = block.yaml.slice(from, to);
  const start = block.start + from + (typed.length - typed.trimStart().length);
  return span(start, Math.max(start, block.start + from + typed.trimEnd().length));
}

/** The place of a scalar's content: inside its quotes, or under the `|` or `>` of a block. */
function contentOf(typed: string, place: Span): Span {
  if (/^["'].*["']$/su.test(typed) && typed.length > 1) return span(place.start + 1, place.end - 1);
  const blockHead = /^[|>][^\r\n]*\r?\n\s*/u.exec(typed)?.[0];
  return blockHead === undefined ? place : span(place.start + blockHead.length, place.end);
}

function valueOf(node: unknown, items: readonly FrontMatterItem[]): FrontMatterEntry['value'] {
  if (isSeq(node)) return items.map((item) => item.text);
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  return items[0]?.text;
}

function keyProblems(entries: readonly FrontMatterEntry[]): readonly FrontMatterProblem[] {
  // other tools' notes have keys of their own, which are nobody's mistake
  if (!entries.some((entry) => entry.field === 'type' && entry.items.length > 0)) return [];
  return entries.flatMap((entry): FrontMatterProblem[] => {
    const field = fieldOfKey(entry.key);
    if (!field) {
      const suggestion = nearestKey(entry.key);
      const problem = { span: entry.keySpan, kind: 'unknown-key', detail: entry.key } as const;
      return [suggestion === undefined ? problem : { ...problem, suggestion }];
    }
    return fits(entry, field.kind)
      ? []
      : [{ span: entry.valueSpan, kind: 'wrong-kind', detail: entry.key }];
  });
}

function fits(entry: FrontMatterEntry, kind: FrontMatterField['kind']): boolean {
  if (entry.isNested) return false;
  if (kind === 'list') return true;
  if (Array.isArray(entry.value)) return false;
  if (kind === 'text' || entry.value === undefined) return true;
  return typeof entry.value === 'boolean' || isYesOrNo(String(entry.value));
}

function isYesOrNo(word: string): boolean {
  return /^(?:có|không|đúng|sai|x)$/iu.test(word);
}
