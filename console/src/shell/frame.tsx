import { MenuOutlined } from '@ant-design/icons';
import { identity, roleWords } from '@minsheng/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { Badge, Button, Drawer, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { cityQuery } from '../ui/ground.queries.ts';
import { useAct } from './act.ts';
import { Bell } from './bell.tsx';
import { useCappedDesks, useDeskCounts, useExchangeTroubles } from './counters.ts';
import { FaultFence } from './failure.tsx';
import { useIsLive } from './live.tsx';
import { type MenuEntry, menuOf } from './menu.ts';
import { useMay, useMe } from './session.ts';
import { shellText } from './text.ts';
import { Watermark } from './watermark.tsx';

const OwnPasswordButton = lazy(async () => {
  const { OwnPasswordButton } = await import('../features/identity/own-password.tsx');
  return { default: OwnPasswordButton };
});

const OwnSecurityButton = lazy(async () => {
  const { OwnSecurityButton } = await import('../features/identity/own-security.tsx');
  return { default: OwnSecurityButton };
});

/** Half-typed forms of this person must not greet the next one at the same computer. */
function forgetLocalWork(): void {
  Object.keys(localStorage)
    .filter((key) => key.startsWith('minsheng.console.'))
    .forEach((key) => {
      localStorage.removeItem(key);
    });
}

function useSignOut() {
  const client = useQueryClient();
  return useAct(identity.signOut, {
    done: null,
    stale: [],
    onDone: () => {
      forgetLocalWork();
      client.clear();
      window.location.assign('/');
    },
  });
}

export function SignOutButton() {
  const signOut = useSignOut();
  return (
    <Button size="small" onClick={() => signOut.mutate({})} loading={signOut.isPending}>
      {shellText.signOut}
    </Button>
  );
}

function MenuLink({ entry, onOpen }: { entry: MenuEntry; onOpen: () => void }) {
  const count = useDeskCounts();
  const isCapped = useCappedDesks();
  const troubles = useExchangeTroubles(entry.path === '/exchange');
  const waiting = entry.desks.reduce((sum, desk) => sum + (count(desk) ?? 0), troubles);
  return (
    <Link
      to={entry.path}
      className="menu-link"
      activeProps={{ className: 'is-open', 'aria-current': 'page' }}
      onClick={onOpen}
    >
      <span>{entry.label}</span>
      {waiting > 0 && (
        <span className="menu-count">{entry.desks.some(isCapped) ? `${waiting}+` : waiting}</span>
      )}
    </Link>
  );
}

function Menu({ onOpen }: { onOpen: () => void }) {
  const me = useMe();
  const worksInField = me.account.roles.includes('village-worker');
  return (
    <nav className="menu" aria-label={shellText.mainMenu}>
      {menuOf(me).map((entry) => (
        <MenuLink key={entry.path} entry={entry} onOpen={onOpen} />
      ))}
      {worksInField && (
        <a className="menu-link" href="/c/f">
          {shellText.frontLineHelp}
        </a>
      )}
      <Suspense fallback={null}>
        <OwnPasswordButton />
        <OwnSecurityButton />
      </Suspense>
    </nav>
  );
}

function LiveSign() {
  const isLive = useIsLive();
  return (
    <span title={isLive ? shellText.liveHelp : shellText.notLiveHelp} role="status">
      <Badge
        status={isLive ? 'success' : 'warning'}
        text={isLive ? shellText.live : shellText.notLive}
      />
    </span>
  );
}

function Person() {
  const me = useMe();
  const may = useMay();
  const hasInbox = may('orders.read') || may('accounts.manage') || may('media.read');
  const role = me.account.roles.map((one) => roleWords[one].label).join('、');
  return (
    <div className="person">
      {me.clock === 'virtual' && (
        <Tag color="purple" className="clock-tag">
          {shellText.virtualClock}
        </Tag>
      )}
      <LiveSign />
      {hasInbox && <Bell />}
      <span className="person-name">
        {me.account.name}
        <small>
          {[me.account.unit?.name, role]
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </small>
      </span>
      <SignOutButton />
    </div>
  );
}

/** The frame around every page: menu, person, live sign. */
export function Frame({ overlay }: { overlay: React.ReactNode }) {
  const me = useMe();
  const city = useQuery(cityQuery);
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {shellText.skipToMain}
      </a>
      <header className="top">
        <Button
          className="menu-button"
          icon={<MenuOutlined />}
          aria-label={shellText.openMenu}
          onClick={() => setMenuOpen(true)}
        />
        <p className="brand">
          <strong>{me.city.name}</strong>
          <span>{shellText.product} 12345</span>
        </p>
        {city.data?.demo === true && <span className="chip chip-strong">{shellText.demo}</span>}
        <Person />
      </header>
      <aside className="side">
        <Menu onOpen={() => undefined} />
      </aside>
      <Drawer
        placement="left"
        size={260}
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        title={shellText.mainMenu}
      >
        <Menu onOpen={() => setMenuOpen(false)} />
      </Drawer>
      <main id="main" className="page" tabIndex={-1}>
        {overlay}
        <FaultFence>
          <Outlet />
        </FaultFence>
      </main>
      <Watermark />
    </div>
  );
}
