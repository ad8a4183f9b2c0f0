import data from './data/reduplications.json' with { type: 'json' };

/** Words that are never rightly written twice in a row: no reduplication, and no end of one compound before another. */
export const functionWords: ReadonlySet<string> = new Set(data.functionWords);

/** Two words that may well be said twice. */
export const doublePhrases: ReadonlySet<string> = new Set(data.phrases);
