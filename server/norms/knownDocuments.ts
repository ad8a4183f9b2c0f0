import type { CitedTypeId } from './citedTypes.ts';

/** A document whose number is known from elsewhere than the text that cites it. */
export interface KnownDocument {
  readonly type: CitedTypeId | undefined;
  /** As the norm writes it (`30/2020/NĐ-CP`); `CitedNumber.normal` of a citation of it. */
  readonly number: string;
  /** `2020-03-05` */
  readonly date: string | undefined;
  /** `Chính phủ` */
  readonly issuer: string | undefined;
  /** `về công tác văn thư`; of a law its name. */
  readonly subject: string | undefined;
  /** First day in force, `2020-03-05`. */
  readonly inForceFrom: string | undefined;
  readonly ended: EndOfForce | undefined;
  /** Only what is sure may be reported as an error or a warning. */
  readonly certainty: 'sure' | 'likely' | 'unsure';
  readonly origin:
    | { readonly kind: 'bundled' }
    /** The office's own register. */
    | { readonly kind: 'register'; readonly file: string; readonly line: number }
    /** A document that lies in the workspace. */
    | { readonly kind: 'workspace'; readonly uri: string };
}

export interface EndOfForce {
  /** The first day on which it is in force no more. */
  readonly on: string;
  readonly how: 'replaced' | 'repealed' | 'expired' | 'partly';
  /** The number of the document that replaced or repealed it. */
  readonly by: string | undefined;
}

/** Documents by number. */
export interface KnownDocuments {
  /** Those that bear the number (its `normal` form), the surest first. */
  withNumber(normal: string): readonly KnownDocument[];
  /** Those whose number begins with the numeral (`220` of `220/KH-UBND`), leading zeros aside. */
  withNumeral(numeral: string): readonly KnownDocument[];
  /**
   * Laws, codes and ordinances of the type whose name is `subject`, case and spaces aside: they are cited by
   * name. Absent where names are not indexed.
   */
  withSubject?(type: CitedTypeId, subject: string): readonly KnownDocument[];
}

/** What several sources know, those of the first source first. */
export function allKnown(sources: readonly KnownDocuments[]): KnownDocuments {
  return {
    withNumber: (normal) => sources.flatMap((source) => source.withNumber(normal)),
    withNumeral: (numeral) => sources.flatMap((source) => source.withNumeral(numeral)),
    withSubject: (type, subject) =>
      sources.flatMap((source) => source.withSubject?.(type, subject) ?? []),
  };
}

/** No document is known. */
export const nothingKnown: KnownDocuments = {
  withNumber: () => [],
  withNumeral: () => [],
};
