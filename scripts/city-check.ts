import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCity, cityCounts, readCity } from '../server/src/city/index.ts';

const cities = join(dirname(fileURLToPath(import.meta.url)), '..', 'cities');
// npm run city:check [NAME…] [-- --counts]: names every broken row; with --counts also how much there is of everything.
const isCounting = process.argv.includes('--counts');
const asked = process.argv.slice(2).filter((word) => word !== '--counts');
const names = asked.length > 0 ? asked : allCities();

let passed = 0;
let failed = 0;
for (const name of names) {
  const folder = existsSync(name) ? name : join(cities, name);
  const pack = readCity(folder);
  const rules = checkCity(pack);
  for (const { file, line, reason } of rules.flatMap((rule) => rule.problems)) {
    console.log(`${file}:${line} ${reason}`);
  }
  passed += rules.filter((rule) => rule.problems.length === 0).length;
  failed += rules.filter((rule) => rule.problems.length > 0).length;
  if (isCounting)
    for (const [what, count] of cityCounts(pack)) console.log(`${name}\t${what}\t${count}`);
  console.log(
    `${name}: ${pack.areas.length} 区划, ${pack.units.length} 单位, ${pack.matters.length} 事项, ` +
      `${pack.catalogue.length} 目录行, ${pack.knowledge.length} 知识条目`,
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function allCities(): string[] {
  return readdirSync(cities).filter((name) => existsSync(join(cities, name, 'city.json')));
}
