import { ledgerSites, moveNeedLabel, talkKindLabel, talkKinds } from '@minsheng/contract';
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FileUpload, type KeptFile } from '../../ui/file-upload.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { ReadContact } from '../../ui/read-contact.tsx';
import { ChangeSite } from './change-site.tsx';
import { type Site, staleLedgers } from './ledgers.queries.ts';
import { AskVisit, WriteOff } from './site-lead-acts.tsx';
import { ledgersText, siteText as words } from './text.ts';

const quietly = (done: string) => ({ done, stale: staleLedgers, quiet: true });
const needed = [{ required: true, message: ledgersText.needed }];
const neededWords = [
  { required: true, whitespace: true, min: 4, message: ledgersText.neededWords },
];

/** What this person may do with the site now. */
export function SiteActs({ site }: { site: Site }) {
  return (
    <div className="ledger-acts no-print">
      {site.next.map((step) => (
        <MoveSite key={step.to} site={site} step={step} />
      ))}
      {site.can.work && <AddTalk siteId={site.id} />}
      {site.can.work && <ChangeSite site={site} />}
      {site.hasContact && <Contact siteId={site.id} />}
      {site.can.lead && <AskVisit siteId={site.id} />}
      {site.can.lead && <WriteOff siteId={site.id} />}
    </div>
  );
}

function Contact({ siteId }: { siteId: string }) {
  const act = useAct(ledgerSites.readContact, { done: null, stale: [], quiet: true });
  return <ReadContact act={act} input={(purpose) => ({ siteId, purpose })} />;
}

interface MoveValues {
  said: string;
  visitId?: string;
}

function MoveSite({ site, step }: { site: Site; step: Site['next'][number] }) {
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const act = useAct(ledgerSites.moveSite, quietly(words.moved));
  const visits = site.visits.filter(({ isDone }) => isDone);
  const needs = step.needs.map((need) => moveNeedLabel[need]).join('、');
  return (
    <FormButton
      label={step.isEnd ? words.strikeOff : words.move(step.toName)}
      kind="primary"
      act={act}
      help={needs === '' ? undefined : words.moveNeeds(needs)}
      input={({ said, visitId }: MoveValues) => ({
        siteId: site.id,
        to: step.to,
        words: said,
        fileIds: files.map(({ id }) => id),
        ...(visitId ? { visitId } : {}),
      })}
    >
      <Form.Item name="said" label={words.moveWords} rules={neededWords}>
        <Input.TextArea rows={4} maxLength={1000} autoFocus />
      </Form.Item>
      {step.isEnd && visits.length > 0 && (
        <Form.Item name="visitId" label={words.visit}>
          <Select
            allowClear
            options={visits.map(({ id }, no) => ({ value: id, label: words.visitOf(no + 1) }))}
          />
        </Form.Item>
      )}
      <FileUpload
        orderId={null}
        purpose="after"
        files={files}
        onChange={setFiles}
        label={words.moveFiles}
      />
    </FormButton>
  );
}

interface TalkValues {
  kind: (typeof talkKinds)[number];
  who: string;
  on: Dayjs;
  said: string;
  next?: string;
}

function AddTalk({ siteId }: { siteId: string }) {
  const act = useAct(ledgerSites.addTalk, quietly(words.talked));
  return (
    <FormButton
      label={words.talk}
      act={act}
      initial={{ kind: 'talk' as const }}
      input={({ kind, who, on, said, next }: TalkValues) => ({
        ...{ siteId, kind, who, said },
        next: next ?? '',
        on: on.format('YYYY-MM-DD'),
      })}
    >
      <Form.Item name="kind" label={words.talkKind} rules={needed}>
        <Select options={talkKinds.map((value) => ({ value, label: talkKindLabel[value] }))} />
      </Form.Item>
      <Form.Item name="who" label={words.talkWho} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="on" label={words.talkOn} rules={needed}>
        <DatePicker className="wide" allowClear={false} />
      </Form.Item>
      <Form.Item name="said" label={words.talkSaid} rules={neededWords}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Form.Item name="next" label={words.talkNext}>
        <Input maxLength={300} />
      </Form.Item>
    </FormButton>
  );
}
