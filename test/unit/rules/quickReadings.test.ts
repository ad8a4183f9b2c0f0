import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lint } from '../../../server/lint/lint.ts';
import type { LintSettings } from '../../../server/lint/settings.ts';
import { agencies } from '../../../server/norms/agencies.ts';
import { confusables } from '../../../server/norms/confusables.ts';
import { preferredTerms } from '../../../server/norms/preferredTerms.ts';
import { fragmentSample } from '../../../server/rules/samples.ts';
import { kinds } from '../../../server/rules/typography/spacing.ts';
import { ruleById } from '../../../server/rules/index.ts';

const phrases = [
  confusables.map(({ wrong }) => wrong),
  preferredTerms.map(({ wrong }) => wrong),
  agencies.map(({ name }) => name),
  ['ủy ban nhân dân', 'Uỷ Ban nhân dân', 'Hội Đồng nhân dân', 'Sở giáo dục và đào tạo'],
];
const written = fc
  .oneof(...phrases.map((each) => fc.constantFrom(...each)))
  .chain((phrase) =>
    fc.constantFrom(
      phrase,
      phrase.toLowerCase(),
      phrase.toUpperCase(),
      phrase.charAt(0).toUpperCase() + phrase.slice(1),
      phrase.normalize('NFD'),
      phrase.replace(' ', '  '),
      phrase.replace(' ', '\u00a0'),
    ),
  );
const between = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  ' - ',
  ' các ',
  ' năm ',
  ' 2026 ',
  '_',
  '',
);
const texts = fc
  .array(fc.tuple(written, between), { maxLength: 8 })
  .map((parts) => fragmentSample(parts.flat().join('')));

/** Settings that change nothing but that the rule reads every line closely. */
const closely: Readonly<Record<string, LintSettings>> = {
  'word-pair': { options: { 'word-pair': { pairs: { 'qq qq': 'rr rr' } } } },
  'preferred-term': { options: { 'preferred-term': { terms: { 'qq qq': 'rr rr' } } } },
  'capital-agency': {
    agencies: [{ name: 'Sở Qq', symbols: ['SQQ'], level: 'local', kind: 'state' }],
  },
};

describe('a look for the words before a line is read closely', () => {
  for (const [id, settings] of Object.entries(closely)) {
    it(`misses nothing that ${id} finds`, () => {
      const rules = [ruleById(id)].filter((rule) => rule !== undefined);
      assert.equal(rules.length, 1);
      let found = 0;
      fc.assert(
        fc.property(texts, (text) => {
          const { diagnostics } = lint(text, settings, rules);
          found += diagnostics.length;
          assert.deepEqual(lint(text, {}, rules).diagnostics, diagnostics);
        }),
        { numRuns: 40 },
      );
      assert.ok(found > 0);
    });
  }

  it('finds the sign of every fault in spacing', () => {
    const parts = [
      ...['xin', 'Ủy', 'a', 'năm 2020', '1', '%', '(', ')', '“', '”', '"', '’'],
      ...[' ', '  ', ',', '.', ';', ':', '…', '-', '\u0301', '\n'],
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), (words) => {
        const text = words.join('');
        for (const { sign, pattern } of kinds) {
          if (text.search(pattern) >= 0) assert.match(text, sign);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
