import type { city, ReplyOf } from '@minsheng/contract';
import { Segmented, Tag } from 'antd';
import { useState } from 'react';
import { MatterPicker } from '../../ui/matter-picker.tsx';
import { problemsText } from './text.ts';

type Matter = ReplyOf<typeof city.searchMatters>['rows'][number];

/** A matter, or the branch of the tree it stands on. */
export interface Wanted {
  readonly code: string;
  readonly name: string;
}

interface MatterScopeProps {
  value?: Wanted | null;
  onChange?: (wanted: Wanted | null) => void;
  id?: string;
}

/** 事项 alone, or everything of its branch. */
export function MatterScope({ value, onChange, id }: MatterScopeProps) {
  const [matter, setMatter] = useState<Matter | null>(null);
  return (
    <>
      <MatterPicker
        {...(id === undefined ? {} : { id })}
        value={matter?.code ?? null}
        onChange={(_, picked) => {
          setMatter(picked);
          onChange?.(picked === null ? null : { code: picked.code, name: picked.name });
        }}
      />
      {matter !== null && value && (
        <Segmented
          className="gap-above"
          aria-label={problemsText.scope}
          value={value.code}
          options={[
            { value: matter.code, label: problemsText.scopeLeaf },
            { value: matter.code.slice(0, 4), label: matter.l2 },
            { value: matter.code.slice(0, 2), label: matter.l1 },
          ]}
          onChange={(code) => onChange?.({ code, name: nameOf(matter, code) })}
        />
      )}
    </>
  );
}

function nameOf(matter: Matter, code: string): string {
  if (code.length === 2) return matter.l1;
  return code.length === 4 ? matter.l2 : matter.name;
}

interface WithoutProps {
  value?: readonly Wanted[];
  onChange?: (without: readonly Wanted[]) => void;
  id?: string;
}

/** 不看的事项, one after the other. */
export function Without({ value, onChange, id }: WithoutProps) {
  const chosen = value ?? [];
  const [added, setAdded] = useState(0);
  const add = (picked: Matter | null) => {
    if (picked === null || chosen.some(({ code }) => code === picked.code)) return;
    onChange?.([...chosen, { code: picked.code, name: picked.name }]);
    // The picker is ready for the next one.
    setAdded(added + 1);
  };
  return (
    <>
      <MatterPicker
        key={added}
        {...(id === undefined ? {} : { id })}
        value={null}
        onChange={(_, picked) => add(picked)}
      />
      <p>
        {chosen.map(({ code, name }) => (
          <Tag
            key={code}
            closable={{ 'aria-label': problemsText.removeWithout(name) }}
            onClose={() => onChange?.(chosen.filter((one) => one.code !== code))}
          >
            {name}
          </Tag>
        ))}
      </p>
    </>
  );
}
