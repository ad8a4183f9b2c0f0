import { documentTypes } from '../norms/documentTypes.ts';
import type { Schema } from './configSchema.ts';

const text = { type: 'string', minLength: 1 };
const texts = (description: string): Schema => ({
  description,
  anyOf: [text, { type: 'array', items: text, minItems: 1 }],
});

/** What each kind of rule has besides what all have, with the keys that it cannot be without. */
const kinds: Readonly<
  Record<
    string,
    { readonly keys: Readonly<Record<string, Schema>>; readonly needs: readonly string[] }
  >
> = {
  term: {
    keys: {
      write: { ...text, description: 'Từ ngữ bị báo, nguyên chữ' },
      instead: { type: 'string', description: 'Từ ngữ thay vào' },
    },
    needs: ['write'],
  },
  pattern: {
    keys: {
      pattern: {
        ...text,
        description: 'Mẫu: lặp phải có giới hạn ({1,20}), nhóm viết (?:…), không dùng ^ $ * +',
      },
      replacement: { type: 'string', description: 'Chữ thay vào' },
    },
    needs: ['pattern'],
  },
  'required-section': {
    keys: {
      headings: texts('Cụm từ; mục có tiêu đề chứa một cụm là mục phải có'),
    },
    needs: ['headings'],
  },
};

/** The JSON Schema (draft 7) of `.vanban/rules.yml`, the office's own rules. */
export function houseSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Quy tắc riêng của cơ quan (.vanban/rules.yml)',
    type: 'object',
    required: ['rules'],
    properties: {
      $schema: { type: 'string' },
      rules: { type: 'array', description: 'Các quy tắc', items: { $ref: '#/definitions/rule' } },
    },
    definitions: { rule: ruleSchema() },
  };
}

function ruleSchema(): Schema {
  const own = Object.values(kinds).map(({ keys }) => keys);
  return {
    type: 'object',
    required: ['id', 'kind', 'message', 'bad'],
    additionalProperties: false,
    properties: { ...commonKeys(), ...Object.assign({}, ...own) },
    allOf: Object.entries(kinds).map(([kind, { needs }]) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      then: { required: needs },
    })),
  };
}

function commonKeys(): Readonly<Record<string, Schema>> {
  const types = documentTypes.map(({ id }) => id);
  const names = documentTypes.map(({ name }) => name);
  const type = { enum: types, markdownEnumDescriptions: names };
  return {
    id: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]*/[a-z0-9-]+$',
      description: 'Mã của quy tắc, dạng nha/ten-quy-tac',
    },
    kind: {
      enum: Object.keys(kinds),
      description: 'Loại quy tắc',
      markdownEnumDescriptions: ['Một từ ngữ cần thay', 'Một mẫu', 'Một mục phải có'],
    },
    level: {
      enum: ['error', 'warning', 'info', 'hint'],
      default: 'warning',
      description: 'Mức của báo cáo',
      markdownEnumDescriptions: ['Lỗi', 'Cảnh báo', 'Gợi ý', 'Nhắc nhẹ'],
    },
    message: { ...text, description: 'Thông báo' },
    messageEn: { type: 'string', description: 'Thông báo tiếng Anh' },
    why: { type: 'string', description: 'Lý do của cơ quan' },
    types: {
      description: 'Chỉ với các loại văn bản này; bỏ đi là mọi loại',
      anyOf: [type, { type: 'array', items: type, minItems: 1 }],
    },
    bad: texts('Ví dụ mà quy tắc phải báo, ít nhất một'),
    good: texts('Ví dụ mà quy tắc không được báo'),
  };
}
