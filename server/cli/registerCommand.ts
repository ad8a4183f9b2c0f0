import { dirname, relative, resolve, sep } from 'node:path';
import { say } from '../lint/settings.ts';
import { registerFields, type ColumnMapping, type RegisterField } from '../register/columns.ts';
import { entryOf } from '../register/entry.ts';
import type { RegisterFile, Remark } from '../register/readRegister.ts';
import {
  addToRegisterCsv,
  addToRegisterJson,
  mergeRegister,
  writeRegisterCsv,
} from '../register/writeRegister.ts';
import type { KnownDocument } from '../norms/knownDocuments.ts';
import type { Localized } from '../rules/rule.ts';
import type { ExitStatus, Io } from './io.ts';
import {
  assertWithin,
  isJson,
  kindOf,
  maintainedRegister,
  putFile,
  readRegister,
  registerText,
} from './registerFiles.ts';
import { oneOf, parseCommandLine, UsageError } from './usage.ts';

const certainties = ['sure', 'likely', 'unsure'] as const;

/** `vanban register add|check|import`: keeps the office's own register of documents. */
export async function registerCommand(
  [command, ...args]: readonly string[],
  io: Io,
): Promise<ExitStatus> {
  switch (command) {
    case 'add':
      return add(args, io);
    case 'check':
      return check(args, io);
    case 'import':
      return importFile(args, io);
    default:
      throw new UsageError({
        vi: 'register cần add, check hoặc import; xem vanban --help',
        en: 'register takes add, check or import; see vanban --help',
      });
  }
}

async function add(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {
      number: { type: 'string' },
      date: { type: 'string' },
      type: { type: 'string' },
      issuer: { type: 'string' },
      subject: { type: 'string' },
      'ended-on': { type: 'string' },
      'ended-by': { type: 'string' },
      certainty: { type: 'string' },
      debug: { type: 'boolean' },
    },
  });
  if (positionals.length > 0 || values.number === undefined || values.date === undefined) {
    throw new UsageError({
      vi: 'register add cần --number và --date, ví dụ --number 12/KH-UBND --date 10/02/2026',
      en: 'register add takes --number and --date, for example --number 12/KH-UBND --date 10/02/2026',
    });
  }
  const path = await maintainedRegister(io.folder);
  const file = shownPath(path, io);
  const result = entryOf(
    {
      number: values.number,
      date: values.date,
      type: values.type ?? '',
      issuer: values.issuer ?? '',
      subject: values.subject ?? '',
      endedOn: values['ended-on'] ?? '',
      endedBy: values['ended-by'] ?? '',
      certainty: values.certainty ?? '',
    },
    { kind: 'register', file, line: 0 },
  );
  if (result.kind === 'refused') throw new UsageError(result.reason);
  const text = (await registerText(path, file)) ?? '';
  const register = readRegister(text, { file });
  const { added } = mergeRegister(register.entries, [result.entry]);
  const { number } = result.entry;
  if (added.length === 0) {
    tell(io, {
      vi: `${number} đã có trong ${file}, không thêm lần nữa`,
      en: `${number} is in ${file} already and was not added again`,
    });
    return 0;
  }
  await assertWithin(path, dirname(dirname(path)), file);
  await putFile(path, file, text, withEntries(path, text, added));
  tell(io, { vi: `Đã thêm ${number} vào ${file}`, en: `Added ${number} to ${file}` });
  for (const note of result.notes) tell(io, note);
  return 0;
}

async function check(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: { debug: { type: 'boolean' } },
  });
  const [given, ...more] = positionals;
  if (more.length > 0) {
    throw new UsageError({
      vi: 'register check nhận một tệp',
      en: 'register check takes one file',
    });
  }
  const path =
    given === undefined ? await maintainedRegister(io.folder) : resolve(io.folder, given);
  const file = given ?? shownPath(path, io);
  const text = await registerText(path, file);
  if (text === undefined) {
    throw new UsageError({ vi: `không có tệp ${file}`, en: `there is no file ${file}` });
  }
  const read = readRegister(text, { file });
  for (const { line, reason } of inOrder([...read.refused, ...read.notes])) {
    io.out(`${file}:${line}: ${say(reason, io.language)}\n`);
  }
  tellUnused(read, io);
  tell(io, {
    vi: `${read.rows} dòng: ${read.entries.length} đọc được, ${read.refused.length} không dùng được, ${read.notes.length} cần xem lại`,
    en: `${read.rows} rows: ${read.entries.length} read, ${read.refused.length} of no use, ${read.notes.length} to look at`,
  });
  return read.refused.length > 0 ? 1 : 0;
}

