import { openCityFolder } from './city-folder.ts';
import { type DemoUnits, demoUnits } from './pack.ts';

/** 演示人员所在单位 as the folder says them, without reading the rest of the city; null where it says nothing. */
export function readDemoUnits(folder: string): DemoUnits | null {
  return openCityFolder(folder).maybeObject('demo.json', demoUnits);
}
