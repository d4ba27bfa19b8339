import { Button } from 'antd';
import type { ReactNode } from 'react';
import { uiText } from './text.ts';

export interface DeskTab<Name extends string> {
  name: Name;
  label: string;
  count: number | null;
  /** Counted no further. */
  isCapped?: boolean;
}

interface DeskTabsProps<Name extends string> {
  tabs: readonly DeskTab<Name>[];
  open: Name;
  onOpen: (name: Name) => void;
  label: string;
  extra?: ReactNode;
  /** 打印: the list, or what is open beside it. */
  prints?: boolean;
}

/** The desk's lists with their live counters. */
export function DeskTabs<Name extends string>({
  tabs,
  open,
  onOpen,
  label,
  extra,
  prints,
}: DeskTabsProps<Name>) {
  return (
    <div className="desk-tabs">
      <nav aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            aria-current={tab.name === open ? 'page' : undefined}
            onClick={() => onOpen(tab.name)}
          >
            {tab.label}
            {tab.count !== null && <b>{tab.isCapped === true ? `${tab.count}+` : tab.count}</b>}
          </button>
        ))}
      </nav>
      {(extra !== undefined || prints === true) && (
        <div className="inline no-print">
          {extra}
          {prints === true && <Button onClick={() => window.print()}>{uiText.print}</Button>}
        </div>
      )}
    </div>
  );
}
