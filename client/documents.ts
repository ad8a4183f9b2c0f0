import type { TextDocument } from 'vscode';

const languages = ['markdown', 'vanban-markdown'];

/** Where texts that people write live; a comparison's older side (`git:`) is not among them. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** The texts that the server is told of: documents, and the office's config files. */
export const documentSelector = [
  ...languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme }))),
  { scheme: 'file', pattern: '**/.vanban/{config,agencies,rules,baseline}.yml' },
];

export function isServed(document: TextDocument): boolean {
  return languages.includes(document.languageId) && schemes.includes(document.uri.scheme);
}
