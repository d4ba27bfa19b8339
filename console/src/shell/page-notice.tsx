import type { ReactNode } from 'react';

interface Said {
  title: string;
  help?: string;
  actions?: ReactNode;
  children?: ReactNode;
}

/** Stands where a page would, and says why it is not there and what to do. */
export function PageNotice({ title, help, actions, children }: Said) {
  return (
    <div className="page-notice">
      <p className="page-notice-title">{title}</p>
      {help !== undefined && <p>{help}</p>}
      {actions !== undefined && <div className="page-notice-actions">{actions}</div>}
      {children}
    </div>
  );
}
