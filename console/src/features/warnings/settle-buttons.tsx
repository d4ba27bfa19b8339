import { type Dismissal, dismissalLabel, dismissals, warnings } from '@minsheng/contract';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { warningsText } from './text.ts';
import type { Whole } from './warnings.queries.ts';

const stale = ['warnings'];

function DismissButton({ warningId }: { warningId: string }) {
  const [open, setOpen] = useState(false);
  const act = useAct(warnings.dismissWarning, {
    done: warningsText.dismissed,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{warningsText.dismiss}</Button>
      <FormDrawer<{ dismissedAs: Dismissal; note?: string }>
        title={warningsText.dismiss}
        submitLabel={warningsText.dismiss}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ dismissedAs, note }) =>
          act.mutate({ warningId, dismissedAs, note: note ?? '' })
        }
      >
        <p className="gap-below soft">{warningsText.dismissHelp}</p>
        <Form.Item
          name="dismissedAs"
          label={warningsText.dismissedAs}
          rules={[{ required: true, message: warningsText.dismissedAsNeeded }]}
        >
          <Select options={dismissals.map((value) => ({ value, label: dismissalLabel[value] }))} />
        </Form.Item>
        <Form.Item name="note" label={warningsText.note}>
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

/** What a person may say of it now. */
export function SettleButtons({ warning }: { warning: Whole }) {
  const { id: warningId, can } = warning;
  const look = useAct(warnings.lookAtWarning, { done: warningsText.looked, stale });
  const act = useAct(warnings.actOnWarning, { done: warningsText.acted, stale, quiet: true });
  if (!can.look && !can.dismiss && !can.act) return null;
  return (
    <div className="inline gap-above no-print">
      {can.act && (
        <ReasonButton
          label={warningsText.act}
          fieldLabel={warningsText.actLabel}
          help={warningsText.actHelp}
          act={act}
          input={(note) => ({ warningId, note })}
          needed
          primary
        />
      )}
      {can.look && (
        <Button loading={look.isPending} onClick={() => look.mutate({ warningId })}>
          {warningsText.look}
        </Button>
      )}
      {can.dismiss && <DismissButton warningId={warningId} />}
    </div>
  );
}
