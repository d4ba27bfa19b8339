import type { Subject } from '../../platform/events.ts';

export const tipSubject = (id: string): Subject => ({ kind: 'media-tip', id });
export const pieceSubject = (id: string): Subject => ({ kind: 'media-piece', id });
export const daySubject = (id: string): Subject => ({ kind: 'answering-day', id });
