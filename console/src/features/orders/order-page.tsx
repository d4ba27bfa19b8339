import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { AssignmentList } from '../../ui/assignment-list.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { ContestPanel } from '../../ui/checks/contest-panel.tsx';
import { FalsePanel } from '../../ui/checks/false-panel.tsx';
import { DeferralPanel } from '../../ui/deferrals/deferral-panel.tsx';
import { DisputePanel } from '../../ui/disputes/dispute-panel.tsx';
import { FileGroups } from '../../ui/file-grid.tsx';
import { GuidancePanel } from '../../ui/guidance/guidance-panel.tsx';
import { LettersPanel } from '../../ui/letters-panel.tsx';
import { MechanismPanel } from '../../ui/mechanism/mechanism-panel.tsx';
import { MergingPanel } from '../../ui/merging/merging-panel.tsx';
import { OrderFacts, type OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReplyList } from '../../ui/reply-list.tsx';
import { SameThingPanel } from '../../ui/same-thing/same-thing-panel.tsx';
import { SupervisionPanel } from '../../ui/supervision/supervision-panel.tsx';
import { CallBackPanel } from './call-back-panel.tsx';
import { ClocksPanel } from './clocks-panel.tsx';
import { CluePanel } from './clue-panel.tsx';
import { EmergencyMark } from './emergency-mark.tsx';
import { HandoutsPanel } from './handouts-panel.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { LinkagePanel } from './linkage-panel.tsx';
import { MapPanel } from './map-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderTop } from './order-top.tsx';
import { ProactiveMark } from './proactive-mark.tsx';
import { SharedWith } from './shared-with.tsx';
import './orders.css';
import { TasksPanel } from './tasks-panel.tsx';
import { orderText } from './text.ts';
import { TimelinePanel } from './timeline-panel.tsx';
import { VisitsPanel } from './visits-panel.tsx';

const route = getRouteApi('/orders/$orderId');

function UnitWords({ order }: { order: OrderPageView }) {
  if (order.unitContent === '' || order.unitContent === order.content) return null;
  return (
    <details>
      <summary>{orderText.unitText}</summary>
      <p>
        <strong>{order.unitTitle}</strong>
      </p>
      <p className="words">{order.unitContent}</p>
    </details>
  );
}

function MainColumn({ order }: { order: OrderPageView }) {
  return (
    <div className="stack">
      <Panel title={orderText.facts}>
        <OrderFacts order={order} />
        <UnitWords order={order} />
      </Panel>
      <Panel title={orderText.assignments}>
        {order.assignments.length === 0 ? (
          <p className="soft">{orderText.noAssignments}</p>
        ) : (
          <AssignmentList assignments={order.assignments} orderId={order.id} />
        )}
      </Panel>
      <MechanismPanel orderId={order.id} />
      <EmergencyMark orderId={order.id} />
      {order.channel === 'proactive' && <ProactiveMark orderId={order.id} />}
      <SharedWith orderId={order.id} />
      <LinkagePanel orderId={order.id} />
      <DisputePanel orderId={order.id} />
      <DeferralPanel orderId={order.id} />
      <SupervisionPanel orderId={order.id} />
      <Panel title={orderText.replies}>
        <ReplyList order={order} />
      </Panel>
      <GuidancePanel orderId={order.id} />
      <CallBackPanel order={order} />
      <FalsePanel orderId={order.id} />
      <ContestPanel orderId={order.id} />
      <VisitsPanel orderId={order.id} />
      <LedgerPanel orderId={order.id} />
      <CluePanel orderId={order.id} />
      <LettersPanel kind="order" id={order.id} />
      <TasksPanel orderId={order.id} />
      <HandoutsPanel orderId={order.id} />
      <NoticesPanel orderId={order.id} />
      <ClocksPanel orderId={order.id} />
    </div>
  );
}

function SideColumn({ order }: { order: OrderPageView }) {
  return (
    <div className="stack">
      <TimelinePanel orderId={order.id} />
      <MergingPanel order={order} />
      <IssuePanel order={order} />
      <SameThingPanel orderId={order.id} showsNone />
      <MapPanel order={order} />
      <Panel title={orderText.files}>
        <FileGroups files={order.files} />
      </Panel>
      <NotesPanel order={order} />
    </div>
  );
}

/** 工单页: everything about one order, and the buttons the server allows. */
export function OrderPage() {
  const { orderId } = route.useParams();
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {(found) => (
        <div className="stack">
          <OrderTop order={found} actions={<OrderActions order={found} />} />
          <div className="order-columns">
            <MainColumn order={found} />
            <SideColumn order={found} />
          </div>
        </div>
      )}
    </Ask>
  );
}
