import { Component, type ReactNode } from 'react';
import { shellText } from './text.ts';

interface Props {
  children: ReactNode;
}

/** A fault while drawing shows a way on instead of an empty page. React offers this to classes only. */
export class FaultFence extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className="page">
        <h1>{shellText.brokenTitle}</h1>
        <p>{shellText.brokenWords}</p>
        <button type="button" className="button is-primary" onClick={() => location.reload()}>
          {shellText.reload}
        </button>
      </main>
    );
  }
}
