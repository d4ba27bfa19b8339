import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FaultFence } from './shell/fault-fence.tsx';
import './shell/base.css';

const isFrontLine = /^\/c\/f(\/|$)/.test(location.pathname);

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) return;
  const page = isFrontLine
    ? await import('./features/front-line/front-line-app.tsx').then((part) => <part.FrontLineApp />)
    : await import('./features/citizen-app.tsx').then((part) => <part.CitizenApp />);
  createRoot(place).render(
    <StrictMode>
      <FaultFence>{page}</FaultFence>
    </StrictMode>,
  );
}

void start();
