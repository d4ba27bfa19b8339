import {
  campaigns,
  type DossierPart,
  datedParts,
  dossierPartLabel,
  dossierParts,
  dossierStateLabel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../../shell/act.ts';
import { Ask } from '../../../ui/ask.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { FormButton } from '../../../ui/form-button.tsx';
import { shortInstant } from '../../../ui/format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ScanFound } from '../../../ui/scan-found.tsx';
import { UnitPicker } from '../../../ui/unit-picker.tsx';
import { staleCampaigns } from '../campaigns.queries.ts';
import { type Dossier, dossierQuery } from './media.queries.ts';
import { mediaText as words } from './text.ts';

const needed = [{ required: true, whitespace: true, message: words.needed }];

/** 媒体问效 of one listed problem: facts, what the scan finds, who signed, and the way out. */
export function DossierPanel({ entryId, mayWork }: { entryId: string; mayWork: boolean }) {
  const found = useQuery(dossierQuery(entryId));
  return (
    <Ask of={found}>
      {({ dossier, can }) => {
        if (dossier === null && !can.write) return null;
        const extra = (
          <>
            {can.write && <WriteDossier entryId={entryId} dossier={dossier} />}
            {dossier !== null && (mayWork || can.sign) && (
              <SignDossier dossier={dossier} signs={can.sign} />
            )}
            {dossier?.state === 'drafting' && mayWork && <HandOver dossierId={dossier.id} />}
          </>
        );
        return (
          <Panel title={words.title} extra={extra}>
            {dossier === null ? <p className="soft">{words.none}</p> : <About dossier={dossier} />}
          </Panel>
        );
      }}
    </Ask>
  );
}

function About({ dossier }: { dossier: Dossier }) {
  const { state, facts, unit, scan, signs, missing, handedAt } = dossier;
  return (
    <>
      <p>
        <span className="chip chip-plain">{dossierStateLabel[state]}</span> {unit.name}{' '}
        <span className="soft">
          {words.by(dossier.writtenBy, shortInstant(dossier.writtenAt), dossier.factsNo)}
          {handedAt !== null && ` ${words.handed(shortInstant(handedAt))}`}
        </span>
      </p>
      <p>{facts}</p>
      <ScanFound found={scan} saysClean />
      {signs.length > 0 && <h3>{words.signs}</h3>}
      <ul className="plain-list">
        {signs.map(({ part, words: said, by, at, on, link, isOld }) => (
          <li key={`${part}${at}`}>
            <strong>{dossierPartLabel[part]}</strong> {by} {shortInstant(at)}:{on} {said}{' '}
            {link !== null && (
              <a href={link} target="_blank" rel="noreferrer">
                {words.link}
              </a>
            )}
            {isOld && words.old}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p>{words.missing(missing.map((part) => dossierPartLabel[part]).join('、'))}</p>
      )}
    </>
  );
}

function WriteDossier({ entryId, dossier }: { entryId: string; dossier: Dossier | null }) {
  const act = useAct(campaigns.writeDossier, {
    done: words.written,
    stale: staleCampaigns,
    quiet: true,
  });
  return (
    <FormButton
      label={dossier === null ? words.write : words.rewrite}
      help={words.help}
      act={act}
      initial={dossier === null ? {} : { facts: dossier.facts, unit: dossier.unit.code }}
      input={(values: { facts: string; unit: string }) => ({ entryId, ...values })}
    >
      <Form.Item
        name="facts"
        label={words.facts}
        rules={[{ required: true, whitespace: true, min: 10, message: words.factsNeeded }]}
      >
        <Input.TextArea rows={8} maxLength={4000} showCount />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={needed}>
        <UnitPicker offers="every-unit" {...(dossier === null ? {} : { known: [dossier.unit] })} />
      </Form.Item>
    </FormButton>
  );
}

interface SignValues {
  part: DossierPart;
  words: string;
  nobody?: string[];
  on?: Dayjs;
  link?: string;
}

const dated: readonly DossierPart[] = datedParts;
const chosen = [{ required: true, message: words.needed }];

const mayBeSigned = (part: DossierPart, signs: boolean): boolean =>
  signs || (part !== 'redaction' && part !== 'legal');

function SignDossier({ dossier, signs }: { dossier: Dossier; signs: boolean }) {
  const [form] = Form.useForm<SignValues>();
  const part = Form.useWatch('part', form);
  const act = useAct(campaigns.signDossier, {
    done: words.signed,
    stale: staleCampaigns,
    quiet: true,
  });
  return (
    <FormButton<SignValues, Parameters<typeof act.mutate>[0], { done: true }>
      label={words.sign}
      act={act}
      form={form}
      input={({ nobody = [], on, ...rest }) => ({
        dossierId: dossier.id,
        factsNo: dossier.factsNo,
        ...rest,
        nobody,
        ...(on && { on: on.format('YYYY-MM-DD') }),
      })}
    >
      <Form.Item name="part" label={words.part} rules={needed}>
        <Select
          options={dossierParts
            .filter((one) => mayBeSigned(one, signs))
            .map((value) => ({ value, label: dossierPartLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="words" label={words.words} extra={words.wordsHelp} rules={needed}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      {part !== undefined && dated.includes(part) && (
        <Form.Item name="on" label={words.on} extra={words.onHelp} rules={chosen}>
          <DatePicker className="wide" />
        </Form.Item>
      )}
      {part === 'broadcast' && (
        <Form.Item
          name="link"
          label={words.link}
          rules={[{ required: true, type: 'url', message: words.linkNeeded }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      )}
      {part === 'redaction' && (
        <Form.Item name="nobody" label={words.nobody} extra={words.nobodyHelp}>
          <Select mode="tags" open={false} />
        </Form.Item>
      )}
    </FormButton>
  );
}

function HandOver({ dossierId }: { dossierId: string }) {
  const act = useAct(campaigns.handOverDossier, { done: words.done, stale: staleCampaigns });
  return (
    <ConfirmButton
      label={words.handOver}
      help={words.handOverHelp}
      isPending={act.isPending}
      onSure={() => act.mutate({ dossierId })}
    />
  );
}
