import {
  type ClueRisk,
  clueRiskLabel,
  clueRisks,
  linkage,
  linkageActLabel,
  linkageStateLabel,
  progressStageLabel,
} from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useAct } from '../../shell/act.ts';
import { call } from '../../shell/call.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { linkagePanelText as words } from './linkage-text.ts';
import { MediateButton, MediationLine } from './mediations.tsx';
import { staleAfterOrder } from './order.queries.ts';

const linkageQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['linkage', 'of', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(linkage.orderLinkage, { orderId }, { signal }),
  });

/** 双线协同: how far 110 is with this order, beside how far our units are. */
export function LinkagePanel({ orderId }: { orderId: string }) {
  const { data } = useQuery(linkageQuery(orderId));
  if (!data || (data.rows.length === 0 && !data.mayReportClue)) return null;
  return (
    <Panel
      title={words.title}
      extra={
        <>
          {data.mayMediate && <MediateButton orderId={orderId} />}
          {data.mayReportClue && <ClueButton orderId={orderId} />}
        </>
      }
    >
      {data.rows.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="plain-list">
        {data.rows.map((row) => (
          <li key={row.id}>
            <LinkageLine row={row} />
          </li>
        ))}
        {data.mediations.map((row) => (
          <li key={row.id}>
            <MediationLine row={row} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function LinkageLine({ row }: { row: ReplyOf<typeof linkage.orderLinkage>['rows'][number] }) {
  return (
    <>
      <strong>
        {linkageActLabel[row.act]}:{stateOf(row)}
      </strong>
      <div className="soft">
        {shortInstant(row.askedAt)} {row.theirNo !== null && words.theirNo(row.theirNo)}{' '}
        {row.stage !== null && words.stage(progressStageLabel[row.stage])}
      </div>
      {row.callRef !== null && <div className="soft">{words.callRef(row.callRef)}</div>}
      {row.listRow !== null && <div className="soft">{words.listRow(row.listRow)}</div>}
      {row.basis !== null && <div className="soft">{words.basis(row.basis)}</div>}
    </>
  );
}

/** A clue is only receipted; everything else goes on. */
const stateOf = ({
  act,
  state,
  isReceipted,
}: ReplyOf<typeof linkage.orderLinkage>['rows'][number]): string => {
  if (act === 'clue') return isReceipted ? words.receipted : words.notReceipted;
  if (state === 'sent' && act !== 'received') return isReceipted ? words.waits : words.notReceipted;
  return linkageStateLabel[state];
};

function ClueButton({ orderId }: { orderId: string }) {
  const act = useAct(linkage.reportClue, {
    done: words.clueDone,
    stale: [...staleAfterOrder, 'linkage'],
    quiet: true,
  });
  return (
    <FormButton
      label={words.clue}
      help={words.clueHelp}
      act={act}
      initial={{ risk: 'high' as const }}
      input={(form: { words: string; risk: ClueRisk }) => ({ orderId, ...form })}
    >
      <Form.Item name="risk" label={words.risk}>
        <Radio.Group options={clueRisks.map((value) => ({ value, label: clueRiskLabel[value] }))} />
      </Form.Item>
      <Form.Item
        name="words"
        label={words.clueWords}
        rules={[{ required: true, whitespace: true, min: 4, message: words.clueNeeded }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </FormButton>
  );
}
