import { dispatch } from '@minsheng/contract';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useAct } from '../shell/act.ts';
import { FormDrawer } from './form-drawer.tsx';
import { ReadersPicker } from './readers-picker.tsx';
import { readersText } from './text.ts';

interface NameReadersProps {
  orderId: string;
  assignmentId: string;
  unitCode: string;
  /** Who is named by now. */
  named: readonly string[];
}

const stale = ['desk', 'counters', 'order', 'order-timeline', 'duty'];

/** 指定专人 of one duty: whoever is not ticked any more does not see the order any more. */
export function NameReadersButton({ orderId, assignmentId, unitCode, named }: NameReadersProps) {
  const [open, setOpen] = useState(false);
  const act = useAct(dispatch.nameReaders, {
    done: readersText.done,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const isFirst = named.length === 0;
  const label = isFirst ? readersText.name : readersText.change;
  return (
    <>
      <Button type={isFirst ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <FormDrawer<{ readers?: string[] }>
        title={label}
        open={open}
        onClose={() => setOpen(false)}
        submitLabel={label}
        isPending={act.isPending}
        error={act.error}
        initial={{ readers: [...named] }}
        onSubmit={({ readers }) => act.mutate({ orderId, assignmentId, readers: readers ?? [] })}
      >
        <p className="gap-below soft">{readersText.help}</p>
        <Form.Item name="readers" label={readersText.people}>
          <ReadersPicker unitCode={unitCode} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
