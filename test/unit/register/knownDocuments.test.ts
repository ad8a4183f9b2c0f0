import assert from 'node:assert/strict';
import type { KnownDocument } from '../../../server/norms/knownDocuments.ts';
import { bundledRegister } from '../../../server/norms/register/bundled.ts';
import { knownDocuments } from '../../../server/norms/register/knownDocuments.ts';

function row(
  number: string,
  certainty: KnownDocument['certainty'],
  origin: KnownDocument['origin'],
): KnownDocument {
  return {
    type: undefined,
    number,
    date: undefined,
    issuer: undefined,
    subject: undefined,
    inForceFrom: undefined,
    ended: undefined,
    certainty,
    origin,
  };
}

const bundled = { kind: 'bundled' } as const;
const register = { kind: 'register', file: 'register.csv', line: 2 } as const;
const workspace = { kind: 'workspace', uri: 'file:///a.md' } as const;

describe('known documents', () => {
  it('are found by number whatever zeros lead it', () => {
    const known = knownDocuments([bundledRegister()]);
    assert.equal(known.withNumber('30/2020/NĐ-CP')[0]?.date, '2020-03-05');
    assert.equal(known.withNumber('030/2020/NĐ-CP')[0]?.date, '2020-03-05');
    assert.equal(known.withNumber('9/2010/NĐ-CP')[0]?.number, '09/2010/NĐ-CP');
    assert.deepEqual(known.withNumber('30/2021/NĐ-CP'), []);
  });

  it('are found by numeral, letters of it included', () => {
    const rows = ['030/KH-UBND', '30c/NQ-CP', '300/KH-UBND', '30-NQ/TW'].map((number) =>
      row(number, 'sure', register),
    );
    const known = knownDocuments([rows]);
    const numbers = (numeral: string): readonly string[] =>
      known.withNumeral(numeral).map(({ number }) => number);
    assert.deepEqual(numbers('30'), ['030/KH-UBND', '30-NQ/TW']);
    assert.deepEqual(numbers('030'), ['030/KH-UBND', '30-NQ/TW']);
    assert.deepEqual(numbers('30c'), ['30c/NQ-CP']);
    assert.deepEqual(numbers('3'), []);
  });

  it('come the surest first, then the nearest', () => {
    const lists = [
      [row('1/KH-UBND', 'likely', workspace), row('1/KH-UBND', 'sure', bundled)],
      [row('1/KH-UBND', 'sure', register)],
      [row('1/KH-UBND', 'sure', workspace)],
    ];
    assert.deepEqual(
      knownDocuments(lists)
        .withNumber('1/KH-UBND')
        .map(({ certainty, origin }) => `${certainty} ${origin.kind}`),
      ['sure workspace', 'sure register', 'sure bundled', 'likely workspace'],
    );
  });
});
