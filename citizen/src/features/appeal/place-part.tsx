import { useState } from 'react';
import { locate } from '../../shell/location.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type AppealForm, hasPlace } from './form.ts';
import { appealText } from './text.ts';

const words = appealText.place;

interface Props {
  root: string;
  form: AppealForm;
  change: (part: Partial<AppealForm>) => void;
}

export function PlacePart({ root, form, change }: Props) {
  return (
    <section className="card">
      <h2>{words.heading}</h2>
      <Field label={words.address} hint={words.addressHint}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            maxLength={200}
            value={form.address}
            onChange={(event) => change({ address: event.target.value })}
          />
        )}
      </Field>
      <MapPoint point={form.point} onChange={(point) => change({ point })} />
      <AreaPicker
        legend={words.area}
        hint={words.areaHint}
        levels={words.levels}
        nothing={words.nothing}
        root={root}
        chosen={form.areas}
        onChange={(areas) => change({ areas })}
      />
      {form.content.length >= 10 && !hasPlace(form) ? (
        <p className="hint">{words.missing}</p>
      ) : null}
    </section>
  );
}

interface PointProps {
  point: AppealForm['point'];
  onChange: (point: AppealForm['point']) => void;
}

/** A point on the map, only when the person asks for it; refused or impossible, the address does. */
function MapPoint({ point, onChange }: PointProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');
  const ask = async () => {
    setState('asking');
    const found = await locate();
    setState(found ? 'idle' : 'refused');
    if (found) onChange(found);
  };
  if (point) {
    return (
      <div className="field row">
        <span className="chosen">{words.located(point.accuracyMetres)}</span>
        <button type="button" className="button is-plain" onClick={() => onChange(null)}>
          {words.removePoint}
        </button>
      </div>
    );
  }
  return (
    <div className="field">
      <button
        type="button"
        className="button"
        disabled={state === 'asking'}
        onClick={() => void ask()}
      >
        {state === 'asking' ? words.locating : words.locate}
      </button>
      {state === 'refused' ? <Notice kind="info">{words.refused}</Notice> : null}
    </div>
  );
}
