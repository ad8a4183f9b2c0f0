import type { Language, RuleLevel } from '../lint/settings.ts';
import type { LayoutChoices } from '../norms/layoutRanges.ts';
import type { Localized } from '../rules/rule.ts';
import type { Span } from '../source/span.ts';

/** What one place says of a rule; the level of another place stays where it says none. */
export interface RuleChoice {
  readonly level?: RuleLevel;
  /** Option → value, of the kind that the rule declares. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export type RuleChoices = Readonly<Record<string, RuleChoice>>;

/** What one config file, a preset or an editor sets; what it says nothing of is absent. */
export interface ConfigLayer {
  readonly language?: Language;
  readonly preset?: string;
  readonly rules?: RuleChoices;
  /** Document type → what is otherwise for its documents. */
  readonly types?: Readonly<Record<string, RuleChoices>>;
  /** What is written → what the house writes. */
  readonly terms?: Readonly<Record<string, string>>;
  /** Words that the house takes for right. */
  readonly words?: readonly string[];
  readonly layout?: LayoutChoices;
  readonly requireReason?: boolean;
  /** The baseline's path, from the folder that holds `.vanban`. */
  readonly baseline?: string;
  /** Paths of files with the office's own rules, from the folder that holds `.vanban`. */
  readonly house?: readonly string[];
  /** Whether a path in NFC, from the folder that holds `.vanban`, is one of those that are not checked. */
  readonly excludes?: (path: string) => boolean;
  /** Whether the search upwards ends here. */
  readonly root?: boolean;
}

export interface ConfigProblem {
  /** Where in the file, UTF-16 offsets, end exclusive. */
  readonly span: Span;
  readonly message: Localized;
  /** An error makes the file unreadable as a whole; a warning leaves one value out. */
  readonly severity: 'error' | 'warning';
}
