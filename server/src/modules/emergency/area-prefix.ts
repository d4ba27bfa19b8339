/** A city, county, town or village by its code without the zeros behind: what lies in it begins with these. */
export const areaPrefix = (code: string): string =>
  code
    .replace(/^(\d{4})00(0{6})?$/, '$1')
    .replace(/^(\d{6})0{6}$/, '$1')
    .replace(/^(\d{9})000$/, '$1');
