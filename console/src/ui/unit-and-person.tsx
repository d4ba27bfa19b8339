import { visits } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { call } from '../shell/call.ts';
import { UnitPicker } from './unit-picker.tsx';

const peopleQuery = (unitCode: string | undefined) =>
  queryOptions({
    queryKey: ['visitors', unitCode ?? null],
    enabled: unitCode !== undefined,
    queryFn: ({ signal }) => call(visits.listVisitors, { unitCode: unitCode ?? '' }, { signal }),
  });

interface UnitAndPersonProps {
  /** Names of the two fields. */
  unit: string;
  person: string;
  words: { unit: string; person: string; personHelp: string; anybody: string; needed: string };
}

/** A unit, and who of it, or anybody. */
export function UnitAndPerson({ unit, person, words }: UnitAndPersonProps) {
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | undefined>(unit, form);
  const people = useQuery(peopleQuery(chosen));
  return (
    <>
      <Form.Item name={unit} label={words.unit} rules={[{ required: true, message: words.needed }]}>
        <UnitPicker offers="every-unit" onChange={() => form.setFieldValue(person, null)} />
      </Form.Item>
      {chosen !== undefined && (
        <Form.Item name={person} label={words.person} extra={words.personHelp}>
          <Select
            allowClear
            placeholder={words.anybody}
            options={(people.data?.rows ?? []).map(({ accountId, name }) => ({
              value: accountId,
              label: name,
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}
