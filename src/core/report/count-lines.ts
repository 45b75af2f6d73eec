/** A piece that no line breaks in: a word or number, or one Chinese sign, with the marks that cling to it. */
const PIECE =
  /[（《“‘〔【(]*(?:[\u{21}-\u{27}\u{2A}-\u{7E}\u{A0}-\u{2FF}]+|[^\s（《“‘〔【(])[，。；：、！？）》”’〕】)％%…]*| +/gu;
const WIDE = /[^\u{0}-\u{2FF}]/u;
/** Office programs set Chinese letters apart from Latin letters and digits by a quarter of a character. */
const APART = 0.25;
const MEETS = /(?<=[\p{sc=Han}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\p{sc=Han}])/gu;

/** Width of a text in characters of full width; Latin letters and digits take half of one. */
export function textWidth(text: string): number {
  let width = APART * (text.match(MEETS)?.length ?? 0);
  for (const sign of text) width += WIDE.test(sign) ? 1 : 0.5;
  return width;
}

/**
 * How many lines of `width` characters a text takes, the first one set in by `indent`. Numbers and words stay whole, no line begins with
 * a closing mark or ends with an opening one (避头尾).
 */
export function countLines(text: string, width: number, indent = 0): number {
  let lines = 1;
  let used = indent;
  let last = "";
  for (const [piece] of text.matchAll(PIECE)) {
    const wide = textWidth(last + piece) - textWidth(last);
    // A closing mark at the end of a line is squeezed in as half of one.
    const least = /[，。；：、）》”]$/u.test(piece) ? wide - 0.5 : wide;
    if (used > 0 && used + least > width) {
      lines += 1;
      used = 0;
    }
    const own = used === 0 ? textWidth(piece) : wide;
    lines += Math.max(0, Math.ceil((own - width) / width));
    used += own > width ? own % width : own;
    last = piece.slice(-1);
  }
  return lines;
}
