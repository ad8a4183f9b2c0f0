import { switchedHead, type HeadSwitch } from '../document/headForm/headForm.ts';
import { headSpan } from '../document/headForm/turnHead.ts';
import type { Localized } from '../rules/rule.ts';
import type { Source } from '../source/source.ts';
import { overlaps, type Span } from '../source/span.ts';
import type { OpenDocument } from './openDocument.ts';

/** One way to write a head in its other form: its edits, or why it cannot be taken. */
export type HeadTurn = { readonly title: Localized } & HeadSwitch;

const known = new WeakMap<Source, readonly HeadTurn[]>();

/**
 * The ways to write the head in which the stretch lies in its other form; none outside a head. Worked out once
 * for each version of the text: each takes reading it several times over.
 */
export function headTurns(document: OpenDocument, asked: Span): readonly HeadTurn[] {
  if (!document.isActive()) return [];
  const { source, documents } = document.parsed();
  const at = documents.findIndex((one) => {
    const head = one.recognised ? headSpan(one) : undefined;
    return head !== undefined && overlaps(head, asked);
  });
  const found = documents[at];
  if (!found) return [];
  if (at > 0) return [{ title: declare, ...switchedHead(found, documents) }];
  const turns = known.get(source) ?? turnsOf(document);
  known.set(source, turns);
  return turns;
}

function turnsOf(document: OpenDocument): readonly HeadTurn[] {
  const { documents } = document.parsed();
  const [first] = documents;
  if (!first) return [];
  if (first.origin === 'frontMatter') return [{ title: write, ...switchedHead(first, documents) }];
  const head = { title: declare, ...switchedHead(first, documents) };
  if (!first.recipients && !first.signature) return [head];
  const whole = { title: declareWhole, ...switchedHead(first, documents, 'whole') };
  const possible = [head, whole].filter((turn) => 'edits' in turn);
  return possible.length > 0 ? possible : [head];
}

const declare: Localized = {
  vi: 'Khai phần đầu bằng YAML',
  en: 'Declare the head as front matter',
};
const declareWhole: Localized = {
  vi: 'Khai phần đầu, căn cứ, nơi nhận và chữ ký bằng YAML',
  en: 'Declare the head, legal bases, recipients and signature as front matter',
};
const write: Localized = {
  vi: 'Viết phần đầu thành các dòng chữ',
  en: 'Write the head as lines of text',
};
