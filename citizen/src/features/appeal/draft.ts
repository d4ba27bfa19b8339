import type { sendAppeal } from '@minsheng/contract/public/appeals.ts';
import type { ReplyOf, RequestOf } from '@minsheng/contract/route.ts';
import { kept } from '../../shell/kept.ts';
import { dropKeptPhotos } from '../../ui/kept-photos.ts';
import type { AppealForm, PersonPart } from './form.ts';

/** A change of these shapes takes a new number in the name: old phones then forget instead of misreading. */
export const formDraft = kept<AppealForm>('local', 'appeal.form.1');
export const personDraft = kept<PersonPart>('session', 'appeal.person.1');
export const photosName = 'appeal';

/** An appeal that has gone out and has no answer yet, with the key it must be repeated under. */
export interface PendingAppeal {
  key: string;
  body: RequestOf<typeof sendAppeal>;
}
export const pendingAppeal = kept<PendingAppeal>('local', 'appeal.pending.1');

/** The answer, for the result screen; gone with the tab. */
export type SentAppeal = ReplyOf<typeof sendAppeal>;
export const sentAppeal = kept<SentAppeal>('session', 'appeal.sent.1');

export function dropDraft(): void {
  formDraft.drop();
  personDraft.drop();
  dropKeptPhotos(photosName);
}
