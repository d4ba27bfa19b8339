import { contest, exclusionLabel } from '@minsheng/contract';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FileUpload, type KeptFile } from '../file-upload.tsx';
import { FormButton } from '../form-button.tsx';
import { fullInstant } from '../format.ts';
import { staleAfterCheck } from './checks.queries.ts';
import { checksText } from './text.ts';

type Code = keyof typeof exclusionLabel;

interface ContestForm {
  code: Code;
  words: string;
}

interface AskContestProps {
  orderId: string;
  fitting: readonly Code[];
  until: string;
}

/** T27: only reasons that fit the order are offered. */
export function AskContestButton({ orderId, fitting, until }: AskContestProps) {
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const act = useAct(contest.askContest, {
    done: checksText.asked,
    stale: staleAfterCheck,
    quiet: true,
  });
  return (
    <FormButton
      label={checksText.ask}
      act={act}
      input={({ code, words }: ContestForm) => ({
        orderId,
        code,
        words,
        fileIds: files.map(({ id }) => id),
      })}
    >
      <p className="gap-below soft">{checksText.askHelp(fullInstant(until))}</p>
      <Form.Item
        name="code"
        label={checksText.code}
        rules={[{ required: true, message: checksText.chosenNeeded }]}
      >
        <Select
          options={fitting.map((value) => ({
            value,
            label: `${value} ${exclusionLabel[value]}`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={checksText.words}
        rules={[{ required: true, whitespace: true, min: 4, message: checksText.needed }]}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="files"
        rules={[{ required: true, type: 'array', message: checksText.evidenceNeeded }]}
      >
        <FileUpload
          orderId={orderId}
          purpose="evidence"
          files={files}
          onChange={setFiles}
          label={checksText.evidence}
        />
      </Form.Item>
    </FormButton>
  );
}
