import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const programs = ['soffice', 'pdftotext'] as const;

/** Why this machine cannot lay out Word files; undefined when it can. */
export function missingOffice(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = programs.filter((name) => !folders.some((path) => existsSync(join(path, name))));
  if (missing.length > 0) {
    return `${missing.join(' and ')} missing (Debian: libreoffice-writer-nogui, poppler-utils)`;
  }
  return fontOf('Times New Roman') ? undefined : 'no font with the metrics of Times New Roman';
}

/** Fonts as wide as Times New Roman, glyph by glyph. */
const asWide = /Times New Roman|Tinos|Liberation Serif/u;

function fontOf(family: string): boolean {
  try {
    return asWide.test(execFileSync('fc-match', [family], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}

/** Lays Word files out as PDF files of the same names in `folder`. Throws where one stays out. */
export function layOutByOffice(files: readonly string[], folder: string): void {
  const profile = mkdtempSync(join(tmpdir(), 'vanban-office-'));
  try {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ],
      { stdio: 'ignore', timeout: 600_000 },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
