import { FileType, RelativePattern, Uri, window, workspace } from 'vscode';
import { say } from '../language.ts';
import { exists } from './writeAside.ts';

/** Most files that one command takes from folders. */
const mostFiles = 2000;

/** The files of the names' ending among what was chosen: in folders, those below. */
export async function filesOf(
  chosen: readonly Uri[],
  extension: '.md' | '.docx',
): Promise<readonly Uri[]> {
  const found = await Promise.all(
    chosen.map(async (uri) => {
      if (uri.path.toLowerCase().endsWith(extension)) return [uri];
      const isFolder = await Promise.resolve(workspace.fs.stat(uri)).then(
        ({ type }) => (type & FileType.Directory) !== 0,
        () => false,
      );
      if (!isFolder) return uri.scheme === 'untitled' ? [uri] : [];
      const pattern = new RelativePattern(uri, `**/*${extension}`);
      return workspace.findFiles(pattern, '**/node_modules/**', mostFiles);
    }),
  );
  return found.flat();
}

/** The file beside `uri` with another ending and a part added to its name. */
export function beside(uri: Uri, suffix: string, extension: string): Uri {
  const base = uri.path
    .slice(uri.path.lastIndexOf('/') + 1)
    .replace(/(?:\.vb)?\.(?:md|docx)$/iu, '');
  return Uri.joinPath(uri, '..', `${base}${suffix}${extension}`);
}

/** Where one file goes, by the person's choice, who is asked before one is replaced; undefined to leave it. */
export async function chosenPlace(
  uri: Uri,
  extension: string,
  kind: string,
): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const defaultUri =
    uri.scheme === 'untitled'
      ? folder && Uri.joinPath(folder, `van-ban${extension}`)
      : beside(uri, '', extension);
  return window.showSaveDialog({
    ...(defaultUri ? { defaultUri } : {}),
    filters: { [kind]: [extension.slice(1)] },
  });
}

/** Whether the files may be written: asked once where any is there already. */
export async function mayReplace(places: readonly Uri[]): Promise<boolean> {
  const there = await Promise.all(places.map(exists));
  const count = there.filter(Boolean).length;
  if (count === 0) return true;
  const replace = say({ vi: 'Ghi đè', en: 'Replace' });
  const answer = await window.showWarningMessage(
    say({
      vi: `${count} tệp đã có. Ghi đè lên?`,
      en: `${count} files are there already. Replace them?`,
    }),
    { modal: true },
    replace,
  );
  return answer === replace;
}
