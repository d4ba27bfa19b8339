import { useEffect, useState } from 'react';
import { sentenceOf } from '../../../shell/failure.ts';
import { operations } from '../../../shell/operations.ts';
import { Busy, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useFrontLine } from '../session.ts';
import { frontLineText } from '../text.ts';
import { keepPage } from './keep-page.ts';
import { visitsText } from './text.ts';
import { useVisits } from './use-visits.ts';
import { VisitList } from './visit-list.tsx';
import { VisitPage } from './visit-page.tsx';
import './visits.css';

/** `visits` or `visit/<id>`. */
export const isVisitsPath = (path: string): boolean => /^visits?(\/|$)/.test(path);

/** 现场核查 on the phone: the list and one visit, both also where there is no net. */
export function VisitsApp({ path }: { path: string }) {
  const frontLine = useFrontLine();
  const visits = useVisits();
  const isPageKept = useKeptPage();
  const { isVisitorOnly } = frontLine.session;
  const leave = () =>
    frontLine.call(operations.signOut, {}).then(
      () => frontLine.leave(null),
      (failure) => frontLine.leave(sentenceOf(failure)),
    );
  const [, id] = path.split('/');
  if (!id)
    return (
      <VisitList
        visits={visits}
        isPageKept={isPageKept}
        back={isVisitorOnly ? null : { href: '#/' }}
        onSignOut={isVisitorOnly ? () => void leave() : null}
        signOutLabel={frontLineText.signOut}
      />
    );
  const visit = visits.list?.find((one) => one.id === id);
  if (visit) return <VisitPage key={id} visit={visit} visits={visits} />;
  return (
    <Page title={visitsText.title} back={{ href: '#/visits' }}>
      {visits.list === null ? <Busy /> : <Notice kind="warn">{visitsText.gone}</Notice>}
    </Page>
  );
}

function useKeptPage(): boolean | null {
  const [isKept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    void keepPage().then(setKept);
  }, []);
  return isKept;
}
