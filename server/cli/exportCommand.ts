import { existsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { Document } from '../document/document.ts';
import { parseDocuments } from '../document/parseDocuments.ts';
import { Lines } from '../lint/lines.ts';
import { say } from '../lint/settings.ts';
import type { ExportFormat, ExportMeans } from '../output/exportDocument.ts';
import type { MissingPicture } from '../output/pictures.ts';
import { Typesetter } from '../output/typeset.ts';
import { readPictureIn } from '../pictureFiles.ts';
import type { Localized } from '../rules/rule.ts';
import { parseSource } from '../source/parseSource.ts';
import { Batch } from './batch.ts';
import { Configs } from './configFile.ts';
import { cannotRead, notText } from './diskReasons.ts';
import { findFiles, type FoundFile } from './findFiles.ts';
import type { ExitStatus, Io } from './io.ts';
import { OutputPlaces } from './outputPlaces.ts';
import { decode, readBytes } from './textFile.ts';
import { oneOf, parseCommandLine, UsageError } from './usage.ts';

const formats = ['docx', 'pdf', 'html'] as const;

/** Milliseconds for one document: nobody's typing waits for it. */
const timeout = 180_000;

/** Bytes that the engine may hold: a fresh one costs more than a large one. */
const memoryLimit = 1_000_000_000;

interface ExportOptions {
  readonly format: ExportFormat;
  readonly force: boolean;
  readonly config: string | undefined;
  readonly output: string | undefined;
  readonly paths: readonly string[];
}

/** `vanban export`: each administrative document of the files as a file of its own. */
export async function exportCommand(args: readonly string[], io: Io): Promise<ExitStatus> {
  const options = readOptions(args);
  const configs = await Configs.open(io, options.config);
  const extension = options.format === 'pdfa' ? '.pdf' : `.${options.format}`;
  const places = await OutputPlaces.open(options.output, extension, io.folder);
  const { files, trouble: unfound } = await findFiles(options.paths, io.folder);
  const { typesetter: assets } = io;
  let typesetter: Typesetter | undefined;
  const exporter = new Exporter(io, configs, options, places, () => {
    if (!typesetter && assets && existsSync(assets.worker)) {
      typesetter = new Typesetter(assets, { timeout, memoryLimit });
    }
    return typesetter;
  });
  try {
    return await exporter.run(files, unfound);
  } finally {
    await typesetter?.dispose();
  }
}

function readOptions(args: readonly string[]): ExportOptions {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      output: { type: 'string', short: 'o' },
      force: { type: 'boolean' },
      pdfa: { type: 'boolean' },
      config: { type: 'string' },
      debug: { type: 'boolean' },
    },
  });
  if (values.to === undefined) {
    throw new UsageError({
      vi: `export cần --to, một trong: ${formats.join(', ')}`,
      en: `export takes --to, one of: ${formats.join(', ')}`,
    });
  }
  const to = oneOf('--to', values.to, formats, 'pdf');
  if (values.pdfa && to !== 'pdf') {
    throw new UsageError({ vi: '--pdfa đi với --to pdf', en: '--pdfa goes with --to pdf' });
  }
  if (positionals.length === 0) {
    throw new UsageError({
      vi: 'export cần ít nhất một tệp hoặc thư mục; xem vanban --help',
      en: 'export takes at least one file or folder; see vanban --help',
    });
  }
  return {
    format: values.pdfa ? 'pdfa' : to,
    force: values.force === true,
    config: values.config,
    output: values.output,
    paths: positionals,
  };
}

/** What a file holds; undefined when it is to be passed over. */
interface Content {
  readonly text: string;
  readonly documents: readonly Document[];
}

class Exporter {
  readonly #io: Io;
  readonly #configs: Configs;
  readonly #options: ExportOptions;
  readonly #places: OutputPlaces;
  readonly #typesetter: () => Typesetter | undefined;
  readonly #batch: Batch;
  #skipped = 0;

  constructor(
    io: Io,
    configs: Configs,
    options: ExportOptions,
    places: OutputPlaces,
    typesetter: () => Typesetter | undefined,
  ) {
    this.#io = io;
    this.#configs = configs;
    this.#options = options;
    this.#places = places;
    this.#typesetter = typesetter;
    this.#batch = new Batch(io, places, options.force);
  }

