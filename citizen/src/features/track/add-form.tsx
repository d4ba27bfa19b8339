import { useState } from 'react';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { shellText } from '../../shell/text.ts';
import { Field } from '../../ui/field.tsx';
import { PhotoPicker } from '../../ui/photo-picker.tsx';
import { arePhotosUnderway, sentPhotos, usePhotos } from '../../ui/photos.ts';
import { sendCitizenPhoto } from '../../ui/send-citizen-photo.ts';
import { ActForm, type ActProps } from './act-form.tsx';
import { trackText } from './text.ts';

const words = trackText.add;
const mostPhotos = 9;

interface AddFormProps extends ActProps {
  /** What a unit would like to know: then this form answers it, and stands open. */
  question: string | null;
}

/** 补充, or the answer to what a unit asked. */
export function AddForm({ appeal, question, done }: AddFormProps) {
  const isAnswer = question !== null;
  const own = isAnswer ? trackText.answerInfo : words;
  const [content, setContent] = useState('');
  const photos = usePhotos(sendCitizenPhoto, mostPhotos);
  const problem = problemOf(content, arePhotosUnderway(photos));
  return (
    <ActForm
      title={own.title}
      {...(isAnswer ? { words: question } : {})}
      sendLabel={own.send}
      isOpenAtFirst={isAnswer}
      problem={problem}
      send={(sending) => {
        const wish = { ...appeal, content: content.trim(), uploads: sentPhotos(photos) };
        return sending.send(wish, (key) => call(operations.addToAppeal, wish, { key }));
      }}
      done={() => {
        setContent('');
        photos.clear();
        done();
      }}
    >
      <Field label={own.label}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={3000}
            value={content}
            onChange={(event) => setContent(event.target.value)}
          />
        )}
      </Field>
      <PhotoPicker label={words.photos} photos={photos} most={mostPhotos} />
    </ActForm>
  );
}

function problemOf(content: string, arePhotosOnTheWay: boolean): string | null {
  if (content.trim().length < 2) return words.short;
  return arePhotosOnTheWay ? shellText.photo.wait : null;
}
