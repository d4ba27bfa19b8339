import { type ReactNode, useId } from 'react';
import './field.css';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }) => ReactNode;
}

/** A labelled control with its hint and its complaint. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': Boolean(error) })}
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface TickProps {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

export function Tick({ label, hint, isOn, onChange }: TickProps) {
  const id = useId();
  return (
    <div className="field">
      <div className="tick">
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

interface OneOfProps<Value extends string> {
  legend: string;
  options: readonly { value: Value; label: string; hint?: string }[];
  value: Value | null;
  error?: string | null | undefined;
  onChange: (value: Value) => void;
  layout?: 'row' | 'thirds';
}

/** One of a few, as big buttons; radio buttons underneath, so keyboard and screen reader work as everywhere. */
export function OneOf<Value extends string>(props: OneOfProps<Value>) {
  const name = useId();
  return (
    <fieldset className={props.error ? 'field has-error' : 'field'}>
      <legend className="field-label">{props.legend}</legend>
      <div className={`one-of is-${props.layout ?? 'row'}`}>
        {props.options.map((option) => (
          <label
            key={option.value}
            className={props.value === option.value ? 'choice is-on' : 'choice'}
          >
            <input
              type="radio"
              name={name}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
            {option.hint ? <span className="choice-hint">{option.hint}</span> : null}
          </label>
        ))}
      </div>
      {props.error ? <p className="error">{props.error}</p> : null}
    </fieldset>
  );
}
