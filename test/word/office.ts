import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const programs = ['soffice', 'pdftotext'] as const;

/** Why this machine cannot lay out Word files; undefined when it can. */
export function missingOffice(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = programs.filter((name) => !folders.some((path) => existsSync(join(path, name))));
  if (missing.length > 0) {
    return `${missing.join(' and ')} missing (Debian: libreoffice-writer-nogui, poppler-utils)`;
  }
  return undefined;
}

/** The fonts that ship with us: as wide as Times New Roman glyph by glyph, with every letter of Vietnamese. */
const fonts = fileURLToPath(
  new URL('../../node_modules/@expo-google-fonts/tinos', import.meta.url),
);

/** The machine's own fonts, and ours in the stead of Times New Roman and of what LibreOffice prefers, which may lack letters. */
const fontConfig = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <match target="pattern">
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Tinos</string></edit>
  </match>
  <selectfont>
    <rejectfont>
      <pattern><patelt name="family"><string>Liberation Serif</string></patelt></pattern>
    </rejectfont>
  </selectfont>
</fontconfig>
`;

/** Lays Word files out as PDF files of the same names in `folder`. Throws where one stays out. */
export function layOutByOffice(files: readonly string[], folder: string): void {
  const profile = mkdtempSync(join(tmpdir(), 'vanban-office-'));
  try {
    const config = join(profile, 'fonts.conf');
    writeFileSync(config, fontConfig);
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
      { stdio: 'ignore', timeout: 600_000, env: { ...process.env, FONTCONFIG_FILE: config } },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
