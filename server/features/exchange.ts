import type { CancellationToken } from 'vscode-languageserver';
import { parseDocuments } from '../document/parseDocuments.ts';
import { say, type Language, type LintSettings } from '../lint/settings.ts';
import type { Typesetter } from '../output/typeset.ts';
import { parseSource } from '../source/parseSource.ts';
import type {
  ExportedFile,
  ExportParams,
  ExportResult,
  ImportParams,
  ImportResult,
} from './exchangeProtocol.ts';
import type { PreviewHost } from './preview.ts';

/** What exchanging files needs of where the server runs. */
export interface ExchangeHost {
  /** A typesetter for files alone, so that previews go on meanwhile; undefined where there is none. */
  readonly fileSetter: () => Typesetter | undefined;
  readonly readPicture: PreviewHost['readPicture'];
}

/** Milliseconds after which a typesetter that made the last file is let go. */
const rest = 20_000;

/** Makes files of texts and texts of files, for commands of the editor. */
export class Exchange {
  readonly #host: ExchangeHost;
  #typesetter: Typesetter | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running = 0;

  constructor(host: ExchangeHost) {
    this.#host = host;
  }

  /** The files of the documents of a text; none once `token` is cancelled. */
  async export(
    { uri, text, format }: ExportParams,
    { language, layout = {} }: LintSettings,
    folders: readonly string[],
    token: CancellationToken,
  ): Promise<ExportResult> {
    const all = parseDocuments(parseSource(text));
    const documents = all.filter(({ recognised }) => recognised);
    if (documents.length === 0) return { files: [], told: [say(nothing, language)] };
    const { exportDocument } = await import('../output/exportDocument.ts');
    const files: ExportedFile[] = [];
    const told: string[] = [];
    this.#begin();
    try {
      for (const document of documents) {
        if (token.isCancellationRequested) return { files: [], told: [] };
        const made = await exportDocument(document, format, {
          typesetter: () => this.#setter(),
          readPicture: (path) => this.#host.readPicture(uri, path, folders),
          choices: layout,
        });
        if (made.state === 'failed') {
          told.push(say(made.message, language));
          continue;
        }
        told.push(...made.missing.map(({ block }) => missingPicture(block.path, language)));
        files.push({
          suffix: documents.length === 1 ? '' : `-${all.indexOf(document) + 1}`,
          base64: Buffer.from(made.bytes).toString('base64'),
        });
      }
    } finally {
      this.#end();
    }
    return { files, told };
  }

  /** A Word file as Markdown with its pictures, or why it cannot be read. */
  async import(
    { base64, pictures: folder }: ImportParams,
    language: Language | undefined,
  ): Promise<ImportResult> {
    const { importWord } = await import('../output/wordImport/importWord.ts');
    const { WordRefusal } = await import('../output/wordImport/refusal.ts');
    try {
      const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
      const { markdown, pictures, losses } = importWord(bytes, folder, 'frontMatter');
      return {
        markdown,
        pictures: pictures.map(({ path, bytes: content }) => ({
          path,
          base64: Buffer.from(content).toString('base64'),
        })),
        told: losses.map((loss) => {
          const words = loss.words === '' ? '' : ` (“${loss.words}”)`;
          return `${say(loss, language)}: ${loss.count}${words}`;
        }),
      };
    } catch (error) {
      if (error instanceof WordRefusal) {
        return { pictures: [], told: [say(error.said, language)] };
      }
      throw error;
    }
  }

  #setter(): Typesetter | undefined {
    this.#typesetter ??= this.#host.fileSetter();
    return this.#typesetter;
  }

  #begin(): void {
    this.#running += 1;
    clearTimeout(this.#timer);
  }

  #end(): void {
    this.#running -= 1;
    if (this.#running > 0) return;
    this.#timer = setTimeout(() => {
      const idle = this.#typesetter;
      this.#typesetter = undefined;
      idle?.dispose().catch(() => undefined);
    }, rest);
    this.#timer.unref();
  }
}

function missingPicture(path: string, language: Language | undefined): string {
  return say(
    {
      vi: `không có ảnh ${path} trong thư mục làm việc`,
      en: `no picture ${path} in the workspace`,
    },
    language,
  );
}

const nothing = {
  vi: 'Chưa nhận ra văn bản hành chính nào trong tệp này nên không có gì để xuất.',
  en: 'No administrative document is recognised in this file, so there is nothing to export.',
};
