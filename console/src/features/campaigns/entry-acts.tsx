import { campaigns, type EntryState, entryStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { OrderPicker } from '../../ui/order-picker.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { entriesQuery, staleCampaigns, type WholeEntry } from './campaigns.queries.ts';
import { SuperviseChosen } from './force/field-work.tsx';
import { entryText as words } from './text.ts';

const plain = { done: words.done, stale: staleCampaigns, quiet: true } as const;
const atLeastTwo = [{ required: true, whitespace: true, min: 2, message: words.reasonNeeded }];

function Reason() {
  return (
    <Form.Item name="reason" label={words.reason} rules={atLeastTwo}>
      <Input.TextArea rows={3} maxLength={300} showCount />
    </Form.Item>
  );
}

/** What a person may do with the whole problem. */
export function EntryActs({ entry }: { entry: WholeEntry }) {
  const { id: entryId, next } = entry;
  const moving = useAct(campaigns.moveEntry, plain);
  const naming = useAct(campaigns.nameEntry, plain);
  const step = (to: EntryState, label: string, isMain: boolean) => (
    <ReasonButton
      key={to}
      label={label}
      needed
      primary={isMain}
      act={moving}
      input={(reason) => ({ entryId, to, reason })}
    />
  );
  const isNew = entry.state === 'proposed';
  return (
    <div className="inline">
      {next.map((to) =>
        step(
          to,
          to === 'listed' ? words.accept : to === 'aside' ? words.aside : moveLabel(to),
          isNew && to === 'listed',
        ),
      )}
      <FormButton
        label={words.rename}
        act={naming}
        initial={{ name: entry.name }}
        input={(values: { name: string }) => ({ entryId, ...values })}
      >
        <Form.Item
          name="name"
          label={words.name}
          rules={[{ required: true, whitespace: true, min: 2, message: words.nameNeeded }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </FormButton>
      <Merge entry={entry} />
      <Add entryId={entryId} />
    </div>
  );
}

const moveLabel = (to: EntryState): string => `${words.moveTo}${entryStateLabel[to]}`;

function Merge({ entry }: { entry: WholeEntry }) {
  const others = useQuery(entriesQuery(entry.campaignId, undefined));
  const act = useAct(campaigns.mergeEntry, plain);
  if (!['proposed', 'listed', 'aside'].includes(entry.state)) return null;
  const options = (others.data?.rows ?? [])
    .filter(({ id, state }) => id !== entry.id && state !== 'merged')
    .map(({ id, no, name }) => ({ value: id, label: `${no}. ${name}` }));
  return (
    <FormButton
      label={words.merge}
      act={act}
      input={(values: { intoId: string; reason: string }) => ({ entryId: entry.id, ...values })}
    >
      <Form.Item name="intoId" label={words.mergeInto} rules={[{ required: true }]}>
        <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Reason />
    </FormButton>
  );
}

function Add({ entryId }: { entryId: string }) {
  const act = useAct(campaigns.addToEntry, plain);
  return (
    <FormButton
      label={words.add}
      help={words.addHelp}
      act={act}
      input={({ orderId, reason }: { orderId: string; reason: string }) => ({
        entryId,
        orderIds: [orderId],
        reason,
      })}
    >
      <Form.Item name="orderId" label={words.order} rules={[{ required: true }]}>
        <OrderPicker offered={[]} />
      </Form.Item>
      <Reason />
    </FormButton>
  );
}

interface ChosenActsProps {
  entry: WholeEntry;
  orderIds: readonly string[];
  onDone: () => void;
}

/** What a person may do with the appeals that are ticked. */
export function ChosenActs({ entry, orderIds, onDone }: ChosenActsProps) {
  const taking = useAct(campaigns.takeFromEntry, { ...plain, onDone });
  const splitting = useAct(campaigns.splitEntry, { ...plain, onDone });
  const chosen = { entryId: entry.id, orderIds: [...orderIds] };
  return (
    <div className="inline gap-below">
      <span role="status">{words.chosen(orderIds.length)}</span>
      <ReasonButton
        label={words.take}
        help={words.takeHelp}
        needed
        act={taking}
        input={(reason) => ({ ...chosen, reason })}
      />
      <SuperviseChosen entryId={entry.id} orderIds={orderIds} onDone={onDone} />
      <FormButton
        label={words.split}
        help={words.splitHelp}
        act={splitting}
        input={(values: { name: string; reason: string }) => ({ ...chosen, ...values })}
      >
        <Form.Item name="name" label={words.name} rules={atLeastTwo}>
          <Input maxLength={60} />
        </Form.Item>
        <Reason />
      </FormButton>
    </div>
  );
}
