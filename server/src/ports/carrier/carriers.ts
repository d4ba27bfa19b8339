import type { Ports } from '../../platform/context.ts';
import { pretendCall } from '../call/index.ts';
import { noMail, pretendMail } from '../mail/index.ts';
import { smtpMail } from '../mail/smtp-mail.ts';
import { httpRobots } from '../robot/http-robots.ts';
import { pretendRobot } from '../robot/index.ts';
import { httpSms } from '../sms/http-sms.ts';
import { pretendSms } from '../sms/index.ts';
import type { CarrierSettings } from './settings.ts';

type Carriers = Pick<Ports, 'sms' | 'call' | 'mail' | 'robot'>;

export const pretendCarriers: Carriers = {
  sms: pretendSms,
  call: pretendCall,
  mail: pretendMail,
  robot: pretendRobot,
};

/** As the settings say; a way they do not name leads nowhere, but for SMS and calls, whose twins show what would leave. */
export function carriersOf(
  settings: CarrierSettings | null,
  networks: readonly string[],
): Carriers {
  if (!settings) return pretendCarriers;
  const { sms, mail, robots } = settings;
  return {
    sms: sms ? httpSms(sms) : pretendSms,
    call: pretendCall,
    mail: mail ? smtpMail(mail) : noMail,
    robot: httpRobots(robots, networks),
  };
}
