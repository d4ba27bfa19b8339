import type { city, ReplyOf } from '@minsheng/contract';
import { Segmented } from 'antd';
import { useState } from 'react';
import { MatterPicker } from '../../ui/matter-picker.tsx';
import type { NamedMatter } from '../../ui/several-matters.tsx';
import { problemsText } from './text.ts';

type Matter = ReplyOf<typeof city.searchMatters>['rows'][number];

/** A matter, or the branch of the tree it stands on. */
export type Wanted = NamedMatter;

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
