import type { Localized } from '../rules/rule.ts';

/** What a key of `.vanban/config.yml` takes. */
export type KeyKind =
  'choice' | 'flag' | 'path' | 'texts' | 'globs' | 'pairs' | 'rules' | 'types' | 'layout';

export interface ConfigKey {
  readonly name: string;
  readonly kind: KeyKind;
  readonly about: Localized;
}

/** Every key of `.vanban/config.yml`, in the order in which an office writes them. */
export const configKeys: readonly ConfigKey[] = [
  {
    name: 'root',
    kind: 'flag',
    about: {
      vi: 'true: không tìm tiếp cấu hình ở các thư mục phía trên',
      en: 'true: look no further for configuration in the folders above',
    },
  },
  {
    name: 'language',
    kind: 'choice',
    about: { vi: 'Ngôn ngữ của thông báo', en: 'Language of the messages' },
  },
  {
    name: 'preset',
    kind: 'choice',
    about: { vi: 'Bộ mức có sẵn để bắt đầu', en: 'A ready set of levels to begin with' },
  },
  {
    name: 'rules',
    kind: 'rules',
    about: {
      vi: 'Quy tắc → mức, hoặc mức (level) cùng các tùy chọn của quy tắc',
      en: 'Rule → level, or level and the options of the rule',
    },
  },
  {
    name: 'types',
    kind: 'types',
    about: {
      vi: 'Loại văn bản → các quy tắc đặt riêng cho loại đó',
      en: 'Document type → rules set otherwise for that type',
    },
  },
  {
    name: 'terms',
    kind: 'pairs',
    about: {
      vi: 'Từ ngữ của cơ quan: cách viết cần sửa → cách viết đúng',
      en: 'The house’s terms: what is written → what should be',
    },
  },
  {
    name: 'words',
    kind: 'texts',
    about: {
      vi: 'Chữ và chữ viết tắt được chấp nhận thêm',
      en: 'Words and abbreviations that are accepted besides',
    },
  },
  {
    name: 'layout',
    kind: 'layout',
    about: {
      vi: 'Cách trình bày trang trong khuôn khổ Phụ lục I: cỡ chữ, thụt dòng, giãn dòng, lề',
      en: 'How pages are laid out within Appendix I: font size, indent, line spacing, margins',
    },
  },
  {
    name: 'require-reason',
    kind: 'flag',
    about: {
      vi: 'true: chú thích bỏ qua quy tắc phải có lý do',
      en: 'true: a comment that silences a rule must give a reason',
    },
  },
  {
    name: 'baseline',
    kind: 'path',
    about: {
      vi: 'Tệp ghi các báo cáo cũ được để yên, tính từ thư mục chứa .vanban',
      en: 'The file of old reports left alone, from the folder that holds .vanban',
    },
  },
  {
    name: 'house',
    kind: 'texts',
    about: {
      vi: 'Các tệp quy tắc riêng của cơ quan, tính từ thư mục chứa .vanban',
      en: 'Files with the office’s own rules, from the folder that holds .vanban',
    },
  },
  {
    name: 'exclude',
    kind: 'globs',
    about: {
      vi: 'Mẫu đường dẫn của các tệp không soát, tính từ thư mục chứa .vanban',
      en: 'Patterns of paths that are not checked, from the folder that holds .vanban',
    },
  },
];

/** Where the levels of one rule and those of document types are told apart: the key of the level. */
export const levelKey = 'level';

/** The names that config files of other writings use for the same keys. */
export const otherNames: ReadonlyMap<string, string> = new Map([
  ['requireReason', 'require-reason'],
]);
