import {
  foresight,
  type TellingAudience,
  type TellingChannel,
  tellingAudienceLabel,
  tellingAudiences,
  tellingChannelLabel,
  tellingChannels,
} from '@minsheng/contract';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { staleForesight } from './foresight.queries.ts';
import { foresightText, tellingText as words } from './text.ts';

interface Values {
  areaCode: string;
  audience: TellingAudience;
  channel: TellingChannel;
  words: string;
}

const needed = [{ required: true, message: foresightText.needed }];

/** 起草告知; somebody else approves it. */
export function WriteTelling({ forecastId }: { forecastId: string | null }) {
  const act = useAct(foresight.writeTelling, {
    done: words.written,
    stale: staleForesight,
    quiet: true,
  });
  return (
    <FormButton
      label={words.write}
      help={words.help}
      act={act}
      input={(values: Values) => ({ ...values, ...(forecastId !== null && { forecastId }) })}
    >
      <Form.Item name="areaCode" label={words.area} rules={needed}>
        <AreaPicker />
      </Form.Item>
      <Form.Item name="audience" label={words.audience} rules={needed}>
        <Select
          options={tellingAudiences.map((value) => ({ value, label: tellingAudienceLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="channel" label={words.channel} rules={needed}>
        <Select
          options={tellingChannels.map((value) => ({ value, label: tellingChannelLabel[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={words.words}
        rules={[{ required: true, whitespace: true, min: 10, message: foresightText.needed }]}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </FormButton>
  );
}
