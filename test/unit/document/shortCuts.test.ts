import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayCite, scanCitations } from '../../../server/document/citations/scanCitations.ts';
import {
  pinpointOpenings,
  readPinpoint,
} from '../../../server/document/citations/pinpointGrammar.ts';
import { scanPinpoints } from '../../../server/document/citations/scanPinpoints.ts';
import { readType, typeOpenings } from '../../../server/document/citations/typeNames.ts';
import { isContactLine } from '../../../server/document/contactLine.ts';
import { lineForms } from '../../../server/document/cues.ts';
import { mayDate } from '../../../server/document/dates/mayDate.ts';
import { scanDates } from '../../../server/document/dates/scanDates.ts';
import { fold, isCapitals } from '../../../server/document/letterCase.ts';
import { withoutBlanks } from '../../../server/document/parts.ts';
import { columnsOf, type Column } from '../../../server/document/segments.ts';
import { Tokens } from '../../../server/document/tokens.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { textsOfPieces } from '../../support/pieces.ts';
import { plainText } from '../../support/plainText.ts';
import { sharedTexts } from '../../support/sharedTexts.ts';

// What is put behind a text makes it worth reading at length and takes no part in what stands before.
const foreign = '\n; 中';
const slashed = '\n< /a';
const pinpoint = '\n; điểm a';

function checkMentions(text: string): void {
  const citations = scanCitations(plainText(text));
  assert.deepEqual(citations, scanCitations(plainText(text + slashed)));
  if (!mayCite(text)) assert.deepEqual(citations, []);
  const dates = scanDates(plainText(text));
  assert.deepEqual(dates, scanDates(plainText(text + foreign)));
  if (!mayDate(text)) assert.deepEqual(dates, []);
  assert.deepEqual(
    scanPinpoints(plainText(text)),
    scanPinpoints(plainText(text + pinpoint)).slice(0, -1),
  );
}

function checkOpenings(text: string): void {
  const tokens = new Tokens(text);
  for (const [index, { key }] of tokens.list.entries()) {
    if (!typeOpenings.includes(key)) assert.equal(readType(tokens, index), undefined);
    if (!pinpointOpenings.includes(key)) assert.equal(readPinpoint(tokens, index), undefined);
  }
}

function checkForms(text: string): void {
  for (const { needs, read } of lineForms)
    if (!needs.test(text)) assert.equal(read(text), undefined, `${text} lacks ${needs.source}`);
  assert.equal(isCapitals(text), /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text));
}

/** The columns of a line by the patterns alone, whatever the text has. */
function columnsAtLength(text: string): readonly Column[] {
  const gaps = isContactLine(text) ? [] : [...text.matchAll(/ \| | {3,}(?=\p{Lu}|-)|\t[\t ]*/gu)];
  const numbered = fold(text.slice(0, 3)).startsWith('so');
  const heads =
    gaps.length > 0 || text.length >= 200
      ? []
      : [
          /(?<=\S)\s+(?=C[ỘO]NG H[ÒO][AÀ] X[ÃA] H[ỘO]I)/u.exec(text),
          /(?<=VIỆT NAM)\s+(?=Đ[ộô]c l[ậâ]p)/u.exec(text),
          numbered ? /(?<=\/\S*)\s+(?=\p{Lu}[^,\d]{1,40},?\s+ngày\s)/u.exec(text) : null,
        ];
  const cuts = [...gaps, ...heads].flatMap((cut) =>
    cut ? [{ at: cut.index, next: cut.index + cut[0].length }] : [],
  );
  const ends = [...cuts.map(({ at }) => at), text.length];
  return [0, ...cuts.map(({ next }) => next)].flatMap((from, order) => {
    const to = ends[order] ?? text.length;
    const { start, end } = withoutBlanks(text, from, to);
    return ['', '|'].includes(text.slice(start, end)) ? [] : [{ from: start, to }];
  });
}

function checkLine(text: string): void {
  checkOpenings(text);
  checkForms(text);
  assert.deepEqual(columnsOf(text), columnsAtLength(text));
}

describe('the short cuts past texts that name nothing', () => {
  it('know the same figures and letters as the grammars', () => {
    for (const text of [
      'mục ٣',
      'mục ９',
      'mục 𝟎',
      'điểm a१',
      'điểm a𐐀',
      'ngày ٣/٣/2020',
      'số ٣/QĐ-UBND',
    ])
      checkMentions(text);
  });

  it('pass over no citation, date or pinpoint of any text', () => {
    fc.assert(
      fc.property(textsOfPieces, (text) => {
        checkMentions(text.normalize('NFC'));
      }),
      { numRuns: 3000 },
    );
  });

  it('pass over no form of a line of any text', () => {
    fc.assert(
      fc.property(textsOfPieces, (text) => {
        checkLine(text.normalize('NFC'));
      }),
      { numRuns: 5000 },
    );
  });

  it('pass over nothing in real documents', function () {
    const texts = sharedTexts();
    if (texts.length === 0) this.skip();
    for (const { text } of texts) {
      const { paragraphs, lines } = parseSource(text);
      for (const paragraph of paragraphs) checkMentions(paragraph.text);
      for (const line of lines) checkLine(line.text);
    }
  });
});
