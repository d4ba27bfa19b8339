import type { Gazetteer } from '../mentions/index.ts';
import type { Scope } from './appeals.repo.ts';
import type { ComparedWindow } from './compared.ts';
import type { ReadMessage } from './read-message.ts';

/** What a reading goes by, taken once at its beginning. */
export interface Plan {
  readonly nodeId: string;
  readonly scope: Scope;
  readonly windows: readonly ComparedWindow[];
  readonly ordinaryDays: readonly string[];
  readonly gazetteer: Gazetteer;
  readonly zone: string;
}

/** 读过的窗口. */
export interface ReadWindow {
  readonly window: ComparedWindow;
  readonly days: readonly string[];
  readonly messages: readonly ReadMessage[];
  readonly readFrom: Date | null;
}
