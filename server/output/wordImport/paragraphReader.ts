import type { Losses } from './losses.ts';
import { chosen, isDrawnByData, isProperties, type ReadWords } from './readWords.ts';
import { isEmpty, type WordBlock, type WordImage, type WordRun } from './wordContent.ts';
import { WordFields } from './wordFields.ts';
import { runLook, type RunLook, type WordStyleSheet } from './wordStyleSheet.ts';
import { encoded, symbol } from './wordSymbols.ts';
import { child, elements, textOf, value, xmlTree, type XmlElement } from './xmlTree.ts';

export interface ParagraphContext {
  readonly styles: WordStyleSheet;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Relationship id → part of the package. */
  readonly targets: ReadonlyMap<string, string>;
  /** Relationship id → what a link leads to. */
  readonly links: ReadonlyMap<string, string>;
  readonly losses: Losses;
  readonly words: ReadWords;
}

/** So many characters before a thing tell its place, characters. */
const placeLength = 60;

/** Reads the runs of one paragraph, and what is anchored in it. */
export class ParagraphReader {
  readonly runs: WordRun[] = [];
  /** Text boxes and pictures. */
  readonly besides: WordBlock[] = [];
  readonly #context: ParagraphContext;
  readonly #blocks: (parent: XmlElement) => readonly WordBlock[];
  /** What stands before the paragraph. */
  readonly #before: string;
  readonly #fields: WordFields;
  #look: RunLook;
  #isLink = false;
  /** What is read and not yet a run. */
  #text = '';

