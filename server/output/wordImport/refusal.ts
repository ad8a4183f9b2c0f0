export type RefusalReason =
  'not-word' | 'encrypted' | 'old-format' | 'corrupt' | 'too-large' | 'unsafe-xml';

const messages: Readonly<Record<RefusalReason, { readonly vi: string; readonly en: string }>> = {
  'not-word': {
    vi: 'Tệp này không phải tệp Word .docx.',
    en: 'This is not a Word .docx file.',
  },
  encrypted: {
    vi: 'Tệp Word này được đặt mật khẩu: hãy mở trong Word, gỡ mật khẩu rồi lưu lại.',
    en: 'This Word file has a password: open it in Word, remove the password and save it again.',
  },
  'old-format': {
    vi: 'Đây là tệp Word kiểu cũ (.doc): hãy mở trong Word rồi lưu thành .docx.',
    en: 'This is an old Word file (.doc): open it in Word and save it as .docx.',
  },
  corrupt: {
    vi: 'Tệp Word này bị hỏng nên không đọc được: hãy mở và lưu lại trong Word.',
    en: 'This Word file is damaged and cannot be read: open it in Word and save it again.',
  },
  'too-large': {
    vi: 'Tệp Word này bung ra quá lớn nên không đọc: một văn bản hành chính không cần đến thế.',
    en: 'This Word file unpacks to more than is read: no administrative document needs as much.',
  },
  'unsafe-xml': {
    vi: 'Tệp Word này có khai báo XML không an toàn nên không đọc.',
    en: 'This Word file declares XML that is not safe, so it is not read.',
  },
};

/** Why a file cannot be imported: what is wrong with it, and what to do. */
export class WordRefusal extends Error {
  readonly reason: RefusalReason;
  readonly said: { readonly vi: string; readonly en: string };

  constructor(reason: RefusalReason, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.reason = reason;
    this.said = messages[reason];
  }
}
