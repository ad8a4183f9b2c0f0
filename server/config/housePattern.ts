import type { Localized } from '../rules/rule.ts';

/** Beyond so many ways to match at one place a pattern is refused. */
const mostWays = 1000;

export type HousePattern =
  | { readonly regex: RegExp }
  /** Why it is refused; `at` is the UTF-16 offset in the pattern. */
  | { readonly problem: Localized; readonly at: number };

const escape = /\\(?:p\{[A-Za-z]+\}|P\{[A-Za-z]+\}|[dDsS.*+?()[\]{}|/\\^$-])/uy;
const characterClass = /\[\^?(?:\\(?:p\{[A-Za-z]+\}|[dDsS.*+?()[\]{}|/\\^$-])|[^\]\\[])+\]/uy;
const quantifier = /\?|\{(\d{1,2})(?:,(\d{1,2}))?\}/uy;

/**
 * The pattern as a regular expression that takes time in proportion to the text: every repetition is bounded,
 * groups are at most optional, and the ways to match at one place are counted and bounded.
 */
export function housePattern(source: string): HousePattern {
  let ways = 1;
  let open = 0;
  let atom: 'none' | 'character' | 'group' = 'none';
  let at = 0;
  const refused = (vi: string, en: string): HousePattern => ({ problem: { vi, en }, at });
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source) ?? undefined;
  };
  while (at < source.length) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const repeated = take(quantifier);
    if (repeated) {
      if (atom === 'none') return refused('không có gì để lặp', 'nothing to repeat');
      const least = Number(repeated[1] ?? 0);
      const most = repeated[0] === '?' ? 1 : Number(repeated[2] ?? repeated[1]);
      if (most < least || most === 0) return refused('số lần lặp sai', 'a wrong count');
      if (atom === 'group' && repeated[0] !== '?') {
        return refused('không lặp một nhóm', 'a group must not be repeated');
      }
      ways *= most - least + 1;
      atom = 'none';
      at += repeated[0].length;
    } else if (character === '*' || character === '+') {
      return refused(
        `“${character}” lặp không giới hạn: cần số lần, như {1,20}`,
        `“${character}” repeats without end: give a count, as in {1,20}`,
      );
    } else if (character === '^' || character === '$') {
      return refused('không dùng ^ và $', '^ and $ have no use here');
    } else if (character === '(') {
      if (!source.startsWith('(?:', at)) return refused('chỉ dùng nhóm (?:…)', 'only (?:…) groups');
      open += 1;
      atom = 'none';
      at += 3;
    } else if (character === ')') {
      if (open === 0) return refused('thừa dấu )', 'an unmatched )');
      open -= 1;
      atom = 'group';
      at += 1;
    } else if (character === '|') {
      ways += 1;
      ways *= 2;
      atom = 'none';
      at += 1;
    } else {
      const one =
        character === '[' ? take(characterClass) : character === '\\' ? take(escape) : undefined;
      if ('[]{}\\'.includes(character) && !one) {
        return refused(`không hiểu “${character}”`, `cannot read “${character}”`);
      }
      atom = 'character';
      at += one?.[0].length ?? character.length;
    }
    if (ways > mostWays) return refused('quá nhiều cách khớp', 'too many ways to match');
  }
  if (open > 0) return refused('thiếu dấu )', 'a missing )');
  const regex = compiled(source);
  if (!regex) return refused('không phải biểu thức đúng', 'not a regular expression');
  if (regex.test('')) return refused('khớp cả chuỗi rỗng', 'matches the empty text');
  return { regex };
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'gu');
  } catch {
    return undefined;
  }
}
