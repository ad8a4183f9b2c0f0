import type { Document, Dossier } from '../document/document.ts';
import type { Agency } from '../norms/agencies.ts';
import type { DocumentTypeId } from '../norms/documentTypes.ts';
import type { KnownDocument, KnownDocuments } from '../norms/knownDocuments.ts';
import type { Line, Paragraph } from '../source/source.ts';
import type { Edit, Span } from '../source/span.ts';
import type { OptionValues, RuleOption } from './options.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The same sentence in both languages; Vietnamese is the one users see first. */
export interface Localized {
  readonly vi: string;
  readonly en: string;
}

export interface Fix {
  readonly title: Localized;
  /** Safe fixes may be applied on save, all at once; the others are chosen by a person. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly span: Span;
  readonly message: Localized;
}

/** What a rule reports; `lint` adds the rule's id and the configured severity. */
export interface Finding {
  readonly span: Span;
  readonly message: Localized;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** Where the rule is louder or quieter than its default. */
  readonly severity?: Severity;
  /** Shown faded. */
  readonly unnecessary?: boolean;
}

/**
 * `«…»` marks the exact range that must be reported (several marks: several reports, in order; none: the
 * report's range is not held). `fixed` is the text after the first fix of every report, and lints clean.
 */
export type Example =
  | { readonly bad: string; readonly fixed?: string; readonly note?: string }
  | { readonly good: string; readonly note?: string };

/** What a rule may know beside the document that it checks. */
export interface Context extends Dossier {
  /** The documents whose numbers are known: the bundled register's, the office's own and the workspace's. */
  readonly known: KnownDocuments;
  /** Agencies that the workspace adds to the bundled ones. */
  readonly agencies: readonly Agency[];
  /** The rule's own options as configured, defaults filled in. */
  readonly options: OptionValues;
}

/**
 * What a rule's findings follow from, the settings and what is known beside the file aside. After an edit that left all
 * of it as it was the rule is not asked again: what it said before holds, at the places where the words stand now. All
 * rules may ask which lines are the body's or an annex's.
 */
export interface Reads {
  /**
   * What it says of a paragraph (also of a line, a citation or a date in it) follows from that paragraph and the one on
   * each side of it, read through `lines`, `body`, `paragraphs`, `citations`, `dates`: it runs on what was edited alone.
   */
  readonly paragraphs?: true;
  /** The sections, their lines' number included, their lines' words not. */
  readonly sections?: true;
  /**
   * What it reads of any paragraph, wherever that stands, as plain data in the order of the text. What a fact says
   * counts, not where it stands.
   */
  readonly facts?: (paragraph: Paragraph, context: FactContext) => readonly unknown[];
  /** What it reads of the body's lines where it only counts whether any line says so. */
  readonly told?: (line: Line, document: Document) => readonly string[];
  /** The components and what stands beside them: a document's first lines, and the first and last ones of its body. */
  readonly edges?: true;
  /** Single components of the document, with the characters that touch them. */
  readonly parts?: readonly PartName[];
  /** The file's other documents as well. */
  readonly dossier?: true;
}

/** What a rule may know when it reads the facts of a paragraph. */
export interface FactContext extends Pick<Context, 'known' | 'options'> {
  /** The file's. */
  readonly text: string;
}

/** The components of a document that stand in few lines of it. */
export type PartName = Exclude<
  keyof Document,
  | 'source'
  | 'identity'
  | 'lines'
  | 'paragraphs'
  | 'body'
  | 'sections'
  | 'citations'
  | 'dates'
  | 'comments'
  | 'lineRange'
  | 'bodyRange'
>;

export interface Rule {
  /** The diagnostic's code: a contract. */
  readonly id: string;
  readonly severity: Severity;
  /** Silent until the settings give it a level: what only some offices want. */
  readonly offByDefault?: true;
  /** `yes`: one exact safe edit; `choice`: a person picks; `none`. */
  readonly fix: 'yes' | 'choice' | 'none';
  /** Where the rule applies; every type when absent. */
  readonly types?: readonly DocumentTypeId[];
  /** The norm's paragraph: `NĐ 30/2020/NĐ-CP, PL I, II.4`. */
  readonly norm: string;
  readonly title: Localized;
  /** Two or three sentences a drafter understands. */
  readonly why: Localized;
  /** Made when asked for: nobody reads them where documents are checked. */
  readonly examples: () => readonly Example[];
  /** The documents known where the examples are read, for rules that ask `Context.known`; none when absent. */
  readonly exampleRegister?: readonly KnownDocument[];
  /** Runs for documents that the norm applies to; `scope: 'any'` also on unrecognised text and Party documents. */
  readonly scope?: 'any';
  /** What a person may set for this rule, by name. */
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** What the findings follow from; anything in the file when absent, so that every edit runs the rule anew. */
  readonly reads?: Reads;
  check(document: Document, report: (finding: Finding) => void, context: Context): void;
}

/** The rule itself; gives literal rules their type. */
export function rule(value: Rule): Rule {
  return value;
}
