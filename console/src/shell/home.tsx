import { Link, Navigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { homeOf } from './menu.ts';
import { PageNotice } from './page-notice.tsx';
import { useMe } from './session.ts';
import { frontLineText, shellText } from './text.ts';

/** Sends each person to the desk of their role. */
export function Home() {
  const home = homeOf(useMe());
  if (home === null) return <PageNotice title={shellText.noDesk} />;
  return <Navigate to={home} replace />;
}

/** The front-line page is a program of its own, light enough for old phones; a computer has the unit desk. */
export function ToFrontLine() {
  return (
    <PageNotice
      title={frontLineText.title}
      help={frontLineText.help}
      actions={
        <>
          <Button type="primary" size="large" href="/c/f">
            {frontLineText.phone}
          </Button>
          <Link to="/unit">{frontLineText.desk}</Link>
        </>
      }
    />
  );
}

export function NotFound() {
  return (
    <PageNotice
      title={shellText.notFoundTitle}
      help={shellText.notFoundHelp}
      actions={<a href="/">{shellText.goHome}</a>}
    />
  );
}
