import { dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allKnown, type KnownDocument, type KnownDocuments } from '../norms/knownDocuments.ts';
import { bundledRegister } from '../norms/register/bundled.ts';
import { knownDocuments } from '../norms/register/knownDocuments.ts';
import { readRegularNow } from '../regularFile.ts';
import type { Localized } from '../rules/rule.ts';
import { issuedDocuments, WorkspaceIndex } from '../workspace/workspaceIndex.ts';
import { findFiles } from './findFiles.ts';
import { nearestRegister, officeFolder, readRegister, registerText } from './registerFiles.ts';
import { decode } from './textFile.ts';

/** A file beyond this is no document of an office, bytes. */
const largest = 4_000_000;

/** More files than this are not read beside those asked for. */
const mostFiles = 5000;

export interface KnownFiles {
  /** What is known beside the file at the path: the registers, and the other files' documents. */
  readonly of: (path: string) => KnownDocuments;
}

/** What of the offices' registers above the paths could not be used. */
export async function registerTrouble(
  paths: readonly string[],
  folder: string,
): Promise<readonly Localized[]> {
  return (await registersOf(paths, folder)).all.flatMap(({ trouble }) => trouble);
}

/**
 * The files to be read for what they say of themselves, from the root: those to be checked, and where a `.vanban` folder
 * marks a workspace all of its documents.
 */
export async function filesBeside(
  paths: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const first = paths[0];
  const office = await officeFolder(first === undefined ? folder : dirname(resolve(folder, first)));
  const beside = office ? (await findFiles([dirname(office)], folder)).files : [];
  const all = new Set(
    [...paths, ...beside.slice(0, mostFiles).map(({ path }) => path)].map((path) =>
      resolve(folder, path),
    ),
  );
  // One file alone knows nothing that it does not say itself.
  return all.size > 1 ? [...all] : [];
}

/** What the documents of the file say of themselves. What cannot be read is told of where it is checked, not here. */
export function scanFile(path: string): readonly KnownDocument[] {
  try {
    const text = decode(readRegularNow(path, largest))?.text;
    return text === undefined ? [] : issuedDocuments(uriOf(path), text);
  } catch {
    return [];
  }
}

/** What the files to be checked may cite, each other among it. */
export async function knownFiles(paths: readonly string[], folder: string): Promise<KnownFiles> {
  const beside = await filesBeside(paths, folder);
  return knownFrom(paths, folder, beside, beside.map(scanFile));
}

/** The same when the files beside are scanned: the bundled register, the office's own nearest above each, and these. */
export async function knownFrom(
  paths: readonly string[],
  folder: string,
  beside: readonly string[],
  scanned: readonly (readonly KnownDocument[] | undefined)[],
): Promise<KnownFiles> {
  const registers = await registersOf(paths, folder);
  const index = new WorkspaceIndex();
  for (const [at, path] of beside.entries()) index.put(uriOf(path), scanned[at] ?? []);
  return {
    of: (path) => allKnown([registers.of(path), index.known(uriOf(resolve(folder, path)))]),
  };
}

interface OfficeRegister {
  readonly known: KnownDocuments;
  readonly trouble: readonly Localized[];
}

/** The register nearest above each path with the bundled one, each file read once. */
async function registersOf(
  paths: readonly string[],
  folder: string,
): Promise<{
  readonly of: (path: string) => KnownDocuments;
  readonly all: readonly OfficeRegister[];
}> {
  const folderOf = (path: string): string => dirname(resolve(folder, path));
  const offices = new Map<string, OfficeRegister>();
  const read = new Map<string | undefined, OfficeRegister>();
  for (const from of new Set(paths.length === 0 ? [resolve(folder)] : paths.map(folderOf))) {
    const file = await nearestRegister(from);
    const register = read.get(file) ?? (await officeRegister(file, folder));
    read.set(file, register);
    offices.set(from, register);
  }
  const all = [...read.values()];
  return {
    of: (path) => (offices.get(folderOf(path)) ?? all[0])?.known ?? knownDocuments([]),
    all,
  };
}

async function officeRegister(path: string | undefined, folder: string): Promise<OfficeRegister> {
  if (path === undefined) return { known: knownDocuments([bundledRegister()]), trouble: [] };
  const file = relative(folder, path).replaceAll('\\', '/');
  const { entries, refused } = readRegister((await registerText(path, file)) ?? '', { file });
  const bad = refused.filter(({ reason }) => reason.kind !== 'duplicate').length;
  const told = {
    vi: `${file}: ${bad} dòng không dùng được; xem vanban register check`,
    en: `${file}: ${bad} rows are of no use; see vanban register check`,
  };
  return { known: knownDocuments([bundledRegister(), entries]), trouble: bad > 0 ? [told] : [] };
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