async function importFile(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {
      map: { type: 'string', multiple: true },
      issuer: { type: 'string' },
      certainty: { type: 'string' },
      out: { type: 'string', short: 'o' },
      force: { type: 'boolean' },
      debug: { type: 'boolean' },
    },
  });
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0) {
    throw new UsageError({
      vi: 'register import cần một tệp CSV hoặc JSON',
      en: 'register import takes one CSV or JSON file',
    });
  }
  const text = await registerText(resolve(io.folder, source), source);
  if (text === undefined) {
    throw new UsageError({ vi: `không có tệp ${source}`, en: `there is no file ${source}` });
  }
  const certainty =
    values.certainty === undefined
      ? undefined
      : oneOf('--certainty', values.certainty, certainties, 'sure');
  const read = readRegister(text, {
    file: source,
    mapping: mappingOf(values.map ?? []),
    issuer: values.issuer,
    certainty,
  });
  const maintained = await maintainedRegister(io.folder);
  const target = values.out === undefined ? maintained : resolve(io.folder, values.out);
  const shown = shownPath(target, io);
  const replaced = target !== maintained && values.force === true;
  if (target !== maintained && !replaced && (await kindOf(target)) !== undefined) {
    throw new UsageError({
      vi: `${shown} đã có; thêm --force để ghi đè`,
      en: `${shown} exists; give --force to overwrite it`,
    });
  }
  const before = target === maintained ? ((await registerText(target, shown)) ?? '') : '';
  const { added, present } = mergeRegister(
    readRegister(before, { file: shown }).entries,
    read.entries,
  );
  if (added.length > 0) {
    if (target === maintained) await assertWithin(target, dirname(dirname(target)), shown);
    const replaces = replaced ? ((await registerText(target, shown)) ?? '') : before;
    await putFile(target, shown, replaces, withEntries(target, before, added));
  }

  for (const { line, reason } of inOrder([...read.refused, ...read.notes])) {
    io.out(`${source}:${line}: ${say(reason, io.language)}\n`);
  }
  tellUnused(read, io);
  tellCounts(read.refused, io);
  tell(io, {
    vi: `${read.rows} dòng: nhập ${added.length} vào ${shown}, ${present.length} đã có sẵn, ${read.refused.length} bị từ chối`,
    en: `${read.rows} rows: ${added.length} imported into ${shown}, ${present.length} there already, ${read.refused.length} refused`,
  });
  return read.refused.some(({ reason }) => reason.kind !== 'duplicate') ? 1 : 0;
}

function withEntries(path: string, text: string, entries: readonly KnownDocument[]): string {
  if (isJson(path)) return addToRegisterJson(text, entries);
  return text.trim() === '' ? writeRegisterCsv(entries) : addToRegisterCsv(text, entries);
}

/** `--map "Số VB=number,Ngày=date"`, as often as wanted. */
function mappingOf(given: readonly string[]): ColumnMapping {
  const pairs = given
    .flatMap((one) => one.split(','))
    .map((pair): readonly [string, RegisterField] => {
      const at = pair.lastIndexOf('=');
      const field = registerFields.find((one) => one === pair.slice(at + 1).trim());
      if (at < 1 || !field) {
        throw new UsageError({
          vi: `--map cần tên cột = một trong: ${registerFields.join(', ')}`,
          en: `--map takes a column's name = one of: ${registerFields.join(', ')}`,
        });
      }
      return [pair.slice(0, at).trim(), field];
    });
  return Object.fromEntries(pairs);
}

function shownPath(path: string, io: Io): string {
  const shown = relative(io.folder, path);
  return sep === '\\' ? shown.replaceAll('\\', '/') : shown;
}

function inOrder(remarks: readonly Remark[]): readonly Remark[] {
  return [...remarks].sort((a, b) => a.line - b.line);
}

function tellUnused({ unused }: RegisterFile, io: Io): void {
  if (unused.length === 0) return;
  tell(io, {
    vi: `Cột chưa dùng: ${unused.join(', ')} (gán bằng --map)`,
    en: `Columns not used: ${unused.join(', ')} (name them with --map)`,
  });
}

const kinds: Readonly<Record<Remark['reason']['kind'], Localized>> = {
  'no-number': { vi: 'thiếu số, ký hiệu', en: 'no number' },
  'bad-number': { vi: 'số, ký hiệu không đọc được', en: 'unreadable number' },
  'bad-date': { vi: 'ngày không đọc được', en: 'unreadable date' },
  'bad-type': { vi: 'loại văn bản lạ', en: 'unknown type' },
  'bad-certainty': { vi: 'độ tin cậy ghi sai', en: 'wrong certainty' },
  duplicate: { vi: 'trùng hoàn toàn', en: 'full duplicates' },
  conflict: { vi: 'một số hai nội dung', en: 'one number, two documents' },
  year: { vi: 'năm không khớp', en: 'years differ' },
  'end-undated': { vi: 'hết hiệu lực không rõ ngày', en: 'ended on no given day' },
  format: { vi: 'tệp không đúng dạng', en: 'malformed file' },
};

function tellCounts(refused: readonly Remark[], io: Io): void {
  const counts = new Map<Remark['reason']['kind'], number>();
  for (const { reason } of refused) counts.set(reason.kind, (counts.get(reason.kind) ?? 0) + 1);
  for (const [kind, count] of counts) io.out(`  ${say(kinds[kind], io.language)}: ${count}\n`);
}

function tell(io: Io, text: Localized): void {
  io.out(`${say(text, io.language)}\n`);
}
