import { call } from '../shell/call.ts';
import { useHashPath } from '../shell/hash-path.ts';
import { operations } from '../shell/operations.ts';
import { useAsk } from '../shell/use-ask.ts';
import { AnswerPage } from './answer/answer-page.tsx';
import { AppealPage } from './appeal/appeal-page.tsx';
import { ResultPage } from './appeal/result-page.tsx';
import { CampaignsPage } from './campaigns/campaigns-page.tsx';
import { HomePage } from './home/home-page.tsx';
import { LedgerPage } from './ledger/ledger-page.tsx';
import { MediaPage } from './media/media-page.tsx';
import { PiecePage } from './media/piece-page.tsx';
import { TrackPage } from './track/track-page.tsx';

/** The citizen page: nine screens, told apart by what stands after `#/`. */
export function CitizenApp() {
  const city = useAsk('city', () => call(operations.cityFacts, {}));
  const path = useHashPath();
  const piece = /^media\/(\d{1,9})$/.exec(path)?.[1];
  if (piece !== undefined) return <PiecePage no={Number(piece)} />;
  const token = /^answer\/([\w-]{20,80})$/.exec(path)?.[1];
  if (token !== undefined) return <AnswerPage token={token} />;
  switch (path) {
    case 'appeal':
      return <AppealPage city={city} />;
    case 'sent':
      return <ResultPage />;
    case 'track':
      return <TrackPage />;
    case 'campaigns':
      return <CampaignsPage />;
    case 'media':
      return <MediaPage />;
    case 'ledger':
      return <LedgerPage />;
    default:
      return <HomePage city={city} />;
  }
}
