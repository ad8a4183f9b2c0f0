import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { agenciesOfSymbol } from '../../../server/norms/agencies.ts';
import {
  citedType,
  citedTypes,
  lawNames,
  typeOfAbbreviation,
} from '../../../server/norms/citedTypes.ts';
import type { KnownDocument } from '../../../server/norms/knownDocuments.ts';
import { bundledRegister } from '../../../server/norms/register/bundled.ts';
import { bundledFiles } from '../../../server/norms/register/files.ts';

const folder = new URL('../../../server/norms/register/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const names = readdirSync(new URL('data/', folder));
const rows = bundledRegister();
const said = ({ number, date }: KnownDocument): string => `${number} ${date ?? ''}`;
const typeIds: readonly string[] = citedTypes.map(({ id }) => id);

/** Rows for which `wrong` gives a reason, with it. */
function faults(wrong: (row: KnownDocument) => string | undefined): readonly string[] {
  return rows.flatMap((row) => {
    const reason = wrong(row);
    return reason === undefined ? [] : [`${said(row)}: ${reason}`];
  });
}

/** The number without numeral and year: `NĐ-CP`, `QH15`. */
function symbolOf(number: string): string {
  return number.replace(/^\d+[a-z]?[/-](?:\d{4}\/)?/u, '');
}

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day);
}

describe('the bundled register', () => {
  it('holds to its schema, in files of at most forty rows that are all shipped', () => {
    const validate = new Ajv({ allErrors: true }).compile(read('register.schema.json') as object);
    for (const name of names) {
      const file = read(`data/${name}`) as { readonly documents: readonly unknown[] };
      assert.ok(validate(file), `${name}: ${JSON.stringify(validate.errors)}`);
      assert.ok(file.documents.length <= 40, `${name} has ${String(file.documents.length)} rows`);
    }
    assert.equal(bundledFiles.length, names.length);
  });

  it('has each number of an issuer once a type', () => {
    const seen = new Set<string>();
    const key = ({ number, issuer, date, type }: KnownDocument): string =>
      // numbers without a year come again every year; the Assembly numbers laws and resolutions apart
      [number, issuer, /\/\d{4}\//u.test(number) ? '' : date?.slice(0, 4), type].join(' ');
    assert.deepEqual(
      faults((row) => {
        const again = seen.has(key(row));
        seen.add(key(row));
        return again ? 'twice' : undefined;
      }),
      [],
    );
  });

  it('agrees with its own numbers in type and year', () => {
    assert.deepEqual(
      faults(({ type, number, date }) => {
        if (type === undefined || !typeIds.includes(type)) return `type ${String(type)}`;
        const year = /\/(\d{4})\//u.exec(number)?.[1];
        if (year !== undefined && year !== date?.slice(0, 4)) return `date ${String(date)}`;
        const [group = ''] = symbolOf(number).split(/[-/]/u);
        const named = /^(?:QH|UBTVQH)\d/u.test(group) ? undefined : typeOfAbbreviation(group)?.id;
        return named !== undefined && named !== type ? `type ${type}` : undefined;
      }),
      [],
    );
  });

  it('agrees with its own numbers in the issuer', () => {
    assert.deepEqual(
      faults(({ number, issuer = '', type }) => {
        const symbol = symbolOf(number);
        if (/^QH\d/u.test(symbol)) return issuer === 'Quốc hội' ? undefined : issuer;
        if (symbol.startsWith('UBTVQH'))
          return issuer === 'Ủy ban Thường vụ Quốc hội' ? undefined : issuer;
        const groups = symbol.split(/[-/]/u).slice(1);
        if (type === 'thong-tu-lien-tich') return issuer.includes(', ') ? undefined : issuer;
        const agencies = groups.flatMap((group) => agenciesOfSymbol(group));
        const fits = agencies.some(({ name, names: others = [] }) =>
          [name, ...others].includes(issuer),
        );
        return fits || agencies.length === 0 ? undefined : issuer;
      }),
      [],
    );
  });

  it('has days that exist and follow one another', () => {
    assert.deepEqual(
      faults(({ date = '', inForceFrom, ended }) => {
        for (const day of [date, inForceFrom, ended?.on]) {
          if (day !== undefined && !isRealDay(day)) return `no day ${day}`;
        }
        if (inForceFrom !== undefined && inForceFrom < date) return `in force ${inForceFrom}`;
        if (ended && ended.on <= (inForceFrom ?? date)) return `ended ${ended.on}`;
        return undefined;
      }),
      [],
    );
  });

  it('knows what ended a document as a document of that time', () => {
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    assert.deepEqual(
      faults(({ ended }) => {
        if (ended?.by === undefined) return undefined;
        const successor = byNumber.get(ended.by);
        if (!successor) return `no row for ${ended.by}`;
        return (successor.date ?? '') > ended.on ? `${ended.by} is younger` : undefined;
      }),
      [],
    );
  });

  it('puts no document in a sure one’s place that is itself unsure', () => {
    const unsure = new Set(
      rows.filter(({ certainty }) => certainty === 'unsure').map(({ number }) => number),
    );
    assert.deepEqual(
      faults(({ certainty, ended }) =>
        certainty === 'sure' && ended?.by !== undefined && unsure.has(ended.by)
          ? ended.by
          : undefined,
      ),
      [],
    );
  });

  it('names a successor wherever a document was replaced', () => {
    assert.deepEqual(
      faults(({ ended }) =>
        ended?.how === 'replaced' && ended.by === undefined ? 'by what?' : undefined,
      ),
      [],
    );
  });

  it('names laws as citations of them are read', () => {
    const names = new Set(lawNames.map((name) => name.toLowerCase()));
    assert.deepEqual(
      faults(({ type, subject = '' }) => {
        if (type === undefined || citedType(type).class !== 'law') return undefined;
        const name = subject.replace(/ \([^()]*\)$/u, '').toLowerCase();
        return names.has(name) || name.startsWith('sửa đổi') ? undefined : subject;
      }),
      [],
    );
  });

  it('writes subjects as a citation continues, laws by their names', () => {
    assert.deepEqual(
      faults(({ subject = '', type }) => {
        if (subject !== subject.normalize('NFC') || /\s\s|[.;…]$/u.test(subject)) return subject;
        return type === 'luat' && /^Luật (?!sư)/u.test(subject) ? subject : undefined;
      }),
      [],
    );
  });
});
