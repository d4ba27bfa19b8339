import { Alert, Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { uiText } from './text.ts';

interface Asked<Data> {
  data: Data | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface AskProps<Data> {
  of: Asked<Data>;
  children: (data: Data) => ReactNode;
}

/** Shows the answer of one query, or that it is coming, or the server's sentence why not. */
export function Ask<Data>({ of, children }: AskProps<Data>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error === null) return <Spin className="asking" description={uiText.loading} />;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={of.error.message}
      action={
        <Button size="small" onClick={() => of.refetch()}>
          {uiText.retry}
        </Button>
      }
    />
  );
}
