import { foresight } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { useMe } from '../../shell/session.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { areasQuery } from '../../ui/ground.queries.ts';
import { type NamedMatter, SeveralMatters } from '../../ui/several-matters.tsx';
import { staleForesight } from './foresight.queries.ts';
import { foresightText, forecastText as words } from './text.ts';

interface Values {
  name: string;
  county: string;
  controlCounty: string;
  matters: NamedMatter[];
  span: [Dayjs, Dayjs];
}

const needed = [{ required: true, message: foresightText.needed }];
const someNeeded = [{ required: true, type: 'array' as const, message: foresightText.needed }];
/** As many as one forecast takes. */
const mostMatters = 10;
const day = (one: Dayjs): string => one.format('YYYY-MM-DD');

/** 提出预测: the control county is chosen here, before anything happens. */
export function AskForecast({ onAsked }: { onAsked: (id: string) => void }) {
  const { city } = useMe();
  const areas = useQuery(areasQuery({ parent: city.code }));
  const counties = (areas.data?.rows ?? []).map(({ code, name }) => ({
    value: code.slice(0, 6),
    label: name,
  }));
  const act = useAct(foresight.askForecast, {
    done: words.asked,
    stale: staleForesight,
    quiet: true,
    onDone: ({ forecastId }) => onAsked(forecastId),
  });
  return (
    <FormButton
      label={words.ask}
      kind="primary"
      help={words.askHelp}
      act={act}
      input={({ span: [from, until], matters, ...rest }: Values) => ({
        ...rest,
        matters: matters.map(({ code }) => code),
        fromOn: day(from),
        untilOn: day(until),
      })}
    >
      <Form.Item name="name" label={words.name} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="county" label={words.county} rules={needed}>
        <Select options={counties} />
      </Form.Item>
      <Form.Item
        name="controlCounty"
        label={words.control}
        extra={words.controlHelp}
        rules={needed}
      >
        <Select options={counties} />
      </Form.Item>
      <Form.Item name="matters" label={words.matters} extra={words.mattersHelp} rules={someNeeded}>
        <SeveralMatters most={mostMatters} />
      </Form.Item>
      <Form.Item name="span" label={words.span} rules={needed}>
        <DatePicker.RangePicker className="wide" />
      </Form.Item>
    </FormButton>
  );
}
