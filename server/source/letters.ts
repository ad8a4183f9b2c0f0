import classes from './letterClasses.json' with { type: 'json' };

/** A property, a whole escape, or an end of a class: what `expanded` has to tell apart. */
const token = /\\(?<not>[pP])\{(?<name>[A-Z][a-z]?)\}|\\[^]|[[\]]/gu;

/**
 * The source of a pattern with `\p{L}`, `\p{M}`, `\p{N}`, `\p{Lu}`, `\p{Ll}` and `\p{Nd}` written out for the alphabets that
 * documents are written in: Latin, Greek and Cyrillic as Unicode has them, other scripts by their blocks, none beyond
 * U+FFFF. The engine takes up to fifty times as long to compile a pattern with all of Unicode's letters, and a document
 * is first read by some hundred patterns. Throws a RangeError for `\P` in a class and for another property.
 */
export function expanded(source: string): string {
  let isInClass = false;
  return source.replace(token, (found: string, not?: string, name?: string) => {
    if (name === undefined) {
      if (found === '[') isInClass = true;
      else if (found === ']') isInClass = false;
      return found;
    }
    const own = Object.hasOwn(classes, name) ? classes[name as keyof typeof classes] : undefined;
    if (own === undefined || (not === 'P' && isInClass)) throw new RangeError(found);
    if (isInClass) return own;
    return not === 'P' ? `[^${own}]` : `[${own}]`;
  });
}

type Tag = (strings: TemplateStringsArray) => RegExp;

/** The pattern of each place in the code, made once. */
function withFlags(flags: string): Tag {
  const made = new WeakMap<TemplateStringsArray, RegExp>();
  return (strings) => {
    let own = made.get(strings);
    if (!own) made.set(strings, (own = new RegExp(expanded(strings.raw.join('')), flags)));
    return own;
  };
}

/**
 * A pattern as a literal would say it, `expanded`, by its flags: ``pattern.gu`[\p{L}]+` ``. It is the same object each
 * time: one with `g` or `y` is for `matchAll`, `match`, `replace` and `split`, or its `lastIndex` is set before use.
 */
export const pattern = {
  u: withFlags('u'),
  gu: withFlags('gu'),
  iu: withFlags('iu'),
  iuy: withFlags('iuy'),
} as const;
