import {
  campaigns,
  type RecheckDays,
  type RecheckOutcome,
  recheckOutcomeLabel,
  recheckOutcomes,
} from '@minsheng/contract';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../../shell/act.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { FormButton } from '../../../ui/form-button.tsx';
import { shortInstant } from '../../../ui/format.ts';
import { OrderLine } from '../../../ui/order-row.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ShareBars } from '../../../ui/share-bars.tsx';
import { staleCampaigns } from '../campaigns.queries.ts';
import type { After } from './after.queries.ts';
import { recheckText as words } from './text.ts';

interface RecheckProps {
  campaignId: string;
  after: After;
}

/** 回潮与复查: rectified problems that were told of again, and what people said about it at its days. */
export function RecheckPanel({ campaignId, after }: RecheckProps) {
  const { cameBack, rectified, rechecks, matter, can } = after;
  const due = rechecks.find(({ isDue }) => isDue);
  return (
    <Panel
      title={words.title}
      extra={
        can.work && due ? (
          <Recheck campaignId={campaignId} afterDays={due.afterDays} cameBack={cameBack} />
        ) : undefined
      }
    >
      <p className="soft">{words.help}</p>
      {rectified > 0 && (
        <ShareBars
          label={words.title}
          keys={words.keys}
          bars={[
            {
              key: 'back',
              name: words.keys[0],
              whole: rectified,
              part: cameBack.length,
              words: words.cameBack(cameBack.length, rectified),
            },
          ]}
        />
      )}
      {rectified > 0 && <Again after={after} />}
      {matter !== null && (
        <p>
          {words.matter(matter.name)}:
          {words.matterOf(
            words.share(matter.during.numerator, matter.during.denominator),
            words.share(matter.since.numerator, matter.since.denominator),
          )}
        </p>
      )}
      {rechecks.length === 0 ? <p className="soft">{words.none}</p> : <Made rechecks={rechecks} />}
    </Panel>
  );
}

function Again({ after: { cameBack, shownCap } }: { after: After }) {
  const navigate = useNavigate();
  if (cameBack.length === 0) return <p className="soft">{words.stays}</p>;
  return (
    <>
      {cameBack.map(({ entryId, no, name, appeals, orders }) => (
        <section key={entryId}>
          <h3>{`${no}. ${name}(${words.again(appeals)})`}</h3>
          <ul className="plain-list">
            {orders.map((row) => (
              <li key={row.id}>
                <OrderLine
                  row={row}
                  isOpen={false}
                  onOpen={() => navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="soft">{words.more(shownCap)}</p>
    </>
  );
}

function Made({ rechecks }: Pick<After, 'rechecks'>) {
  return (
    <DataTable
      heads={words.heads}
      rows={rechecks.map((row) => ({
        key: `${row.closedOn}${row.afterDays}`,
        cells: [
          words.after(row.afterDays),
          row.dueOn,
          row.outcome === null
            ? row.isDue
              ? words.due
              : words.waits
            : recheckOutcomeLabel[row.outcome],
          row.problems,
          row.appeals,
          row.madeAt !== null &&
            `${row.words ?? ''} ${words.by(row.madeBy ?? '', shortInstant(row.madeAt))}`,
        ],
      }))}
    />
  );
}

interface Values {
  outcome: RecheckOutcome;
  words: string;
  entryIds?: string[];
}

interface DueProps {
  campaignId: string;
  afterDays: RecheckDays;
  cameBack: After['cameBack'];
}

const needed = [{ required: true, message: words.needed }];

function Recheck({ campaignId, afterDays, cameBack }: DueProps) {
  const [form] = Form.useForm<Values>();
  const outcome = Form.useWatch('outcome', form);
  const act = useAct(campaigns.recheckCampaign, {
    done: words.done,
    stale: staleCampaigns,
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { done: true }>
      label={words.check(afterDays)}
      help={words.doHelp}
      kind="primary"
      act={act}
      form={form}
      input={({ entryIds = [], ...rest }) => ({
        campaignId,
        afterDays,
        ...rest,
        entryIds: rest.outcome === 'came-back' ? entryIds : [],
      })}
    >
      <Form.Item name="outcome" label={words.outcome} rules={needed}>
        <Select
          options={recheckOutcomes.map((value) => ({ value, label: recheckOutcomeLabel[value] }))}
        />
      </Form.Item>
      {outcome === 'came-back' && (
        <Form.Item name="entryIds" label={words.entries} rules={needed}>
          <Select
            mode="multiple"
            options={cameBack.map(({ entryId, no, name }) => ({
              value: entryId,
              label: `${no}. ${name}`,
            }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="words"
        label={words.words}
        rules={[{ required: true, whitespace: true, min: 4, message: words.wordsNeeded }]}
      >
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
    </FormButton>
  );
}
