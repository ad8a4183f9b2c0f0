import { FileType, RelativePattern, Uri, window, workspace } from 'vscode';
import { say } from '../language.ts';
import { Claims } from './claims.ts';
import { exists } from './wholeFiles.ts';

/** Most files that one command takes from folders. */
const mostFiles = 2000;

/** Most names that a question has room for. */
const mostNames = 8;

/** Names of the files that a command takes, and the pattern that finds them in a folder. */
export interface Kind {
  readonly name: RegExp;
  readonly glob: string;
}

export const markdownFiles: Kind = { name: /\.md$/iu, glob: '**/*.md' };

/** Word's own lock files begin with `~$`. */
export const wordFiles: Kind = {
  name: /(?:^|\/)(?!~\$)[^/]+\.doc[xm]$/iu,
  glob: '**/*.{docx,docm}',
};

/** The files and folders that a command is about, as a menu gives them; a key may be bound to it with anything. */
export function chosenOf(uri: unknown, all: unknown): readonly Uri[] {
  const several: readonly unknown[] = Array.isArray(all) ? all : [];
  const chosen = several.filter((each) => each instanceof Uri);
  return chosen.length > 0 || !(uri instanceof Uri) ? chosen : [uri];
}

/** The files of the kind among what was chosen: in folders, those below. */
export async function filesOf(chosen: readonly Uri[], kind: Kind): Promise<readonly Uri[]> {
  const found = await Promise.all(
    chosen.map(async (uri) => {
      if (kind.name.test(uri.path)) return [uri];
      const isFolder = await Promise.resolve(workspace.fs.stat(uri)).then(
        ({ type }) => (type & FileType.Directory) !== 0,
        () => false,
      );
      if (!isFolder) return uri.scheme === 'untitled' ? [uri] : [];
      const pattern = new RelativePattern(uri, kind.glob);
      const below = await workspace.findFiles(pattern, '**/node_modules/**', mostFiles);
      return below.filter(({ path }) => kind.name.test(path));
    }),
  );
  // a file may be chosen along with its folder
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
}

/** The file beside `uri` with another ending and a part added to its name. */
export function beside(uri: Uri, suffix: string, extension: string): Uri {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const base = name.toLowerCase().endsWith(extension)
    ? name.slice(0, -extension.length)
    : name.replace(/(?:\.vb)?\.(?:md|doc[xm])$/iu, '');
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

/** Asks whether the files that are there may be replaced, by their names. */
async function mayReplace(there: readonly Uri[]): Promise<boolean> {
  const replace = say({ vi: 'Ghi đè', en: 'Replace' });
  const names = there.slice(0, mostNames).map((uri) => workspace.asRelativePath(uri));
  const detail = [...names, ...(there.length > mostNames ? ['…'] : [])].join('\n');
  const answer = await window.showWarningMessage(
    say({
      vi: `${there.length} tệp đã có. Ghi đè lên?`,
      en: `${there.length} files are there already. Replace them?`,
    }),
    { modal: true, detail },
    replace,
  );
  return answer === replace;
}

/** Where the files of one command may go, by what is there and what the person says. */
export function newClaims(): Claims<Uri> {
  return new Claims<Uri>({ exists, mayReplace });
}
