/** Asks for the files of a text's documents in a format. */
export const exportRequest = 'vanban/export';

/** Asks for a Word file as Markdown. */
export const importRequest = 'vanban/import';

export interface ExportParams {
  /** Of the file, whose folder pictures are sought from. */
  readonly uri: string;
  /** The file's text as the person sees it, saved or not. */
  readonly text: string;
  readonly format: 'docx' | 'pdf' | 'pdfa' | 'html';
}

export interface ExportedFile {
  /** A part of a file's name: empty for the only document of a file. */
  readonly suffix: string;
  /** The file's bytes. */
  readonly base64: string;
}

export interface ExportResult {
  readonly files: readonly ExportedFile[];
  /** Sentences in the person's language: what is missing, or why there is no file. */
  readonly told: readonly string[];
}

export interface ImportParams {
  readonly base64: string;
  /** The folder for pictures, from the Markdown file's own. */
  readonly pictures: string;
}

export interface ImportResult {
  /** Absent where the file cannot be read. */
  readonly markdown?: string;
  readonly pictures: readonly { readonly path: string; readonly base64: string }[];
  /** Sentences in the person's language: what could not be carried over, or why nothing was. */
  readonly told: readonly string[];
}
