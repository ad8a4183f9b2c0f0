import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Document, Section } from '../../server/document/document.ts';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import { lint } from '../../server/lint/lint.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import type { Span } from '../../server/source/span.ts';

const folder = '../shared/corpus';
const index = `${folder}/index.tsv`;

interface Row {
  readonly file: string;
  readonly type: string;
  readonly state: string;
}

const rows: readonly Row[] = existsSync(index)
  ? readFileSync(index, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [file = '', type = '', , state = ''] = line.split('\t');
        return { file, type, state };
      })
      .filter(({ file }) => existsSync(`${folder}/${file}`))
  : [];

const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

function spansOf(document: Document): readonly Span[] {
  const sections = (some: readonly Section[]): readonly Span[] =>
    some.flatMap((each) => [each.span, each.heading, each.title.span, ...sections(each.children)]);
  return [
    document.span,
    ...[
      document.nationalTitle,
      document.motto,
      document.issuer,
      document.number,
      document.subject,
    ].flatMap((part) => part?.span ?? []),
    ...document.legalBases.map(({ span }) => span),
    ...document.citations.map(({ span }) => span),
    ...document.dates.map(({ span }) => span),
    ...sections(document.sections),
  ];
}

describe('real documents', () => {
  before(function () {
    if (rows.length === 0) this.skip();
  });

  it('are one document each, of the type that their file says', () => {
    for (const { file, type } of rows) {
      const documents = parseDocuments(parseSource(read(file)));
      assert.deepEqual(
        documents.map((document) => document.type?.id),
        [type],
        file,
      );
    }
  });

  it('have a head, a body and a foot', () => {
    for (const { file } of rows.filter((row) => row.file !== 'ke-hoach-07.md')) {
      const [document] = parseDocuments(parseSource(read(file)));
      assert.ok(document?.recognised, file);
      assert.ok(
        document.issuer && document.number && document.placeAndDate && document.subject,
        file,
      );
      assert.ok(document.recipients && document.signature?.title, file);
      assert.ok(document.endingMark, file);
    }
  });

  it('have every span inside the file', () => {
    for (const { file } of rows) {
      const text = read(file);
      for (const document of parseDocuments(parseSource(text))) {
        for (const { start, end } of spansOf(document)) {
          assert.ok(0 <= start && start <= end && end <= text.length, `${file} ${start}–${end}`);
        }
      }
    }
  });

  it('draw no more than a handful of errors and warnings when finished', () => {
    for (const { file, state } of rows.filter((row) => row.file !== 'ke-hoach-07.md')) {
      if (state !== 'final') continue;
      const loud = lint(read(file)).diagnostics.filter(({ severity }) =>
        /error|warning/u.test(severity),
      );
      assert.ok(loud.length <= 6, `${file}: ${loud.map(({ rule }) => rule).join(', ')}`);
    }
  });
});

describe('the real dossier', () => {
  const dossier = '../shared/dossier/ke-hoach-220.md';

  it('draws every report that was found by hand, at its line', function () {
    if (!existsSync(dossier)) this.skip();
    const text = readFileSync(dossier, 'utf8');
    const found = new Set(
      lint(text).diagnostics.map(
        ({ rule, span }) => `${text.slice(0, span.start).split('\n').length} ${rule}`,
      ),
    );
    const expected = [
      '3 national-title',
      '3 issuer-missing',
      '11 citation-number-format',
      '13 citation-number-format',
      '11 citation-conflict',
      '138 citation-conflict',
      '181 citation-conflict',
      '223 citation-conflict',
      '13 citation-conflict',
      '225 citation-conflict',
      '23 section-numbering-style',
      '17 section-level',
      '70 citation-year-missing',
      '281 citation-year-missing',
      '119 number-format',
      '119 number-issuer-mismatch',
      '132 date-received-before-issued',
      '132 date-short-year',
      '138 citation-capital',
      '181 citation-capital',
      '138 citation-number-format',
      '181 citation-number-format',
      '140 citation-conflict',
      '165 citation-conflict',
      '165 number-issuer-mismatch',
      '144 ending-mark',
      '150 recipients-archive',
      '210 number-type-mismatch',
      '210 number-blank',
      '211 subject-label',
      '214 place-date-blank',
      '247 section-level',
      '315 signature-authority',
      '315 signature-missing',
    ];
    assert.deepEqual(
      expected.filter((each) => !found.has(each)),
      [],
    );
  });
});
