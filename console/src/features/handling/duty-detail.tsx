import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useMemo } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { DeferralPanel } from '../../ui/deferrals/deferral-panel.tsx';
import { DisputePanel } from '../../ui/disputes/dispute-panel.tsx';
import { DueChip } from '../../ui/due-chip.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FileGroups } from '../../ui/file-grid.tsx';
import { fullInstant } from '../../ui/format.ts';
import { MapPoints } from '../../ui/map-point.tsx';
import { MechanismPanel } from '../../ui/mechanism/mechanism-panel.tsx';
import { HeadedPanel, Panel } from '../../ui/panel.tsx';
import { ReplyList } from '../../ui/reply-list.tsx';
import { InfoRequests, Supplements } from '../../ui/requester-words.tsx';
import { SupervisionPanel } from '../../ui/supervision/supervision-panel.tsx';
import { orderFactsText } from '../../ui/text.ts';
import { ChildDuties } from './child-duties.tsx';
import { dutyQuery } from './duty.queries.ts';
import { DutyActions } from './duty-actions.tsx';
import { DutyTags } from './duty-tags.tsx';
import { type DutyView, isHandedIn } from './duty-view.ts';
import { OtherUnits } from './other-units.tsx';
import { ReplyPanel } from './reply-panel.tsx';
import { SentBack } from './sent-back.tsx';
import { handlingText } from './text.ts';

const instantOrNull = (iso: string | null) => (iso === null ? null : fullInstant(iso));

function DutyHead({ duty }: { duty: DutyView }) {
  return (
    <header className="order-head">
      <h2>{duty.title}</h2>
      <p className="row-tags">
        <DutyTags duty={duty} />
        {duty.state === 'sent' && <DueChip dueAt={duty.signDueAt} label={handlingText.signLabel} />}
        {duty.mustContact && duty.state === 'signed' && (
          <DueChip dueAt={duty.contactDueAt} label={handlingText.contactLabel} />
        )}
        <DueChip dueAt={duty.stageReportDueAt} label={handlingText.stageReportLabel} />
        {!isHandedIn(duty.state) && <DueChip dueAt={duty.dueAt} label={handlingText.finishLabel} />}
        <span className="soft mono">{duty.orderNo}</span>
        <Link to="/orders/$orderId" params={{ orderId: duty.orderId }}>
          {handlingText.openOrder}
        </Link>
      </p>
    </header>
  );
}

function DutyMap({ duty }: { duty: DutyView }) {
  const marks = useMemo(
    () => (duty.point === null ? [] : [{ ...duty.point, name: duty.address }]),
    [duty.point, duty.address],
  );
  if (marks.length === 0) return null;
  return (
    <details>
      <summary>{handlingText.map}</summary>
      <MapPoints marks={marks} />
    </details>
  );
}

function DutyBody({ duty }: { duty: DutyView }) {
  return (
    <HeadedPanel label={duty.title} head={<DutyHead duty={duty} />}>
      <DutyActions duty={duty} />
      {duty.isEntrusted && (
        <Alert className="gap-below" type="warning" title={handlingText.entrusted} />
      )}
      {duty.needsSignOff && (
        <Alert className="gap-below" type="info" title={handlingText.serious} />
      )}
      <p className="words appeal">{duty.content}</p>
      <Facts
        facts={[
          { label: handlingText.note, value: duty.note },
          { label: handlingText.matter, value: duty.matterName },
          { label: handlingText.area, value: duty.areaName },
          { label: handlingText.address, value: duty.address },
          { label: handlingText.sentAt, value: fullInstant(duty.sentAt) },
          { label: handlingText.arrivedAt, value: instantOrNull(duty.arrivedAt) },
          { label: handlingText.fixedAt, value: instantOrNull(duty.fixedAt) },
          {
            label: orderFactsText.supplements,
            value: duty.supplements.length === 0 ? null : <Supplements rows={duty.supplements} />,
          },
        ]}
      />
      <InfoRequests rows={duty.infoRequests} />
      {duty.files.length > 0 && <FileGroups files={duty.files} />}
      <DutyMap duty={duty} />
    </HeadedPanel>
  );
}

/** 答复: why it came back, the form while it is this unit's turn, and in full what was handed in so far. */
function Answer({ duty }: { duty: DutyView }) {
  const order = useQuery(orderQuery(duty.orderId));
  const maySubmit = duty.abilities.includes('submit');
  return (
    <Ask of={order}>
      {(found) => (
        <>
          {maySubmit && <SentBack duty={duty} />}
          {maySubmit && <ReplyPanel key={duty.assignmentId} duty={duty} order={found} />}
          {found.replies.length > 0 && (
            <Panel title={handlingText.earlierReplies}>
              <ReplyList order={found} />
            </Panel>
          )}
        </>
      )}
    </Ask>
  );
}

/** One duty: what is asked, what may be done, what others are doing. */
export function DutyDetail(props: { orderId: string; assignmentId: string }) {
  const duty = useQuery(dutyQuery(props));
  return (
    <Ask of={duty}>
      {(found) => (
        <>
          <DutyBody duty={found} />
          <MechanismPanel orderId={found.orderId} />
          <DisputePanel orderId={found.orderId} />
          <SupervisionPanel orderId={found.orderId} />
          <DeferralPanel orderId={found.orderId} />
          <Answer duty={found} />
          <ChildDuties duty={found} />
          <OtherUnits duty={found} />
        </>
      )}
    </Ask>
  );
}
