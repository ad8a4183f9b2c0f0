import type { ReceivedStamp } from './document.ts';
import { scanDates } from './dates/scanDates.ts';
import { overlaps } from '../source/span.ts';
import { joinParts, partOf } from './parts.ts';
import type { CuedLine } from './split.ts';

const arrival = /^(?:CÔNG VĂN\s+)?ĐẾN(?=\s|:|$)/u;
const stampLine = /^(?:số|ngày|giờ|chuy[eêể]n|lưu\s+hồ\s+sơ|kính\s+chuyển)(?:\s+[^:]{0,20})?\s*:/iu;

/** Whether a received stamp (`ĐẾN Số: … Ngày: …`) begins here, with the agency that stamped it or without. */
export function isStampStart(lines: readonly CuedLine[], index: number): boolean {
  const text = lines[index]?.line.text ?? '';
  const next = lines[index + 1]?.line.text ?? '';
  const after = lines[index + 2]?.line.text ?? '';
  if (arrival.test(text)) return /số\s*:/iu.test(text) || stampLine.test(next);
  const agency = lines[index]?.segments[0]?.cue === 'agency';
  return agency && arrival.test(next) && (/số\s*:/iu.test(next) || stampLine.test(after));
}

/** The stamp that begins at `index`, with the index after it. */
export function readStamp(
  lines: readonly CuedLine[],
  index: number,
): { stamp: ReceivedStamp; end: number } {
  let end = index;
  const taken: CuedLine[] = [];
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line) break;
    const text = line.line.text;
    const opening = taken.length < 2 && (arrival.test(text) || line.segments[0]?.cue === 'agency');
    if (!opening && !stampLine.test(text)) break;
    taken.push(line);
  }
  const parts = taken.map((line) => partOf(line.line));
  const whole = joinParts(parts) ?? { text: '', span: { start: 0, end: 0 } };
  const dated = taken.find((line) => /ngày\s*:/iu.test(line.line.text));
  const numbered = taken.find((line) => /(?:^|\s)số\s*:\s*\d/iu.test(line.line.text));
  const number = /số\s*:\s*(\d+)/iu.exec(numbered?.line.text ?? '');
  const numberAt = number ? number.index + number[0].length - (number[1]?.length ?? 0) : 0;
  return {
    stamp: {
      ...whole,
      number:
        number && numbered
          ? partOf(numbered.line, numberAt, number.index + number[0].length)
          : undefined,
      date: dated
        ? scanDates(dated.line.paragraph).find((date) => overlaps(date.span, dated.line.span))
        : undefined,
    },
    end,
  };
}
