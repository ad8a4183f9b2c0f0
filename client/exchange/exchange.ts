import {
  commands,
  env,
  ProgressLocation,
  Uri,
  ViewColumn,
  window,
  workspace,
  type CancellationToken,
  type Disposable,
  type Progress,
} from 'vscode';
import type {
  ExportParams,
  ExportResult,
  ImportParams,
  ImportResult,
} from '../../server/features/exchangeProtocol.ts';
import { say } from '../language.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { Claims } from './claims.ts';
import {
  beside,
  chosenOf,
  chosenPlace,
  filesOf,
  markdownFiles,
  newClaims,
  wordFiles,
} from './places.ts';
import { reasonOf } from './reasons.ts';
import { writeWhole } from './wholeFiles.ts';

type Format = ExportParams['format'];

const kinds: Readonly<Record<Format, { readonly extension: string; readonly name: string }>> = {
  docx: { extension: '.docx', name: 'Word' },
  pdf: { extension: '.pdf', name: 'PDF' },
  pdfa: { extension: '.pdf', name: 'PDF/A' },
  html: { extension: '.html', name: 'HTML' },
};

/** What became of the files of one command. */
interface Outcome {
  readonly written: Uri[];
  /** Sentences for the person, each with its file's name. */
  readonly told: string[];
}

type Step = (uri: Uri, outcome: Outcome, token: CancellationToken) => Promise<void>;

/** The commands that hand over files and take them in. */
export class Exchange {
  readonly #server: LanguageServer;

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  register(): readonly Disposable[] {
    const exported = (Object.keys(kinds) as Format[]).map((format) =>
      commands.registerCommand(`vanban.export.${format}`, (uri?: unknown, all?: unknown) =>
        this.export(format, chosenOf(uri, all)),
      ),
    );
    return [
      ...exported,
      commands.registerCommand('vanban.importWord', (uri?: unknown, all?: unknown) =>
        this.import(chosenOf(uri, all)),
      ),
    ];
  }

