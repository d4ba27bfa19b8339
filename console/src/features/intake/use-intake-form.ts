import { intake } from '@minsheng/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { useSettled } from '../../ui/settled.ts';
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

export interface IntakeDesk extends FormProps {
  /** Sets the present form aside, if there is anything in it, and starts with this call or a blank one. */
  startWith: (next?: { id: string; number: string }) => Promise<void>;
  resume: (saved: { id: string; form: Record<string, unknown> }) => Promise<void>;
  /** After saving: the caller may have a second matter. */
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
  return {
    form,
    patch: (part) => setForm((before) => ({ ...before, ...part })),
    startWith,
    resume: async (saved) => {
      if (hasWords(form)) await keepOnServer(form);
      setForm(intakeForm.parse({ ...saved.form, key: saved.id }));
      await refreshDrafts();
    },
    saved: () => {
      drop(form.key);
      const { callId, callNumber } = form;
      setForm(callId === null ? blankForm() : blankForm({ id: callId, number: callNumber }));
    },
    clear: () => {
      drop(form.key);
      setForm(blankForm());
    },
  };
}
