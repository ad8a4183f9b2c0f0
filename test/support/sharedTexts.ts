import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface SharedText {
  readonly name: string;
  readonly text: string;
}

const folders = ['dossier', 'corpus'];

/** The real documents beside the repository; none where they are absent. */
export function sharedTexts(): readonly SharedText[] {
  const root = fileURLToPath(new URL('../../../shared/', import.meta.url));
  return folders.flatMap((folder) => {
    if (!existsSync(`${root}${folder}`)) return [];
    return readdirSync(`${root}${folder}`)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .sort()
      .map((name) => ({ name, text: readFileSync(`${root}${folder}/${name}`, 'utf8') }));
  });
}
