import { getRouteApi } from '@tanstack/react-router';
import { DayField } from '../../ui/day-field.tsx';
import type { MechanismPage } from './mechanisms.queries.ts';
import { mechanismsText as words } from './text.ts';

const route = getRouteApi('/mechanisms');

/** 统计期, in the address so that it can be sent to somebody. */
export function Period({ page }: { page: MechanismPage }) {
  const navigate = route.useNavigate();
  const say = (part: { from?: string; until?: string }) =>
    navigate({ search: (before) => ({ ...before, ...part }) });
  return (
    <div className="inline no-print">
      <DayField label={words.from} day={page.from} onDay={(from) => say({ from })} />
      <DayField label={words.until} day={page.until} onDay={(until) => say({ until })} />
    </div>
  );
}
