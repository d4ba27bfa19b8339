import { branches } from '@minsheng/contract';
import { Form, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { MatterPicker } from '../../ui/matter-picker.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { type Branch, staleBranches } from './branches.queries.ts';
import { branchText as words } from './text.ts';

const needed = [{ required: true, message: words.needed }];

/** 自定派单规则. */
export function OwnRows({ branch }: { branch: Branch }) {
  return (
    <Panel title={words.rows} extra={branch.can.keep ? <AddRow branch={branch} /> : undefined}>
      {branch.rows.length === 0 ? (
        <p className="soft">{words.noRows}</p>
      ) : (
        <DataTable
          heads={words.rowHeads}
          rows={branch.rows.map((row) => ({
            key: row.id,
            cells: [
              row.matterName,
              row.areaName,
              row.leadName,
              row.basis,
              words.since(row.validFrom, row.validTo),
              row.validTo === null && branch.can.end ? (
                <EndRow key="end" county={branch.county.code} row={row.id} />
              ) : row.why === null ? (
                ''
              ) : (
                words.endedWhy(row.why)
              ),
            ],
          }))}
        />
      )}
    </Panel>
  );
}

interface Values {
  matter: string;
  area: string;
  lead: string;
  basis: string;
}

function AddRow({ branch: { county } }: { branch: Branch }) {
  const act = useAct(branches.addOwnRow, {
    done: words.rowAdded,
    stale: staleBranches,
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { id: string }>
      label={words.addRow}
      help={words.addRowHelp}
      kind="primary"
      act={act}
      initial={{ area: county.area }}
      input={(values) => ({ county: county.code, ...values })}
    >
      <Form.Item name="matter" label={words.matter} rules={needed}>
        <MatterPicker />
      </Form.Item>
      <Form.Item name="area" label={words.rowArea} rules={needed}>
        <AreaPicker />
      </Form.Item>
      <Form.Item name="lead" label={words.lead} rules={needed}>
        <UnitPicker />
      </Form.Item>
      <Form.Item
        name="basis"
        label={words.basis}
        rules={[{ required: true, whitespace: true, min: 4, message: words.atLeastFour }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormButton>
  );
}

function EndRow({ county, row }: { county: string; row: string }) {
  const act = useAct(branches.endOwnRow, {
    done: words.rowEnded,
    stale: staleBranches,
    quiet: true,
  });
  return (
    <ReasonButton
      label={words.endRow}
      act={act}
      needed
      least={4}
      fieldLabel={words.why}
      input={(why) => ({ county, row, why })}
    />
  );
}
