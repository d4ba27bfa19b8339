import {
  foresight,
  type ProactiveTrigger,
  proactiveTriggerLabel,
  proactiveTriggers,
  warningLevelLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { rowsOf } from '../../ui/keyset-list.tsx';
import { MatterPicker } from '../../ui/matter-picker.tsx';
import { signalsQuery, staleForesight } from './foresight.queries.ts';
import { foresightText, proactiveText as words } from './text.ts';

interface Values {
  matterCode: string;
  areaCode: string;
  title?: string;
  content: string;
  address?: string;
  trigger: ProactiveTrigger;
  basis: string;
  signalId?: string;
}

const needed = [{ required: true, whitespace: true, message: foresightText.needed }];

/** 发起主动工单, of a forecast or by itself. */
export function OpenProactive({ forecastId }: { forecastId: string | null }) {
  const signals = useInfiniteQuery(signalsQuery('running'));
  const act = useAct(foresight.openProactive, {
    done: words.opened,
    stale: [...staleForesight, 'desk'],
    quiet: true,
  });
  const triggers = proactiveTriggers.filter((one) => forecastId !== null || one !== 'forecast');
  return (
    <FormButton
      label={words.open}
      kind="primary"
      help={words.help}
      act={act}
      initial={forecastId === null ? {} : { trigger: 'forecast' }}
      input={(values: Values) => ({ ...values, ...(forecastId !== null && { forecastId }) })}
    >
      <Form.Item
        name="trigger"
        label={words.trigger}
        rules={[{ required: true, message: foresightText.needed }]}
      >
        <Select
          options={triggers.map((value) => ({ value, label: proactiveTriggerLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="signalId" label={words.signal}>
        <Select
          allowClear
          options={rowsOf(signals.data).map(({ id, aboutName, level, source }) => ({
            value: id,
            label: `${aboutName}${level === null ? '' : warningLevelLabel[level]} ${source}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="basis" label={words.basis} extra={words.basisHelp} rules={needed}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="matterCode" label={words.matter} rules={needed}>
        <MatterPicker />
      </Form.Item>
      <Form.Item name="areaCode" label={words.area} rules={needed}>
        <AreaPicker />
      </Form.Item>
      <Form.Item name="address" label={words.address}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="content" label={words.content} rules={needed}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormButton>
  );
}
