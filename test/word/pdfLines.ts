import { execFileSync } from 'node:child_process';

/** The lines of a page of a PDF, top to bottom, words joined by a space. */
export type PageLines = readonly string[];

interface Word {
  readonly text: string;
  readonly left: number;
  readonly bottom: number;
}

/** Words whose lower edges differ by less, in points, stand on one line: sizes of one line differ. */
const sameLine = 4;

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
};

/** The lines of each page of a PDF file, by poppler's pdftotext; marks that guide line breaks are left out. */
export function pdfLines(path: string): readonly PageLines[] {
  const output = execFileSync('pdftotext', ['-bbox', path, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [, ...pages] = output.split('<page ');
  return pages.map((page) => lines(wordsOf(page)));
}

function wordsOf(page: string): readonly Word[] {
  const pattern =
    /<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)</gu;
  return [...page.matchAll(pattern)]
    .map(([, left, bottom, text = '']) => ({
      text: text
        .replace(/&(?:lt|gt|amp|quot|apos|#39);/gu, (entity) => entities[entity] ?? entity)
        .replace(/[\u200B\u2060]/gu, '')
        .normalize('NFC'),
      left: Number(left),
      bottom: Number(bottom),
    }))
    .filter(({ text }) => text !== '');
}

function lines(words: readonly Word[]): PageLines {
  const found: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.bottom - b.bottom)) {
    const line = found.at(-1);
    const first = line?.[0];
    if (line && first && word.bottom - first.bottom < sameLine) line.push(word);
    else found.push([word]);
  }
  return found.map((line) =>
    [...line]
      .sort((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join(' '),
  );
}
