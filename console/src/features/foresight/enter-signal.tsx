import {
  foresightSignals,
  signalKindLabel,
  type WarningLevel,
  warningLevelLabel,
  warningLevels,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { useMe } from '../../shell/session.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { areasQuery } from '../../ui/ground.queries.ts';
import { staleForesight } from './foresight.queries.ts';
import { foresightText, signalsText as words } from './text.ts';

interface Values {
  about: string;
  level?: WarningLevel;
  areas: string[];
  span: [Dayjs, Dayjs];
  source: string;
  words?: string;
}

const needed = [{ required: true, message: foresightText.needed }];

type Kind = { code: string; name: string; kind: keyof typeof signalKindLabel };

/** 登记外部信息. */
export function EnterSignal({ kinds }: { kinds: readonly Kind[] }) {
  const { city } = useMe();
  const counties = useQuery(areasQuery({ parent: city.code }));
  const act = useAct(foresightSignals.enterSignal, {
    done: words.entered,
    stale: staleForesight,
    quiet: true,
  });
  return (
    <FormButton
      label={words.enter}
      kind="primary"
      help={words.enterHelp}
      act={act}
      input={({ span: [from, until], words: said = '', ...rest }: Values) => ({
        ...rest,
        words: said,
        fromAt: from.toISOString(),
        untilAt: until.toISOString(),
      })}
    >
      <Form.Item name="about" label={words.about} rules={needed}>
        <Select
          options={kinds.map(({ code, name, kind }) => ({
            value: code,
            label: `${name}(${signalKindLabel[kind]})`,
          }))}
        />
      </Form.Item>
      <Form.Item name="level" label={words.level} extra={words.levelHelp}>
        <Select
          allowClear
          options={warningLevels.map((value) => ({ value, label: warningLevelLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="areas" label={words.areas} rules={needed}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={(counties.data?.rows ?? []).map(({ code, name }) => ({
            value: code,
            label: name,
          }))}
        />
      </Form.Item>
      <Form.Item name="span" label={words.span} rules={needed}>
        <DatePicker.RangePicker className="wide" showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="source" label={words.source} extra={words.sourceHelp} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="words" label={words.words}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormButton>
  );
}
