import { createRouter } from '@tanstack/react-router';
import { BrokenPage } from './failure.tsx';
import { aboveRoutes } from './routes/above.tsx';
import { cityRoutes } from './routes/city.tsx';
import { desksRoutes } from './routes/desks.tsx';
import { root } from './routes/root.tsx';
import { togetherRoutes } from './routes/together.tsx';

export const router = createRouter({
  routeTree: root.addChildren([...desksRoutes, ...togetherRoutes, ...aboveRoutes, ...cityRoutes]),
  defaultErrorComponent: ({ error }) => <BrokenPage message={String(error)} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