  async run(files: readonly FoundFile[], unfound: readonly Localized[]): Promise<ExitStatus> {
    const batch = this.#batch;
    for (const each of unfound) batch.fail(each);
    if (this.#places.single) await this.#refuseSeveral(files);
    let misread = false;
    for (const [index, file] of files.entries()) {
      const { settings, trouble, unreadable } = await this.#configs.of(file.path);
      batch.begin(file.path, index, files.length, settings.language);
      trouble.forEach((text) => batch.tell(text));
      misread ||= unreadable;
      if (settings.excluded === true && !file.named) this.#skipped += 1;
      else await this.#exportFile(file, settings.layout ?? {});
    }
    batch.end();
    const first = files[0] && (await this.#configs.of(files[0].path));
    this.#io.out(`${say(this.#summary(), first?.settings.language ?? this.#io.language)}\n`);
    return misread ? 2 : batch.status;
  }

  /** One file cannot take several documents: told before anything is written. */
  async #refuseSeveral(files: readonly FoundFile[]): Promise<void> {
    let count = 0;
    for (const { path } of files) {
      const content = await read(resolve(this.#io.folder, path), path);
      count += 'documents' in content ? content.documents.length : 0;
    }
    if (count <= 1) return;
    const { output } = this.#options;
    throw new UsageError({
      vi: `-o ${output} là một tệp mà có ${count} văn bản; hãy cho tên một thư mục`,
      en: `-o ${output} is one file and there are ${count} documents; name a folder`,
    });
  }

  async #exportFile(file: FoundFile, choices: ExportMeans['choices']) {
    const { path, named } = file;
    const full = resolve(this.#io.folder, path);
    const content = await read(full, path);
    if ('why' in content) {
      if (!named && !/\.md$/iu.test(path)) this.#skipped += 1;
      else this.#batch.fail(content.why);
      return;
    }
    const { text, documents } = content;
    if (documents.length === 0) {
      if (named) this.#batch.fail(about(path, notRecognised));
      else this.#skipped += 1;
    }
    for (const [index, document] of documents.entries()) {
      const part = documents.length > 1 ? index + 1 : undefined;
      const target = this.#places.of(file, part, this.#io.folder);
      if (!(await this.#batch.mayWrite(target))) continue;
      const home = dirname(full);
      const root = isInside(home, this.#io.folder) ? this.#io.folder : home;
      // Loaded for this command alone: the writers of every format take their time.
      const { exportDocument, shownCharacters } = await import('../output/exportDocument.ts');
      const made = await exportDocument(document, this.#options.format, {
        typesetter: this.#typesetter,
        readPicture: (picture) => readPictureIn(root, home, picture),
        choices,
      });
      if (made.state === 'failed') {
        this.#batch.fail(about(path, made.message));
      } else if (await this.#batch.write(path, { path: target, bytes: made.bytes })) {
        const lines = new Lines(text);
        for (const each of made.missing) this.#batch.remark(missingPicture(path, lines, each));
        if (made.lacking.length > 0) {
          this.#batch.remark(about(path, noSuchLetters(shownCharacters(made.lacking))));
        }
      }
    }
  }

  #summary(): Localized {
    const { made, failed } = this.#batch;
    const vi = [`Đã xuất ${made} văn bản`];
    const en = [`Exported ${made} documents`];
    if (failed > 0) {
      vi.push(`${failed} không xuất được`);
      en.push(`${failed} could not be`);
    }
    if (this.#skipped > 0) {
      vi.push(`bỏ qua ${this.#skipped} tệp không phải văn bản hành chính`);
      en.push(`passed over ${this.#skipped} files that hold no administrative document`);
    }
    return { vi: vi.join('; '), en: en.join('; ') };
  }
}

/** The administrative documents of a file, or why it cannot be read. */
async function read(path: string, shown: string): Promise<Content | { readonly why: Localized }> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path);
  } catch (error) {
    return { why: cannotRead(shown, error) };
  }
  const decoded = decode(bytes);
  if (!decoded) return { why: notText(shown) };
  const { text } = decoded;
  const documents = parseDocuments(parseSource(text)).filter(({ recognised }) => recognised);
  return { text, documents };
}

function about(path: string, text: Localized): Localized {
  return { vi: `${path}: ${text.vi}`, en: `${path}: ${text.en}` };
}

const notRecognised: Localized = {
  vi: 'chưa nhận ra thể thức văn bản hành chính: cần phần đầu có quốc hiệu, số và ký hiệu, tên loại, hoặc khai báo “loại” ở đầu tệp (NĐ 30/2020/NĐ-CP, Điều 8)',
  en: 'no administrative document is recognised: it needs a head with the national title, number and type, or the front matter key “loại” (Decree 30/2020/NĐ-CP, Article 8)',
};

function noSuchLetters(shown: string): Localized {
  return {
    vi: `phông không có ${shown}; trang hiện ô trống ở chỗ đó`,
    en: `the font has no ${shown}; the pages show an empty box there`,
  };
}

function missingPicture(path: string, lines: Lines, { block, reason }: MissingPicture): Localized {
  const at = `${path}:${lines.positionAt(block.span.start).line + 1}`;
  return reason === 'unreadable'
    ? {
        vi: `${at}: không đọc được ảnh ${block.path}; cần tệp ảnh trong thư mục của văn bản`,
        en: `${at}: the picture ${block.path} cannot be read; a file inside the document’s folder is needed`,
      }
    : {
        vi: `${at}: ảnh ${block.path} không phải PNG, JPEG hoặc GIF`,
        en: `${at}: the picture ${block.path} is no PNG, JPEG or GIF`,
      };
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
