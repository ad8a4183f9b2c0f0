/** The fields that a head as text can say; those of the layout and the contact line stay declared. */
export const headFields: ReadonlySet<string> = new Set([
  'type',
  'number',
  'symbol',
  'place',
  'date',
  'parentAgency',
  'issuer',
  'subject',
  'addressees',
  'draft',
  'urgency',
  'secrecy',
  'circulation',
]);

/** The fields that bases, recipients and the signer's block as text can say. */
export const closingFields: ReadonlySet<string> = new Set([
  'legalBases',
  'recipients',
  'signerAuthority',
  'signerTitle',
  'signerName',
]);
