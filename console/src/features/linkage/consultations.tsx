import { consultReasonLabel, linkage, meetingStateLabel, type RequestOf } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { call } from '../../shell/call.ts';
import { Ask } from '../../ui/ask.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { type Chosen, Tick, useChosen } from '../../ui/many-bar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { UrgencyTag } from '../../ui/tags.tsx';
import { UnitsPicker } from '../../ui/unit-picker.tsx';
import { consultText as words } from './text.ts';

const proposalsQuery = queryOptions({
  queryKey: ['linkage', 'proposals'],
  queryFn: ({ signal }) => call(linkage.proposeConsultation, {}, { signal }),
});
const consultationsQuery = queryOptions({
  queryKey: ['linkage', 'consultations'],
  meta: { topics: ['meetings', 'tasks'] },
  queryFn: ({ signal }) => call(linkage.listConsultations, {}, { signal }),
});

/** 会商: what is proposed, what is planned, and what was decided and is still open. */
export function Consultations() {
  const proposals = useQuery(proposalsQuery);
  const chosen = useChosen();
  return (
    <Panel
      title={words.title}
      extra={chosen.ids.size > 0 ? <PlanButton chosen={chosen} /> : undefined}
    >
      <p className="soft gap-below">{words.help}</p>
      <Ask of={proposals}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="soft">{words.noProposals}</p>
          ) : (
            <ul className="plain-list">
              {rows.map((row) => (
                <li key={row.orderId}>
                  <Tick order={{ id: row.orderId, orderNo: row.orderNo }} chosen={chosen} />{' '}
                  <Link to="/orders/$orderId" params={{ orderId: row.orderId }}>
                    {row.orderNo}
                  </Link>{' '}
                  {row.title} <UrgencyTag urgency={row.urgency} />{' '}
                  <span className="soft">
                    {row.reasons.map((reason) => consultReasonLabel[reason]).join('、')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Ask>
      <Held />
    </Panel>
  );
}

function Held() {
  const { data } = useQuery(consultationsQuery);
  if (!data || data.rows.length === 0) return null;
  return (
    <>
      <h3 className="gap-above">{words.held}</h3>
      <ul className="plain-list">
        {data.rows.map((row) => (
          <li key={row.meetingId}>
            <Link to="/meetings" search={{ meeting: row.meetingId }}>
              {row.title}
            </Link>{' '}
            {meetingStateLabel[row.state]} {shortInstant(row.startsAt)}{' '}
            {words.decisions(row.decisions, row.open.length)}
            {row.open.map((task) => (
              <div key={task.taskId} className="soft">
                <Link to="/tasks" search={{ task: task.taskId }}>
                  {task.title}
                </Link>{' '}
                {task.unitName} {words.due(shortInstant(task.dueAt))}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Values {
  startsAt: Dayjs;
  place: string;
  units: string[];
}

const needed = [{ required: true, message: words.needed }];

function PlanButton({ chosen }: { chosen: Chosen }) {
  const act = useAct(linkage.planConsultation, {
    done: words.planned,
    stale: ['linkage', 'meetings'],
    quiet: true,
    onDone: () => chosen.set(new Set()),
  });
  const input = ({ startsAt, ...more }: Values): RequestOf<typeof linkage.planConsultation> => ({
    ...more,
    startsAt: startsAt.toISOString(),
    orderIds: [...chosen.ids].slice(0, mostOnAgenda),
  });
  return (
    <FormButton label={words.plan(chosen.ids.size)} kind="primary" act={act} input={input}>
      <Form.Item name="startsAt" label={words.startsAt} rules={needed}>
        <DatePicker className="wide" showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
      </Form.Item>
      <Form.Item name="place" label={words.place} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="units" label={words.units} rules={needed}>
        <UnitsPicker />
      </Form.Item>
    </FormButton>
  );
}

const mostOnAgenda = 20;
