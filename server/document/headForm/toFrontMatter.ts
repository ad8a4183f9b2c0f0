import { lineEndingOf, lineEndAt, lineStartAt, skipBlankLines } from './physicalLines.ts';
import { pattern } from '../../source/letters.ts';
import type { Edit, Span } from '../../source/span.ts';
import { contains, overlaps, span } from '../../source/span.ts';
import type { Document, Part } from '../document.ts';
import { declarationLines, type Extent } from './declaredHead.ts';
import { headFields } from './fields.ts';

interface Reason {
  readonly vi: string;
  readonly en: string;
}

/** The edits that move the components of a text's head into front matter, or why they cannot be moved. */
export function editsToFrontMatter(
  document: Document,
  extent: Extent,
): { readonly edits: readonly Edit[] } | { readonly reason: Reason } {
  const { text } = document.source;
  const { frontMatter } = document;
  if (frontMatter && frontMatter.problems.length > 0) return { reason: brokenYaml };
  if (frontMatter?.entries.some(({ field }) => field !== undefined && headFields.has(field))) {
    return { reason: halfDeclared };
  }
  const start = frontMatter?.span.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const parts = headParts(document);
  const end = lineEndAt(text, Math.max(start, ...parts.map((part) => part.span.end)));
  const head = span(start, end);
  const regions: [Span, readonly Part[]][] = [[head, parts]];
  if (extent === 'whole') regions.push(...closingRegions(document, end));
  if (regions.some(([region, moved]) => isMarkedUp(document, region, moved))) {
    return { reason: markedUp };
  }
  const eol = lineEndingOf(text);
  const declared = declarationLines(document, extent, end);
  const kept = keptOf(document, head, parts);
  const block = document.source.frontMatter;
  const yaml = [...declared, ...(block ? [block.yaml.trimEnd()] : [])].filter(
    (line) => line !== '',
  );
  const before = ['---', ...yaml, '---', ''].join(eol);
  const edits: Edit[] = [
    {
      span: span(block?.span.start ?? start, skipBlankLines(text, end)),
      newText: [before, ...kept.map((line) => `${line}${eol}`), ''].join(eol),
    },
  ];
  for (const [region, moved] of regions.slice(1)) {
    const rest = keptOf(document, region, moved);
    const after = skipBlankLines(text, region.end);
    const isEnd = after === text.length && rest.length === 0;
    const last = isEnd ? text.slice(0, region.start).trimEnd().length : region.start;
    edits.push({
      span: span(Math.max(last, edits.at(-1)?.span.end ?? 0), after),
      newText: isEnd ? eol : rest.map((line) => `${line}${eol}${eol}`).join(''),
    });
  }
  return { edits };
}

/** The parts of the head that stand in the text before the body. */
export function headParts(document: Document): readonly Part[] {
  const bodyStart = document.body[0]?.span.start ?? document.span.end;
  const { number, subject, addressees } = document;
  return [
    document.nationalTitle,
    document.motto,
    document.parentAgency,
    document.issuer,
    number && { text: number.text, span: number.line },
    document.placeAndDate,
    document.type,
    subject,
    subject?.label,
    addressees,
    document.draftMark,
    document.urgencyMark,
    document.secrecyMark,
    document.circulation,
  ].filter((part): part is Part => part !== undefined && part.span.end <= bodyStart);
}

function closingRegions(document: Document, from: number): [Span, readonly Part[]][] {
  const { legalBases, recipients, signature, source } = document;
  const groups: readonly (readonly Part[])[] = [
    legalBases,
    [recipients, signature].filter((part) => part !== undefined),
  ];
  return groups.flatMap((parts): [Span, readonly Part[]][] => {
    if (parts.length === 0) return [];
    const start = lineStartAt(source.text, Math.min(...parts.map((part) => part.span.start)));
    const end = lineEndAt(source.text, Math.max(...parts.map((part) => part.span.end)));
    return start < from ? [] : [[span(start, end), parts]];
  });
}

/** Whether the stretch has links, pictures, footnotes or other marks that no value could hold. */
function isMarkedUp(document: Document, region: Span, parts: readonly Part[]): boolean {
  const { source, lines } = document;
  const covered = lines.filter((line) => overlaps(line.span, region));
  if (covered.some((line) => line.span.end > region.end)) return true;
  let raw = '';
  let at = region.start;
  const inside = source.comments.filter((comment) => contains(region, comment.span));
  for (const comment of inside) {
    raw += source.text.slice(at, comment.span.start);
    at = comment.span.end;
  }
  raw += source.text.slice(at, region.end);
  const seen = covered.map(({ text }) => text).join('');
  return parts.length > 0 && plain(raw) !== plain(seen);
}

/** The characters that show, without the marks that Markdown makes bold, lists, headings and tables with. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<br\s?\/?>|&nbsp;/giu, '')
    .replace(/[\s*_#>|\\+:•-]+/gu, '');
}

/** What of the stretch is no part that moves, as it stands in the file: other lines and comments. */
function keptOf(document: Document, region: Span, parts: readonly Part[]): readonly string[] {
  const { source, lines } = document;
  const stamp = document.receivedStamp;
  const isMoved = (place: Span): boolean =>
    parts.some((part) => overlaps(part.span, place)) && !(stamp && overlaps(stamp.span, place));
  const others = lines.filter(
    ({ span: place, text }) =>
      contains(region, place) && pattern.u`[\p{L}\p{N}]`.test(text) && !isMoved(place),
  );
  const kept = [
    ...others.map(({ span: place }) =>
      span(lineStartAt(source.text, place.start), lineEndAt(source.text, place.end)),
    ),
    ...source.comments.filter(({ span: place }) => contains(region, place)).map((one) => one.span),
  ];
  return kept
    .sort((a, b) => a.start - b.start)
    .filter((one, index) => !kept.slice(0, index).some((other) => contains(other, one)))
    .map(({ start, end }) => source.text.slice(start, end));
}

const brokenYaml: Reason = {
  vi: 'Phần đầu YAML đang có lỗi; hãy sửa trước.',
  en: 'The front matter has faults; mend them first.',
};
const halfDeclared: Reason = {
  vi: 'Phần đầu YAML đã khai một số thành phần mà chưa có khóa “loại”; hãy thêm khóa ấy.',
  en: 'The front matter declares some components without the key “loại”; add that key.',
};
const markedUp: Reason = {
  vi: 'Phần chuyển có liên kết, hình hoặc đánh dấu mà YAML không giữ được.',
  en: 'What would move has links, pictures or marks that YAML cannot hold.',
};
