import type { Method } from '@minsheng/contract/route.ts';
import type { Permission } from '@minsheng/contract/words/roles.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import type { Context, Runtime } from './context.ts';
import type { Json } from './json.ts';
import type { Refusal } from './refusal.ts';

/** One permission, any of several, everybody signed in, also before the second factor was given, or the public. */
export type May = Permission | readonly Permission[] | 'public' | 'signed-in' | 'half-signed-in';

export interface RouteRules {
  readonly may: May;
  /** What the audit line says happened, past tense: 'order dispatched'. */
  readonly audit: string;
  /** Requests a minute from one address; public routes have a limit anyway. */
  readonly limit?: number;
}

/** What is known of every operation: read by the OpenAPI page, the tests and the docs. */
export interface RouteEntry extends RouteRules {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly isRaw: boolean;
}

/** Lines about reads and refusals. They change nothing, so they wait up to a second and leave together. */
export interface AuditBuffer {
  add(
    entry: RouteEntry,
    actor: Actor,
    facts: Readonly<Record<string, Json>>,
    refusal: string | null,
  ): void;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export interface AppWishes {
  /** Given by the identity module: who sent this request, or null when they have not said. */
  resolveActor(request: FastifyRequest, runtime: Runtime): Promise<Actor | null>;
  /** Which of the topics a signed-in page asks for it may hear of; the visibility rules decide. */
  allowTopics(ctx: Context, wanted: readonly string[]): Promise<readonly string[]>;
  /** One per module: mounts its operations. */
  routes: readonly ((app: App) => void)[];
  publicPerMinute: number;
  signInsPerMinute: number;
  /** A reply outside the contract is a fault: on in tests and stories. */
  checksReplies: boolean;
  /** Proxies whose word is taken for where a request comes from. */
  trustedProxies: readonly string[];
  /** Host names besides our own that pages may load map tiles from. */
  tileHosts: readonly string[];
}

export interface App {
  readonly fastify: FastifyInstance;
  readonly runtime: Runtime;
  readonly registry: RouteEntry[];
  readonly audit: AuditBuffer;
  readonly wishes: AppWishes;
  readonly door: Door;
}

/** So many requests of a method are worked on at once; whoever comes beyond that is told at once to come back. */
export interface Door {
  /** Why nobody more of this method gets in at this moment; null: it stands open. */
  closed(method: string | undefined): Refusal | null;
  /** Refuses with `platform.busy`, or answers how to leave. */
  enter(method: string): () => void;
}

export const defaultWishes: Omit<AppWishes, 'resolveActor' | 'routes'> = {
  allowTopics: async () => [],
  publicPerMinute: 120,
  signInsPerMinute: 60,
  checksReplies: false,
  trustedProxies: [],
  tileHosts: [],
};
