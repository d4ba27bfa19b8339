import { type ReactNode, useEffect, useRef } from 'react';
import { shellText } from '../shell/text.ts';
import './page.css';

interface Props {
  title: string;
  back?: { href: string; label?: string };
  /** Stands at the right of the head: a sign-out button, for example. */
  aside?: ReactNode;
  /** Stays at the lower edge, where the thumb is. */
  foot?: ReactNode;
  children: ReactNode;
}

/** One screen: heading first, for eyes and for screen readers. */
export function Page({ title, back, aside, foot, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);

  return (
    <div className={foot ? 'screen has-foot' : 'screen'}>
      <header className="head">
        {back ? (
          <a className="head-back" href={back.href}>
            <span aria-hidden="true">‹ </span>
            {back.label ?? shellText.back}
          </a>
        ) : null}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside ? <div className="head-aside">{aside}</div> : null}
      </header>
      <main className="page">{children}</main>
      {foot ? <footer className="foot">{foot}</footer> : null}
    </div>
  );
}