  constructor(
    context: ParagraphContext,
    look: RunLook,
    before: string,
    blocks: (parent: XmlElement) => readonly WordBlock[],
  ) {
    this.#context = context;
    this.#look = look;
    this.#before = before;
    this.#blocks = blocks;
    this.#fields = new WordFields((words) => {
      context.losses.add('field', this.#placed(words));
    });
  }

  /** To be called once with the paragraph. */
  whole(paragraph: XmlElement): void {
    this.#all(paragraph);
    this.#flush();
    this.#fields.end();
  }

  #all(parent: XmlElement): void {
    for (const element of elements(parent)) this.#one(element);
  }

  /** An element that is not known holds others: what they say is not lost. */
  #one(element: XmlElement): void {
    const { losses, words } = this.#context;
    if (isProperties(element)) return;
    switch (element.name) {
      case 'w:r':
        this.#run(element);
        break;
      case 'w:t':
        this.#text += words.take(element);
        break;
      case 'w:tab':
      case 'w:ptab':
        this.#text += '\t';
        break;
      case 'w:br':
        this.#text += element.attributes['w:type'] === undefined ? '\n' : '';
        break;
      case 'w:cr':
        this.#text += '\n';
        break;
      case 'w:noBreakHyphen':
        this.#text += '-';
        break;
      case 'w:sym':
        this.#text += this.#symbol(
          parseInt(element.attributes['w:char'] ?? '', 16),
          element.attributes['w:font'],
        );
        break;
      case 'w:fldChar':
        this.#flush();
        this.#fields.mark(element.attributes['w:fldCharType']);
        break;
      case 'w:instrText':
        this.#fields.code(textOf(element));
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#flush();
        this.#note(element);
        break;
      case 'w:ruby':
        this.#ruby(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
      case 'w:delText':
        losses.add('deletion', words.take(element));
        break;
      case 'm:oMath':
        this.#equation(element);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#anchored(element);
        break;
      case 'mc:AlternateContent':
        this.#all(chosen(element));
        break;
      case 'w:hyperlink':
        this.#link(element);
        break;
      case 'w:p':
      case 'w:tbl':
      case 'w:altChunk':
        this.besides.push(...this.#blocks({ name: '', attributes: {}, children: [element] }));
        break;
      default:
        this.#all(element);
    }
  }

  #run(run: XmlElement): void {
    this.#flush();
    const [look, isLink] = [this.#look, this.#isLink];
    const properties = child(run, 'w:rPr');
    const style = value(properties, 'w:rStyle');
    this.#look = { ...look, ...this.#context.styles.run(style), ...runLook(properties) };
    this.#isLink ||= /hyperlink/iu.test(style ?? '');
    this.#all(run);
    this.#flush();
    this.#look = look;
    this.#isLink = isLink;
  }

  #flush(): void {
    const text = this.#text;
    if (text === '') return;
    this.#text = '';
    const [look, isLink] = [this.#look, this.#isLink];
    this.#fields.take(text, () => {
      this.#show(text, look, isLink);
    });
  }

  #show(text: string, look: RunLook, isLink: boolean): void {
    const { losses } = this.#context;
    if (look.hidden === true) {
      losses.add('hidden', text);
      return;
    }
    // a link is underlined for being one
    if (look.underline === true && !isLink && text.trim() !== '') losses.add('underline', text);
    if (look.strike === true) losses.add('strike', text);
    if (look.script === true) losses.add('script', text);
    const read = encoded(text, look.font)
      .normalize('NFC')
      .replace(/\u00AD/gu, '')
      // where the symbol fonts have theirs
      .replace(/[\uF020-\uF0FF]/gu, (each) => this.#symbol(each.charCodeAt(0), look.font));
    this.runs.push({
      text: look.caps === true ? read.toLocaleUpperCase('vi') : read,
      bold: look.bold === true,
      italic: look.italic === true,
    });
  }

  #symbol(code: number, font: string | undefined): string {
    const known = symbol(code);
    if (known === undefined) this.#context.losses.add('symbol', this.#placed(font ?? ''));
    return known ?? '\uFFFD';
  }

  #equation(element: XmlElement): void {
    const { losses, words } = this.#context;
    const characters = words.take(element);
    losses.add('equation', characters);
    this.#text += characters;
  }

  /** The words stay; what stands small above them is told. */
  #ruby(element: XmlElement): void {
    const { losses, words } = this.#context;
    const above = child(element, 'w:rt');
    if (above) losses.add('ruby', words.take(above));
    const base = child(element, 'w:rubyBase');
    if (base) this.#all(base);
  }

  #note({ name, attributes }: XmlElement): void {
    const id = `${name === 'w:endnoteReference' ? 'e' : ''}${attributes['w:id'] ?? ''}`;
    const last = this.runs.pop() ?? { text: '', bold: false, italic: false };
    if (last.note === undefined) this.runs.push({ ...last, note: id });
    else this.runs.push(last, { text: '', bold: false, italic: false, note: id });
  }

  /** The words of a link; its address is told where they do not say it. */
  #link(element: XmlElement): void {
    const { links, losses } = this.#context;
    const isLink = this.#isLink;
    this.#flush();
    const before = this.runs.length;
    this.#isLink = true;
    this.#all(element);
    this.#flush();
    this.#isLink = isLink;
    const address = links.get(element.attributes['r:id'] ?? '');
    if (address === undefined) return;
    const words = this.runs
      .slice(before)
      .map(({ text }) => text)
      .join('');
    const plain = (text: string): string => text.replace(/^(?:mailto:|https?:\/\/)|\/$/giu, '');
    if (!words.includes(plain(address))) losses.add('link', `${words}: ${address}`);
  }

  #anchored(element: XmlElement): void {
    const { losses, targets } = this.#context;
    for (const box of found(element, 'w:txbxContent')) {
      this.besides.push(...this.#blocks(box).filter((block) => !isEmpty(block)));
    }
    for (const picture of [...found(element, 'a:blip'), ...found(element, 'v:imagedata')]) {
      const id = picture.attributes['r:embed'] ?? picture.attributes['r:id'] ?? '';
      const part = targets.get(id);
      const alt = found(element, 'wp:docPr')[0]?.attributes['descr'] ?? '';
      if (part === undefined) losses.add('picture', this.#placed(alt));
      else this.besides.push({ kind: 'image', part, alt } satisfies WordImage);
    }
    for (const drawing of found(element, 'a:graphicData')) {
      if (!isDrawnByData(drawing.attributes['uri'] ?? '')) continue;
      const name = found(element, 'wp:docPr').map(nameOf).join(' ');
      losses.add('chart', this.#placed([name, ...this.#wordsOfData(drawing)].join(', ')));
    }
    for (const { attributes } of found(element, 'v:textpath')) {
      losses.add('wordArt', this.#placed(attributes['string'] ?? ''));
    }
    if (element.name === 'w:object') losses.add('object', this.#placed(''));
  }

  /** The words of the data from which a chart or a diagram is drawn, each once. */
  #wordsOfData(drawing: XmlElement): readonly string[] {
    const { parts, targets } = this.#context;
    const ids = elements(drawing).flatMap(({ attributes }) => [
      attributes['r:id'] ?? '',
      attributes['r:dm'] ?? '',
    ]);
    const said = ids.flatMap((id) => {
      const part = parts.get(targets.get(id) ?? '');
      if (!part) return [];
      const root = xmlTree(part);
      return [...found(root, 'a:t'), ...found(root, '?:v')].map(textOf);
    });
    return [...new Set(said)].filter((words) => words.trim() !== '');
  }

  /** The words with the place where they stood: after which others. */
  #placed(words: string): string {
    const here = this.runs.map(({ text }) => text).join('') + this.#text;
    const before = (here.trim() === '' ? this.#before : here).trim();
    const after = before === '' ? '' : `← ${before.slice(-placeLength)}`;
    return [words, after].filter((each) => each !== '').join(' ');
  }
}

function nameOf({ attributes }: XmlElement): string {
  return attributes['descr'] ?? attributes['title'] ?? attributes['name'] ?? '';
}

/** The elements of that name below an element, but for those inside another of that name. */
function found(element: XmlElement, name: string): readonly XmlElement[] {
  return elements(element).flatMap((each) => {
    if (each.name === name) return [each];
    return each.name === 'mc:AlternateContent' ? found(chosen(each), name) : found(each, name);
  });
}
