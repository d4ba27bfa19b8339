import { falseCompletion, foundHowLabel } from '@minsheng/contract';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FileUpload, type KeptFile } from '../file-upload.tsx';
import { FormDrawer } from '../form-drawer.tsx';
import { staleAfterCheck } from './checks.queries.ts';
import { checksText } from './text.ts';

type FoundHow = keyof typeof foundHowLabel;

interface ReportForm {
  foundHow: FoundHow;
  found: string;
}

interface ReportButtonProps {
  orderId: string;
  /** The ways this person may report. */
  hows: readonly FoundHow[];
}

/** 登记虚假办结: what was found, beside what the unit said. */
export function ReportButton({ orderId, hows }: ReportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const act = useAct(falseCompletion.reportFalse, {
    done: checksText.reported,
    stale: staleAfterCheck,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{checksText.report}</Button>
      <FormDrawer<ReportForm>
        title={checksText.report}
        open={isOpen}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ foundHow, found }) =>
          act.mutate({ orderId, foundHow, found, fileIds: files.map(({ id }) => id) })
        }
      >
        <Form.Item
          name="foundHow"
          label={checksText.foundHow}
          rules={[{ required: true, message: checksText.chosenNeeded }]}
        >
          <Radio.Group options={hows.map((value) => ({ value, label: foundHowLabel[value] }))} />
        </Form.Item>
        <Form.Item
          name="found"
          label={checksText.found}
          rules={[{ required: true, whitespace: true, min: 4, message: checksText.needed }]}
        >
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
        <FileUpload
          orderId={orderId}
          purpose="evidence"
          files={files}
          onChange={setFiles}
          label={checksText.photos}
        />
      </FormDrawer>
    </>
  );
}
