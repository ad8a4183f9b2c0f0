/** Advance widths of Times New Roman by thousandths of the size; other characters count as an `o`. */
const regular = widths({
  180: "'",
  250: ' .,\u00A0',
  278: 'ijlt;:/',
  333: 'Ifr-()',
  389: 'Js',
  408: '"',
  444: 'acez“”',
  529: 'ơ',
  542: 'ư',
  556: 'FPS',
  564: '+',
  611: 'ELTZ',
  667: 'BCR',
  722: 'ADGHKNOQUVXYwĐƠ',
  776: 'Ư',
  778: 'm&',
  833: '%',
  889: 'M',
  944: 'W',
});

const bold = widths({
  250: ' .,\u00A0',
  278: "il/'",
  333: 'fjt;:-()',
  389: 'Is',
  444: 'cerz',
  554: 'ơ',
  555: '"',
  556: 'Sbdhknpquđ',
  570: '+',
  600: 'ư',
  611: 'FP',
  667: 'BELTZ',
  722: 'ACDNRUVXYwĐ',
  778: 'GHKOQƠ',
  796: 'Ư',
  833: 'm&',
  944: 'M',
  1000: 'W%',
});

function widths(byWidth: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  const pairs = Object.entries(byWidth).flatMap(([width, characters]) =>
    [...characters].map((character) => [character, Number(width)] as const),
  );
  return new Map(pairs);
}

const marks = /[\u0300-\u031A\u031C-\u036F]/gu;

/** The width of a line of text, in points; diacritics add none. */
export function textWidth(text: string, size: number, isBold: boolean): number {
  const table = isBold ? bold : regular;
  let sum = 0;
  // the horn of ơ and ư (U+031B) is part of a wider letter
  for (const character of text.normalize('NFD').replace(marks, '').normalize('NFC')) {
    sum += table.get(character) ?? 500;
  }
  return (sum * size) / 1000;
}

/** Words are searched for the best breaks only up to this many; longer texts flow by themselves. */
const mostWords = 60;

/** Words that a line begins well with. */
const opening = /^(?:và|của|trên|tại|về|cho|trong|đối|theo|nhằm|[(“"].*)$/iu;

/**
 * The text on as few lines as `width` points allow, of lengths as even as they can be, divided by `\n`.
 * Breaks that the author made stay while every line fits.
 */
export function balanced(text: string, width: number, size: number, isBold: boolean): string {
  const measure = (line: string): number => textWidth(line, size, isBold);
  if (text.split('\n').every((line) => measure(line) <= width)) return text;
  const words = text.split(/[ \n]+/u);
  if (words.length > mostWords) return words.join(' ');
  return bestLines(words, width, measure)?.join('\n') ?? words.join(' ');
}

interface Lines {
  readonly count: number;
  readonly cost: number;
  readonly lines: readonly string[];
}

/** Of the layouts with the fewest lines the most even one; undefined when a word does not fit. */
function bestLines(
  words: readonly string[],
  width: number,
  measure: (line: string) => number,
): readonly string[] | undefined {
  const best: (Lines | undefined)[] = [{ count: 0, cost: 0, lines: [] }];
  for (let end = 1; end <= words.length; end += 1) {
    for (let start = end - 1; start >= 0; start -= 1) {
      const line = words.slice(start, end).join(' ');
      const slack = 1 - measure(line) / width;
      if (slack < 0) break;
      const before = best[start];
      if (!before) continue;
      const favour = start > 0 && opening.test(words[start] ?? '') ? 0.15 : 0;
      const cost = before.cost + slack * slack - favour;
      const known = best[end];
      const count = before.count + 1;
      if (known && (known.count < count || (known.count === count && known.cost <= cost))) continue;
      best[end] = { count, cost, lines: [...before.lines, line] };
    }
  }
  return best[words.length]?.lines;
}
