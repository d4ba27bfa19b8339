import type { cityFacts } from '@minsheng/contract/city.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { type FormEvent, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { arePhotosUnderway, type Photos, sentPhotos } from '../../ui/photos.ts';
import { type AppealForm, appealBody, type PersonPart, type Problem, problemsOf } from './form.ts';
import { PersonPartView } from './person-part.tsx';
import { PlacePart } from './place-part.tsx';
import { appealText } from './text.ts';
import type { AppealSending } from './use-appeal-sending.ts';
import { WordsPart } from './words-part.tsx';

interface Props {
  facts: ReplyOf<typeof cityFacts>;
  form: AppealForm;
  person: PersonPart;
  photos: Photos;
  sending: AppealSending;
  change: (part: Partial<AppealForm>) => void;
  changePerson: (person: PersonPart) => void;
  clear: () => void;
}

export function AppealFormView(props: Props) {
  const { form, person, photos, change } = props;
  const [isTried, setTried] = useState(false);
  const problems = problemsOf(form, person, {
    areUnderway: arePhotosUnderway(photos),
    haveFailed: photos.list.some((photo) => photo.state === 'failed'),
  });
  const shown: readonly Problem[] = isTried ? problems : [];
  const errorOf = (problem: Problem) =>
    shown.includes(problem) ? appealText.problems[problem] : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.length === 0) props.sending.submit(appealBody(form, person, sentPhotos(photos)));
  };
  const clear = () => {
    if (window.confirm(appealText.clearSure)) props.clear();
  };

  return (
    <form noValidate onSubmit={submit}>
      <WordsPart form={form} photos={photos} error={errorOf('contentShort')} change={change} />
      <PlacePart root={props.facts.code} form={form} change={change} />
      <PersonPartView
        form={form}
        person={person}
        error={errorOf('phoneOdd')}
        change={change}
        changePerson={props.changePerson}
      />
      {props.sending.failure ? <Notice kind="bad">{props.sending.failure}</Notice> : null}
      {shown.length > 0 ? (
        <Notice kind="bad">
          {appealText.problems.heading}
          {shown.map((problem) => (
            <div key={problem}>{appealText.problems[problem]}</div>
          ))}
        </Notice>
      ) : null}
      <button type="submit" className="button is-primary is-wide is-tall">
        {appealText.submit}
      </button>
      <p className="hint">{appealText.kept}</p>
      <button type="button" className="button is-plain" onClick={clear}>
        {appealText.clear}
      </button>
    </form>
  );
}
