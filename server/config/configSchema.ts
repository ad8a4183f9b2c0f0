import { isLevel, levels, type RuleLevel } from '../lint/settings.ts';
import { limitRule } from '../lint/limits.ts';
import { documentTypes } from '../norms/documentTypes.ts';
import { layoutRanges } from '../norms/layoutRanges.ts';
import { rules } from '../rules/index.ts';
import type { RuleOption } from '../rules/options.ts';
import type { Rule } from '../rules/rule.ts';
import { configKeys, levelKey, type ConfigKey } from './keys.ts';
import { presets } from './presets.ts';
import { choicesOf } from './readConfig.ts';

/** A JSON Schema or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** What each level means, Vietnamese, for those who choose one. */
const levelTexts: Readonly<Record<RuleLevel, string>> = {
  off: 'Tắt',
  error: 'Lỗi',
  warning: 'Cảnh báo',
  info: 'Gợi ý',
  hint: 'Nhắc nhẹ',
};

/** The JSON Schema (draft 7) of `.vanban/config.yml`, as the rules and their options make it. */
export function configSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Cấu hình vanban của cơ quan (.vanban/config.yml)',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(configKeys.map((key) => [key.name, keySchema(key)])),
    },
    definitions: { level: levelSchema(), rules: ruleMap() },
  };
}

/** The JSON Schema of the editor's setting `vanban.rules`: the same rules without references. */
export function editorRules(): Schema {
  const level = { enum: [...levels] };
  return {
    type: 'object',
    default: {},
    additionalProperties: level,
    properties: Object.fromEntries(
      rules.map((rule) => [
        rule.id,
        {
          ...(rule.options ? { anyOf: [level, withOptions(rule)] } : level),
          description: about(rule),
        },
      ]),
    ),
  };
}

function keySchema(key: ConfigKey): Schema {
  const description = key.about.vi;
  const text = { type: 'string', minLength: 1 };
  switch (key.kind) {
    case 'choice':
      return { enum: [...choicesOf(key), null], description, ...choiceTexts(key) };
    case 'flag':
      return { type: ['boolean', 'null'], description };
    case 'path':
      return { type: ['string', 'null'], minLength: 1, description };
    case 'texts':
    case 'globs':
      return {
        description,
        anyOf: [text, { type: ['array', 'null'], items: { ...text, type: ['string', 'number'] } }],
      };
    case 'pairs':
      return { type: ['object', 'null'], additionalProperties: text, description };
    case 'rules':
      return { description, $ref: '#/definitions/rules' };
    case 'types':
      return {
        type: ['object', 'null'],
        additionalProperties: false,
        description,
        properties: types(),
      };
    case 'layout':
      return { ...layoutSchema(), description };
  }
}

/** The JSON Schema of the choices in the layout, each within the decree's range. */
export function layoutSchema(): Schema {
  return {
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(
      layoutRanges.map(({ key, vi, unit, values, min, max, norm }) => [
        key,
        {
          ...(values
            ? { enum: [...values, null] }
            : { type: ['number', 'null'], minimum: min, maximum: max }),
          description: `${vi} (${unit === 'lines' ? 'dòng' : unit}) · ${norm}`,
        },
      ]),
    ),
  };
}

function choiceTexts({ name }: ConfigKey): Schema {
  const texts =
    name === 'preset' ? presets.map(({ about: told }) => told.vi) : ['Tiếng Việt', 'English'];
  return { markdownEnumDescriptions: [...texts, ''] };
}

function types(): Schema {
  return Object.fromEntries(
    documentTypes.map(({ id, name }) => [
      id,
      {
        type: ['object', 'null'],
        additionalProperties: false,
        description: name,
        properties: { rules: { $ref: '#/definitions/rules' } },
      },
    ]),
  );
}

function levelSchema(): Schema {
  return { enum: [...levels], markdownEnumDescriptions: levels.map((level) => levelTexts[level]) };
}

function ruleMap(): Schema {
  const level = { $ref: '#/definitions/level' };
  return {
    type: ['object', 'null'],
    additionalProperties: false,
    // An office's own rules bear a `/`.
    patternProperties: { '/': { anyOf: [level, { type: 'null' }] } },
    properties: {
      ...Object.fromEntries(
        rules.map((rule) => [
          rule.id,
          { description: about(rule), anyOf: [level, withOptions(rule), { type: 'null' }] },
        ]),
      ),
      [limitRule]: { anyOf: [level, { type: 'null' }] },
    },
  };
}

function about({ title, severity, offByDefault, norm }: Rule): string {
  const usual = offByDefault ? 'off' : severity;
  return `${title.vi} (${norm}). Mặc định: ${isLevel(usual) ? levelTexts[usual] : usual} (${usual})`;
}

function withOptions({ options = {} }: Rule): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      [levelKey]: { enum: [...levels] },
      ...Object.fromEntries(
        Object.entries(options).map(([name, option]) => [name, optionSchema(option)]),
      ),
    },
  };
}

function optionSchema(option: RuleOption): Schema {
  const base = { description: option.about.vi, default: option.default };
  switch (option.kind) {
    case 'choice':
      return { ...base, enum: [...option.values] };
    case 'number':
      return { ...base, type: 'number', minimum: option.least, maximum: option.most };
    case 'flag':
      return { ...base, type: 'boolean' };
    case 'words':
      return { ...base, type: 'array', items: { type: 'string' } };
    case 'pairs':
      return { ...base, type: 'object', additionalProperties: { type: 'string' } };
  }
}
