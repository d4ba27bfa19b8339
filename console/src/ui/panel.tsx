import { type ReactNode, useId } from 'react';

interface PanelProps {
  title: ReactNode;
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
