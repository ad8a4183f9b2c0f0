import { printable } from '../typstText.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The text as XML holds it, in an element or an attribute; what XML cannot hold becomes U+FFFD or a space. */
export function xmlText(text: string): string {
  return printable(text).replace(/[&<>"']/gu, (character) => escapes[character] ?? character);
}

/** `<name a="b">…</name>`; attributes that are undefined stay out. Names are ours, values are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
