import { useId } from 'react';
import { call } from '../shell/call.ts';
import { operations } from '../shell/operations.ts';
import { useAsk } from '../shell/use-ask.ts';

export interface AreaChoice {
  code: string;
  name: string;
}

interface Props {
  legend: string;
  hint: string;
  /** Labels of the steps: county, township, village. */
  levels: readonly string[];
  nothing: string;
  /** Code of the city the cascade starts under. */
  root: string;
  chosen: readonly AreaChoice[];
  onChange: (chosen: AreaChoice[]) => void;
}

/** County, then township, then village; one may stop anywhere or not begin. */
export function AreaPicker({ legend, hint, levels, nothing, root, chosen, onChange }: Props) {
  const shown = Math.min(levels.length, chosen.length + 1);
  return (
    <fieldset className="field">
      <legend className="field-label">{legend}</legend>
      <p className="hint">{hint}</p>
      {levels.slice(0, shown).map((level, index) => (
        <AreaStep
          key={level}
          label={level}
          nothing={nothing}
          parent={index === 0 ? root : (chosen[index - 1]?.code ?? root)}
          value={chosen[index] ?? null}
          onChange={(area) => onChange([...chosen.slice(0, index), ...(area ? [area] : [])])}
        />
      ))}
    </fieldset>
  );
}

interface StepProps {
  label: string;
  nothing: string;
  parent: string;
  value: AreaChoice | null;
  onChange: (area: AreaChoice | null) => void;
}

function AreaStep({ label, nothing, parent, value, onChange }: StepProps) {
  const id = useId();
  const { asked } = useAsk(parent, () => call(operations.listAreas, { parent }));
  const rows = asked.state === 'answered' ? asked.value.rows : value ? [value] : [];
  // Nothing below (a city without that level): the step is not shown rather than shown empty.
  if (asked.state !== 'asking' && rows.length === 0) return null;
  return (
    <div className="area-step">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value?.code ?? ''}
        onChange={(event) => {
          const found = rows.find((row) => row.code === event.target.value);
          onChange(found ? { code: found.code, name: found.name } : null);
        }}
      >
        <option value="">{nothing}</option>
        {rows.map((row) => (
          <option key={row.code} value={row.code}>
            {row.name}
          </option>
        ))}
      </select>
    </div>
  );
}
