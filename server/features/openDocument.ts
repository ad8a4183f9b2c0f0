import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfigFile } from '../config/configFiles.ts';
import type { Document } from '../document/document.ts';
import { parseDocuments } from '../document/parseDocuments.ts';
import { lintDocuments, type LintResult } from '../lint/lint.ts';
import { Lines, type Position } from '../lint/lines.ts';
import type { LintSettings } from '../lint/settings.ts';
import { rules } from '../rules/index.ts';
import { parseSource } from '../source/parseSource.ts';
import type { Source } from '../source/source.ts';
import { holdsDocument, isOurs } from './activation.ts';
import { holdMs, type Caret } from './caret.ts';

interface Parsed {
  readonly source: Source;
  readonly documents: readonly Document[];
}

/** A file open in the editor: its text as of one version, and what was made of that version, each made once. */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  #text: TextDocument;
  #caret: Caret | undefined;
  #lines: Lines | undefined;
  #lastLines: Lines | undefined;
  #parsed: Parsed | undefined;
  #previous: Parsed | undefined;
  #linted: { readonly settings: LintSettings; readonly result: LintResult } | undefined;
  #lastLint: LintResult | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#text = TextDocument.create(uri, languageId, version, text);
  }

  get version(): number {
    return this.#text.version;
  }

  get text(): string {
    return this.#text.getText();
  }

  get caret(): Caret | undefined {
    return this.#caret;
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.text, this.#lastLines);
    this.#lastLines = this.#lines;
    return this.#lines;
  }

  /** Takes the client's changes; the end of a lone edit is where its writer's caret stands. */
  update(
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
    now: number,
  ): OpenDocument {
    const [change] = changes;
    const start =
      changes.length === 1 && change && 'range' in change
        ? this.#text.offsetAt(change.range.start)
        : undefined;
    this.#text = TextDocument.update(this.#text, [...changes], version);
    this.#caret =
      start === undefined || !change
        ? undefined
        : { offset: start + change.text.length, typedAt: now };
    this.#previous = this.#parsed ?? this.#previous;
    this.#lines = undefined;
    this.#parsed = undefined;
    this.#linted = undefined;
    return this;
  }

  /** Takes where the client says the caret is; gives whether that may free what was held back. */
  moveCaret(position: Position, now: number): boolean {
    const offset = this.lines.offsetAt(position);
    if (!this.#caret || this.#caret.offset === offset) return false;
    this.#caret = { ...this.#caret, offset };
    return now - this.#caret.typedAt < holdMs;
  }

  parsed(): Parsed {
    if (!this.#parsed) {
      const source = parseSource(this.text, this.#previous?.source);
      this.#parsed = { source, documents: parseDocuments(source, this.#previous?.documents) };
      this.#previous = undefined;
    }
    return this.#parsed;
  }

  /** Whether the norm is applied to this file at all. */
  isActive(): boolean {
    if (isConfigFile(this.uri)) return false;
    return isOurs(this.uri, this.languageId) || holdsDocument(this.parsed().documents);
  }

  /** What the rules say about this version; undefined for a file that is none of ours. */
  linted(settings: LintSettings): LintResult | undefined {
    if (!this.isActive()) return undefined;
    if (this.#linted?.settings !== settings) {
      const { source, documents } = this.parsed();
      const result = lintDocuments(source, documents, settings, rules, this.#lastLint);
      this.#linted = { settings, result };
      this.#lastLint = result;
    }
    return this.#linted.result;
  }
}
