import { editDistance } from '../norms/editDistance.ts';
import type { Localized } from '../rules/rule.ts';
import type { Span } from '../source/span.ts';
import type { ConfigProblem } from './layer.ts';

/** Those of the names that are close enough to be what was meant, the closest first, three at most. */
export function nearest(name: string, names: readonly string[]): readonly string[] {
  const most = Math.max(1, Math.floor(name.length / 3));
  return names
    .map((one) => ({ one, distance: distance(name, one) }))
    .filter((found) => found.distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ one }) => one);
}

/** A name begun or ended right is near, however much of it is missing. */
function distance(name: string, one: string): number {
  const lower = name.toLowerCase();
  if (lower.length >= 4 && (one.startsWith(lower) || one.endsWith(lower))) return 1;
  // Names of very different length are never near; nor are names that no person typed.
  return Math.abs(lower.length - one.length) > 10 ? 99 : editDistance(lower, one);
}

/** Gathers what is wrong with a config file. */
export class Problems {
  readonly #list: ConfigProblem[] = [];

  /** By position. */
  get list(): readonly ConfigProblem[] {
    return [...this.#list].sort((a, b) => a.span.start - b.span.start);
  }

  unknown(span: Span, name: string, near: readonly string[], what: Localized): void {
    const hint = near.join(', ');
    this.#warn(span, {
      vi: `Không có ${what.vi} “${shown(name)}”${hint ? `: ý là ${hint}?` : ''}`,
      en: `There is no ${what.en} “${shown(name)}”${hint ? `: did you mean ${hint}?` : ''}`,
    });
  }

  oneOf(span: Span, value: unknown, values: readonly string[]): void {
    const name = typeof value === 'string' ? value : JSON.stringify(value);
    const [near] = typeof value === 'string' ? nearest(value, values) : [];
    this.#warn(span, {
      vi: `“${shown(name)}” không dùng được: cần ${near ?? values.join(', ')}`,
      en: `“${shown(name)}” cannot be used: expected ${near ?? values.join(', ')}`,
    });
  }

  expected(span: Span, vi: string, en: string): void {
    this.#warn(span, {
      vi: `Giá trị sai kiểu: cần ${vi}`,
      en: `Wrong kind of value: expected ${en}`,
    });
  }

  refused(span: Span, why: Localized): void {
    this.#warn(span, why);
  }

  #warn(span: Span, message: Localized): void {
    this.#list.push({ span, message, severity: 'warning' });
  }
}

function shown(name: string): string {
  return name.length > 60 ? `${name.slice(0, 57)}…` : name;
}
