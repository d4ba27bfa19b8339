import type { RequesterKind } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { encrypt } from '../../platform/secrets.ts';
import { phoneIndex } from './phone.ts';
import { codeIndex } from './query-code.ts';
import { change, insert } from './requesters.repo.ts';

export interface RequesterInput {
  name?: string | undefined;
  phone?: string | undefined;
  otherPhone?: string | undefined;
  identityNumber?: string | undefined;
  kind: RequesterKind;
  companyName?: string | undefined;
  isSelf: boolean;
  tags: readonly string[];
  language?: string | undefined;
}

/**
 * 登记诉求人, apart from the order and encrypted. An anonymous requester leaves a number to call back at most:
 * no name, no identity, no company (domain 2.11 level 2).
 */
export async function saveRequester(
  ctx: Context,
  orderId: string,
  input: RequesterInput & { anonymous: boolean },
  queryCode: string | null,
): Promise<{ phoneEnc: Buffer | null }> {
  const seal = (value: string | undefined) => (value ? encrypt(ctx.keys, value) : null);
  const named = input.anonymous ? null : input;
  const phoneEnc = seal(input.phone);
  await insert(ctx, {
    city_id: ctx.cityId,
    order_id: orderId,
    kind: input.kind,
    name_enc: seal(named?.name),
    phone_enc: phoneEnc,
    phone_index: input.phone ? phoneIndex(ctx, input.phone) : null,
    other_phone_enc: seal(named?.otherPhone),
    identity_enc: seal(named?.identityNumber),
    company_enc: seal(named?.companyName),
    is_self: input.isSelf,
    anonymous: input.anonymous,
    tags: [...input.tags],
    language: input.language ?? null,
    code_index: queryCode ? codeIndex(ctx, orderId, queryCode) : null,
  });
  return { phoneEnc };
}

export async function correctNumber(ctx: Context, orderId: string, phone: string): Promise<void> {
  await change(ctx, [orderId], {
    phone_enc: encrypt(ctx.keys, phone),
    phone_index: phoneIndex(ctx, phone),
  });
}

const nobody = {
  name_enc: null,
  phone_enc: null,
  phone_index: null,
  other_phone_enc: null,
  identity_enc: null,
  company_enc: null,
  tags: [],
};

/** 删除个人信息 (个保法第四十七条): the row stays and says so, the person does not. */
export async function erase(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await change(ctx, orderIds, { ...nobody, code_index: null, erased_at: ctx.now });
}

/** 到期销毁: the same, but number and code still open what is left of the order: that it was destroyed. */
export async function emptyWhenDue(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await change(ctx, orderIds, { ...nobody, erased_at: ctx.now });
}
