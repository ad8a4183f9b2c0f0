import type { Document } from '../document/document.ts';
import { parseDocuments } from '../document/parseDocuments.ts';
import { nothingKnown } from '../norms/knownDocuments.ts';
import { rules as catalogue } from '../rules/index.ts';
import { OptionValues } from '../rules/options.ts';
import type { Context, Finding, Rule, Severity } from '../rules/rule.ts';
import { parseSource } from '../source/parseSource.ts';
import type { Source } from '../source/source.ts';
import type { Edit, Span } from '../source/span.ts';
import { withoutBaseline, type BaselineEntry } from './baseline.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { isBeyondLimits, limitDiagnostics, limitRule } from './limits.ts';
import { RuleRun, type Ledger } from './ledger.ts';
import { endingOf, Lines } from './lines.ts';
import { say, settingsOfType, type LintSettings, type RuleLevel } from './settings.ts';
import { Suppressions } from './suppressions.ts';
import { commentFindings, reasonRule } from './commentFindings.ts';

export interface LintResult {
  readonly source: Source;
  readonly documents: readonly Document[];
  /** By position, then rule. */
  readonly diagnostics: readonly Diagnostic[];
  /** Rules that failed; what the others found is in `diagnostics`. */
  readonly faults: readonly RuleFault[];
  /** How many reports the baseline hid. */
  readonly hidden: number;
  /** What the baseline stands for and is no longer there. */
  readonly gone: readonly BaselineEntry[];
}

export interface RuleFault {
  readonly rule: string;
  readonly error: unknown;
}

/** What the rules say about a file's text. Never throws on account of a rule. */
export function lint(
  text: string,
  settings: LintSettings = {},
  rules: readonly Rule[] = catalogue,
): LintResult {
  const source = parseSource(text);
  return lintDocuments(source, parseDocuments(source), settings, rules);
}

const ledgers = new WeakMap<LintResult, Ledger>();

/**
 * The same for a file that is parsed already; `documents` are those of `source`. `previous`, of an earlier edition
 * under the same settings, lends what the edit cannot have changed.
 */
export function lintDocuments(
  source: Source,
  documents: readonly Document[],
  settings: LintSettings = {},
  rules: readonly Rule[] = catalogue,
  previous?: LintResult,
): LintResult {
  if (settings.excluded === true) {
    return { source, documents, diagnostics: [], faults: [], hidden: 0, gone: [] };
  }
  const faults: RuleFault[] = [];
  const found: Diagnostic[] = [];
  const ran = new Set<string>();
  /** Rules that some document did not meet: what they would have said there is not known. */
  const unasked = new Set<string>();
  if (settings.rules?.[limitRule] !== 'off') {
    found.push(...limitDiagnostics(source, settings.language));
  }
  const asked = [...rules, ...(settings.houseRules ?? [])];
  const ownSettings = new Map(
    documents.map((document) => [document.type?.id, settingsOfType(settings, document.type?.id)]),
  );
  const settingsOf = ({ type }: Document): LintSettings => ownSettings.get(type?.id) ?? settings;
  const run = new RuleRun({ source, documents }, settings, previous && ledgers.get(previous));
  if (!isBeyondLimits(source)) {
    for (const rule of asked) {
      const isAsked = (document: Document): boolean => {
        if (!applies(rule, document)) return false;
        const off = isOff(rule, settingsOf(document));
        if (off) unasked.add(rule.id);
        return !off;
      };
      const said = run.said(rule, isAsked, (document) => {
        try {
          const own = settingsOf(document);
          return ruleDiagnostics(rule, document, contextOf(rule, documents, own), own);
        } catch (error) {
          faults.push({ rule: rule.id, error });
          return undefined;
        }
      });
      for (const diagnostics of said) {
        if (!diagnostics) continue;
        ran.add(rule.id);
        for (const diagnostic of diagnostics) found.push(diagnostic);
      }
    }
    for (const rule of [...unasked, ...faults.map((fault) => fault.rule)]) ran.delete(rule);
  }
  let lines: Lines | undefined;
  const linesOf = (): Lines => (lines ??= new Lines(source.text));
  const suppressions = new Suppressions(source.comments, linesOf, source.text);
  const loud = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
    withoutRepeats([...diagnostics].sort(compareDiagnostics)).filter(
      (diagnostic) => !suppressions.silences(diagnostic),
    );
  const spoken = loud(found);
  // What the comments silenced is known only now.
  const ofComments = asked.flatMap((rule) =>
    isOff(rule, settings) || isBeyondLimits(source)
      ? []
      : commentFindings(rule.id, { suppressions, source, linesOf, settings, ran }).map((finding) =>
          toDiagnostic(rule, finding, settings, endingOf(source.text)),
        ),
  );
  const all = ofComments.length > 0 ? [...spoken, ...loud(ofComments)] : spoken;
  const { shown, hidden, gone } = withoutBaseline(
    [...all].sort(compareDiagnostics),
    source.text,
    settings.baseline ?? [],
  );
  const result = { source, documents, diagnostics: shown, faults, hidden, gone };
  ledgers.set(result, run.ledger);
  return result;
}

