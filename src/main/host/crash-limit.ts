/** How many crashes of the page are answered with another start of it within {@link WITHIN}. */
const CRASHES = 3;

/** In ms. */
const WITHIN = 5 * 60_000;

/**
 * What is acknowledged is on the disk, so a crashed page is simply started again, though not without end: gives what is asked after each crash
 * whether it may be. `clock` in ms.
 */
export function crashLimit(clock: () => number = () => performance.now()): () => boolean {
  let crashes: readonly number[] = [];
  return () => {
    const now = clock();
    crashes = [...crashes.filter((at) => now - at < WITHIN), now];
    return crashes.length <= CRASHES;
  };
}
