import type { city, ReplyOf } from '@minsheng/contract';
import { Tag } from 'antd';
import { useState } from 'react';
import { MatterPicker } from './matter-picker.tsx';
import { matterText } from './text.ts';

type Matter = ReplyOf<typeof city.searchMatters>['rows'][number];

export interface NamedMatter {
  readonly code: string;
  readonly name: string;
}

interface SeveralMattersProps {
  value?: readonly NamedMatter[];
  onChange?: (chosen: readonly NamedMatter[]) => void;
  id?: string;
  /** No more than so many. */
  most?: number;
}

/** 若干事项, one after the other. */
export function SeveralMatters({ value, onChange, id, most }: SeveralMattersProps) {
  const chosen = value ?? [];
  const [added, setAdded] = useState(0);
  const isFull = most !== undefined && chosen.length >= most;
  const add = (picked: Matter | null) => {
    if (picked === null || chosen.some(({ code }) => code === picked.code)) return;
    onChange?.([...chosen, { code: picked.code, name: picked.name }]);
    // The picker is ready for the next one.
    setAdded(added + 1);
  };
  return (
    <>
      {!isFull && (
        <MatterPicker
          key={added}
          {...(id === undefined ? {} : { id })}
          value={null}
          onChange={(_, picked) => add(picked)}
        />
      )}
      <p>
        {chosen.map(({ code, name }) => (
          <Tag
            key={code}
            closable={{ 'aria-label': matterText.remove(name) }}
            onClose={() => onChange?.(chosen.filter((one) => one.code !== code))}
          >
            {name}
          </Tag>
        ))}
      </p>
    </>
  );
}
