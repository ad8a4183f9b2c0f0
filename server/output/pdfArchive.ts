import { srgbProfile } from './iccProfile.ts';

const identification = ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"';
const conformance =
  '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>';

/**
 * The typesetter's PDF file as PDF/A-2b (ISO 19005-2): its metadata say so, and its colours have an output to
 * be meant for. The rest of that standard the file keeps already: fonts within, nothing encrypted, no script.
 * What is new is appended, as the format provides. Throws an Error for a file of another make.
 */
export function archived(pdf: Uint8Array): Uint8Array {
  const file = new PdfFile(pdf);
  const metadata = file.referenced(file.catalog, 'Metadata');
  const xmp = file.streamOf(metadata);
  const described = xmp
    .replace('<rdf:Description rdf:about=""', `$&${identification}`)
    .replace('</rdf:Description>', conformance);
  const [profile, intent] = [file.size, file.size + 1];
  file.append(metadata, streamObject('/Type /Metadata /Subtype /XML', latin(described)));
  file.append(profile, streamObject('/N 3 /Alternate /DeviceRGB', srgbProfile()));
  file.append(
    intent,
    latin(
      `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile ${profile} 0 R >>`,
    ),
  );
  const catalog = file
    .object(file.catalog)
    .replace(/>>\s*$/u, `/OutputIntents [${intent} 0 R]\n>>`);
  file.append(file.catalog, latin(catalog));
  return file.bytes();
}

/** One character a byte, as the file is read below. */
function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function streamObject(keys: string, data: Uint8Array): Uint8Array {
  const head = latin(`<< ${keys} /Length ${data.length} >>\nstream\n`);
  return Uint8Array.from([...head, ...data, ...latin('\nendstream')]);
}

/** A file with one plain cross-reference table, and what is appended to it. */
class PdfFile {
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #trailer: string;
  readonly #table: number;
  readonly #appended: { readonly number: number; readonly data: Uint8Array }[] = [];
  readonly size: number;
  readonly catalog: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes).toString('latin1');
    this.#table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(this.#text.slice(-64))?.[1]);
    this.#trailer = this.#text.slice(this.#text.lastIndexOf('trailer'));
    if (!this.#text.startsWith('xref', this.#table)) throw new Error('no table in the file');
    this.size = Number(/\/Size (\d+)/u.exec(this.#trailer)?.[1]);
    this.catalog = this.referenced(undefined, 'Root');
  }

  /** The number of the object that a key of an object, or of the trailer, refers to. */
  referenced(number: number | undefined, key: string): number {
    const text = number === undefined ? this.#trailer : this.object(number);
    const found = new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(text)?.[1];
    if (found === undefined) throw new Error(`no ${key} in the file`);
    return Number(found);
  }

  /** What stands between `obj` and `endobj` of an object without a stream, one character a byte. */
  object(number: number): string {
    const start = this.#startOf(number);
    return this.#text.slice(start, this.#text.indexOf('endobj', start)).trim();
  }

  /** An object's stream by the length that it tells: the words of a document may hold any keyword of the format. */
  streamOf(number: number): string {
    const start = this.#startOf(number);
    const opening = this.#text.indexOf('stream\n', start) + 'stream\n'.length;
    const head = this.#text.slice(start, opening);
    const length = Number(/\/Length (\d+)/u.exec(head)?.[1]);
    if (!this.#text.startsWith('\nendstream', opening + length)) {
      throw new Error(`no stream in object ${number} of the file`);
    }
    return this.#text.slice(opening, opening + length);
  }

  #startOf(number: number): number {
    const row = this.#text.indexOf('\n', this.#text.indexOf('\n', this.#table) + 1) + 1;
    const start = Number(this.#text.slice(row + 20 * number, row + 20 * number + 10));
    const mark = `${number} 0 obj`;
    if (!this.#text.startsWith(mark, start)) throw new Error(`no object ${number} in the file`);
    return start + mark.length;
  }

  append(number: number, data: Uint8Array): void {
    this.#appended.push({ number, data });
  }

  bytes(): Uint8Array {
    const parts: Uint8Array[] = [this.#bytes];
    let length = this.#bytes.length;
    const add = (data: Uint8Array): void => {
      parts.push(data);
      length += data.length;
    };
    add(latin('\n'));
    const rows = this.#appended.map(({ number, data }) => {
      const row = `${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`;
      add(latin(`${number} 0 obj\n`));
      add(data);
      add(latin('\nendobj\n'));
      return row;
    });
    const table = length;
    const size = Math.max(this.size, ...this.#appended.map(({ number }) => number + 1));
    const trailer = this.#trailer
      .slice(0, this.#trailer.indexOf('startxref'))
      .replace(/\/Size \d+/u, `/Size ${size}\n  /Prev ${this.#table}`);
    add(latin(`xref\n${rows.join('')}${trailer}startxref\n${table}\n%%EOF\n`));
    return Buffer.concat(parts);
  }
}
