import type { TestProject } from 'vitest/node';
import { startTestCluster, type TestConnection } from '../src/platform/testing/test-cluster.ts';
import { fillTemplate } from './fill-template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestConnection;
  }
}

/** One database cluster for the whole run; what it returns stops it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster({
    fill: fillTemplate,
    workers: project.config.maxWorkers,
  });
  project.provide('cluster', cluster.connection);
  return cluster.stop;
}
