/** Enough for the words of any document; beyond it the memory begins anew. */
const most = 20_000;

/** The judgement with a memory: texts repeat their words, and each is judged once. */
export function remembered(judge: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const judged = judge(word);
    if (known.size >= most) known.clear();
    known.set(word, judged);
    return judged;
  };
}
