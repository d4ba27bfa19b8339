import { Alert, Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
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
    <Result
      status="warning"
      title={shellText.brokenTitle}
      subTitle={shellText.brokenHelp}
      extra={[
        <Button key="reload" type="primary" onClick={() => window.location.reload()}>
          {shellText.reload}
        </Button>,
      ]}
    >
      <Alert type="warning" title={message} />
    </Result>
  );
}
