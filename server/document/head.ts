import type { Document, Part } from './document.ts';
import type { DocumentType } from '../norms/documentTypes.ts';
import { documentType } from '../norms/documentTypes.ts';
import { stampOf } from '../norms/stamps.ts';
import { readAddressees } from './addressees.ts';
import { cueOf, isPlaceName, typeInCapitals } from './cues.ts';
import { isCapitals } from './letterCase.ts';
import { readNumber } from './numberLine.ts';
import { joinParts, partOf } from './parts.ts';
import { readPlaceAndDate } from './placeAndDate.ts';
import { isStampStart, readStamp } from './receivedStamp.ts';
import type { CuedLine, CuedSegment } from './split.ts';
import { leadOf } from './legalBases.ts';
import { numberingOf } from './numbering.ts';
import { pattern } from '../source/letters.ts';

/** The components above the body, with the index of the first line that is none of them. */
export type Head = Pick<
  Document,
  | 'nationalTitle'
  | 'motto'
  | 'parentAgency'
  | 'issuer'
  | 'number'
  | 'placeAndDate'
  | 'type'
  | 'subject'
  | 'addressees'
  | 'draftMark'
  | 'urgencyMark'
  | 'secrecyMark'
  | 'circulation'
  | 'contactLine'
  | 'receivedStamp'
  | 'party'
> & { readonly end: number };

type Draft = { -readonly [Key in keyof Head]: Head[Key] };

const longestHeadLine = 260;

/** The head of the document whose lines these are; every component may be absent. */
export function readHead(lines: readonly CuedLine[]): Head {
  return new HeadReader(lines).read();
}

class HeadReader {
  readonly #lines: readonly CuedLine[];
  readonly #agencies: CuedSegment[] = [];
  readonly #subject: Part[] = [];
  readonly #labelled: Part[] = [];
  #label: Part | undefined;
  #subjectOpen: 'letter' | 'named' | undefined;
  #named: { type: DocumentType; part: Part; bold: boolean } | undefined;
  readonly #head: Partial<Draft> = {};

  constructor(lines: readonly CuedLine[]) {
    this.#lines = lines;
  }

  read(): Head {
    let index = 0;
    while (index < this.#lines.length) {
      const next = this.#line(index);
      if (next === undefined) break;
      index = next;
    }
    return this.#result(index);
  }

