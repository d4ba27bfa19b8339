import { type Format, listOf, written } from './spark.ts';

export interface Fault {
  /** Finer than the status: what went wrong, for a program. */
  readonly code: string;
  readonly description: string;
}

/** What the caller of GeoReport did wrong: a status and one line or more, in the format that was asked for. */
export class GeoFault extends Error {
  override readonly name = 'GeoFault';
  readonly status: 400 | 403 | 404;
  readonly faults: readonly Fault[];

  constructor(status: 400 | 403 | 404, ...faults: readonly Fault[]) {
    super(faults.map(({ code }) => code).join(', '));
    this.status = status;
    this.faults = faults;
  }
}

export const faultsIn = (format: Format, faults: readonly Fault[]): string =>
  written(
    format,
    'errors',
    listOf(
      'error',
      faults.map(({ code, description }) => ({ code, description })),
    ),
  );
