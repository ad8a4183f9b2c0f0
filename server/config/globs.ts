/** Whether the path is a pattern rather than a name. */
export function isGlob(path: string): boolean {
  return /[*?{[]/u.test(path);
}

/** The folder part of a pattern before its first wildcard: where to begin walking; `.` when there is none. */
export function globBase(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(isGlob);
  const base = parts.slice(0, first === -1 ? -1 : first).join('/');
  if (base !== '') return base;
  return pattern.startsWith('/') ? '/' : '.';
}

/** A matcher of paths with `/`: `*` and `?` within a step, `**` over any number, `[…]`, `{a,b}`. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const clean = pattern.replace(/^(?:\.\/)+/u, '');
  const expressions = alternatives(clean).map((one) => new RegExp(`^${expression(one)}$`, 'u'));
  return (path) => {
    const subject = path.replace(/^(?:\.\/)+/u, '');
    return expressions.some((one) => one.test(subject));
  };
}

/** `a{b,c}d` as `abd` and `acd`; braces without a comma stand for themselves. */
function alternatives(pattern: string): readonly string[] {
  const match = /\{([^{}]*,[^{}]*)\}/u.exec(pattern);
  if (!match) return [pattern];
  const before = pattern.slice(0, match.index);
  const after = pattern.slice(match.index + match[0].length);
  return (match[1] ?? '').split(',').flatMap((one) => alternatives(before + one + after));
}

function expression(pattern: string): string {
  let result = '';
  let at = 0;
  while (at < pattern.length) {
    const token = /^(?:\*\*\/|\*+|\?|\[[!^]?[^\]/]+\])/u.exec(pattern.slice(at))?.[0];
    if (token === undefined) {
      const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
      result += character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
      at += character.length;
      continue;
    }
    result += tokenExpression(token);
    at += token.length;
  }
  return result;
}

function tokenExpression(token: string): string {
  if (token === '**/') return '(?:[^/]+/)*';
  if (token.startsWith('**')) return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  const inner = token
    .slice(1, -1)
    .replace(/^[!^]/u, '')
    .replace(/[\\[\]^]/gu, '\\$&');
  return /^\[[!^]/u.test(token) ? `[^/${inner}]` : `[${inner}]`;
}
