import type { Document } from '../document/document.ts';
import {
  isWithin,
  layoutRange,
  linesOfPoints,
  type LayoutChoices,
  type LayoutKey,
} from '../norms/layoutRanges.ts';
import { defaultProfile, singleLine, type LayoutProfile } from './layout.ts';

/**
 * The choices of a document: its front matter's over the office's. A value of the front matter outside the
 * decree's range leaves the office's.
 */
export function choicesOf(document: Document, office: LayoutChoices): LayoutChoices {
  const chosen: Partial<Record<LayoutKey, number>> = { ...office };
  const inPoints: number[] = [];
  for (const { key, value, inPoints: points } of document.layoutKeys) {
    if (value === undefined) continue;
    if (points) inPoints.push(value);
    else if (isWithin(layoutRange(key), value)) chosen[key] = value;
  }
  // how many lines a distance is depends on the size, which may stand below it
  for (const value of inPoints) {
    const lines = linesOfPoints(value, chosen.size === 13 ? 13 : 14);
    if (isWithin(layoutRange('lineSpacing'), Math.round(100 * lines) / 100)) {
      chosen.lineSpacing = Math.min(1.5, Math.max(1, lines));
    }
  }
  return chosen;
}

/** The pitch of a body of that size where nobody chose a line spacing, in points. */
const usualPitch = { 13: 17, 14: defaultProfile.pitch } as const;

/**
 * The profile of an office's choices. A value outside the decree's range counts as not made: who reads the
 * choices refuses it by name, the page keeps to the norm.
 */
export function profileOf(choices: LayoutChoices): LayoutProfile {
  const chosen = (key: LayoutKey): number | undefined => {
    const value = choices[key];
    return value !== undefined && isWithin(layoutRange(key), value) ? value : undefined;
  };
  const { margins } = defaultProfile;
  const size = chosen('size') === 13 ? 13 : 14;
  const spacing = chosen('lineSpacing');
  const indent = chosen('indent');
  return {
    size,
    indentMm: indent === undefined ? defaultProfile.indentMm : indent * 10,
    pitch: spacing === undefined ? usualPitch[size] : spacing * singleLine * size,
    margins: {
      top: chosen('marginTop') ?? margins.top,
      bottom: chosen('marginBottom') ?? margins.bottom,
      left: chosen('marginLeft') ?? margins.left,
      right: chosen('marginRight') ?? margins.right,
    },
  };
}
