import { intake, type ReplyOf } from '@minsheng/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { useSettled } from '../../ui/settled.ts';
import { draftsQuery, ownCallsQuery } from './intake.queries.ts';
import {
  blankForm,
  type FormProps,
  hasWords,
  type IntakeForm,
  intakeForm,
  keepForm,
  readForm,
} from './intake-form.ts';
import { draftText, saveText } from './text.ts';

const labelLength = 24;

type Draft = Pick<ReplyOf<typeof intake.listDrafts>['rows'][number], 'id' | 'form'>;

export interface IntakeDesk extends FormProps {
  /** Sets the present form aside, if there is anything in it, and starts with this call or a blank one. */
  startWith: (next?: { id: string; number: string }) => Promise<void>;
  resume: (saved: Draft) => Promise<void>;
  /** 回到来电: the form that belongs to this call, or a blank one with it. */
  backTo: (call: { id: string; maskedNumber: string }) => Promise<void>;
  /** An empty form of a call that is over waits for the next one. */
  ended: (callId: string) => Promise<void>;
  /** After saving: the caller may have a second matter, as long as they are on the line. */
  saved: () => void;
  clear: () => void;
}

async function keepOnServer(form: IntakeForm): Promise<void> {
  const label = form.content.trim().slice(0, labelLength);
  await call(intake.saveDraft, {
    draftId: form.key,
    label: label === '' ? draftText.unnamed : label,
    form,
  });
}

/** Every pause in typing is kept on this computer, and every few seconds on the server. */
function useKept(form: IntakeForm, accountId: string): void {
  useEffect(() => keepForm(accountId, form), [accountId, form]);
  const settled = useSettled(form, 4_000);
  useEffect(() => {
    // Losing one autosave harms nobody: the next pause in typing tries again.
    if (hasWords(settled)) keepOnServer(settled).catch(() => undefined);
  }, [settled]);
}

export function useIntakeForm(): IntakeDesk {
  const { account } = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form, setForm] = useState(() => readForm(account.id));
  useKept(form, account.id);
  const refreshDrafts = () => client.invalidateQueries({ queryKey: ['drafts'] });
  const drop = (draftId: string) =>
    call(intake.dropDraft, { draftId })
      .catch(() => undefined)
      .then(refreshDrafts);

  const startWith = async (next?: { id: string; number: string }) => {
    if (hasWords(form)) {
      await keepOnServer(form);
      message.info(saveText.setAsideDone);
    }
    setForm(blankForm(next));
    await refreshDrafts();
  };
  const resume = async (saved: Draft) => {
    if (hasWords(form)) await keepOnServer(form);
    setForm(intakeForm.parse({ ...saved.form, key: saved.id }));
    await refreshDrafts();
  };
  const backTo = async (running: { id: string; maskedNumber: string }) => {
    const { rows } = await client.fetchQuery({ ...draftsQuery, staleTime: 0 });
    const own = rows.find((draft) => draft.form.callId === running.id);
    await (own ? resume(own) : startWith({ id: running.id, number: running.maskedNumber }));
  };
  return {
    form,
    patch: (part) => setForm((before) => ({ ...before, ...part })),
    startWith,
    resume,
    backTo,
    ended: async (callId) => {
      // What was asked before it ended would still name it, and an empty form would take it up again.
      await client.cancelQueries(ownCallsQuery);
      client.setQueryData(ownCallsQuery.queryKey, (before) => ({
        rows: (before?.rows ?? []).filter(({ id }) => id !== callId),
      }));
      setForm((now) => (now.callId === callId && !hasWords(now) ? blankForm() : now));
    },
    saved: () => {
      drop(form.key);
      const { callId, callNumber } = form;
      const own = client.getQueryData(ownCallsQuery.queryKey)?.rows ?? [];
      const isOn = callId !== null && own.some(({ id }) => id === callId);
      setForm(isOn ? blankForm({ id: callId, number: callNumber }) : blankForm());
    },
    clear: () => {
      drop(form.key);
      setForm(blankForm());
    },
  };
}
