import { crc32 } from 'node:zlib';
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

/** How the entries of a package's directory begin, and what stands at its end. */
const directoryEntry = Buffer.from('PK\x01\x02', 'latin1');
const directoryEnd = Buffer.from('PK\x05\x06', 'latin1');
const largeEndLocator = Buffer.from('PK\x06\x07', 'latin1');

/** A Word file's parts by their names in the package; throws a `WordRefusal`. */
export function wordParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (begins(bytes, compound)) {
    throw new WordRefusal(isEncrypted(bytes) ? 'encrypted' : 'old-format');
  }
  if (!begins(bytes, zip)) throw new WordRefusal('not-word');
  const limits = new Limits();
  try {
    const parts = unzipSync(bytes, { filter: (part) => limits.allow(part) });
    const sums = checksums(bytes);
    for (const [name, content] of Object.entries(parts)) {
      // a part that holds more than the package says is cut off there
      if (crc32(content) !== sums.get(name)) throw new WordRefusal('corrupt', name);
    }
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

/** Each part's checksum as the package's directory gives it; throws a `RangeError` where the directory breaks off. */
function checksums(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, number>();
  const end = view.lastIndexOf(directoryEnd);
  let at = view.readUInt32LE(end + 16);
  if (at === 0xffffffff) {
    const large = Number(view.readBigUInt64LE(view.lastIndexOf(largeEndLocator) + 8));
    at = Number(view.readBigUInt64LE(large + 48));
  }
  while (view.subarray(at, at + 4).equals(directoryEntry)) {
    const nameEnd = at + 46 + view.readUInt16LE(at + 28);
    const isUtf8 = (view.readUInt16LE(at + 8) & 0x800) !== 0;
    const name = view.toString(isUtf8 ? 'utf8' : 'latin1', at + 46, nameEnd);
    found.set(name, view.readUInt32LE(at + 16));
    at = nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return found;
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
