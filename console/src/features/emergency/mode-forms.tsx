import { emergency } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { useMe } from '../../shell/session.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { groupsQuery, staleEmergency } from './emergency.queries.ts';
import { emergencyText, endModeText, openModeText as words } from './text.ts';

const needed = [{ required: true, whitespace: true, message: emergencyText.needed }];

interface Values {
  name: string;
  groupCode: string;
  areaCode: string;
  reason: string;
}

/** 启用应急联动. */
export function OpenMode() {
  const { city } = useMe();
  const navigate = useNavigate();
  const groups = useQuery(groupsQuery);
  const act = useAct(emergency.openMode, {
    done: words.done,
    stale: staleEmergency,
    quiet: true,
    onDone: ({ modeId }) => navigate({ to: '/emergency', search: { mode: modeId, tab: 'board' } }),
  });
  return (
    <FormButton
      label={words.button}
      kind="danger"
      help={words.help}
      act={act}
      initial={{ areaCode: city.code }}
      input={(values: Values) => values}
    >
      <Form.Item name="name" label={words.name} extra={words.nameHelp} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="groupCode" label={words.group} rules={needed}>
        <Select
          options={(groups.data?.rows ?? []).map(({ code, name }) => ({
            value: code,
            label: name,
          }))}
        />
      </Form.Item>
      <Form.Item name="areaCode" label={words.area} rules={needed}>
        <AreaPicker />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, min: 4, message: words.reasonNeeded }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}

export function EndMode({ modeId }: { modeId: string }) {
  const act = useAct(emergency.endMode, {
    done: endModeText.done,
    stale: staleEmergency,
    quiet: true,
  });
  return (
    <ReasonButton
      label={endModeText.button}
      fieldLabel={endModeText.summary}
      help={endModeText.help}
      needed
      least={10}
      act={act}
      input={(summary) => ({ modeId, summary })}
    />
  );
}
