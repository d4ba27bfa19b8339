import { Notice } from '../../../ui/notice.tsx';
import { visitsText } from './text.ts';
import type { Visits } from './use-visits.ts';

/** Is there net, and if not: nothing is lost. */
export function NetNotice({ visits: { isOffline, trouble, changed } }: { visits: Visits }) {
  if (trouble) return <Notice kind="bad">{trouble}</Notice>;
  if (!isOffline) return null;
  return (
    <>
      <Notice kind="warn">{visitsText.offline}</Notice>
      <button type="button" className="button is-wide" onClick={changed}>
        {visitsText.sendNow}
      </button>
    </>
  );
}
