import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Forecast } from './forecasts.repo.ts';
import type { Signal } from './signals.repo.ts';
import type { Telling } from './tellings.repo.ts';

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

/** 登记外部信息. */
export const mayEnter = (actor: Actor): Decision => may(actor, 'foresight.work');

/** 确认或不启用: whoever may open an emergency mode. */
export const mayDecide = (actor: Actor, { state }: Pick<Signal, 'state'>): Decision =>
  all(may(actor, 'emergency.lead'), allowIf(state === 'proposed', 'foresight.nothing-to-decide'));

/** 启用, while the warning is in force or still to come. */
export const mayConfirm = (
  actor: Actor,
  signal: Pick<Signal, 'state' | 'until_at'>,
  now: Date,
): Decision =>
  all(mayDecide(actor, signal), allowIf(signal.until_at > now, 'foresight.signal-over'));

export const mayWork = mayEnter;

const isDraft = ({ state }: Pick<Forecast, 'state'>): Decision =>
  allowIf(state === 'draft', 'foresight.not-decidable');

/** 确认预测, before its period begins: afterwards it would be known what it is measured against. */
export const mayConfirmForecast = (
  actor: Actor,
  forecast: Pick<Forecast, 'state' | 'from_on'>,
  today: string,
): Decision =>
  all(
    mayWork(actor),
    isDraft(forecast),
    allowIf(forecast.from_on > today, 'foresight.window-begun'),
  );

export const mayDismissForecast = (actor: Actor, forecast: Pick<Forecast, 'state'>): Decision =>
  all(mayWork(actor), isDraft(forecast));

/** 据此行动: proactive orders and notices on a confirmed forecast. */
export const mayActOn = (actor: Actor, { state }: Pick<Forecast, 'state'>): Decision =>
  all(mayWork(actor), allowIf(state === 'confirmed', 'foresight.not-confirmed'));

export const mayCompare = (
  actor: Actor,
  forecast: Pick<Forecast, 'state' | 'until_on'>,
  today: string,
): Decision =>
  all(
    mayActOn(actor, forecast),
    allowIf(today > forecast.until_on, 'foresight.window-not-over', { until: forecast.until_on }),
  );

/** 双人: whoever wrote a notice does not approve it. */
export const mayDecideTelling = (
  actor: Actor,
  { state, written_by }: Pick<Telling, 'state' | 'written_by'>,
): Decision =>
  all(
    may(actor, 'foresight.approve'),
    allowIf(state === 'waiting', 'foresight.notice-decided'),
    allowIf(written_by === null || written_by !== actor.accountId, 'foresight.own-notice'),
  );

export const mayDeliver = (actor: Actor, { state }: Pick<Telling, 'state'>): Decision =>
  all(mayWork(actor), allowIf(state === 'approved', 'foresight.notice-not-approved'));
