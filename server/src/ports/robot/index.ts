import type { Carrier } from '../carrier/index.ts';

/** 群机器人 of a unit's own group chat; where it is reached is a secret of the settings. */
export interface RobotPort extends Carrier {
  hasGroup(unitCode: string): boolean;
}

declare module '../../platform/context.ts' {
  interface Ports {
    robot: RobotPort;
  }
}

/** Pretend twin: every unit has a group nobody reads. */
export const pretendRobot: RobotPort = {
  send: async () => ({ ref: null }),
  hasGroup: () => true,
  asksAgain: true,
  isPretend: true,
};
