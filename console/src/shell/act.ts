import type { ReplyOf, RequestOf, Route } from '@minsheng/contract';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { call, Refused } from './call.ts';
import { newKey } from './key.ts';

interface ActOptions<Reply> {
  /** What the person reads when it worked; null says nothing. */
  done: string | null;
  /** First words of the query keys that are stale now. */
  stale: readonly string[];
  onDone?: (reply: Reply) => void;
  /** The form shows the refusal itself, so no message pops up. */
  quiet?: boolean;
}

/**
 * One action of a person. The same content sent again after a broken line carries the same key, so that
 * it happens once; a refused action leaves the form as it is.
 */
export function useAct<R extends Route>(
  route: R,
  options: ActOptions<ReplyOf<R>>,
): UseMutationResult<ReplyOf<R>, Error, RequestOf<R>> {
  const { message } = App.useApp();
  const client = useQueryClient();
  const pending = useRef<{ content: string; key: string } | null>(null);
  return useMutation({
    mutationFn: async (input: RequestOf<R>) => {
      const content = JSON.stringify(input);
      if (pending.current?.content !== content) pending.current = { content, key: newKey() };
      return call(route, input, { idempotencyKey: pending.current.key });
    },
    onSuccess: (reply) => {
      pending.current = null;
      if (options.done !== null) message.success(options.done);
      options.onDone?.(reply);
    },
    onError: (cause) => {
      if (cause instanceof Refused && cause.status > 0 && cause.status < 500)
        pending.current = null;
      if (options.quiet !== true) message.error(cause.message, 6);
    },
    onSettled: () =>
      Promise.all(options.stale.map((word) => client.invalidateQueries({ queryKey: [word] }))),
  });
}
