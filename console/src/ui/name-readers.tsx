import { dispatch } from '@minsheng/contract';
import { Form } from 'antd';
import { useAct } from '../shell/act.ts';
import { FormButton } from './form-button.tsx';
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
  const act = useAct(dispatch.nameReaders, {
    done: readersText.done,
    stale,
    quiet: true,
  });
  const isFirst = named.length === 0;
  return (
    <FormButton
      label={isFirst ? readersText.name : readersText.change}
      {...(isFirst ? { kind: 'primary' as const } : {})}
      help={readersText.help}
      act={act}
      initial={{ readers: [...named] }}
      input={({ readers }: { readers?: string[] }) => ({
        orderId,
        assignmentId,
        readers: readers ?? [],
      })}
    >
      <Form.Item name="readers" label={readersText.people}>
        <ReadersPicker unitCode={unitCode} />
      </Form.Item>
    </FormButton>
  );
}
