import {
  type EmergencyKind,
  emergency,
  emergencyKindLabel,
  emergencyKinds,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { type PickedUnit, UnitsPicker } from '../../ui/unit-picker.tsx';
import { type Group, groupsQuery, staleEmergency } from './emergency.queries.ts';
import { emergencyText, groupsText as words } from './text.ts';

/** 联动组: who acts together, and whom one reaches there now. */
export function GroupsTab() {
  const groups = useQuery(groupsQuery);
  return (
    <Ask of={groups}>
      {({ rows, byLaw, can }) => (
        <Panel
          title={emergencyText.tabs.groups}
          extra={can.lead ? <GroupForm group={null} byLaw={byLaw} taken={rows} /> : undefined}
        >
          <p className="soft gap-below">{words.help}</p>
          <ul className="plain-list">
            {rows.map((group) => (
              <li key={group.code}>
                <GroupLine group={group} />
                {can.lead && <GroupForm group={group} byLaw={byLaw} taken={[]} />}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Ask>
  );
}

function GroupLine({ group }: { group: Group }) {
  return (
    <>
      <strong>{group.name}</strong>{' '}
      <span className="chip chip-plain">{emergencyKindLabel[group.kind]}</span>{' '}
      <span className="soft">
        {group.changed === null
          ? words.prepared
          : words.changedBy(group.changed.by, shortInstant(group.changed.at))}
      </span>
      <ul className="emergency-units">
        {group.units.map(({ code, name, duty }) => (
          <li key={code}>
            {name}{' '}
            <span className="soft">
              {duty.length === 0 ? words.noDuty : words.duty(duty.join('、'))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Values {
  code: string;
  name: string;
  kind: EmergencyKind;
  units: string[];
}

interface GroupFormProps {
  group: Group | null;
  byLaw: readonly PickedUnit[];
  /** Groups whose code a new one must not have: it would change them. */
  taken: readonly Group[];
}

const needed = [{ required: true, message: emergencyText.needed }];

function GroupForm({ group, byLaw, taken }: GroupFormProps) {
  const act = useAct(emergency.saveGroup, {
    done: words.done,
    stale: staleEmergency,
    quiet: true,
  });
  const units = group?.units ?? byLaw;
  const initial: Partial<Values> = {
    units: units.map(({ code }) => code),
    ...(group === null
      ? { kind: 'typhoon' as const }
      : { code: group.code, name: group.name, kind: group.kind }),
  };
  return (
    <FormButton<Values, Values, { done: true }>
      label={group === null ? words.add : words.change}
      act={act}
      initial={initial}
      input={(values) => values}
    >
      <Form.Item
        name="code"
        label={words.code}
        extra={words.codeHelp}
        hidden={group !== null}
        rules={[
          { required: true, pattern: /^[a-z][a-z0-9-]{1,39}$/, message: words.codeWrong },
          {
            validator: async (_, value: string) => {
              if (taken.some(({ code }) => code === value)) throw new Error(words.codeTaken);
            },
          },
        ]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="name" label={words.name} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={words.kind} rules={needed}>
        <Select
          options={emergencyKinds.map((value) => ({ value, label: emergencyKindLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="units" label={words.units} rules={needed}>
        <UnitsPicker known={units} />
      </Form.Item>
    </FormButton>
  );
}
