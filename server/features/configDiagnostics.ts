import { configProblems } from '../config/configFiles.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import { say, type Language } from '../lint/settings.ts';

/** The code of what is said about a config file. */
const code = 'config';

/** What is wrong with the config file, by position; undefined for a file that is none. */
export function configDiagnostics(
  uri: string,
  text: string,
  language: Language | undefined,
): readonly Diagnostic[] | undefined {
  return configProblems(uri, text)?.map(({ span, message, severity }) => ({
    rule: code,
    severity,
    message: say(message, language),
    span,
    fixes: [],
    related: [],
    unnecessary: false,
    norm: '',
  }));
}
