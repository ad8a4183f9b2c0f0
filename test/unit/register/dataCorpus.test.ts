import assert from 'node:assert/strict';
import { isoDate } from '../../../server/document/dates/plainDate.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { bundledRegister } from '../../../server/norms/register/bundled.ts';
import { knownDocuments } from '../../../server/norms/register/knownDocuments.ts';
import { citationsOf } from '../../../server/rules/citations/mentions.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { sharedTexts } from '../../support/sharedTexts.ts';

const texts = sharedTexts();

/** Citations of real documents that were looked at and give the day wrongly. */
const mistaken: ReadonlySet<string> = new Set([]);

interface Mention {
  readonly place: string;
  readonly normal: string;
  readonly day: string;
}

function mentions(): readonly Mention[] {
  return texts.flatMap(({ name, text }) =>
    parseDocuments(parseSource(text)).flatMap((document) =>
      citationsOf(document).flatMap(({ number, date, span }) => {
        if (!number || !date?.value) return [];
        const line = text.slice(0, span.start).split('\n').length;
        const day = isoDate(date.value);
        return [{ place: `${name}:${String(line)}`, normal: number.normal, day }];
      }),
    ),
  );
}

describe('the bundled register beside real documents', function () {
  before(function () {
    if (texts.length > 0) return;
    console.log('      no ../shared beside the repository: the register is not held to citations');
    this.skip();
  });

  it('has the days that they cite', () => {
    const known = knownDocuments([bundledRegister()]);
    let agreeing = 0;
    const differing = mentions().flatMap(({ place, normal, day }) => {
      // a number without its year is another document each year
      const rows = known
        .withNumber(normal)
        .filter(({ date }) => /\/\d{4}\//u.test(normal) || date?.slice(0, 4) === day.slice(0, 4));
      if (rows.length === 0) return [];
      if (rows.some(({ date }) => date === day)) {
        agreeing += 1;
        return [];
      }
      const said = `${place} ${normal} ${day}`;
      return mistaken.has(said) ? [] : [`${said}, not ${rows.map(({ date }) => date).join(', ')}`];
    });
    console.log(`      ${String(agreeing)} citations agree with the bundled register`);
    assert.deepEqual(differing, []);
  });
});
