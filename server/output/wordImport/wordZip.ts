import { unzipSync, type UnzipFileInfo } from 'fflate';
import { WordRefusal } from './refusal.ts';

/** More parts than any document has. */
const mostParts = 5000;

/** The most bytes of one part, and of all that are read. */
const largestPart = 80_000_000;
const largestWhole = 250_000_000;

/** How much smaller than its content a part may be packed: text packs to a tenth, a bomb to a thousandth. */
const tightest = 400;

/** What a compound file begins with: old Word files, and new ones with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b];

/** A Word file's parts by their names in the package; throws a `WordRefusal`. */
export function wordParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (begins(bytes, compound)) {
    throw new WordRefusal(isEncrypted(bytes) ? 'encrypted' : 'old-format');
  }
  if (!begins(bytes, zip)) throw new WordRefusal('not-word');
  const limits = new Limits();
  try {
    const parts = unzipSync(bytes, { filter: (part) => limits.allow(part) });
    return new Map(Object.entries(parts));
  } catch (error) {
    if (error instanceof WordRefusal) throw error;
    throw new WordRefusal('corrupt', String(error));
  }
}

/** Counts what the package says that its parts unpack to: no more memory than that is ever taken. */
class Limits {
  #count = 0;
  #whole = 0;

  allow({ name, size, originalSize }: UnzipFileInfo): boolean {
    this.#count += 1;
    if (this.#count > mostParts) throw new WordRefusal('too-large', `${mostParts} parts`);
    if (!isRead(name)) return false;
    // packing makes nothing longer: such a part says less than it holds
    if (size > originalSize + 1000) throw new WordRefusal('corrupt', name);
    this.#whole += originalSize;
    if (originalSize > largestPart || this.#whole > largestWhole) {
      throw new WordRefusal('too-large', name);
    }
    if (originalSize > 1_000_000 && originalSize > tightest * size) {
      throw new WordRefusal('too-large', name);
    }
    return true;
  }
}

/** Texts and pictures; a name that leads out of the package is no part of it. */
function isRead(name: string): boolean {
  if (name.startsWith('/') || name.includes('..') || name.includes('\\')) return false;
  return /\.(?:xml|rels)$/iu.test(name) || /^word\/media\/[^/]+$/u.test(name);
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** A compound file whose directory names an encrypted package, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name);
}
