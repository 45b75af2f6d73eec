/** Throws unless two lists of numbers agree to so many units of their own size: 0 wants the same bits. */
export function expectSame(
  what: string,
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
  within: number,
): void {
  if (ours.length !== theirs.length)
    throw new Error(`${what}: ${ours.length} numbers against ${theirs.length}`);
  for (let at = 0; at < ours.length; at += 1) {
    const [a = Number.NaN, b = Number.NaN] = [ours[at], theirs[at]];
    if (!(Math.abs(a - b) <= within * Math.abs(b)) && !Object.is(a, b)) {
      throw new Error(`${what}: the number at ${at} is ${a} against ${b}`);
    }
  }
}
