import type { searchMatters } from '@minsheng/contract/city.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { useEffect, useState } from 'react';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { Field } from '../../ui/field.tsx';
import { Answer } from '../../ui/notice.tsx';
import type { AppealForm } from './form.ts';
import { appealText } from './text.ts';

const words = appealText.matter;
type Matter = ReplyOf<typeof searchMatters>['rows'][number];

interface Props {
  chosen: AppealForm['matter'];
  onChange: (matter: AppealForm['matter']) => void;
}

/** 事项, if one likes: by plain words, or by walking down the tree. */
export function MatterPart({ chosen, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const pick = (matter: Matter) => {
    onChange({ code: matter.code, name: matter.name });
    setOpen(false);
  };
  return (
    <div className="field">
      <div className="field-label">{words.label}</div>
      <p className="hint">{words.hint}</p>
      {chosen ? <p className="chosen">{chosen.name}</p> : null}
      <div className="row">
        <button
          type="button"
          className="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {chosen ? words.change : words.open}
        </button>
        {chosen ? (
          <button type="button" className="button is-plain" onClick={() => onChange(null)}>
            {words.clear}
          </button>
        ) : null}
      </div>
      {isOpen ? <MatterSearch onPick={pick} /> : null}
    </div>
  );
}

const typingPauseMs = 300;

function MatterSearch({ onPick }: { onPick: (matter: Matter) => void }) {
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSought(typed.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const ask = useAsk(sought, () => call(operations.searchMatters, sought ? { q: sought } : {}));

  return (
    <div className="panel">
      <Field label={words.search}>
        {(control) => (
          <input
            {...control}
            type="search"
            autoComplete="off"
            maxLength={50}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Answer ask={ask}>
        {({ rows }) =>
          sought ? (
            <MatterRows rows={rows} onPick={onPick} />
          ) : (
            <MatterTree rows={rows} onPick={onPick} />
          )
        }
      </Answer>
    </div>
  );
}

const mostShown = 20;

function MatterRows({ rows, onPick }: { rows: Matter[]; onPick: (matter: Matter) => void }) {
  if (rows.length === 0) return <p>{words.none}</p>;
  return (
    <ul className="rows">
      {rows.slice(0, mostShown).map((matter) => (
        <li key={matter.code}>
          <button type="button" className="row-button" onClick={() => onPick(matter)}>
            <b>{matter.name}</b>
            <span>
              {matter.l1} · {matter.l2}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Two steps of groups, then the leaves. */
function MatterTree({ rows, onPick }: { rows: Matter[]; onPick: (matter: Matter) => void }) {
  const [path, setPath] = useState<readonly string[]>([]);
  const inside = rows.filter(
    (matter) => (path[0] ?? matter.l1) === matter.l1 && (path[1] ?? matter.l2) === matter.l2,
  );
  const groups = [...new Set(inside.map((matter) => (path.length === 0 ? matter.l1 : matter.l2)))];
  return (
    <>
      <p className="field-label">{path.length === 0 ? words.browse : path.join(' · ')}</p>
      {path.length > 0 ? (
        <button
          type="button"
          className="button is-plain"
          onClick={() => setPath(path.slice(0, -1))}
        >
          ‹ {words.up}
        </button>
      ) : null}
      {path.length === 2 ? (
        <MatterRows rows={inside} onPick={onPick} />
      ) : (
        <ul className="rows">
          {groups.map((group) => (
            <li key={group}>
              <button
                type="button"
                className="row-button"
                onClick={() => setPath([...path, group])}
              >
                <b>{group}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
