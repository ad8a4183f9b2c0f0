import type { Document } from '../document/document.ts';
import { nothingKnown } from '../norms/knownDocuments.ts';
import { OptionValues } from '../rules/options.ts';
import type { Rule } from '../rules/rule.ts';
import { movedSpan, type Change } from '../source/change.ts';
import type { Span } from '../source/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { endingOf } from './lines.ts';
import { EditedFile, KnownFacts, type Beside, type Edition, type Stretch } from './editedFile.ts';
import { settingsOfType, type LintSettings } from './settings.ts';

/** What one rule said of each document of an edition, in their order; undefined where it was not asked, or failed. */
type Said = readonly (readonly Diagnostic[] | undefined)[];

/** What every rule said of one edition of a file under the same settings. */
export interface Ledger {
  readonly edition: Edition;
  readonly settings: LintSettings;
  readonly said: ReadonlyMap<Rule, Said>;
  readonly facts: KnownFacts;
}

/** Runs a rule on a document or an excerpt of one; undefined when it fails. */
export type Ask = (document: Document) => readonly Diagnostic[] | undefined;

/** An earlier edition, and what was edited since. */
interface Before {
  readonly ledger: Ledger;
  readonly edit: EditedFile;
}

/** What was said of the earlier edition where any of it may be kept. */
function standing(ledger: Ledger, edition: Edition, settings: LintSettings): Before | undefined {
  if (ledger.settings !== settings) return undefined;
  // every fix writes the file's own
  if (endingOf(ledger.edition.source.text) !== endingOf(edition.source.text)) return undefined;
  const edit = new EditedFile(ledger.edition, edition, ledger.facts);
  return edit.documentsStand() ? { ledger, edit } : undefined;
}

/** Asks rules about an edition, and keeps of what they said of an earlier one what no edit can have changed. */
export class RuleRun {
  readonly #edition: Edition;
  readonly #settings: LintSettings;
  readonly #said = new Map<Rule, Said>();
  readonly #facts: KnownFacts;
  readonly #before: Before | undefined;

  constructor(edition: Edition, settings: LintSettings, before: Ledger | undefined) {
    this.#edition = edition;
    this.#settings = settings;
    this.#before = before && standing(before, edition, settings);
    this.#facts = this.#before?.ledger.facts ?? new KnownFacts();
  }

  /** What the rule says of each document that `isAsked` lets through: the same as `ask` gives for all of them. */
  said(rule: Rule, isAsked: (document: Document) => boolean, ask: Ask): Said {
    const before = rule.reads && this.#before?.ledger.said.get(rule);
    const stands =
      before && this.#before?.edit.stands(rule.reads ?? {}, () => this.#besideOf(rule));
    const found = this.#edition.documents.map((document, order) => {
      if (!isAsked(document)) return undefined;
      const known = before?.[order];
      const isKept = stands === true || this.#isApart(rule, document);
      return (known && isKept && this.#kept(rule, document, known, ask)) || ask(document);
    });
    this.#said.set(rule, found);
    return found;
  }

  get ledger(): Ledger {
    return {
      edition: this.#edition,
      settings: this.#settings,
      said: this.#said,
      facts: this.#facts,
    };
  }

  /** Whether what the rule says of the document cannot follow from what was edited. */
  #isApart({ reads }: Rule, document: Document): boolean {
    return reads?.dossier !== true && this.#before?.edit.isUnedited(document) === true;
  }

  /** What the rule knows in the document that was edited. */
  #besideOf({ id, options }: Rule): Beside {
    const type = this.#before?.edit.document?.type?.id;
    const set = settingsOfType(this.#settings, type).options?.[id];
    return {
      known: this.#settings.known ?? nothingKnown,
      options: new OptionValues(options, set),
    };
  }

  /** What was said and what is new together; undefined where only the whole document can tell. */
  #kept(
    { reads }: Rule,
    document: Document,
    known: readonly Diagnostic[],
    ask: Ask,
  ): readonly Diagnostic[] | undefined {
    const edit = this.#before?.edit;
    if (!edit) return undefined;
    return reads?.paragraphs === true
      ? withStretch(known, edit.stretchOf(document), edit.change, ask)
      : allMoved(known, edit.change);
  }
}

function withStretch(
  known: readonly Diagnostic[],
  stretch: Stretch | undefined,
  change: Change,
  ask: Ask,
): readonly Diagnostic[] | undefined {
  if (!stretch) return allMoved(known, change);
  const { excerpt, place } = stretch;
  const lies = (from: number, to: number, { span }: Diagnostic): boolean =>
    from <= span.start && span.start < to;
  const kept = allMoved(
    known.filter((each) => !lies(place.from, place.beforeTo, each)),
    change,
  );
  const found = kept && ask(excerpt);
  return found && [...kept, ...found.filter((each) => lies(place.from, place.afterTo, each))];
}

/** The diagnostics where they stand now; undefined when one of them touches what was edited. */
function allMoved(
  diagnostics: readonly Diagnostic[],
  change: Change,
): readonly Diagnostic[] | undefined {
  const moved: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const there = movedDiagnostic(diagnostic, change);
    if (!there) return undefined;
    moved.push(there);
  }
  return moved;
}

function movedDiagnostic(diagnostic: Diagnostic, change: Change): Diagnostic | undefined {
  if (isBefore(diagnostic, change.text.from)) return diagnostic;
  let whole = true;
  const moved = (place: Span): Span => {
    const there = movedSpan(place, change);
    whole &&= there !== undefined;
    return there ?? place;
  };
  const { span, fixes, related } = diagnostic;
  const there: Diagnostic = {
    ...diagnostic,
    span: moved(span),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: moved(edit.span) })),
    })),
    related: related.map((each) => ({ ...each, span: moved(each.span) })),
  };
  return whole ? there : undefined;
}

/** Whether all that it names stands before the offset, where nothing moves. */
function isBefore({ span, fixes, related }: Diagnostic, offset: number): boolean {
  return (
    span.end < offset &&
    fixes.every(({ edits }) => edits.every((edit) => edit.span.end < offset)) &&
    related.every((each) => each.span.end < offset)
  );
}
