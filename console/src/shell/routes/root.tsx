import { createRootRoute } from '@tanstack/react-router';
import { Gate } from '../gate.tsx';
import { NotFound } from '../home.tsx';

export const root = createRootRoute({ component: Gate, notFoundComponent: NotFound });
