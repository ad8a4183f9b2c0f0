import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { paragraph, type Block, type ImageBlock, type Picture } from './block.ts';

/** The bytes of the picture at a path as the text writes it; undefined where there is none to be had. */
export type PictureReader = (path: string) => Promise<Uint8Array | undefined>;

/** A picture that a document names and that is not on its pages. */
export interface MissingPicture {
  readonly block: ImageBlock;
  readonly reason: 'unreadable' | 'unknown-format';
}

export interface WithPictures {
  readonly blocks: readonly Block[];
  readonly missing: readonly MissingPicture[];
}

/** Side of the largest picture, in pixels: more would only cost memory at 210 mm of paper. */
const mostPixels = 20_000;

/** The blocks with their pictures read; what cannot be shown becomes a line that says so. */
export async function withPictures(
  blocks: readonly Block[],
  read: PictureReader,
): Promise<WithPictures> {
  const missing: MissingPicture[] = [];
  const known = new Map<string, Promise<Uint8Array | undefined>>();
  const found = await Promise.all(
    blocks.map(async (block): Promise<Block> => {
      if (block.kind !== 'image') return block;
      const reading = known.get(block.path) ?? read(block.path);
      known.set(block.path, reading);
      const bytes = await reading;
      const picture = bytes && pictureOf(bytes);
      if (picture) return { ...block, picture };
      missing.push({ block, reason: bytes ? 'unknown-format' : 'unreadable' });
      return paragraph('missingPicture', `[Không có ảnh: ${block.alt || block.path}]`, block.span);
    }),
  );
  return { blocks: found, missing };
}

/** The picture that the bytes are; undefined when they are none that both Word and a page can show. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    const format = type === 'jpg' || type === 'png' || type === 'gif' ? type : undefined;
    if (!format || !isSide(width) || !isSide(height)) return undefined;
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    return { format, bytes, hash, width, height };
  } catch {
    return undefined;
  }
}

function isSide(pixels: number): boolean {
  return pixels > 0 && pixels <= mostPixels;
}
