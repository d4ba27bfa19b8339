import { dispatch } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { ReadersPicker } from '../../ui/readers-picker.tsx';
import { staleAfterDuty, targetsQuery } from './duty.queries.ts';
import { type DutyProps, keyOf } from './duty-view.ts';
import { actionText } from './text.ts';

interface DelegateForm {
  unitCode: string;
  note?: string;
  dueAt?: Dayjs | null;
  readers?: string[];
}

/** 专人专办: of the unit below too only who is named; left empty, the leader above it names later. */
function Below({ unitCode }: { unitCode: string | undefined }) {
  if (unitCode === undefined) return null;
  return (
    <Form.Item key={unitCode} name="readers" label={actionText.delegateReaders}>
      <ReadersPicker unitCode={unitCode} />
    </Form.Item>
  );
}

/** 下派: city → county → township → village; the parent stays responsible. */
export function DelegateButton({ duty }: DutyProps) {
  const [open, setOpen] = useState(false);
  const targets = useQuery({ ...targetsQuery(keyOf(duty)), enabled: open });
  const act = useAct(dispatch.delegate, {
    done: actionText.delegateDone,
    stale: staleAfterDuty,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const submit = ({ unitCode, note, dueAt, readers }: DelegateForm) =>
    act.mutate({
      ...keyOf(duty),
      unitCode,
      note: note ?? '',
      ...(dueAt === undefined || dueAt === null ? {} : { dueAt: dueAt.toISOString() }),
      ...(readers === undefined ? {} : { readers }),
    });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{actionText.delegate}</Button>
      <FormDrawer<DelegateForm>
        title={actionText.delegate}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={submit}
      >
        <p className="gap-below soft">{actionText.delegateHelp}</p>
        <NoneFound isShown={targets.data?.rows.length === 0} words={actionText.delegateNone} />
        <Form.Item
          name="unitCode"
          label={actionText.delegateTo}
          rules={[{ required: true, message: actionText.delegateNeeded }]}
        >
          <Select
            loading={targets.isPending}
            notFoundContent={null}
            showSearch={{ optionFilterProp: 'label' }}
            options={(targets.data?.rows ?? []).map((unit) => ({
              value: unit.code,
              label: unit.name,
            }))}
          />
        </Form.Item>
        {duty.isEntrusted && (
          <Form.Item noStyle dependencies={['unitCode']}>
            {({ getFieldValue }) => <Below unitCode={getFieldValue('unitCode')} />}
          </Form.Item>
        )}
        <Form.Item name="note" label={actionText.delegateNote}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="dueAt" label={actionText.delegateDue}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" className="wide" />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
