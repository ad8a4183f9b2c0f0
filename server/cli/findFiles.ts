import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { posix, resolve, sep } from 'node:path';
import { globBase, isGlob, readGlob } from '../config/globs.ts';
import type { Localized } from '../rules/rule.ts';
import { cannotRead } from './diskReasons.ts';

export interface FoundFile {
  /** As it is shown: relative to where the command runs when it was named so; with `/`. */
  readonly path: string;
  /** Whether the person named this very file, rather than a folder or a pattern that it lies in. */
  readonly named: boolean;
  /** The folder that was walked to find it, or its own; as `path` is shown. */
  readonly root: string;
}

export interface FoundFiles {
  /** In the order of their paths, each once. */
  readonly files: readonly FoundFile[];
  /** Operands that lead to no file, and folders that cannot be read. */
  readonly trouble: readonly Localized[];
}

/** The files that operands stand for: files, folders walked for names that are `wanted` (`.md`), globs. */
export async function findFiles(
  operands: readonly string[],
  folder: string,
  wanted: (name: string) => boolean = (name) => /\.md$/iu.test(name),
): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const trouble: Localized[] = [];
  for (const operand of operands) {
    const path = sep === '\\' ? operand.replaceAll('\\', '/') : operand;
    const found = await filesOf(path, folder, wanted, trouble);
    if (!found) {
      trouble.push({ vi: `không có tệp nào là ${operand}`, en: `no file matches ${operand}` });
    } else if ('problem' in found) {
      const { vi, en } = found.problem;
      trouble.push({ vi: `${operand}: ${vi}`, en: `${operand}: ${en}` });
      continue;
    }
    for (const file of found ?? []) {
      const key = resolve(folder, file.path);
      if (file.named || !files.has(key)) files.set(key, file);
    }
  }
  const ordered = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: ordered, trouble };
}

async function filesOf(
  typed: string,
  folder: string,
  wanted: (name: string) => boolean,
  trouble: Localized[],
): Promise<readonly FoundFile[] | { readonly problem: Localized } | undefined> {
  const { path, kind } = await onDisk(typed, folder);
  if (kind === 'file') {
    const file = posix.normalize(path);
    return [{ path: file, named: true, root: posix.dirname(file) }];
  }
  if (kind === 'folder') {
    const root = posix.normalize(path).replace(/(?<=.)\/$/u, '');
    const walked = await walk(root, folder, wanted, trouble);
    return walked.map((one) => ({ path: one, named: false, root }));
  }
  if (!isGlob(path)) return undefined;
  const glob = readGlob(posix.normalize(path));
  if ('problem' in glob) return glob;
  const { path: base } = await onDisk(globBase(path), folder);
  const root = posix.normalize(base);
  const walked = await walk(root, folder, () => true, trouble);
  const found = walked.filter((one) => glob.matches(one));
  return found.length > 0 ? found.map((one) => ({ path: one, named: false, root })) : undefined;
}

/** The name as the disk has it: a keyboard composes `ế`, and some disks and archives keep its parts. */
async function onDisk(
  typed: string,
  folder: string,
): Promise<{ readonly path: string; readonly kind: 'file' | 'folder' | undefined }> {
  const kind = await kindOf(resolve(folder, typed));
  const above = posix.dirname(typed);
  if (kind || above === typed) return { path: typed, kind };
  // each step may have a form of its own: a folder of an archive, a file made here
  const { path: parent } = above === '.' ? { path: '' } : await onDisk(above, folder);
  const name = posix.basename(typed);
  for (const form of [name, name.normalize('NFC'), name.normalize('NFD')]) {
    const path = posix.join(parent, form);
    const found = await kindOf(resolve(folder, path));
    if (found) return { path, kind: found };
  }
  return { path: typed, kind: undefined };
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/**
 * Paths below `path` whose names are wanted; hidden folders, `node_modules` and links are left out: who names a folder
 * does not name what a link in it points to, and `--fix` would write there.
 */
async function walk(
  path: string,
  folder: string,
  wanted: (name: string) => boolean,
  trouble: Localized[],
): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [path];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await entriesOf(next, folder, trouble)) {
      const inner = next === '.' ? entry.name : posix.join(next, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(inner);
      } else if (entry.isFile() && wanted(entry.name)) {
        found.push(inner);
      }
    }
  }
  return found.sort();
}

async function entriesOf(
  path: string,
  folder: string,
  trouble: Localized[],
): Promise<readonly Dirent[]> {
  try {
    return await readdir(resolve(folder, path), { withFileTypes: true });
  } catch (error) {
    trouble.push(cannotRead(path, error));
    return [];
  }
}