  /** The index after what was taken, or undefined where the head ends. */
  #line(index: number): number | undefined {
    const line = this.#lines[index];
    if (!line) return undefined;
    if (isStampStart(this.#lines, index)) {
      const { stamp, end } = readStamp(this.#lines, index);
      this.#head.receivedStamp = stamp;
      return end;
    }
    if (line.line.paragraph.kind === 'code') return index + 1;
    for (const segment of line.segments) {
      if (segment.cue === 'addressee' && !this.#head.addressees) {
        const { addressees, end } = readAddressees(this.#lines, index, segment);
        this.#head.addressees = addressees;
        this.#subjectOpen = undefined;
        return end;
      }
      if (!this.#segment(segment, index)) return undefined;
    }
    return index + 1;
  }

  #segment(segment: CuedSegment, index: number): boolean {
    const head = this.#head;
    switch (segment.cue) {
      case 'nation':
        if (head.nationalTitle && this.#named) return false;
        head.nationalTitle ??= segment;
        this.#subjectOpen = undefined;
        return true;
      case 'motto':
        head.motto ??= segment;
        return true;
      case 'party':
        head.party = true;
        return true;
      case 'number':
        if (head.number) return this.#ordinary(segment, index);
        head.number = readNumber(segment.line, segment.from, segment.to);
        this.#subjectOpen = undefined;
        return true;
      case 'placeAndDate':
        if (head.placeAndDate) return false;
        head.placeAndDate = readPlaceAndDate(segment.line, segment.from, segment.to);
        if (this.#subjectOpen === 'letter') this.#subjectOpen = undefined;
        return true;
      case 'subjectLabel':
        return this.#openSubject(segment);
      case 'draftMark':
        head.draftMark ??= segment;
        return true;
      case 'mark':
        this.#stamp(segment);
        return true;
      case 'contactLine':
        head.contactLine ??= segment;
        return true;
      case 'recipients':
        return false;
      case 'type':
        return this.#openType(segment);
      case 'agency':
      case 'capitals':
        return this.#capitals(segment, index);
      default:
        return this.#ordinary(segment, index);
    }
  }

  #stamp(segment: CuedSegment): void {
    const head = this.#head;
    switch (stampOf(segment.text)?.kind) {
      case 'urgency':
        head.urgencyMark ??= segment;
        return;
      case 'secrecy':
        head.secrecyMark ??= segment;
        return;
      default:
        head.circulation ??= segment;
    }
  }

  #openSubject(segment: CuedSegment): boolean {
    if (this.#named && /^về việc/iu.test(segment.text)) {
      return this.#ordinary(segment, segment.line.index);
    }
    if (this.#label) return this.#ordinary(segment, segment.line.index);
    const label = /^(?:v\s*\/\s*v|v\/việc|về việc)\s*[:.]?/iu.exec(segment.text);
    const length = label ? label[0].trimEnd().length : 0;
    this.#label = partOf(segment.line, segment.from, segment.from + length);
    this.#subject.push(partOf(segment.line, segment.from + length, segment.to));
    this.#subjectOpen = 'letter';
    return true;
  }

  #openType(segment: CuedSegment): boolean {
    const found = typeInCapitals(segment.text);
    if (!found || this.#named) return false;
    this.#named = {
      type: found.type,
      part: segment,
      bold: segment.line.bold || isHeading(segment),
    };
    // a draft may carry `V/v` beside its type: the words under the type are the subject
    this.#labelled.push(...this.#subject.splice(0));
    this.#subjectOpen = 'named';
    return true;
  }

  #capitals(segment: CuedSegment, index: number): boolean {
    if (/^(?:TM|KT|TL|TUQ|Q)\./u.test(segment.text)) return false;
    if (this.#named) {
      // the authority that decides (`CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …`) stands between subject and bases
      if (isDecidingAuthority(segment.text)) {
        this.#subjectOpen = undefined;
        return true;
      }
      return this.#subjectOpen === 'named' && this.#subjectLine(segment, index);
    }
    // `QUYẾT ĐỊNH:` under declared bases opens the body
    if (numberingOf(segment.line) || /:$/u.test(segment.text)) return false;
    const withSubject = typeInCapitals(segment.text, true);
    if (withSubject && !this.#isAgencyRun(segment)) {
      const part = partOf(segment.line, segment.from, segment.from + withSubject.length);
      this.#named = { type: withSubject.type, part, bold: segment.line.bold };
      this.#subject.push(partOf(segment.line, segment.from + withSubject.length, segment.to));
      this.#subjectOpen = 'named';
      return true;
    }
    if (
      this.#subjectOpen === 'letter' &&
      segment.cue === 'capitals' &&
      !isPlaceName(segment.text)
    ) {
      return this.#subjectLine(segment, index);
    }
    // a title that the decree does not know (`ĐƠN XIN NGHỈ PHÉP`) stands under Quốc hiệu
    const known = segment.cue === 'agency' || isPlaceName(segment.text);
    if (!known && this.#head.nationalTitle && this.#agencies.length === 0) return false;
    this.#agencies.push(segment);
    this.#subjectOpen = undefined;
    return true;
  }

  #isAgencyRun(segment: CuedSegment): boolean {
    return segment.cue === 'agency' && this.#agencies.length === 0;
  }

  #ordinary(segment: CuedSegment, index: number): boolean {
    if (this.#subjectOpen) return this.#subjectLine(segment, index);
    // a rule of underscores or stars under the head is no text
    if (/^[\s_*.\-–—=~]+$/u.test(segment.text)) return true;
    return this.#agencyTail(segment);
  }

  /** `UBND TP. Thủ Dầu Một` under capitals: an agency line that is not all capitals. */
  #agencyTail(segment: CuedSegment): boolean {
    if (this.#named || this.#head.number || segment.text.length > 80) return false;
    if (!/^UBND\s|^HĐND\s/u.test(segment.text)) return false;
    this.#agencies.push(segment);
    return true;
  }

  #subjectLine(segment: CuedSegment, index: number): boolean {
    const text = segment.text;
    if (/^[\s_*.\-–—=~]+$/u.test(text)) {
      this.#subjectOpen = undefined;
      return true;
    }
    if (!this.#continuesSubject(segment, index)) {
      this.#subjectOpen = undefined;
      return false;
    }
    this.#subject.push(segment);
    return true;
  }

