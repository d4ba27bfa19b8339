import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../../ui/ask.tsx';
import { afterQuery } from './after.queries.ts';
import { MeasuresPanel } from './measures-panel.tsx';
import { RecheckPanel } from './recheck-panel.tsx';

/** 长效与复查. */
export function AfterTab({ campaignId }: { campaignId: string }) {
  const found = useQuery(afterQuery(campaignId));
  return (
    <Ask of={found}>
      {(after) => (
        <div className="stack">
          <MeasuresPanel campaignId={campaignId} after={after} />
          <RecheckPanel campaignId={campaignId} after={after} />
        </div>
      )}
    </Ask>
  );
}
