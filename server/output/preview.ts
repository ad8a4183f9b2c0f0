import type { Document } from '../document/document.ts';
import { paragraphsOf, picturesOf } from './block.ts';
import { layOut, titleOf } from './laidOut.ts';
import type { LayoutChoices } from '../norms/layoutRanges.ts';
import type { PictureReader } from './pictures.ts';
import type { DrawnPage } from './pageSvg.ts';
import { placeTexts } from './placedLines.ts';
import { ShownPages } from './shownPages.ts';
import type { Typesetter } from './typeset.ts';
import { typstOf } from './typst.ts';

/** The formatted pages of a document. */
export interface Preview {
  /** `Kế hoạch 220/KH-UBND`, for a tab. */
  readonly title: string;
  /** Empty when there is a message instead. */
  readonly pages: readonly DrawnPage[];
  /** The way between pages and file, where there are pages. */
  readonly shown?: ShownPages;
  /** Said in place of the pages. */
  readonly message?: { readonly vi: string; readonly en: string };
}

/** What a preview needs beside the document. */
export interface PreviewMeans {
  readonly typesetter: Pick<Typesetter, 'typeset'>;
  readonly readPicture: PictureReader;
  readonly choices: LayoutChoices;
  /** Whose pages they are: a newer request of the same key takes an older one's place. */
  readonly key: string;
}

/** The pages as the norm lays them out, or why there are none; undefined when a newer request took over. */
export async function preview(
  document: Document,
  { typesetter, readPicture, choices, key }: PreviewMeans,
): Promise<Preview | undefined> {
  const title = titleOf(document);
  if (!document.recognised) return { title, pages: [], message: notRecognised };
  const { blocks, layout } = await layOut(document, choices, readPicture);
  const source = typstOf(blocks, { title }, layout, { tagged: true });
  const result = await typesetter.typeset(source, key, picturesOf(blocks));
  if (result.state === 'outdated') return undefined;
  if (result.state === 'done') {
    const paragraphs = blocks.flatMap(paragraphsOf);
    const texts = result.pages.map((page) => page.texts);
    const placed = placeTexts(texts, paragraphs, layout);
    return { title, pages: result.pages, shown: new ShownPages(document, paragraphs, placed) };
  }
  return { title, pages: [], message: result.reason === 'timeout' ? tooSlow : failed };
}

const notRecognised = {
  vi: 'Chưa nhận ra thể thức văn bản hành chính trong tệp này: cần phần đầu có quốc hiệu, số và ký hiệu, tên loại, hoặc khai báo “loại” ở đầu tệp (NĐ 30/2020/NĐ-CP, Điều 8).',
  en: 'No administrative document is recognised in this file: it needs a head with the national title, number and type, or the front matter key “loại” (Decree 30/2020/NĐ-CP, Article 8).',
};

const tooSlow = {
  vi: 'Dàn trang quá lâu nên đã dừng; hãy sửa văn bản hoặc mở lại bản xem trước.',
  en: 'Typesetting took too long and was stopped; edit the document or open the preview again.',
};

const failed = {
  vi: 'Không dàn được trang của văn bản này; hãy mở lại bản xem trước.',
  en: 'The pages of this document could not be set; open the preview again.',
};
