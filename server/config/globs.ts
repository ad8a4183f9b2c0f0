import type { Localized } from '../rules/rule.ts';

/** Whether the path is a pattern rather than a name. */
export function isGlob(path: string): boolean {
  return /[*?{[]/u.test(path);
}

/** The folder part of a pattern before its first wildcard: where to begin walking; `.` when there is none. */
export function globBase(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(isGlob);
  const base = parts.slice(0, first === -1 ? -1 : first).join('/');
  if (base !== '') return base;
  return pattern.startsWith('/') ? '/' : '.';
}

/** Longer than any path that is written by hand, UTF-16 units: what a match costs grows with pattern times path. */
const longestPattern = 500;

export type ReadGlob =
  | { readonly matches: (path: string) => boolean }
  /** Why the pattern is none. */
  | { readonly problem: Localized };

/**
 * A matcher of paths with `/`, composed or decomposed: `*` and `?` within a step, `**` over any number, `[…]`, `{a,b}`; `below`: of all that
 * lies in folders of such a path too. Never throws.
 */
export function readGlob(pattern: string, below = false): ReadGlob {
  const clean = withoutDots(pattern).normalize('NFC');
  if (clean.length > longestPattern) {
    return {
      problem: {
        vi: `Mẫu đường dẫn quá dài: ${clean.length} ký tự, nhiều nhất ${longestPattern}`,
        en: `The pattern is too long: ${clean.length} characters, ${longestPattern} at most`,
      },
    };
  }
  const tokens = [...clean.matchAll(token)].map(([one]) => one);
  const reversed = tokens.map(reversedRange).find((one) => one !== undefined);
  if (reversed !== undefined) {
    return {
      problem: {
        vi: `Khoảng “${reversed}” trong […] ngược thứ tự; tên có dấu “[” thì viết “[[]”`,
        en: `The range “${reversed}” in […] runs backwards; a “[” of a name is written “[[]”`,
      },
    };
  }
  const steps = compiled(below ? [...tokens, ...orBelow] : tokens);
  return { matches: (path) => runs(steps, withoutDots(path).normalize('NFC')) };
}

function withoutDots(path: string): string {
  return path.replace(/^(?:\.\/)+/u, '');
}

const token = /\*\*\/|\*+|\?|\[[!^]?[^\]/]+\]|[^]/gu;

/**
 * Takes one character that it `takes`, or none when it is only a fork; then goes on at any of `next`. Run in all ways
 * at once rather than one after the other: a pattern comes from whoever sent the folder, and `**a**a**a` tried way by
 * way, as regular expressions are, never ends.
 */
interface Step {
  readonly takes?: (character: string) => boolean;
  readonly next: number[];
}

const orBelow = ['{', ',', '/', '**', '}'];

interface Braces {
  readonly fork: Step;
  readonly ends: Step[];
}

function compiled(tokens: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  const open: Braces[] = [];
  const marks = braceMarks(tokens);
  const add = (takes: Step['takes'], ...offsets: readonly number[]): Step => {
    const step = { ...(takes ? { takes } : {}), next: offsets.map((one) => steps.length + one) };
    steps.push(step);
    return step;
  };
  for (const [index, text] of tokens.entries()) {
    const inner = open.at(-1);
    if (!marks.has(index)) {
      addToken(text, add);
    } else if (text === '{') {
      open.push({ fork: add(undefined, 1), ends: [] });
    } else if (text === ',') {
      inner?.ends.push(add(undefined));
      inner?.fork.next.push(steps.length);
    } else {
      open.pop();
      for (const end of inner?.ends ?? []) end.next.push(steps.length);
    }
  }
  return steps;
}

/** Where the braces and commas of `{a,b}` stand; braces without a comma stand for themselves. */
function braceMarks(tokens: readonly string[]): ReadonlySet<number> {
  const open: number[][] = [];
  const marks = new Set<number>();
  for (const [index, text] of tokens.entries()) {
    if (text === '{') open.push([index]);
    else if (text === ',') open.at(-1)?.push(index);
    else if (text === '}') {
      const found = open.pop() ?? [];
      if (found.length > 1) for (const mark of [...found, index]) marks.add(mark);
    }
  }
  return marks;
}

function addToken(
  text: string,
  add: (takes: Step['takes'], ...offsets: readonly number[]) => Step,
): void {
  if (text === '**/') {
    // any number of whole steps, none of them empty
    add(undefined, 1, 4);
    add(inStep, 1);
    add(undefined, -1, 1);
    add((character) => character === '/', -3);
  } else if (text.startsWith('*')) {
    add(undefined, 1, 2);
    add(text === '*' ? inStep : () => true, -1);
  } else if (text === '?') {
    add(inStep, 1);
  } else if (text.length > 2) {
    add(characterClass(text), 1);
  } else {
    add((character) => character === text, 1);
  }
}

function inStep(character: string): boolean {
  return character !== '/';
}

/** A range of `[…]`, or one character of it. */
const classPart = /([^])-([^])|[^]/gu;

function classParts(text: string): readonly (readonly [from: string, to: string])[] {
  const inner = text.slice(isNegative(text) ? 2 : 1, -1);
  return [...inner.matchAll(classPart)].map(([one, from = one, to = one]) => [from, to]);
}

function characterClass(text: string): (character: string) => boolean {
  const parts = classParts(text).map(([from, to]) => [codeOf(from), codeOf(to)] as const);
  const isOther = isNegative(text);
  return (character) => {
    const code = codeOf(character);
    const isIn = parts.some(([from, to]) => from <= code && code <= to);
    return isIn !== isOther && inStep(character);
  };
}

/** `[!a]`; `[!]` is the mark itself. */
function isNegative(text: string): boolean {
  return text.length > 3 && /^\[[!^]/u.test(text);
}

function reversedRange(text: string): string | undefined {
  if (!text.startsWith('[') || text.length < 3) return undefined;
  const found = classParts(text).find(([from, to]) => codeOf(from) > codeOf(to));
  return found?.join('-');
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Whether the steps lead from the path's start to its end; `steps.length` is where they are through. */
function runs(steps: readonly Step[], path: string): boolean {
  const seen = new Uint32Array(steps.length + 1);
  let round = 1;
  let live = reached(steps, [0], { seen, round });
  for (const character of path) {
    const next: number[] = [];
    for (const at of live) {
      const step = steps[at];
      if (step?.takes?.(character)) next.push(...step.next);
    }
    if (next.length === 0) return false;
    round += 1;
    live = reached(steps, next, { seen, round });
  }
  return live.includes(steps.length);
}

/** The steps with those that they fork to, each once; `seen` holds the round in which a step was reached last. */
function reached(
  steps: readonly Step[],
  from: readonly number[],
  { seen, round }: { readonly seen: Uint32Array; readonly round: number },
): readonly number[] {
  const found: number[] = [];
  const add = (at: number): void => {
    if (seen[at] === round) return;
    seen[at] = round;
    found.push(at);
  };
  for (const at of from) add(at);
  // a list tells of what is added while it is gone through
  for (const at of found) {
    const step = steps[at];
    if (step && !step.takes) for (const next of step.next) add(next);
  }
  return found;
}
