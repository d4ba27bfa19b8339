import { type AppealType, appealTypeLabel, appealTypes } from '@minsheng/contract/words/order.ts';
import { Field, OneOf } from '../../ui/field.tsx';
import { PhotoPicker } from '../../ui/photo-picker.tsx';
import type { Photos } from '../../ui/photos.ts';
import { type AppealForm, mostContent, mostPhotos } from './form.ts';
import { MatterPart } from './matter-part.tsx';
import { appealText } from './text.ts';

const words = appealText.words;

interface Props {
  form: AppealForm;
  photos: Photos;
  error: string | null;
  change: (part: Partial<AppealForm>) => void;
}

/** Words first: whoever cannot name a class can always say what happened. */
export function WordsPart({ form, photos, error, change }: Props) {
  return (
    <section className="card">
      <h2>{words.heading}</h2>
      <Field label={words.label} hint={words.hint} error={error}>
        {(control) => (
          <textarea
            {...control}
            rows={7}
            maxLength={mostContent}
            placeholder={words.examples}
            value={form.content}
            onChange={(event) => change({ content: event.target.value })}
          />
        )}
      </Field>
      {form.content.length > mostContent - 500 ? (
        <p className="hint">{words.left(mostContent - form.content.length)}</p>
      ) : null}
      <PhotoPicker label={words.photos} hint={words.photosHint} photos={photos} most={mostPhotos} />
      <OneOf<AppealType>
        legend={words.type}
        options={appealTypes.map((type) => ({
          value: type,
          label: appealTypeLabel[type],
          hint: words.typeHints[type],
        }))}
        value={form.type}
        onChange={(type) => change({ type })}
      />
      <MatterPart chosen={form.matter} onChange={(matter) => change({ matter })} />
    </section>
  );
}
