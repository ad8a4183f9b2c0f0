import { basename, dirname, join, resolve } from 'node:path';
import { say } from '../lint/settings.ts';
import { importWord, type ImportedWord } from '../output/wordImport/importWord.ts';
import { WordRefusal } from '../output/wordImport/refusal.ts';
import type { Loss } from '../output/wordImport/wordContent.ts';
import { readRegular, TooLargeError } from '../regularFile.ts';
import type { Localized } from '../rules/rule.ts';
import { Batch } from './batch.ts';
import { Configs } from './configFile.ts';
import { cannotRead } from './diskReasons.ts';
import { findFiles, type FoundFile } from './findFiles.ts';
import type { ExitStatus, Io } from './io.ts';
import { OutputPlaces } from './outputPlaces.ts';
import { oneOf, parseCommandLine, UsageError } from './usage.ts';

/** Word's own lock files begin with `~$`; the old `.doc` is taken up to be told what to do with it. */
const wordName = /^(?!~\$).+\.doc[xm]?$/iu;

/** A file beyond this is not read, bytes. */
const largest = 250_000_000;

const forms = ['frontMatter', 'plain'] as const;

/** `vanban import`: each Word file as Markdown, its pictures in a folder beside it. */
export async function importCommand(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      form: { type: 'string' },
      force: { type: 'boolean' },
      debug: { type: 'boolean' },
    },
  });
  const form = oneOf('--form', values.form, forms, 'frontMatter');
  if (positionals.length === 0) {
    throw new UsageError({
      vi: 'import cần ít nhất một tệp Word hoặc thư mục; xem vanban --help',
      en: 'import takes at least one Word file or folder; see vanban --help',
    });
  }
  const { output, force = false } = values;
  const places = await OutputPlaces.open(output, '.md', io.folder);
  const { files, trouble: unfound } = await findFiles(positionals, io.folder, (name) =>
    wordName.test(name),
  );
  if (places.single && files.length > 1) {
    throw new UsageError({
      vi: `-o ${output} là một tệp mà có ${files.length} tệp Word; hãy cho tên một thư mục`,
      en: `-o ${output} is one file and there are ${files.length} Word files; name a folder`,
    });
  }
  const configs = await Configs.open(io, undefined);
  const batch = new Batch(io, places, force);
  for (const each of unfound) batch.fail(each);
  for (const [index, file] of files.entries()) {
    const { settings } = await configs.of(file.path);
    batch.begin(file.path, index, files.length, settings.language);
    const target = places.of(file, undefined, io.folder);
    const pictures = `${basename(target, '.md').replace(/[<>%\\]/gu, '_')}-hinh`;
    const imported = await read(file, io, pictures, form);
    if ('vi' in imported) {
      batch.fail(imported);
    } else if (await write(file, target, imported, batch)) {
      for (const loss of imported.losses) batch.remark(lossText(file.path, loss));
    }
  }
  batch.end();
  const first = files[0] && (await configs.of(files[0].path));
  io.out(`${say(summary(batch), first?.settings.language ?? io.language)}\n`);
  return batch.status;
}

async function read(
  { path }: FoundFile,
  io: Io,
  pictures: string,
  form: (typeof forms)[number],
): Promise<ImportedWord | Localized> {
  const full = resolve(io.folder, path);
  let bytes: Uint8Array;
  try {
    bytes = await readRegular(full, largest);
  } catch (error) {
    if (error instanceof TooLargeError) return about(path, new WordRefusal('too-large').said);
    return cannotRead(path, error);
  }
  try {
    return importWord(bytes, pictures, form === 'plain' ? 'text' : form);
  } catch (error) {
    if (error instanceof WordRefusal) return about(path, error.said);
    throw error;
  }
}

/** The text with its pictures, or none of them. */
async function write(
  { path }: FoundFile,
  target: string,
  { markdown, pictures }: ImportedWord,
  batch: Batch,
): Promise<boolean> {
  if (!(await batch.mayWrite(target))) return false;
  const beside = pictures.map(({ path: name, bytes }) => ({
    path: join(dirname(target), name),
    bytes,
  }));
  return batch.write(path, { path: target, bytes: new TextEncoder().encode(markdown) }, beside);
}

function about(path: string, { vi, en }: Localized): Localized {
  return { vi: `${path}: ${vi}`, en: `${path}: ${en}` };
}

function lossText(path: string, { vi, en, count, words }: Loss): Localized {
  const times = count > 1 ? ` (${count})` : '';
  const quoted = words === '' ? '' : `: “${words}”`;
  return {
    vi: `${path}: không đưa sang được: ${vi}${times}${quoted}`,
    en: `${path}: not carried over: ${en}${times}${quoted}`,
  };
}

function summary({ made, failed }: Batch): Localized {
  return failed > 0
    ? {
        vi: `Đã nhập ${made} tệp Word; ${failed} không nhập được`,
        en: `Imported ${made} Word files; ${failed} could not be`,
      }
    : { vi: `Đã nhập ${made} tệp Word`, en: `Imported ${made} Word files` };
}
