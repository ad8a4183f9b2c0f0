/** How much of two texts is the same at their starts and at their ends, UTF-16 units; the two stretches do not overlap. */
export interface Common {
  readonly prefix: number;
  readonly suffix: number;
}

/** Characters compared at once: the engine compares stretches of memory far faster than single ones. */
const stride = 4096;

/** What the texts have in common around the one stretch in which they differ. */
export function commonOf(one: string, other: string): Common {
  const shorter = Math.min(one.length, other.length);
  let prefix = 0;
  while (
    prefix + stride <= shorter &&
    one.slice(prefix, prefix + stride) === other.slice(prefix, prefix + stride)
  ) {
    prefix += stride;
  }
  while (prefix < shorter && one.charCodeAt(prefix) === other.charCodeAt(prefix)) prefix += 1;
  const left = shorter - prefix;
  const fromEnd = (text: string, from: number, to: number): string =>
    text.slice(text.length - to, text.length - from);
  let suffix = 0;
  while (
    suffix + stride <= left &&
    fromEnd(one, suffix, suffix + stride) === fromEnd(other, suffix, suffix + stride)
  ) {
    suffix += stride;
  }
  while (
    suffix < left &&
    one.charCodeAt(one.length - 1 - suffix) === other.charCodeAt(other.length - 1 - suffix)
  ) {
    suffix += 1;
  }
  return { prefix, suffix };
}
