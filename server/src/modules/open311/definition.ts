import type { MatterField } from '../matters/index.ts';
import { listOf, type SparkFields } from './spark.ts';
import { text } from './text.ts';

type DataType = 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';

const dataTypes: Record<MatterField['kind'], DataType> = {
  text: 'string',
  'long-text': 'text',
  number: 'number',
  money: 'number',
  date: 'string',
  datetime: 'datetime',
  choice: 'singlevaluelist',
  choices: 'multivaluelist',
  'yes-no': 'singlevaluelist',
  place: 'string',
  count: 'number',
};

export const yesNo = [
  { key: 'yes', name: text.yes },
  { key: 'no', name: text.no },
] as const;

const valuesOf = ({ kind, choices }: MatterField) =>
  kind === 'yes-no' ? yesNo : choices.map(({ code, label }) => ({ key: code, name: label }));

/** 服务定义: a matter's own fields as GeoReport says them; what one answer asks of another is required only when it always is. */
export function definitionOf(serviceCode: string, fields: readonly MatterField[]): SparkFields {
  return {
    service_code: serviceCode,
    attributes: listOf(
      'attribute',
      fields.map((field, at) => ({
        variable: true,
        code: field.code,
        datatype: dataTypes[field.kind],
        required: field.required === 'always',
        datatype_description: field.help === '' ? null : field.help,
        order: at + 1,
        description: field.label,
        ...(isList(field) && {
          values: listOf(
            'value',
            valuesOf(field).map(({ key, name }) => ({ key, name })),
          ),
        }),
      })),
    ),
  };
}

const isList = ({ kind }: MatterField): boolean => dataTypes[kind].endsWith('list');
