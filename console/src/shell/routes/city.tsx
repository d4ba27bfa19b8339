import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditSearch } from '../../features/audit/search.ts';
import { citySearch } from '../../features/city/search.ts';
import { sharingSearch } from '../../features/data-sharing/search.ts';
import { twinsSearch } from '../../features/desk/twins-search.ts';
import { exchangeSearch } from '../../features/exchange/search.ts';
import { accountsSearch } from '../../features/identity/search.ts';
import { inboxSearch, noticesSearch } from '../../features/notices/search.ts';
import { retentionSearch } from '../../features/retention/search.ts';
import { root } from './root.tsx';

const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  validateSearch: exchangeSearch,
  component: lazyRouteComponent(
    () => import('../../features/exchange/exchange-page.tsx'),
    'ExchangePage',
  ),
});
const sharing = createRoute({
  getParentRoute: () => root,
  path: '/sharing',
  validateSearch: sharingSearch,
  component: lazyRouteComponent(
    () => import('../../features/data-sharing/sharing-page.tsx'),
    'SharingPage',
  ),
});
const city = createRoute({
  getParentRoute: () => root,
  path: '/city',
  validateSearch: citySearch,
  component: lazyRouteComponent(() => import('../../features/city/city-page.tsx'), 'CityPage'),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(
    () => import('../../features/identity/accounts-page.tsx'),
    'AccountsPage',
  ),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../../features/audit/audit-page.tsx'), 'AuditPage'),
});
const upkeep = createRoute({
  getParentRoute: () => root,
  path: '/upkeep',
  component: lazyRouteComponent(
    () => import('../../features/upkeep/upkeep-page.tsx'),
    'UpkeepPage',
  ),
});
const retention = createRoute({
  getParentRoute: () => root,
  path: '/retention',
  validateSearch: retentionSearch,
  component: lazyRouteComponent(
    () => import('../../features/retention/retention-page.tsx'),
    'RetentionPage',
  ),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../../features/notices/inbox-page.tsx'), 'InboxPage'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(
    () => import('../../features/notices/notices-page.tsx'),
    'NoticesPage',
  ),
});
const twins = createRoute({
  getParentRoute: () => root,
  path: '/twins',
  validateSearch: twinsSearch,
  component: lazyRouteComponent(() => import('../../features/desk/twins-page.tsx'), 'TwinsPage'),
});

/** 城市与系统: connections, data, people, messages. */
export const cityRoutes = [
  exchange,
  sharing,
  city,
  accounts,
  audit,
  upkeep,
  retention,
  inbox,
  notices,
  twins,
] as const;
