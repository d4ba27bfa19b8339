import { noticesText as words } from './text.ts';
import { TroubledPanel } from './troubled-panel.tsx';

/** 通知发送: what does not reach people, and what a person does about it. */
export function NoticesPage() {
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.help}</p>
      <TroubledPanel />
    </>
  );
}
