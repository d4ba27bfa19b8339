import {
  type RequestOf,
  type ShareDirection,
  shareDirectionLabel,
  shareDirections,
  sharedFieldLabel,
  sharedFields,
  sharing,
} from '@minsheng/contract';
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { staleSharing } from './sharing.queries.ts';
import { sharingText, askShareText as words } from './text.ts';

interface Values {
  peer: string;
  direction: ShareDirection;
  purpose: string;
  fields?: string[];
  theirFields?: string;
  matterPrefix?: string;
  days: number;
}

const needed = [{ required: true, message: sharingText.needed }];
/** Not by `required`: a group of ticks must not carry what that says to a screen reader. */
const oneAtLeast = [
  {
    validator: async (_: unknown, fields: readonly string[] = []) => {
      if (fields.length === 0) throw new Error(sharingText.needed);
    },
  },
];

const sentOf = ({
  peer,
  direction,
  purpose,
  fields = [],
  theirFields = '',
  ...more
}: Values): RequestOf<typeof sharing.askShare> => ({
  ...{ peer, direction, purpose, days: more.days },
  fields:
    direction === 'out' ? fields : theirFields.split(/[,,、\s]+/).filter((field) => field !== ''),
  ...(more.matterPrefix ? { matterPrefix: more.matterPrefix } : {}),
});

/** 申请数据共享. */
export function AskShare({ peers }: { peers: readonly { code: string; name: string }[] }) {
  const act = useAct(sharing.askShare, { done: words.done, stale: staleSharing, quiet: true });
  return (
    <FormButton
      label={words.button}
      help={words.help}
      act={act}
      initial={{ direction: 'out', days: 90 }}
      input={sentOf}
    >
      <Form.Item name="peer" label={words.peer} rules={needed}>
        <Select options={peers.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <Form.Item name="direction" label={words.direction}>
        <Radio.Group
          options={shareDirections.map((value) => ({ value, label: shareDirectionLabel[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={words.purpose}
        rules={[{ required: true, whitespace: true, min: 4, message: sharingText.needed }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <FieldChoice />
      <Form.Item name="days" label={words.days} rules={needed}>
        <InputNumber min={1} max={366} precision={0} />
      </Form.Item>
      <Form.Item
        name="matterPrefix"
        label={words.matter}
        rules={[{ pattern: /^\d{2}(\d{2}(\d{2})?)?$/, message: words.matterWrong }]}
      >
        <Input maxLength={6} />
      </Form.Item>
    </FormButton>
  );
}

function FieldChoice() {
  const direction = Form.useWatch<ShareDirection | undefined>('direction');
  if (direction === 'in')
    return (
      <Form.Item name="theirFields" label={words.theirFields} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
    );
  return (
    <Form.Item name="fields" label={words.fields} rules={oneAtLeast}>
      <Checkbox.Group
        role="group"
        className="ticks"
        options={sharedFields.map((value) => ({ value, label: sharedFieldLabel[value] }))}
      />
    </Form.Item>
  );
}
