/** One message on its way to whoever carries it. */
export interface Sending {
  /** The same at every try, so that a carrier that knows keys delivers once. */
  readonly key: string;
  readonly to: string;
  readonly text: string;
  readonly signal: AbortSignal;
}

/** 运营商、邮件服务器、机器人: what every way out has in common. */
export interface Carrier {
  /** Answers when it was taken; throws `CarrierRefuses` or `CarrierSilent`. */
  send(sending: Sending): Promise<{ readonly ref: string | null }>;
  /** May be asked again under the same key without a second message leaving. */
  readonly asksAgain: boolean;
  /** Nothing leaves. */
  readonly isPretend: boolean;
}

/** It said no: for this message (`final`), or for now. `reason` is its word, never an address or a text. */
export class CarrierRefuses extends Error {
  override readonly name = 'CarrierRefuses';
  readonly reason: string;
  readonly isFinal: boolean;

  constructor(reason: string, isFinal: boolean) {
    super(reason);
    this.reason = reason;
    this.isFinal = isFinal;
  }
}

/** It said nothing. `mayHaveLeft`: the connection stood, so it may have taken the message. */
export class CarrierSilent extends Error {
  override readonly name = 'CarrierSilent';
  readonly reason: string;
  readonly mayHaveLeft: boolean;

  constructor(reason: string, mayHaveLeft: boolean) {
    super(reason);
    this.reason = reason;
    this.mayHaveLeft = mayHaveLeft;
  }
}
