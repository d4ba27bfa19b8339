import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { seatSearch } from '../../features/campaigns/force/search.ts';
import { cluesSearch } from '../../features/clues/search.ts';
import { emergencySearch } from '../../features/emergency/search.ts';
import { ledgersSearch } from '../../features/ledgers/search.ts';
import { lettersSearch } from '../../features/letters/search.ts';
import { linkageSearch } from '../../features/linkage/search.ts';
import { mechanismsSearch } from '../../features/mechanisms/search.ts';
import { mediaSearch } from '../../features/media/search.ts';
import { meetingsSearch } from '../../features/meetings/search.ts';
import { subjectsSearch } from '../../features/subjects/search.ts';
import { supervisionSearch } from '../../features/supervision/search.ts';
import { tasksSearch } from '../../features/tasks/search.ts';
import { visitsSearch } from '../../features/visits/search.ts';
import { root } from './root.tsx';

const linkage = createRoute({
  getParentRoute: () => root,
  path: '/linkage',
  validateSearch: linkageSearch,
  component: lazyRouteComponent(
    () => import('../../features/linkage/linkage-page.tsx'),
    'LinkagePage',
  ),
});
const supervision = createRoute({
  getParentRoute: () => root,
  path: '/supervision',
  validateSearch: supervisionSearch,
  component: lazyRouteComponent(
    () => import('../../features/supervision/supervision-page.tsx'),
    'SupervisionPage',
  ),
});
const letters = createRoute({
  getParentRoute: () => root,
  path: '/letters',
  validateSearch: lettersSearch,
  component: lazyRouteComponent(
    () => import('../../features/letters/letters-page.tsx'),
    'LettersPage',
  ),
});
const visits = createRoute({
  getParentRoute: () => root,
  path: '/visits',
  validateSearch: visitsSearch,
  component: lazyRouteComponent(
    () => import('../../features/visits/visits-page.tsx'),
    'VisitsPage',
  ),
});
const clues = createRoute({
  getParentRoute: () => root,
  path: '/clues',
  validateSearch: cluesSearch,
  component: lazyRouteComponent(() => import('../../features/clues/clues-page.tsx'), 'CluesPage'),
});
const ledgers = createRoute({
  getParentRoute: () => root,
  path: '/ledgers',
  validateSearch: ledgersSearch,
  component: lazyRouteComponent(
    () => import('../../features/ledgers/ledgers-page.tsx'),
    'LedgersPage',
  ),
});
const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: tasksSearch,
  component: lazyRouteComponent(() => import('../../features/tasks/tasks-page.tsx'), 'TasksPage'),
});
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: meetingsSearch,
  component: lazyRouteComponent(
    () => import('../../features/meetings/meetings-page.tsx'),
    'MeetingsPage',
  ),
});
const emergency = createRoute({
  getParentRoute: () => root,
  path: '/emergency',
  validateSearch: emergencySearch,
  component: lazyRouteComponent(
    () => import('../../features/emergency/emergency-page.tsx'),
    'EmergencyPage',
  ),
});
const mechanisms = createRoute({
  getParentRoute: () => root,
  path: '/mechanisms',
  validateSearch: mechanismsSearch,
  component: lazyRouteComponent(
    () => import('../../features/mechanisms/mechanisms-page.tsx'),
    'MechanismsPage',
  ),
});
const subject = createRoute({
  getParentRoute: () => root,
  path: '/subjects',
  validateSearch: subjectsSearch,
  component: lazyRouteComponent(
    () => import('../../features/subjects/subject-page.tsx'),
    'SubjectPage',
  ),
});
const seat = createRoute({
  getParentRoute: () => root,
  path: '/seat',
  validateSearch: seatSearch,
  component: lazyRouteComponent(
    () => import('../../features/campaigns/force/seat-page.tsx'),
    'SeatPage',
  ),
});
const media = createRoute({
  getParentRoute: () => root,
  path: '/media',
  validateSearch: mediaSearch,
  component: lazyRouteComponent(() => import('../../features/media/media-page.tsx'), 'MediaPage'),
});

/** 协同: what the centre asks of others in due form, and works on with them. */
export const togetherRoutes = [
  linkage,
  supervision,
  letters,
  visits,
  subject,
  clues,
  ledgers,
  tasks,
  meetings,
  emergency,
  mechanisms,
  seat,
  media,
] as const;
