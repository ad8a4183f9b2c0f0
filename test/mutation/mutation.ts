/** One mistake, made in a sound text: what is replaced, and by what. */
export interface Mistake {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A kind of mistake that drafters make, and the rule that must tell it. */
export interface Kind {
  readonly name: string;
  readonly rule: string;
  /** Whether the rule's safe fix gives back the sound text exactly. */
  readonly restores: boolean;
  /** Where the report may stand: over the mistake, or anywhere when something was left out. */
  readonly place: 'there' | 'anywhere';
  /** Every place of the text where the mistake can be made. */
  readonly places: (text: string) => readonly Mistake[];
}

type Put = string | ((match: readonly string[]) => string);

/** A mistake at each match of the pattern: the match is replaced by `put` (`$1` … are its groups). */
export function swap(
  name: string,
  rule: string,
  find: RegExp,
  put: Put,
  how: { readonly restores?: boolean; readonly anywhere?: boolean } = {},
): Kind {
  return {
    name,
    rule,
    restores: how.restores ?? false,
    place: how.anywhere ? 'anywhere' : 'there',
    places: (text) =>
      [...text.matchAll(find)].flatMap((match) => {
        const groups = [...match].map((group: string | undefined) => group ?? '');
        const newText =
          typeof put === 'string'
            ? put.replace(/\$(\d)/gu, (_, group: string) => groups[Number(group)] ?? '')
            : put(groups);
        if (newText === match[0]) return [];
        return [{ start: match.index, end: match.index + match[0].length, newText }];
      }),
  };
}

/** The text with the mistake in it. */
export function made(text: string, { start, end, newText }: Mistake): string {
  return text.slice(0, start) + newText + text.slice(end);
}
