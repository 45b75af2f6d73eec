/** Width of a text in layout pixels at `size`: Han characters and full-width signs are as wide as high, others about 0.6. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef—…]/u.test(character) ? size : size * 0.62;
  return Math.ceil(width);
}
