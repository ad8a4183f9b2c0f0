import type { Report } from '../report.ts';

/** The report as one JSON object. */
export function json(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
