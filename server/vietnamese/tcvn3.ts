/** TCVN 5712 (TCVN3, the fonts .VnTime …): each letter of Vietnamese beside the Latin-1 character that stands for it. */
const pairs = [
  'àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ®',
  'èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ',
  'òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî',
  'ùï ủñ ũò úó ụô ư\u00ad ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ',
  'Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§',
]
  .join(' ')
  .split(' ');

const fromCode = new Map(pairs.map((pair) => [pair.charAt(1), pair.charAt(0)]));
const toCode = new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)]));

/** The text that was typed in TCVN3, in Unicode; capitals with tones have no code of their own and stay small. */
export function fromTcvn3(text: string): string {
  return [...text].map((letter) => fromCode.get(letter) ?? letter).join('');
}

/** The text in TCVN3; letters that have no code (`Ế`) stand in lower case, as its capital fonts show them. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => toCode.get(letter) ?? toCode.get(letter.toLowerCase()) ?? letter)
    .join('');
}

/** The characters that stand for letters in TCVN3. */
export const tcvn3Codes: ReadonlySet<string> = new Set(fromCode.keys());
