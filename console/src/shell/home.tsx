import { Link, Navigate } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { homeOf } from './menu.ts';
import { useMe } from './session.ts';
import { frontLineText, shellText } from './text.ts';

/** Sends each person to the desk of their role. */
export function Home() {
  const home = homeOf(useMe());
  if (home === null) return <Result status="info" title={shellText.noDesk} />;
  return <Navigate to={home} replace />;
}

/** The front-line page is a program of its own, light enough for old phones; a computer has the unit desk. */
export function ToFrontLine() {
  return (
    <Result
      status="info"
      title={frontLineText.title}
      subTitle={frontLineText.help}
      extra={[
        <Button key="phone" type="primary" size="large" href="/c/f">
          {frontLineText.phone}
        </Button>,
        <Link key="desk" to="/unit">
          {frontLineText.desk}
        </Link>,
      ]}
    />
  );
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
