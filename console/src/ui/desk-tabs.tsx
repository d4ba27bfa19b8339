import type { ReactNode } from 'react';

export interface DeskTab<Name extends string> {
  name: Name;
  label: string;
  count: number | null;
}

interface DeskTabsProps<Name extends string> {
  tabs: readonly DeskTab<Name>[];
  open: Name;
  onOpen: (name: Name) => void;
  label: string;
  extra?: ReactNode;
}

/** The desk's lists with their live counters. */
export function DeskTabs<Name extends string>({
  tabs,
  open,
  onOpen,
  label,
  extra,
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
            {tab.count !== null && <b>{tab.count}</b>}
          </button>
        ))}
      </nav>
      {extra}
    </div>
  );
}
