import type { cityFacts } from '@minsheng/contract/city.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { useEffect, useState } from 'react';
import type { Ask } from '../../shell/use-ask.ts';
import { useKeptPhotos } from '../../ui/kept-photos.ts';
import { Answer, EmergencyStrip } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { sendCitizenPhoto } from '../../ui/send-citizen-photo.ts';
import { AppealFormView } from './appeal-form.tsx';
import { dropDraft, formDraft, personDraft, photosName } from './draft.ts';
import { type AppealForm, emptyForm, emptyPerson, mostPhotos, type PersonPart } from './form.ts';
import { NoticeStep } from './notice-step.tsx';
import { PendingStep } from './pending-step.tsx';
import { appealText } from './text.ts';
import { useAppealSending } from './use-appeal-sending.ts';
import './appeal.css';

/** 反映诉求: notice, words, place, person; every keystroke is kept. */
export function AppealPage({ city }: { city: Ask<ReplyOf<typeof cityFacts>> }) {
  const [form, setForm] = useState<AppealForm>(() => ({ ...emptyForm, ...formDraft.read() }));
  const [person, setPerson] = useState<PersonPart>(() => ({
    ...emptyPerson,
    ...personDraft.read(),
  }));
  const photos = useKeptPhotos(photosName, sendCitizenPhoto, mostPhotos);
  const sending = useAppealSending();

  const change = (part: Partial<AppealForm>) => setForm((now) => ({ ...now, ...part }));
  const clear = () => {
    setForm({ ...emptyForm, noticeRead: true });
    setPerson(emptyPerson);
    photos.clear();
    dropDraft();
  };
  useEffect(() => formDraft.write(form), [form]);
  useEffect(() => personDraft.write(person), [person]);

  return (
    <Page title={appealText.title} back={{ href: '#/', label: appealText.home }}>
      <EmergencyStrip />
      {sending.pending ? (
        <PendingStep sending={sending} />
      ) : (
        <Answer ask={city}>
          {(facts) =>
            form.noticeRead ? (
              <AppealFormView
                facts={facts}
                form={form}
                person={person}
                photos={photos}
                sending={sending}
                change={change}
                changePerson={setPerson}
                clear={clear}
              />
            ) : (
              <NoticeStep
                notice={facts.privacyNotice}
                onRead={() => change({ noticeRead: true })}
              />
            )
          }
        </Answer>
      )}
    </Page>
  );
}
