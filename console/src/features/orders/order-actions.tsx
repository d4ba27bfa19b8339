import { dispatch, orders } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { useMay } from '../../shell/session.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { PeopleButton } from '../../ui/people-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { CorrectNumberButton } from './correct-number-button.tsx';
import { staleAfterOrder } from './order.queries.ts';
import { GiveInfo, Supplement, Urge, Withdraw } from './requester-acts.tsx';
import { actText, orderText, searchText } from './text.ts';
import { UrgencyButton } from './urgency-button.tsx';

type Ability = OrderPageView['abilities'][number];

interface ActProps {
  order: OrderPageView;
}

function Undo({ order }: ActProps) {
  const act = useAct(dispatch.undoSend, { done: actText.undoDone, stale: staleAfterOrder });
  return (
    <Button loading={act.isPending} onClick={() => act.mutate({ orderId: order.id })}>
      {actText.undo}
    </Button>
  );
}

function Recall({ order }: ActProps) {
  const act = useAct(dispatch.recall, {
    done: actText.recallDone,
    stale: staleAfterOrder,
    quiet: true,
  });
  return (
    <ReasonButton
      label={actText.recall}
      needed
      danger
      act={act}
      input={(reason) => ({ orderId: order.id, reason })}
    />
  );
}

/** 删除个人信息: asked for by the person, cannot be undone; numbers and events stay. */
function ErasePerson({ order }: ActProps) {
  const act = useAct(orders.erasePerson, {
    done: actText.eraseDone,
    stale: staleAfterOrder,
    quiet: true,
  });
  return (
    <ReasonButton
      label={actText.erase}
      help={actText.eraseHelp}
      needed
      danger
      act={act}
      input={(reason) => ({ orderId: order.id, reason })}
    />
  );
}

/** Steps that need their desk's form lead there with the order open. */
function DeskLinks({ order, may }: ActProps & { may: (ability: Ability) => boolean }) {
  const search = { order: order.id };
  return (
    <>
      {(may('take') || may('accept')) && (
        <Link to="/agent" search={{ tab: 'to-accept', ...search }}>
          {actText.goAgent}
        </Link>
      )}
      {may('check') && (
        <Link to="/agent" search={{ tab: 'to-check', ...search }}>
          {actText.goCheck}
        </Link>
      )}
      {(may('claim') || may('send')) && (
        <Link to="/dispatch" search={{ tab: 'to-dispatch', ...search }}>
          {actText.goDispatch}
        </Link>
      )}
      {(may('add') || may('reassign')) && (
        <Link to="/dispatch" search={{ tab: 'in-progress', ...search }}>
          {actText.goDispatch}
        </Link>
      )}
      {(may('approve') || may('reject')) && (
        <Link to="/review" search={search}>
          {actText.goReview}
        </Link>
      )}
      {(may('attempt') || may('close') || may('redo')) && (
        <Link to="/call-back" search={{ tab: 'call-back', ...search }}>
          {actText.goCallBack}
        </Link>
      )}
    </>
  );
}

/** Exactly the abilities the server names for this person and this order, now. */
export function OrderActions({ order }: ActProps) {
  const may = (ability: Ability) => order.abilities.includes(ability);
  const mayErase = useMay();
  return (
    <nav className="inline no-print" aria-label={orderText.actions}>
      <DeskLinks order={order} may={may} />
      {may('give-info') && <GiveInfo order={order} />}
      {may('supplement') && !may('give-info') && <Supplement order={order} />}
      {may('urge') && <Urge order={order} />}
      {may('correct-number') && <CorrectNumberButton orderId={order.id} />}
      {may('raise-urgency') && <UrgencyButton order={order} direction="raise" />}
      {may('lower-urgency') && <UrgencyButton order={order} direction="lower" />}
      {may('undo') && <Undo order={order} />}
      {may('recall') && <Recall order={order} />}
      {may('withdraw') && <Withdraw order={order} />}
      {may('read-people') && <PeopleButton orderId={order.id} purpose="contact" />}
      {may('export') && (
        <ExportButton
          path="/orders/export"
          of={{ filters: { q: order.orderNo } }}
          name={searchText.exportName}
          help={searchText.exportHelp}
        />
      )}
      {mayErase('orders.read-secret') && order.destroyedAt === null && (
        <ErasePerson order={order} />
      )}
      {may('print') && (
        <Link to="/orders/$orderId/sheet" params={{ orderId: order.id }}>
          {orderText.print}
        </Link>
      )}
    </nav>
  );
}
