/** The marks that VNI-Windows writes after a vowel: what they add to a, e, o, u, y and to ô (= ơ), ö (= ư). */
const toneMarks: Readonly<Record<string, string>> = {
  ø: '\u0300',
  ù: '\u0301',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
};
const circumflex: Readonly<Record<string, string>> = {
  â: '\u0302',
  à: '\u0302\u0300',
  á: '\u0302\u0301',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
};
const breve: Readonly<Record<string, string>> = {
  ê: '\u0306',
  è: '\u0306\u0300',
  é: '\u0306\u0301',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
/** Letters that are one character. */
const single: Readonly<Record<string, string>> = {
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
};
const marksOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { ...toneMarks, ...circumflex, ...breve },
  e: { ...toneMarks, ...circumflex },
  o: { ...toneMarks, ...circumflex },
  u: toneMarks,
  y: toneMarks,
  ô: toneMarks,
  ö: toneMarks,
};

const codeToLetter = new Map<string, string>();
const letterToCode = new Map<string, string>();
function add(code: string, letter: string): void {
  codeToLetter.set(code, letter);
  if (!letterToCode.has(letter)) letterToCode.set(letter, code);
}
for (const [code, letter] of Object.entries(single)) {
  add(code, letter);
  add(code.toUpperCase(), letter.toUpperCase());
}
for (const [base, marks] of Object.entries(marksOf)) {
  const vowel = single[base] ?? base;
  for (const [mark, added] of Object.entries(marks)) {
    const letter = (vowel + added).normalize('NFC');
    add(base + mark, letter);
    add(base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase());
    // typists mix the cases of a vowel and its mark
    codeToLetter.set(base.toUpperCase() + mark, letter.toUpperCase());
  }
}

/** The text that was typed in VNI-Windows (the fonts VNI-Times …), in Unicode. */
export function fromVni(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const pair = codeToLetter.get(text.slice(at, at + 2));
    if (pair !== undefined) at += 1;
    result += pair ?? codeToLetter.get(text.charAt(at)) ?? text.charAt(at);
  }
  return result;
}

/** The text in VNI-Windows. */
export function toVni(text: string): string {
  return [...text.normalize('NFC')].map((letter) => letterToCode.get(letter) ?? letter).join('');
}
