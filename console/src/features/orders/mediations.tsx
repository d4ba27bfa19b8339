import {
  linkage,
  type MediationResult,
  mediationResultLabel,
  mediationResults,
  type PartyRole,
  partyRoleLabel,
  partyRoles,
  type RequestOf,
} from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { Link } from '@tanstack/react-router';
import { DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { mediationText as words } from './linkage-text.ts';
import { staleAfterOrder } from './order.queries.ts';

type Mediation = ReplyOf<typeof linkage.orderLinkage>['mediations'][number];

/** 联合调解 of an order. */
export function MediationLine({ row }: { row: Mediation }) {
  return (
    <>
      <strong>
        {words.title}:{mediationResultLabel[row.result]}
      </strong>
      <div className="soft">
        {shortInstant(row.at)} {row.place} {words.both(row.ours, row.theirs)}{' '}
        {row.parties.map(({ role, count }) => words.party(partyRoleLabel[role], count)).join('、')}
      </div>
      <div>{row.words}</div>
      {row.taskId !== null && (
        <Link to="/tasks" search={{ task: row.taskId }}>
          {words.openTask}
        </Link>
      )}
    </>
  );
}

interface Values {
  place: string;
  ours: string;
  theirs: string;
  parties?: Partial<Record<PartyRole, number | null>>;
  result: MediationResult;
  words: string;
  unit?: string | null;
  title?: string;
  wanted?: string;
  finishOn?: Dayjs | null;
}

const needed = [{ required: true, whitespace: true, min: 2, message: words.needed }];

export function MediateButton({ orderId }: { orderId: string }) {
  const act = useAct(linkage.recordMediation, {
    done: words.done,
    stale: [...staleAfterOrder, 'linkage', 'tasks'],
    quiet: true,
  });
  const input = (form: Values): RequestOf<typeof linkage.recordMediation> => ({
    ...{ orderId, place: form.place, ours: form.ours, theirs: form.theirs },
    ...{ result: form.result, words: form.words },
    parties: partyRoles.flatMap((role) => {
      const count = form.parties?.[role] ?? 0;
      return count > 0 ? [{ role, count }] : [];
    }),
    ...followUpOf(form),
  });
  return (
    <FormButton
      label={words.record}
      help={words.help}
      act={act}
      initial={{ result: 'agreed' as const, parties: { requester: 1 } }}
      input={input}
    >
      <Form.Item name="place" label={words.place} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="ours" label={words.ours} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="theirs" label={words.theirs} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      {partyRoles.map((role) => (
        <Form.Item key={role} name={['parties', role]} label={words.count(partyRoleLabel[role])}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
      ))}
      <Form.Item name="result" label={words.result}>
        <Radio.Group
          options={mediationResults.map((value) => ({ value, label: mediationResultLabel[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={words.words}
        rules={[{ required: true, whitespace: true, min: 4, message: words.needed }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <FollowUp />
    </FormButton>
  );
}

/** All of them, or none. */
const followUpOf = ({ unit, title, wanted, finishOn }: Values) =>
  unit && title && wanted && finishOn
    ? { followUp: { unit, title, wanted, finishOn: finishOn.format('YYYY-MM-DD') } }
    : {};

function FollowUp() {
  const unit = Form.useWatch<string | null | undefined>('unit');
  return (
    <>
      <Form.Item name="unit" label={words.unit} extra={words.unitHelp}>
        <UnitPicker />
      </Form.Item>
      {unit && (
        <>
          <Form.Item
            name="title"
            label={words.task}
            rules={[{ required: true, whitespace: true, min: 4, message: words.needed }]}
          >
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item
            name="wanted"
            label={words.wanted}
            extra={words.wantedHelp}
            rules={[{ required: true, whitespace: true, min: 4, message: words.needed }]}
          >
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
          <Form.Item
            name="finishOn"
            label={words.finishOn}
            rules={[{ required: true, message: words.needed }]}
          >
            <DatePicker className="wide" />
          </Form.Item>
        </>
      )}
    </>
  );
}
