import type { Localized } from '../rules/rule.ts';

const isFolder: Localized = { vi: 'đã có thư mục tên này', en: 'a folder has this name' };

const tooLongName: Localized = { vi: 'tên tệp quá dài', en: 'the file’s name is too long' };

const circular: Localized = {
  vi: 'liên kết vòng, không dẫn tới tệp nào',
  en: 'the link leads round in a circle, to no file',
};

const faulty: Localized = { vi: 'đĩa gặp trục trặc', en: 'the disk has a fault' };

const busy: Localized = {
  vi: 'tệp đang mở trong chương trình khác',
  en: 'the file is open in another program',
};

const tooManyOpen: Localized = {
  vi: 'hệ thống đang mở quá nhiều tệp',
  en: 'too many files are open on this system',
};

const ofWriting: Readonly<Record<string, Localized>> = {
  ENOSPC: { vi: 'đĩa đã đầy', en: 'the disk is full' },
  EDQUOT: { vi: 'đã hết dung lượng được cấp', en: 'the disk quota is used up' },
  EROFS: { vi: 'đĩa chỉ cho đọc', en: 'the disk is read-only' },
  EACCES: { vi: 'không có quyền ghi ở đây', en: 'there is no right to write here' },
  EPERM: { vi: 'không có quyền ghi ở đây', en: 'there is no right to write here' },
  EBUSY: busy,
  ETXTBSY: busy,
  ENOENT: { vi: 'thư mục không còn', en: 'the folder is gone' },
  ENOTDIR: {
    vi: 'tên thư mục trong đường dẫn là tên một tệp',
    en: 'what the path has as a folder is a file',
  },
  EEXIST: {
    vi: 'tên thư mục trong đường dẫn là tên một tệp',
    en: 'what the path has as a folder is a file',
  },
  EISDIR: isFolder,
  ENAMETOOLONG: tooLongName,
  ELOOP: circular,
  EFBIG: { vi: 'tệp quá lớn cho đĩa này', en: 'the file is too large for this disk' },
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  EIO: faulty,
};

const ofReading: Readonly<Record<string, Localized>> = {
  ENOENT: { vi: 'tệp không còn ở đó', en: 'the file is no longer there' },
  EACCES: { vi: 'không có quyền đọc', en: 'there is no right to read it' },
  EPERM: { vi: 'không có quyền đọc', en: 'there is no right to read it' },
  EBUSY: busy,
  EISDIR: { vi: 'đây là thư mục', en: 'it is a folder' },
  ENOTDIR: {
    vi: 'tên thư mục trong đường dẫn là tên một tệp',
    en: 'what the path has as a folder is a file',
  },
  ENOTREG: {
    vi: 'đây là đường ống hoặc thiết bị, không phải tệp',
    en: 'it is a pipe or a device, not a file',
  },
  EFBIG: { vi: 'tệp quá lớn', en: 'the file is too large' },
  ENAMETOOLONG: tooLongName,
  ELOOP: circular,
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  EIO: faulty,
  ESTALE: faulty,
};

/** Why a file could not be written. */
export function whyNotWritten(error: unknown): Localized {
  return reason(error, ofWriting);
}

/** Why a file could not be read. */
export function whyNotRead(error: unknown): Localized {
  return reason(error, ofReading);
}

/** The system's name of what went wrong; undefined for an error of another origin. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** `cannot read PATH: why`. */
export function cannotRead(path: string, error: unknown): Localized {
  const { vi, en } = whyNotRead(error);
  return { vi: `không đọc được ${path}: ${vi}`, en: `cannot read ${path}: ${en}` };
}

/** `PATH: not UTF-8`. */
export function notText(path: string): Localized {
  return {
    vi: `${path}: không phải văn bản UTF-8; hãy lưu lại tệp dưới dạng UTF-8`,
    en: `${path}: not UTF-8 text; save the file as UTF-8`,
  };
}

function reason(error: unknown, known: Readonly<Record<string, Localized>>): Localized {
  const code = codeOf(error);
  return (
    (code === undefined ? undefined : known[code]) ?? {
      vi: code ?? String(error),
      en: code ?? String(error),
    }
  );
}
