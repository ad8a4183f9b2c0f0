import type { LintSettings } from '../../server/lint/settings.ts';
import { knownDocuments } from '../../server/norms/register/knownDocuments.ts';
import type { Rule } from '../../server/rules/rule.ts';

/** What a rule's examples are read with: its register, and a level where it is off by default. */
export function exampleSettings({
  id,
  severity,
  offByDefault,
  exampleRegister,
}: Rule): LintSettings {
  return {
    ...(exampleRegister ? { known: knownDocuments([exampleRegister]) } : {}),
    ...(offByDefault ? { rules: { [id]: severity } } : {}),
  };
}
