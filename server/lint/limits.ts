import type { Localized } from '../rules/rule.ts';
import type { Source, SourceLimit } from '../source/source.ts';
import type { Diagnostic } from './diagnostic.ts';
import { Lines } from './lines.ts';
import { say, type Language } from './settings.ts';

/** The name that limits bear where diagnostics bear a rule's id. */
export const limitRule = 'file-limit';

const messages: Readonly<Record<SourceLimit['reason'], Localized>> = {
  'block-too-large': {
    vi: 'Có đoạn quá dài hoặc quá phức tạp nên chỉ được đọc như văn bản thường: cần chia nhỏ đoạn để được kiểm tra đầy đủ',
    en: 'A block is too long or too complex and is read as plain text: split it to have it checked in full',
  },
  'file-too-large': {
    vi: 'Tệp quá lớn nên không được kiểm tra: cần chia thành nhiều tệp',
    en: 'The file is too large and is not checked: split it into several files',
  },
  binary: {
    vi: 'Tệp chứa dữ liệu nhị phân nên không được kiểm tra: cần tệp văn bản UTF-8',
    en: 'The file holds binary data and is not checked: a UTF-8 text file is expected',
  },
};

/** Whether the whole file is beyond what rules may be run on. */
export function isBeyondLimits(source: Source): boolean {
  return source.limits.some(({ reason }) => reason !== 'block-too-large');
}

/** One diagnostic at the top of the file for each kind of limit that was met: a silent limit is a lie. */
export function limitDiagnostics(
  source: Source,
  language: Language | undefined,
): readonly Diagnostic[] {
  const reasons = [...new Set(source.limits.map(({ reason }) => reason))];
  if (reasons.length === 0) return [];
  const top = new Lines(source.text.slice(0, 1000)).lineSpan(0);
  return reasons.map((reason) => ({
    rule: limitRule,
    severity: 'warning',
    message: say(messages[reason], language),
    span: top,
    fixes: [],
    related: [],
    unnecessary: false,
    norm: undefined,
  }));
}
