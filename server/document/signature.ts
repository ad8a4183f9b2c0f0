import type { Part, Signature, SignatureAuthority } from './document.ts';
import { signsAsBody } from '../norms/signers.ts';
import { isCapitals } from './letterCase.ts';
import { joinParts, partOf } from './parts.ts';
import type { CuedSegment } from './split.ts';
import { pattern } from '../source/letters.ts';

const authority = pattern.u`^(?<kind>TM|KT|TL|TUQ|Q)\s*\.\s*(?=\p{L})`;
/** The same without its dot, with a colon or with signs between its letters: `TM ỦY BAN`, `T/M`, `KT:`, `T.L`. */
const looseAuthority = /^(?<kind>T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q|Q)(?:\s?[.:]\s*|\s+)(?=\S)/u;
const placeholder =
  /^\(?(?:đã ký|ký|chữ ký|ký tên|ký, ghi rõ|ký và ghi|có ký|họ và tên|họ tên|chữ ký của)/iu;
const titleWords =
  /^(?:PHÓ\s|CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG|HIỆU TRƯỞNG|CHÁNH|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG|TỔ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|CHỈ HUY|ĐỘI TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|HẠT TRƯỞNG|TRẠM TRƯỞNG|THƯ KÝ|CHỦ TRÌ|CHỦ TỌA|ĐẠI DIỆN|TỔNG THANH TRA|CHÁNH THANH TRA|UỶ VIÊN|ỦY VIÊN|KẾ TOÁN|NGƯỜI)/u;

/** Titles of heads, whom one signs for; `KT TRƯỞNG` alone is no head but a chief accountant. */
const headWords =
  /^(?:(?:TRƯỞNG|CHÁNH)\s\S|(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG|TỔ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|CHỈ HUY TRƯỞNG|ĐỘI TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|HẠT TRƯỞNG|TRẠM TRƯỞNG|TỔNG THANH TRA)(?=\s|$))/u;

/** Degree, honour or rank before a name: `ThS.`, `PGS.TS.`, `BSCKII.`, `Bác sĩ chuyên khoa II`, `Thiếu tướng`. */
const degree =
  /^(?:(?:GS|PGS|TS|TSKH|ThS|Ths|CN|BS|BSNT|DS|(?:BS|DS|CN)?\s?CK\s?(?:I{1,2}|[12])|BSCK|KS|NGƯT|NGND|TTND|TTƯT)[.,\s]|(?:Bác|Dược|Tiến|Thạc) sĩ[,\s]|(?:nội trú|chuyên khoa (?:cấp )?(?:I{1,2}|[12]))[,\s]|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý|ủy|uỷ)[,\s])/u;
const name = pattern.u`^(?:\p{Lu}[\p{Ll}\p{M}’'-]*)(?:\s+(?:\p{Lu}[\p{L}\p{M}’'-]*|\p{Lu}\.)){1,6}$`;

export interface FoundSignature {
  readonly signature: Signature | undefined;
  /** How many of the given segments belong to it. */
  readonly taken: number;
}

/**
 * The signer's block (ND 30, PL I, II.7) at the start of the segments: authority lines, title, name. Blank
 * names and titles stay undefined.
 */
export function readSignature(segments: readonly CuedSegment[]): FoundSignature {
  const authorities: SignatureAuthority[] = [];
  const titles: Part[] = [];
  let signer: Part | undefined;
  let taken = 0;
  for (const segment of segments) {
    const text = segment.text;
    if (isHeadCue(segment)) break;
    if (segment.cue === 'drafterCode' || segment.cue === 'contactLine') {
      taken += 1;
      continue;
    }
    const mark = authorityMark(text);
    if (mark) {
      if (signer) break;
      authorities.push(readAuthority(segment, mark));
    } else if (isNameLine(text) && (authorities.length > 0 || titles.length > 0)) {
      signer = partOf(segment.line, segment.from, segment.to);
      taken += 1;
      break;
    } else if (isTitleLine(text, titles.length + authorities.length > 0)) {
      titles.push(segment);
    } else if (!placeholder.test(text) && !/^[\s.…_-]*$/u.test(text)) {
      break;
    }
    taken += 1;
  }
  const title = titles.at(-1);
  const parts: readonly Part[] = [...authorities, ...titles, ...(signer ? [signer] : [])].sort(
    (a, b) => a.span.start - b.span.start,
  );
  const whole = joinParts(parts);
  if (!whole || (authorities.length === 0 && !title)) return { signature: undefined, taken: 0 };
  return { signature: { ...whole, authorities, title, name: signer }, taken };
}

function isHeadCue({ cue }: CuedSegment): boolean {
  return (
    cue === 'nation' ||
    cue === 'number' ||
    cue === 'type' ||
    cue === 'placeAndDate' ||
    cue === 'recipients'
  );
}

function readAuthority(segment: CuedSegment, { kind, length }: AuthorityMark): SignatureAuthority {
  const holder = partOf(segment.line, segment.from + length, segment.to);
  return { ...partOf(segment.line, segment.from, segment.to), kind, holder };
}

export interface AuthorityMark {
  readonly kind: SignatureAuthority['kind'];
  /** How many characters of the text it takes, with the blanks after it. */
  readonly length: number;
}

/**
 * The mark of authority that a line begins with (ND 30, PL I, II.7.b): as the norm writes it, or amiss where what
 * follows it is a body or a head that one signs for.
 */
export function authorityMark(text: string): AuthorityMark | undefined {
  if (!/^[TKQ]/u.test(text)) return undefined;
  const exact = authority.exec(text);
  const match = exact ?? looseAuthority.exec(text);
  if (!match) return undefined;
  const typed = match.groups?.['kind'] ?? '';
  const kind = typed.replace(/[./]/gu, '') as AuthorityMark['kind'];
  const [{ length }] = match;
  if (!exact && !isSignedFor(kind, text.slice(length), typed.includes('/'))) return undefined;
  return { kind, length };
}

/** Whether one signs so for whom the text names; `T/M` stands for nothing else, `TM` may be part of a name. */
function isSignedFor(kind: AuthorityMark['kind'], holder: string, slashed: boolean): boolean {
  if (holder.length > 90 || !isCapitals(holder)) return false;
  return kind === 'TM' ? slashed || signsAsBody(holder) : headWords.test(holder);
}

function isTitleLine(text: string, begun: boolean): boolean {
  return (
    isCapitals(text) &&
    text.length <= 90 &&
    (titleWords.test(text) || begun) &&
    !/^PHỤ LỤC/u.test(text)
  );
}

/** Whether the text reads as a person's name, with a degree before it or without. */
export function isNameLine(text: string): boolean {
  const bare = stripDegrees(text);
  return text.length <= 60 && name.test(bare) && !isCapitals(bare);
}

/** The name without the degrees before it. */
export function stripDegrees(text: string): string {
  let rest = text;
  for (let match = degree.exec(rest); match; match = degree.exec(rest)) {
    rest = rest.slice(match[0].length).replace(/^[.,\s–-]+/u, '');
  }
  return rest;
}

/** Whether the text stands for a signature or a name that is yet to come: `Họ và tên`, `(Đã ký)`. */
export function isSignaturePlaceholder(text: string): boolean {
  return placeholder.test(text);
}

/** Whether a signer's block could begin with this text. */
export function startsSignature(text: string): boolean {
  return (
    authorityMark(text) !== undefined ||
    (isCapitals(text) && titleWords.test(text) && text.length <= 90)
  );
}
