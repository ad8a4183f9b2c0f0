import type { Part, Recipients, Signature } from './document.ts';
import { mostContactLines, readContactLine } from './contactLine.ts';
import { readRecipients } from './recipients.ts';
import { readSignature, startsSignature } from './signature.ts';
import { holdsRecipients, type CuedLine, type CuedSegment } from './split.ts';

/** Recipients and signature with where they stand; either may be absent, in either order. */
export interface Closing {
  readonly recipients: Recipients | undefined;
  readonly signature: Signature | undefined;
  readonly drafterCode: Part | undefined;
  readonly contactLine: Part | undefined;
  /** Index of the first line of the closing: where the body ends. */
  readonly start: number;
  /** Index after its last line: where annexes begin. */
  readonly end: number;
}

/** What `Nơi nhận` and the signer's block give, before what stands under them is read. */
type Block = Omit<Closing, 'contactLine'>;

/** How many lines a signer's block may take. */
const signatureReach = 14;

/** The foot of the document whose body begins at `from`. */
export function readClosing(lines: readonly CuedLine[], from: number): Closing {
  const at = lines.findIndex((line, index) => index >= from && holdsRecipients(line));
  const block = at >= 0 ? withRecipients(lines, at, from) : withoutRecipients(lines, from);
  return block.start < lines.length ? withFoot(lines, block) : contactAlone(lines, from, block);
}

/** The drafter's symbol and the contact line, which stand in the closing or right under it. */
function withFoot(lines: readonly CuedLine[], block: Block): Closing {
  const inside = lines.slice(block.start, block.end).flatMap((line) => line.segments);
  let drafterCode = block.drafterCode ?? inside.find((each) => each.cue === 'drafterCode');
  let contactLine: Part | undefined = inside.find((each) => each.cue === 'contactLine');
  let end = block.end;
  const under = lines[end]?.segments[0];
  if (!drafterCode && under?.cue === 'drafterCode' && block.recipients) {
    drafterCode = under;
    end += 1;
  }
  if (!contactLine) {
    const below = contactLineAt(lines, end);
    contactLine = below?.part;
    end += below?.lines ?? 0;
  }
  return { ...block, drafterCode, contactLine, end };
}

/** Without recipients and signature in the text, a contact line may still be the last of it. */
function contactAlone(lines: readonly CuedLine[], from: number, block: Block): Closing {
  for (
    let start = Math.max(from, lines.length - mostContactLines);
    start < lines.length;
    start += 1
  ) {
    const found = contactLineAt(lines, start);
    if (found && start + found.lines === lines.length) {
      return { ...block, contactLine: found.part, start, end: lines.length };
    }
  }
  return { ...block, contactLine: undefined };
}

/** The contact line that begins at a line, with how many lines it takes. */
function contactLineAt(
  lines: readonly CuedLine[],
  start: number,
): { readonly part: Part; readonly lines: number } | undefined {
  return readContactLine(lines.slice(start, start + mostContactLines).map(({ line }) => line));
}

function withRecipients(lines: readonly CuedLine[], at: number, from: number): Block {
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
      drafterCode: found.drafterCode,
      start: found.start,
      end: Math.max(found.end, lastLine + 1),
    };
  }
  const above = signatureAbove(lines, at, from);
  return {
    recipients: found.recipients,
    signature: above?.signature,
    drafterCode: found.drafterCode,
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

function withoutRecipients(lines: readonly CuedLine[], from: number): Block {
  const none: Block = {
    recipients: undefined,
    drafterCode: undefined,
    signature: undefined,
    start: lines.length,
    end: lines.length,
  };
  const ending = lines.findIndex(
    (line, index) => index >= from && line.line.text.trimEnd().endsWith('./.'),
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
    return { recipients: undefined, drafterCode: undefined, signature, start: index, end };
  }
  return ending >= 0 ? { ...none, start: ending + 1, end: ending + 1 } : none;
}
