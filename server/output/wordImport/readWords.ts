import { elements, type XmlElement } from './xmlTree.ts';

/**
 * The words of a file that were carried over or told of. What is left at the end is told too, so that no word is lost
 * in silence whatever a file's elements are.
 */
export class ReadWords {
  readonly #taken = new Set<XmlElement>();

  /** The words of an element and all below it, which from now on are accounted for. */
  take(element: XmlElement): string {
    const holders = wordHolders(element);
    for (const holder of holders) this.#taken.add(holder);
    return holders.map(ownText).join('');
  }

  /** The words below an element that nothing took, by paragraph. */
  left(element: XmlElement): readonly string[] {
    const here = wordHolders(element, 'w:p')
      .filter((holder) => !this.#taken.has(holder))
      .map(ownText)
      .join('')
      .trim();
    const below = paragraphsBelow(element).flatMap((paragraph) => this.left(paragraph));
    return here === '' ? below : [here, ...below];
  }
}

/** What a reader of the newest form sees: the first of the forms of a content that holds anything, the newest first. */
export function chosen(alternate: XmlElement): XmlElement {
  const forms = elements(alternate);
  return forms.find(holdsAnything) ?? forms[0] ?? { name: '', attributes: {}, children: [] };
}

/** Properties, of which Word shows no word. */
export function isProperties({ name }: XmlElement): boolean {
  return name.endsWith('Pr') || name === 'w:tblGrid';
}

function holdsAnything(form: XmlElement): boolean {
  return (
    holdsWords(form) ||
    isPicture(form) ||
    elements(form).some((each) => !isProperties(each) && holdsAnything(each))
  );
}

function isPicture({ name, attributes }: XmlElement): boolean {
  return (
    name === 'a:blip' ||
    name === 'v:imagedata' ||
    (name === 'a:graphicData' && isDrawnByData(attributes['uri'] ?? ''))
  );
}

/** Whether a drawing of that kind is drawn by Word from data of its own: a chart, a diagram. */
export function isDrawnByData(kind: string): boolean {
  return /\/(?:chart|chartex|diagram)$/u.test(kind);
}

/** The element and those below that hold words themselves; none within an element of the name `until`. */
function wordHolders(element: XmlElement, until = ''): readonly XmlElement[] {
  const below = formsRead(element)
    .filter((each) => each.name !== until && !isProperties(each))
    .flatMap((each) => wordHolders(each, until));
  return holdsWords(element) ? [element, ...below] : below;
}

/** Text of any vocabulary is in an element named `t`; Word's own also where nothing allows it. */
function holdsWords({ name, children }: XmlElement): boolean {
  if (name.endsWith(':t') || name === 'w:delText') return true;
  return (
    name.startsWith('w:') &&
    !unseen.has(name) &&
    children.some((each) => typeof each === 'string' && each.trim() !== '')
  );
}

/** What Word's own elements hold that is no text of the document. */
const unseen = new Set(['w:instrText', 'w:delInstrText', 'w:fldData', 'w:binData']);

function paragraphsBelow(element: XmlElement): readonly XmlElement[] {
  return formsRead(element).flatMap((each) =>
    each.name === 'w:p' ? [each] : paragraphsBelow(each),
  );
}

function formsRead(element: XmlElement): readonly XmlElement[] {
  return element.name === 'mc:AlternateContent' ? [chosen(element)] : elements(element);
}

function ownText({ children }: XmlElement): string {
  return children.filter((each) => typeof each === 'string').join('');
}
