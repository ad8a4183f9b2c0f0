import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Citation } from '../../server/document/citations/citation.ts';
import { formatDate } from '../../server/document/dates/formatDate.ts';
import type { PlainDate } from '../../server/document/dates/plainDate.ts';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import { lint } from '../../server/lint/lint.ts';
import type { KnownDocuments } from '../../server/norms/knownDocuments.ts';
import { bundledRegister } from '../../server/norms/register/bundled.ts';
import { knownDocuments } from '../../server/norms/register/knownDocuments.ts';
import { readRegisterCsv } from '../../server/register/readRegister.ts';
import { mergeRegister, writeRegisterCsv } from '../../server/register/writeRegister.ts';
import { citationsOf } from '../../server/rules/citations/mentions.ts';
import citationRegister from '../../server/rules/register/citation-register.ts';
import { knownOf } from '../../server/rules/register/knownCitation.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import { applyEdits, type Span } from '../../server/source/span.ts';

const file = new URL('../../../shared/corpus/register-binh-duong.csv', import.meta.url);

describe('the log of a province', () => {
  it('is imported or refused, row by row, with a reason', function () {
    if (!existsSync(file)) {
      console.log('skipped: there is no ../shared/corpus/register-binh-duong.csv');
      return this.skip();
    }
    const text = readFileSync(file, 'utf8');
    const { entries, refused, notes, rows, unused } = readRegisterCsv(text, {
      file: 'register.csv',
      issuer: 'Ủy ban nhân dân tỉnh Bình Dương',
    });
    const counts = new Map<string, number>();
    for (const { reason } of refused) counts.set(reason.kind, (counts.get(reason.kind) ?? 0) + 1);
    console.log(
      `${rows} rows: ${entries.length} imported, ${refused.length} refused`,
      Object.fromEntries(counts),
      `${notes.length} remarks`,
    );
    assert.equal(entries.length + refused.length, rows);
    assert.deepEqual(unused, []);
    assert.ok(
      refused.every(({ line, reason }) => line > 1 && reason.vi !== '' && reason.en !== ''),
    );
    const odd = refused.filter(({ reason }) => reason.kind !== 'duplicate');
    assert.ok(odd.length <= rows / 100, `${odd.length} rows could not be read`);

    const again = readRegisterCsv(writeRegisterCsv(entries), { file: 'register.csv' });
    assert.deepEqual(again.refused, []);
    assert.equal(mergeRegister(again.entries, entries).added.length, 0);
  });
});

const corpus = new URL('../../../shared/corpus/', import.meta.url);

describe('the bundled register on real documents', () => {
  it('reports each date that it knows otherwise, and gives the right one back', function () {
    if (!existsSync(corpus)) {
      console.log('skipped: there is no ../shared/corpus');
      return this.skip();
    }
    const known = knownDocuments([bundledRegister()]);
    let made = 0;
    let found = 0;
    let restored = 0;
    for (const name of readdirSync(corpus).filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(new URL(name, corpus), 'utf8');
      for (const { citation, date } of datedCitations(text, known).slice(0, 5)) {
        const { start, end } = date.span;
        const written = text.slice(start, end);
        const changed = wrongDay(written, date.value);
        if (changed === undefined) continue;
        made += 1;
        const wrong = text.slice(0, start) + changed + text.slice(end);
        const report = lint(wrong, { known }, [citationRegister]).diagnostics.find(
          ({ span }) => span.start === start,
        );
        if (report) found += 1;
        else console.log(`${name}: missed ${citation.text.slice(0, 100)} as ${changed}`);
        const edits = report?.fixes[0]?.edits ?? [];
        if (report && applyEdits(wrong, edits) === text) restored += 1;
      }
    }
    console.log(`${made} dates changed: ${found} found, ${restored} restored`);
    assert.ok(found >= made * 0.99 && restored >= made * 0.97);
  });
});

function datedCitations(
  text: string,
  known: KnownDocuments,
): readonly { citation: Citation; date: { span: Span; value: PlainDate } }[] {
  return parseDocuments(parseSource(text))
    .filter(({ recognised }) => recognised)
    .flatMap(citationsOf)
    .flatMap((citation) => {
      const { date } = citation;
      const sure = knownOf(known, citation)?.certainty === 'sure';
      return sure && date?.value
        ? [{ citation, date: { span: date.span, value: date.value } }]
        : [];
    });
}

/** The date as it was written, on another day of its month; undefined where it is written unlike the norm. */
function wrongDay(written: string, value: PlainDate): string | undefined {
  const day = value.day > 20 ? value.day - 10 : value.day + 3;
  const forms = ['words', 'figures'] as const;
  const form = forms.find((one) => written.endsWith(formatDate(value, one)));
  if (!form) return undefined;
  return written.replace(formatDate(value, form), formatDate({ ...value, day }, form));
}
