import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { PageNotice } from './page-notice.tsx';
import { shellText } from './text.ts';

interface State {
  error: Error | null;
}

/** A fault on one page leaves the menu and every other page alive. */
export class FaultFence extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <BrokenPage message={this.state.error.message} />;
  }
}

export function BrokenPage({ message }: { message: string }) {
  return (
    <PageNotice
      title={shellText.brokenTitle}
      help={shellText.brokenHelp}
      actions={
        <Button type="primary" onClick={() => window.location.reload()}>
          {shellText.reload}
        </Button>
      }
    >
      <Alert type="warning" title={message} />
    </PageNotice>
  );
}
