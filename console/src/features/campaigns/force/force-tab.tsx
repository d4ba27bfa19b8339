import {
  campaigns,
  campaignTaskKindLabel,
  dimensionLabel,
  type MemberRole,
  meetingStateLabel,
  memberRoleLabel,
  memberRoles,
  taskStateLabel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../../shell/act.ts';
import { Ask } from '../../../ui/ask.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormButton } from '../../../ui/form-button.tsx';
import { shortInstant } from '../../../ui/format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { UnitAndPerson } from '../../../ui/unit-and-person.tsx';
import { staleCampaigns } from '../campaigns.queries.ts';
import { type Force, forceQuery } from './force.queries.ts';
import { GiveCampaignTask, PlanConsultation } from './force-forms.tsx';
import { forceText as words } from './text.ts';

/** 专班: who works in it, when it meets, what it was given to do. */
export function ForceTab({ campaignId }: { campaignId: string }) {
  const found = useQuery(forceQuery(campaignId));
  return (
    <Ask of={found}>
      {(force) => (
        <div className="stack">
          <Members campaignId={campaignId} force={force} />
          <Meetings campaignId={campaignId} force={force} />
          <Tasks campaignId={campaignId} force={force} />
        </div>
      )}
    </Ask>
  );
}

interface PartProps {
  campaignId: string;
  force: Force;
}

function Members({ campaignId, force }: PartProps) {
  const { members, can } = force;
  return (
    <Panel
      title={words.members}
      extra={can.work ? <AddMember campaignId={campaignId} /> : undefined}
    >
      {members.length === 0 ? (
        <EmptyState words={words.noMembers} />
      ) : (
        <DataTable
          heads={words.heads}
          rows={members.map((row) => ({
            key: row.id,
            cells: [
              row.unit.name,
              row.person ?? words.anybody,
              memberRoleLabel[row.role],
              row.seat,
              shortInstant(row.from),
              row.to === null ? (
                <Leave key="leave" memberId={row.id} mayEnd={can.work} />
              ) : (
                words.left(shortInstant(row.to), row.outReason ?? '')
              ),
            ],
          }))}
        />
      )}
    </Panel>
  );
}

function Leave({ memberId, mayEnd }: { memberId: string; mayEnd: boolean }) {
  const act = useAct(campaigns.endMember, {
    done: words.ended,
    stale: staleCampaigns,
    quiet: true,
  });
  if (!mayEnd) return words.stillIn;
  return (
    <ReasonButton label={words.end} needed act={act} input={(reason) => ({ memberId, reason })} />
  );
}

interface Values {
  unit: string;
  accountId?: string | null;
  role: MemberRole;
  seat?: string;
}

function AddMember({ campaignId }: { campaignId: string }) {
  const act = useAct(campaigns.addMember, {
    done: words.added,
    stale: staleCampaigns,
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { memberId: string }>
      label={words.add}
      kind="primary"
      act={act}
      initial={{ role: 'member' }}
      input={({ unit, accountId, role, seat = '' }) => ({
        campaignId,
        unit,
        role,
        seat,
        ...(accountId ? { accountId } : {}),
      })}
    >
      <UnitAndPerson unit="unit" person="accountId" words={words.pick} />
      <Form.Item name="role" label={words.role}>
        <Select options={memberRoles.map((value) => ({ value, label: memberRoleLabel[value] }))} />
      </Form.Item>
      <Form.Item name="seat" label={words.seat} extra={words.seatHelp}>
        <Input maxLength={60} />
      </Form.Item>
    </FormButton>
  );
}

function Meetings({ campaignId, force: { meetings, can } }: PartProps) {
  return (
    <Panel
      title={words.meetings}
      extra={can.meet ? <PlanConsultation campaignId={campaignId} /> : undefined}
    >
      {meetings.length === 0 && <p className="soft">{words.noMeetings}</p>}
      <ul className="plain-list">
        {meetings.map(({ id, title, state, startsAt, came, units }) => (
          <li key={id}>
            <Link to="/meetings" search={{ tab: 'all', meeting: id }}>
              {title}
            </Link>{' '}
            {shortInstant(startsAt)}{' '}
            <span className="chip chip-plain">{meetingStateLabel[state]}</span>{' '}
            <span className="soft">{words.came(came, units)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Tasks({ campaignId, force: { tasks, can } }: PartProps) {
  return (
    <Panel
      title={words.tasks}
      extra={can.give ? <GiveCampaignTask campaignId={campaignId} /> : undefined}
    >
      {tasks.length === 0 && <p className="soft">{words.noTasks}</p>}
      <ul className="plain-list">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to="/tasks" search={{ task: task.id }}>
              {task.title}
            </Link>{' '}
            <span className="chip chip-plain">{campaignTaskKindLabel[task.purpose]}</span>{' '}
            {task.dimension !== null && (
              <span className="chip chip-plain">{dimensionLabel[task.dimension]}</span>
            )}{' '}
            {task.unit.name} {taskStateLabel[task.state]} {shortInstant(task.dueAt)}
            {task.isLate && <span className="chip chip-alarm">{words.late}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
