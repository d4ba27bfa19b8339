import { useCallback, useEffect, useState } from 'react';
import { operations } from '../../shell/operations.ts';
import { Field, OneOf } from '../../ui/field.tsx';
import { dropKeptPhotos } from '../../ui/kept-photos.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Duty, DutyScreenProps } from './duty.ts';
import { photosNameOf } from './duty-photo-sending.ts';
import { EvidencePart, type EvidenceState } from './evidence-part.tsx';
import { FinishAnswer } from './finish-answer.tsx';
import { FinishAssets } from './finish-assets.tsx';
import { FinishMeasures } from './finish-measures.tsx';
import { photoProblems } from './photo-problems.ts';
import {
  type EvidenceFiles,
  emptyReply,
  keptReply,
  type ReplyDraft,
  type ReplyPartProps,
  type ReplyProblem,
  replyOf,
  replyProblems,
} from './reply-draft.ts';
import { useFrontLine } from './session.ts';
import { SmallScreen } from './small-screen.tsx';
import { frontLineText } from './text.ts';

const words = frontLineText.finish;
const trueOptions = [
  { value: 'true', label: words.trueOptions.true },
  { value: 'partly', label: words.trueOptions.partly },
  { value: 'not-true', label: words.trueOptions['not-true'] },
] as const;
const solvedOptions = [
  { value: 'solved', label: words.solvedOptions.solved },
  { value: 'partly', label: words.solvedOptions.partly },
  { value: 'not-solved', label: words.solvedOptions['not-solved'] },
] as const;

/** 完成: the short reply form. Nothing is answered beforehand, every word survives a reload. */
export function FinishScreen({ duty, home, done }: DutyScreenProps) {
  const { call } = useFrontLine();
  const [draft, change] = useReplyDraft(duty.assignmentId);
  const [evidence, setEvidence] = useState<EvidenceState>({});
  const needs = needsOf(duty);
  const files = filesOf(evidence);
  const problems = [
    ...photoProblems(Object.values(evidence).flat()),
    ...replyProblems(draft, files, {
      isWhole: duty.role === 'lead' || duty.role === 'delegate',
      asksMeasures: duty.asksMeasures,
      evidence: needs,
    }).map(sentenceOf),
  ];
  const onEvidence = useCallback((code: string, list: EvidenceState[string]) => {
    setEvidence((now) => ({ ...now, [code]: list }));
  }, []);

  return (
    <SmallScreen
      title={words.title}
      home={home}
      sendLabel={words.send}
      problems={problems}
      send={async (sending) => {
        const reply = replyOf(draft, files);
        if (!reply) return;
        const submission = { orderId: duty.orderId, assignmentId: duty.assignmentId, ...reply };
        let state: keyof typeof frontLineText.steps.finishDone = 'submitted';
        const isDone = await sending.send(submission, async (key) => {
          state = (await call(operations.submit, submission, key)).state;
        });
        if (!isDone) return;
        keptReply(duty.assignmentId).drop();
        for (const need of needs) dropKeptPhotos(photosNameOf(duty, need.code));
        done(frontLineText.steps.finishDone[state]);
      }}
    >
      {duty.mustContact && duty.role === 'lead' && duty.state === 'signed' ? (
        <Notice kind="warn">
          <a className="notice-link" href={`${home}/contact`}>
            {words.contactFirst}
          </a>
        </Notice>
      ) : null}
      <section className="card">
        <OneOf
          layout="thirds"
          legend={words.isTrue}
          options={trueOptions}
          value={draft.isTrue}
          onChange={(isTrue) => change({ isTrue })}
        />
        <OneOf
          layout="thirds"
          legend={words.isSolved}
          options={solvedOptions}
          value={draft.isSolved}
          onChange={(isSolved) => change({ isSolved })}
        />
        {draft.isSolved && draft.isSolved !== 'solved' ? (
          <Field label={words.reason}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                maxLength={1000}
                value={draft.unsolvedReason}
                onChange={(event) => change({ unsolvedReason: event.target.value })}
              />
            )}
          </Field>
        ) : null}
      </section>
      <EvidencePart duty={duty} needs={needs} onChange={onEvidence} />
      <FinishAnswer draft={draft} change={change} />
      <FinishMeasures isNeeded={duty.asksMeasures} draft={draft} change={change} />
      {duty.asksAssetChanges ? <FinishAssets draft={draft} change={change} /> : null}
      {duty.needsSignOff ? <p className="hint">{words.signOff}</p> : null}
    </SmallScreen>
  );
}

function useReplyDraft(assignmentId: string): [ReplyDraft, ReplyPartProps['change']] {
  const [draft, setDraft] = useState<ReplyDraft>(() => ({
    ...emptyReply,
    ...keptReply(assignmentId).read(),
  }));
  useEffect(() => keptReply(assignmentId).write(draft), [assignmentId, draft]);
  return [draft, (part) => setDraft((now) => ({ ...now, ...part }))];
}

/** A matter without an evidence list still gets a place for a photo. */
function needsOf(duty: Duty): Duty['evidence'] {
  if (duty.evidence.length > 0) return duty.evidence;
  return [{ code: 'after', label: words.photosFallback, required: false }];
}

function filesOf(evidence: EvidenceState): EvidenceFiles {
  return Object.fromEntries(
    Object.entries(evidence).map(([code, list]) => [
      code,
      list.flatMap((photo) => (photo.sent ? [photo.sent.id] : [])),
    ]),
  );
}

function sentenceOf(problem: ReplyProblem): string {
  return problem.kind === 'evidence'
    ? words.problems.evidence(problem.label)
    : words.problems[problem.kind];
}
