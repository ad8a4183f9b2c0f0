import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { DocumentProperties } from '../documentProperties.ts';
import { noteSeparator } from '../layout.ts';
import { twips } from './wordLength.ts';
import { element, xmlText } from './wordXml.ts';

/** The earliest moment that a zip file can name: nothing of the hour of writing stands in the file. */
const zipTime = new Date(1980, 0, 1);

/** The packed file with our own styles and properties; the same bytes for the same input. */
export function wordPackage(
  packed: Uint8Array,
  stylesPart: string,
  properties: DocumentProperties,
): Uint8Array {
  const parts = unzipSync(packed);
  const own: Readonly<Record<string, string>> = {
    'word/footnotes.xml': withLowSeparators(textOfPart(parts['word/footnotes.xml'])),
    'word/endnotes.xml': withLowSeparators(textOfPart(parts['word/endnotes.xml'])),
    'word/styles.xml': stylesPart,
    'docProps/core.xml': coreProperties(properties),
    'docProps/app.xml': appProperties(properties),
  };
  const encoder = new TextEncoder();
  const names = Object.keys(parts).sort(byPackageOrder);
  const files: Zippable = {};
  for (const name of names) {
    const text = own[name];
    files[name] = text === undefined ? (parts[name] ?? new Uint8Array()) : encoder.encode(text);
  }
  return zipSync(files, { mtime: zipTime, level: 6 });
}

function textOfPart(part: Uint8Array | undefined): string {
  return new TextDecoder().decode(part);
}

/** What the library writes in each separator of notes: the height of a line, and a note's number. */
const separatorLine =
  /<w:spacing w:after="0" w:line="240" w:lineRule="auto"\/><\/w:pPr><w:r><w:rPr><w:rStyle w:val="(?:Foot|End)noteReference"\/><\/w:rPr><w:(?:foot|end)noteRef\/><\/w:r>/gu;

/** The notes with separators as high as the preview's, without the number that is not theirs. */
function withLowSeparators(part: string): string {
  const height = twips(noteSeparator);
  return part.replace(
    separatorLine,
    `<w:spacing w:before="0" w:after="0" w:line="${height}" w:lineRule="exact"/></w:pPr>`,
  );
}

/** Readers that look at a file's beginning find the content types and relationships first. */
function byPackageOrder(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(name: string): number {
  if (name === '[Content_Types].xml') return 0;
  return name === '_rels/.rels' ? 1 : 2;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function coreProperties(properties: DocumentProperties): string {
  const { title, subject, agency, number, category, date } = properties;
  const optional = (name: string, text: string | undefined): string =>
    text === undefined ? '' : `<${name}>${xmlText(text)}</${name}>`;
  const time = date && `${date}T00:00:00Z`;
  const moment = (name: string): string =>
    time === undefined ? '' : element(name, { 'xsi:type': 'dcterms:W3CDTF' }, time);
  return (
    declaration +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      optional('dc:title', title),
      optional('dc:subject', subject),
      optional('dc:creator', agency),
      optional('cp:keywords', number),
      optional('cp:lastModifiedBy', agency),
      moment('dcterms:created'),
      moment('dcterms:modified'),
      optional('cp:category', category),
      optional('dc:language', 'vi-VN'),
    )
  );
}

function appProperties({ agency }: DocumentProperties): string {
  const company = agency === undefined ? '' : `<Company>${xmlText(agency)}</Company>`;
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  return (
    declaration +
    element('Properties', { xmlns: namespace }, '<Application>vanban</Application>', company)
  );
}
