import { type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  help?: string;
  needed?: boolean;
  /** What is wrong with it, said under the control. */
  wrong?: string | null;
  children: (id: string) => ReactNode;
}

/** A label tied to its control. */
export function Field({ label, help, needed, wrong, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {needed === true && <i aria-hidden="true"> *</i>}
      </label>
      {children(id)}
      {wrong !== undefined && wrong !== null && (
        <p className="field-wrong" role="alert">
          {wrong}
        </p>
      )}
      {help !== undefined && <p className="field-help">{help}</p>}
    </div>
  );
}
