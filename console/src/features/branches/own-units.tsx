import { branches, type OwnUnitKind, ownUnitKindLabel, ownUnitKinds } from '@minsheng/contract';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { type Branch, staleBranches } from './branches.queries.ts';
import { branchText as words } from './text.ts';

const needed = [{ required: true, message: words.needed }];

/** 自设单位. */
export function OwnUnits({ branch }: { branch: Branch }) {
  return (
    <Panel title={words.units} extra={branch.can.keep ? <AddUnit branch={branch} /> : undefined}>
      {branch.units.length === 0 ? (
        <p className="soft">{words.noUnits}</p>
      ) : (
        <DataTable
          heads={words.unitHeads}
          rows={branch.units.map((unit) => ({
            key: unit.code,
            cells: [
              unit.name,
              ownUnitKindLabel[unit.kind],
              unit.parentName,
              unit.areaName,
              unit.validTo === null ? words.stands : words.closedOn(unit.validTo),
              branch.can.keep && unit.validTo === null ? (
                <CloseUnit key="close" county={branch.county.code} unit={unit.code} />
              ) : (
                ''
              ),
            ],
          }))}
        />
      )}
    </Panel>
  );
}

interface Values {
  name: string;
  short: string;
  kind: OwnUnitKind;
  parent: string;
  area: string;
}

function AddUnit({ branch: { county } }: { branch: Branch }) {
  const act = useAct(branches.addOwnUnit, {
    done: words.unitAdded,
    stale: staleBranches,
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { code: string }>
      label={words.addUnit}
      help={words.addUnitHelp}
      kind="primary"
      act={act}
      initial={{ parent: county.code, area: county.area }}
      input={(values) => ({ county: county.code, ...values })}
    >
      <Form.Item name="name" label={words.unitName} rules={needed}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="short" label={words.unitShort} rules={needed}>
        <Input maxLength={12} />
      </Form.Item>
      <Form.Item name="kind" label={words.unitKind} rules={needed}>
        <Select
          options={ownUnitKinds.map((value) => ({ value, label: ownUnitKindLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="parent" label={words.parent} rules={needed}>
        <UnitPicker known={[county]} />
      </Form.Item>
      <Form.Item name="area" label={words.area} rules={needed}>
        <AreaPicker />
      </Form.Item>
    </FormButton>
  );
}

function CloseUnit({ county, unit }: { county: string; unit: string }) {
  const act = useAct(branches.closeOwnUnit, { done: words.unitClosed, stale: staleBranches });
  return (
    <ConfirmButton
      label={words.closeUnit}
      help={words.closeUnitAsk}
      isPending={act.isPending}
      onSure={() => act.mutate({ county, unit })}
    />
  );
}
