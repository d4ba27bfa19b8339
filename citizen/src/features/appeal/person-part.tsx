import { Field, Tick } from '../../ui/field.tsx';
import type { AppealForm, PersonPart } from './form.ts';
import { appealText } from './text.ts';

const words = appealText.person;

interface Props {
  form: AppealForm;
  person: PersonPart;
  error: string | null;
  change: (part: Partial<AppealForm>) => void;
  changePerson: (person: PersonPart) => void;
}

/** 联系方式: asked last, never needed. */
export function PersonPartView({ form, person, error, change, changePerson }: Props) {
  return (
    <section className="card">
      <h2>{words.heading}</h2>
      <p>{words.why}</p>
      <Field label={words.name}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="name"
            maxLength={60}
            value={person.name}
            onChange={(event) => changePerson({ ...person, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.phone} error={error}>
        {(control) => (
          <input
            {...control}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            maxLength={30}
            value={person.phone}
            onChange={(event) => changePerson({ ...person, phone: event.target.value })}
          />
        )}
      </Field>
      <Tick
        label={words.secrecy}
        hint={words.secrecyHint}
        isOn={form.wantsSecrecy}
        onChange={(wantsSecrecy) => change({ wantsSecrecy })}
      />
    </section>
  );
}
