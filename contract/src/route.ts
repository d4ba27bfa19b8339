import { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A part of a request: an object of named values, or nothing. */
type Part = z.ZodObject;
type NoPart = z.ZodObject<Record<never, never>>;

export interface RouteWords<
  Params extends Part = Part,
  Query extends Part = Part,
  Body extends Part = Part,
  Reply extends z.ZodType = z.ZodType,
> {
  method: Method;
  /** Below `/api`; parameters as `:name`. */
  path: `/${string}`;
  /** One English sentence for the OpenAPI page. */
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  reply: Reply;
}

/** One HTTP operation as a value: read by the server, the console, the stories, the OpenAPI page and the tests. */
export interface Route<
  Params extends Part = Part,
  Query extends Part = Part,
  Body extends Part = Part,
  Reply extends z.ZodType = z.ZodType,
> {
  method: Method;
  path: `/${string}`;
  summary: string;
  params: Params;
  query: Query;
  body: Body;
  reply: Reply;
}

const nothing = z.object({});

/** Completes a route: a part that is not said is an empty object. */
export function route<
  Reply extends z.ZodType,
  Params extends Part = NoPart,
  Query extends Part = NoPart,
  Body extends Part = NoPart,
>(words: RouteWords<Params, Query, Body, Reply>): Route<Params, Query, Body, Reply> {
  return {
    method: words.method,
    path: words.path,
    summary: words.summary,
    params: words.params ?? (nothing as unknown as Params),
    query: words.query ?? (nothing as unknown as Query),
    body: words.body ?? (nothing as unknown as Body),
    reply: words.reply,
  };
}

/**
 * A part that is not said adds nothing: zod types it `Record<string, never>`,
 * which would turn every field of the other parts into `never`.
 */
type Read<P extends Part> = [keyof P['shape']] extends [never] ? unknown : z.output<P>;
type Said<P extends Part> = [keyof P['shape']] extends [never] ? unknown : z.input<P>;

/** What a use case receives: path, query and body in one object. */
export type InputOf<R extends Route> = Read<R['params']> & Read<R['query']> & Read<R['body']>;

/** What a caller sends. */
export type RequestOf<R extends Route> = Said<R['params']> & Said<R['query']> & Said<R['body']>;

export type ReplyOf<R extends Route> = z.output<R['reply']>;
