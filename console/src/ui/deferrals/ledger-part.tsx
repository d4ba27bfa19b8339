import {
  deferrals as contract,
  deferralReasonLabel,
  type deferrals,
  ledgerStateLabel,
  type ReplyOf,
} from '@minsheng/contract';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Facts } from '../facts.tsx';
import { FormDrawer } from '../form-drawer.tsx';
import { fullInstant } from '../format.ts';
import { deferralText } from './text.ts';

type Ledger = NonNullable<ReplyOf<typeof deferrals.readDeferrals>['ledger']>;

interface ReviewForm {
  progress: string;
  milestonesDone?: number[];
}

/** 挂账复核, every thirty days. */
export function ReviewButton({ orderId, ledger }: { orderId: string; ledger: Ledger }) {
  const [isOpen, setOpen] = useState(false);
  const act = useAct(contract.reviewLedger, {
    done: deferralText.reviewed,
    stale: ['deferrals', 'order', 'order-timeline'],
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{deferralText.review}</Button>
      <FormDrawer<ReviewForm>
        title={deferralText.review}
        open={isOpen}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ progress, milestonesDone = [] }) =>
          act.mutate({ orderId, progress, milestonesDone })
        }
      >
        <Form.Item
          name="progress"
          label={deferralText.progress}
          rules={[{ required: true, whitespace: true, min: 4, message: deferralText.needed }]}
        >
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
        <Form.Item name="milestonesDone" label={deferralText.done}>
          <Checkbox.Group
            options={ledger.milestones
              .filter(({ doneAt }) => doneAt === null)
              .map(({ no, what }) => ({ value: no, label: what }))}
          />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

/** 台账 of one order. */
export function LedgerPart({ ledger }: { ledger: Ledger }) {
  return (
    <section className="gap-above" aria-label={deferralText.ledger}>
      <h3>
        {deferralText.ledger}{' '}
        <span className="chip chip-plain">{ledgerStateLabel[ledger.state]}</span>{' '}
        {ledger.isReviewLate && <span className="chip chip-alarm">{deferralText.reviewLate}</span>}
      </h3>
      <Facts
        facts={[
          { label: deferralText.reason, value: deferralReasonLabel[ledger.reason] },
          { label: deferralText.publicWords, value: ledger.publicWords },
          { label: deferralText.parkedAt, value: fullInstant(ledger.parkedAt) },
          {
            label: deferralText.reviewDueAt,
            value: ledger.reviewDueAt === null ? null : fullInstant(ledger.reviewDueAt),
          },
        ]}
      />
      <h4>{deferralText.milestones}</h4>
      <ul className="plain-list">
        {ledger.milestones.map((one) => (
          <li key={one.no}>
            {deferralText.milestone(one.what, one.dueOn)}{' '}
            {one.doneAt !== null && (
              <span className="chip chip-good">{deferralText.milestoneDone}</span>
            )}
          </li>
        ))}
      </ul>
      {ledger.reviews.length > 0 && <h4>{deferralText.reviews}</h4>}
      <ul className="plain-list">
        {ledger.reviews.map((one) => (
          <li key={one.at}>
            <span className="soft">{fullInstant(one.at)}</span> {one.words}
          </li>
        ))}
      </ul>
    </section>
  );
}
