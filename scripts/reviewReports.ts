/**
 * Writes test/corpus/reviewed.tsv anew: every report on the real documents with the verdict it has, `?` where
 * nobody has read it. A person replaces each `?` by `right` or `wrong`.
 */
import { keyOf, reportsOnRealDocuments, verdicts, writeVerdicts } from '../test/corpus/reviewed.ts';

const reports = reportsOnRealDocuments();
const known = verdicts();
writeVerdicts(reports, known);
for (const report of reports) {
  if ((known.get(keyOf(report)) ?? '?') !== '?') continue;
  const { document, line, severity, rule, words, message } = report;
  console.log(`${document}:${line} ${severity} ${rule} [${words}] ${message}`);
}
