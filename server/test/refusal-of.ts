import { Refusal } from '../src/platform/refusal.ts';
import type { Kit } from '../src/platform/testing/in-city.ts';

/** The code by which somebody was refused; null when it was allowed after all. */
export async function refusalOf<Input>(
  who: ReturnType<Kit['as']>,
  useCase: (ctx: Kit['ctx'], input: Input) => Promise<unknown>,
  input: Input,
): Promise<string | null> {
  try {
    await who.do(useCase, input);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
