/**
 * A minimal ICC profile (version 2.1) of the sRGB colour space (IEC 61966-2-1): what a PDF/A file names as the
 * output that its colours are meant for. The curve is the plain power 2.2, which differs from sRGB's by less
 * than an eye sees.
 */
export function srgbProfile(): Uint8Array {
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description('sRGB')],
    ['cprt', text('CC0')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.4361, 0.2225, 0.0139)],
    ['gXYZ', xyz(0.3851, 0.7169, 0.0971)],
    ['bXYZ', xyz(0.1431, 0.0606, 0.7139)],
    ['rTRC', curve(2.2)],
    ['gTRC', curve(2.2)],
    ['bTRC', curve(2.2)],
  ];
  const start = 128 + 4 + 12 * tags.length;
  const size = tags.reduce((sum, [, data]) => sum + data.length, start);
  const profile = new Uint8Array(size);
  const view = new DataView(profile.buffer);
  view.setUint32(0, size);
  view.setUint32(8, 0x02100000);
  ascii(profile, 12, 'mntrRGB XYZ ');
  [2000, 1, 1].forEach((value, index) => view.setUint16(24 + 2 * index, value));
  ascii(profile, 36, 'acsp');
  profile.set(xyz(0.9642, 1, 0.8249).subarray(8), 68);
  view.setUint32(128, tags.length);
  let at = start;
  tags.forEach(([name, data], index) => {
    const entry = 132 + 12 * index;
    ascii(profile, entry, name);
    view.setUint32(entry + 4, at);
    view.setUint32(entry + 8, data.length);
    profile.set(data, at);
    at += data.length;
  });
  return profile;
}

function ascii(into: Uint8Array, at: number, characters: string): void {
  for (let index = 0; index < characters.length; index += 1) {
    into[at + index] = characters.charCodeAt(index);
  }
}

/** Tags begin at multiples of four bytes. */
function tag(kind: string, length: number): { readonly data: Uint8Array; readonly view: DataView } {
  const data = new Uint8Array(Math.ceil(length / 4) * 4);
  ascii(data, 0, kind);
  return { data, view: new DataView(data.buffer) };
}

function xyz(...values: readonly number[]): Uint8Array {
  const { data, view } = tag('XYZ ', 20);
  values.forEach((value, index) => view.setInt32(8 + 4 * index, Math.round(value * 65536)));
  return data;
}

function curve(power: number): Uint8Array {
  const { data, view } = tag('curv', 14);
  view.setUint32(8, 1);
  view.setUint16(12, Math.round(power * 256));
  return data;
}

function text(value: string): Uint8Array {
  const { data } = tag('text', 8 + value.length + 1);
  ascii(data, 8, value);
  return data;
}

/** The name in ASCII, then empty in the two other scripts that version 2 has room for. */
function description(value: string): Uint8Array {
  const { data, view } = tag('desc', 12 + value.length + 1 + 78);
  view.setUint32(8, value.length + 1);
  ascii(data, 12, value);
  return data;
}
