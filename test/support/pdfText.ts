import { execFileSync, spawnSync } from 'node:child_process';

/** Whether poppler's pdftotext is on this machine, to read PDF files as others do. */
export const readsPdf = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of a PDF file in reading order; words that a line parts after a hyphen lose it there. */
export function pdfText(bytes: Uint8Array): string {
  return execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
}

/** The text of a PDF file in the order in which it is drawn, with every character. */
export function drawnPdfText(bytes: Uint8Array): string {
  return execFileSync('pdftotext', ['-raw', '-', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
}
