import { resolve } from 'node:path';
import { yamlTree } from '../config/yamlTree.ts';
import { normalKey } from '../document/frontMatterFields.ts';
import { Lines } from '../lint/lines.ts';
import { documentTypes, type DocumentTypeId } from '../norms/documentTypes.ts';
import { skeleton, type OfficeProfile } from '../norms/skeletons.ts';
import type { Localized } from '../rules/rule.ts';
import { cannotRead } from './diskReasons.ts';
import type { ExitStatus, Io } from './io.ts';
import { notWritten, putWhole } from './outputFile.ts';
import { readBytes } from './textFile.ts';
import { oneOf, parseCommandLine, UsageError } from './usage.ts';

const forms = ['plain', 'frontMatter'] as const;

/** What a profile may say, by the keys that a document's front matter has for it. */
const profileKeys: Readonly<Record<string, keyof OfficeProfile>> = {
  'cơ quan chủ quản': 'parentAgency',
  'cơ quan': 'issuer',
  'ký hiệu': 'symbol',
  'địa danh': 'place',
  'quyền hạn ký': 'signerAuthority',
  'chức vụ': 'signerTitle',
  'người ký': 'signerName',
};

/** `vanban new`: a document of the type to begin with, on the output or in a file that does not exist yet. */
export async function newCommand(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {
      type: { type: 'string' },
      form: { type: 'string' },
      profile: { type: 'string' },
      output: { type: 'string', short: 'o' },
      debug: { type: 'boolean' },
    },
  });
  if (positionals.length > 0) {
    throw new UsageError({
      vi: `new không nhận ${positionals[0] ?? ''}; loại ghi sau --type, tệp ghi sau -o`,
      en: `new does not take ${positionals[0] ?? ''}; the type follows --type, the file -o`,
    });
  }
  const id = typeNamed(values.type);
  const form = oneOf('--form', values.form, forms, 'plain');
  const profile = values.profile === undefined ? {} : await readProfile(values.profile, io);
  const text = skeleton(id, form, new Date().getFullYear(), profile);
  if (values.output === undefined) io.out(text);
  else await writeNew(values.output, text, io);
  return 0;
}

/** The type by its id, its name or its abbreviation. */
function typeNamed(given: string | undefined): DocumentTypeId {
  const wanted = given?.normalize('NFC').trim();
  const type = documentTypes.find(
    ({ id, name, abbreviation }) =>
      wanted !== undefined &&
      (id === wanted || abbreviation === wanted || name.toLowerCase() === wanted.toLowerCase()),
  );
  if (type) return type.id;
  const ids = documentTypes.map(({ id }) => id).join(', ');
  throw new UsageError(
    given === undefined
      ? { vi: `new cần --type, một trong: ${ids}`, en: `new takes --type, one of: ${ids}` }
      : { vi: `không có loại ${given}; các loại: ${ids}`, en: `no type ${given}; types: ${ids}` },
  );
}

/** The office's own data from YAML or JSON, whose keys are those of front matter. */
async function readProfile(path: string, io: Io): Promise<OfficeProfile> {
  const text = await profileText(path, io);
  const refused = (at: number, { vi, en }: Localized): UsageError => {
    const { line, character } = new Lines(text).positionAt(at);
    const place = `${path}:${line + 1}:${character + 1}`;
    return new UsageError({ vi: `${place}: ${vi}`, en: `${place}: ${en}` });
  };
  const { tree, problems } = yamlTree(text);
  const [problem] = problems;
  if (problem) throw refused(problem.span.start, problem.message);
  if (tree?.kind !== 'map') throw refused(tree?.span.start ?? 0, noLines);
  const fields = new Map(
    Object.entries(profileKeys).map(([key, field]) => [normalKey(key), field] as const),
  );
  const profile: Partial<Record<keyof OfficeProfile, string>> = {};
  for (const { key, keySpan, value } of tree.entries) {
    const field = fields.get(normalKey(key));
    const written = value.kind === 'scalar' ? value.value : undefined;
    if (field === undefined || typeof written !== 'string' || /[\r\n]/u.test(written)) {
      throw refused(keySpan.start, useless(key));
    }
    if (written.trim() !== '') profile[field] = written.trim();
  }
  return profile;
}

async function profileText(path: string, io: Io): Promise<string> {
  try {
    return new TextDecoder().decode(await readBytes(resolve(io.folder, path)));
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}

const keyNames = Object.keys(profileKeys).join(', ');

const noLines = {
  vi: `cần các dòng “khóa: giá trị”, khóa là ${keyNames}`,
  en: `lines “key: value” are expected, the keys being ${keyNames}`,
};

function useless(key: string): Localized {
  return {
    vi: `“${key}” không dùng được; các khóa: ${keyNames}, mỗi khóa một dòng chữ`,
    en: `“${key}” is of no use; the keys: ${keyNames}, one line of text each`,
  };
}

/** Never over a file that is there. */
async function writeNew(path: string, text: string, io: Io): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const written = await putWhole(resolve(io.folder, path), bytes, 'nothing');
  if (written.state === 'failed') throw new UsageError(notWritten(path, written));
  if (written.state === 'written') return;
  throw new UsageError({
    vi: `đã có ${path}; new không ghi đè, hãy chọn tên khác`,
    en: `${path} is there already; new overwrites nothing, choose another name`,
  });
}
