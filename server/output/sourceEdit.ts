/**
 * Whether the compiler may take `after` as an edit of `before`. It compares the two from their ends by UTF-8
 * bytes: letters that differ in their first bytes alone, as á and ơ, it takes for the same.
 */
export function isSafeEdit(before: string, after: string): boolean {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) prefix += 1;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before[before.length - suffix - 1] === after[after.length - suffix - 1]
  )
    suffix += 1;
  const old = before.charCodeAt(before.length - suffix - 1);
  const next = after.charCodeAt(after.length - suffix - 1);
  if (isHighSurrogate(old) || isHighSurrogate(next)) return false;
  // six bits of a letter are its last byte
  return !(old > 0x7f && next > 0x7f && (old & 0x3f) === (next & 0x3f));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
