import { falseCompletion, foundHowLabel } from '@minsheng/contract';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FileUpload, type KeptFile } from '../file-upload.tsx';
import { FormButton } from '../form-button.tsx';
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
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const act = useAct(falseCompletion.reportFalse, {
    done: checksText.reported,
    stale: staleAfterCheck,
    quiet: true,
  });
  return (
    <FormButton
      label={checksText.report}
      act={act}
      input={({ foundHow, found }: ReportForm) => ({
        orderId,
        foundHow,
        found,
        fileIds: files.map(({ id }) => id),
      })}
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
    </FormButton>
  );
}
