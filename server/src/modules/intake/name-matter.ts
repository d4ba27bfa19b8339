import { heardIn } from './hear-trigger.ts';
import type { Heard, UrgencyTrigger } from './urgency.ts';

/** A trigger that says which matter the danger is; the last of `matters` asks for no words and always fits. */
export interface DangerTrigger extends UrgencyTrigger {
  readonly matters: readonly { readonly matter: string; readonly words: readonly string[] }[];
}

export interface NamingFacts {
  readonly text: string;
  /** What the citizen picked. */
  readonly chosen: string | null;
  /** What the everyday words named. */
  readonly guessed: string | null;
  readonly heard: readonly Heard<DangerTrigger>[];
}

/**
 * 定事项 of words nobody has read yet. Immediate danger says itself what it is: a matter that is none of the danger's
 * own does not stand against it, whoever named it. Null when nothing names one.
 */
export function nameMatter({ text, chosen, guessed, heard }: NamingFacts): string | null {
  const named = chosen ?? guessed;
  const dangers = heard.filter(({ trigger }) => trigger.raisesTo === 'U1');
  const [worst] = dangers;
  if (!worst) return named ?? (heard[0] ? matterOf(heard[0].trigger, text) : null);
  const isItsOwn = dangers.some(({ trigger }) =>
    trigger.matters.some(({ matter }) => matter === named),
  );
  return isItsOwn ? named : matterOf(worst.trigger, text);
}

/** The first whose words are said near the danger itself. */
function matterOf(trigger: DangerTrigger, text: string): string | null {
  const { matters, needs } = trigger;
  const fitting = matters.find(
    ({ words }) => words.length === 0 || heardIn(text, { ...trigger, needs: [...needs, words] }),
  );
  return fitting?.matter ?? null;
}
