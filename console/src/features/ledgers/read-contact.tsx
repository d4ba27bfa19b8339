import { ledgerSites } from '@minsheng/contract';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { ledgersText, siteText as words } from './text.ts';

/** 查看联系人: asks what for; shown until the page is left. */
export function ReadContact({ siteId }: { siteId: string }) {
  const [contact, setContact] = useState<string | null>(null);
  const act = useAct(ledgerSites.readContact, {
    done: null,
    stale: [],
    quiet: true,
    onDone: ({ name, phone }) => setContact(words.contactOf(name, phone)),
  });
  if (contact !== null) return <strong role="status">{contact}</strong>;
  return (
    <FormButton
      label={words.readContact}
      help={words.purposeHelp}
      act={act}
      input={({ purpose }: { purpose: string }) => ({ siteId, purpose })}
    >
      <Form.Item
        name="purpose"
        label={words.purpose}
        rules={[{ required: true, whitespace: true, min: 4, message: ledgersText.neededWords }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormButton>
  );
}
