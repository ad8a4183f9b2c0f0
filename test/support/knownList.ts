import type { KnownDocument, KnownDocuments } from '../../server/norms/knownDocuments.ts';

/** The list as something that is asked, in its order. */
export function knownList(list: readonly KnownDocument[]): KnownDocuments {
  return {
    withNumber: (normal) => list.filter(({ number }) => number === normal),
    withNumeral: (numeral) =>
      list.filter(({ number }) => /^0*(\p{Nd}*)/u.exec(number)?.[1] === numeral),
    withSubject: (type, subject) =>
      list.filter(
        (known) =>
          known.type === type && known.subject?.toLowerCase() === subject.trim().toLowerCase(),
      ),
  };
}
