import type { CitedTypeId } from '../citedTypes.ts';
import type { KnownDocument } from '../knownDocuments.ts';
import { bundledFiles } from './files.ts';

/** A row as register.schema.json has it. */
export interface RegisterRow {
  readonly type: string;
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly subject: string;
  readonly inForceFrom?: string;
  readonly ended?: { readonly on: string; readonly how: string; readonly by?: string };
  readonly certainty: string;
  readonly note?: string;
}

let rows: readonly KnownDocument[] | undefined;

/** The documents that vanban ships, built on the first call. */
export function bundledRegister(): readonly KnownDocument[] {
  rows ??= bundledFiles.flatMap(({ documents }) => documents.map(knownDocument));
  return rows;
}

/** The schema vouches for the ids and kinds, and the tests hold every row to it. */
function knownDocument(row: RegisterRow): KnownDocument {
  const { type, number, date, issuer, subject, inForceFrom, ended, certainty } = row;
  return {
    type: type as CitedTypeId,
    number,
    date,
    issuer,
    subject,
    inForceFrom,
    ended: ended && {
      on: ended.on,
      how: ended.how as NonNullable<KnownDocument['ended']>['how'],
      by: ended.by,
    },
    certainty: certainty as KnownDocument['certainty'],
    origin: { kind: 'bundled' },
  };
}
