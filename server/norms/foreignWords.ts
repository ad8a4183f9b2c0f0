import common from './data/common-syllables.json' with { type: 'json' };
import data from './data/foreign-words.json' with { type: 'json' };

/** Loans written with Vietnamese letters that are no Vietnamese syllables, in lower case. */
export const foreignWords: ReadonlySet<string> = new Set(data.words);

/** Syllables that are often meant where one is mistyped. */
export const commonSyllables: ReadonlySet<string> = new Set(common.syllables);
