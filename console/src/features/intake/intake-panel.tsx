import { channelLabel, intake, type ReplyOf, writtenChannels } from '@minsheng/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Radio } from 'antd';
import { call } from '../../shell/call.ts';
import { useKeys } from '../../shell/keys.ts';
import { fullInstant } from '../../ui/format.ts';
import { matterQuery } from '../../ui/ground.queries.ts';
import { Panel } from '../../ui/panel.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { staleAfterIntake } from './intake.queries.ts';
import { createBody, missingFields, missingIn } from './intake-body.ts';
import type { FormProps } from './intake-form.ts';
import { MatterPart } from './matter-part.tsx';
import { NearAlike } from './near-alike.tsx';
import { PersonPart } from './person-part.tsx';
import { PlacePart } from './place-part.tsx';
import { Repeats } from './repeats.tsx';
import { ResultPart } from './result-part.tsx';
import { formText, saveText } from './text.ts';
import type { IntakeDesk } from './use-intake-form.ts';
import { contentId, WordsPart } from './words-part.tsx';

type Created = ReplyOf<typeof intake.createOrder>;

export function useMatterOf(matterCode: string | null) {
  return useQuery({ ...matterQuery(matterCode ?? ''), enabled: matterCode !== null }).data;
}

/** The form's own key is the create's key: saved twice, it is one order. */
function useSave(desk: IntakeDesk) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const matter = useMatterOf(desk.form.matterCode);
  const save = useMutation({
    mutationFn: async (): Promise<Created | null> => {
      const body = createBody(desk.form, matter);
      if (body === null) return null;
      return call(intake.createOrder, body, { idempotencyKey: desk.form.key });
    },
    onSuccess: (created) => {
      if (created === null) return;
      message.success(saveText.saved(created.orderNo));
      desk.saved();
      document.getElementById(contentId)?.focus();
    },
    onSettled: () =>
      Promise.all(staleAfterIntake.map((word) => client.invalidateQueries({ queryKey: [word] }))),
  });
  return { save, matter, missing: missingIn(desk.form, matter) };
}

function Missing({ words }: { words: readonly string[] }) {
  if (words.length === 0) return <span className="soft">{saveText.keptLocally}</span>;
  return (
    <span className="soft">
      {saveText.missing}
      {words.join('、')}
    </span>
  );
}

function Saved({ created }: { created: Created }) {
  return (
    <Alert
      className="gap-below"
      type="success"
      showIcon
      title={saveText.saved(created.orderNo)}
      description={
        created.promiseAt === null ? undefined : saveText.promise(fullInstant(created.promiseAt))
      }
    />
  );
}

/** 来源: a call says by itself that it is one. */
function ChannelChoice({ form, patch }: FormProps) {
  return (
    <fieldset className="choice">
      <legend>{formText.channel}</legend>
      <Radio.Group
        optionType="button"
        value={form.channel}
        onChange={(event) => patch({ channel: event.target.value })}
        options={writtenChannels.map((value) => ({ value, label: channelLabel[value] }))}
      />
    </fieldset>
  );
}

/** 登记: one form, made for the keyboard. */
export function IntakePanel({ desk }: { desk: IntakeDesk }) {
  const { form, patch } = desk;
  const { save, matter, missing } = useSave(desk);
  const isReady = missing.length === 0;
  const submit = () => {
    if (isReady && !save.isPending) save.mutate();
  };
  useKeys({ F9: submit, 'Ctrl+Enter': submit, F8: () => desk.startWith() });
  const words = [
    ...missing.filter((one) => one !== 'field').map((one) => saveText.missingWords[one]),
    ...missingFields(matter, form).map((field) => field.label),
  ];
  return (
    <Panel
      title={formText.title}
      extra={
        <span className="soft">
          {form.callId === null ? formText.noCall : formText.forCall(form.callNumber)}
        </span>
      }
    >
      {save.data !== undefined && save.data !== null && form.content === '' && (
        <Saved created={save.data} />
      )}
      {form.callId === null && <ChannelChoice form={form} patch={patch} />}
      <WordsPart form={form} patch={patch} />
      <MatterPart form={form} patch={patch} matter={matter} />
      <PlacePart form={form} patch={patch} />
      <PersonPart form={form} patch={patch} />
      <ResultPart form={form} patch={patch} />
      <Repeats form={form} patch={patch} />
      <NearAlike form={form} patch={patch} />
      <WhyRefused error={save.error} />
      <div className="save-bar">
        <Button
          type="primary"
          size="large"
          disabled={!isReady}
          loading={save.isPending}
          onClick={submit}
        >
          {saveText.save}
        </Button>
        <Button size="large" onClick={() => desk.startWith()}>
          {saveText.setAside}
        </Button>
        <Button size="large" onClick={desk.clear}>
          {saveText.clear}
        </Button>
        <Missing words={words} />
      </div>
    </Panel>
  );
}
