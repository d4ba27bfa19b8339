import { checksOn } from '../stories/kit/checks.ts';
import { endpointAt } from './ask.ts';
import { suiteOn } from './both-formats.ts';
import { discoveryHolds } from './discovery.ts';
import { errorsHold } from './errors.ts';
import { extensionsHold } from './extensions.ts';
import { filingHolds } from './filing.ts';
import { rangesHold } from './ranges.ts';
import { requestsHold } from './requests.ts';
import { definitionsHold, servicesHold } from './services.ts';

export interface Wishes {
  readonly base: string;
  readonly jurisdiction: string | undefined;
  /** Without a key only refusals of POST are tried. */
  readonly key: string | undefined;
  /** Requests are really filed at an endpoint that says it is for production. */
  readonly filesInProduction: boolean;
}

/** Open311 GeoReport v2, fact by fact, against any endpoint. */
export async function conformance(
  wishes: Wishes,
  say: (line: string) => void,
): Promise<{ passed: number; failed: number }> {
  const checks = checksOn(say);
  const suite = suiteOn(endpointAt(wishes.base, wishes.jurisdiction), checks, say);
  try {
    const endpointType = await discoveryHolds(suite);
    const services = await servicesHold(suite);
    const definitions = await definitionsHold(suite, services);
    const rows = await requestsHold(suite, services);
    await rangesHold(suite, rows);
    await extensionsHold(suite, rows);
    await errorsHold(suite, services);
    const mayFile = endpointType === 'test' || wishes.filesInProduction;
    await filingHolds(suite, { services, definitions, key: wishes.key, mayFile });
  } catch (error) {
    checks.that('the suite is run to its end', false, error);
  }
  return { passed: checks.passed, failed: checks.failed };
}
