import { mechanismGateLabel, objectionStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Facts } from '../facts.tsx';
import { fullInstant, shortInstant } from '../format.ts';
import { Panel } from '../panel.tsx';
import { FillForm } from './fill-form.tsx';
import { type HeldMechanism, heldQuery } from './held.queries.ts';
import './mechanism.css';
import { ObjectButton, RuleButton } from './objection-buttons.tsx';
import { mechanismPanelText as words } from './text.ts';

/** 机制表单 where people work already: on the order's page, beside a duty, beside a call-back. */
export function MechanismPanel({ orderId }: { orderId: string }) {
  const { data } = useQuery(heldQuery(orderId));
  if (!data || data.held === null) return null;
  const { held } = data;
  return (
    <Panel
      title={words.title(held.name)}
      extra={held.form.some(({ mayFill }) => mayFill) && <FillForm orderId={orderId} held={held} />}
    >
      <p className="soft">{words.because(held.because.join('、'))}</p>
      {held.repeatAt !== null && <Alert type="warning" showIcon title={words.repeat} />}
      {held.settleByAt !== null && (
        <Alert type="info" showIcon title={words.settleBy(fullInstant(held.settleByAt))} />
      )}
      <Facts facts={held.form.map(factOf)} />
      <Checks held={held} />
      <Objections orderId={orderId} held={held} />
    </Panel>
  );
}

function factOf({
  label,
  isSensitive,
  value,
  words: said,
  by,
  filledAt,
}: HeldMechanism['form'][number]) {
  return {
    label: isSensitive ? `${label}(${words.sensitive})` : label,
    value:
      value === null ? (
        <span className="soft">{words.empty}</span>
      ) : (
        <span
          title={words.filledBy(
            by ?? words.system,
            filledAt === null ? '' : shortInstant(filledAt),
          )}
        >
          {said}
        </span>
      ),
  };
}

function Checks({ held }: { held: HeldMechanism }) {
  if (held.checks.length === 0) return null;
  return (
    <>
      <h3>{words.checks}</h3>
      <ul className="plain-list mechanism-checks">
        {held.checks.map(({ name, before, isMet }) => (
          <li key={`${before} ${name}`}>
            <span className={`chip ${isMet ? 'chip-plain' : 'chip-wait'}`}>
              {isMet ? words.met : words.unmet}
            </span>{' '}
            {mechanismGateLabel[before]}:{name}
          </li>
        ))}
      </ul>
    </>
  );
}

function Objections({ orderId, held }: { orderId: string; held: HeldMechanism }) {
  if (held.countsInDossier === null) return null;
  return (
    <div className="inline">
      <span className="soft">{held.countsInDossier ? words.counts : words.countsNot}</span>
      {held.can.object && <ObjectButton orderId={orderId} />}
      {held.objections.map((one) => (
        <span key={one.id}>
          {words.objection(objectionStateLabel[one.state], one.ruling ?? one.reason)}{' '}
          {one.can.rule && <RuleButton objectionId={one.id} />}
        </span>
      ))}
    </div>
  );
}
