import { checkReasonLabel, checkStateLabel, guidance, type ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../shell/act.ts';
import { useMay } from '../../shell/session.ts';
import { Facts } from '../facts.tsx';
import { fullInstant } from '../format.ts';
import { Panel } from '../panel.tsx';
import { ReasonButton } from '../reason-button.tsx';
import { guidanceQuery, staleAfterGuidance } from './guidance.queries.ts';
import { guidanceText } from './text.ts';

type Checks = ReplyOf<typeof guidance.readChecks>;
type Check = Checks['checks'][number];

function CheckItem({ one }: { one: Check }) {
  const isWaiting = one.state === 'waiting';
  return (
    <li className="gap-below">
      <p className="row-tags">
        <strong>{checkReasonLabel[one.why]}</strong>
        <span className={`chip ${isWaiting ? 'chip-wait' : 'chip-plain'}`}>
          {checkStateLabel[one.state]}
        </span>
        {one.isLate && <span className="chip chip-alarm">{guidanceText.late}</span>}
      </p>
      <Facts
        facts={[
          { label: guidanceText.disposition, value: one.disposition },
          { label: guidanceText.reason, value: one.reason },
          { label: guidanceText.givenBy, value: one.givenBy },
          { label: guidanceText.dueAt, value: isWaiting ? fullInstant(one.dueAt) : null },
          { label: guidanceText.words, value: one.words },
        ]}
      />
      {one.decidedBy !== null && one.decidedAt !== null && (
        <p className="soft">{guidanceText.decidedBy(one.decidedBy, fullInstant(one.decidedAt))}</p>
      )}
    </li>
  );
}

function Ask({ orderId, why }: { orderId: string; why: 'requested' | 'complaint' }) {
  const isAsking = why === 'requested';
  const act = useAct(guidance.askCheck, {
    done: isAsking ? guidanceText.asked : guidanceText.complained,
    stale: staleAfterGuidance,
    quiet: true,
  });
  return (
    <ReasonButton
      label={isAsking ? guidanceText.ask : guidanceText.complain}
      {...(isAsking ? { help: guidanceText.askHelp } : {})}
      needed
      act={act}
      input={(reason) => ({ orderId, why, reason })}
    />
  );
}

function Decide({ orderId, upheld }: { orderId: string; upheld: boolean }) {
  const act = useAct(guidance.decideCheck, {
    done: upheld ? guidanceText.upheld : guidanceText.reopened,
    stale: staleAfterGuidance,
    quiet: true,
  });
  return (
    <ReasonButton
      label={upheld ? guidanceText.uphold : guidanceText.reopen}
      help={upheld ? guidanceText.upholdHelp : guidanceText.reopenHelp}
      fieldLabel={guidanceText.field}
      needed
      least={4}
      primary={upheld}
      act={act}
      input={(words) => ({ orderId, upheld, words })}
    />
  );
}

/** 告知复核 of an order that was guided elsewhere; of any other nothing. */
export function GuidancePanel({ orderId }: { orderId: string }) {
  const may = useMay();
  const isCentre = may('guidance.check') || may('intake.receive');
  const { data } = useQuery({ ...guidanceQuery(orderId), enabled: isCentre });
  if (data === undefined || (data.checks.length === 0 && data.abilities.length === 0)) return null;
  const able = (ability: Checks['abilities'][number]) => data.abilities.includes(ability);
  return (
    <Panel
      title={guidanceText.title}
      extra={
        <>
          {able('decide') && <Decide orderId={orderId} upheld />}
          {able('decide') && <Decide orderId={orderId} upheld={false} />}
          {able('ask') && <Ask orderId={orderId} why="requested" />}
          {able('complain') && <Ask orderId={orderId} why="complaint" />}
        </>
      }
    >
      <ul className="plain-list">
        {data.checks.map((one) => (
          <CheckItem key={one.no} one={one} />
        ))}
      </ul>
    </Panel>
  );
}
