import { type ReactNode, useId } from 'react';

interface PanelProps {
  title: string;
  extra?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled part of a page, named for a screen reader. */
export function Panel({ title, extra, children, className }: PanelProps) {
  const titleId = useId();
  return (
    <section className={`panel ${className ?? ''}`} aria-labelledby={titleId}>
      <header className="panel-head">
        <h2 id={titleId}>{title}</h2>
        {extra !== undefined && <div className="panel-extra">{extra}</div>}
      </header>
      {children}
    </section>
  );
}

interface HeadedPanelProps {
  label: string;
  head: ReactNode;
  children: ReactNode;
}

/** A part of a page that brings its own heading. */
export function HeadedPanel({ label, head, children }: HeadedPanelProps) {
  return (
    <section className="panel" aria-label={label}>
      {head}
      {children}
    </section>
  );
}
