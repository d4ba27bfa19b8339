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

/** 补充 */
export function AddForm({ appeal, done }: ActProps) {
  const [content, setContent] = useState('');
  const photos = usePhotos(sendCitizenPhoto, mostPhotos);
  const problem = problemOf(content, arePhotosUnderway(photos));
  return (
    <ActForm
      title={words.title}
      sendLabel={words.send}
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
      <Field label={words.label}>
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
