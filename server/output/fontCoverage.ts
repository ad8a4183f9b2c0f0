import { textOf, type Block } from './block.ts';

/** Whether a font has a sign for a code point. */
export type Coverage = (codePoint: number) => boolean;

/** What a TrueType font's table of characters says; a font that cannot be read has none. */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const ranges: (readonly [number, number])[] = [];
  try {
    const cmap = tableAt(view, 'cmap');
    const count = cmap === undefined ? 0 : view.getUint16(cmap + 2);
    for (let index = 0; cmap !== undefined && index < count; index += 1) {
      const subtable = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
      const format = view.getUint16(subtable);
      if (format === 4) ranges.push(...segments(view, subtable));
      if (format === 12) ranges.push(...groups(view, subtable));
    }
  } catch {
    // what was read until here counts
  }
  const covered = new Set<number>();
  for (const [from, to] of ranges) for (let at = from; at <= to; at += 1) covered.add(at);
  return (codePoint) => covered.has(codePoint);
}

/** The characters of the blocks that a page would show as an empty box, each once, in order. */
export function lackingIn(blocks: readonly Block[], coverage: Coverage): readonly string[] {
  const lacking = new Set<string>();
  for (const character of blocks.map(textOf).join('\n').normalize('NFC')) {
    // what is never drawn needs no sign
    if (/[\s\p{C}\p{Default_Ignorable_Code_Point}]/u.test(character)) continue;
    if (!coverage(character.codePointAt(0) ?? 0)) lacking.add(character);
  }
  return [...lacking];
}

function tableAt(view: DataView, wanted: string): number | undefined {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + 16 * index;
    const name = [0, 1, 2, 3].map((at) => String.fromCharCode(view.getUint8(entry + at))).join('');
    if (name === wanted) return view.getUint32(entry + 8);
  }
  return undefined;
}

/** Segment mapping to delta values: of the Basic Multilingual Plane. */
function segments(view: DataView, at: number): readonly (readonly [number, number])[] {
  const doubled = view.getUint16(at + 6);
  const found: (readonly [number, number])[] = [];
  for (let offset = 0; offset < doubled; offset += 2) {
    const end = view.getUint16(at + 14 + offset);
    const start = view.getUint16(at + 16 + doubled + offset);
    if (start <= end && start < 0xffff) found.push([start, Math.min(end, 0xfffe)]);
  }
  return found;
}

/** Segmented coverage, of all planes. */
function groups(view: DataView, at: number): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let index = 0; index < view.getUint32(at + 12); index += 1) {
    const entry = at + 16 + 12 * index;
    found.push([view.getUint32(entry), Math.min(view.getUint32(entry + 4), 0x10ffff)]);
  }
  return found;
}
