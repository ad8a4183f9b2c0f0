import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';

/** As much of the editor as handing over files takes, on the real disk; `withStandIn` puts it in the editor's place. */
export class Uri {
  private constructor(
    readonly scheme: string,
    readonly authority: string,
    readonly path: string,
  ) {}

  static file(path: string): Uri {
    return new Uri('file', '', path);
  }

  static joinPath(uri: Uri, ...steps: readonly string[]): Uri {
    return new Uri(uri.scheme, uri.authority, posix.join(uri.path, ...steps));
  }

  /** The same file, known to the editor by another scheme. */
  static elsewhere(path: string): Uri {
    return new Uri('vscode-vfs', 'test', path);
  }

  get fsPath(): string {
    return this.path;
  }

  toString(): string {
    return `${this.scheme}://${this.authority}${encodeURI(this.path)}`;
  }
}

export class RelativePattern {
  constructor(
    readonly base: Uri,
    readonly pattern: string,
  ) {}
}

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const FilePermission = { Readonly: 1 };
export const ProgressLocation = { Notification: 15 };
export const ViewColumn = { Active: -1 };

interface Question {
  readonly message: string;
  readonly detail?: string;
}

/** What the person does, and what they were shown. */
export const person = {
  /** The answer to each question that keeps them from going on. */
  answer: undefined as string | undefined,
  saves: undefined as Uri | undefined,
  opens: undefined as readonly Uri[] | undefined,
  asked: [] as Question[],
  told: [] as string[],
  commands: new Map<string, (...args: readonly unknown[]) => unknown>(),
};

export function newPerson(): void {
  Object.assign(person, { answer: undefined, saves: undefined, opens: undefined });
  person.asked.length = 0;
  person.told.length = 0;
  person.commands.clear();
}

const tell = (message: string): Promise<undefined> => {
  person.told.push(message);
  return Promise.resolve(undefined);
};

export const window = {
  activeTextEditor: undefined,
  showInformationMessage: tell,
  showErrorMessage: tell,
  showWarningMessage: (
    message: string,
    ...rest: readonly unknown[]
  ): Promise<string | undefined> => {
    const [options] = rest;
    if (typeof options !== 'object' || options === null) return tell(message);
    person.asked.push({ message, ...options });
    return Promise.resolve(person.answer);
  },
  showSaveDialog: () => Promise.resolve(person.saves),
  showOpenDialog: () => Promise.resolve(person.opens),
  withProgress: (_options: unknown, task: (...args: readonly unknown[]) => Promise<void>) =>
    task({ report: () => undefined }, { isCancellationRequested: false }),
};

export const workspace = {
  workspaceFolders: [],
  asRelativePath: (uri: Uri): string => posix.basename(uri.path),
  getConfiguration: () => ({ get: () => undefined }),
  /** All that lie in the folder itself. */
  findFiles: async ({ base }: RelativePattern) =>
    (await readdir(base.path)).map((name) => Uri.joinPath(base, name)),
  openTextDocument: () => Promise.resolve({ getText: () => '' }),
  fs: {
    stat: async (uri: Uri) => {
      const found = await stat(uri.path);
      return {
        type: found.isDirectory() ? FileType.Directory : FileType.File,
        ...((found.mode & 0o222) === 0 && { permissions: FilePermission.Readonly }),
      };
    },
    readFile: (uri: Uri) => readFile(uri.path),
    writeFile: async (uri: Uri, bytes: Uint8Array) => {
      await mkdir(posix.dirname(uri.path), { recursive: true });
      await writeFile(uri.path, bytes);
    },
    rename: (from: Uri, to: Uri) => rename(from.path, to.path),
    delete: (uri: Uri) => unlink(uri.path),
  },
};

export const commands = {
  registerCommand: (name: string, run: (...args: readonly unknown[]) => unknown) => {
    person.commands.set(name, run);
    return { dispose: () => undefined };
  },
};

export const env = { openExternal: () => Promise.resolve(true) };