  #continuesSubject(segment: CuedSegment, index: number): boolean {
    const text = segment.text;
    if (text.length > longestHeadLine || this.#subject.length >= 8) return false;
    const first = this.#subject.every((part) => part.text === '');
    const lead = leadOf(text);
    if (
      (lead && (!first || /^căn cứ/iu.test(lead.text))) ||
      numberingOf(segment.line) ||
      /^\(?kèm theo/iu.test(text) ||
      /^\(/u.test(text)
    )
      return false;
    if (/[;:]$|\.\/\.$/u.test(text)) return false;
    if (first) return true;
    const before = this.#lines[index - 1]?.line;
    if (before && before.paragraph === segment.line.paragraph) return !/[.]$/u.test(text);
    if (this.#subjectOpen === 'letter') return !/[.]$/u.test(text) && text.length < 120;
    return segment.line.bold || isHeading(segment) ? this.#named?.bold === true : false;
  }

  #result(end: number): Head {
    const { parentAgency, issuer } = splitAgencies(this.#agencies);
    const words = [this.#subject, this.#labelled].map((parts) =>
      parts.filter((part) => part.text !== ''),
    );
    const subject = joinParts(words[0] ?? []) ?? joinParts(words[1] ?? []);
    const head = this.#head;
    const type = this.#typePart();
    const label = this.#label;
    return {
      nationalTitle: head.nationalTitle,
      motto: head.motto,
      parentAgency,
      issuer,
      number: head.number,
      placeAndDate: head.placeAndDate,
      type,
      subject: subject
        ? { ...subject, label }
        : label
          ? { text: '', span: { start: label.span.end, end: label.span.end }, label }
          : undefined,
      addressees: head.addressees,
      draftMark: head.draftMark,
      urgencyMark: head.urgencyMark,
      secrecyMark: head.secrecyMark,
      circulation: head.circulation,
      contactLine: head.contactLine,
      receivedStamp: head.receivedStamp,
      party: head.party === true || isPartyNumber(head.number?.text),
      end,
    };
  }

  #typePart(): Head['type'] {
    if (this.#named) {
      const { text, span } = this.#named.part;
      return { id: this.#named.type.id, text, span };
    }
    const mark = this.#label ?? (this.#head.number ? this.#head.addressees?.label : undefined);
    if (!mark) return undefined;
    return { id: documentType('cong-van').id, text: mark.text, span: mark.span };
  }
}

function isHeading(segment: CuedSegment): boolean {
  return segment.line.paragraph.kind === 'heading';
}

/** Whether the capitals name who decides, as stands above the bases: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …` (Mẫu 1.2). */
export function isDecidingAuthority(text: string): boolean {
  return (
    isCapitals(text) &&
    /^(?:(?:PHÓ\s+)?CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG|CỤC TRƯỞNG|THỦ TƯỚNG|TỔNG|CHÁNH|VIỆN TRƯỞNG|ỦY BAN|UỶ BAN|HỘI ĐỒNG|CHÍNH PHỦ|QUỐC HỘI|BAN|THỐNG ĐỐC)(?=\s|$)/u.test(
      text,
    )
  );
}

/** The lines of two agencies, told apart by where the second one's name begins. */
function splitAgencies(lines: readonly CuedSegment[]): Pick<Head, 'parentAgency' | 'issuer'> {
  const groups: CuedSegment[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const continues = group !== undefined && (line.cue !== 'agency' || isContinuation(group, line));
    if (continues) group.push(line);
    else groups.push([line]);
  }
  const issuer = groups.at(-1);
  const parent = groups.slice(0, -1).flat();
  return { parentAgency: joinParts(parent), issuer: issuer ? joinParts(issuer) : undefined };
}

/** `VĂN PHÒNG` / `ỦY BAN NHÂN DÂN` on two lines is one name only when the first cannot stand alone. */
function isContinuation(group: readonly CuedSegment[], line: CuedSegment): boolean {
  const before = group.at(-1);
  if (!before) return false;
  if (/(?:\s(?:VÀ|CỦA|-)|,|-)$/u.test(before.text)) return true;
  return isPlaceName(line.text) && cueOf(before.text) === 'agency';
}

function isPartyNumber(text: string | undefined): boolean {
  return text !== undefined && pattern.u`^\d{0,5}\s*-\s*\p{Lu}\p{L}{0,4}\s*/\s*\p{Lu}`.test(text);
}
