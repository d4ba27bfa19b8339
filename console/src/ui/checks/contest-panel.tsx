import {
  contest,
  contestLevelLabel,
  contestStateLabel,
  exclusionLabel,
  type ReplyOf,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Facts } from '../facts.tsx';
import { FileGroups } from '../file-grid.tsx';
import { fullInstant } from '../format.ts';
import { Panel } from '../panel.tsx';
import { ReasonButton } from '../reason-button.tsx';
import { AskContestButton } from './ask-contest-button.tsx';
import { contestsQuery, staleAfterCheck } from './checks.queries.ts';
import { checksText } from './text.ts';

type Contest = ReplyOf<typeof contest.readContests>['contests'][number];

function ContestItem({ one }: { one: Contest }) {
  return (
    <li className="gap-below">
      <p className="row-tags">
        <strong>{one.unit.name}</strong>
        <span className={`chip ${one.state === 'asked' ? 'chip-wait' : 'chip-plain'}`}>
          {contestStateLabel[one.state]}
        </span>
      </p>
      <Facts
        facts={[
          { label: checksText.code, value: `${one.code} ${exclusionLabel[one.code]}` },
          { label: checksText.words, value: one.words },
          { label: checksText.level, value: contestLevelLabel[one.level] },
        ]}
      />
      <FileGroups files={one.files} />
      <ul className="plain-list">
        {one.rulings.map((ruling) => (
          <li key={ruling.level}>
            <span className="soft">
              {checksText.rulingOf(
                contestLevelLabel[ruling.level],
                ruling.upheld,
                ruling.by,
                fullInstant(ruling.at),
              )}
            </span>{' '}
            {ruling.words}
          </li>
        ))}
      </ul>
    </li>
  );
}

function RuleButtons({ orderId }: { orderId: string }) {
  const uphold = useAct(contest.ruleOnContest, {
    done: checksText.upheld,
    stale: staleAfterCheck,
    quiet: true,
  });
  const reject = useAct(contest.ruleOnContest, {
    done: checksText.rejected,
    stale: staleAfterCheck,
    quiet: true,
  });
  return (
    <>
      <ReasonButton
        label={checksText.uphold}
        fieldLabel={checksText.ruleWords}
        needed
        least={4}
        act={uphold}
        input={(words) => ({ orderId, upheld: true, words })}
      />
      <ReasonButton
        label={checksText.reject}
        fieldLabel={checksText.ruleWords}
        needed
        least={4}
        act={reject}
        input={(words) => ({ orderId, upheld: false, words })}
      />
    </>
  );
}

function FurtherButton({ orderId }: { orderId: string }) {
  const act = useAct(contest.takeFurther, { done: checksText.taken, stale: staleAfterCheck });
  return (
    <Button loading={act.isPending} onClick={() => act.mutate({ orderId })}>
      {checksText.further}
    </Button>
  );
}

/** 评价申诉 of an order; where there is none and nobody may ask, nothing. */
export function ContestPanel({ orderId }: { orderId: string }) {
  const { data } = useQuery(contestsQuery(orderId));
  if (data === undefined) return null;
  const { contests, abilities, fitting, until } = data;
  if (contests.length === 0 && !abilities.includes('ask')) return null;
  return (
    <Panel
      title={checksText.contestTitle}
      extra={
        <>
          {abilities.includes('ask') && until !== null && (
            <AskContestButton orderId={orderId} fitting={fitting} until={until} />
          )}
          {abilities.includes('further') && <FurtherButton orderId={orderId} />}
          {abilities.includes('rule') && <RuleButtons orderId={orderId} />}
        </>
      }
    >
      <ul className="plain-list">
        {contests.map((one) => (
          <ContestItem key={one.no} one={one} />
        ))}
      </ul>
    </Panel>
  );
}
