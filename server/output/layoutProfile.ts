import {
  isWithin,
  layoutRange,
  type LayoutChoices,
  type LayoutKey,
} from '../norms/layoutRanges.ts';
import { defaultProfile, singleLine, type LayoutProfile } from './layout.ts';

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
