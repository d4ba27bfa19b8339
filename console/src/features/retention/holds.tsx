import { holdGroundLabel, holdTargetLabel, retention } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../shell/act.ts';
import { useMay } from '../../shell/session.ts';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { type Hold, holdsQuery, staleRetention } from './retention.queries.ts';
import { SetHold } from './set-hold.tsx';
import { holdText as words } from './text.ts';

/** 冻结台账. */
export function Holds({ state }: { state: 'standing' | 'lifted' }) {
  const list = useInfiniteQuery(holdsQuery(state));
  const maySet = list.data?.pages[0]?.can.set === true;
  return (
    <div className="stack">
      {state === 'standing' && maySet && (
        <div className="inline">
          <SetHold />
        </div>
      )}
      <KeysetList
        query={list}
        label={words.label}
        keyOf={({ id }) => id}
        empty={words.none[state]}
        unit={words.unit}
        render={(hold) => <OneHold hold={hold} mayLift={maySet} />}
      />
    </div>
  );
}

function OneHold({ hold, mayLift }: { hold: Hold; mayLift: boolean }) {
  const lift = useAct(retention.liftHold, {
    done: words.liftDone,
    stale: staleRetention,
    quiet: true,
  });
  const may = useMay();
  const { lifted } = hold;
  const extra = hold.can.lift ? (
    <ReasonButton
      label={words.lift}
      help={words.liftHelp}
      needed
      least={4}
      act={lift}
      input={(reason) => ({ holdId: hold.id, reason })}
    />
  ) : (
    mayLift && lifted === null && <span className="soft">{words.own}</span>
  );
  return (
    <Panel title={holdTargetLabel[hold.target]} extra={extra}>
      <Facts
        facts={[
          {
            label: words.heads.order,
            value: may('orders.read') ? (
              <Link to="/orders/$orderId" params={{ orderId: hold.orderId }}>
                {hold.orderNo}
              </Link>
            ) : (
              hold.orderNo
            ),
          },
          { label: words.heads.ground, value: holdGroundLabel[hold.ground] },
          { label: words.heads.from, value: hold.fromWhom },
          { label: words.heads.reason, value: hold.reason },
          { label: words.heads.set, value: words.who(hold.setBy, fullInstant(hold.setAt)) },
          {
            label: words.heads.until,
            value: hold.untilOn === null ? words.forEver : `${hold.untilOn}(${words.past})`,
          },
          {
            label: words.heads.lifted,
            value: lifted && words.liftedWords(lifted.by, fullInstant(lifted.at), lifted.reason),
          },
        ]}
      />
    </Panel>
  );
}
