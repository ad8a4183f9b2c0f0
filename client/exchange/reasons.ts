import type { Localized } from '../language.ts';

const refusals = {
  folder: { vi: 'đã có thư mục tên này', en: 'a folder has this name' },
  'not-regular': {
    vi: 'ở đó là đường ống hoặc thiết bị, không phải tệp',
    en: 'what is there is a pipe or a device, not a file',
  },
  'read-only': { vi: 'tệp chỉ cho đọc', en: 'the file is read-only' },
  link: {
    vi: 'ở đó là liên kết; hãy chọn chính tệp mà liên kết dẫn tới',
    en: 'what is there is a link; choose the very file that it leads to',
  },
  exists: {
    vi: 'tệp vừa xuất hiện ở đó nên được để yên',
    en: 'the file has come to be there meanwhile and is left alone',
  },
} as const;

/** Why what stands in a place must stay. */
export class Refusal extends Error {
  readonly said: Localized;

  constructor(why: keyof typeof refusals) {
    super(why);
    this.said = refusals[why];
  }
}

/** What the system and the editor call their faults, and what a person calls them. */
const faults: readonly (readonly [RegExp, Localized])[] = [
  [/ENAMETOOLONG/u, { vi: 'tên tệp quá dài', en: 'the file’s name is too long' }],
  [
    /NoPermissions|EACCES|EPERM|EROFS/u,
    { vi: 'không có quyền ghi ở đó', en: 'there is no permission to write there' },
  ],
  [
    /EBUSY|ETXTBSY/u,
    { vi: 'tệp đang mở trong chương trình khác', en: 'the file is open in another program' },
  ],
  [/ENOSPC|EDQUOT/u, { vi: 'ổ đĩa đã đầy', en: 'the disk is full' }],
  [/FileExists|EEXIST/u, refusals.exists],
  [/FileIsADirectory|EISDIR/u, refusals.folder],
  [
    /FileNotADirectory|ENOTDIR/u,
    {
      vi: 'tên thư mục trong đường dẫn là tên một tệp',
      en: 'what the path has as a folder is a file',
    },
  ],
  [/FileNotFound|ENOENT/u, { vi: 'tệp không còn ở đó', en: 'the file is no longer there' }],
];

/** What went wrong, in the person's words where it is of the usual kinds. */
export function reasonOf(error: unknown): Localized {
  if (error instanceof Refusal) return error.said;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const text = error instanceof Error ? error.message : String(error);
  // by its code first: the message holds the path, which may hold anything
  const known =
    faults.find(([pattern]) => pattern.test(code)) ??
    faults.find(([pattern]) => pattern.test(text));
  const line = text.split(/[\r\n]/u)[0] ?? text;
  return known?.[1] ?? { vi: line, en: line };
}
