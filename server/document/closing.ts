import type { Recipients, Signature } from './document.ts';
import { readRecipients } from './recipients.ts';
import { readSignature, startsSignature } from './signature.ts';
import type { CuedLine, CuedSegment } from './split.ts';

/** Recipients and signature with where they stand; either may be absent, in either order. */
export interface Closing {
  readonly recipients: Recipients | undefined;
  readonly signature: Signature | undefined;
  /** Index of the first line of the closing: where the body ends. */
  readonly start: number;
  /** Index after its last line: where annexes begin. */
  readonly end: number;
}

/** How many lines a signer's block may take. */
const signatureReach = 14;

/** The foot of the document whose body begins at `from`. */
export function readClosing(lines: readonly CuedLine[], from: number): Closing {
  const at = lines.findIndex(
    (line, index) => index >= from && line.segments.some((segment) => segment.cue === 'recipients'),
  );
  return at >= 0 ? withRecipients(lines, at, from) : withoutRecipients(lines, from);
}

function withRecipients(lines: readonly CuedLine[], at: number, from: number): Closing {
  const label = lines[at]?.segments.find((segment) => segment.cue === 'recipients');
  if (!label) return withoutRecipients(lines, from);
  const found = readRecipients(lines, at, label);
  const below = lines.slice(found.end, found.end + signatureReach).flatMap((line) => line.segments);
  const beside = readSignature([...found.beside, ...below]);
  if (beside.signature) {
    const lastSegment = [...found.beside, ...below][beside.taken - 1];
    const lastLine = lastSegment ? lines.findIndex((line) => line.line === lastSegment.line) : -1;
    return {
      recipients: found.recipients,
      signature: beside.signature,
      start: found.start,
      end: Math.max(found.end, lastLine + 1),
    };
  }
  const above = signatureAbove(lines, at, from);
  return {
    recipients: found.recipients,
    signature: above?.signature,
    start: above?.start ?? found.start,
    end: found.end,
  };
}

/** A signature right above `Nơi nhận`, as scans of two columns often give it. */
function signatureAbove(
  lines: readonly CuedLine[],
  at: number,
  from: number,
): { signature: Signature; start: number } | undefined {
  for (let start = Math.max(from, at - 8); start < at; start += 1) {
    if (!startsSignature(lines[start]?.line.text ?? '')) continue;
    const { signature } = readSignature(lines.slice(start, at).flatMap((line) => line.segments));
    if (signature) return { signature, start };
  }
  return undefined;
}

function withoutRecipients(lines: readonly CuedLine[], from: number): Closing {
  const none: Closing = {
    recipients: undefined,
    signature: undefined,
    start: lines.length,
    end: lines.length,
  };
  const ending = lines.findIndex(
    (line, index) => index >= from && /\.\/\.\s*$/u.test(line.line.text),
  );
  const start = Math.max(from, ending + 1);
  for (let index = start; index < lines.length; index += 1) {
    if (!startsSignature(lines[index]?.line.text ?? '')) {
      if (ending >= 0 && index - start > 3) break;
      continue;
    }
    const segments: readonly CuedSegment[] = lines
      .slice(index, index + signatureReach)
      .flatMap((line) => line.segments);
    const { signature, taken } = readSignature(segments);
    if (!signature) continue;
    const last = segments[taken - 1];
    const end = last ? lines.findIndex((line) => line.line === last.line) + 1 : index + 1;
    return { recipients: undefined, signature, start: index, end };
  }
  return ending >= 0 ? { ...none, start: ending + 1, end: ending + 1 } : none;
}
