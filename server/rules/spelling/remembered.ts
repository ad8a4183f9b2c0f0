/** Enough for the words of any archive; beyond it the memory begins anew. */
const most = 20_000;

/** What `read` says of a word, with a memory: texts repeat their words, and each is read once. */
export function remembered<T extends NonNullable<unknown>>(
  read: (word: string) => T,
): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = read(word);
    if (known.size >= most) known.clear();
    known.set(word, value);
    return value;
  };
}
