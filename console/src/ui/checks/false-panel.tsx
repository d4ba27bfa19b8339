import {
  falseCompletion,
  falseStateLabel,
  foundHowLabel,
  foundHows,
  type ReplyOf,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../shell/act.ts';
import { Facts } from '../facts.tsx';
import { FileGroups } from '../file-grid.tsx';
import { fullInstant } from '../format.ts';
import { Panel } from '../panel.tsx';
import { ReasonButton } from '../reason-button.tsx';
import { falseQuery, staleAfterCheck } from './checks.queries.ts';
import { ReportButton } from './report-button.tsx';
import { checksText } from './text.ts';

type Read = ReplyOf<typeof falseCompletion.readFalse>;
type FalseRecord = Read['records'][number];

const chipOf: Readonly<Record<FalseRecord['state'], string>> = {
  found: 'chip-wait',
  heard: 'chip-wait',
  confirmed: 'chip-alarm',
  dismissed: 'chip-plain',
};

function RecordItem({ one }: { one: FalseRecord }) {
  return (
    <li className="gap-below">
      <p className="row-tags">
        <strong>{one.unit.name}</strong>
        <span>{foundHowLabel[one.foundHow]}</span>
        <span className={`chip ${chipOf[one.state]}`}>{falseStateLabel[one.state]}</span>
      </p>
      <Facts
        facts={[
          { label: checksText.claimed, value: one.claimed },
          { label: checksText.found, value: one.found },
          { label: checksText.heard, value: one.heard },
          { label: checksText.ruling, value: one.ruling },
        ]}
      />
      {one.files.length > 0 && <FileGroups files={one.files} />}
      <p className="soft">
        {[
          checksText.foundAt(fullInstant(one.foundAt), one.foundBy),
          one.state === 'found' ? checksText.hearUntil(fullInstant(one.hearUntil)) : '',
          one.ruledAt === null
            ? ''
            : checksText.ruledBy(one.ruledBy ?? '', fullInstant(one.ruledAt)),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </li>
  );
}

function AnswerButton({ orderId }: { orderId: string }) {
  const act = useAct(falseCompletion.answerFalse, {
    done: checksText.answered,
    stale: staleAfterCheck,
    quiet: true,
  });
  return (
    <ReasonButton
      label={checksText.answer}
      fieldLabel={checksText.heard}
      help={checksText.answerHelp}
      needed
      least={4}
      primary
      act={act}
      input={(words) => ({ orderId, words })}
    />
  );
}

function RuleButtons({ orderId }: { orderId: string }) {
  const confirm = useAct(falseCompletion.ruleOnFalse, {
    done: checksText.confirmed,
    stale: staleAfterCheck,
    quiet: true,
  });
  const dismiss = useAct(falseCompletion.ruleOnFalse, {
    done: checksText.dismissed,
    stale: staleAfterCheck,
    quiet: true,
  });
  return (
    <>
      <ReasonButton
        label={checksText.confirm}
        fieldLabel={checksText.ruleReason}
        help={checksText.confirmHelp}
        needed
        least={4}
        danger
        act={confirm}
        input={(words) => ({ orderId, confirmed: true, words })}
      />
      <ReasonButton
        label={checksText.dismiss}
        fieldLabel={checksText.ruleReason}
        needed
        least={4}
        act={dismiss}
        input={(words) => ({ orderId, confirmed: false, words })}
      />
    </>
  );
}

/** 虚假办结 of an order; where there is none and nobody may report one, nothing. */
export function FalsePanel({ orderId }: { orderId: string }) {
  const { data } = useQuery(falseQuery(orderId));
  if (data === undefined) return null;
  const { records, abilities } = data;
  const hows = foundHows.filter((how) =>
    abilities.includes(how === 'call-back' ? 'report' : 'report-site'),
  );
  if (records.length === 0 && hows.length === 0) return null;
  return (
    <Panel
      title={checksText.falseTitle}
      extra={
        <>
          {hows.length > 0 && <ReportButton orderId={orderId} hows={hows} />}
          {abilities.includes('answer') && <AnswerButton orderId={orderId} />}
          {abilities.includes('rule') && <RuleButtons orderId={orderId} />}
        </>
      }
    >
      <ul className="plain-list">
        {records.map((one) => (
          <RecordItem key={one.no} one={one} />
        ))}
      </ul>
    </Panel>
  );
}
