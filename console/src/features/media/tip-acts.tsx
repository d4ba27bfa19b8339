import {
  media,
  type TipRefusal,
  type TipState,
  tipRefusalLabel,
  tipRefusals,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { ReadContact } from '../../ui/read-contact.tsx';
import { answersQuery, staleMedia, type TipRow } from './media.queries.ts';
import { enterText, partText, endText as words } from './text.ts';

const needed = [{ required: true, message: partText.needed }];
const least = (min: number) => [
  { required: true, whitespace: true, min, message: partText.least(min) },
];

export interface TipActsProps {
  tip: TipRow;
  onEnded: (state: Exclude<TipState, 'open'>) => void;
}

/** What becomes of a tip, and whom to ask. */
export function TipActs({ tip, onEnded }: TipActsProps) {
  const tipId = tip.id;
  return (
    <div className="inline gap-below">
      {tip.state === 'open' && (
        <>
          <MakeOrder tipId={tipId} onDone={() => onEnded('order')} />
          <Answer tipId={tipId} onDone={() => onEnded('answer')} />
          <Refuse tipId={tipId} onDone={() => onEnded('refused')} />
        </>
      )}
      {tip.hasContact && tip.mayContact && <Contact tipId={tipId} />}
      <ChangeConsent tip={tip} />
    </div>
  );
}

interface EndProps {
  tipId: string;
  onDone: () => void;
}

function MakeOrder({ tipId, onDone }: EndProps) {
  const { message } = App.useApp();
  const act = useAct(media.makeOrderOfTip, {
    done: null,
    stale: staleMedia,
    quiet: true,
    onDone: ({ orderNo }) => {
      message.success(words.orderDone(orderNo));
      onDone();
    },
  });
  return (
    <FormButton
      label={words.order}
      kind="primary"
      help={words.orderHelp}
      act={act}
      input={({ words: note = '' }: { words?: string }) => ({ tipId, words: note })}
    >
      <Form.Item name="words" label={words.note}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}

function Answer({ tipId, onDone }: EndProps) {
  const [q, setQ] = useState('');
  const found = useQuery(answersQuery(q));
  const act = useAct(media.answerTip, {
    done: words.answerDone,
    stale: staleMedia,
    quiet: true,
    onDone,
  });
  const options = (found.data?.rows ?? [])
    .filter(({ isExpired, isPublic }) => isPublic && !isExpired)
    .map(({ code, title }) => ({ value: code, label: title }));
  return (
    <FormButton
      label={words.answer}
      act={act}
      input={(values: { knowledgeCode: string; words: string }) => ({ tipId, ...values })}
    >
      <Form.Item name="knowledgeCode" label={words.entry} extra={words.entryHelp} rules={needed}>
        <Select showSearch={{ filterOption: false, onSearch: setQ }} options={options} />
      </Form.Item>
      <Form.Item name="words" label={words.words} extra={words.wordsHelp} rules={least(10)}>
        <Input.TextArea rows={5} maxLength={500} showCount />
      </Form.Item>
    </FormButton>
  );
}

function Refuse({ tipId, onDone }: EndProps) {
  const act = useAct(media.refuseTip, {
    done: words.refuseDone,
    stale: staleMedia,
    quiet: true,
    onDone,
  });
  return (
    <FormButton
      label={words.refuse}
      kind="danger"
      act={act}
      input={(values: { refusal: TipRefusal; words: string }) => ({ tipId, ...values })}
    >
      <Form.Item name="refusal" label={words.reason} rules={needed}>
        <Select options={tipRefusals.map((value) => ({ value, label: tipRefusalLabel[value] }))} />
      </Form.Item>
      <Form.Item name="words" label={words.reasonWords} rules={least(10)}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormButton>
  );
}

function Contact({ tipId }: { tipId: string }) {
  const act = useAct(media.readTipContact, { done: null, stale: [], quiet: true });
  return <ReadContact act={act} input={(purpose) => ({ tipId, purpose })} />;
}

interface Consent {
  mayContact: boolean;
  mayAppear: boolean;
  consentHow: string;
  name?: string;
  phone?: string;
}

/** Whoever agrees to something says by which number; taken back, what was kept goes at once. */
function ChangeConsent({ tip }: { tip: TipRow }) {
  const act = useAct(media.changeConsent, {
    done: words.consentDone,
    stale: staleMedia,
    quiet: true,
  });
  const [form] = Form.useForm<Consent>();
  const mayContact = Form.useWatch('mayContact', form) ?? tip.mayContact;
  const mayAppear = Form.useWatch('mayAppear', form) ?? tip.mayAppear;
  const isAnything = mayContact || mayAppear;
  return (
    <FormButton
      label={words.consent}
      act={act}
      form={form}
      initial={{ mayContact: tip.mayContact, mayAppear: tip.mayAppear }}
      input={({ name, phone, ...values }: Consent) => ({
        ...{ tipId: tip.id, ...values },
        ...(name ? { name } : {}),
        ...(phone ? { phone } : {}),
      })}
    >
      <Form.Item name="mayContact" valuePropName="checked">
        <Checkbox>{enterText.mayContact}</Checkbox>
      </Form.Item>
      <Form.Item name="mayAppear" valuePropName="checked">
        <Checkbox>{enterText.mayAppear}</Checkbox>
      </Form.Item>
      <Form.Item name="consentHow" label={words.consentHow} rules={least(2)}>
        <Input maxLength={200} />
      </Form.Item>
      {isAnything ? (
        <WhomToAsk isKept={tip.hasContact} needsNumber={mayContact} />
      ) : (
        <p className="soft" role="status">
          {words.consentNothing}
        </p>
      )}
    </FormButton>
  );
}

function WhomToAsk({ isKept, needsNumber }: { isKept: boolean; needsNumber: boolean }) {
  return (
    <>
      <Form.Item name="name" label={enterText.name}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={enterText.phone}
        extra={isKept ? words.consentKept : undefined}
        rules={needsNumber && !isKept ? needed : []}
      >
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
    </>
  );
}
