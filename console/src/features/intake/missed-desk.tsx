import {
  type LeaveReason,
  leaveReasonLabel,
  leaveReasons,
  type ReplyOf,
  telephony,
  unreachedCauseLabel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { DueChip } from '../../ui/due-chip.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { missedQuery, staleAfterCall } from './intake.queries.ts';
import { callText, missedText } from './text.ts';

type Missed = ReplyOf<typeof telephony.listMissed>['rows'][number];

/** 不再回拨, and why. */
function LeaveButton({ callId, mayGiveUp }: { callId: string; mayGiveUp: boolean }) {
  const [open, setOpen] = useState(false);
  const act = useAct(telephony.leaveMissed, {
    done: missedText.left,
    stale: staleAfterCall,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{missedText.leave}</Button>
      <FormDrawer<{ how: LeaveReason }>
        title={missedText.leave}
        open={open}
        onClose={() => setOpen(false)}
        submitLabel={missedText.leave}
        isPending={act.isPending}
        error={act.error}
        initial={{ how: 'otherwise' }}
        onSubmit={({ how }) => act.mutate({ callId, how })}
      >
        <p className="gap-below soft">{missedText.leaveHelp}</p>
        <Form.Item name="how" label={missedText.leaveWhy}>
          <Radio.Group
            options={leaveReasons.map((value) => ({
              value,
              label: leaveReasonLabel[value],
              disabled: value === 'given-up' && !mayGiveUp,
            }))}
          />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function Facts({ missed }: { missed: Missed }) {
  const { call, tries, attempts, lastCause, lastAttemptAt } = missed;
  const waited = call.endedAt === null ? 0 : Date.parse(call.endedAt) - Date.parse(call.offeredAt);
  const facts = [
    missedText.state[call.state] ?? '',
    missedText.waited(Math.round(waited / 1000)),
    missedText.tries(tries),
    attempts > 0 ? missedText.attempts(attempts) : '',
    lastCause === null ? '' : missedText.lastCause(unreachedCauseLabel[lastCause]),
    lastAttemptAt === null ? '' : shortInstant(lastAttemptAt),
  ];
  return <span className="row-meta">{facts.filter((fact) => fact !== '').join(' · ')}</span>;
}

interface MissedRowProps {
  missed: Missed;
  isFirst: boolean;
  onRung: () => void;
}

function MissedRow({ missed, isFirst, onRung }: MissedRowProps) {
  const { call, dueAt, isBeingRung, attempts } = missed;
  const ring = useAct(telephony.ringBack, { done: null, stale: staleAfterCall, onDone: onRung });
  const busy = isBeingRung || ring.isPending;
  return (
    <li className="row missed">
      <div className="missed-words">
        <span>
          <strong className="mono">{call.maskedNumber}</strong>{' '}
          {call.driver === 'sim' && <span className="chip chip-plain">{callText.sim}</span>}{' '}
          <DueChip dueAt={dueAt} label={missedText.due} />
        </span>
        <span className="row-meta">
          {shortInstant(call.endedAt ?? call.offeredAt)} ·{' '}
          {callText.dialled(call.dialledLine, call.dialledLineName)}
        </span>
        <Facts missed={missed} />
      </div>
      {isBeingRung && <span className="soft">{missedText.beingRung}</span>}
      <div className="inline">
        <Button
          type="primary"
          autoFocus={isFirst}
          disabled={busy}
          onClick={() => ring.mutate({ callId: call.id })}
        >
          {missedText.ring}
        </Button>
        <Button
          title={missedText.ringByHandHelp}
          disabled={busy}
          onClick={() => ring.mutate({ callId: call.id, driver: 'manual' })}
        >
          {missedText.ringByHand}
        </Button>
        <LeaveButton callId={call.id} mayGiveUp={attempts > 0} />
      </div>
    </li>
  );
}

/** 未接来电: who is to be rung back, newest first (66号文(四)). */
export function MissedDesk({ onRung }: { onRung: () => void }) {
  const list = useQuery(missedQuery);
  return (
    <Panel title={missedText.title}>
      <p className="gap-below soft">{missedText.help}</p>
      <Ask of={list}>
        {({ rows, hasMore }) => (
          <>
            {rows.length === 0 && <p>{missedText.none}</p>}
            <ul className="plain-list" aria-label={missedText.title}>
              {rows.map((missed, at) => (
                <MissedRow
                  key={missed.call.id}
                  missed={missed}
                  isFirst={at === 0}
                  onRung={onRung}
                />
              ))}
            </ul>
            {hasMore && <p className="soft">{missedText.more(rows.length)}</p>}
          </>
        )}
      </Ask>
    </Panel>
  );
}
