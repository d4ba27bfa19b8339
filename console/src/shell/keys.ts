import { useEffect, useRef } from 'react';

/** Keys of one screen: name of the key (`F4`, `j`, `Ctrl+Enter`) → what it does. */
export type KeyMap = Readonly<Record<string, () => void>>;

const textInputs = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return textInputs.has(target.tagName) || target.isContentEditable;
}

/** An input method is choosing characters: the key belongs to it, never to us. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function nameOf(event: KeyboardEvent): string {
  if (event.ctrlKey && event.key === 'Enter') return 'Ctrl+Enter';
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** Alt, Ctrl and Meta combinations are the browser's and the reader's, but for Ctrl+Enter. */
function belongsToBrowser(event: KeyboardEvent): boolean {
  if (event.ctrlKey) return event.key !== 'Enter';
  return event.altKey || event.metaKey;
}

/** A drawer or a dialogue in front of the page has the keyboard for itself. */
function isCovered(): boolean {
  return (
    document.querySelector('.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"])') !==
    null
  );
}

function mayFire(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event) || belongsToBrowser(event)) return false;
  if (isCovered()) return false;
  const plain = event.key.length === 1 || event.key === 'Enter' || event.key === 'Escape';
  return !(plain && !event.ctrlKey && isTyping(event.target));
}

/** Shortcuts while a screen is open. Plain letters work only outside text boxes. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!mayFire(event)) return;
      const action = latest.current[nameOf(event)];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
