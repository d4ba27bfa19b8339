import {
  foresight,
  tellingAudienceLabel,
  tellingChannelLabel,
  tellingStateLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import { useAct } from '../../shell/act.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { staleForesight, type Telling, tellingsQuery } from './foresight.queries.ts';
import { foresightText, tellingText as words } from './text.ts';
import { WriteTelling } from './write-telling.tsx';

/** 告知, with their delivery reports. */
export function TellingsTab() {
  const list = useInfiniteQuery(tellingsQuery);
  const mayWrite = list.data?.pages[0]?.can.write ?? false;
  return (
    <Panel
      title={foresightText.tabs.notices}
      extra={mayWrite ? <WriteTelling forecastId={null} /> : undefined}
    >
      <KeysetList
        query={list}
        label={words.list}
        empty={words.empty}
        unit={words.unit}
        keyOf={({ id }) => id}
        render={(row) => <TellingRow row={row} />}
      />
    </Panel>
  );
}

export function TellingRow({ row }: { row: Telling }) {
  const { decided } = row;
  return (
    <div className="foresight-row">
      <div>
        <span className="chip chip-plain">{tellingStateLabel[row.state]}</span> {row.areaName}{' '}
        {tellingAudienceLabel[row.audience]} · {tellingChannelLabel[row.channel]}
      </div>
      <div>{row.words}</div>
      <div className="soft">
        {foresightText.by(row.writtenBy, shortInstant(row.writtenAt))}
        {decided &&
          ` · ${tellingStateLabel[row.state]} ${foresightText.by(decided.by, shortInstant(decided.at))} ${decided.reason}`}
      </div>
      {row.reached > 0 && <strong>{words.reached(row.reached)}</strong>}
      {row.deliveries.map(({ no, reached, note, by, at }) => (
        <div key={no} className="soft">
          {words.delivery(no, reached, note, by, shortInstant(at))}
        </div>
      ))}
      <Acts row={row} />
    </div>
  );
}

function Acts({ row: { id: tellingId, can } }: { row: Telling }) {
  const common = { stale: staleForesight, quiet: true } as const;
  const approve = useAct(foresight.decideTelling, { done: words.approved, stale: staleForesight });
  const decline = useAct(foresight.decideTelling, { done: words.declined, ...common });
  const deliver = useAct(foresight.deliverTelling, { done: words.delivered, ...common });
  return (
    <div className="foresight-acts">
      {can.decide && (
        <>
          <ConfirmButton
            label={words.approve}
            help={words.approveHelp}
            isPending={approve.isPending}
            onSure={() => approve.mutate({ tellingId, isApproved: true })}
          />
          <ReasonButton
            label={words.decline}
            needed
            least={4}
            act={decline}
            input={(reason) => ({ tellingId, isApproved: false, reason })}
          />
        </>
      )}
      {can.deliver && (
        <FormButton
          label={words.deliver}
          act={deliver}
          input={(values: { receivers: number; note: string }) => ({ tellingId, ...values })}
        >
          <Form.Item
            name="receivers"
            label={words.receivers}
            rules={[{ required: true, message: foresightText.needed }]}
          >
            <InputNumber min={1} max={1_000_000} />
          </Form.Item>
          <Form.Item
            name="note"
            label={words.note}
            extra={words.noteHelp}
            rules={[{ required: true, whitespace: true, min: 2, message: foresightText.needed }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </FormButton>
      )}
    </div>
  );
}
