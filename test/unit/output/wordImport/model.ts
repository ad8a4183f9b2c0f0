import type { Document, Part, Section } from '../../../../server/document/document.ts';

/** What a document says, by component, without places and without how Markdown writes it. */
export function modelOf(document: Document): object {
  const text = (part: Part | undefined): string | undefined => part && plain(part.text);
  const upper = (part: Part | undefined): string | undefined => text(part)?.toLocaleUpperCase('vi');
  const { number, placeAndDate, addressees, recipients, signature } = document;
  return {
    type: document.type?.id,
    parentAgency: upper(document.parentAgency),
    issuer: upper(document.issuer),
    number: text(number)?.replace(/\s/gu, ''),
    date: placeAndDate?.date,
    place: text(placeAndDate?.place),
    subject: text(document.subject),
    addressees: addressees?.items.map((item) => plain(item.content.text)),
    legalBases: document.legalBases.map((item) => plain(item.content.text)),
    sections: document.sections.map(sectionOf),
    recipients: recipients?.items.map((item) => plain(item.content.text)),
    signature: signature && {
      authorities: signature.authorities.map((part) => upper(part)),
      title: upper(signature.title),
      name: text(signature.name),
    },
    annexes: document.annexes
      .filter(({ heading }) => !heading.text.startsWith('[^'))
      .map(({ heading, title }) => [upper(heading), upper(title)]),
    body: plain(
      document.body
        .filter((line) => line.paragraph.kind !== 'footnote')
        .map((line) => line.text)
        .join(' '),
    ),
  };
}

/** A title that the file breaks by hand ends at its line for the model, and the page joins the lines again. */
const hardWrap = 20;

function sectionOf({ numbering, title, children }: Section): object {
  return {
    number: numbering.label,
    title: plain(title.text).toLocaleUpperCase('vi').slice(0, hardWrap),
    children: children.map(sectionOf),
  };
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
