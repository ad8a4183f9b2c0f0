import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { BaselineEntry } from '../lint/baseline.ts';
import { readBaseline, writeBaseline, type Baseline } from '../lint/baselineFile.ts';
import { kindOf, officeFolder } from './registerFiles.ts';
import { UsageError } from './usage.ts';

const fileName = 'baseline.yml';

/** An office's baseline as it lies on the disk. */
export interface OfficeBaseline {
  /** The baseline's own file; it may not exist yet. */
  readonly path: string;
  readonly exists: boolean;
  readonly baseline: Baseline;
  /** What the baseline calls the file at an absolute path. */
  readonly keyOf: (path: string) => string;
  /** The entries of the file at an absolute path. */
  readonly entriesOf: (path: string) => readonly BaselineEntry[];
}

/**
 * The baseline that files of the folder live with: the named one, else that of the nearest `.vanban` at or
 * above the folder. Throws a UsageError when it cannot be read as a baseline.
 */
export async function officeBaseline(
  folder: string,
  named: string | undefined,
): Promise<OfficeBaseline> {
  const office = (await officeFolder(folder)) ?? join(resolve(folder), '.vanban');
  const path = named ?? join(office, fileName);
  const inOffice = dirname(path).endsWith('.vanban');
  const root = inOffice ? dirname(dirname(path)) : dirname(path);
  const exists = (await kindOf(path)) === 'file';
  const baseline = exists ? await parsed(path) : new Map<string, readonly BaselineEntry[]>();
  const keyOf = (file: string): string => relative(root, file).replaceAll('\\', '/');
  return { path, exists, baseline, keyOf, entriesOf: (file) => baseline.get(keyOf(file)) ?? [] };
}

/** Writes the baseline whole or not at all. */
export async function saveBaseline(path: string, baseline: Baseline): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  await writeFile(beside, writeBaseline(baseline));
  await rename(beside, path);
}

async function parsed(path: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new UsageError({ vi: `không đọc được ${path}`, en: `cannot read ${path}` });
  }
  const read = readBaseline(text);
  if ('baseline' in read) return read.baseline;
  const { vi, en } = read.problem;
  throw new UsageError({ vi: `${path}: ${vi}`, en: `${path}: ${en}` });
}
