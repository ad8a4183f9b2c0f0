import { agencies } from './agencies.ts';
import data from './data/common-abbreviations.json' with { type: 'json' };

/** Abbreviations that readers of administrative documents know, agencies' symbols among them. */
export const commonAbbreviations: ReadonlySet<string> = new Set([
  ...data.abbreviations,
  ...agencies.flatMap(({ symbols }) => symbols),
]);
