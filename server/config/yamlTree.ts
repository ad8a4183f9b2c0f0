import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Span } from '../source/span.ts';
import { tooDeepAt } from '../source/yamlDepth.ts';
import type { ConfigProblem } from './layer.ts';

/** A value in a YAML file with its place. */
export type Placed =
  | { readonly kind: 'map'; readonly span: Span; readonly entries: readonly PlacedEntry[] }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Placed[] }
  | { readonly kind: 'scalar'; readonly span: Span; readonly value: unknown };

export interface PlacedEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Placed;
}

/** More values than this are no configuration: what aliases multiply ends here. */
const mostValues = 20_000;

const deepest = 20;

/** Longer than what an office writes, UTF-16 units: the parser takes a second or two for it. */
const longest = 200_000;

/** Whoever mends a file begins at the top, and a file of nothing but errors has as many as characters. */
const mostErrors = 20;

/** The file's value with places, and the errors of its syntax; undefined where nothing can be used. */
export function yamlTree(text: string): {
  readonly tree: Placed | undefined;
  readonly problems: readonly ConfigProblem[];
} {
  if (text.length > longest) {
    const line = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
    return {
      tree: undefined,
      problems: [syntaxProblem({ start: 0, end: line.length }, 'TOO_LONG', text.length)],
    };
  }
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const span = { start: deep, end: Math.min(deep + 1, text.length) };
    return { tree: undefined, problems: [syntaxProblem(span, 'TOO_MUCH', text.length)] };
  }
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) {
    const problems = document.errors
      .slice(0, mostErrors)
      .map(({ pos, code }) =>
        syntaxProblem({ start: pos[0], end: Math.max(pos[1], pos[0]) }, code, text.length),
      );
    return { tree: undefined, problems };
  }
  try {
    return {
      tree: placed(document.contents, { left: mostValues, anchors: new Map() }, 0),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    const span = { start: 0, end: text.length };
    return { tree: undefined, problems: [syntaxProblem(span, 'TOO_MUCH', text.length)] };
  }
}

class TooMuch extends Error {}

interface Walk {
  left: number;
  /** What each anchor so far stands for: an alias that is left to find it goes through the whole file. */
  readonly anchors: Map<string, unknown>;
}

function placed(node: unknown, walk: Walk, depth: number): Placed | undefined {
  walk.left -= 1;
  if (walk.left < 0 || depth > deepest) throw new TooMuch();
  if (isNode(node) && !isAlias(node) && node.anchor !== undefined) {
    walk.anchors.set(node.anchor, node);
  }
  if (isAlias(node)) {
    const target = placed(walk.anchors.get(node.source), walk, depth + 1);
    // What an alias brings is reported where it is used.
    return target && { ...target, span: spanOf(node.range) };
  }
  if (isMap(node)) {
    const entries = node.items.flatMap(({ key, value }): PlacedEntry[] => {
      if (!isScalar(key)) return [];
      const keySpan = spanOf(key.range);
      if (key.anchor !== undefined) walk.anchors.set(key.anchor, key);
      const inner = placed(value, walk, depth + 1);
      const empty: Placed = { kind: 'scalar', span: keySpan, value: null };
      return [{ key: String(key.value), keySpan, value: inner ?? empty }];
    });
    return { kind: 'map', span: spanOf(node.range), entries };
  }
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => placed(item, walk, depth + 1) ?? []);
    return { kind: 'list', span: spanOf(node.range), items };
  }
  return isScalar(node)
    ? { kind: 'scalar', span: spanOf(node.range), value: node.value }
    : undefined;
}

function spanOf(range: readonly number[] | null | undefined): Span {
  const start = range?.[0] ?? 0;
  return { start, end: range?.[1] ?? start };
}

function syntaxProblem({ start, end }: Span, code: string, length: number): ConfigProblem {
  const span = { start: Math.min(start, length), end: Math.min(end, length) };
  const known = Object.hasOwn(syntax, code) ? syntax[code] : undefined;
  return {
    span,
    severity: 'error',
    message: known ?? {
      vi: `Không phải YAML đúng (${code})`,
      en: `No valid YAML (${code})`,
    },
  };
}

const syntax: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  DUPLICATE_KEY: { vi: 'Khóa này đã có ở trên', en: 'This key stands above already' },
  TAB_AS_INDENT: {
    vi: 'YAML không thụt dòng bằng Tab: cần dấu cách',
    en: 'YAML indents with spaces, never tabs',
  },
  BAD_INDENT: { vi: 'Thụt dòng không khớp', en: 'The indentation does not match' },
  MISSING_CHAR: { vi: 'Thiếu dấu (ngoặc, phẩy hoặc nháy)', en: 'A mark is missing here' },
  TOO_LONG: {
    vi: `Tệp quá dài: một tệp cấu hình nhiều nhất ${longest} ký tự`,
    en: `The file is too long: a config file has ${longest} characters at most`,
  },
  TOO_MUCH: {
    vi: 'Quá nhiều giá trị hoặc lồng quá sâu đối với một tệp cấu hình',
    en: 'Too many values, or nested too deeply, for a config file',
  },
};
