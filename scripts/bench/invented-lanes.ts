const signs = Array.from(
  '松柏竹梅兰菊桂榕樟枫荷莲芦苇青翠红紫金银玉珠锦绣云霞虹霓星月晨曦春夏秋冬东南西北前后里外上下古新老清明永安康宁和平福寿喜庆丰登高远宽阔长流溪河湖海江洲岛屿山岭峰岩石泉井桥渡码亭台楼阁塔寺庙园林田野村坊街市门户厝',
);

/** 虚构巷名 with a house number: millions of them, each with words a search can find. */
export function aLane(): string {
  const sign = () => signs[Math.floor(Math.random() * signs.length)] ?? '';
  return `${sign()}${sign()}${sign()}巷${1 + Math.floor(Math.random() * 998)}号`;
}
