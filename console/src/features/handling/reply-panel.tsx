import { handling } from '@minsheng/contract';
import { App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Field } from '../../ui/field.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { staleAfterDuty } from './duty.queries.ts';
import { type DutyProps, keyOf } from './duty-view.ts';
import { EvidenceList } from './evidence-list.tsx';
import {
  bodyOf,
  dropDraft,
  keepDraft,
  missingIn,
  type ReplyDraft,
  readDraft,
} from './reply-form.ts';
import { AssetRows, MeasureRows } from './reply-rows.tsx';
import { replyText } from './text.ts';

interface PartProps {
  draft: ReplyDraft;
  patch: (part: Partial<ReplyDraft>) => void;
}

const trueAnswers = ['true', 'partly', 'not-true'] as const;
const solvedAnswers = ['solved', 'partly', 'not-solved'] as const;

function Verdict({ draft, patch }: PartProps) {
  return (
    <div className="form-row">
      <fieldset className="choice">
        <legend>{replyText.isTrue}</legend>
        <Radio.Group
          value={draft.isTrue}
          onChange={(event) => patch({ isTrue: event.target.value })}
          options={trueAnswers.map((value) => ({ value, label: replyText.trueWords[value] }))}
        />
      </fieldset>
      <fieldset className="choice">
        <legend>{replyText.isSolved}</legend>
        <Radio.Group
          value={draft.isSolved}
          onChange={(event) => patch({ isSolved: event.target.value })}
          options={solvedAnswers.map((value) => ({ value, label: replyText.solvedWords[value] }))}
        />
      </fieldset>
    </div>
  );
}

interface WordsProps extends PartProps {
  name: 'process' | 'publicAnswer' | 'basis' | 'unsolvedReason';
  rows: number;
  help?: string;
  needed?: boolean;
}

function Words({ draft, patch, name, rows, help, needed }: WordsProps) {
  return (
    <Field
      label={replyText[name]}
      {...(help === undefined ? {} : { help })}
      needed={needed ?? false}
    >
      {(id) => (
        <Input.TextArea
          id={id}
          value={draft[name]}
          autoSize={{ minRows: rows, maxRows: 14 }}
          onChange={(event) => patch({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}

function useSubmit(duty: DutyProps['duty'], draft: ReplyDraft) {
  const { message } = App.useApp();
  const act = useAct(handling.submit, {
    done: null,
    stale: staleAfterDuty,
    quiet: true,
    onDone: ({ state }) => {
      dropDraft(duty.assignmentId);
      message.success(replyText.submitted[state]);
    },
  });
  const body = bodyOf(draft);
  const submit = () => {
    if (body !== null) act.mutate({ ...keyOf(duty), ...body });
  };
  return { submit, missing: missingIn(draft), isPending: act.isPending, error: act.error };
}

/** 提交答复: the reply form of the matter, kept on this computer while being written. */
export function ReplyPanel({ duty, order }: DutyProps & { order: OrderPageView }) {
  const [draft, setDraft] = useState(() => readDraft(duty.assignmentId, order));
  const patch = (part: Partial<ReplyDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(duty.assignmentId, next);
  };
  const { submit, missing, isPending, error } = useSubmit(duty, draft);
  return (
    <Panel title={replyText.title} extra={<span className="soft">{replyText.draftKept}</span>}>
      <Verdict draft={draft} patch={patch} />
      {draft.isSolved !== null && draft.isSolved !== 'solved' && (
        <Words draft={draft} patch={patch} name="unsolvedReason" rows={2} needed />
      )}
      <Words
        draft={draft}
        patch={patch}
        name="publicAnswer"
        rows={4}
        help={replyText.publicAnswerHelp}
        needed
      />
      <Words
        draft={draft}
        patch={patch}
        name="process"
        rows={3}
        help={replyText.processHelp}
        needed
      />
      {duty.asksMeasures && (
        <MeasureRows rows={draft.measures} onChange={(measures) => patch({ measures })} />
      )}
      {duty.asksAssetChanges && (
        <AssetRows rows={draft.assetChanges} onChange={(assetChanges) => patch({ assetChanges })} />
      )}
      <EvidenceList
        duty={duty}
        kept={draft.evidence}
        onChange={(evidence) => patch({ evidence })}
      />
      <Words draft={draft} patch={patch} name="basis" rows={1} />
      <WhyRefused error={error} />
      <div className="inline">
        <Button
          type="primary"
          size="large"
          disabled={missing.length > 0}
          loading={isPending}
          onClick={submit}
        >
          {duty.needsSignOff ? replyText.submitSerious : replyText.submit}
        </Button>
        {missing.length > 0 && (
          <span className="soft" role="status">
            {replyText.missing(missing.map((name) => replyText[name]).join('、'))}
          </span>
        )}
      </div>
    </Panel>
  );
}
