import { getRouteApi } from '@tanstack/react-router';
import { useDeskCounts } from '../../shell/counters.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { firstWaiting } from '../../ui/first-waiting.ts';
import { CallBackList } from './call-back-list.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import './call-back.css';
import { callBackText } from './text.ts';

const route = getRouteApi('/call-back');

/** 回访台: is it really solved? And, weeks later, is it still? */
export function CallBackPage() {
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const count = useDeskCounts();
  const open = tab ?? firstWaiting('call-back', ['follow-up'], count);
  return (
    <>
      <div className="page-title">
        <h1>{callBackText.title}</h1>
      </div>
      <DeskTabs
        label={callBackText.tabs}
        open={open}
        onOpen={(next) => navigate({ search: { tab: next } })}
        prints
        tabs={[
          { name: 'call-back', label: callBackText.callBack, count: count('call-back') },
          { name: 'follow-up', label: callBackText.followUp, count: count('follow-up') },
        ]}
      />
      {open === 'call-back' ? <CallBackList /> : <FollowUpList />}
    </>
  );
}
