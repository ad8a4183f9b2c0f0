import type { Document, ListItem, Part, Section } from '../document.ts';

/** Whether two texts are one document: every component says the same, wherever and however it is written. */
export function isSameDocument(a: Document, b: Document): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}

function contentOf(document: Document): unknown {
  const { number, placeAndDate, signature } = document;
  return [
    document.type?.id,
    // lines of text have them in capitals, as the norm wants (PL I, II.2); values as people write them
    plain(document.parentAgency)?.toLocaleUpperCase('vi'),
    plain(document.issuer)?.toLocaleUpperCase('vi'),
    plain(number)?.replace(/\s/gu, ''),
    plain(placeAndDate?.place),
    placeAndDate?.date,
    plain(document.subject),
    items(document.addressees?.items),
    items(document.legalBases),
    items(document.recipients?.items),
    signature?.authorities.map(plain),
    plain(signature?.title),
    plain(signature?.name),
    plain(document.draftMark),
    // stamped in capitals, however the value is written (PL I, III.2)
    plain(document.urgencyMark)?.toLocaleUpperCase('vi'),
    plain(document.secrecyMark)?.toLocaleUpperCase('vi'),
    plain(document.circulation)?.toLocaleUpperCase('vi'),
    plain(document.drafterCode),
    plain(document.contactLine),
    plain(document.endingMark),
    document.layoutKeys.map(({ key, text }) => [key, text]),
    document.sections.map(sectionOf),
    document.annexes.map(({ heading, title, attachment }) =>
      [heading, title, attachment].map(plain),
    ),
    document.body.map((line) => squeezed(line.text)),
  ];
}

function sectionOf({ numbering, title, form, children }: Section): unknown {
  return [numbering.kind, numbering.label, plain(title), form, children.map(sectionOf)];
}

function items(list: readonly ListItem[] | undefined): unknown {
  return list?.map((item) => plain(item.content));
}

function plain(part: Part | undefined): string | undefined {
  // `…` and dots keep a place for what is still to come
  return part && /[\p{L}\p{N}]/u.test(part.text) ? squeezed(part.text) : undefined;
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