function isOff({ id, offByDefault }: Rule, settings: LintSettings): boolean {
  const level = settings.rules?.[id];
  if (level === undefined && id === reasonRule && settings.requireReason === true) return false;
  return level === undefined ? offByDefault === true : level === 'off';
}

function contextOf(rule: Rule, documents: readonly Document[], settings: LintSettings): Context {
  return {
    documents,
    known: settings.known ?? nothingKnown,
    agencies: settings.agencies ?? [],
    options: new OptionValues(rule.options, settings.options?.[rule.id]),
  };
}

function ruleDiagnostics(
  rule: Rule,
  document: Document,
  context: Context,
  settings: LintSettings,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  rule.check(
    document,
    (finding) => {
      assertInside(finding, document.source.text.length);
      found.push(toDiagnostic(rule, finding, settings, endingOf(document.source.text)));
    },
    context,
  );
  return found;
}

/** Party documents and unrecognised text are not judged by the state's norm, only by rules for any text. */
function applies(rule: Rule, document: Document): boolean {
  if (rule.scope !== 'any' && (!document.recognised || document.party)) return false;
  if (!rule.types) return true;
  return document.type !== undefined && rule.types.includes(document.type.id);
}

function toDiagnostic(
  rule: Rule,
  finding: Finding,
  settings: LintSettings,
  ending: string,
): Diagnostic {
  const level = settings.rules?.[rule.id];
  const { language } = settings;
  return {
    rule: rule.id,
    severity: severityOf(rule, finding, level),
    message: say(finding.message, language),
    span: finding.span,
    fixes: (finding.fixes ?? []).map(({ title, safe, edits }) => ({
      title: say(title, language),
      safe,
      edits: edits.map((edit) => withEnding(edit, ending)),
    })),
    related: (finding.related ?? []).map(({ span, message }) => ({
      span,
      message: say(message, language),
    })),
    unnecessary: finding.unnecessary ?? false,
    norm: rule.norm,
  };
}

/** Louder first. */
const loudness: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** A finding that its rule is not sure of never speaks louder than the rule lets it, whatever is set. */
function severityOf(rule: Rule, finding: Finding, level: RuleLevel | undefined): Severity {
  const own = finding.severity ?? rule.severity;
  if (level === undefined || level === 'off') return own;
  const unsure = loudness.indexOf(own) > loudness.indexOf(rule.severity);
  return unsure && loudness.indexOf(own) > loudness.indexOf(level) ? own : level;
}

/** Rules write `\n`; what they put into a file ends its lines as the file does. */
function withEnding(edit: Edit, ending: string): Edit {
  return { ...edit, newText: edit.newText.replace(/\r\n|\n|\r/gu, ending) };
}

function assertInside(finding: Finding, length: number): void {
  const edits: readonly Edit[] = (finding.fixes ?? []).flatMap((fix) => fix.edits);
  const spans: readonly Span[] = [
    finding.span,
    ...edits.map((edit) => edit.span),
    ...(finding.related ?? []).map((related) => related.span),
  ];
  for (const { start, end } of spans) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end)) {
      throw new RangeError(`span ${start}–${end}`);
    }
    if (end > length) throw new RangeError(`span ${start}–${end} outside a text of ${length}`);
  }
}

/** A rule that reads the whole file says the same thing once for each of its documents. */
function withoutRepeats(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return !before || compareDiagnostics(before, diagnostic) !== 0;
  });
}
