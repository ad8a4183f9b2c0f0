import data from './data/reduplications.json' with { type: 'json' };

/** Words that are not said twice in a row, except where one compound meets the next. */
export const functionWords: ReadonlySet<string> = new Set(data.functionWords);

/** Two words that may well be said twice. */
export const doublePhrases: ReadonlySet<string> = new Set(data.phrases);

/** Two syllables that are a noun and a verb: `các tổ chức tổ chức hội nghị`. */
export const nounsAndVerbs: ReadonlySet<string> = new Set(data.nounsAndVerbs);

interface Compounds {
  readonly word: string;
  readonly after?: readonly string[];
  readonly before?: readonly string[];
}

const compounds: ReadonlyMap<string, Compounds> = new Map(
  data.compounds.map((entry: Compounds) => [entry.word, entry]),
);

/** Whether the doubled word ends one compound or begins the next: `thiết bị bị hỏng`. All in lower case. */
export function meetsCompound(word: string, before: string, after: string): boolean {
  const known = compounds.get(word);
  return (known?.after?.includes(before) ?? false) || (known?.before?.includes(after) ?? false);
}
