import type { PlaceAndDate } from '../../document/document.ts';
import { pattern } from '../../source/letters.ts';
import type { Span } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { capitalized } from './territory.ts';

const words =
  /(?<word>ng[àa]y)(?<g1>[\s.…_]*)(?<day>\d{0,2})(?<g2>[\s.…_]*)th[áa]ng(?<g3>[\s.…_]*)(?<month>\d{0,2})(?<g4>[\s.…_]*)n[ăa]m(?<g5>[\s.…_]*)(?<year>\d{0,4})/iu;
const figures =
  /(?:ng[àa]y\s*)?(?<day>\d{1,2})\s*[-./]\s*(?<month>\d{1,2})\s*[-./]\s*(?<year>\d{4}|\d{2})(?!\d)/iu;

export default rule({
  id: 'place-date-format',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4',
  title: {
    vi: 'Địa danh, thời gian ban hành viết sai thể thức',
    en: 'Place and date not in the norm’s form',
  },
  why: {
    vi: 'Viết đầy đủ “Địa danh, ngày … tháng … năm …”: chữ đầu địa danh viết hoa, sau địa danh có dấu phẩy; ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 phía trước, các tháng khác thì không.',
    en: 'The line is written in full, “Place, ngày … tháng … năm …”: capitals on the place, a comma after it; days below 10 and months 1 and 2 take a leading zero, other months do not.',
  },
  examples: () => [
    {
      bad: planSample({ place: '*«Hòa Bình ngày 05 tháng 3 năm 2026»*' }),
      fixed: planSample(),
    },
    { bad: planSample({ place: '*Hòa Bình, «ngày 5 tháng 03 năm 2026»*' }), fixed: planSample() },
    { bad: planSample({ place: '*Hòa Bình, «ngày 05/3/2026»*' }), fixed: planSample() },
    { bad: planSample({ place: '*Hòa Bình, «05/3/2026»*' }), fixed: planSample() },
    {
      bad: letterSample({ place: '*«phú thọ, ngày 12 tháng 1 năm 2026»*' }),
      fixed: letterSample(),
    },
    {
      bad: letterSample({ place: 'Phú Thọ, «ngày    tháng 1 năm 2026»' }),
      fixed: letterSample({ place: 'Phú Thọ, ngày    tháng 01 năm 2026' }),
    },
    {
      bad: frontMatterPlanSample({ 'địa danh': '«hòa bình»' }),
      fixed: frontMatterPlanSample(),
    },
    { good: planSample() },
    { good: letterSample({ place: 'Phú Thọ, ngày … tháng … năm 2026' }) },
    { good: decisionSample({ place: '*Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026*' }) },
    { good: frontMatterPlanSample() },
    { good: frontMatterPlanSample({ ngày: '5/3/2026' }), note: 'Bản in tự viết ngày cho đủ.' },
  ],
  reads: { edges: true },
  check(document, report) {
    const { placeAndDate } = document;
    if (!placeAndDate) return;
    const inFrontMatter = document.source.lineAt(placeAndDate.span.start) === undefined;
    const change = inFrontMatter ? placeChange(placeAndDate) : lineChange(placeAndDate);
    if (!change) return;
    report({
      span: change.span,
      message: {
        vi: `Địa danh, thời gian ban hành viết sai thể thức: cần “${change.expected}” (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
        en: `Place and date not in the norm’s form: “${change.expected}” is expected (ND 30/2020/NĐ-CP, Annex I, II.4)`,
      },
      fixes: [
        {
          title: { vi: `Sửa thành “${change.expected}”`, en: `Change to “${change.expected}”` },
          safe: true,
          edits: [{ span: change.span, newText: change.expected }],
        },
      ],
    });
  },
});

interface Change {
  readonly span: Span;
  readonly expected: string;
}

function placeChange({ place }: PlaceAndDate): Change | undefined {
  if (!place) return undefined;
  const expected = expectedPlace(place.text);
  return expected === place.text ? undefined : { span: place.span, expected };
}

function lineChange(placeAndDate: PlaceAndDate): Change | undefined {
  const { text, place, dateSpan, span } = placeAndDate;
  const match = words.exec(text) ?? figures.exec(text);
  if (!match?.groups) return undefined;
  const date =
    match.groups['word'] === undefined ? fromFigures(match.groups) : fromWords(match.groups);
  const before = place ? text.slice(place.text.length, match.index) : '';
  const after = text.slice(match.index + match[0].length).trim();
  const name = place && expectedPlace(place.text);
  const whole = `${name === undefined ? '' : `${name}, `}${date}${/^\.$/u.test(after) ? '' : after}`;
  const onlyDate =
    place === undefined || (name === place.text && collapsed(before) === ', ' && after !== '.');
  if (onlyDate) {
    return sameWords(date, match[0]) ? undefined : { span: dateSpan, expected: date };
  }
  return { span, expected: whole };
}

/** Blanks to fill in stay as they are. */
function fromWords(groups: Readonly<Record<string, string>>): string {
  const { g1 = '', day = '', g2 = '', g3 = '', month = '', g4 = '', g5 = '', year = '' } = groups;
  const shownDay = day === '' ? g1 + g2 : ` ${twoDigits(day)} `;
  const shownMonth = month === '' ? g3 + g4 : ` ${monthFigure(month)} `;
  return `ngày${shownDay}tháng${shownMonth}năm${year === '' ? g5 : ` ${year}`}`;
}

function fromFigures(groups: Readonly<Record<string, string>>): string {
  const { day = '', month = '', year = '' } = groups;
  const fullYear = year.length === 2 ? `20${year}` : year;
  return `ngày ${twoDigits(day)} tháng ${monthFigure(month)} năm ${fullYear}`;
}

function twoDigits(day: string): string {
  return day.padStart(2, '0');
}

function monthFigure(month: string): string {
  const value = Number(month);
  return value === 1 || value === 2 ? `0${value}` : String(value);
}

function collapsed(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function sameWords(a: string, b: string): boolean {
  return collapsed(a) === collapsed(b);
}

const unitWord = /^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?=\s)/u;

/** Capital initials; a name with some capitals is the office's own way beyond the first letter. */
function expectedPlace(place: string): string {
  if (!pattern.u`\p{Lu}`.test(place)) {
    const unit = unitWord.exec(place)?.[0] ?? '';
    return unit === ''
      ? capitalized(place)
      : upperFirst(unit) + capitalized(place.slice(unit.length));
  }
  if (!pattern.u`\p{Ll}`.test(place) && place.length > 4 && !/[.\d]/u.test(place))
    return capitalized(place);
  return upperFirst(place);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