  /** Exports the files and folders, or the text in the editor where there are none. */
  async export(format: Format, chosen: readonly Uri[]): Promise<readonly Uri[]> {
    const { extension, name } = kinds[format];
    const active = window.activeTextEditor?.document.uri;
    const files = await filesOf(chosen.length > 0 ? chosen : active ? [active] : [], markdownFiles);
    const [only] = files;
    if (!only) {
      tellNothing({
        vi: 'Hãy chọn một tệp Markdown để xuất.',
        en: 'Choose a Markdown file to export.',
      });
      return [];
    }
    const place = files.length === 1 ? await chosenPlace(only, extension, name) : undefined;
    if (files.length === 1 && !place) return [];
    const claims = newClaims();
    if (place) claims.agree(place);
    else if (!(await claims.mayWrite(files.map((uri) => beside(uri, '', extension))))) return [];
    const title = say({ vi: `Xuất ${name}`, en: `Exporting ${name}` });
    return this.#run(title, files, async (uri, outcome, token) => {
      const text = (await workspace.openTextDocument(uri)).getText();
      const params: ExportParams = { uri: uri.toString(), text, format };
      const result = await this.#server.request<ExportResult>('vanban/export', params, token);
      if (token.isCancellationRequested) return;
      outcome.told.push(...result.told.map((sentence) => `${nameOf(uri)}: ${sentence}`));
      const made = result.files.map(({ suffix, base64 }) => ({
        place: place && suffix === '' ? place : beside(place ?? uri, suffix, extension),
        bytes: Buffer.from(base64, 'base64'),
      }));
      if (!(await put(uri, made, claims, outcome))) return;
      outcome.written.push(...made.map((file) => file.place));
    });
  }

  /** Imports Word files, those chosen in a dialog where none is given. */
  async import(chosen: readonly Uri[]): Promise<readonly Uri[]> {
    const filters = { Word: ['docx', 'docm'] };
    const picked =
      chosen.length > 0 ? chosen : await window.showOpenDialog({ canSelectMany: true, filters });
    if (!picked) return [];
    const files = await filesOf(picked, wordFiles);
    if (files.length === 0) {
      tellNothing({
        vi: 'Không có tệp Word (.docx, .docm) nào để nhập.',
        en: 'There is no Word file (.docx, .docm) to import.',
      });
      return [];
    }
    const claims = newClaims();
    if (!(await claims.mayWrite(files.map((uri) => beside(uri, '', '.md'))))) return [];
    const title = say({ vi: 'Nhập Word', en: 'Importing Word' });
    return this.#run(title, files, async (uri, outcome, token) => {
      const bytes = await workspace.fs.readFile(uri);
      const to = beside(uri, '', '.md');
      const folder = `${nameOf(to).replace(/\.md$/u, '')}-hinh`;
      const params: ImportParams = {
        base64: Buffer.from(bytes).toString('base64'),
        pictures: folder,
      };
      const result = await this.#server.request<ImportResult>('vanban/import', params, token);
      if (token.isCancellationRequested) return;
      outcome.told.push(...result.told.map((sentence) => `${nameOf(uri)}: ${sentence}`));
      if (result.markdown === undefined) return;
      const made = [
        ...result.pictures.map(({ path, base64 }) => ({
          place: Uri.joinPath(to, '..', path),
          bytes: Buffer.from(base64, 'base64'),
        })),
        { place: to, bytes: new TextEncoder().encode(result.markdown) },
      ];
      if (!(await put(uri, made, claims, outcome))) return;
      outcome.written.push(to);
    });
  }

  /** One file after the other, with progress that can be cancelled; a file that fails does not stop the rest. */
  async #run(title: string, files: readonly Uri[], step: Step): Promise<readonly Uri[]> {
    const outcome: Outcome = { written: [], told: [] };
    await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      async (progress: Progress<{ message: string; increment: number }>, token) => {
        for (const [index, uri] of files.entries()) {
          if (token.isCancellationRequested) return;
          const message =
            files.length > 1 ? `${nameOf(uri)} (${index + 1}/${files.length})` : nameOf(uri);
          progress.report({ message, increment: 100 / files.length });
          try {
            await step(uri, outcome, token);
          } catch (error) {
            if (token.isCancellationRequested) return;
            this.#server.warn(title, error);
            outcome.told.push(`${nameOf(uri)}: ${say(reasonOf(error))}`);
          }
        }
      },
    );
    void this.#tell(outcome);
    return outcome.written;
  }

  async #tell({ written, told }: Outcome): Promise<void> {
    const [first] = written;
    const shown = told.slice(0, 3).map(short).join(' · ') + (told.length > 3 ? ' …' : '');
    for (const sentence of told) this.#server.note(sentence);
    const all = say({ vi: 'Xem đủ', en: 'Show All' });
    if (!first) {
      if (told.length > 0 && (await window.showWarningMessage(shown, all)) === all) {
        this.#server.showOutput();
      }
      return;
    }
    const open = say({ vi: 'Mở', en: 'Open' });
    const files = say({
      vi: written.length === 1 ? nameOf(first) : `${written.length} tệp`,
      en: written.length === 1 ? nameOf(first) : `${written.length} files`,
    });
    const done = say({ vi: `Đã ghi ${files}.`, en: `Wrote ${files}.` });
    const answer =
      told.length > 0
        ? await window.showWarningMessage(`${done} ${shown}`, open, all)
        : await window.showInformationMessage(done, open);
    if (answer === all) this.#server.showOutput();
    if (answer !== open) return;
    if (first.path.endsWith('.md'))
      await window.showTextDocument(first, { viewColumn: ViewColumn.Active });
    else await env.openExternal(first);
  }
}

/** As much as a notification has room for. */
function short(sentence: string): string {
  return sentence.length > 160 ? `${sentence.slice(0, 159)}…` : sentence;
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Writes what was made of a file, all or nothing; whether it did. What keeps it is told. */
async function put(
  from: Uri,
  made: readonly { readonly place: Uri; readonly bytes: Uint8Array }[],
  claims: Claims<Uri>,
  { told }: Outcome,
): Promise<boolean> {
  const places = made.map(({ place }) => place);
  const clash = claims.take(places);
  if (clash) {
    const name = nameOf(clash);
    const why = say({
      vi: `không ghi, vì hai tệp cùng ghi vào ${name}; hãy đổi tên một trong hai tệp`,
      en: `not written, because two files would go into ${name}; rename one of the two`,
    });
    told.push(`${nameOf(from)}: ${why}`);
    return false;
  }
  if (!(await claims.mayWrite(places))) {
    const why = say({
      vi: 'không ghi, để giữ nguyên tệp đã có',
      en: 'not written, to keep the files that are there',
    });
    told.push(`${nameOf(from)}: ${why}`);
    return false;
  }
  await writeWhole(made.map((file) => ({ ...file, over: claims.isAgreed(file.place) })));
  return true;
}

function tellNothing(text: { readonly vi: string; readonly en: string }): void {
  window.showInformationMessage(say(text));
}
