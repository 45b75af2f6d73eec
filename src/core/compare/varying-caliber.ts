import type { Concept } from "../plan/concept.ts";

/** Words by which a caliber note of the catalogue says that each document draws the line for itself. */
const VARIES = /由文件自定|须看各文件|以各地|各地算法|文件未限定|文件未说明|由地方确定|认定标准未定/u;

/** Whether the caliber of a concept is itself drawn differently from document to document. */
export function caliberVaries({ caliber }: Pick<Concept, "caliber">): boolean {
  return VARIES.test(caliber);
}
