import { Navigate } from '@tanstack/react-router';
import { Result } from 'antd';
import { useEffect } from 'react';
import { homeOf } from './menu.ts';
import { useMe } from './session.ts';
import { shellText } from './text.ts';

/** Sends each person to the desk of their role. */
export function Home() {
  const home = homeOf(useMe());
  if (home === null) return <Result status="info" title={shellText.noDesk} />;
  return <Navigate to={home} replace />;
}

/** The front-line page is a program of its own, light enough for old phones. */
export function ToFrontLine() {
  useEffect(() => {
    window.location.replace('/c/f');
  }, []);
  return null;
}

export function NotFound() {
  return (
    <Result
      status="404"
      title={shellText.notFoundTitle}
      subTitle={shellText.notFoundHelp}
      extra={<a href="/">{shellText.goHome}</a>}
    />
  );
}
