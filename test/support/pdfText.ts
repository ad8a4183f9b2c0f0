import { execFileSync, spawnSync } from 'node:child_process';

/** Whether poppler's pdftotext is on this machine, to read PDF files as others do. */
export const readsPdf = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of a PDF file in reading order. */
export function pdfText(bytes: Uint8Array): string {
  return execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
}
